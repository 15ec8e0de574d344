# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A facts file written: what a set says now, in the format in which it was read. Importing it changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import yaml
from sqlalchemy.orm import Session

from registry.agreements import service as agreements
from registry.agreements.model import (
    FULL,
    PROPER,
    Agreement,
    AgreementKind,
    Claim,
    Contributors,
    Declaration,
    Declares,
    Grant,
    IdentityDeclared,
    Rights,
    Signature,
)
from registry.agreements.service import Papers
from registry.errors import NotFoundError
from registry.parties import service as parties
from registry.parties.model import Domain, Engagement, Identity, Party, Succession
from registry.parties.scope import EVERYTHING, Covers
from registry.parties.service import People, Statement
from registry.parties.stating import Told

Plain = dict[str, Any]


class _Dumper(yaml.SafeDumper):
    """Writes no aliases: a facts file with one is refused."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write every value out."""
        return True


def export_facts(session: Session, set_name: str) -> bytes:
    """Return what a set says now as a facts file; raises NotFoundError for a set that was never stated."""
    stated = {one.set_name: one for one in parties.statements(session)}
    if set_name not in stated:
        known = ", ".join(stated) or "none"
        msg = f"there is no set {set_name} in this register; its sets are: {known}"
        raise NotFoundError(msg)
    written = _beginning(stated[set_name])
    people = parties.people(session, None, set_name, bound=False)
    papers = agreements.papers(session, None, set_name, bound=False)
    written |= {"parties": {one.fact.id: _party(one.fact) for one in people.parties}} | _lists(people, papers)
    text = yaml.dump(written, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    return text.encode()


def _beginning(stated: Statement) -> Plain:
    written: Plain = {"set": stated.set_name} | ({"title": stated.title} if stated.title else {})
    return written | {"asks": {"party": stated.asked}}


def _lists(people: People, papers: Papers) -> Plain:
    declarations = (_declaration(one.fact) for one in papers.declarations)
    lists = {
        "successions": [_succession(one.fact) for one in people.successions],
        "engagements": [_engagement(one.fact) for one in people.engagements],
        "identities": [_identity(one.fact) for one in people.identities],
        "domains": [_domain(one.fact) for one in people.domains],
        "agreements": [*map(_agreement, papers.agreements), *declarations],
        "claims": [_claim(one.fact) for one in papers.claims],
    }
    return {name: found for name, found in lists.items() if found}


def _party(one: Party) -> Plain:
    return _stated(
        {"kind": one.kind.value, "name": one.name, "founded": one.founded, "ended": one.ended}, one
    )


def _succession(one: Succession) -> Plain:
    takers = list(one.takers) if len(one.takers) > 1 else one.takers[0]
    written: Plain = {"kind": one.kind.value, "from": one.giver, "to": takers, "date": one.day}
    if one.covers is not None:
        written["covers"] = _covers(one.covers)
    return _stated(written, one)


def _engagement(one: Engagement) -> Plain:
    written = {"person": one.person, "party": one.party, "kind": one.kind.value} | _period(one)
    return _stated(written | {"basis": one.basis.value} | _particulars(one), one)


def _period(one: Engagement | Domain) -> Plain:
    return {"from": one.start, "until": one.until}


def _particulars(one: Engagement) -> Plain:
    written: Plain = {} if one.duties else {"duties": False}
    return written if one.covers == EVERYTHING else written | {"covers": _covers(one.covers)}


def _identity(one: Identity) -> Plain:
    written = {"email": one.email, "name": one.name, "github_id": one.github_id}
    return _stated(written | {"person": one.person, "basis": one.basis.value}, one)


def _domain(one: Domain) -> Plain:
    return _stated({"domain": one.domain, "party": one.party} | _period(one), one)


def _agreement(told: Told[Agreement]) -> Plain:
    one = told.fact
    written: Plain = {"id": one.id, "kind": one.kind.value}
    written["assignors"] = "employees" if one.employees else list(one.assignors)
    if one.kind is not AgreementKind.WAIVER or one.assignee is not None:
        written["assignee"] = one.assignee
    written |= {"signed": one.signed, "effective": one.effective, "terminated": one.terminated}
    written |= {"purpose": "open_source" if one.open_source else None, "covers": _covers(one.covers)}
    written |= {"rights": _rights(one.rights), "signature": _signature(one.signature)}
    written |= {"document": one.document.value} | dict(told.more)
    return _stated(written, one)


def _rights(one: Rights) -> Any:
    if one in (FULL, Rights()):
        return "full" if one == FULL else "none"
    flags = {name: value for name, value in asdict(one).items() if value is True}
    grants = {name: getattr(one, name) for name in ("alter", "reassign")}
    return flags | {name: grant.value for name, grant in grants.items() if grant is not Grant.SILENT}


def _signature(one: Signature) -> Any:
    return "proper" if one == PROPER else {"form": one.form.value, "authority": one.authority.value}


def _declaration(one: Declaration) -> Plain:
    written: Plain = {"id": one.id, "kind": "declaration", "declares": one.declares.value, "by": one.by}
    written |= _about(one) | {"signed": one.signed, "signature": _signature(one.signature)}
    return _stated(written | {"document": one.document.value}, one)


def _about(one: Declaration) -> Plain:
    about = one.about
    if isinstance(about, Engagement):
        place = {"person": about.person, "party": about.party, "engagement_kind": about.kind.value}
        return place | _period(about) | _particulars(about)
    if isinstance(about, Contributors):
        people = [{"email": name} if "@" in name else name for name in about.people]
        period = {"created_from": about.created_from, "created_until": about.created_until}
        return {"covers": _covers(about.covers), "contributors": people} | period | {"maker": about.maker}
    if isinstance(about, IdentityDeclared):
        return {"email": about.email, "person": about.person}
    assert one.declares not in (Declares.ENGAGEMENT, Declares.CONTRIBUTORS, Declares.IDENTITY)
    return {"agreement": about}


def _claim(one: Claim) -> Plain:
    written: Plain = {"by": one.by, "owner": one.owner, "date": one.day, "withdrawn": one.withdrawn}
    return _stated(written | {"source": one.source} | _covers(one.covers), one)


def _covers(one: Covers) -> Plain:
    def listed(values: frozenset[str] | None) -> list[str] | None:
        return None if values is None else sorted(values)

    written = {
        "repositories": listed(one.repositories),
        "paths": None if one.paths is None else list(one.paths),
        "work_types": listed(one.work_types),
        "authors": listed(one.authors),
        "created_from": one.created_from,
        "created_until": one.created_until,
        "revision": one.revision,
    }
    return {name: value for name, value in written.items() if value is not None}


def _stated(written: Mapping[str, Any], fact: Any) -> Plain:
    """Leave out what is not stated, and keep a file's own remark on when it learnt the fact."""
    with_remark = {**written, "recorded": fact.recorded}
    return {name: value for name, value in with_remark.items() if value is not None and value != ""}
