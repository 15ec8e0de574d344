# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The harvest lock: one harvest at a time works in a data folder; the next one waits, and says so."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from registry.errors import RefusedError


@contextmanager
def harvesting(data: Path, say: Callable[[str], None], *, wait: bool = True) -> Iterator[None]:
    """Hold the lock. The kernel lets go of it when a process dies, however it dies.

    Raises RefusedError when another harvest is at work and `wait` is False.
    """
    with (data / "harvest.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not wait:
                msg = f"another harvest is at work in {data}; let it end, or leave out --no-wait"
                raise RefusedError(msg) from None
            say(f"another harvest is at work in {data}; waiting for it to end")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
