# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The oracle: scancode-toolkit, in an environment of its own, asked about the same files as our detector."""

from __future__ import annotations

import json
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.timing import Cost

TOGETHER = 5000  # files of one run: each run loads an index of about ten seconds first


@dataclass(frozen=True)
class Found:
    """One match: SPDX's expression, how sure scancode is (0 to 100), its lines and the words it matched."""

    expression: str
    score: float
    first: int
    last: int
    text: str


@dataclass(frozen=True)
class Answer:
    """What scancode says of a file: one expression for all of it, and the matches behind it."""

    expression: str | None
    found: tuple[Found, ...]

    @property
    def identifiers(self) -> frozenset[str]:
        """The licences that it names, without what it knows only to be some licence."""
        return frozenset(name for one in self.found for name in named(one.expression))


def named(expression: str) -> list[str]:
    """Return the licences of an expression that are known ones, by SPDX's identifier."""
    words = expression.replace("(", " ").replace(")", " ").split()
    kept = [word for word in words if word not in {"AND", "OR", "WITH"}]
    return [word for word in kept if not word.startswith("LicenseRef-scancode-")]


def ask(scancode: str, folder: Path) -> tuple[dict[str, Answer], Cost]:
    """Return scancode's answer for each file below `folder`, by its path there, and what it cost in one process."""
    out = folder.with_suffix(".json")
    options = (
        "--license",
        "--license-text",
        "--processes",
        "0",
        "--quiet",
        "--strip-root",
        "--json",
        str(out),
    )
    command = [scancode, *options, str(folder)]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    cost = Cost(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    if not out.is_file():
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode} and wrote nothing")
    return answers(json.loads(out.read_bytes())), cost


def answers(document: dict[str, Any]) -> dict[str, Answer]:
    """Return the answers of one of scancode's documents."""
    return {one["path"]: _answer(one) for one in document["files"] if one["type"] == "file"}


def _answer(one: dict[str, Any]) -> Answer:
    found = [match for detection in one["license_detections"] for match in detection["matches"]]
    return Answer(one.get("detected_license_expression_spdx"), tuple(map(_found, found)))


def _found(match: dict[str, Any]) -> Found:
    return Found(
        match.get("license_expression_spdx") or match.get("spdx_license_expression") or "",
        float(match["score"]),
        int(match["start_line"]),
        int(match["end_line"]),
        match.get("matched_text") or "",
    )
