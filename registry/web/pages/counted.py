# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What was counted of a repository, by work type, and what was left out of the lines, by reason."""

from __future__ import annotations

from dataclasses import dataclass

from registry.provenance.snapshot import Snapshot
from registry.web.pages import words


@dataclass(frozen=True)
class Counted:
    """A line of a table of figures."""

    name: str
    files: int
    lines: int
    href: str = ""


def work_types(snapshot: Snapshot | None) -> tuple[Counted, ...]:
    """Return the own files and lines by work type, the most lines first."""
    counted = snapshot.totals.by_work_type.items() if snapshot else ()
    rows = (Counted(words.work_type(name), files, lines) for name, (files, lines) in counted)
    return tuple(sorted(rows, key=lambda row: -row.lines))


def left_out(snapshot: Snapshot | None, base: str) -> tuple[Counted, ...]:
    """Return what was left out by reason, the most files first; each leads to its files."""
    counted = snapshot.totals.left_out if snapshot else {}
    rows = [
        Counted(words.skip(name), files, lines, f"{base}/files?reason={name}")
        for name, (files, lines) in counted.items()
    ]
    return tuple(sorted(rows, key=lambda row: -row.files))
