# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A process: a command run with nothing of this machine's settings, bounded in time, output and memory.

This is the only module that starts processes. Whatever happens - timeout, too much output, an exception,
Ctrl-C - every process it started is killed with its children and waited for.
"""

from __future__ import annotations

import contextlib
import os
import resource
import selectors
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, TypeVar

from harvesters.errors import shown
from harvesters.git.task import CommandError, Done, Limits, Task, called

__all__ = [
    "CHUNK",
    "CommandError",
    "Done",
    "Limits",
    "Running",
    "Task",
    "output",
    "readable",
    "run",
    "run_each",
]

CHUNK = 1 << 18
Key = TypeVar("Key")


def run(task: Task) -> Done:
    """Run to the end and return what came; raise CommandError only when a bound was crossed."""
    for _, answer in run_each([(None, task)], processes=1):
        if isinstance(answer, CommandError):
            raise answer
        return answer
    raise AssertionError


def output(task: Task) -> bytes:
    """Run to the end and return the output; raise CommandError when it failed."""
    done = run(task)
    if done.code:
        raise CommandError(f"{called(task)} failed: {done.complaint}")
    return done.out


def run_each(tasks: Iterable[tuple[Key, Task]], processes: int) -> Iterator[tuple[Key, Done | CommandError]]:
    """Run many tasks, so many at once, and yield each answer under its key as it ends."""
    waiting = iter(tasks)
    alive: dict[int, tuple[Key, Running]] = {}
    try:
        while True:
            while len(alive) < processes and (following := next(waiting, None)) is not None:
                try:
                    running = Running(following[1])
                except CommandError as error:
                    yield following[0], error
                else:
                    alive[running.output.fileno()] = following[0], running
            if not alive:
                return
            for number in _ended(alive):
                key, running = alive[number]
                answer = running.answer()
                del alive[number]
                yield key, answer
    finally:
        for _, running in alive.values():
            running.close()


class Running:
    """A task under way; close() leaves nothing of it behind."""

    def __init__(self, task: Task, *, speaking: bool = False) -> None:
        self.task = task
        self.name = called(task)
        self.deadline = time.monotonic() + task.limits.seconds
        self.received: list[bytes] = []
        self.size = 0
        self.trouble: str | None = None
        self.said: IO[bytes] | None = None
        self._processes: list[subprocess.Popen[bytes]] = []
        self._notes = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close()
        try:
            self.output: IO[bytes] = self._start(speaking=speaking)
        except OSError as error:
            self.close()
            why = "install git 2.39 or later" if isinstance(error, FileNotFoundError) else error.strerror
            raise CommandError(f"{called(task)} could not be started: {why}") from error
        except BaseException:
            self.close()
            raise

    def _start(self, *, speaking: bool) -> IO[bytes]:
        with contextlib.ExitStack() as ours:  # our copies of what the processes read from
            source: IO[bytes] | int = subprocess.PIPE
            if not speaking:
                source = ours.enter_context(_input_file(self.task.stdin))
            for command in self.task.commands:
                process = self._spawn(command, source)
                assert process.stdout is not None
                source = process.stdout
            for process in self._processes[:-1]:
                assert process.stdout is not None
                ours.enter_context(process.stdout)
        self.said = self._processes[0].stdin
        assert not isinstance(source, int)
        return source

    def _spawn(self, command: tuple[str, ...], source: IO[bytes] | int) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=self._notes,
            env=dict(self.task.environment),
            cwd="/",
            start_new_session=True,
        )
        self._processes.append(process)
        _bound(process.pid, self.task.limits)
        return process

    def receive(self) -> bool:
        """Take what has come; return whether that was the end."""
        chunk = os.read(self.output.fileno(), CHUNK)
        self.received.append(chunk)
        self.size += len(chunk)
        if self.size > self.task.limits.output:
            self.trouble = f"{self.name} said more than {self.task.limits.output} bytes"
        return not chunk or self.trouble is not None

    def wait(self) -> int:
        """Return the first exit code that is not 0, when all have ended by the deadline."""
        if self.said is not None:
            with contextlib.suppress(BrokenPipeError):
                self.said.close()
        try:
            codes = [p.wait(max(0.1, self.deadline - time.monotonic())) for p in self._processes]
        except subprocess.TimeoutExpired:
            self.trouble = self.too_long()
            return -signal.SIGKILL
        # a command that stops reading kills the one before it: the reader's own code says more
        return next((code for code in reversed(codes) if code), 0)

    def answer(self) -> Done | CommandError:
        """Close, and return how it ended."""
        try:
            code = -signal.SIGKILL if self.trouble else self.wait()
            if self.trouble:
                return CommandError(self.trouble)
            return Done(code, b"".join(self.received), self.complaint())
        finally:
            self.close()

    def complaint(self) -> str:
        """Return the last line on standard error that says something, bounded."""
        self._notes.seek(max(0, self._notes.seek(0, os.SEEK_END) - 4000))
        lines = [line.strip() for line in self._notes.read().splitlines() if line.strip()]
        fatal = [line for line in lines if line.startswith(b"fatal:")]
        return shown((fatal or lines or [b"it gave no reason"])[-1], 500)

    def failure(self) -> str:
        """Return the sentence for a command that ended badly."""
        return f"{self.name} failed: {self.complaint()}"

    def too_long(self) -> str:
        """Return the sentence for a command that was stopped."""
        return f"{self.name} took longer than {self.task.limits.seconds:g} seconds and was stopped"

    def close(self) -> None:
        """Kill what still runs, with its children, and close every pipe."""
        for process in self._processes:
            if process.poll() is None:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(BrokenPipeError):
                        pipe.close()
            process.wait()
        self._notes.close()


def _ended(alive: Mapping[int, tuple[Key, Running]]) -> list[int]:
    nearest = min(running.deadline for _, running in alive.values())
    ready = readable(alive, nearest - time.monotonic())
    ended = []
    for number, (_, running) in alive.items():
        if over := time.monotonic() > running.deadline:
            running.trouble = running.too_long()
        elif number in ready:
            over = running.receive()
        if over:
            ended.append(number)
    return ended


def readable(numbers: Iterable[int], seconds: float) -> set[int]:
    """Return which of these descriptors have something to read, after waiting at most so long."""
    with selectors.DefaultSelector() as selector:
        for number in numbers:
            selector.register(number, selectors.EVENT_READ)
        return {entry.fd for entry, _ in selector.select(max(0.0, seconds))}


def _input_file(words: bytes | IO[bytes]) -> IO[bytes]:
    if not isinstance(words, bytes):
        return words
    held = tempfile.TemporaryFile()  # noqa: SIM115 - closed once the process has it
    held.write(words)
    held.seek(0)
    return held


def _bound(pid: int, limits: Limits) -> None:
    # set from outside: code between fork and exec is not safe in a program with threads
    bounds = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_FSIZE: limits.file,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in bounds.items():
        with contextlib.suppress(ProcessLookupError, PermissionError):
            hard = resource.getrlimit(kind)[1]
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.prlimit(pid, kind, (allowed, allowed))
