# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Erasing on request: what is about a person goes, the log says that it was there and why it went."""

from __future__ import annotations

from sqlalchemy import Table, select

from registry.errors import BadInputError, NotFoundError, RefusedError
from registry.evidence.erasure import Erasure, erase, of_row
from registry.evidence.model import Digest, Position
from registry.evidence.rowform import row_form
from registry.migrations.tables import METADATA
from registry.parties import service as parties
from registry.pipeline.evidence import shelf
from registry.pipeline.register import Register
from registry.provenance import forgetting

_LONGEST = 1_000


def erase_contributor(register: Register, number: int, reason: str) -> Position:
    """Erase the address and the names of a contributor; what they wrote stays, by somebody unnamed.

    Raises RefusedError while facts name the address: a title may depend on it.
    """
    _check(reason)
    with register.sessions() as session:
        erasure, row = forgetting.forgetting(session, number, reason)
        address = forgetting.address_of(session, number)
        stated = parties.people(session, bound=False).identities
        named = sorted({one.set_name for one in stated if address and one.fact.email.lower() == address})
        if named:
            msg = (
                f"the facts of {', '.join(named)} say whose the address of contributor {number} is, and a title may "
                "rest on that: nothing was erased; take the address out of the facts first, and import them again"
            )
            raise RefusedError(msg)
    return erase(shelf(register), erasure, register.clock(), [row])


def erase_row(register: Register, name: str, number: int, reason: str) -> Position:
    """Erase the personal columns of one row of facts; raises NotFoundError where there is no such row."""
    _check(reason)
    table = _table(name)
    with register.sessions() as session:
        key = table.c.id
        if session.execute(select(key).where(key == number)).first() is None:
            msg = (
                f"the table {name} has no row {number}; `os2-registry verify` and the log name rows by number"
            )
            raise NotFoundError(msg)
        erasure = of_row(session, table, (number,), reason)
    return erase(shelf(register), erasure, register.clock())


def erase_blob(register: Register, digest: str, reason: str) -> Position:
    """Erase the bytes of a piece of evidence, by their SHA-256; raises NotFoundError where nothing has it."""
    _check(reason)
    observations = METADATA.tables["evidence_observations"]
    with register.sessions() as session:
        seen = observations.c.digest
        if session.execute(select(seen).where(seen == digest).limit(1)).first() is None:
            msg = f"no evidence has the digest {digest[:64]}; the page of the evidence shows it"
            raise NotFoundError(msg)
    return erase(shelf(register), Erasure(reason, blob=Digest(digest)), register.clock())


def _table(name: str) -> Table:
    table = METADATA.tables.get(name)
    known = sorted(one.name for one in METADATA.sorted_tables if row_form(one).personal)
    wanted = [one for one in known if one not in {"provenance_identities", "provenance_names"}]
    if table is None or name not in wanted:
        msg = f"there is nothing personal in a table {name[:60]!r}; name one of {', '.join(wanted)}"
        raise BadInputError(msg)
    return table


def _check(reason: str) -> None:
    if not reason.strip() or len(reason) > _LONGEST or "@" in reason:
        msg = (
            f"the reason stands in the log for ever: it must be there, hold at most {_LONGEST} characters, and name "
            "nobody and no address"
        )
        raise BadInputError(msg)
