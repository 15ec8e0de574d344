# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Running the register in a test: a data folder, its commands in this process, and git as the oracle.

run(data, "harvest", "--mirrors", str(folder)).code == 0
run(data, "provenance", "owner/name", "--json").json["files"]
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from harvesters.git import process
from harvesters.git.command import git
from harvesters.git.model import Mirror
from registry.cli import main
from registry.pipeline.mirrors import harvest_mirrors
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register, open_register
from registry.settings import read_settings

_LINE = re.compile(rb"^([0-9a-f]{40}) \d+ \d+", re.MULTILINE)
ROOT = Path(__file__).parents[1]
SKIPS = {
    *("third_party", "generated", "binary", "symlink", "submodule"),
    *("too_large", "unreadable", "lfs_pointer", "empty"),
}


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


def run(data: Path, *arguments: str) -> Ran:
    """Run `os2-registry --data DATA ...` in this process."""
    out, err = io.StringIO(), io.StringIO()
    code: Any = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(["--data", str(data), *arguments])
        except SystemExit as ended:
            code = ended.code
    return Ran(int(code or 0), out.getvalue(), err.getvalue())


@contextlib.contextmanager
def register(data: Path, **changes: Any) -> Iterator[Register]:
    """Open the register of a data folder, with other settings where they are given."""
    if not data.exists() and "database_url" not in changes:
        shutil.copytree(_empty(), data)
    opened = open_register(replace(read_settings({}, data=str(data)), **changes), seed=False)
    try:
        yield opened
    finally:
        opened.engine.dispose()


def copied(register: Register, folder: Path) -> Path:
    """Copy a register, and what it keeps apart, into an empty folder; returns the copy's data folder."""
    register.engine.dispose()
    here, data = register.settings.data, folder / "data"
    shutil.copytree(here, data)
    shutil.copytree(here.with_name(f"{here.name}-apart"), folder / "data-apart")
    return data


@functools.cache
def _empty() -> Path:
    """Return the data folder of an empty register: made once, because making its tables takes time."""
    folder = Path(tempfile.mkdtemp(prefix="os2-registry-empty-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    open_register(read_settings({}, data=str(folder)), seed=False).engine.dispose()
    return folder


@contextlib.contextmanager
def started(data: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run the program in a process of its own."""
    command = (sys.executable, "-m", "registry.cli", "--data", str(data), *arguments)
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, **pipes) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def harvest(data: Path, folder: Path, wish: Wish | None = None) -> dict[str, Any]:
    """Harvest a folder of mirrors; returns each repository's result by its name."""
    with register(data) as opened:
        report = harvest_mirrors(opened, folder, wish or Wish(), lambda *_: None)
    return {one.name: one for one in report.results}


def provenance(data: Path, name: str, *more: str) -> dict[str, Any]:
    """Return what `provenance --json` says."""
    ran = run(data, "provenance", name, "--json", *more)
    assert ran.code == 0, ran.err
    told: dict[str, Any] = ran.json
    return told


def lines_of(told: dict[str, Any]) -> dict[bytes, list[str]]:
    """Return the commit of each line of each path, as the register tells it."""
    return {
        os.fsencode(file["path"]): [commit for _, count, commit in file["runs"] for _ in range(count)]
        for file in told["files"]
    }


def blamed(mirror: Path, commit: str, path: bytes, *how: str) -> list[str]:
    """Return the commit of each line of a path, as git blame tells it."""
    command = ("blame", "--line-porcelain", *how, commit, "--", os.fsdecode(path))
    said = process.output(git(Mirror(mirror), command))
    return [oid.decode() for oid in _LINE.findall(said)]


def paths_of(mirror: Path, commit: str) -> list[bytes]:
    """Return every path of a commit's tree, as git lists them."""
    said = process.output(git(Mirror(mirror), ("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)))
    return [path for path in said.split(b"\0") if path]
