# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A revision: a tag, a branch or a commit id of a harvested repository, and the commit that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from harvesters.git import objects
from harvesters.git import tags as git_tags
from harvesters.git.model import Mirror, Oid
from harvesters.git.refs import read_refs
from harvesters.git.signature import parse_commit
from registry.errors import NotFoundError
from registry.provenance.snapshot import day_of
from registry.settings import Settings
from registry.text import path_bytes, path_text, visible

_BRANCH = b"refs/heads/"
_LARGEST_COMMIT = 1 << 20
_OID = re.compile(r"[0-9a-fA-F]{7,40}")


@dataclass(frozen=True)
class Revision:
    """A name, the commit that it leads to, and the day that its author wrote (None: it says none)."""

    name: str
    commit: Oid
    day: date | None


def mirror_of(settings: Settings, repository: int) -> Mirror:
    """Return the register's own copy of a repository; raises NotFoundError where there is none."""
    folder = settings.mirrors / f"{repository:06}.git"
    if not folder.is_dir():
        msg = "the register holds no copy of this repository's content; harvest it first"
        raise NotFoundError(msg)
    return Mirror(folder)


def tags(mirror: Mirror) -> tuple[Revision, ...]:
    """Return the tags that lead to a commit, the newest first."""
    named = git_tags.tags(mirror)
    days = _days(mirror, set(named.values()))
    found = (Revision(path_text(name), oid, days.get(oid)) for name, oid in named.items())
    return tuple(sorted(found, key=lambda one: (one.day or date.min, one.name), reverse=True))


def revision(mirror: Mirror, name: str) -> Revision:
    """Return what a name means: a tag before a branch before a commit id. Raises NotFoundError."""
    raw = path_bytes(name)
    oid = git_tags.tags(mirror).get(raw) or read_refs(mirror).tips.get(_BRANCH + raw) or _written_out(name)
    for header in objects.peeled(mirror, [oid] if oid else []):
        if header.kind == "commit":
            return Revision(name, header.oid, _days(mirror, [header.oid]).get(header.oid))
    msg = (
        f"there is no tag, branch or commit {visible(name, 100)!r} in the register's copy of this repository"
    )
    raise NotFoundError(msg)


def _written_out(name: str) -> Oid | None:
    return Oid(name.lower()) if _OID.fullmatch(name) else None


def _days(mirror: Mirror, commits: Iterable[Oid]) -> dict[Oid, date | None]:
    """The day of each commit: of its author date, in the offset written in it."""
    found: dict[Oid, date | None] = {}
    for header, body in objects.contents(mirror, sorted(commits), _LARGEST_COMMIT):
        if body is not None:
            author = parse_commit(header.oid, body).author
            found[header.oid] = day_of(author.seconds, author.offset)
    return found
