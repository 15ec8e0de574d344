# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`make bench`: every measure, one after the other; `MIRRORS` is a folder of git directories owner+name."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.bench.calls import measure_calls
from tests.bench.exports import measure_exports
from tests.bench.harvesting import measure_agreement, measure_harvest
from tests.bench.log import measure_log
from tests.bench.pages import measure_pages
from tests.bench.title import measure_title
from tests.evidence.bench import measure_evidence


def main() -> None:
    """Run the measures that are named, or all."""
    wanted = sys.argv[1:] or ["calls", "pages", "exports", "evidence", "log", "harvest", "agreement", "title"]
    if "calls" in wanted:
        measure_calls()
    if "pages" in wanted:
        measure_pages()
    if "exports" in wanted:
        measure_exports()
    if "evidence" in wanted:
        with tempfile.TemporaryDirectory() as folder:
            measure_evidence(events=100_000, blobs=1_024, folder=Path(folder))
    mirrors = os.environ.get("MIRRORS")
    if not mirrors:
        print(
            "log, harvest, agreement and title need MIRRORS=a folder of real git directories named owner+name"
        )
        return
    if "log" in wanted:
        measure_log(Path(mirrors))
    if "harvest" in wanted:
        measure_harvest(Path(mirrors))
    if "agreement" in wanted:
        measure_agreement(Path(mirrors))
    if "title" in wanted:
        measure_title(Path(mirrors))


main()
