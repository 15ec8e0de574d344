# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Crashes and faults, thousands of times: `python -m tests.soak [faults harvest checkpoint repository disk] [--kills N]`.

A kill -9 leaves to the system what was written, so a folder in memory (TMPDIR) does as well and is faster.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.evidence import crashes, faults, full, harvests

PARTS = ("faults", "harvest", "checkpoint", "repository", "disk")


def main() -> None:
    """Let every call fail in each way, then kill the flows; stop at the first thing that does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to do; all of it by default")
    parser.add_argument("--kills", type=int, default=10_000, help="how many, over harvest and checkpoint")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in given.parts or PARTS:
            _PARTS[part](folder, given.kills)


def _faults(folder: Path, _: int) -> None:
    model = crashes.template(_new(folder) / "model")
    for error in faults.FAULTS:
        what = f"harvest and checkpoint, {os.strerror(error)} at every call"
        _say(what, partial(faults.every_fault, model, _new(folder), error))


def _harvest(folder: Path, kills: int) -> None:
    model, many = crashes.template(_new(folder) / "model"), kills // 2
    what = f"kill -9, harvest, {many} times"
    _say(what, lambda: crashes.kills(model, _new(folder), crashes.harvest, many, say=_progress(what)))


def _checkpoint(folder: Path, kills: int) -> None:
    model, many = crashes.template(_new(folder) / "model"), kills - kills // 2
    what, flow = f"kill -9, checkpoint, {many} times", crashes.checkpoint
    _say(what, lambda: crashes.kills(model, _new(folder), flow, many, prepared=True, say=_progress(what)))


def _repository(folder: Path, kills: int) -> None:
    place, many = harvests.new_place(_new(folder)), kills // 50
    for error in faults.FAULTS:
        what = f"a repository's harvest, {os.strerror(error)} at every call"
        _say(what, partial(harvests.every_fault, place, _new(folder), error))
    _say(f"kill -9, a repository's harvest, {many} times", lambda: harvests.kills(place, _new(folder), many))


def _disk(folder: Path, _: int) -> None:
    place = harvests.new_place(_new(folder))
    what = "a repository's harvest on a full disk, a page more room each time"
    _say(what, partial(full.every_room, place, _new(folder)))


_PARTS: dict[str, Callable[[Path, int], None]] = dict(
    zip(PARTS, (_faults, _harvest, _checkpoint, _repository, _disk), strict=True)
)


def _new(folder: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=folder))


def _progress(what: str) -> Callable[[int], None]:
    def say(done: int) -> None:
        if done % 500 == 0:
            print(f"{what}: {done} killed so far", flush=True)

    return say


def _say(what: str, run: Callable[[], int]) -> None:
    began, before = time.monotonic(), _processor()
    count = run()
    spent = f"{time.monotonic() - began:.0f} s, {_processor() - before:.0f} s CPU"
    print(f"{what}: {count} calls or runs, everything held, {spent}", flush=True)


def _processor() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


if __name__ == "__main__":
    main()
