# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""How each fact about parties is kept: from the noun to its row and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from registry.parties.model import (
    Basis,
    Domain,
    Engagement,
    EngagementKind,
    Identity,
    Party,
    PartyKind,
    Succession,
    SuccessionKind,
)
from registry.parties.records import DomainRow, EngagementRow, IdentityRow, PartyRow, SuccessionRow
from registry.parties.scope import Covers
from registry.parties.scope_json import Bound, scope_bound, scope_json, scope_named
from registry.parties.stating import Form

More = Mapping[str, Any]


def _party_columns(one: Party, _bound: Bound, _more: More) -> dict[str, Any]:
    return {
        "party": one.id,
        "kind": one.kind.value,
        "name": one.name,
        "founded": one.founded,
        "ended": one.ended,
    }


def _party(row: PartyRow, _bound: bool) -> Party:
    return Party(row.party, PartyKind(row.kind), row.name or "", row.founded, row.ended, row.remark)


def _succession_columns(one: Succession, bound: Bound, _more: More) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "giver": one.giver,
        "takers": list(one.takers),
        "day": one.day,
        "covers": None if one.covers is None else scope_json(one.covers, bound),
    }


def _succession(row: SuccessionRow, bound: bool) -> Succession:
    covers = None if row.covers is None else _scope(row.covers, bound)
    return Succession(
        SuccessionKind(row.kind), row.giver, tuple(row.takers), row.day, covers, recorded=row.remark
    )


def _engagement_columns(one: Engagement, bound: Bound, _more: More) -> dict[str, Any]:
    return {
        "person": one.person,
        "party": one.party,
        "kind": one.kind.value,
        "start": one.start,
        "until": one.until,
        "basis": one.basis.value,
        "duties": one.duties,
        "covers": scope_json(one.covers, bound),
    }


def _engagement(row: EngagementRow, bound: bool) -> Engagement | None:
    if row.person is None:
        return None
    return Engagement(
        person=row.person,
        party=row.party,
        kind=EngagementKind(row.kind),
        start=row.start,
        until=row.until,
        basis=Basis(row.basis),
        duties=row.duties,
        covers=_scope(row.covers, bound),
        recorded=row.remark,
    )


def _identity_columns(one: Identity, _bound: Bound, _more: More) -> dict[str, Any]:
    return {
        "person": one.person,
        "basis": one.basis.value,
        "email": one.email,
        "name": one.name,
        "github_id": one.github_id,
    }


def _identity(row: IdentityRow, _bound: bool) -> Identity | None:
    if row.person is None or row.email is None or row.name is None or row.github_id is None:
        return None
    return Identity(row.person, Basis(row.basis), row.email, row.name, row.github_id, row.remark)


def _domain_columns(one: Domain, _bound: Bound, _more: More) -> dict[str, Any]:
    return {"domain": one.domain, "party": one.party, "start": one.start, "until": one.until}


def _domain(row: DomainRow, _bound: bool) -> Domain:
    return Domain(row.domain, row.party, row.start, row.until, row.remark)


def _scope(kept: Mapping[str, Any], bound: bool) -> Covers:
    return scope_bound(kept) if bound else scope_named(kept)


PARTIES: Form[Party] = Form(PartyRow, _party_columns, _party)
SUCCESSIONS: Form[Succession] = Form(SuccessionRow, _succession_columns, _succession)
ENGAGEMENTS: Form[Engagement] = Form(EngagementRow, _engagement_columns, _engagement)
IDENTITIES: Form[Identity] = Form(IdentityRow, _identity_columns, _identity)
DOMAINS: Form[Domain] = Form(DomainRow, _domain_columns, _domain)
