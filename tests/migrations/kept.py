# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Kept registers: what each revision of the tables left behind, so that every later one can be tried on it.

`registers/REVISION.tar.xz` is a backup of the demonstration at that revision: every kind of row, its log and
checkpoint, an erased person; its signing key is gone. After a release whose last migration is new:

    .venv/bin/python -m tests.migrations.kept

writes the one of today's revision beside the others, which are never written again.

A migration that adds a column to a table that has rows gives it `info=ADDED` (registry/database.py): where it
is null it stands in no digest, so that the log's digests of yesterday's rows hold.
"""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Column, Engine, MetaData, Table, inspect, text

from registry.custody import service as custody
from registry.custody.model import Administrators
from registry.database import open_engine, sessions
from registry.demo.harvest import harvest_demonstration
from registry.evidence import backup
from registry.evidence.erasure import erase, of_row
from registry.evidence.places import Places, places
from registry.evidence.restoring import put_database, put_files
from registry.evidence.sealing import Cut, Sealed
from registry.evidence.signing import checkpoint
from registry.evidence.verification.model import Register
from registry.governance import service as governance
from registry.migrations import HEAD, upgrade
from registry.migrations.tables import METADATA
from registry.pipeline.evidence import SEALED, places_of, shelf, site
from registry.pipeline.register import open_register
from registry.provenance import service as provenance
from registry.provenance.model import Origin, Override
from registry.settings import read_settings

REGISTERS = Path(__file__).parent / "registers"
REVISIONS = tuple(sorted(path.name.partition(".")[0] for path in REGISTERS.glob("*.tar.xz")))
REASON = "asked for by letter"


@dataclass(frozen=True)
class Kept:
    """A kept register, put back at the revision that left it: its database, its files, its log."""

    engine: Engine
    blobs: Path
    places: Places

    def register(self) -> Register:
        """Return it as verification takes it, with those tables and columns that it has."""
        tables = then(self.engine)
        now = {one.table.name: one for one in SEALED}
        derived = []
        for name in _sealed(self.engine):
            sealed = now.get(name) or Sealed(tables[name], tables[name].c.id, Cut.BY_NUMBER)
            column = tables[name].c[sealed.column.name]
            derived.append(replace(sealed, table=tables[name], column=column))
        made = [one.derived() for one in derived]
        return Register(sessions(self.engine), tuple(tables.values()), self.blobs, self.places, made)


def unpack(revision: str, folder: Path) -> None:
    """Put the backup of a kept register into a folder."""
    with tarfile.open(REGISTERS / f"{revision}.tar.xz") as archive:
        archive.extractall(folder, filter="data")


@contextmanager
def put_back(revision: str, url: str, folder: Path) -> Iterator[Kept]:
    """Put the kept register of `revision` at an empty database and into `folder`."""
    source = folder / "kept"
    unpack(revision, source)
    put_database(source, url)
    engine = open_engine(url)
    kept = Kept(engine, folder / "data" / "blobs", places(folder / "data", {}))
    put_files(source, backup.Site(engine, (), kept.blobs, folder, kept.places))
    if engine.dialect.name != "sqlite":
        _fill(engine, source, revision)
    try:
        yield kept
    finally:
        engine.dispose()


def _sealed(engine: Engine) -> list[str]:
    """Return the tables of which the log of a database holds digests, and no event explains the rows."""
    with engine.connect() as connection:
        query = "SELECT DISTINCT subject FROM evidence_events WHERE kind = 'evidence.sealed'"
        return list(connection.scalars(text(query)))


def then(engine: Engine) -> dict[str, Table]:
    """Return today's tables as far as a database has them, with the columns that it has."""
    there, old = inspect(engine), MetaData()
    found = {}
    for table in METADATA.sorted_tables:
        if not there.has_table(table.name):
            continue
        names = {one["name"] for one in there.get_columns(table.name)}
        columns = [_copied(one) for one in table.columns if one.name in names]
        found[table.name] = Table(table.name, old, *columns)
    return found


def _copied(column: Column[object]) -> Column[object]:
    settings = {"primary_key": column.primary_key, "nullable": column.nullable, "info": dict(column.info)}
    return Column(column.name, column.type, autoincrement=column.autoincrement, **settings)  # type: ignore[arg-type]


def _fill(engine: Engine, source: Path, revision: str) -> None:
    upgrade(engine, revision)
    copy = open_engine(f"sqlite:///{source / backup.DATABASE}")
    try:
        with sessions(copy)() as old, sessions(engine).begin() as new:
            backup.copy_rows(old, new, tuple(then(engine).values()))
    finally:
        copy.dispose()


def make(target: Path) -> None:
    """Write a register of today's revision."""
    with tempfile.TemporaryDirectory() as name:
        register = open_register(read_settings({}, data=f"{name}/data"))
        harvest_demonstration(register, lambda *_: None, lambda _: None)
        now = register.clock()
        with register.sessions.begin() as session:
            seen = Administrators("demokommunernes-faellesskab", 3, "", now, None)
            custody.sight_administrators(session, seen)
            said = Override("docs/**", None, Origin.THIRD_PARTY, "secretariat", "taken over", now.date())
            provenance.decide(session, 1, said, now)
            governance.withdraw(session, governance.products(session)[0].slug, now)
        with register.sessions() as session:
            person = of_row(session, METADATA.tables["parties_identities"], (1,), REASON)
        erase(shelf(register), person, now)
        checkpoint(register.sessions, places_of(register.settings), now)
        backup.backup(site(register), Path(name) / "backup", now)
        register.engine.dispose()
        with tarfile.open(target, "x:xz") as archive:
            archive.add(Path(name) / "backup", ".", filter=_nameless)


def _nameless(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = ""
    return member


if __name__ == "__main__":
    make(REGISTERS / f"{HEAD}.tar.xz")
