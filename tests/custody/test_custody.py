# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Custody: the light of a repository follows from what was seen and what was stated, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from registry.custody import service as custody
from registry.custody.model import (
    CustodyLight,
    Keeper,
    Organisation,
    RepositoryFacts,
    RepositoryId,
    Visibility,
)
from registry.errors import BadInputError, NotFoundError
from tests.running import register

NOW = datetime(2026, 3, 1, tzinfo=UTC)
LATER = NOW + timedelta(days=9)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A session on an empty register."""
    with register(tmp_path / "data") as opened, opened.sessions() as begun:
        yield begun


def seen(
    session: Session,
    number: int = 1,
    name: str = "havnen/kaj",
    when: datetime = NOW,
    *,
    private: bool = False,
) -> RepositoryId:
    """See a repository on GitHub."""
    owner, _, short = name.partition("/")
    return custody.sight_on_github(
        session, custody.Sight(number, owner, short, RepositoryFacts(private=private), None), when
    )


LIGHTS = [
    (Keeper.OS2, Visibility.VISIBLE, CustodyLight.GREEN),
    (Keeper.MEMBER, Visibility.VISIBLE, CustodyLight.YELLOW),
    (Keeper.SUPPLIER, Visibility.VISIBLE, CustodyLight.YELLOW),
    (Keeper.OTHER, Visibility.VISIBLE, CustodyLight.YELLOW),
    (Keeper.UNSTATED, Visibility.VISIBLE, CustodyLight.YELLOW),
    *((keeper, Visibility.GONE, CustodyLight.RED) for keeper in Keeper),
    *((keeper, Visibility.BLOCKED, CustodyLight.RED) for keeper in Keeper),
]


@pytest.mark.parametrize(("keeper", "visibility", "light"), LIGHTS)
def test_lights(session: Session, keeper: Keeper, visibility: Visibility, light: CustodyLight) -> None:
    """Green is only what is visible in an organisation stated to be OS2's; what is no longer visible is red."""
    custody.state(session, Organisation("Havnen", 7, keeper, "a test", configured=True), NOW)
    number = seen(session)
    if visibility is not Visibility.VISIBLE:
        custody.sight_missing(session, number, visibility, None, LATER)
    assert custody.repository(session, number).light is light


def test_not_observed_is_grey(session: Session) -> None:
    """A mirror is grey, even under the name of an organisation stated to be OS2's."""
    custody.state(session, Organisation("havnen", 7, Keeper.OS2, "a test", configured=True), NOW)
    number = custody.sight_by_label(session, "havnen", "kaj", NOW)
    assert custody.repository(session, number).light is CustodyLight.GREY


def test_a_mirror_and_github_are_two_until_somebody_says_so(session: Session) -> None:
    """A mirror and a repository on GitHub of one name are two; asked for by name, GitHub's is meant."""
    mirror, there = custody.sight_by_label(session, "havnen", "kaj", NOW), seen(session)
    assert mirror != there and custody.by_name(session, "Havnen/KAJ").id == there


def test_a_former_name_leads_to_the_repository(session: Session) -> None:
    """A repository is found by a name that it bore before, unless another one bears it now."""
    number = seen(session)
    seen(session, name="havnen/mole", when=LATER)
    assert custody.by_name(session, "havnen/kaj").id == number
    other = seen(session, 2, when=LATER)
    assert custody.by_name(session, "havnen/kaj").id == other


def test_the_same_sight_twice(session: Session) -> None:
    """Seen twice as it was, a repository has one custody row, from the first day."""
    number = seen(session)
    seen(session, when=LATER)
    assert [(one.since, one.until) for one in custody.holdings(session, number)] == [(NOW, None)]


def test_private_ones_are_hidden(session: Session) -> None:
    """A private repository is neither listed nor found by its number unless it is asked for."""
    number = seen(session, private=True)
    assert custody.repositories(session) == ()
    with pytest.raises(NotFoundError):
        custody.repository(session, number)
    assert custody.repository(session, number, private=True).private


@pytest.mark.parametrize("name", ["", "/", "a/", "/b", "a", "a/\udcff", "a/\0"])
def test_names_that_are_none(session: Session, name: str) -> None:
    """A text that is no OWNER/NAME is refused."""
    with pytest.raises(BadInputError):
        custody.by_name(session, name)


def test_a_statement_closes_the_one_before(session: Session) -> None:
    """What is stated anew of an organisation replaces what was stated, and the same again is no statement."""
    for keeper in (Keeper.OS2, Keeper.OS2, Keeper.SUPPLIER):
        custody.state(session, Organisation("havnen", 7, keeper, "a test", configured=True), NOW)
    assert [one.keeper for one in custody.organisations(session)] == [Keeper.SUPPLIER]
