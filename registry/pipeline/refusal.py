# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A refusal: the smallest set of files to rewrite (or leave out) where somebody does not agree to another licence.

It is exact: each file in it holds at least one line for which that agreement is needed, and no other file does.
A rewrite must be independent work: what adapts the old lines needs the same consent (ss. 4-5).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy.orm import Session

from registry.ownership.consent import Consent
from registry.pipeline.determined import determine_repository
from registry.pipeline.grouping import Key
from registry.pipeline.relicensing import FilePassage, Relicensing
from registry.pipeline.runs import placed
from registry.text import path_bytes

Span = tuple[int, int]
"""First and last line, from 1."""


@dataclass(frozen=True)
class Rewrite:
    """One file to rewrite: `spans` are the lines in question, none for a file without lines."""

    path: str
    lines: int
    of: int
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Refusal:
    """What a refusal costs. `unclear` files hold lines of nobody known: whether they are theirs cannot be told.

    `left` files of the set still need others' consent for lines of theirs.
    """

    parties: tuple[str, ...]
    files: tuple[Rewrite, ...]
    lines: int
    unclear: int
    left: int


def matching(found: Relicensing, wanted: str) -> str | None:
    """Return the id of the one whose consent is needed and who is called so, by id or by whole name."""
    low = wanted.strip().lower()
    ids = [one.id for one in found.parties if low in {one.id.lower(), one.name.lower()}]
    return ids[0] if len(ids) == 1 else None


def to_rewrite(files: Collection[FilePassage], parties: Collection[str]) -> tuple[FilePassage, ...]:
    """Return the files for which one of the parties must agree."""
    return tuple(one for one in files if not set(one.of).isdisjoint(parties))


def refusal(session: Session, found: Relicensing, parties: Collection[str]) -> Refusal:
    """Return the files to rewrite if these parties (ids as shown) refuse, with the lines in each."""
    chosen = to_rewrite(found.files, parties)
    spans = _spans(session, found, {one.path for one in chosen}, parties)
    files = tuple(_rewrite(one, spans.get(one.path, ())) for one in chosen)
    here = {one.path for one in chosen}
    return Refusal(
        parties=tuple(sorted(parties)),
        files=files,
        lines=sum(one.lines for one in files),
        unclear=sum(1 for one in found.files if one.unknown and one.path not in here),
        left=sum(1 for one in chosen if set(one.of) - set(parties) or one.unknown),
    )


def _rewrite(one: FilePassage, spans: tuple[Span, ...]) -> Rewrite:
    return Rewrite(one.path, sum(last - first + 1 for first, last in spans), one.lines, spans)


def _spans(
    session: Session, found: Relicensing, paths: Collection[str], parties: Collection[str]
) -> dict[str, tuple[Span, ...]]:
    """Return the lines of each path for which one of the parties must agree, neighbours together."""
    determined = determine_repository(session, found.repository, found.as_of, found.known)
    groups = determined.groups
    written = groups.written
    spans = {}
    for file in written.files:
        if file.path not in paths:
            continue
        told = written.tree.runs(session, path_bytes(file.path))
        theirs = [
            (first, first + count - 1)
            for first, count, named in placed(told)
            if _needs(found.consents, groups.key(file, written.writer(named)), parties)
        ]
        spans[file.path] = joined(theirs)
    return spans


def _needs(consents: Mapping[Key, Consent], key: Key, parties: Collection[str]) -> bool:
    one = consents.get(key)
    return one is not None and not set(one.of).isdisjoint(parties)


def joined(spans: list[Span]) -> tuple[Span, ...]:
    """Return rising spans with those that touch made one."""
    starts = [spans[0]] if spans else []
    starts += [after for before, after in pairwise(spans) if before[1] + 1 != after[0]]
    ends = [before for before, after in pairwise(spans) if before[1] + 1 != after[0]]
    ends += [spans[-1]] if spans else []
    return tuple((first[0], last[1]) for first, last in zip(starts, ends, strict=True))
