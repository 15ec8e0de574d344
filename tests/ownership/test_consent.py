# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Whose consent another licence takes: the title holder's, and that of whoever kept the right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from registry.ownership.answers import Determination, Flag, State
from registry.ownership.consent import Consent, Need, consent
from registry.ownership.decider import Decider
from registry.ownership.opening import open_book
from registry.ownership.reading.file import read_facts
from tests.ownership.cases import TODAY

HEAD = """asks: {party: os2, as_of: 2026-01-01}
parties:
  os2: {kind: association, founded: 2012-04-24}
  sup: {kind: company}
  heir: {kind: company}
  gone: {kind: company, ended: 2020-01-01}
  dev: {kind: person}
  vol: {kind: person}
successions:
%s
engagements:
  - {person: dev, party: %s, kind: employee, from: 2013-01-01, basis: %s}
  - {person: vol, party: os2, kind: volunteer, from: 2013-01-01, basis: confirmed}
contributions:
  - {id: a, repository: r, path: a, work_type: program, authors: [%s], date: 2015-01-01, lines: 60}
agreements:
%s
"""
FULL = "assigns: true, all_uses: true, exclusive: true, perpetual: true, alter: granted, reassign: granted"
PAPER = (
    "  - {id: p, kind: assignment, assignors: [sup], assignee: os2, signed: 2016-01-01, "
    "rights: {%s}, signature: proper, document: held}"
)
LICENCE = (
    "  - {id: l, kind: contributor_licence, assignors: [vol], assignee: os2, signed: 2014-01-01, "
    "rights: {relicense: %s}, signature: %s, document: held}"
)
MERGER = "  - {kind: merger, from: sup, to: heir, date: 2018-01-01}"


def needed(
    agreements: str = "  []", *, authors: str = "dev", succession: str = "  []", basis: str = "confirmed"
) -> Consent:
    """Return what the one contribution of a little world needs."""
    text = HEAD % (succession, "sup", basis, authors, agreements)
    facts = read_facts(text.encode())
    book = open_book(replace(facts, asks=facts.asks.on(TODAY)))
    return consent(book, Decider(book).answer(facts.contributions[0]))


def test_who_holds_decides_alone() -> None:
    """A documented title with the right to relicense asks nobody."""
    assert needed(PAPER % (FULL + ", relicense: true")) == Consent(Need.OWN)


def test_a_paper_that_withholds_the_right_is_a_limit() -> None:
    """The title has moved, and its giver must agree nevertheless."""
    assert needed(PAPER % FULL) == Consent(Need.CONSENT, of=("sup",), limits=("p",))


def test_a_giver_that_was_taken_over_is_asked_as_it_is_today() -> None:
    """The successor stands in its place."""
    assert needed(PAPER % FULL, succession=MERGER).of == ("heir",)


def test_another_holder_is_asked() -> None:
    """Without a paper the employer holds its employee's program."""
    assert needed() == Consent(Need.CONSENT, of=("sup",))


def test_a_weak_chain_is_not_relied_upon() -> None:
    """A presumed employment leaves the association's own decision unproven."""
    found = needed(PAPER % (FULL + ", relicense: true"), basis="presumed")
    assert found.need is Need.UNPROVEN
    assert found.of == ()


def test_nobody_known_is_said() -> None:
    """Somebody must agree, and the register knows of nobody."""
    assert needed(authors="") == Consent(Need.UNKNOWN)


def test_a_joint_work_asks_every_other_holder() -> None:
    """The volunteer and the company both hold."""
    assert needed(authors="dev, vol").of == ("sup", "vol")


def test_a_licence_with_the_right_to_relicense_is_enough() -> None:
    """Title is not needed where the holder gave that right by a good paper."""
    assert needed(LICENCE % ("true", "proper"), authors="vol") == Consent(Need.OWN, given=("l",))


def test_a_licence_without_that_right_is_not() -> None:
    """Licensed in is usable, but not to be given under another licence."""
    assert needed(LICENCE % ("false", "proper"), authors="vol") == Consent(Need.CONSENT, of=("vol",))


def test_a_weak_licence_leaves_it_unproven() -> None:
    """A right given by e-mail is not relied upon."""
    weak = LICENCE % ("true", "{form: email, authority: unverified}")
    assert needed(weak, authors="vol").need is Need.UNPROVEN


@pytest.mark.parametrize(
    ("state", "need"),
    [
        (State.THIRD_PARTY, Need.THIRD_PARTY),
        (State.NOT_PROTECTED, Need.FREE),
        (State.DISPUTED, Need.DISPUTED),
    ],
)
def test_states_without_a_chain_have_their_own_need(state: State, need: Need) -> None:
    """What nobody holds, what another project has, what is disputed."""
    facts = read_facts((HEAD % ("  []", "sup", "confirmed", "dev", "  []")).encode())
    book = open_book(replace(facts, asks=facts.asks.on(TODAY)))
    holders = ("os2", "sup") if state is State.DISPUTED else ()
    found = consent(book, Determination(state, holders, flags=(Flag.DEPENDS_ON,)))
    assert found.need is need
    assert found.of == (("sup",) if state is State.DISPUTED else ())


def test_a_giver_that_is_no_more_leaves_nobody_to_ask() -> None:
    """It kept the right, ended without a successor, and cannot agree."""
    ended = HEAD.replace("sup: {kind: company}", "sup: {kind: company, ended: 2020-01-01}")
    facts = read_facts((ended % ("  []", "sup", "confirmed", "dev", PAPER % FULL)).encode())
    book = open_book(replace(facts, asks=facts.asks.on(TODAY)))
    assert consent(book, Decider(book).answer(facts.contributions[0])).need is Need.UNKNOWN
