# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The pages over the demonstration's story, harvested once through the real pipeline; and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright

from registry.web.language import speak
from tests.web.crawling import pages

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(autouse=True)
def danish() -> None:
    """A test begins in Danish, whatever the one before it spoke."""
    speak("da")


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A reader of the demonstration."""
    return app.test_client()


@pytest.fixture(scope="session")
def reached(app: Flask) -> dict[str, str]:
    """The pages that the Danish overview leads to."""
    return pages(app.test_client(), "da")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without one the tests skip, unless OS2_REGISTRY_BROWSER=required."""
    path = shutil.which("chromium")
    if path is None:
        sentence = "Chromium is missing: install Debian's package chromium to run the browser tests"
        if os.environ.get("OS2_REGISTRY_BROWSER") == "required":
            pytest.fail(sentence)
        pytest.skip(sentence)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield found
        found.close()
