# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Blame: which commit wrote each line of a file, as git tells it.

    49790775624c422bd2bf74b2d33ae2b20f8bcf0f 5 5 2
    author A U Thor
    ...
    filename path

(`git blame --incremental`). Only the first line of each group is read: commit, line then, line now, count.
What follows is text by strangers, and names may have passed a mailmap: authors are read from the commits.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from harvesters.errors import UnreadableError, shown
from harvesters.git import process
from harvesters.git.command import git
from harvesters.git.model import Method, Mirror, Oid, Problem, Run
from harvesters.git.task import MIB, CommandError, Done, Limits, Task

_GROUP = re.compile(rb"^([0-9a-f]{40}) \d+ (\d+) (\d+)$", re.MULTILINE)
_MANY_PACKS = 10  # each is searched in turn, unless one index covers them
_METHODS: dict[str, tuple[str, ...]] = {"plain": (), "w": ("-w",), "wMC": ("-w", "-M", "-C")}


def blame(
    mirror: Mirror, commit: Oid, path: bytes, *, method: Method = "plain", timeout: float = 60
) -> tuple[Run, ...]:
    """Return the runs of a file, in order, covering every line; UnreadableError when there is no answer."""
    task = _task(mirror, commit, path, method, timeout)
    for _, answer in process.run_each([(None, task)], processes=1):
        runs = _read(path, answer, timeout)
        if isinstance(runs, Problem):
            raise UnreadableError(runs.reason)
        return runs
    raise AssertionError


def blame_all(
    mirror: Mirror,
    commit: Oid,
    paths: Iterable[bytes],
    *,
    method: Method = "plain",
    timeout: float = 60,
    processes: int = 2,
) -> Iterator[tuple[bytes, tuple[Run, ...] | Problem]]:
    """Yield the runs of each path as they are ready, not in order; a Problem where there is no answer."""
    tasks = ((path, _task(mirror, commit, path, method, timeout)) for path in paths)
    for path, answer in process.run_each(tasks, processes):
        yield path, _read(path, answer, timeout)


def prepare(mirror: Mirror) -> Problem | None:
    """Write the commit-graph with changed-path filters, which blame is many times faster with.

    Done again only when refs have changed since. A mirror without one is slower, not wrong.
    """
    graph, refs = mirror.path / "objects/info/commit-graph", mirror.path / "packed-refs"
    if graph.exists() and refs.exists() and graph.stat().st_mtime_ns >= refs.stat().st_mtime_ns:
        return None
    if len(list((mirror.path / "objects/pack").glob("*.pack"))) > _MANY_PACKS:
        process.run(git(mirror, ("multi-pack-index", "write", "--no-progress")))
    for how in (("--changed-paths",), ()):
        done = process.run(git(mirror, ("commit-graph", "write", "--reachable", "--no-progress", *how)))
        if not done.code:
            return None
    return Problem(None, f"The history could not be indexed, and is read more slowly: {done.complaint}")


def _task(mirror: Mirror, commit: Oid, path: bytes, method: Method, timeout: float) -> Task:
    named = os.fsdecode(path)
    command = ("blame", "--incremental", "--encoding=none", *_METHODS[method], commit, "--", named)
    limits = Limits(seconds=timeout, output=256 * MIB)
    return git(mirror, command, limits=limits)


def _read(path: bytes, answer: Done | CommandError, timeout: float) -> tuple[Run, ...] | Problem:
    if isinstance(answer, CommandError):
        return Problem(
            path, f"Who wrote {shown(path)} could not be found within {timeout:g} seconds: {answer}."
        )
    if answer.code:
        return Problem(path, f"Who wrote {shown(path)} cannot be told: {answer.complaint}")
    runs = parse_blame(answer.out)
    if runs is None:
        return Problem(
            path, f"Who wrote {shown(path)} cannot be told: git's answer does not cover each line once."
        )
    return runs


def parse_blame(said: bytes) -> tuple[Run, ...] | None:
    """Return the runs in order, neighbours of one commit joined; None unless they cover every line once."""
    groups = sorted((int(first), int(count), oid) for oid, first, count in _GROUP.findall(said))
    joined: list[tuple[int, int, bytes]] = []
    following = 1
    for first, count, oid in groups:
        if first != following:
            return None
        following += count
        if joined and joined[-1][2] == oid:
            joined[-1] = (joined[-1][0], joined[-1][1] + count, oid)
        else:
            joined.append((first, count, oid))
    return tuple(Run(first, count, Oid(oid.decode())) for first, count, oid in joined)
