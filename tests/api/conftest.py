# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A caller of the API over the demonstration's story."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.api.calling import everything


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A caller."""
    return app.test_client()


@pytest.fixture(scope="session")
def reached(app: Flask) -> dict[str, str]:
    """Every answer that the first one leads to."""
    return everything(app.test_client())
