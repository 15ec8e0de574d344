# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Published material: what others published, fetched once by its own package manager and kept between runs."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_PATIENCE = 300


def github_description(config: pytest.Config) -> Path:
    """Return GitHub's published OpenAPI description, or step aside where npm cannot have it."""

    def fetch(folder: Path) -> None:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(_HERE / "openapi" / name, folder / name)
        _run(("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"), folder)
        modules = folder / "node_modules"
        (modules / "@octokit/openapi/generated/api.github.com.json").rename(folder / "description.json")
        shutil.rmtree(modules)  # 370 MB of the same in other forms

    return _kept(config, "github-openapi", "description.json", fetch)


def pygithub_source(config: pytest.Config) -> Path:
    """Return PyGithub's source distribution, which holds recorded exchanges, or step aside without it."""
    number = version("PyGithub")

    def fetch(folder: Path) -> None:
        words = ("download", "--no-deps", "--no-binary", ":all:", "--quiet", "--disable-pip-version-check")
        _run((sys.executable, "-m", "pip", *words, f"PyGithub=={number}", "-d", "."), folder)
        next(folder.glob("*.tar.gz")).rename(folder / "source.tar.gz")

    return _kept(config, f"pygithub-{number}", "source.tar.gz", fetch)


def _kept(config: pytest.Config, name: str, wanted: str, fetch: Callable[[Path], None]) -> Path:
    """Return the wanted file, fetched by one test process while the others wait for it."""
    assert config.cache is not None
    folder = config.cache.mkdir(f"published-{name}")
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / wanted).exists():
            fetch(folder)
    return folder / wanted


def _run(words: tuple[str, ...], folder: Path) -> None:
    if shutil.which(words[0]) is None:
        pytest.skip(f"{words[0]} is missing: without it what this test compares with cannot be had")
    try:
        done = subprocess.run(words, cwd=folder, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip(
            f"{Path(words[0]).name} took longer than {_PATIENCE} seconds to fetch what this test compares with"
        )
    if done.returncode != 0:
        pytest.skip(
            f"{Path(words[0]).name} could not fetch what this test compares with: is there a network?"
        )
