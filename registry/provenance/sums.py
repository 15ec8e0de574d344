# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Sums: what the files of a snapshot add up to, by commit, by identity, by work type. Pure and exact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from registry.provenance.depth import Grade, depth
from registry.provenance.runs import NOBODY
from registry.provenance.snapshot import File, Totals


@dataclass
class Written:
    """What one identity wrote of one work type: lines, text files with a line of theirs, documents."""

    lines: int = 0
    files: int = 0
    documents: int = 0


@dataclass(frozen=True)
class Sums:
    """Lines by (commit, work type), and what was written by (identity, work type)."""

    lines: Mapping[tuple[int, str], int] = field(default_factory=dict)
    written: Mapping[tuple[int, str], Written] = field(default_factory=dict)


def lines_by_commit(files: Iterable[File]) -> dict[tuple[int, str], int]:
    """Return how many lines each commit wrote of each work type."""
    found: Counter[tuple[int, str]] = Counter()
    for file in files:
        for count, commit in file.pairs:
            if commit != NOBODY:
                found[commit, file.work_type] += count
    return dict(found)


def written(files: Iterable[File], identities: Mapping[int, int]) -> dict[tuple[int, str], Written]:
    """Return what each identity wrote; `identities` gives the author of each commit number."""
    found: defaultdict[tuple[int, str], Written] = defaultdict(Written)
    for file in files:
        seen = set()
        for count, commit in file.pairs:
            if commit == NOBODY:
                continue
            author = identities[commit]
            found[author, file.work_type].lines += count
            seen.add(author)
        for author in seen:
            found[author, file.work_type].files += 1
        if file.skip is not None:
            for author in {identities[commit] for commit in file.versions}:
                found[author, file.work_type].documents += 1
    return dict(found)


def totals(files: Collection[File], graded: Mapping[int, Grade]) -> Totals:
    """Return what a snapshot counts, and what it leaves out by reason; `graded` has the commits that are not A."""
    left_out: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    by_type: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    lines_of: Counter[int] = Counter()
    for file in files:
        group, key = (by_type, file.work_type) if file.skip is None else (left_out, str(file.skip))
        count, lines = group[key]
        group[key] = count + 1, lines + file.lines
        for run, commit in file.pairs:
            lines_of[commit] += run
    not_attributed = lines_of.pop(NOBODY, 0)
    deep = depth(lines_of, graded)
    return Totals(
        files=len(files),
        lines=sum(lines for _, lines in by_type.values()),
        left_out=dict(sorted(left_out.items())),
        by_work_type=dict(sorted(by_type.items())),
        individually=deep.individually,
        in_bulk=deep.in_bulk,
        delivered_by_nobody=deep.unknown,
        not_attributed=not_attributed,
    )
