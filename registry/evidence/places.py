# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Where the log stands on the disk: its tiles, its signing key, and the checkpoint that is kept apart.

The checkpoint kept apart belongs on another volume, best on another machine: it is what an old copy of the
register, put back, is recognised by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

APART = "OS2_REGISTRY_CHECKPOINT_APART"
KEYS = "OS2_REGISTRY_KEYS"


@dataclass(frozen=True)
class Places:
    """`log` may be published as it is; `apart` and `keys` never stand below it."""

    log: Path
    apart: Path
    keys: Path

    @property
    def checkpoint(self) -> Path:
        """The latest checkpoint, beside the tiles that it covers."""
        return self.log / "checkpoint"

    @property
    def kept(self) -> Path:
        """The last signed checkpoint, kept apart."""
        return self.apart / "checkpoint"

    @property
    def verifiers(self) -> Path:
        """The public keys that checkpoints are believed under, a line each, kept apart as well."""
        return self.apart / "verifiers"

    @property
    def erasures(self) -> Path:
        """What was erased, a line each, kept apart: a backup from before must forget it again."""
        return self.apart / "erasures"

    @property
    def key(self) -> Path:
        """The signing key."""
        return self.keys / "log.key"


def places(data: Path, environment: Mapping[str, str]) -> Places:
    """Return the places for the data folder `data`; the environment may move the key and what is apart."""
    apart = environment.get(APART)
    keys = environment.get(KEYS)
    return Places(
        log=data / "log",
        apart=Path(apart).expanduser().absolute() if apart else data.with_name(f"{data.name}-apart"),
        keys=Path(keys).expanduser().absolute() if keys else data / "keys",
    )
