# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What `lineage` measures, each in a process of its own: `python -m tests.bench.lineage_parts PART PLACE [NUMBER]`."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from harvesters.git import history, trees
from harvesters.git.blame import parse_blame
from harvesters.git.lineage.backward import trace
from harvesters.git.model import Commit, Mirror, Oid, Run
from registry.custody.repositories import sight_by_label
from registry.pipeline.register import Register, open_register
from registry.provenance.intake.commits import keep_commits
from registry.provenance.intake.following import keep_past
from registry.provenance.intake.model import Past
from registry.provenance.lives import pack_life, unpack_life
from registry.provenance.records import EditsRow
from registry.provenance.runs import pack
from registry.provenance.through_time import main_line
from registry.settings import Settings

Figures = dict[str, Any]
_PUSHES = 5


def main() -> None:
    """Run one part and print its figures as JSON."""
    part, place, *rest = sys.argv[1:]
    figures = PARTS[part](Mirror(Path(place).absolute()), int(rest[0]) if rest else 0)
    json.dump(figures, sys.stdout)


def timed(work: Callable[[], Any]) -> tuple[Any, Figures]:
    """Return what the work gives, its wall and processor seconds, children included, and the peak memory in MiB."""
    started, before = time.perf_counter(), _seconds()
    found = work()
    cost = {"wall": time.perf_counter() - started, "cpu": _seconds() - before}
    return found, cost | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _seconds() -> float:
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in told)


def head_of(mirror: Mirror) -> Oid:
    """Return the commit that HEAD names."""
    command = ["git", f"--git-dir={mirror.path}", "rev-parse", "HEAD"]
    return Oid(subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip())


def text_files(mirror: Mirror) -> dict[bytes, int]:
    """Return the number of lines of each text file of HEAD."""
    entries = [
        one for one in trees.entries(mirror, head_of(mirror)) if one.kind == "blob" and one.mode >> 12 == 8
    ]
    files = {}
    blobs = trees.blobs(mirror, [one.oid for one in entries], largest=20_000_000)
    for entry, (_, data) in zip(entries, blobs, strict=True):
        if data and b"\0" not in data[:8000]:
            files[entry.path] = data.count(b"\n") + (not data.endswith(b"\n"))
    return files


def head(mirror: Mirror, _: int) -> Figures:
    """Trace every line of HEAD."""
    files, tip = text_files(mirror), head_of(mirror)
    found, figures = timed(lambda: trace(mirror, tip, files))
    oldest_first = reversed(list(history.commits(mirror, [tip])))
    numbers = {commit.oid: number for number, commit in enumerate(oldest_first, start=1)}
    packed = sum(len(pack((run.count, numbers[run.commit]) for run in runs)) for runs in found.runs.values())
    return figures | {
        "files": len(files),
        "lines": sum(files.values()),
        "stored": packed,
        "runs": {os.fsdecode(path): _listed(runs) for path, runs in found.runs.items()},
    }


def blame(mirror: Mirror, _: int) -> Figures:
    """Ask git blame for one file after the other."""
    files, tip = text_files(mirror), head_of(mirror)
    found, figures = timed(lambda: {path: _blamed(mirror, tip, path) for path in files})
    return figures | {"runs": {os.fsdecode(path): _listed(runs) for path, runs in found.items()}}


def _blamed(mirror: Mirror, tip: Oid, path: bytes) -> tuple[Run, ...]:
    command = ["git", f"--git-dir={mirror.path}", "blame", "--incremental", tip, "--", os.fsdecode(path)]
    return parse_blame(subprocess.run(command, capture_output=True, check=False).stdout) or ()


def _listed(runs: Sequence[Run]) -> list[list[Any]]:
    return [[run.count, run.commit] for run in runs]


def past(mirror: Mirror, most: int) -> Figures:
    """Follow the whole history, or that of the commit which so many lead to, into a register."""
    tip = head_of(mirror)
    if most:
        listed = subprocess.run(
            ["git", f"--git-dir={mirror.path}", "rev-list", "--reverse", "--topo-order", tip],
            capture_output=True,
            check=True,
            text=True,
        ).stdout.split()
        tip = Oid(listed[min(most, len(listed)) - 1])
    with tempfile.TemporaryDirectory() as folder, _register(Path(folder)) as register:
        told = _past(register, list(history.commits(mirror, [tip])))
        made, figures = timed(lambda: _keep(register, mirror, tip, told))
        with register.sessions() as session:
            main = main_line(session, told.repository)
            assert main is not None
            lives = [unpack_life(one, main.commits) for one in session.scalars(select(EditsRow.edits))]
            stored = sum(len(pack_life(one)) for one in lives)
            changed = sum(len(one.edits(main.commits)) for one in lives)
    return figures | {"commits": made, "changed": changed, "stored": stored}


@contextmanager
def _register(data: Path) -> Iterator[Register]:
    register = open_register(Settings(f"sqlite:///{data / 'register.sqlite'}", data), seed=False)
    try:
        yield register
    finally:
        register.engine.dispose()


def push(mirror: Mirror, pushed: int) -> Figures:
    """Follow the main line to so many commits before its end, keep that, and measure the rest: load, walk, store.

    The median of several, each in a register that has taken as many commits before, as a worker's has that runs on.
    """
    commits = list(history.commits(mirror, [head_of(mirror)]))
    tips = _main_line(mirror, commits)
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "before"
        before.mkdir()
        with _register(before) as register:
            _keep(register, mirror, tips[2 * pushed], _past(register, commits))
        now = dict.fromkeys(text_files(mirror), "program")
        pushes = [
            _pushed(before, Path(folder) / str(number), mirror, commits, now, tips[pushed])
            for number in range(_PUSHES)
        ]
    return sorted(pushes, key=lambda one: float(one["cpu"]))[_PUSHES // 2]


def _main_line(mirror: Mirror, commits: Sequence[Commit]) -> list[Oid]:
    """Return the commits of the main line, the newest first."""
    known, tips = {commit.oid: commit for commit in commits}, [head_of(mirror)]
    while tips[-1] in known and known[tips[-1]].parents:
        tips.append(known[tips[-1]].parents[0])
    return tips


def _pushed(
    before: Path, data: Path, mirror: Mirror, commits: Sequence[Commit], now: Mapping[bytes, str], middle: Oid
) -> Figures:
    shutil.copytree(before, data)
    with _register(data) as register:
        told = _past(register, commits)
        _keep(register, mirror, middle, told)
        tip, told = head_of(mirror), replace(told, now=now)
        _, figures = timed(lambda: _keep(register, mirror, tip, told))
    return figures


def _past(register: Register, commits: Sequence[Commit]) -> Past:
    with register.sessions.begin() as session:
        repository = sight_by_label(session, "bench", "one", datetime.now(UTC))
        numbers, _ = keep_commits(session, commits)
    return Past(repository, commits, numbers, {}, lambda paths: dict.fromkeys(paths, "program"), "bench")


def _keep(register: Register, mirror: Mirror, tip: Oid, told: Past) -> int:
    with register.sessions.begin() as session:
        return keep_past(session, mirror, tip, told)


PARTS: Mapping[str, Callable[[Mirror, int], Figures]] = {
    "head": head,
    "blame": blame,
    "past": past,
    "push": push,
}

if __name__ == "__main__":
    main()
