# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`make bench`: every measure, one after the other; `MIRRORS` is a folder of git directories owner+name.

`make bench BENCH_ARGS="lineage growth"` runs those that are named.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.bench.calls import measure_calls
from tests.bench.exports import measure_exports
from tests.bench.harvesting import measure_agreement, measure_harvest
from tests.bench.licences import measure_licences
from tests.bench.lineage import measure_growth, measure_lineage
from tests.bench.log import measure_log
from tests.bench.pages import measure_pages
from tests.bench.title import measure_title
from tests.evidence.bench import measure_evidence


def _evidence() -> None:
    with tempfile.TemporaryDirectory() as folder:
        measure_evidence(events=100_000, blobs=1_024, folder=Path(folder))


MADE: Mapping[str, Callable[[], None]] = {
    "calls": measure_calls,
    "pages": measure_pages,
    "exports": measure_exports,
    "evidence": _evidence,
}
"""Measures on what they make themselves."""

REAL: Mapping[str, Callable[[Path], None]] = {
    "log": measure_log,
    "harvest": measure_harvest,
    "agreement": measure_agreement,
    "title": measure_title,
    "lineage": measure_lineage,
    "growth": measure_growth,
    "licences": measure_licences,
}
"""Measures on real repositories."""


def main() -> None:
    """Run the measures that are named, or all."""
    wanted = sys.argv[1:] or [*MADE, *REAL]
    for name, measure in MADE.items():
        if name in wanted:
            measure()
    mirrors = os.environ.get("MIRRORS")
    for name, measure_real in REAL.items():
        if name in wanted and mirrors:
            measure_real(Path(mirrors))
        elif name in wanted:
            print(f"{name} needs MIRRORS=a folder of real git directories named owner+name")


main()
