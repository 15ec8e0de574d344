# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What the evidence stage promises, measured: `make bench BENCH_ARGS=evidence`.

`python -m tests.evidence.bench --events 1000000 --blobs 10240 [--folder DIR]` is the large run; what stands in
DIR from a run before is not made again.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from registry.evidence import service, signing
from registry.evidence.model import Event, Position
from registry.evidence.proving import proof
from registry.evidence.records import ObservationRow
from registry.evidence.verification.run import verify
from tests.evidence.crashes import Site, opened
from tests.evidence.rows import NOW, create, fact

_BATCH = 1_000
_BLOB = 8


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock and of the processor."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        """Return both for printing."""
        return f"{self.wall:.1f} s wall, {self.cpu:.1f} s CPU"


def main() -> None:
    """Fill a register, sign it, verify it, prove an event; print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--blobs", type=int, default=1_024, metavar="MIB")
    parser.add_argument("--folder", type=Path, help="where it is made and left; else it is removed")
    given = parser.parse_args()
    if given.folder is not None:
        measure_evidence(given.events, given.blobs, given.folder)
        return
    with tempfile.TemporaryDirectory() as name:
        measure_evidence(given.events, given.blobs, Path(name))


def measure_evidence(events: int, blobs: int, folder: Path) -> None:
    """Measure a register of so many events, each with a row, and so many MiB of blobs."""
    with opened(folder) as site:
        where = site.register.places
        if not where.key.exists():
            create(site.engine)
            signing.new_key(site.factory, where, "bench.example/log", NOW)
        _measure_keeping(site, events, blobs // _BLOB)
        spent = timed(lambda: signing.checkpoint(site.factory, where, NOW))
        print(f"checkpoint over all, verified first: {spent}")
        _measure_verifying(site, blobs)
        with site.factory() as session:
            spent = timed(lambda: proof(session, where, Position(events // 3)))
        print(f"inclusion proof: {spent.wall * 1000:.1f} ms wall, {spent.cpu * 1000:.1f} ms CPU")


def _measure_keeping(site: Site, events: int, blobs: int) -> None:
    with site.factory() as session:
        there, kept = service.size(session), session.scalar(select(func.count(ObservationRow.id))) or 0
    missing = events - (there - kept - 1)
    spent = timed(lambda: fill(site, missing))
    if missing > 0:
        print(f"append, {_BATCH} a commit, synced, a row each: {missing / spent.wall:,.0f} events/s; {spent}")
    spent = timed(lambda: observe(site, kept, blobs))
    print(f"blobs kept, {blobs - kept} of {_BLOB} MiB: {spent}")


def _measure_verifying(site: Site, blobs: int) -> None:
    answers = []
    spent = timed(lambda: answers.append(verify(site.register)))
    (found,) = answers
    assert found.holds, found.damage
    read = f"{found.events:,} events, {found.rows:,} rows, {blobs:,} MiB of blobs"
    print(f"verify, {read}: {spent}", flush=True)


def timed(run: Callable[[], object]) -> Spent:
    """Return the seconds that `run` takes, all threads together."""
    began, before = time.monotonic(), time.process_time()
    run()
    return Spent(time.monotonic() - began, time.process_time() - before)


def fill(site: Site, events: int) -> None:
    """Record so many events, each with a row."""
    for first in range(0, events, _BATCH):
        with site.factory.begin() as session:
            numbers = range(first, min(first + _BATCH, events))
            entries = [service.Entry(Event("bench.stated", f"fact/{n}", {"n": n}), [fact()]) for n in numbers]
            service.record_many(session, entries, NOW)


def observe(site: Site, first: int, blobs: int) -> None:
    """Keep blobs of random bytes, from number `first` on."""
    for number in range(first, blobs):
        with site.factory.begin() as session:
            seen = service.Seen("bench", str(number), "https://x.example", NOW, os.urandom(_BLOB << 20))
            service.observe(session, site.register.blobs, seen)


if __name__ == "__main__":
    main()
