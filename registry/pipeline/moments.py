# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A moment: one commit of a repository's main line, asked for by a day, a tag or a commit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from harvesters.errors import HarvestError
from harvesters.git.model import Mirror
from harvesters.git.tags import tags, tags_digest
from registry.errors import BadInputError, NotFoundError
from registry.pipeline.register import MIRRORS, mirror_path
from registry.provenance.numbers import oids_of
from registry.provenance.through_time import MainLine, main_line
from registry.text import path_text

_COMMIT = re.compile(r"[0-9a-f]{7,40}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Moment:
    """A place on a main line (from 0, oldest first), its commit, and how it was asked for."""

    line: MainLine
    place: int
    commit: str
    asked: str


@dataclass(frozen=True)
class Release:
    """A tag whose commit is on the main line, and its place there."""

    name: str
    place: int
    commit: str


def moment(session: Session, repository: int, asked: str) -> Moment:
    """Return the moment that a day (2019-03-01), a tag or a commit of the main line names.

    Raises NotFoundError where nothing was followed or nothing is called so, and BadInputError for no day.
    """
    line = main_line(session, repository)
    if line is None or not line.commits:
        msg = "the lines of this repository were not followed through time yet; harvest it again"
        raise NotFoundError(msg)
    oids = oids_of(session, line.commits)
    place = _day(line, asked) if _DAY.fullmatch(asked) else _named(session, line, oids, asked)
    return Moment(line, place, oids[line.commits[place]], asked)


def releases(session: Session, line: MainLine) -> tuple[Release, ...]:
    """Return the tags whose commits are on the main line, oldest first; none where the mirror is not at hand."""
    mirror = _mirror(session, line.repository)
    try:
        found = tags(mirror) if mirror else {}
    except (HarvestError, OSError):
        return ()
    places = {oid: place for place, oid in enumerate(_oids(session, line))}
    on_line = [Release(path_text(name), places[oid], oid) for name, oid in found.items() if oid in places]
    return tuple(sorted(on_line, key=lambda one: (one.place, one.name)))


def releases_key(session: Session, repository: int) -> bytes:
    """Return what a repository's releases depend on: the same, while its tags are; nothing without a mirror."""
    mirror = _mirror(session, repository)
    try:
        return tags_digest(mirror) if mirror else b""
    except (HarvestError, OSError):
        return b""


def _mirror(session: Session, repository: int) -> Mirror | None:
    mirrors = session.info.get(MIRRORS)
    return Mirror(mirror_path(mirrors, repository)) if mirrors else None


def _oids(session: Session, line: MainLine) -> list[str]:
    oids = oids_of(session, line.commits)
    return [oids[number] for number in line.commits]


def _day(line: MainLine, asked: str) -> int:
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        msg = f"{asked} is no day of the calendar; write it as 2019-03-01"
        raise BadInputError(msg) from None
    place = line.at_day(day)
    if place is None:
        msg = f"on {asked} the main line had no commit yet"
        raise NotFoundError(msg)
    return place


def _named(session: Session, line: MainLine, oids: dict[int, str], asked: str) -> int:
    for release in releases(session, line):
        if release.name == asked:
            return release.place
    wanted = asked.lower()
    places = [
        place
        for place, number in enumerate(line.commits)
        if _COMMIT.fullmatch(wanted) and oids[number].startswith(wanted)
    ]
    if len(places) == 1:
        return places[0]
    which = (
        "several commits of the main line begin so"
        if places
        else "no tag or commit of the main line is called so"
    )
    msg = f"{asked[:60]}: {which}; name a day as 2019-03-01, a tag, or a commit by at least seven digits"
    raise NotFoundError(msg)
