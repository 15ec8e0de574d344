# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading of agreements, declarations and claims."""

from __future__ import annotations

import yaml

from registry.agreements.model import (
    DECLARATION,
    FULL,
    LICENCES,
    PROPER,
    PUBLIC,
    Agreement,
    AgreementKind,
    Authority,
    Claim,
    Document,
    Form,
    Grant,
    Rights,
    Signature,
)
from registry.ownership.reading import nodes
from registry.ownership.reading.mistakes import FactsError, shown
from registry.ownership.reading.register import Seen
from registry.ownership.reading.scopes import read_covers
from registry.ownership.reading.table import Table
from registry.parties.scope import Covers

_GRANTS = {"true": Grant.GRANTED, "false": Grant.EXCLUDED}


def read_agreement(table: Table, seen: Seen) -> Agreement:
    """Read one of `agreements` that is no declaration."""
    kind = table.choice("kind", AgreementKind)
    table.node("licence")
    assignors, employees = _assignors(table, kind, seen)
    agreement = Agreement(
        id=table.text("id"),
        kind=kind,
        assignors=assignors,
        assignee=_assignee(table, kind, seen),
        signed=table.day("signed"),
        effective=table.day_or_none("effective"),
        terminated=table.day_or_none("terminated"),
        covers=read_covers(table.node("covers"), seen),
        rights=_rights(table.node("rights")),
        signature=read_signature(table),
        document=table.choice("document", Document, Document.HELD),
        employees=employees,
        open_source=_purpose(table),
        decision=_decision(table),
        recorded=table.day_or_none("recorded"),
    )
    table.close()
    _check_days(table, agreement)
    return agreement


def read_claim(node: yaml.Node, seen: Seen) -> Claim:
    """Read one of `claims`."""
    table = Table(node, "a claim")
    covers = {key: table.names(key) for key in ("repositories", "paths")}
    day, withdrawn = table.day("date"), table.day_or_none("withdrawn")
    if withdrawn is not None and withdrawn < day:
        raise table.mistake("withdrawn", "expected a day no earlier than `date`", table.line_of("date"))
    claim = Claim(
        by=seen.party(table, "by"),
        owner=seen.party(table, "owner"),
        day=day,
        source=table.text_or("source"),
        covers=_claimed(covers["repositories"], covers["paths"]),
        withdrawn=withdrawn,
        recorded=table.day_or_none("recorded"),
    )
    table.close()
    return claim


def is_declaration(table_kind: str) -> bool:
    """Tell whether an entry of `agreements` is evidence and not an agreement."""
    return table_kind == DECLARATION


def read_signature(table: Table) -> Signature:
    """Take `signature`; what is not stated is the weakest."""
    node = table.node("signature")
    if node is None:
        return Signature()
    if isinstance(node, yaml.ScalarNode):
        if node.value != "proper":
            raise FactsError(
                nodes.line(node), "signature", "expected `proper`, or a mapping of form and authority"
            )
        return PROPER
    inner = Table(node, "signature")
    signature = Signature(
        inner.choice("form", Form, Form.NONE),
        inner.choice("authority", Authority, Authority.UNVERIFIED),
    )
    inner.close()
    return signature


def _assignors(table: Table, kind: AgreementKind, seen: Seen) -> tuple[tuple[str, ...], bool]:
    field = "by" if kind is AgreementKind.WAIVER and table.has("by") else "assignors"
    if field == "by":
        return (seen.party(table, "by"),), False
    line = table.line_of(field)
    node = table.node(field)
    if node is None:
        raise table.mistake(field, "expected a list of the parties that give")
    if isinstance(node, yaml.ScalarNode):
        if node.value != "employees":
            raise table.mistake(field, "expected a list of parties, or `employees`")
        return (), True
    names = tuple(nodes.text(item, field) for item in nodes.items(node, field))
    if not names:
        raise table.mistake(field, "expected at least one party that gives")
    for name in names:
        seen.known(name, line, field)
    return tuple(dict.fromkeys(names)), False


def _assignee(table: Table, kind: AgreementKind, seen: Seen) -> str | None:
    if kind is AgreementKind.WAIVER and not table.has("assignee"):
        return table.name_or_none("assignee")
    line = table.line_of("assignee")
    name = table.text("assignee")
    if kind in LICENCES and name == PUBLIC and PUBLIC not in seen.parties:
        return PUBLIC
    return seen.known(name, line, "assignee").id


def _rights(node: yaml.Node | None) -> Rights:
    if node is None:
        return Rights()
    if isinstance(node, yaml.ScalarNode):
        if node.value not in ("full", "none"):
            raise FactsError(nodes.line(node), "rights", "expected `full`, `none` or a mapping")
        return FULL if node.value == "full" else Rights()
    table = Table(node, "rights")
    table.node("uses")
    flags = {
        name: table.flag(name, default=False)
        for name in ("assigns", "all_uses", "exclusive", "perpetual", "relicense")
    }
    rights = Rights(**flags, alter=_grant(table, "alter"), reassign=_grant(table, "reassign"))
    table.close()
    return rights


def _grant(table: Table, field: str) -> Grant:
    node = table.node(field)
    if node is None:
        return Grant.SILENT
    written = nodes.text(node, field)
    if written.lower() in _GRANTS:
        return _GRANTS[written.lower()]
    if written not in set(Grant):
        raise table.mistake(
            field, f"expected granted, silent, excluded, true or false, found {shown(written)}"
        )
    return Grant(written)


def _purpose(table: Table) -> bool:
    purpose = table.name_or_none("purpose")
    if purpose not in (None, "open_source"):
        raise table.mistake("purpose", f"expected `open_source`, found {shown(purpose or '')}")
    return purpose is not None


def _decision(table: Table) -> bool:
    node = table.node("decision")
    if node is None:
        return False
    inner = Table(node, "decision")
    stated = [inner.text_or(field) for field in ("body", "date", "reasons")]
    inner.close()
    return all(stated)


def _check_days(table: Table, agreement: Agreement) -> None:
    starts = min(agreement.signed, agreement.effective or agreement.signed)
    if agreement.terminated is not None and agreement.terminated < starts:
        raise table.mistake(
            "terminated", "expected a day no earlier than the paper begins", table.line_of("signed")
        )


def _claimed(repositories: tuple[str, ...] | None, paths: tuple[str, ...] | None) -> Covers:
    return Covers(repositories=None if repositories is None else frozenset(repositories), paths=paths)
