# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Forgetting: an identity's address and names are erased, and what it wrote stays, by somebody unnamed."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.errors import NotFoundError, RefusedError
from registry.evidence.commitment import SALT
from registry.evidence.erasure import Erasure, of_row
from registry.evidence.records import table_of
from registry.evidence.rowform import BLANK
from registry.provenance.records import ForgottenRow, IdentityRow, NameRow

_ERASED = re.compile(rf"{BLANK}\d+")


def forgetting(session: Session, identity: int, reason: str) -> tuple[Erasure, ForgottenRow]:
    """Return the erasure of an identity with all its names, and the row by which its address is known again.

    Raises NotFoundError where there is none of that number, RefusedError where it was erased before.
    """
    row = session.get(IdentityRow, identity)
    if row is None:
        msg = f"there is no contributor {identity} in this register; the number stands in the page's address"
        raise NotFoundError(msg)
    if was_erased(row.email):
        msg = f"the contributor {identity} was erased before; the log says when and why"
        raise RefusedError(msg)
    salt = secrets.token_bytes(SALT)
    names = session.scalars(select(NameRow.id).where(NameRow.identity_id == identity)).all()
    parts = [
        of_row(session, table_of(IdentityRow), (identity,), reason),
        *(of_row(session, table_of(NameRow), (name,), reason) for name in names),
    ]
    whole = Erasure(
        reason, [one for p in parts for one in p.personal], [one for p in parts for one in p.columns]
    )
    return whole, ForgottenRow(identity_id=identity, salt=salt, digest=_digest(salt, row.email))


def address_of(session: Session, identity: int) -> str:
    """Return an identity's address, "" where it is not known or erased. It never leaves the register."""
    email = session.scalar(select(IdentityRow.email).where(IdentityRow.id == identity)) or ""
    return "" if was_erased(email) else email


def remembered(session: Session, addresses: Iterable[str]) -> dict[str, int]:
    """Return the identity that is left of each address that was erased."""
    rows = session.scalars(select(ForgottenRow)).all()
    return {
        address: row.identity_id
        for row in rows
        for address in addresses
        if hmac.compare_digest(_digest(row.salt, address), row.digest)
    }


def was_erased(text: str) -> bool:
    """Return whether a name or an address is what erasing leaves."""
    return bool(_ERASED.fullmatch(text))


def _digest(salt: bytes, address: str) -> bytes:
    return hmac.digest(salt, address.encode("utf-8", "backslashreplace"), "sha256")
