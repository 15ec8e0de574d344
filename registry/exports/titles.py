# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Titles of files: what is said of the title of each file, and of its lines where they differ.

Nothing is said before a paper is registered that could concern the repository.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from registry.exports.model import ExportedPiece
from registry.ownership.answers import State
from registry.pipeline import ownership
from registry.pipeline.determined import Determined, determine_repository
from registry.pipeline.grouping import Key
from registry.pipeline.runs import placed
from registry.pipeline.showing import Showing
from registry.pipeline.written import WrittenFile
from registry.provenance.methods import Told, apart
from registry.provenance.snapshot import File
from registry.text import mask_addresses, path_bytes, visible

_LATER = "written after the day asked about"
_LINE_END = re.compile(b"\n")


@dataclass(frozen=True)
class TitleRun:
    """Neighbouring lines (from 1, both included) of which the same is said."""

    first: int
    last: int
    said: str


@dataclass(frozen=True)
class FileTitle:
    """What is said of a file; `runs` only where its lines differ; `holder` where one is documented to hold it all."""

    said: str = ""
    runs: tuple[TitleRun, ...] = ()
    holder: str = ""


NO_TITLE = FileTitle()


def file_titles(
    session: Session, repository: int, day: date, files: Sequence[File]
) -> dict[bytes, FileTitle]:
    """Return what is said of each of a present's files (read with lines); nothing where title is not assessed."""
    if not ownership.answers(session, repository, day).assessed:
        return {}
    found = determine_repository(session, repository, day)
    said = _said(found)
    pairs = {one.path: one.pairs for one in files}
    otherwise = found.groups.written.tree.otherwise(session, pairs)
    titles = {}
    for file, keys in found.groups.files:
        path = path_bytes(file.path)
        counted = _counted(keys, said)
        told = apart(pairs.get(path, ()), otherwise.get(path, ()))
        runs = tuple(_runs(told, file, found, said)) if len(counted) > 1 else ()
        titles[path] = FileTitle(_told(counted), runs, _holder(found, keys))
    return titles


def pieces_of(data: bytes, runs: Sequence[TitleRun]) -> tuple[ExportedPiece, ...]:
    """Return the runs with their bytes; none where the bytes have not as many lines as were attributed."""
    if not runs:
        return ()
    ends = [found.end() for found in _LINE_END.finditer(data)]
    if data and not data.endswith(b"\n"):
        ends.append(len(data))
    if runs[-1].last > len(ends):
        return ()
    starts = [0, *ends]
    return tuple(
        ExportedPiece((one.first, one.last), (starts[one.first - 1] + 1, ends[one.last - 1]), one.said)
        for one in runs
    )


def _said(found: Determined) -> dict[Key, str]:
    """Return what is said of each group: the state, and who holds."""
    show = Showing(found.facts, found.groups.written.people)
    said = {}
    for key, answer in found.answers.items():
        names = [show.name(show.id(one)) for one in answer.holders]
        holders = mask_addresses(", ".join(names), "(address not shown)")
        said[key] = f"{answer.state}; holders: {holders}" if names else str(answer.state)
    return said


def _holder(found: Determined, keys: Iterable[Key]) -> str:
    """Return the one who is documented to hold all lines; "" where there is none such."""
    answers = {found.answers.get(key) for key in keys}
    held = {one.holders for one in answers if one is not None and one.state is State.DOCUMENTED}
    if None in answers or len(held) != 1 or any(one and one.state is not State.DOCUMENTED for one in answers):
        return ""
    (holders,) = held
    party = found.facts.parties.get(holders[0]) if len(holders) == 1 else None
    return visible(party.name) if party else ""


def _counted(keys: Mapping[Key, int], said: Mapping[Key, str]) -> Counter[str]:
    counted = Counter[str]()
    for key, lines in keys.items():
        counted[said.get(key, _LATER)] += lines
    return counted


def _told(counted: Counter[str]) -> str:
    if len(counted) == 1:
        return next(iter(counted))
    return " | ".join(f"{lines} lines: {said}" for said, lines in sorted(counted.items(), key=_most_first))


def _most_first(one: tuple[str, int]) -> tuple[int, str]:
    return -one[1], one[0]


def _runs(
    lines: Iterable[Told], file: WrittenFile, found: Determined, said: Mapping[Key, str]
) -> Iterator[TitleRun]:
    """Yield the runs of a file, neighbours of which the same is said together."""
    written = found.groups.written
    last: TitleRun | None = None
    for first, count, named in placed(lines):
        told = said.get(found.groups.key(file, written.writer(named)), _LATER)
        if last is not None and last.said == told:
            last = TitleRun(last.first, first + count - 1, told)
            continue
        if last is not None:
            yield last
        last = TitleRun(first, first + count - 1, told)
    if last is not None:
        yield last
