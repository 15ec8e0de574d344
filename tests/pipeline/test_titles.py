# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Titles in short are found once, hold as long as nothing that bears on them changes, and are found again then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from registry.evidence.service import verify
from registry.pipeline.evidence import verified
from registry.pipeline.facts import import_facts
from registry.pipeline.finding_titles import find_titles
from registry.pipeline.owned import InShort
from registry.pipeline.ownership import answers
from registry.pipeline.register import Register
from registry.pipeline.titles import Titles, titles
from registry.provenance import service as provenance
from tests.builders import new_repository
from tests.evidence.tampering import tamper
from tests.pipeline.stating import FACTS, HEAD, PAPER, PEOPLE, at, written
from tests.running import harvest, register, run

BO = "Bo Eksempel <bo@example.org>"
OF_BO = b"""set: bo
asks: {party: havn}
parties:
  havn: {kind: association, name: Havnens Forening, founded: 2010-01-01}
  bo: {kind: person, name: Bo Eksempel}
identities:
  - {email: bo@example.org, person: bo, basis: confirmed}
engagements:
  - {person: bo, party: havn, kind: employee, from: 2010-01-01, basis: confirmed}
"""
DAY = "2026-01-01"
WHY = ("--reason", "asked for by letter")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a repository of Alma's and one of Bo's."""
    place = tmp_path_factory.mktemp("titles")
    new_repository(place / "in" / "havn+kaj").commit({"a.py": b"a\nb\n"}, date="1400000000 +0000")
    new_repository(place / "in" / "havn+mole").commit({"b.py": b"c\n"}, author=BO, date="1400000000 +0000")
    return place


@pytest.fixture
def havn(folder: Path, tmp_path: Path) -> Iterator[Register]:
    """A register that harvested both, on a day; no facts yet."""
    with register(tmp_path / "data") as opened:
        harvest(tmp_path / "data", folder / "in")
        yield at(opened, DAY)


def told(havn: Register, day: str = DAY) -> Titles:
    """Return the titles of both repositories."""
    with havn.sessions() as session:
        return titles(session, provenance.snapshots(session), date.fromisoformat(day))


def anew(havn: Register, repository: int) -> InShort:
    """Return the answer of a repository, found from the register."""
    with havn.sessions() as session:
        return answers(session, repository, date.fromisoformat(DAY)).in_short


def test_before_anything_is_stated_no_title_is_missing(havn: Register) -> None:
    """Nothing is assessed, and nothing is kept."""
    assert find_titles(havn) == 0
    assert told(havn) == Titles({}, frozenset())


def test_what_is_kept_is_what_is_found_from_the_register(havn: Register) -> None:
    """States, licences and holders with their names; until it was found, it is missing."""
    import_facts(havn, FACTS)
    assert told(havn).missing == {1, 2}
    assert find_titles(havn) == 2
    assert told(havn) == Titles({1: anew(havn, 1), 2: anew(havn, 2)}, frozenset())
    assert told(havn).found[1].assessed and not told(havn).found[2].assessed


def test_an_import_about_one_repository_leaves_the_other_as_it_was(havn: Register) -> None:
    """Who is behind Bo's address is found anew in the repository of Bo's alone."""
    import_facts(havn, FACTS)
    find_titles(havn)
    import_facts(havn, OF_BO)
    assert told(havn).missing == {2}
    assert find_titles(havn) == 1
    assert told(havn).found[2] == anew(havn, 2) and told(havn).found[2].holders[0].holders == ("havn",)


def test_a_paper_that_begins_to_act_ends_what_was_found_before(havn: Register) -> None:
    """Until the day before it holds; the paper's own day takes another look."""
    later = PAPER.replace(b"signed: 2012-01-01", b"signed: 2012-01-01\n    effective: 2026-03-01")
    import_facts(havn, HEAD % b"proeve" + PEOPLE + later)
    find_titles(havn)
    assert not told(havn, "2026-02-28").missing and told(havn, "2026-03-01").missing == {1}


def test_a_harvest_and_an_import_find_what_is_missing(folder: Path, tmp_path: Path) -> None:
    """Whoever looks at many repositories waits for none of them."""
    data = tmp_path / "data"
    harvest(data, folder / "in")
    facts = written(tmp_path / "facts", FACTS)
    assert "of 2 repositories was found anew" in run(data, "import", "facts", str(facts)).out
    new_repository(tmp_path / "more" / "havn+bolværk").commit({"c.py": b"c\n"})
    harvest(data, tmp_path / "more")
    with register(data) as opened:
        assert not told(opened, opened.clock().date().isoformat()).missing


def test_after_an_erasure_it_is_found_again(folder: Path, tmp_path: Path) -> None:
    """Whose address is gone is told as somebody unnamed; the register holds."""
    data = tmp_path / "data"
    harvest(data, folder / "in")
    run(data, "import", "facts", str(written(tmp_path / "facts", FACTS)))
    assert run(data, "erase", "contributor", "2", *WHY).code == 0
    with register(data) as opened:
        assert not told(opened, opened.clock().date().isoformat()).missing
    assert run(data, "verify").code == 0


def test_verification_finds_what_the_register_does_not_say(havn: Register, tmp_path: Path) -> None:
    """An answer that was altered is not the one found anew: the repository is named."""
    import_facts(havn, FACTS)
    find_titles(havn)
    assert verify(verified(havn)).holds
    tamper(havn.engine)
    with havn.engine.begin() as connection:
        content = bytes(
            connection.execute(
                text("SELECT content FROM ownership_titles WHERE repository_id = 1")
            ).scalar_one()
        )
        forged = content.replace(b'"claimed":2', b'"documented":2')
        assert forged != content
        connection.execute(
            text("UPDATE ownership_titles SET content = :new WHERE repository_id = 1"), {"new": forged}
        )
    ran = run(tmp_path / "data", "verify")
    assert ran.code == 1
    assert "ownership_titles 1" in ran.out and "a recomputation gives" in ran.out
