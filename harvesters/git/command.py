# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The git command as we call it: no setting of this machine and no file of a repository steers it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from harvesters.git.model import Mirror
from harvesters.git.task import MIB, Limits, Task

_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

_SETTINGS = {
    "core.hooksPath": "/dev/null",
    "core.attributesFile": "/dev/null",
    "core.excludesFile": "/dev/null",
    "core.fsmonitor": "false",
    "core.packedGitWindowSize": "32m",
    "core.packedGitLimit": "256m",
    "core.alternateRefsCommand": "true",
    "pack.threads": "2",  # each takes address space, which is bounded
    "gc.auto": "0",
    "maintenance.auto": "false",
    "mailmap.blob": "",
    "mailmap.file": "/dev/null",
    "log.mailmap": "false",
    "log.showSignature": "false",
    "blame.ignoreRevsFile": "",
    "diff.renames": "false",
    "protocol.allow": "never",
    "credential.helper": "",
    "advice.graftFileDeprecated": "false",
}


BRINGING = {"core.bigFileThreshold": "16m"}
"""Settings while objects come in: larger blobs are streamed, not held in memory."""

FETCH_BOUNDS = Limits(seconds=3600, memory=2048 * MIB, file=8192 * MIB)
"""Bounds while objects come in: a pack that unfolds beyond them is a bomb."""


def environment(folder: Path, settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the whole environment of a git command that works in `folder`, with further settings."""
    values = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": "/nonexistent",
        "XDG_CONFIG_HOME": "/nonexistent",
        "LC_ALL": "C",
        "TZ": "UTC",
        "GIT_DIR": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_SYSTEM": "/dev/null",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_ATTR_SOURCE": _EMPTY_TREE,
        "GIT_GRAFT_FILE": "/dev/null",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "true",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_PAGER": "cat",
    }
    return values | _as_environment(_SETTINGS | dict(settings or {}))


def git(
    mirror: Mirror,
    *commands: tuple[str, ...],
    stdin: bytes | IO[bytes] = b"",
    limits: Limits | None = None,
    settings: Mapping[str, str] | None = None,
) -> Task:
    """Return the task of running these git commands, joined by pipes, in the mirror."""
    return Task(
        tuple(("git", *command) for command in commands),
        environment(mirror.path, settings),
        stdin,
        limits or Limits(),
    )


def _as_environment(settings: Mapping[str, str]) -> dict[str, str]:
    numbered = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings.items()):
        numbered[f"GIT_CONFIG_KEY_{number}"] = key
        numbered[f"GIT_CONFIG_VALUE_{number}"] = value
    return numbered
