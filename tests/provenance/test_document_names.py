# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Documents that were renamed: their versions under earlier names, as far as git recognises them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from registry.provenance import service
from registry.provenance.numbers import oids_of
from tests.builders import Oid, Repository, new_repository
from tests.running import harvest, register

BO = "Bo Eksempel <bo@example.org>"


def picture(seed: int, size: int = 4000) -> bytes:
    """Return bytes that are no text, the same for the same seed."""
    return b"\x89PNG\0" + random.Random(seed).randbytes(size)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository in the folder that is harvested."""
    return new_repository(tmp_path / "in" / "havn+kaj")


def versions(tmp_path: Path, path: bytes) -> list[str]:
    """Harvest and return the commits that wrote a document, oldest first, as both tables tell them."""
    harvest(tmp_path / "data", tmp_path / "in")
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        document, file = service.document(session, 1, path), service.file(session, 1, path)
        assert document is not None
        oids = oids_of(session, file.versions)
        told = [one.commit for one in document.versions]
        assert sorted(told) == sorted(file.versions)
        return [oids[number] for number in told]


def followed(repository: Repository, path: str) -> list[Oid]:
    """Return the commits that git follows a file to, oldest first, without those that only moved it."""
    said = repository.git("log", "--follow", "--format=%x01%H", "--raw", "-M50%", "main", "--", path)
    told = [one.split() for one in said.decode().split("\1")[:0:-1]]
    return [Oid(one[0]) for one in told if "R100" not in one]


def test_an_exact_rename_is_followed(repository: Repository, tmp_path: Path) -> None:
    """A document under another name keeps its versions; whoever only renamed it wrote none."""
    first = repository.commit({"a.png": picture(1)})
    second = repository.commit({"a.png": picture(2)}, author=BO)
    repository.commit({"a.png": None, "docs/b.png": picture(2)})
    last = repository.commit({"docs/b.png": picture(3)})
    assert versions(tmp_path, b"docs/b.png") == [first, second, last]


def test_a_similar_one_is_followed_too(repository: Repository, tmp_path: Path) -> None:
    """Renamed and changed in one commit, the document is followed where half of it is the same, as git does it."""
    text = b"\0" + b"".join(b"line %d of a picture\n" % number for number in range(200))
    repository.commit({"a.bin": text, "c.bin": picture(9)})
    repository.commit({"a.bin": None, "b.bin": text.replace(b"line 11", b"LINE 11")}, author=BO)
    found = versions(tmp_path, b"b.bin")
    assert found == followed(repository, "b.bin")
    assert len(found) == 2


def test_another_document_is_not_taken_for_it(repository: Repository, tmp_path: Path) -> None:
    """A new document beside a deleted one that is not like it begins with itself."""
    repository.commit({"a.png": picture(1)})
    made = repository.commit({"a.png": None, "b.png": picture(2)}, author=BO)
    assert versions(tmp_path, b"b.png") == [made] == followed(repository, "b.png")


def test_renamed_twice_and_back(repository: Repository, tmp_path: Path) -> None:
    """Names that follow each other are all followed, the present one's own past included."""
    first = repository.commit({"a.png": picture(1)})
    repository.commit({"a.png": None, "b.png": picture(1)})
    second = repository.commit({"b.png": picture(2)}, author=BO)
    repository.commit({"b.png": None, "a.png": picture(2)})
    assert versions(tmp_path, b"a.png") == [first, second] == followed(repository, "a.png")


def test_one_file_became_two(repository: Repository, tmp_path: Path) -> None:
    """Two documents that continue one deleted file both have its versions."""
    first = repository.commit({"a.png": picture(1)})
    repository.commit({"a.png": None, "b.png": picture(1), "c.png": picture(1)})
    assert versions(tmp_path, b"b.png") == [first]
    assert versions(tmp_path, b"c.png") == [first]
