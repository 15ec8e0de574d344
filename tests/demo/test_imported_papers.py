# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The demonstration's papers over its harvest: everything that the pages are to show does occur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from registry.custody import service as custody
from registry.demo.harvest import harvest_demonstration
from registry.ownership.answers import Break, State, Weak
from registry.pipeline.owned import Answers
from registry.pipeline.ownership import answers, files_answered
from registry.pipeline.register import Register
from registry.pipeline.runs import why
from registry.provenance import service as provenance
from tests.running import register

TODAY = date(2026, 11, 1)
OWNER = "demokommunernes-faellesskab"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """The harvested demonstration with its papers."""
    with register(tmp_path_factory.mktemp("papers") / "data") as opened:
        harvest_demonstration(opened, lambda *_: None, lambda _: None)
        yield opened


@pytest.fixture
def session(demo: Register) -> Iterator[Session]:
    """A session of its register."""
    with demo.sessions() as opened:
        yield opened


def of(session: Session, name: str, as_of: date = TODAY) -> Answers:
    """Return the answers for one of the association's repositories."""
    return answers(session, custody.by_name(session, f"{OWNER}/{name}").id, as_of)


def test_all_seven_states_occur(session: Session) -> None:
    """Somewhere in the demonstration stands a line of each state."""
    found: Counter[State] = Counter()
    for number in provenance.snapshots(session):
        found.update(answers(session, number, TODAY).states)
    assert {state for state, lines in found.items() if lines} == set(State)


def test_a_dispute_occurs(session: Session) -> None:
    """Tilsynsmappen was sold twice: both takers are named."""
    disputed = [one for one in of(session, "tilsynsmappen").holders if State.DISPUTED in one.lines]
    assert ("fjordkode", "os2") in [one.holders for one in disputed]


def test_a_bulk_import_is_cured_by_a_declaration(session: Session) -> None:
    """Borgerblik's first release came in bulk and is documented; the third has no list and is only likely."""
    number = custody.by_name(session, f"{OWNER}/borgerblik").id
    found = of(session, "borgerblik")
    files = [one for one in files_answered(session, number, TODAY) if State.DOCUMENTED in one.lines]
    runs = [run for one in files for run in why(session, number, one.path, None, TODAY) if run.bulk]
    assert any(run.answer is not None and run.answer.state is State.DOCUMENTED for run in runs)
    assert found.weak[Weak.BULK_IMPORT] > 0


def test_a_consultant_s_gap_occurs(session: Session) -> None:
    """What Ida programmed in Sagsvejen is hers: she was paid, and no paper moved it."""
    ida = [one for one in of(session, "sagsvejen").holders if one.holders == ("ida",)]
    assert ida[0].lines == {State.OTHER: ida[0].total}
    assert of(session, "gebyrregner").lines.code.documented == 1


def test_a_volunteer_s_lines_are_licensed_in(session: Session) -> None:
    """Oskar's lines stay his, and may be used."""
    oskar = [one for one in of(session, "sagsvejen").holders if one.holders == ("oskar",)]
    assert oskar[0].licensed == oskar[0].total > 0


def test_a_withdrawn_notice_disputes_only_while_it_stood(session: Session) -> None:
    """Nordlys claimed Sagsvejen from 2019 until 2020: as of a day between, more is disputed than today."""
    then, now = of(session, "sagsvejen", date(2019, 12, 1)), of(session, "sagsvejen")
    assert then.states[State.DISPUTED] > now.states[State.DISPUTED]


def test_authority_that_was_lacking_is_told(session: Session) -> None:
    """A project manager signed for Nordlys without the power to: the break says so."""
    assert of(session, "skiltebasen").breaks[Break.AUTHORITY_LACKING] > 0


def test_looking_again_imports_nothing_new(demo: Register) -> None:
    """A second look at the demonstration changes no answer."""
    with demo.sessions() as session:
        before = of(session, "sagsvejen").states
    harvest_demonstration(demo, lambda *_: None, lambda _: None)
    with demo.sessions() as session:
        assert of(session, "sagsvejen").states == before
