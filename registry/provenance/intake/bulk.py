# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Recognising: each commit of a history that brought much at once, counted once for ever, and what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from harvesters.errors import HarvestError
from harvesters.git.model import Change, Commit, Mirror, Oid
from registry.database import chunks
from registry.provenance.bulk import Bulk, Confidence, Ruling, recognised
from registry.provenance.findings import CountsRow
from registry.provenance.intake.counting import COUNTER, Counts, count
from registry.provenance.intake.signs import Large, signs
from registry.provenance.intake.tracing import Progress
from registry.provenance.snapshot import File


def counted(
    session: Session, mirror: Mirror, large: Large, numbers: Mapping[Oid, int], progress: Progress
) -> dict[Oid, Counts]:
    """Return the counts of each large commit; those that are new are kept."""
    commits = {oid: changes for oid, changes in large.commits.items() if oid in numbers}
    known = _known(session, [numbers[oid] for oid in commits])
    found = {oid: known[numbers[oid]] for oid in commits if numbers[oid] in known}
    new = [(oid, changes) for oid, changes in commits.items() if oid not in found]
    rows = []
    for place, (oid, changes) in enumerate(new, start=1):
        found[oid] = _count(mirror, oid, changes)
        rows.append({"commit_id": numbers[oid], "counter": COUNTER, "counts": asdict(found[oid])})
        progress("deliveries", place, len(new))
    for chunk in chunks(rows):
        session.execute(insert(CountsRow), chunk)
    return found


def bulk(
    found: Sequence[Commit],
    large: Large,
    counts: Mapping[Oid, Counts],
    lines_now: Mapping[Oid, int],
    rulings: Iterable[Ruling],
) -> tuple[Bulk, ...]:
    """Return the commits that brought much at once, newest first; a person's ruling takes the rule's place."""
    ruled = {ruling.commit: ruling for ruling in rulings}
    told = signs(found, large, counts, lines_now)
    answers = (_judged(commit.oid, told.get(commit.oid, {}), ruled.get(commit.oid)) for commit in found)
    return tuple(one for one in answers if one is not None)


def lines_now(files: Iterable[File], numbers: Mapping[Oid, int]) -> dict[Oid, int]:
    """Return how many lines of the files each commit wrote."""
    sums: Counter[int] = Counter()
    for file in files:
        for count_of, commit in file.pairs:
            sums[commit] += count_of
    return {oid: sums[number] for oid, number in numbers.items() if number in sums}


def _judged(commit: Oid, told: Mapping[str, int], ruling: Ruling | None) -> Bulk | None:
    rule = recognised(told)
    if ruling is not None:
        return Bulk(commit, ruling.kind, rule.key if rule else "", Confidence.SURE, told, ruling)
    return Bulk(commit, rule.kind, rule.key, rule.confidence, told) if rule else None


def _known(session: Session, numbers: Sequence[int]) -> dict[int, Counts]:
    known: dict[int, Counts] = {}
    for chunk in chunks(sorted(numbers)):
        query = select(CountsRow.commit_id, CountsRow.counts).where(
            CountsRow.counter == COUNTER, CountsRow.commit_id.in_(chunk)
        )
        known.update((number, Counts(**counts)) for number, counts in session.execute(query))
    return known


def _count(mirror: Mirror, oid: Oid, changes: Sequence[Change]) -> Counts:
    try:
        return count(mirror, oid, changes)
    except HarvestError:  # its tree cannot be listed: nothing can be said of it, and the rest goes on
        return Counts(unread=len(changes))
