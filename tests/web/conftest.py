# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The pages over the demonstration's story, harvested once through the real pipeline; and a browser."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright
from waitress.server import BaseWSGIServer, create_server

from registry.app import create_app
from registry.demo.harvest import harvest_demonstration
from registry.pipeline.register import Register, open_register
from registry.settings import read_settings
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


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """The register of the demonstration."""
    register = open_register(read_settings({}, data=str(tmp_path_factory.mktemp("story"))))
    harvest_demonstration(register, lambda *_: None, lambda _: None)
    yield register
    register.engine.dispose()


@pytest.fixture(scope="session")
def app(story: Register) -> Flask:
    """The application over the demonstration."""
    return create_app(story.settings, story.sessions)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A reader of the demonstration."""
    return app.test_client()


@pytest.fixture(scope="session")
def reached(app: Flask) -> dict[str, str]:
    """The pages that the Danish overview leads to."""
    return pages(app.test_client(), "da")


@pytest.fixture
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A reader of a register in which nothing was harvested yet."""
    register = open_register(read_settings({}, data=str(tmp_path_factory.mktemp("empty"))))
    yield create_app(register.settings, register.sessions).test_client()
    register.engine.dispose()


@pytest.fixture(scope="session")
def address(app: Flask) -> Iterator[str]:
    """The address of a real server on loopback that serves the demonstration."""
    server = create_server(app, host="127.0.0.1", port=0, threads=2)
    assert isinstance(server, BaseWSGIServer)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}"
    server.close()
    server.task_dispatcher.shutdown()
    thread.join(5)


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
