# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Derived tables stand in the log by the digests of their parts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, update

from registry.evidence.records import table_of
from registry.evidence.sealing import STRETCH, Cut, Sealed, seal
from registry.evidence.verification.model import DamageKind, Register
from registry.evidence.verification.run import verify
from tests.evidence.rows import NOW, CopyRow

COPIES = table_of(CopyRow)
NUMBERED = Sealed(COPIES, COPIES.c.id, Cut.BY_NUMBER)
VALUED = Sealed(COPIES, COPIES.c.id, Cut.BY_VALUE)


def filled(register: Register, sealed: Sealed, count: int) -> Register:
    """Return a register whose derived table holds so many rows and is sealed."""
    with register.sessions.begin() as session:
        session.execute(insert(COPIES), [{"id": n, "text": f"row {n}"} for n in range(1, count + 1)])
        seal(session, [sealed], NOW, {})
    return replace(register, derived=[sealed.derived()])


@pytest.mark.parametrize("sealed", [NUMBERED, VALUED])
def test_sealed_table_holds_until_it_is_touched(register: Register, sealed: Sealed) -> None:
    """A sealed table holds; with one row altered, the part that it belongs to is named."""
    register = filled(register, sealed, 3)
    assert verify(register).holds, verify(register).damage
    with register.sessions.begin() as session:
        session.execute(update(COPIES).where(COPIES.c.id == 2).values(text="forged"))
    (damage,) = verify(register).damage
    part = "2" if sealed.cut is Cut.BY_VALUE else "0"
    assert (damage.kind, damage.table, damage.key) == (DamageKind.ALTERED, "invented_copies", part)


def test_part_that_may_change_is_sealed_anew(register: Register) -> None:
    """A part that is said to have changed is sealed anew, with its rows gone, too; the others are not."""
    register = filled(register, VALUED, 3)
    with register.sessions.begin() as session:
        session.execute(update(COPIES).where(COPIES.c.id == 2).values(text="new"))
        session.execute(delete(COPIES).where(COPIES.c.id == 3))
        assert seal(session, [VALUED], NOW, {"invented_copies": {"2", "3"}}) == 1
    assert verify(register).holds, verify(register).damage


def test_full_part_stays_as_it_was_sealed(register: Register) -> None:
    """What was altered in a full part of a growing table is not sealed over when the table grows."""
    register = filled(register, NUMBERED, STRETCH + 2)
    with register.sessions.begin() as session:
        session.execute(update(COPIES).where(COPIES.c.id == 2).values(text="forged"))
        session.execute(insert(COPIES), [{"id": STRETCH + 9, "text": "grown"}])
        seal(session, [NUMBERED], NOW, {})
    assert [(one.kind, one.key) for one in verify(register).damage] == [(DamageKind.ALTERED, "0")]


def test_nothing_new_seals_nothing(register: Register) -> None:
    """Sealing again without a change records no event."""
    register = filled(register, NUMBERED, 3)
    with register.sessions.begin() as session:
        assert seal(session, [NUMBERED], NOW, {}) == 0
