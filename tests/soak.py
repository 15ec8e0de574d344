# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Crashes and faults, thousands of times: `python -m tests.soak [--kills N]`."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from tests.evidence import crashes, faults


def main() -> None:
    """Let every call fail in each way, then kill both flows; stop at the first thing that does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=10_000, help="how many, over both flows")
    kills = parser.parse_args().kills
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = crashes.template(folder / "model")
        for error in faults.FAULTS:
            _say(
                f"{os.strerror(error)}: every call",
                lambda e=error: faults.every_fault(model, _new(folder), e),
            )
        half = kills // 2
        _say("kill -9, harvest", lambda: crashes.kills(model, _new(folder), crashes.harvest, half))
        _say(
            "kill -9, checkpoint",
            lambda: crashes.kills(model, _new(folder), crashes.checkpoint, kills - half, prepared=True),
        )


def _new(folder: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=folder))


def _say(what: str, run: object) -> None:
    assert callable(run)
    began = time.monotonic()
    count = run()
    print(f"{what}: {count}, everything held, {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
