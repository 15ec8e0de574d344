# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What the log costs of a harvest: CPU in recording, sealing and signing, of all CPU, git's processes included."""

from __future__ import annotations

import cProfile
import os
import pstats
import tempfile
import time
from pathlib import Path
from typing import Any

from registry.evidence.signing import new_key
from registry.pipeline.evidence import places_of
from registry.pipeline.mirrors import harvest_mirrors
from registry.pipeline.reading import Wish
from registry.pipeline.register import open_register
from registry.settings import read_settings
from tests.bench.harvesting import COMPARED

# each is counted with all that it calls; what seals calls records as well
_COUNTED = (("door.py", "record_many"), ("sealing.py", "_fresh"), ("signing.py", "sign"))


def measure_log(mirrors: Path) -> None:
    """Print the log's share of the harvest of three repositories, signed at the end.

    The profile slows Python down and not git: the true share is below the one that is printed.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "in"
        folder.mkdir()
        for one in COMPARED:
            (folder / one).symlink_to(mirrors / one)
        register = open_register(read_settings({}, data=f"{name}/data"))
        new_key(register.sessions, places_of(register.settings), "bench.example/log", register.clock())
        before, profile = _processor(), cProfile.Profile(time.process_time)
        profile.runcall(harvest_mirrors, register, folder, Wish(), lambda *_: None)
        whole, logged = _processor() - before, _counted(pstats.Stats(profile))
        register.engine.dispose()
    print(f"the log in a harvest: at most {100 * logged / whole:.1f} % ({logged:.2f} of {whole:.2f} s CPU)")


def _counted(stats: Any) -> float:
    return float(
        sum(
            cumulated
            for (file, _, function), (_, _, _, cumulated, _) in stats.stats.items()
            if (Path(file).name, function) in _COUNTED and "evidence" in file
        )
    )


def _processor() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system
