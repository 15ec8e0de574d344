# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Settings: where the register lives and what it may use, read once from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from registry.errors import BadInputError


@dataclass(frozen=True)
class Settings:
    """Where the register keeps what it knows.

    `database_url` is an SQLAlchemy URL; `data` a folder with the folders `blobs`, `mirrors` and `cache`;
    `github_token` is None where the environment holds none. `api_calls` are those that one address may make a
    minute (0: any number), counted in `api_counters` (a storage URL of Flask-Limiter's).
    """

    database_url: str
    data: Path
    github_token: str | None = None
    github_url: str = "https://api.github.com"
    github_web: str = "https://github.com"
    api_calls: int = 600
    api_counters: str = "memory://"

    @property
    def blobs(self) -> Path:
        """The folder of the evidence blobs."""
        return self.data / "blobs"

    @property
    def mirrors(self) -> Path:
        """The folder of the register's own git mirrors."""
        return self.data / "mirrors"

    @property
    def cache(self) -> Path:
        """The folder of what may be thrown away."""
        return self.data / "cache"


def read_settings(
    environment: Mapping[str, str], database: str | None = None, data: str | None = None
) -> Settings:
    """Return the settings of this run; an argument outranks the environment, which outranks the default."""
    folder = Path(data or environment.get("OS2_REGISTRY_DATA") or platformdirs.user_data_path("os2-registry"))
    folder = folder.expanduser().absolute()
    url = database or environment.get("OS2_REGISTRY_DATABASE") or f"sqlite:///{folder / 'register.sqlite'}"
    token = environment.get("OS2_REGISTRY_GITHUB_TOKEN") or environment.get("GITHUB_TOKEN") or None
    return Settings(
        database_url=url,
        data=folder,
        github_token=token,
        api_calls=_calls(environment.get("OS2_REGISTRY_API_CALLS", "600")),
        api_counters=environment.get("OS2_REGISTRY_API_COUNTERS") or "memory://",
    )


def _calls(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        msg = f"OS2_REGISTRY_API_CALLS is {value!r}; give the calls that one address may make a minute, 0 for any number"
        raise BadInputError(msg)
    return int(value)
