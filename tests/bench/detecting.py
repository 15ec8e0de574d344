# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Our detector in a process of its own: `python -m tests.bench.detecting FOLDER` reads every file once, then again.

It prints the answers, the seconds of processor of the first time and of the second (asked of the register), and
the peak of memory in MiB. A file FOLDER/BLOB/PATH is read as the blob of that id at that path.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from registry.licences import service as licences
from registry.licences.dependencies.reading import list_components, listing_class
from registry.licences.detection import detect
from registry.licences.headers import READ_BYTES
from registry.licences.model import Detection
from registry.licences.name_classes import name_class
from registry.pipeline.register import open_register
from registry.settings import Settings


def main() -> None:
    """Measure one folder."""
    folder = Path(sys.argv[1])
    names = [place.relative_to(folder) for place in sorted(folder.rglob("*")) if place.is_file()]
    started = time.process_time()
    found = {str(name): detect(_path(name), (folder / name).read_bytes()) for name in names}
    first = time.process_time() - started
    print(
        json.dumps(
            {
                "first": first,
                "second": _again(found),
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "answers": {name: _told(folder / name, one) for name, one in found.items()},
            }
        )
    )


def _path(name: Path) -> bytes:
    return os.fsencode(Path(*name.parts[1:]))


def _again(found: dict[str, Detection]) -> float:
    """Keep everything in a register, and return what it costs to ask it again: nothing is read a second time."""
    keys = {name: (Path(name).parts[0], name_class(_path(Path(name)))[:100]) for name in found}
    with tempfile.TemporaryDirectory() as place:
        register = open_register(Settings(f"sqlite:///{place}/r.sqlite", Path(place)), seed=False)
        with register.sessions.begin() as session:
            licences.keep_detections(session, {keys[name]: one for name, one in found.items()})
        with register.sessions() as session:
            started = time.process_time()
            known = licences.known_detections(session, {os.fsencode(name): key for name, key in keys.items()})
            second = time.process_time() - started
        register.engine.dispose()
    assert len(known) == len(found)
    return second


def _told(place: Path, one: Detection) -> dict[str, object]:
    kind = listing_class(os.fsencode(place.name))
    listed = list_components(kind, place.read_bytes()).total if kind else 0
    sources = [[each.kind, each.expression, each.line, list(each.notes)] for each in one.sources]
    head = place.read_bytes()[:READ_BYTES].count(b"\n") + 1
    return {"sources": sources, "listed": listed, "head": head}


main()
