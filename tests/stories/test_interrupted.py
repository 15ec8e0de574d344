# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A harvest that is stopped at any moment leaves nothing half-recorded; the next one goes on from there."""

from __future__ import annotations

import contextlib
import fcntl
import json
import signal
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.custody import service as custody
from tests.builders import new_repository
from tests.running import harvest, provenance, register, run, started

NAMES = ("a/one", "a/two", "a/three")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three mirrors with a little history, and an undisturbed harvest of it in `calm`."""
    folder = tmp_path_factory.mktemp("interrupted")
    for name in NAMES:
        repository = new_repository(folder / "in" / name.replace("/", "+"))
        for step in range(30):
            repository.commit({f"{n}.py": b"%d\nof %d\n" % (step, n) for n in range(step % 7 + 3)})
    harvest(folder / "calm", folder / "in")
    return folder


def until(data: Path, repositories: int) -> None:
    """Wait until so many repositories were read."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with (
            contextlib.suppress(sqlite3.Error),
            contextlib.closing(sqlite3.connect(f"file:{data}/register.sqlite?mode=ro", uri=True)) as database,
        ):
            if database.execute("SELECT count(*) FROM custody_repositories").fetchone()[0] >= repositories:
                return
        time.sleep(0.01)
    raise AssertionError("the harvest did not get so far")


@pytest.mark.parametrize("moment", [0.05, 0.3, 0.6])
def test_killed(place: Path, tmp_path: Path, moment: float) -> None:
    """Killed at any moment, the next run gives what an undisturbed one gives, and the log is whole."""
    data = tmp_path / "data"
    with started(data, "harvest", "--mirrors", str(place / "in")) as process:
        until(data, 3)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.wait()
    harvest(data, place / "in")
    for name in NAMES:
        assert provenance(data, name) == provenance(place / "calm", name)
    with register(data) as opened, opened.sessions() as session:
        assert [one.finished_at is None for one in custody.harvests(session)] in (
            [False, True],
            [False, False],
        )
    with contextlib.closing(sqlite3.connect(data / "register.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_interrupted_from_the_keyboard(place: Path, tmp_path: Path) -> None:
    """Ctrl-C ends with 130 and a sentence, without a traceback."""
    with started(tmp_path / "data", "harvest", "--mirrors", str(place / "in")) as process:
        until(tmp_path / "data", 3)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, "Traceback" in said) in ((130, False), (0, False))
    assert process.returncode == 0 or "the next run goes on" in said


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A data folder in which another harvest is at work."""
    with register(tmp_path / "data"), (tmp_path / "data" / "harvest.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield tmp_path / "data"


def test_no_wait(place: Path, held: Path) -> None:
    """With --no-wait a second harvest says that another one is at work, and ends with 1."""
    ran = run(held, "harvest", "--no-wait", "--mirrors", str(place / "in"))
    assert ran.code == 1 and "another harvest is at work" in ran.err


def test_the_second_waits(place: Path, tmp_path: Path) -> None:
    """A second harvest says that it waits, and does its work when the first one has ended."""
    data = tmp_path / "data"
    with register(data), (data / "harvest.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with started(data, "harvest", "--json", "--mirrors", str(place / "in")) as process:
            assert process.stderr is not None
            assert "waiting" in process.stderr.readline()
            assert process.poll() is None
            fcntl.flock(file, fcntl.LOCK_UN)
            out, _ = process.communicate(timeout=60)
    assert process.returncode == 0 and len(json.loads(out)["results"]) == 3


def test_two_first_harvests(place: Path, tmp_path: Path) -> None:
    """Two harvests that are both the first in a new data folder both end well."""
    one = ("harvest", "--mirrors", str(place / "in"))
    with started(tmp_path / "data", *one) as first, started(tmp_path / "data", *one) as second:
        said = [process.communicate(timeout=60)[1] for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], said


def test_blame_that_takes_too_long(tmp_path: Path) -> None:
    """A file for which the time does not suffice is skipped; with more time the next harvest reads it."""
    new_repository(tmp_path / "in" / "a+one").commit({"a.py": b"a\n"})
    one = ("harvest", "--mirrors", str(tmp_path / "in"))
    assert run(tmp_path / "data", *one, "--seconds-a-file", "0.00001").code == 0
    assert provenance(tmp_path / "data", "a/one")["skipped"] == [{"path": "a.py", "reason": "unreadable"}]
    assert run(tmp_path / "data", *one).code == 0
    assert provenance(tmp_path / "data", "a/one")["skipped"] == []
