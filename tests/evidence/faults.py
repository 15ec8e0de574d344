# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Faults: one call to the disk or to the database fails, the first, the second, until the flows pass."""

from __future__ import annotations

import errno
import io
import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from registry.evidence import disk
from tests.evidence.crashes import check, opened, undisturbed, whole

CALLS = ("open", "write", "fsync", "replace", "mkdir", "unlink")
FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES)


@dataclass
class Fault:
    """Lets call number `at` to disk or database fail with `error`; counts the calls."""

    at: int
    error: int
    calls: int = 0
    armed: bool = True
    log: list[str] = field(default_factory=list)

    def tick(self, name: str) -> None:
        """Count a call; fail if it is the one."""
        self.calls += 1
        if self.armed and self.calls == self.at:
            self.armed = False
            self.log.append(name)
            if name == "database":
                raise sqlite3.OperationalError(f"database or disk is full ({os.strerror(self.error)})")
            raise OSError(self.error, os.strerror(self.error), name)


class _Disk:
    """The module `os` as the register's disk sees it, with the fault in it."""

    def __init__(self, fault: Fault) -> None:
        self._fault = fault

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in CALLS:
            return real

        def call(*arguments: Any, **named: Any) -> Any:
            self._fault.tick(name)
            return real(*arguments, **named)

        return call


@contextmanager
def faulty(engine: Engine, folder: Path, fault: Fault) -> Iterator[None]:
    """Put the fault in the way of the disk, as far as it is below `folder`, and of the database."""

    def execute(*_: Any) -> None:
        fault.tick("database")

    def opening(file: Any, *arguments: Any, **named: Any) -> Any:
        if str(file).startswith(str(folder)):
            fault.tick("open to read")
        return plain(file, *arguments, **named)

    names, reading = vars(disk), vars(io)
    real, names["os"] = names["os"], _Disk(fault)
    plain, reading["open"] = reading["open"], opening
    event.listen(engine, "before_cursor_execute", execute)
    event.listen(engine, "commit", execute)
    try:
        yield
    finally:
        names["os"], reading["open"] = real, plain
        event.remove(engine, "before_cursor_execute", execute)
        event.remove(engine, "commit", execute)


def every_fault(model: Path, folder: Path, error: int, step: int = 1) -> int:
    """Let call 1, 1 + step ... fail until the flows pass; returns how many calls they make."""
    root = undisturbed(model, folder / "whole").root
    for number in itertools.count(1, step):
        place = folder / f"fault-{number}"
        shutil.copytree(model, place)
        fault, acknowledged = Fault(number, error), list[int]()
        with opened(place) as site:
            try:
                with faulty(site.engine, place, fault):
                    whole(site, acknowledged.append)
            except Exception as failed:
                assert not fault.armed, failed
            check(site, acknowledged, root)
        shutil.rmtree(place)
        if fault.armed:
            return number - 1
    raise AssertionError
