# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Personal values against commitments: each value and its salt, or a tombstone that says they were erased."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from registry.evidence.commitment import commit
from registry.evidence.records import PersonalRow, table_of
from registry.evidence.verification.model import Damage, DamageKind, Told, Watch
from registry.evidence.verification.reading import sound_batches

_TABLE = "evidence_personal"


def check_personal(session: Session, told: Told, watch: Watch) -> Iterator[Damage]:
    """Hold personal values and salts against the commitments in the log; fills `told.salts`."""
    table = table_of(PersonalRow)
    query = select(table).where(table.c.position >= told.start)
    expected = dict(told.personal)
    for batch in sound_batches(session, table, query):
        if isinstance(batch, Damage):
            yield batch
            continue
        for row in batch:
            what = _wrong(row, expected.pop((row.position, row.name), None), told)
            if what is not None:
                kind = DamageKind.INSERTED if what == _UNKNOWN else DamageKind.ALTERED
                yield Damage(kind, _TABLE, f"{row.position}, {row.name}", what)
        watch("personal values", len(batch))
    for position, name in expected:
        yield Damage(DamageKind.REMOVED, _TABLE, f"{position}, {name}", "its salt is gone with its row")


_UNKNOWN = "no event commits to it"


def _wrong(row: Row[Any], commitment: str | None, told: Told) -> str | None:
    place = (row.position, row.name)
    if commitment is None:
        return _UNKNOWN
    told.salts[place] = row.salt
    if row.salt is None:
        erased = place in told.erased or place in told.superseded
        return None if erased and row.value is None else "its salt is gone and no tombstone says why"
    if place in told.superseded or place in told.erased:
        return "its salt was erased and has come back"
    if row.value is None:
        # the value of a row's column stands in that row and is held against the salt there
        return None if place in told.in_rows else "its value is gone and no tombstone says why"
    return None if commit(row.salt, row.value) == commitment else "it is not the value committed to"
