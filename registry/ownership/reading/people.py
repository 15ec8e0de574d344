# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading of parties, successions, engagements, identities and domains."""

from __future__ import annotations

import yaml

from registry.ownership.reading import nodes
from registry.ownership.reading.register import Seen
from registry.ownership.reading.scopes import read_covers
from registry.ownership.reading.table import Table
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
from registry.parties.scope import EVERYTHING


def read_parties(node: yaml.Node | None, seen: Seen) -> dict[str, Party]:
    """Read `parties`: each key is the id of a party."""
    parties: dict[str, Party] = {}
    for key, key_node, value in nodes.pairs(node, "parties") if node is not None else ():
        table = Table(value, f"the party {key}")
        founded, ended = table.day_or_none("founded"), table.day_or_none("ended")
        if founded and ended and ended < founded:
            raise table.mistake("ended", "expected a day no earlier than `founded`", table.line_of("founded"))
        kind = table.choice("kind", PartyKind)
        parties[key] = Party(key, kind, table.text_or("name"), founded, ended, table.day_or_none("recorded"))
        table.close()
        seen.lines[f"party {key}"] = nodes.line(key_node)
    seen.parties = parties
    return parties


def read_succession(node: yaml.Node, seen: Seen) -> Succession:
    """Read one of `successions`; only an inheritance may go to a list."""
    table = Table(node, "a succession")
    kind = table.choice("kind", SuccessionKind)
    takers = _takers(table, kind)
    giver = seen.party(table, "from")
    for taker in takers:
        seen.known(taker, table.line_of("to"), "to")
    if giver in takers:
        raise table.mistake("to", "expected another party: nobody succeeds itself")
    covers = table.node("covers")
    succession = Succession(
        kind,
        giver,
        takers,
        table.day("date"),
        read_covers(covers, seen) if covers is not None else None,
        table.day_or_none("recorded"),
    )
    table.close()
    seen.place(succession, table.line)
    return succession


def read_engagement(node: yaml.Node, seen: Seen) -> Engagement:
    """Read one of `engagements`."""
    table = Table(node, "an engagement")
    engagement = engagement_of(table, "kind", table.choice("basis", Basis), seen)
    table.close()
    seen.place(engagement, table.line)
    return engagement


def engagement_of(table: Table, kind: str, basis: Basis, seen: Seen) -> Engagement:
    """Read the fields that an engagement and a declaration of one have in common."""
    covers = table.node("covers")
    start, until = table.day("from"), table.day_or_none("until")
    if until is not None and until < start:
        raise table.mistake("until", "expected a day no earlier than `from`", table.line_of("from"))
    return Engagement(
        person=seen.person(table, "person"),
        party=seen.party(table, "party"),
        kind=table.choice(kind, EngagementKind),
        start=start,
        until=until,
        basis=basis,
        duties=table.flag("duties", default=True),
        covers=read_covers(covers, seen) if covers is not None else EVERYTHING,
        recorded=table.day_or_none("recorded"),
    )


def read_identity(node: yaml.Node, seen: Seen) -> Identity:
    """Read one of `identities`: an address (with a name, perhaps) or an account, and its person."""
    table = Table(node, "an identity")
    identity = Identity(
        person=seen.person(table, "person"),
        basis=table.choice("basis", Basis),
        email=table.text_or("email").lower(),
        name=table.text_or("name"),
        github_id=table.text_or("github_id"),
        recorded=table.day_or_none("recorded"),
    )
    table.close()
    if not identity.email and not identity.github_id:
        raise table.mistake("email", "expected an `email` or a `github_id`")
    seen.place(identity, table.line)
    return identity


def read_domain(node: yaml.Node, seen: Seen) -> Domain:
    """Read one of `domains`."""
    table = Table(node, "a domain")
    start, until = table.day_or_none("from"), table.day_or_none("until")
    if start and until and until < start:
        raise table.mistake("until", "expected a day no earlier than `from`", table.line_of("from"))
    name = table.text("domain").lower().lstrip("@")
    domain = Domain(name, seen.party(table, "party"), start, until, table.day_or_none("recorded"))
    table.close()
    return domain


def _takers(table: Table, kind: SuccessionKind) -> tuple[str, ...]:
    node = table.node("to")
    if node is None:
        raise table.mistake("to", "expected the party that took over")
    if not isinstance(node, yaml.SequenceNode):
        return (nodes.text(node, "to"),)
    if kind is not SuccessionKind.INHERITANCE:
        raise table.mistake("to", "expected one party: only an inheritance goes to several")
    names = tuple(dict.fromkeys(nodes.text(item, "to") for item in nodes.items(node, "to")))
    if not names:
        raise table.mistake("to", "expected at least one heir")
    return names
