# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A person who asks to be forgotten is: in the tables, in what comes later, and without a break in the log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from registry.evidence.service import verify
from registry.pipeline import ownership
from registry.pipeline.evidence import verified
from registry.pipeline.facts import import_facts
from registry.pipeline.register import Register
from registry.provenance import service as provenance
from tests.builders import Repository, new_repository
from tests.pipeline.stating import HEAD, PAPER, PEOPLE
from tests.running import harvest, register, run

BO = "Bo Eksempel <bo@example.org>"
WHY = ("--reason", "asked for by letter")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository by Alma and Bo."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    repository.commit({"a.py": b"a\n"})
    repository.commit({"b.py": b"b\n"}, author=BO)
    return repository


@pytest.fixture
def data(tmp_path: Path, repository: Repository) -> Path:
    """A register that harvested it."""
    harvest(tmp_path / "data", repository.path.parent)
    return tmp_path / "data"


@pytest.fixture
def opened(data: Path) -> Iterator[Register]:
    """That register, opened."""
    with register(data) as found:
        yield found


def everything(found: Register) -> str:
    """Return all that the database says of people, and every leaf and list of rows of its log."""
    tables = ("provenance_identities", "provenance_names", "evidence_events", "evidence_personal")
    with found.engine.connect() as connection:
        return repr([connection.execute(text(f"SELECT * FROM {one}")).all() for one in tables])


def test_no_name_and_no_address_stands_in_the_log(opened: Register) -> None:
    """Of the people in git the leaves, and the lists beside them, hold salted commitments alone."""
    with opened.engine.connect() as connection:
        log = repr(connection.execute(text("SELECT leaf, rows FROM evidence_events")).all())
    assert "example.org" not in log and "Eksempel" not in log and "commitment" not in log


def test_an_erased_contributor_is_gone_and_what_they_wrote_stays(data: Path, opened: Register) -> None:
    """Neither tables nor log hold name or address any more; the lines are somebody's, and everything holds."""
    ran = run(data, "erase", "contributor", "2", *WHY)
    assert ran.code == 0, ran.err
    said = everything(opened)
    assert "bo@example" not in said and "Bo Eksempel" not in said and "alma@example.org" in said
    with opened.sessions() as session:
        shares = provenance.shares(session, 1)
    assert sorted((one.author.name, one.author.domain, one.total) for one in shares) == [
        ("", "", 1),
        ("Alma Eksempel", "example.org", 1),
    ]
    checked = run(data, "verify")
    assert checked.code == 0 and "note: erased: provenance_identities/2: asked for by letter" in checked.out


def test_a_later_harvest_learns_an_erased_contributor_no_second_time(
    data: Path, repository: Repository, opened: Register
) -> None:
    """New commits from the same address, under another name, are the same nobody's."""
    run(data, "erase", "contributor", "2", *WHY)
    repository.commit({"c.py": b"c\n"}, author="B. Eksempel <BO@example.org>")
    harvest(data, repository.path.parent)
    said = everything(opened)
    assert "bo@example" not in said and "B. Eksempel" not in said
    with opened.sessions() as session:
        assert len(provenance.shares(session, 1)) == 2
    answer = verify(verified(opened))
    assert answer.holds, answer.damage


def test_a_contributor_whom_facts_name_is_not_erased(data: Path, opened: Register) -> None:
    """A title may rest on the address: the sentence says which facts name it."""
    import_facts(opened, HEAD % b"proeve" + PEOPLE)
    ran = run(data, "erase", "contributor", "1", *WHY)
    assert ran.code == 1 and "proeve" in ran.err and "alma@example.org" in everything(opened)


def test_a_row_of_facts_is_erased(data: Path, opened: Register) -> None:
    """Its personal columns are empty, the engine reads on without it, and everything holds."""
    import_facts(opened, HEAD % b"proeve" + PEOPLE)
    assert run(data, "erase", "row", "parties_identities", "1", *WHY).code == 0
    with opened.engine.connect() as connection:
        row = connection.execute(text("SELECT email, person, name FROM parties_identities")).one()
    assert tuple(row) == (None, None, None)
    assert run(data, "verify").code == 0


def test_what_is_erased_is_not_remembered(data: Path, opened: Register) -> None:
    """A server that runs on tells no name any more that another process erased."""
    import_facts(opened, HEAD % b"proeve" + PEOPLE + PAPER)
    today = date(2026, 1, 1)
    with opened.sessions() as session:
        assert ownership.facts_for_telling(session, 1, today).parties["alma"].name == "Alma Eksempel"
    assert run(data, "erase", "row", "parties_parties", "3", *WHY).code == 0
    with opened.sessions() as session:
        assert not ownership.facts_for_telling(session, 1, today).parties["alma"].name


def test_erased_bytes_are_gone(data: Path, opened: Register) -> None:
    """By the digest that their page shows."""
    with opened.engine.connect() as connection:
        digest = connection.scalar(text("SELECT digest FROM evidence_observations"))
    assert run(data, "erase", "blob", str(digest), *WHY).code == 0
    assert not (data / "blobs" / str(digest)[:2] / str(digest)[2:]).exists()
    assert run(data, "verify").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("contributor", "99", *WHY), "no contributor 99"),
        (("row", "custody_holdings", "1", *WHY), "nothing personal in a table"),
        (("row", "parties_identities", "99", *WHY), "has no row 99"),
        (("blob", "0" * 64, *WHY), "no evidence has the digest"),
        (("contributor", "1", "--reason", "asked by alma@example.org"), "name nobody"),
        (("contributor", "1", "--reason", " "), "must be there"),
    ],
)
def test_what_cannot_be_erased_is_said(data: Path, arguments: tuple[str, ...], said: str) -> None:
    """In one sentence, and nothing is recorded."""
    before = run(data, "verify", "--json").json["size"]
    ran = run(data, "erase", *arguments)
    assert ran.code == 1 and said in ran.err, ran
    assert run(data, "verify", "--json").json["size"] == before


def test_an_erased_contributor_is_not_erased_again(data: Path) -> None:
    """There is nothing left to erase."""
    run(data, "erase", "contributor", "2", *WHY)
    assert "erased before" in run(data, "erase", "contributor", "2", *WHY).err


def test_two_erased_contributors_stay_two(data: Path, opened: Register) -> None:
    """What erasing leaves is never the same twice."""
    assert [run(data, "erase", "contributor", one, *WHY).code for one in ("1", "2")] == [0, 0]
    identities = text("SELECT email FROM provenance_identities ORDER BY id")
    with opened.engine.connect() as connection:
        assert connection.scalars(identities).all() == ["erased 1", "erased 2"]
