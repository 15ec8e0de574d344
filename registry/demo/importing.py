# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Turns a fast-import stream into a new bare repository."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from harvesters.git.command import git as command
from harvesters.git.model import Mirror
from harvesters.git.process import output

_MARKS = "marks"


def import_stream(git: Path, branch: str, stream: Iterable[bytes]) -> Mapping[int, str]:
    """Create the bare repository `git` from a stream; return the commit id of every mark."""
    place = Mirror(git.resolve())
    output(command(place, ("init", "--quiet", "--bare", "--template=", f"--initial-branch={branch}")))
    marks = place.path / _MARKS
    arguments = ("fast-import", "--quiet", "--date-format=raw-permissive", f"--export-marks={marks}")
    output(command(place, arguments, stdin=b"".join(stream)))
    lines = (line.split() for line in marks.read_text(encoding="ascii").splitlines())
    ids = {int(mark.removeprefix(":")): oid for mark, oid in lines}
    marks.unlink()
    return ids
