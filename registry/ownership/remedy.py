# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A remedy: a cure given, as facts that the engine understands, so that one can see what it would change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from registry.agreements.model import (
    FULL,
    PROPER,
    Agreement,
    AgreementKind,
    Contributors,
    Declaration,
    Declares,
    IdentityDeclared,
)
from registry.ownership.answers import Cure, Mend
from registry.ownership.facts import Contribution, Facts, however_told
from registry.ownership.standing import Standing
from registry.parties.model import Basis, Domain, Engagement, EngagementKind, Identity, Party, PartyKind
from registry.parties.scope import Covers, place_fits
from registry.provenance.model import WorkType

_MOVING = {Mend.ASSIGNMENT: AgreementKind.ASSIGNMENT, Mend.EMPLOYMENT_TERMS: AgreementKind.EMPLOYMENT_TERMS}
_ABOUT = {
    Mend.AUTHORITY_PROOF: Declares.AUTHORITY,
    Mend.RATIFICATION: Declares.RATIFICATION,
    Mend.ONWARD_CONSENT: Declares.ONWARD,
}


_HAND = "employee of "


def employer_of(name: str) -> str:
    """Return the party that employs whoever a list of contributors is yet to name; "" for everybody else."""
    return name.removeprefix(_HAND) if name.startswith(_HAND) else ""


def can_be_given(cure: Cure) -> bool:
    """Tell whether it is known who must give the cure."""
    return bool(cure.by)


def given(facts: Facts, cures: Iterable[Cure], day: date) -> Facts:
    """Return the facts as they would be, had every cure been given properly on `day`."""
    # whose an address is comes first: an employer then says that this person worked there
    for cure in sorted(cures, key=lambda one: (one.paper is not Mend.IDENTITY_CONFIRMATION, one)):
        facts = _given(facts, cure, day)
    return facts


def paper_id(cure: Cure) -> str:
    """Return the id of the paper that a cure would be."""
    return ":".join(["cure", cure.paper, cure.by, cure.to, cure.agreement])


def _given(facts: Facts, cure: Cure, day: date) -> Facts:
    if cure.paper in _MOVING:
        kind = _MOVING[cure.paper]
        paper = Agreement(paper_id(cure), kind, (cure.by,), cure.to, day, rights=FULL, signature=PROPER)
        return replace(facts, agreements=(*facts.agreements, paper))
    if cure.paper is Mend.WAIVER:
        waiver = Agreement(paper_id(cure), AgreementKind.WAIVER, (cure.by,), cure.to, day, signature=PROPER)
        return replace(facts, agreements=(*facts.agreements, waiver))
    if cure.paper in _ABOUT:
        return _declared(
            facts, Declaration(paper_id(cure), cure.by, _ABOUT[cure.paper], cure.agreement, day, PROPER)
        )
    if cure.paper is Mend.IDENTITY_CONFIRMATION:
        return _addresses_confirmed(_identities_confirmed(facts, cure.by), cure.by, day)
    if cure.paper is Mend.ENGAGEMENT_CONFIRMATION:
        return _engagements_confirmed(facts, cure.by, day)
    return _contributors_declared(facts, cure, day)


def _declared(facts: Facts, *declarations: Declaration) -> Facts:
    return replace(facts, declarations=(*facts.declarations, *declarations))


def _identities_confirmed(facts: Facts, person: str) -> Facts:
    mine = [replace(one, basis=Basis.CONFIRMED) if one.person == person else one for one in facts.identities]
    said = (one.about for one in facts.declarations)
    mine += [
        Identity(person, Basis.CONFIRMED, one.email)
        for one in said
        if isinstance(one, IdentityDeclared) and one.person == person
    ]
    return replace(facts, identities=tuple(mine))


def _addresses_confirmed(facts: Facts, party: str, day: date) -> Facts:
    """Let the party of a domain say whose the addresses are that no fact ties to a person: each is one's own."""
    standing = Standing(facts.parties, facts.successions)
    domains = {one.domain for one in facts.domains if standing.same(party, one.party, day)}
    tied = {one.email for one in facts.identities}
    authors = {
        author.email for one in however_told(facts.contributions) for author in one.authors if author.email
    }
    mine = sorted(one for one in authors - tied if one.rpartition("@")[2] in domains)
    people = {one: Party(one, PartyKind.PERSON, one) for one in mine}
    identities = tuple(Identity(one, Basis.CONFIRMED, one) for one in mine)
    return replace(facts, parties={**facts.parties, **people}, identities=(*facts.identities, *identities))


def _engagements_confirmed(facts: Facts, party: str, day: date) -> Facts:
    standing = Standing(facts.parties, facts.successions)
    mine = {name for name in facts.parties if standing.same(party, name, day)}
    engagements = [
        replace(one, basis=Basis.CONFIRMED) if one.party in mine else one for one in facts.engagements
    ]
    said = (one.about for one in facts.declarations)
    engagements += [one for one in said if isinstance(one, Engagement) and one.party in mine]
    engagements += _by_domains(facts, [one for one in facts.domains if one.party in mine])
    return replace(facts, engagements=tuple(engagements))


def _by_domains(facts: Facts, domains: list[Domain]) -> list[Engagement]:
    """Return the employments that a domain lets one presume of persons whose address is known."""
    return [
        Engagement(identity.person, domain.party, EngagementKind.EMPLOYEE, day, day, Basis.CONFIRMED)
        for domain in domains
        for identity in facts.identities
        if identity.email.endswith("@" + domain.domain)
        for day in _days_written(facts, identity)
        if domain.on(day)
    ]


def _days_written(facts: Facts, identity: Identity) -> set[date]:
    """Return the days on which an address wrote something and its person has no engagement."""
    mine = [one for one in facts.engagements if one.person == identity.person]
    days = {
        one.day
        for one in however_told(facts.contributions)
        if any(author.email == identity.email for author in one.authors)
    }
    return {day for day in days if not any(one.on(day) for one in mine)}


def _contributors_declared(facts: Facts, cure: Cure, day: date) -> Facts:
    """Return the facts with lists by the deliverer: the told authors, or else somebody it employs."""
    standing = Standing(facts.parties, facts.successions)
    employers, declarations = {cure.by}, []
    for one in however_told(facts.contributions):
        if not (one.bulk or one.author_doubtful or one.work_type is WorkType.DATA):
            continue
        # a successor declares for whoever delivered: the hands were that one's
        theirs = one.delivered_by is not None and standing.same(cure.by, one.delivered_by, day)
        employer = one.delivered_by if theirs and one.delivered_by else cure.by
        employers.add(employer)
        told = tuple(author.person or author.email for author in one.authors)
        people = told or _listed(facts, one) or (f"{_HAND}{employer}",)
        covers = Covers(frozenset({one.repository}), (one.path,), frozenset({str(one.work_type)}))
        said = Contributors(people, covers, one.day, one.day, _maker(one, cure.by))
        name = f"{paper_id(cure)}:{one.id}"
        declarations.append(Declaration(name, cure.by, Declares.CONTRIBUTORS, said, day, PROPER))
    return _declared(_with_hands(facts, employers), *declarations)


def _with_hands(facts: Facts, employers: Iterable[str]) -> Facts:
    """Return the facts with somebody whom each of them employs: whom a list will name is not known yet."""
    hands = {f"{_HAND}{employer}": employer for employer in sorted(employers)}
    employed = tuple(
        Engagement(hand, employer, EngagementKind.EMPLOYEE, date.min, None, Basis.CONFIRMED)
        for hand, employer in hands.items()
    )
    people = {hand: Party(hand, PartyKind.PERSON) for hand in hands}
    return replace(facts, parties={**facts.parties, **people}, engagements=(*facts.engagements, *employed))


def _maker(one: Contribution, by: str) -> str | None:
    return by if one.work_type is WorkType.DATA and one.maker is None else None


def _listed(facts: Facts, one: Contribution) -> tuple[str, ...]:
    said = (declaration.about for declaration in facts.declarations)
    lists = [
        about for about in said if isinstance(about, Contributors) and place_fits(about.covers, one.place)
    ]
    return tuple(dict.fromkeys(name for about in lists for name in about.people))
