# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Where a repository has been: its names, its relatives, what GitHub says of it, and when it was looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from registry.custody.model import Holding, Repository, Result
from registry.provenance.snapshot import Relative, Snapshot
from registry.web import addresses
from registry.web.language import day, gettext
from registry.web.masking import shown
from registry.web.pages import words
from registry.web.pages.frame import Crumb
from registry.web.pages.told import recorded


@dataclass(frozen=True)
class Member:
    """Another repository of the family."""

    name: str
    href: str
    shared: int
    ahead: int
    behind: int


@dataclass(frozen=True)
class Held:
    """A dated name and controller."""

    name: str
    since: datetime
    until: datetime | None
    evidence: int | None


@dataclass(frozen=True)
class Visit:
    """What one harvest found."""

    at: datetime
    outcome: str
    message: str
    problems: tuple[str, ...]
    harvest: int
    evidence: int | None


def source_address(repository: Repository) -> str:
    """Return where the repository lies on GitHub, as far as it was seen there."""
    url = repository.state.facts.url if repository.state else ""
    return url if url.startswith("https://") and repository.visibility == "visible" else ""


def steps_to(repository: Repository) -> Crumb:
    """Return the step of the way that is this repository."""
    return Crumb(shown(repository.full_name), addresses.repository(repository.id, repository.full_name))


def details(repository: Repository, snapshot: Snapshot | None) -> tuple[tuple[str, str], ...]:
    """Return what GitHub and git say of a repository, name by name."""
    facts = repository.state.facts if repository.state else None
    rows: list[tuple[str, str]] = []
    if facts:
        rows += [
            (gettext("Description on GitHub"), shown(facts.description)),
            (gettext("Topics"), ", ".join(shown(topic, 60) for topic in facts.topics)),
            (gettext("Created"), _github_day(facts.created_at)),
            (gettext("Last pushed to"), _github_day(facts.pushed_at)),
            (gettext("Archived"), gettext("Yes, it is read-only") if facts.archived else ""),
            (gettext("Copied (forked) from"), _parent(facts.fork, facts.parent)),
        ]
    if snapshot:
        rows += [
            (gettext("Main line"), shown(snapshot.branch.removeprefix("refs/heads/"))),
            (gettext("Change that was read"), snapshot.commit),
            (gettext("Changes (commits) in its history"), str(snapshot.commits)),
            (gettext("Counted by"), words.method(snapshot.method)),
        ]
    rows.append((gettext("Number in the register"), str(repository.id)))
    return tuple((name, value) for name, value in rows if value)


def _github_day(text: str) -> str:
    try:
        return day(datetime.fromisoformat(text))
    except ValueError:
        return shown(text, 40)


def _parent(fork: bool, parent: str | None) -> str:
    if not fork:
        return ""
    if parent is None:
        return gettext("Not asked")
    return shown(parent) or gettext("A repository that is not public")


def held(holding: Holding) -> Held:
    """Return a dated name and controller."""
    return Held(shown(holding.full_name), holding.since, holding.until, holding.observation)


def member(relative: Relative, others: Mapping[int, Repository]) -> Member:
    """Return a relative as a member of the family."""
    other = others[relative.repository]
    return Member(
        name=shown(other.full_name),
        href=addresses.repository(other.id, other.full_name),
        shared=relative.shared,
        ahead=relative.ahead,
        behind=relative.behind,
    )


def visit(result: Result) -> Visit:
    """Return what one harvest found."""
    return Visit(
        at=result.at,
        outcome=words.outcome(result.outcome),
        message=recorded(result.message),
        problems=tuple(recorded(problem) for problem in result.problems),
        harvest=result.harvest,
        evidence=result.observation,
    )
