# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""No test sees the settings of the machine it runs on, nor a token of whoever runs it.

The demonstration's story is harvested once a process, for the tests of the pages and of the API.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import replace

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from waitress.server import BaseWSGIServer, create_server

from registry.app import create_app
from registry.demo.harvest import harvest_demonstration
from registry.pipeline.register import Register, open_register
from registry.settings import read_settings

# how long an example takes says how busy the machine is: no property is broken by it
hypothesis.settings.register_profile(
    "register", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("register")


def pytest_configure() -> None:
    """Take what the register would read out of the environment, once, before any test."""
    for name in ("OS2_REGISTRY_DATABASE", "OS2_REGISTRY_DATA", "OS2_REGISTRY_GITHUB_TOKEN", "GITHUB_TOKEN"):
        os.environ.pop(name, None)


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let a command that was given no data folder fall into an empty one."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("home"))


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
    # no limit: a test calls as often as it likes
    return create_app(replace(story.settings, api_calls=0), story.sessions)


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


@pytest.fixture
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A reader of a register in which nothing was harvested yet."""
    register = open_register(read_settings({}, data=str(tmp_path_factory.mktemp("empty"))))
    yield create_app(register.settings, register.sessions).test_client()
    register.engine.dispose()
