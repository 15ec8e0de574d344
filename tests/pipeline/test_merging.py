# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A party's records put together and taken apart again: the facts of then are those of then, and nothing stays behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from registry.ownership.decider import determine
from registry.ownership.facts import Author, Contribution, Facts
from registry.parties import service as parties
from registry.pipeline.facts import facts_known, import_facts
from registry.pipeline.register import Register
from registry.provenance.model import WorkType
from tests.ownership.cases import TODAY
from tests.ownership.worlds import ASKS
from tests.pipeline.stating import HEAD, PAPER, PEOPLE
from tests.running import register

APART = (
    (HEAD % b"proeve").replace(b"  alma:", b"  kaj2: {kind: company, name: Kaj Kode}\n  alma:")
    + PEOPLE
    + PAPER.replace(b"[kaj]", b"[kaj2]").replace(b"{repositories: [havn/kaj]}", b"{}")
)
TOGETHER = HEAD % b"proeve" + PEOPLE + PAPER.replace(b"{repositories: [havn/kaj]}", b"{}")


def known(opened: Register, position: int | None = None) -> Facts:
    """Return the facts at a position of the log, or now."""
    with opened.sessions() as session:
        return facts_known(session, position)


def test_put_together_and_taken_apart_nothing_stays_behind(tmp_path: Path) -> None:
    """One company under two ids, merged into one, and split again: each time the facts are those of a fresh register."""
    with register(tmp_path / "data") as opened, register(tmp_path / "fresh") as fresh:
        positions = [import_facts(opened, data).position for data in (APART, TOGETHER, APART)]
        never_apart = import_facts(fresh, TOGETHER)
        assert never_apart.closed == 0
        apart, together, again = (known(opened, position) for position in positions)
        assert apart == again == known(opened)
        assert together == known(fresh)
        assert apart != together
        with opened.sessions() as session:
            assert [one.set_name for one in parties.statements(session)] == ["proeve"]


def test_the_answers_follow_the_records(tmp_path: Path) -> None:
    """Apart, the paper is a stranger's; together it moves the title; apart again the answer is the first one."""
    work = "alma wrote it"
    with register(tmp_path / "data") as opened:
        states = []
        for data in (APART, TOGETHER, APART):
            import_facts(opened, data)
            states.append(determine(_with(known(opened), work), TODAY)[work])
    assert states[0] == states[2]
    assert [str(one.state) for one in states] == ["other", "claimed", "other"]


def _with(facts: Facts, name: str) -> Facts:
    one = Contribution(name, "1", "a.py", WorkType.PROGRAM, (Author("alma"),), date(2011, 1, 1), 10)
    return replace(facts, asks=replace(facts.asks, as_of=ASKS.as_of), contributions=(one,))
