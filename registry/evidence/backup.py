# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A backup: database, blobs, log, and what is kept apart, copied into one folder while the register runs.

    backup.json         what it is: when, how many events, which mirrors belong to it
    register.sqlite     the database, whichever kind it came from
    blobs/ log/ apart/  as they stand; never the signing key

The log is copied before the database and the blobs after it, so that the database covers the checkpoint and
every blob that the database names is there. Mirrors are named, not copied: they can be fetched again.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, Table, insert, select, text
from sqlalchemy.orm import Session

from registry.database import open_engine, sessions
from registry.errors import BadInputError
from registry.evidence import disk
from registry.evidence.blobs import blob_path, digest_at
from registry.evidence.canonical import canonical
from registry.evidence.model import Digest, JsonValue
from registry.evidence.places import Places
from registry.evidence.verification.blobs import named_blobs
from registry.evidence.verification.events import extent
from registry.evidence.verification.model import Watch, quiet
from registry.evidence.verification.reading import batches
from registry.evidence.verification.run import begin_snapshot

DATABASE = "register.sqlite"
_APART = ("checkpoint", "verifiers", "erasures")


@dataclass(frozen=True)
class Site:
    """One register on the disk: its database and tables, its blobs and mirrors, its log."""

    engine: Engine
    tables: Sequence[Table]
    blobs: Path
    mirrors: Path
    places: Places


@dataclass(frozen=True)
class Backup:
    """What a backup holds."""

    folder: Path
    events: int
    blobs: int
    missing: tuple[str, ...]


def backup(site: Site, folder: Path, now: datetime, watch: Watch = quiet) -> Backup:
    """Copy the register into an empty `folder`; raises BadInputError when it is not empty."""
    need_empty(folder)
    disk.make_folder(folder, 0o700)
    copy_tree(site.places.log, folder / "log")
    for name in _APART:
        copy_file(site.places.apart / name, folder / "apart" / name)
    _copy_database(site, folder / DATABASE)
    events, names = _named(folder / DATABASE)
    missing = []
    for name in names:
        if not copy_file(blob_path(site.blobs, name), blob_path(folder / "blobs", name)):
            missing.append(str(name))
        watch("blobs", 1)
    mirrors: list[JsonValue] = [path.name for path in sorted(site.mirrors.glob("*.git"))]
    about: dict[str, JsonValue] = {
        "at": now.isoformat(),
        "database": digest_at(folder / DATABASE),
        "events": events,
        "mirrors": mirrors,
    }
    disk.write_durably(folder / "backup.json", canonical(about) + b"\n")
    return Backup(folder, events, len(names), tuple(missing))


def read_about(folder: Path) -> dict[str, JsonValue]:
    """Return what a backup says of itself; raises BadInputError when it is none, or its database was altered."""
    try:
        about = json.loads((folder / "backup.json").read_bytes())
        whole = digest_at(folder / DATABASE) == about["database"]
    except (OSError, ValueError, KeyError, TypeError):
        msg = f"{folder} holds no whole backup: it has no readable backup.json beside {DATABASE}"
        raise BadInputError(msg) from None
    if not whole:
        msg = f"the database in {folder} is not the one that was backed up; use another backup"
        raise BadInputError(msg)
    assert isinstance(about, dict)
    return about


def need_empty(folder: Path) -> None:
    """Raise BadInputError unless there is nothing at `folder`."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        msg = f"{folder} is not empty; name a folder that is, or that is not there yet"
        raise BadInputError(msg)


def copy_tree(source: Path, target: Path) -> None:
    """Copy a folder of files, on the disk for good; unfinished files are left out."""
    for path in sorted(source.rglob("*")):
        if path.is_file() and not path.name.startswith(disk.TEMPORARY):
            copy_file(path, target / path.relative_to(source))


def copy_file(source: Path, target: Path) -> bool:
    """Copy one file, on the disk for good; returns False when it is not there."""
    if not source.is_file():
        return False
    disk.make_folder(target.parent)
    with source.open("rb") as old, target.open("xb") as new:
        shutil.copyfileobj(old, new, 1 << 20)
        new.flush()
        os.fsync(new.fileno())
    disk.sync_folder(target.parent)
    return True


def copy_rows(source: Session, target: Session, tables: Sequence[Table]) -> None:
    """Copy the rows of all tables, in an order that foreign keys allow."""
    for table in tables:
        query = select(table).order_by(*table.primary_key.columns)
        for batch in batches(source, query):
            target.execute(insert(table), [dict(row._mapping) for row in batch])
        _go_on_numbering(target, table)


def _named(database: Path) -> tuple[int, list[Digest]]:
    copy = open_engine(f"sqlite:///{database}")
    try:
        with sessions(copy)() as session:
            return extent(session), [name for name, _ in named_blobs(session)]
    finally:
        copy.dispose()


def _copy_database(site: Site, target: Path) -> None:
    if site.engine.dialect.name == "sqlite":
        _copy_sqlite(site.engine, target)
        return
    copy = open_engine(f"sqlite:///{target}")
    try:
        for metadata in {table.metadata for table in site.tables}:
            metadata.create_all(copy, tables=[one for one in site.tables if one.metadata is metadata])
        with sessions(site.engine)() as source, sessions(copy).begin() as kept:
            begin_snapshot(source)
            copy_rows(source, kept, site.tables)
    finally:
        copy.dispose()


def _copy_sqlite(engine: Engine, target: Path) -> None:
    raw = engine.raw_connection()
    try:
        copy = sqlite3.connect(target)
        try:
            driver = raw.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.backup(copy)
            # one file, without a log of its own beside it
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
    finally:
        raw.close()


def _go_on_numbering(target: Session, table: Table) -> None:
    column = table.autoincrement_column
    if column is None or target.get_bind().dialect.name != "postgresql":
        return
    statement = text(
        f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column.name}'), "  # noqa: S608 - our own names
        f"coalesce(max({column.name}), 1), max({column.name}) IS NOT NULL) FROM {table.name}"
    )
    target.execute(statement)
