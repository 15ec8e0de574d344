# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Otherwise: a main line read by the other methods, too, as far as they say otherwise than the main one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from harvesters.git.model import Mirror, Oid
from registry.provenance import service as provenance
from registry.provenance.intake.attribution import Described, attribute
from registry.provenance.intake.tracing import Plan, Progress
from registry.provenance.methods import Difference, differing, overlaid
from registry.provenance.snapshot import File, Method, Snapshot


@dataclass(frozen=True)
class Line:
    """A main line as it is looked at: its commit, what stands in it, and the numbers of its commits."""

    mirror: Mirror
    commit: Oid
    described: Sequence[Described]
    numbers: Mapping[Oid, int]


@dataclass(frozen=True)
class Before:
    """What was read earlier, in the same way, of the same history: the snapshot and its files by path."""

    snapshot: Snapshot | None = None
    files: Mapping[bytes, File] | None = None


def said_otherwise(
    session: Session, line: Line, files: Sequence[File], methods: Sequence[Method], seconds: float,
    before: Before, progress: Progress,
) -> dict[Method, list[Difference]]:  # fmt: skip
    """Return by method what it says otherwise than `files`; a method that was looked by is in it in any case."""
    found = {}
    for method in methods:
        plan = _plan(session, method, seconds, before)
        other = attribute(line.mirror, line.commit, line.described, line.numbers, plan, progress)
        found[method] = list(_differences(method, files, {file.path: file for file in other}))
    return found


def _differences(method: Method, files: Sequence[File], other: Mapping[bytes, File]) -> Iterator[Difference]:
    for file in files:
        if file.skip is not None:
            continue
        theirs = other[file.path]
        if theirs.skip is not None:
            yield Difference(file.path, method, ())
        elif pairs := differing(file.pairs, theirs.pairs):
            yield Difference(file.path, method, pairs)


def _plan(session: Session, method: Method, seconds: float, before: Before) -> Plan:
    """What the method said before is of use where it was looked by before."""
    snapshot = before.snapshot
    if snapshot is None or before.files is None or method not in snapshot.totals.by_other_method:
        return Plan(method, seconds)
    said = {
        one.path: one.pairs
        for one in provenance.differences(session, snapshot.repository)
        if one.method is method
    }
    known = {
        path: replace(file, pairs=overlaid(file.pairs, said.get(path, ())))
        for path, file in before.files.items()
        if said.get(path) != ()
    }
    return Plan(method, seconds, known, Oid(snapshot.commit))
