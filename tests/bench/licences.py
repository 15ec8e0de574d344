# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Licences against scancode-toolkit: every licence file of real mirrors, and random files with a fixed seed.

`SCANCODE` names its command (a virtual environment of its own with scancode-toolkit and pluggy below 1.6; it is no
dependency). Each difference is explained by a rule of `tests.bench.explaining`, or printed as unexplained.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harvesters.git import history, trees
from harvesters.git.command import git
from harvesters.git.foreign import find_git_directories
from harvesters.git.model import Mirror, Oid
from harvesters.git.process import output
from registry.licences.name_classes import name_class
from tests.bench.explaining import explained, same, single
from tests.bench.oracle import TOGETHER, Answer, ask
from tests.bench.timing import Cost

SEED, SAMPLE, LARGEST = 20_261_126, 5000, 1 << 20
_TEXTS = frozenset({"licence_file", "licences_folder"})


@dataclass(frozen=True)
class Blob:
    """A blob of a mirror, at the first path at which it was met."""

    mirror: Mirror
    oid: Oid
    path: bytes


def measure_licences(mirrors: Path) -> None:
    """Print agreement and cost; without scancode, say so."""
    scancode = os.environ.get("SCANCODE", "")
    if not scancode or not Path(scancode).is_file():
        print("licences needs SCANCODE=the path of a scancode command, in an environment of its own")
        return
    texts, others = _blobs(mirrors)
    chosen = random.Random(SEED).sample(
        sorted(others.values(), key=lambda one: one.oid), min(len(others), 2 * SAMPLE)
    )
    with tempfile.TemporaryDirectory() as folder:
        _compare("licence files", scancode, _written(Path(folder) / "texts", texts.values()))
        _compare(f"files (seed {SEED})", scancode, _written(Path(folder) / "files", chosen, SAMPLE))


def _blobs(mirrors: Path) -> tuple[dict[Oid, Blob], dict[Oid, Blob]]:
    """Every licence file of each history, and every other file of each head."""
    texts: dict[Oid, Blob] = {}
    others: dict[Oid, Blob] = {}
    for _, place in find_git_directories(mirrors):
        mirror = Mirror(place)
        head = Oid(output(git(mirror, ("rev-parse", "HEAD"))).decode().split()[0])
        for one in trees.entries(mirror, head):
            if one.kind == "blob" and one.mode != 0o120000 and one.size is not None and one.size <= LARGEST:
                (texts if _is_text(one.path) else others).setdefault(one.oid, Blob(mirror, one.oid, one.path))
        for _, changes in history.steps(mirror, history.main_line(mirror, head)):
            for change in changes:
                if change.new is not None and _is_text(change.path):
                    texts.setdefault(change.new, Blob(mirror, change.new, change.path))
    return texts, others


def _is_text(path: bytes) -> bool:
    return name_class(path).partition(":")[0] in _TEXTS


def _written(folder: Path, blobs: Iterable[Blob], most: int | None = None) -> list[Path]:
    """Write blobs as GROUP/BLOB/NAME, so many a group; binary files are left out. Returns the groups."""
    groups: list[Path] = []
    count = 0
    for one in blobs:
        data = trees.blob(one.mirror, one.oid, LARGEST)
        if not data or b"\0" in data[:8000] or (most is not None and count >= most):
            continue
        if count % TOGETHER == 0:
            groups.append(folder / f"{count // TOGETHER:03}")
        folder_name, _, name = os.fsdecode(one.path).rpartition("/")
        kept = "LICENSES" if folder_name.endswith("LICENSES") else ""  # its name tells what the file is
        place = groups[-1] / one.oid / kept / name
        place.parent.mkdir(parents=True)
        place.write_bytes(data)
        count += 1
    return groups


def _compare(what: str, scancode: str, groups: list[Path]) -> None:
    theirs: dict[str, Answer] = {}
    costs: list[Cost] = []
    ours: list[dict[str, Any]] = []
    for group in groups:
        answers, cost = ask(scancode, group)
        theirs |= answers
        costs.append(cost)
        ours.append(_ours(group))
    every = {name: answer for one in ours for name, answer in one["answers"].items()}
    told = {name: answer for name, answer in every.items() if name in theirs}
    if len(told) < len(every):
        print(f"{len(every) - len(told)} {what} are none that scancode looks at (a .gitignore)")
    _print_costs(what, costs, ours, len(told))
    print(
        "  "
        + ", ".join(f"{reason}: {count}" for reason, count in Counter(_reasons(told, theirs)).most_common())
    )
    alone = [name for name in told if single(theirs[name])]
    listed = [name for name in alone if not str(theirs[name].expression).startswith("LicenseRef-")]
    for names, which in ((alone, "one licence"), (listed, "one licence of SPDX's list")):
        alike = sum(same(told[name], theirs[name]) for name in names)
        print(f"  of {len(names)} in which scancode finds {which}, the same: {alike}")
    for name in sorted(told):
        if explained(told[name], theirs[name]) is None:
            print(f"  UNEXPLAINED {name}: {theirs[name].expression} / {told[name]['sources']}")


def _reasons(told: dict[str, Any], theirs: dict[str, Answer]) -> Iterator[str]:
    for name, one in told.items():
        yield "the same" if same(one, theirs[name]) else explained(one, theirs[name]) or "UNEXPLAINED"


def _ours(folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.detecting", str(folder)]
    answer: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return answer


def _print_costs(what: str, costs: list[Cost], ours: list[dict[str, Any]], count: int) -> None:
    cpu, first, second = (
        sum(one.cpu for one in costs),
        sum(one["first"] for one in ours),
        sum(one["second"] for one in ours),
    )
    print(f"{count} {what}")
    print(
        f"  CPU: scancode {cpu:.1f} s, ours {first:.2f} s ({cpu / first:.0f}x), again {second:.3f} s ({cpu / second:.0f}x)"
    )
    print(
        f"  peak: scancode {max(one.peak for one in costs):.0f} MiB, ours {max(one['peak'] for one in ours):.0f} MiB"
    )
