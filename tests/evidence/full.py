# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A disk that is really full: a small one of its own is mounted, and a harvest has ever so little room on it.

Mounting needs a right that an own namespace gives: `unshare -rm make soak SOAK_ARGS=disk`.
"""

from __future__ import annotations

import itertools
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.evidence.harvests import NAME, Place, check
from tests.running import provenance

_DISK = 64 << 20
PAGE = 4096


@contextmanager
def small_disk(at: Path) -> Iterator[Path]:
    """Mount a disk in memory at a folder; leaves with a sentence where that is not allowed."""
    at.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "tmpfs", str(at)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        raise SystemExit("no disk can be mounted here; run it as: unshare -rm make soak SOAK_ARGS=disk")
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


def every_room(place: Place, folder: Path) -> int:
    """Harvest with no room at all, then with a page more and a page more, until it fits; returns how many did not."""
    whole = place.copy(folder / "whole")
    whole.harvest()
    told = provenance(whole.data, NAME)["files"]
    for number in itertools.count():
        with small_disk(folder / f"disk-{number}") as disk:
            one = place.copy(disk / "data")
            filler = _fill(disk, number * PAGE)
            with suppress(Exception):  # the harvest may report the failure and go on, or end with it
                one.harvest()
            fitted = _read(one)
            filler.unlink()
            check(one, told)
        if fitted:
            return number
    raise AssertionError


def _fill(disk: Path, room: int) -> Path:
    filler = disk / "filler"
    free = shutil.disk_usage(disk).free - room
    with filler.open("wb") as file:
        for _ in range(max(free, 0) // PAGE):
            file.write(bytes(PAGE))
    return filler


def _read(one: Place) -> bool:
    with suppress(AssertionError):
        return bool(provenance(one.data, NAME)["files"])
    return False
