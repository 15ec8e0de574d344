# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The oracle: scancode-toolkit, in an environment of its own, asked about the same files as our detector.

It takes half an hour for 5,000 files: `SCANCODE_ANSWERS=FOLDER` keeps its answers and what they cost there, by the
files asked about, and a later run reads them.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import time
from dataclasses import asdict, dataclass
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
    kept = _kept(folder)
    if kept is None or not kept.is_file():
        out = folder.with_suffix(".json")
        cost = _run(scancode, folder, out)
        document = {"cost": asdict(cost), "files": json.loads(out.read_bytes())["files"]}
        if kept is not None:
            kept.write_text(json.dumps(document), encoding="utf-8")
    else:
        document = json.loads(kept.read_bytes())
    return answers(document), Cost(**document["cost"])


def _kept(folder: Path) -> Path | None:
    """Where the answers about these files are kept: a path holds the id of its blob, so paths tell the bytes."""
    place = os.environ.get("SCANCODE_ANSWERS")
    if not place:
        return None
    asked = sorted(str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())
    named = hashlib.sha256("\0".join(asked).encode("utf-8", "surrogateescape"))
    return Path(place) / f"{named.hexdigest()}.json"


def _run(scancode: str, folder: Path, out: Path) -> Cost:
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
    if not out.is_file():
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode} and wrote nothing")
    return Cost(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


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
