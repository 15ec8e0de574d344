# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A conversation: talking with one process, or reading it as it speaks, in pieces of a known size."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from harvesters.git.process import CHUNK, Running, readable
from harvesters.git.task import CommandError, Task


def stream(task: Task) -> Iterator[bytes]:
    """Yield the output as it comes; raise CommandError at the end if the task failed.

    Only the time spent waiting for the commands counts against the bound, not the reader's own.
    """
    with Conversation(task) as talk:
        while chunk := talk.some():
            yield chunk
        talk.finish()


class Conversation:
    """A command one talks with: what is said goes to its input, what it answers is read in exact pieces."""

    def __init__(self, task: Task, *, speaking: bool = False) -> None:
        self._running = Running(task, speaking=speaking)
        self._left = task.limits.seconds
        self._most = task.limits.output
        self._size = 0
        self._buffer = bytearray()

    def __enter__(self) -> Conversation:
        return self

    def __exit__(self, *_: object) -> None:
        self._running.close()

    def say(self, words: bytes) -> None:
        """Write at most a pipe's worth (64 KiB) without reading the answer first."""
        said = self._running.said
        assert said is not None
        try:
            said.write(words)
            said.flush()
        except BrokenPipeError:
            raise CommandError(self._running.failure()) from None

    def some(self) -> bytes:
        """Return what has come, or wait for it; empty at the end."""
        if self._buffer:
            taken = bytes(self._buffer)
            self._buffer.clear()
            return taken
        return self._receive()

    def line(self) -> bytes:
        """Return the next line without its newline."""
        while (end := self._buffer.find(b"\n")) < 0:
            self._more()
        taken = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return taken

    def lines(self) -> list[bytes]:
        """Return some whole lines, at least one; none at the end, when a failure is raised."""
        while (end := self._buffer.rfind(b"\n")) < 0:
            chunk = self._receive()
            self._buffer += chunk
            if not chunk:
                self.finish()
                return []
        taken = bytes(self._buffer[:end]).split(b"\n")
        del self._buffer[: end + 1]
        return taken

    def exactly(self, size: int) -> bytes:
        """Return the next `size` bytes."""
        while len(self._buffer) < size:
            self._more()
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def finish(self) -> None:
        """Wait for the end; raise CommandError if a command failed."""
        if self._running.wait():
            raise CommandError(self._running.failure())

    def _more(self) -> None:
        chunk = self._receive()
        if not chunk:
            self._running.wait()
            raise CommandError(self._running.failure())
        self._buffer += chunk

    def _receive(self) -> bytes:
        number = self._running.output.fileno()
        before = time.monotonic()
        if not readable([number], self._left):
            raise CommandError(self._running.too_long())
        self._left -= time.monotonic() - before
        chunk = os.read(number, CHUNK)
        self._size += len(chunk)
        if self._size > self._most:
            raise CommandError(f"{self._running.name} said more than {self._most} bytes")
        return chunk
