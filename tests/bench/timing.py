# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Timing: a command as a whole, with everything it starts, as the operating system accounts for it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """Seconds of wall and processor, and the peak memory of the largest single process in MiB."""

    wall: float
    cpu: float
    peak: float

    def __str__(self) -> str:
        """Return the figures for printing."""
        return f"{self.wall:7.2f} s wall  {self.cpu:7.2f} s CPU  {self.peak:6.0f} MiB peak"


def cost_of(arguments: Sequence[str]) -> tuple[Cost, bytes]:
    """Run `os2-registry` with these arguments; returns what it cost and what it printed."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "registry.cli", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024), printed


def percentiles(seconds: Sequence[float]) -> str:
    """Return the median, the 99th percentile and the maximum in milliseconds."""
    ordered = sorted(seconds)
    middle, high = ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
    return f"p50 {middle * 1000:6.1f} ms  p99 {high * 1000:6.1f} ms  max {ordered[-1] * 1000:6.1f} ms"
