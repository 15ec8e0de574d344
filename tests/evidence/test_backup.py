# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The drill: a backup taken while the register runs is restored into an empty place, verified, and used."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from registry.database import open_engine, sessions
from registry.errors import BadInputError, RefusedError
from registry.evidence import service, signing
from registry.evidence.backup import Site, backup
from registry.evidence.erasure import Erasure, Shelf, erase
from registry.evidence.model import Event
from registry.evidence.places import Places, places
from registry.evidence.restoring import put_database, restore
from registry.evidence.verification.model import DamageKind
from tests.evidence.rows import NOW, PersonRow, create, fact, tables


def site_of(engine: Engine, data: Path, where: Places) -> Site:
    """Return the register in a data folder."""
    return Site(engine, tables(), data / "blobs", data / "mirrors", where)


@pytest.fixture
def site(engine: Engine, tmp_path: Path, places_of: Places) -> Site:
    """A signed register with rows of every kind, two blobs and a mirror."""
    site = site_of(engine, tmp_path / "data", places_of)
    factory = sessions(engine)
    (site.mirrors / "000001.git").mkdir(parents=True)
    signing.new_key(factory, places_of, "register.example/log", NOW)
    with factory.begin() as session:
        event = Event("invented.named", "person/1", personal={"by": "Asta Ager"})
        service.record(session, event, NOW, [PersonRow(name="Asta Ager", email=None, role="x"), fact()])
        for body in (b"one", b"two"):
            service.observe(session, site.blobs, service.Seen("page", "x", "https://x.example", NOW, body))
    signing.checkpoint(factory, places_of, NOW)
    return site


@pytest.fixture
def empty(database_url: str, tmp_path: Path, places_of: Places) -> Iterator[Path]:
    """Another data folder, whose checkpoint is kept apart in the same place."""
    yield tmp_path / "new" / "data"


def no_change(_: Engine) -> None:
    """The invented tables have one version only."""


def restored_site(folder: Path, data: Path, apart: Path) -> Site:
    """Put a backup's database into an empty place and open it."""
    url = f"sqlite:///{data / 'register.sqlite'}"
    put_database(folder, url)
    return site_of(open_engine(url), data, places(data, {"OS2_REGISTRY_CHECKPOINT_APART": str(apart)}))


def test_drill(site: Site, empty: Path, tmp_path: Path) -> None:
    """Backup, restore into an empty place, verify: everything is there, the key is not, and it goes on."""
    made = backup(site, tmp_path / "backup", NOW)
    assert (made.events, made.blobs, made.missing) == (4, 2, ())
    assert not list((tmp_path / "backup").rglob("*.key"))
    new = restored_site(made.folder, empty, site.places.apart)
    answer = restore(made.folder, new, [], no_change)
    assert answer.verification.holds, answer.verification.damage
    assert answer.behind == 0
    with signing.guarded(sessions(new.engine), new.places).begin() as session:
        service.record(session, Event("invented.stated", "fact/2"), NOW, [fact()])
    new.engine.dispose()


@pytest.mark.postgresql
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_backup_is_restored_into_postgresql(site: Site, tmp_path: Path, postgresql_server: str) -> None:
    """A PostgreSQL register goes into a backup and out of it into another PostgreSQL database, whole."""
    from tests import postgres

    made = backup(site, tmp_path / "backup", NOW)
    data = tmp_path / "new" / "data"
    with postgres.empty_database(postgresql_server) as url:
        put_database(made.folder, url)
        engine = open_engine(url)
        create(engine)
        new = site_of(engine, data, places(data, {"OS2_REGISTRY_CHECKPOINT_APART": str(site.places.apart)}))
        answer = restore(made.folder, new, [], no_change)
        with sessions(engine).begin() as session:
            service.record(session, Event("invented.stated", "fact/2"), NOW, [fact()])
        engine.dispose()
    assert answer.verification.holds, answer.verification.damage


def test_older_backup_is_restored_and_only_read(site: Site, empty: Path, tmp_path: Path) -> None:
    """A backup older than the checkpoint kept apart is restored, says how far behind it is, and is only read."""
    made = backup(site, tmp_path / "backup", NOW)
    factory = sessions(site.engine)
    with factory.begin() as session:
        service.record(session, Event("invented.stated", "fact/2"), NOW, [fact()])
    signing.checkpoint(factory, site.places, NOW)
    new = restored_site(made.folder, empty, site.places.apart)
    answer = restore(made.folder, new, [], no_change)
    kinds = {one.kind for one in answer.verification.damage}
    assert (answer.behind, DamageKind.TRUNCATED in kinds) == (1, True)
    writing = signing.guarded(sessions(new.engine), new.places)
    with writing() as session, pytest.raises(RefusedError, match="old copy"):
        service.record(session, Event("invented.stated", "fact/3"), NOW)
    new.engine.dispose()


def test_what_was_erased_since_is_erased_again(site: Site, empty: Path, tmp_path: Path) -> None:
    """A blob erased after the backup is gone after the restore, because erasures are kept apart as well."""
    made = backup(site, tmp_path / "backup", NOW)
    factory = sessions(site.engine)
    with factory() as session:
        seen = service.observation(session, 1)
    erase(Shelf(factory, site.tables, site.blobs, site.places), Erasure("asked for", blob=seen.digest), NOW)
    new = restored_site(made.folder, empty, site.places.apart)
    answer = restore(made.folder, new, [], no_change)
    assert answer.erasures == 1
    assert not (new.blobs / seen.digest[:2] / seen.digest[2:]).exists()
    assert answer.verification.holds, answer.verification.damage
    new.engine.dispose()


def test_backup_taken_while_somebody_writes_is_whole(site: Site, empty: Path, tmp_path: Path) -> None:
    """A backup taken while events are recorded and signed is one moment of the register."""
    factory, stop = sessions(site.engine), threading.Event()

    def write() -> None:
        while not stop.is_set():
            with factory.begin() as session:
                service.record(session, Event("invented.stated", "fact"), NOW, [fact()])
                service.observe(
                    session, site.blobs, service.Seen("page", "y", "https://y.example", NOW, b"y")
                )
            signing.checkpoint(factory, site.places, NOW)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = backup(site, tmp_path / "backup", NOW)
    finally:
        stop.set()
        writer.join()
    new = restored_site(made.folder, empty, tmp_path / "another-apart")
    answer = restore(made.folder, new, [], no_change)
    assert answer.verification.holds, answer.verification.damage
    new.engine.dispose()


def test_backup_needs_an_empty_folder(site: Site, tmp_path: Path) -> None:
    """A backup does not go into a folder that holds something, nor a restore over a register."""
    (tmp_path / "backup").mkdir()
    (tmp_path / "backup" / "x").touch()
    with pytest.raises(BadInputError, match="not empty"):
        backup(site, tmp_path / "backup", NOW)


def test_altered_backup_is_not_restored(site: Site, empty: Path, tmp_path: Path) -> None:
    """A backup whose database was altered is refused."""
    made = backup(site, tmp_path / "backup", NOW)
    database = made.folder / "register.sqlite"
    before = database.read_bytes()
    database.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
    with pytest.raises(BadInputError, match="use another backup"):
        put_database(made.folder, f"sqlite:///{empty / 'register.sqlite'}")
