# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Turns a fast-import stream into a new bare repository."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

_MARKS = "marks"
_ENVIRONMENT = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C"}


def import_stream(git: Path, branch: str, stream: Iterable[bytes]) -> Mapping[int, str]:
    """Create the bare repository `git` from a stream; return the commit id of every mark."""
    _git(git.parent, "init", "--quiet", "--bare", "--template=", f"--initial-branch={branch}", str(git))
    marks = git / _MARKS
    arguments = ("fast-import", "--quiet", "--date-format=raw-permissive", f"--export-marks={marks}")
    _git(git, *arguments, stdin=b"".join(stream))
    lines = (line.split() for line in marks.read_text(encoding="ascii").splitlines())
    ids = {int(mark.removeprefix(":")): oid for mark, oid in lines}
    marks.unlink()
    return ids


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> None:
    # The one call of this stage that starts a process.
    environment = {"PATH": os.environ.get("PATH", os.defpath), **_ENVIRONMENT}
    subprocess.run(("git", *arguments), cwd=folder, input=stdin, env=environment, check=True)
