# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Products, organisations and parties told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from registry.api import addresses
from registry.api.shapes import products as shapes
from registry.api.showing import shown
from registry.custody.model import Administrators, Organisation, Repository
from registry.governance.model import Part, Product
from registry.ownership.facts import Facts
from registry.parties.model import Party, PartyKind, Succession
from registry.text import elsewhere


def product(one: Product, public: Mapping[str, Repository]) -> shapes.Product:
    """Return a product; `public` are the repositories by their names in lower case."""
    return shapes.Product(
        slug=one.slug,
        name_da=shown(one.name_da),
        name_en=shown(one.name_en),
        level=one.level,
        contact_role=shown(one.contact_role),
        contact_organisation=shown(one.contact_organisation),
        parts=tuple(_part(each, public.get(each.full_name.lower())) for each in one.parts),
        plan_address=f"{addresses.product(one.slug)}/plan",
        address=addresses.product(one.slug),
        page=addresses.page(f"p/{quote(one.slug, safe='')}"),
    )


def organisation(one: Organisation) -> shapes.Organisation:
    """Return an organisation on GitHub."""
    return shapes.Organisation(**_organisation(one))


def organisation_whole(one: Organisation, seen: Administrators | None) -> shapes.OrganisationWhole:
    """Return an organisation with what was seen of who administers it."""
    administrators = None
    if seen is not None:
        administrators = shapes.Administrators(
            count=seen.count, seen_at=seen.seen_at, observation=seen.observation
        )
    return shapes.OrganisationWhole(**_organisation(one), administrators=administrators)


def legal_persons(facts: Facts) -> Mapping[str, Party]:
    """Return the parties that are no natural persons, by id."""
    return {name: one for name, one in facts.parties.items() if one.kind is not PartyKind.PERSON}


def party(one: Party, facts: Facts) -> shapes.Party:
    """Return a legal person, with whom it succeeded and who succeeded it."""
    known = legal_persons(facts)
    return shapes.Party(
        id=shown(one.id, 200),
        kind=one.kind,
        name=shown(one.name),
        founded=one.founded,
        ended=one.ended,
        successions=tuple(
            _succession(each)
            for each in facts.successions
            if one.id in _both(each) and _both(each) <= known.keys()
        ),
        address=addresses.party(one.id),
    )


def _both(one: Succession) -> set[str]:
    return {one.giver, *one.takers}


def _succession(one: Succession) -> shapes.Succession:
    takers = tuple(shown(name, 200) for name in one.takers)
    return shapes.Succession(kind=one.kind, giver=shown(one.giver, 200), takers=takers, day=one.day)


def _part(one: Part, found: Repository | None) -> shapes.Part:
    return shapes.Part(
        name=shown(one.full_name),
        since=one.since,
        until=one.until,
        repository=found.id if found else None,
        address=addresses.repository(found.id) if found else None,
    )


def _organisation(one: Organisation) -> dict[str, Any]:
    login = quote(one.login, safe="")
    return {
        "login": shown(one.login),
        "github_id": one.github_id,
        "keeper": one.keeper,
        "basis": elsewhere(shown(one.basis)),
        "configured": one.configured,
        "repositories_address": f"{addresses.ROOT}/repositories?organisation={login}",
        "address": addresses.organisation(one.login),
        "page": addresses.page(f"o/{login}"),
    }
