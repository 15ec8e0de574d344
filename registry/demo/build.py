# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Builds the demonstration: the story's repositories as bare git repositories, always with the same ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from registry.demo.importing import import_stream
from registry.demo.model import Organisation, Repository, Step, Story
from registry.demo.stream import stream
from registry.demo.tree import Setting

_WIKI_BRANCH = "master"  # GitHub's wikis have kept the old name of the first branch


@dataclass(frozen=True)
class BuiltRepository:
    """A repository of the story and where it now stands; `head` is its main line's last commit.

    `named` are the commit ids of the named steps.
    """

    told: Repository
    git: Path
    wiki: Path | None
    head: str | None
    named: Mapping[str, str]
    created: datetime
    pushed: datetime
    fork_of: int | None


@dataclass(frozen=True)
class Seen:
    """A repository as GitHub answers for it on one day; `former` are the names that now lead to it."""

    github_id: int
    owner: str
    name: str
    former: tuple[tuple[str, str], ...]
    status: int
    archived: bool
    built: BuiltRepository


@dataclass(frozen=True)
class Built:
    """What has been built, and where."""

    story: Story
    folder: Path
    organisations: tuple[Organisation, ...]
    repositories: tuple[BuiltRepository, ...]

    def on(self, day: date) -> tuple[Seen, ...]:
        """Return the repositories that existed by `day`, as they stood then."""
        return tuple(seen for built in self.repositories if (seen := _seen(built, day)))


def build(story: Story, folder: Path) -> Built:
    """Build every repository and wiki of the story as `OWNER+NAME` (its last name) in the empty `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    repositories: list[BuiltRepository] = []
    for told in story.repositories:
        repositories.append(_build(story, told, folder))
    return Built(story, folder, story.organisations, tuple(repositories))


def all_steps(story: Story, told: Repository) -> tuple[Step, ...]:
    """Return the steps of a repository; those of a fork begin with the steps that it shares."""
    if told.fork is None:
        return told.steps
    origin = next(one for one in story.repositories if one.key == told.fork.repository)
    before = all_steps(story, origin)
    shared = 1 + next(number for number, step in enumerate(before) if step.name == told.fork.step)
    return (*before[:shared], *told.steps)


def _build(story: Story, told: Repository, folder: Path) -> BuiltRepository:
    steps = all_steps(story, told)
    label = f"{told.standings[-1].owner}+{told.standings[-1].name}"
    git = folder / label
    ids = _import(story, told, steps, git, told.default_branch)
    main = [number for number, step in enumerate(steps, start=1) if not step.branch]
    wiki = folder / f"{label}.wiki" if told.wiki else None
    if wiki:
        _import(story, told, told.wiki, wiki, _WIKI_BRANCH)
    first = datetime.combine(told.standings[0].since, datetime.min.time(), UTC)
    last = max((step.committed.seconds for step in steps if step.committed.seconds < 2**32), default=0)
    origin = next((one for one in story.repositories if told.fork and one.key == told.fork.repository), None)
    return BuiltRepository(
        told=told,
        git=git,
        wiki=wiki,
        head=ids[main[-1]] if main else None,
        named={step.name: ids[number] for number, step in enumerate(steps, start=1) if step.name},
        created=first,
        pushed=datetime.fromtimestamp(last, UTC) if last else first,
        fork_of=origin.github_id if origin and told.fork and told.fork.shown else None,
    )


def _import(
    story: Story, told: Repository, steps: Iterable[Step], git: Path, branch: str
) -> Mapping[int, str]:
    setting = Setting(told.places, story.vocabulary, told.product)
    return import_stream(git, branch, stream(steps, story.people, setting, branch))


def _seen(built: BuiltRepository, day: date) -> Seen | None:
    past = [standing for standing in built.told.standings if standing.since <= day]
    if not past:
        return None
    now = past[-1]
    names = dict.fromkeys((standing.owner, standing.name) for standing in past)
    former = tuple(name for name in names if name != (now.owner, now.name))
    return Seen(built.told.github_id, now.owner, now.name, former, now.status, now.archived, built)
