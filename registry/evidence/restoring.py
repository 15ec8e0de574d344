# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Restoring: a backup becomes a register in an empty place, is verified, and forgets what was erased since."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, make_url, select

from registry.database import open_engine, sessions
from registry.errors import BadInputError
from registry.evidence import disk
from registry.evidence.backup import DATABASE, Site, copy_file, copy_rows, copy_tree, need_empty, read_about
from registry.evidence.erasure import Shelf, replay
from registry.evidence.store import read_checkpoint
from registry.evidence.verification.model import Derived, Register, Verification, Watch, quiet
from registry.evidence.verification.run import verify


@dataclass(frozen=True)
class Restored:
    """What was restored. `behind` is how many events the checkpoint kept apart has more: then it is read only."""

    verification: Verification
    erasures: int
    behind: int


BringUp = Callable[[Engine], object]
"""Brings the tables of a backup's database, which may be of an older version, up to date."""


def put_database(folder: Path, url: str) -> None:
    """Put the backup's database at an SQLite address where there is none; for PostgreSQL do nothing yet."""
    read_about(folder)
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return
    target = Path(parsed.database or "")
    if target.exists():
        msg = f"there is a database at {target} already; a backup is restored into an empty place only"
        raise BadInputError(msg)
    copy_file(folder / DATABASE, target)


def put_files(folder: Path, site: Site) -> None:
    """Put blobs and log where none are; what is kept apart only where it is lost."""
    need_empty(site.blobs)
    need_empty(site.places.log)
    copy_tree(folder / "blobs", site.blobs)
    copy_tree(folder / "log", site.places.log)
    for path in sorted((folder / "apart").glob("*")):
        if not (site.places.apart / path.name).exists():
            disk.write_durably(site.places.apart / path.name, path.read_bytes())


def restore(
    folder: Path, site: Site, derived: Sequence[Derived], bring_up: BringUp, watch: Watch = quiet
) -> Restored:
    """Finish what `put_database` began: rows, files, erasures; then verify it all.

    A database older than the checkpoint kept apart is damage in the verification, and is not written to.
    """
    read_about(folder)
    put_files(folder, site)
    if site.engine.dialect.name != "sqlite":
        _copy_rows_into(site, folder, bring_up)
    factory = sessions(site.engine)
    erasures = replay(Shelf(factory, site.tables, site.blobs, site.places))
    answer = verify(Register(factory, site.tables, site.blobs, site.places, derived), watch=watch)
    kept = read_checkpoint(site.places, site.places.kept)
    return Restored(answer, erasures, max(0, kept.size - answer.size) if kept else 0)


def _copy_rows_into(site: Site, folder: Path, bring_up: BringUp) -> None:
    with tempfile.TemporaryDirectory() as name:
        copy_file(folder / DATABASE, Path(name) / DATABASE)
        copy = open_engine(f"sqlite:///{name}/{DATABASE}")
        try:
            bring_up(copy)
            _copy_all(site, copy)
        finally:
            copy.dispose()


def _copy_all(site: Site, copy: Engine) -> None:
    with sessions(copy)() as source, sessions(site.engine).begin() as target:
        for table in site.tables:
            if target.execute(select(table).limit(1)).first() is not None:
                msg = f"the table {table.name} is not empty; a backup is restored into an empty database only"
                raise BadInputError(msg)
        copy_rows(source, target, site.tables)
