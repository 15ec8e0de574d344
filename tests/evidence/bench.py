# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What the evidence stage promises, measured: `python -m tests.evidence.bench [--events N] [--blobs MIB]`."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from registry.evidence import service, signing
from registry.evidence.model import Event, Position
from registry.evidence.proving import proof
from registry.evidence.verification.run import verify
from tests.evidence.crashes import Site, opened
from tests.evidence.rows import NOW, create, fact

_BATCH = 1_000
_BLOB = 8


def main() -> None:
    """Fill a register, sign it, verify it, prove an event; print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--blobs", type=int, default=1_024, metavar="MIB")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, opened(Path(name)) as site:
        create(site.engine)
        where = site.register.places
        signing.new_key(site.factory, where, "bench.example/log", NOW)
        spent = timed(lambda: fill(site, given.events))
        print(f"append: {given.events / spent:,.0f} events/s with a row each, synced, {_BATCH} a commit")
        timed(lambda: observe(site, given.blobs // _BLOB))
        spent = timed(lambda: signing.checkpoint(site.factory, where, NOW))
        print(f"checkpoint over all, verified first: {spent:.1f} s")
        spent = timed(lambda: verify(site.register))
        print(f"verify: {spent:.1f} s for {given.events:,} events and rows and {given.blobs:,} MiB of blobs")
        with site.factory() as session:
            spent = timed(lambda: proof(session, where, Position(given.events // 3)))
        print(f"inclusion proof: {spent * 1000:.1f} ms")


def timed(run: Callable[[], object]) -> float:
    """Return the seconds that `run` takes."""
    began = time.monotonic()
    run()
    return time.monotonic() - began


def fill(site: Site, events: int) -> None:
    """Record so many events, each with a row."""
    for first in range(0, events, _BATCH):
        with site.factory.begin() as session:
            numbers = range(first, min(first + _BATCH, events))
            entries = [service.Entry(Event("bench.stated", f"fact/{n}", {"n": n}), [fact()]) for n in numbers]
            service.record_many(session, entries, NOW)


def observe(site: Site, blobs: int) -> None:
    """Keep so many blobs of random bytes."""
    for number in range(blobs):
        with site.factory.begin() as session:
            seen = service.Seen("bench", str(number), "https://x.example", NOW, os.urandom(_BLOB << 20))
            service.observe(session, site.register.blobs, seen)


if __name__ == "__main__":
    main()
