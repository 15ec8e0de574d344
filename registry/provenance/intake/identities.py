# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Identities and names enter the register once. The log commits to them and holds none of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from registry.database import Base, chunks
from registry.provenance.forgetting import remembered
from registry.provenance.records import IdentityRow, NameRow

Seen = tuple[str, str]
"""A name and the address in lower case, as git shows them."""


def keep_names(session: Session, wanted: set[Seen]) -> tuple[dict[Seen, int], Sequence[Base]]:
    """Add the names and addresses that the register does not hold; returns the number of each name.

    Behind them stand the rows that were added: an event is to explain them. An address that was erased gets
    the number that is left of it, whatever name stands beside it now.
    """
    addresses = {address for _, address in wanted}
    known = _known_identities(session, addresses)
    erased = remembered(session, addresses - known.keys())
    new = _new_identities(session, sorted(addresses - known.keys() - erased.keys()))
    identities = known | {row.email: row.id for row in new}
    names = _known_names(session, identities) | _left_names(session, wanted, erased)
    added = _new_names(session, sorted(wanted - names.keys()), identities)
    session.add_all([*new, *added.values()])
    session.flush()
    return names | {seen: row.id for seen, row in added.items()}, [*new, *added.values()]


def next_number(session: Session, column: InstrumentedAttribute[int]) -> int:
    """Return the number behind the last."""
    return (session.scalar(select(func.max(column))) or 0) + 1


def _known_identities(session: Session, addresses: set[str]) -> dict[str, int]:
    known: dict[str, int] = {}
    for chunk in chunks(sorted(addresses)):
        query = select(IdentityRow.email, IdentityRow.id).where(IdentityRow.email.in_(chunk))
        known.update(session.execute(query).all())
    return known


def _new_identities(session: Session, addresses: list[str]) -> list[IdentityRow]:
    first = next_number(session, IdentityRow.id)
    return [
        IdentityRow(id=first + place, email=address, domain=_domain(address))
        for place, address in enumerate(addresses)
    ]


def _known_names(session: Session, identities: dict[str, int]) -> dict[Seen, int]:
    by_number = {number: address for address, number in identities.items()}
    known: dict[Seen, int] = {}
    for chunk in chunks(sorted(by_number)):
        query = select(NameRow.name, NameRow.identity_id, NameRow.id).where(NameRow.identity_id.in_(chunk))
        known.update(((name, by_number[one]), number) for name, one, number in session.execute(query))
    return known


def _left_names(session: Session, wanted: set[Seen], erased: dict[str, int]) -> dict[Seen, int]:
    if not erased:
        return {}
    query = select(NameRow.identity_id, func.min(NameRow.id)).group_by(NameRow.identity_id)
    left: dict[int, int] = dict(session.execute(query.where(NameRow.identity_id.in_(erased.values()))).all())
    return {(name, address): left[erased[address]] for name, address in wanted if address in erased}


def _new_names(session: Session, new: list[Seen], identities: dict[str, int]) -> dict[Seen, NameRow]:
    first = next_number(session, NameRow.id)
    return {
        (name, address): NameRow(id=first + place, identity_id=identities[address], name=name)
        for place, (name, address) in enumerate(new)
    }


def _domain(address: str) -> str:
    domain = address.rpartition("@")[2].strip(" .>")
    return domain if "@" in address and len(domain) <= 253 and " " not in domain else ""
