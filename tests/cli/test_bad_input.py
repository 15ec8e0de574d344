# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Whatever a command is given, it answers with a sentence and an exit code, never with a traceback."""

from __future__ import annotations

import shutil
import socket
import sqlite3
from pathlib import Path

import pytest

from tests.builders import new_repository
from tests.running import Ran, harvest, run, started


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with one repository."""
    folder = tmp_path_factory.mktemp("input")
    new_repository(folder / "in" / "havn+kaj").commit({"a.py": b"a\n"})
    new_repository(folder / "in" / "havn+tom")
    harvest(folder / "data", folder / "in")
    return folder / "data"


def sentence(ran: Ran) -> str:
    """Return the one sentence on standard error; nothing else was said."""
    assert ran.code == 1, ran
    assert ran.err.startswith("os2-registry: ") and ran.err.count("\n") == 1, ran.err
    return ran.err


ADDRESSES = (
    *("ext::sh -c touch% /tmp/never", "file:///etc", "http://example.org/a/b", "ssh://example.org/a/b"),
    *("https://127.0.0.1/a/b", "https://localhost/a/b", "https://169.254.169.254/latest/meta-data"),
    *("https://[::1]/a/b", "https://[::ffff:127.0.0.1]/a/b", "https://10.0.0.1/a", "https://[", "https://"),
    *(
        "https://0x7f000001/a/b",
        "https://2130706433/a",
        "git://127.0.0.1/a",
        "fd::17/a",
        "transport::address",
    ),
    *(
        "--upload-pack=touch /tmp/never",
        "https://a.invalid/x/y",
        "https://example.org/../x",
        "\n",
        "://",
        "::",
    ),
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_are_refused(data: Path, address: str) -> None:
    """An address that is no public https one, and no git directory, is refused and the refusal recorded."""
    ran = run(data, "harvest", "--json", f"--git={address}", "--label", "havn/afvist")
    assert ran.code == 1 and ran.err == ""
    (one,) = ran.json["results"]
    assert one["outcome"] == "failed" and one["message"].isprintable() and len(one["message"]) > 20


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_without_a_label(data: Path, address: str) -> None:
    """An address from which no name follows does no harm either."""
    ran = run(data, "harvest", f"--git={address}")
    assert ran.code == 1 and "Traceback" not in ran.err


def test_a_password_in_an_address_is_not_recorded(data: Path) -> None:
    """An address with a password is refused before anything is recorded, and not said again."""
    ran = run(data, "harvest", "--git", "https://bo:hemmeligt@example.org/a/b")
    assert "leave out" in sentence(ran) and "hemmeligt" not in ran.err + ran.out
    with sqlite3.connect(data / "register.sqlite") as database:
        assert "hemmeligt" not in "".join(database.iterdump())
    database.close()


@pytest.mark.parametrize(
    "arguments",
    [
        ("harvest",),
        ("harvest", "--org", "a", "--mirrors", "b"),
        ("harvest", "--mirrors", "/nowhere"),
        ("harvest", "--mirrors", "/dev/null"),
        ("harvest", "--mirrors", ""),
        ("harvest", "--private", "--org", "havn"),
        ("provenance", "havn"),
        ("provenance", "havn/ukendt"),
        ("provenance", "/"),
        ("provenance", "havn/tom"),
        ("provenance", "havn/kaj", "--path", "findes/ikke"),
        ("provenance", "havn/kaj", "--path", "\udcff\x1b[2J"),
        ("provenance", "\x1b[2J/\udcff"),
        ("licences", "havn/ukendt"),
        ("licences", "havn/tom"),
        ("licences", ""),
        ("products", "add", "ukendt", "havn/kaj"),
        ("products", "remove", "ukendt", "havn/kaj", "--until", "2020-01-01"),
        ("products", "withdraw", "ukendt"),
        ("products", "read", "/dev/zero"),
        ("determine", "/dev/zero"),
        ("import", "facts", "/dev/zero"),
        ("products", "state", "Ikke En Slug", "--name-da", "x", "--name-en", "x"),
        ("products", "state", "x", "--name-da", "x" * 5000, "--name-en", "x"),
        ("products", "state", "x", "--name-da", "", "--name-en", "x"),
        ("products", "state", "x", "--name-da", "\udcff", "--name-en", "x"),
        ("products", "state", "x", "--name-da", "x", "--name-en", "x", "--contact-role", "bo@example.org"),
        ("organisations", "state", "ikke et login", "--keeper", "os2", "--basis", "x"),
        ("organisations", "state", "x" * 300, "--keeper", "os2", "--basis", "x"),
        ("organisations", "state", "x", "--keeper", "os2", "--basis", ""),
        ("organisations", "state", "x", "--keeper", "os2", "--basis", "\udcff"),
        ("repositories", "set", "havn/ukendt", "**", "--origin", "bot", "--by", "x", "--reason", "x"),
        ("repositories", "set", "havn/kaj", "\udcff", "--origin", "bot", "--by", "x", "--reason", "x"),
        ("repositories", "set", "havn/kaj", "**", "--origin", "bot", "--by", " ", "--reason", "x"),
    ],
)  # fmt: skip
def test_a_sentence_and_1(data: Path, arguments: tuple[str, ...]) -> None:
    """What cannot be done is said in one sentence that cannot act on a terminal; the exit code is 1."""
    said = sentence(run(data, *arguments))
    assert said.strip().isprintable() and said.strip()[-1] != ":"


@pytest.mark.parametrize(
    "arguments",
    [
        ("erase", "contributor", "9" * 20, "--reason", "x"),
        ("erase", "row", "parties_identities", "9" * 20, "--reason", "x"),
        ("decide", "havn/kaj", "--withdraw", "9" * 20),
        ("ukendt",),
        ("harvest", "--method", "ukendt"),
        ("harvest", "--seconds-a-file", "-1", "--mirrors", "x"),
        ("harvest", "--seconds-a-file", "nan", "--mirrors", "x"),
        ("harvest", "--longest-wait", "-1", "--org", "x"),
        ("serve", "--port", "99999"),
        ("products", "read", "/nowhere"),
        ("products", "add", "x", "a/b", "--since", "2020-13-01"),
        ("products", "state", "x"),
        ("provenance",),
    ],
)
def test_usage_and_2(data: Path, arguments: tuple[str, ...]) -> None:
    """What is no way to call the program is answered with how to call it; the exit code is 2."""
    ran = run(data, *arguments)
    assert ran.code == 2 and "Usage:" in ran.err and "Traceback" not in ran.err


COMMANDS = (
    *((), ("harvest",), ("products",), ("products", "read"), ("repositories",), ("repositories", "set")),
    *(("provenance",), ("licences",), ("organisations",), ("organisations", "state"), ("serve",), ("demo",)),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_help(data: Path, command: tuple[str, ...]) -> None:
    """Each command says what it does."""
    ran = run(data, *command, "--help")
    assert ran.code == 0 and "Usage: os2-registry" in ran.out and len(ran.out.splitlines()) > 4


@pytest.mark.parametrize(
    "address",
    [
        "nonsense",
        "mysql://x/y",
        "oracle://x/y",
        "sqlite:////dev/null/x.sqlite",
        "postgresql://nobody:hemmeligt@127.0.0.1:1/none",
        "sqlite:////etc/passwd",
        "",
    ],
)
def test_databases_that_cannot_be_used(tmp_path: Path, address: str) -> None:
    """A database that is none, or cannot be reached, is told in a sentence without its password."""
    if not address:
        (tmp_path / "register.sqlite").write_bytes(b"no database at all" * 100)
    ran = run(tmp_path, *(["--database", address] if address else []), "repositories")
    assert "hemmeligt" not in sentence(ran)


@pytest.mark.parametrize("folder", ["/dev/null", "/dev/null/x", "/proc/none"])
def test_data_folders_that_cannot_be_used(folder: str) -> None:
    """A data folder that cannot be made or written is told in a sentence."""
    assert folder in sentence(run(Path(folder), "repositories"))


def test_a_later_database(data: Path, tmp_path: Path) -> None:
    """A database that a later version wrote is refused, and left as it is."""
    shutil.copytree(data, tmp_path / "data")
    with sqlite3.connect(tmp_path / "data" / "register.sqlite") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    assert "later version" in sentence(run(tmp_path / "data", "repositories"))


def test_folders_that_are_files(data: Path, tmp_path: Path) -> None:
    """Where the mirrors or the blobs cannot be written, each repository says so, and the command ends with 1."""
    for name in ("mirrors", "blobs"):
        shutil.copytree(data, tmp_path / name)
        shutil.rmtree(tmp_path / name / name)
        (tmp_path / name / name).write_text("no folder")
        new_repository(tmp_path / "in" / f"ny+{name}").commit({"a.py": name.encode()})
        ran = run(tmp_path / name, "harvest", "--json", "--mirrors", str(tmp_path / "in"))
        assert ran.code == 1 and ran.json["results"][-1]["message"]


def test_a_port_that_is_taken(data: Path) -> None:
    """A port that another program holds is told in a sentence."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with started(data, "serve", "--port", str(other.getsockname()[1])) as process:
            said = process.communicate(timeout=30)[1]
    assert (
        process.returncode == 1 and "os2-registry: " in said and "in use" in said and "Traceback" not in said
    )
