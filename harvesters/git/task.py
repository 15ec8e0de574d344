# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A task: commands joined by pipes, with what they read, what surrounds them, and what they may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO

from harvesters.errors import UnreadableError, shown

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Bounds of one command: waiting in seconds, output and memory and the largest file written in bytes."""

    seconds: float = 600
    output: int = 1024 * MIB
    memory: int = 1024 * MIB
    file: int = 16384 * MIB


@dataclass(frozen=True)
class Task:
    """Commands joined by pipes, what the first one reads, and the bounds of each."""

    commands: tuple[tuple[str, ...], ...]
    environment: Mapping[str, str]
    stdin: bytes | IO[bytes] = b""
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Done:
    """How a command ended: the first exit code that is not 0, its output, the end of its complaints."""

    code: int
    out: bytes
    complaint: str


class CommandError(UnreadableError):
    """A command failed, ran too long or said too much."""


def called(task: Task) -> str:
    """Return the task's name for a sentence: commands without options."""
    return " | ".join(_name(command) for command in task.commands)


def _name(command: tuple[str, ...]) -> str:
    words = [word for word in command if not word.startswith("-")]
    return shown(" ".join(words[:2]))
