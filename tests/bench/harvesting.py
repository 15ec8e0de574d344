# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What a harvest of real mirrors costs, cold and again; and that its provenance is git's own blame."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

from tests.bench.timing import cost_of

LARGE = ("OS2mo+os2mo", "Strongminds+kitos")
COMPARED = ("OS2iot+OS2iot-backend", "os2display+campaign-bundle", "OS2mo+os2mo-ldap-import-export")


def measure_harvest(mirrors: Path) -> None:
    """Print the cost of the list without the two largest, of os2mo, and of both again."""
    names = sorted(place.name for place in mirrors.iterdir() if place.is_dir())
    with tempfile.TemporaryDirectory() as folder:
        small = _linked(Path(folder) / "small", mirrors, [name for name in names if name not in LARGE])
        for label, place in (("the list without os2mo and kitos", small), *_one(Path(folder), mirrors)):
            data = str(Path(folder) / f"data-{place.name}")
            cold, _ = cost_of(["--data", data, "harvest", "--mirrors", str(place)])
            again, _ = cost_of(["--data", data, "harvest", "--mirrors", str(place)])
            print(f"harvest of {label}\n  cold       {cold}\n  unchanged  {again}")
            print(f"  unchanged / cold CPU: {100 * again.cpu / cold.cpu:.2f} %")


def measure_agreement(mirrors: Path) -> None:
    """Print how many lines of three repositories `git blame` attributes to the commit that we name."""
    for name in COMPARED:
        if not (mirrors / name).is_dir():
            print(f"agreement with git blame: {name} is not there")
            continue
        with tempfile.TemporaryDirectory() as folder:
            place = _linked(Path(folder) / "one", mirrors, [name])
            data = Path(folder) / "data"
            cost_of(["--data", str(data), "harvest", "--mirrors", str(place)])
            full_name = name.replace("+", "/")
            _, printed = cost_of(["--data", str(data), "provenance", full_name, "--json"])
            same, lines = _compare(next((data / "mirrors").glob("*.git")), json.loads(printed))
            print(f"agreement with git blame: {full_name}: {same} of {lines} lines")


def _one(folder: Path, mirrors: Path) -> list[tuple[str, Path]]:
    return (
        [(LARGE[0], _linked(folder / "large", mirrors, [LARGE[0]]))] if (mirrors / LARGE[0]).is_dir() else []
    )


def _linked(place: Path, mirrors: Path, names: list[str]) -> Path:
    place.mkdir()
    for name in names:
        (place / name).symlink_to(mirrors / name)
    return place


def _compare(mirror: Path, told: dict[str, object]) -> tuple[int, int]:
    same = lines = 0
    files = told["files"]
    assert isinstance(files, list)
    for file in files:
        ours = [commit for _, count, commit in file["runs"] for _ in range(count)]
        command = ["git", f"--git-dir={mirror}", "blame", "-s", "-l", "--root", str(told["commit"]), "--"]
        blamed = subprocess.run([*command, os.fsencode(file["path"])], capture_output=True, check=True).stdout
        theirs = [line[:40].decode() for line in blamed.splitlines(keepends=True) if line[:1] != b""]
        lines += len(ours)
        same += sum(a == b for a, b in zip(ours, theirs, strict=False))
    return same, lines
