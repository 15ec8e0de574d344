# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The line engine on real repositories: exact against git blame, and what it costs beside its peers.

Each figure comes from a process of its own. THESEUS may name a `git-of-theseus-analyze` to compare with.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

NAMES = (
    *("OS2mo+os2mo", "Strongminds+kitos", "indico+indico"),
    *("OS2iot+OS2iot-backend", "OS2compliance+OS2compliance", "OS2Forms+os2forms"),
)
PUSHES = (1, 5, 25)
GROWTH = (500, 1000, 2000, 4000, 8000, 16000, 26000)


def measure_lineage(mirrors: Path) -> None:
    """Print every measure for each repository that is there."""
    for name in NAMES:
        place = mirrors / name / "repo" if (mirrors / name / "repo").is_dir() else mirrors / name
        if not place.is_dir():
            print(f"{name}: not there")
            continue
        print(name)
        with tempfile.TemporaryDirectory() as folder:
            _measure(place, Path(folder), large=NAMES.index(name) < 3)


def _measure(place: Path, folder: Path, *, large: bool) -> None:
    ours = _child("head", place)
    print(f"  HEAD: {ours['lines']} lines of {ours['files']} files, {_cost(ours)}")
    plain, graph = _child("blame", place), _child("blame", _with_graph(place, folder))
    print(f"  git blame, one file after the other: {_cost(plain)}; wall {plain['wall'] / ours['wall']:.1f}x")
    print(f"  with commit-graph and changed paths: {_cost(graph)}; CPU {graph['cpu'] / ours['cpu']:.1f}x")
    _print_agreement(ours, plain)
    past = _child("past", place)
    print(f"  whole history, {past['commits']} commits of the main line: {_cost(past)}")
    sizes = f"{past['stored'] / ours['lines']:.2f} bytes a line with full history, {ours['stored'] / ours['lines']:.2f} for HEAD"
    print(f"  stored: {sizes}")
    theseus = os.environ.get("THESEUS")
    if theseus and not large:
        cost = _theseus(theseus, place, folder)
        print(f"  git-of-theseus, every commit: {cost:.1f} s CPU; {cost / past['cpu']:.0f}x")
    for pushed in PUSHES:
        push = _child("push", place, str(pushed))
        ratio = plain["cpu"] / push["cpu"]
        print(f"  a push of {pushed}: {1000 * push['cpu']:.0f} ms CPU with load and store; {ratio:.0f}x")


def measure_growth(mirrors: Path) -> None:
    """Print time and memory of the whole history of the largest repository, cut at so many commits."""
    place = mirrors / "indico+indico" / "repo"
    for commits in GROWTH:
        past = _child("past", place, str(commits))
        each = 1000 * past["cpu"] / past["changed"]
        print(
            f"  {commits} commits, {past['changed']} changed paths: {_cost(past)}, {each:.2f} ms CPU a path"
        )


def _print_agreement(ours: dict[str, Any], blame: dict[str, Any]) -> None:
    told = {path: runs for path, runs in blame["runs"].items() if runs}
    lines = sum(count for runs in told.values() for count, _ in runs)
    same = sum(_same(ours["runs"][path], runs) for path, runs in told.items())
    print(f"  lines equal to git blame: {same} of {lines} ({100 * same / lines:.4f} %)")
    failed = len(blame["runs"]) - len(told)
    if failed:
        print(
            f"  git blame fails for {failed} files, for want of an older version; ours tells {ours['lines'] - lines} lines"
        )


def _same(ours: list[list[Any]], theirs: list[list[Any]]) -> int:
    one = [commit for count, commit in ours for _ in range(count)]
    other = [commit for count, commit in theirs for _ in range(count)]
    return sum(a == b for a, b in zip(one, other, strict=False))


def _cost(found: dict[str, Any]) -> str:
    return f"{found['wall']:.2f} s wall {found['cpu']:.2f} s CPU {found['peak']:.0f} MiB"


def _child(part: str, place: Path, number: str = "0") -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.lineage_parts", part, str(place), number]
    answer: dict[str, Any] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return answer


def _with_graph(place: Path, folder: Path) -> Path:
    """Return a repository of the same objects with a commit-graph and changed-path filters."""
    beside = folder / "graph.git"
    subprocess.run(["git", "clone", "--bare", "--quiet", "--shared", str(place), str(beside)], check=True)
    command = [
        "git",
        f"--git-dir={beside}",
        "commit-graph",
        "write",
        "--reachable",
        "--changed-paths",
        "--no-progress",
    ]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return beside


def _theseus(command: str, place: Path, folder: Path) -> float:
    """Return the CPU seconds of git-of-theseus over every commit of the main line."""
    tree = folder / "tree"
    subprocess.run(["git", "clone", "--quiet", "--shared", str(place), str(tree)], check=True)
    branch = subprocess.run(
        ["git", "-C", str(tree), "symbolic-ref", "--short", "HEAD"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.strip()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    asked = [
        command,
        "--interval",
        "0",
        "--all-filetypes",
        "--quiet",
        "--branch",
        branch,
        "--outdir",
        str(folder / "out"),
    ]
    subprocess.run([*asked, str(tree)], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
