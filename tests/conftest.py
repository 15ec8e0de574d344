# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""No test sees the settings of the machine it runs on, nor a token of whoever runs it."""

from __future__ import annotations

import os

import pytest


def pytest_configure() -> None:
    """Take what the register would read out of the environment, once, before any test."""
    for name in ("OS2_REGISTRY_DATABASE", "OS2_REGISTRY_DATA", "OS2_REGISTRY_GITHUB_TOKEN", "GITHUB_TOKEN"):
        os.environ.pop(name, None)


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let a command that was given no data folder fall into an empty one."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("home"))
