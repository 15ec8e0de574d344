# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""How each paper is kept: from the noun to its row and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from registry.agreements.about import about_json, about_of
from registry.agreements.model import (
    Agreement,
    AgreementKind,
    Authority,
    Claim,
    Declaration,
    Declares,
    Document,
    Grant,
    Rights,
    Signature,
)
from registry.agreements.model import (
    Form as Written,
)
from registry.agreements.records import AgreementRow, ClaimRow, DeclarationRow
from registry.parties.scope import Covers
from registry.parties.scope_json import Bound, scope_bound, scope_json, scope_named
from registry.parties.stating import Form

More = Mapping[str, Any]


def _agreement_columns(one: Agreement, bound: Bound, more: More) -> dict[str, Any]:
    return {
        "paper": one.id,
        "kind": one.kind.value,
        "assignors": list(one.assignors),
        "employees": one.employees,
        "assignee": one.assignee,
        "signed": one.signed,
        "effective": one.effective,
        "terminated": one.terminated,
        "covers": scope_json(one.covers, bound),
        "rights": {name: getattr(value, "value", value) for name, value in asdict(one.rights).items()},
        "form": one.signature.form.value,
        "authority": one.signature.authority.value,
        "document": one.document.value,
        "open_source": one.open_source,
        "decision": one.decision,
        "more": dict(more),
    }


def _agreement(row: AgreementRow, bound: bool) -> Agreement:
    return Agreement(
        id=row.paper,
        kind=AgreementKind(row.kind),
        assignors=tuple(row.assignors),
        assignee=row.assignee,
        signed=row.signed,
        effective=row.effective,
        terminated=row.terminated,
        covers=_scope(row.covers, bound),
        rights=_rights(row.rights),
        signature=_signature(row),
        document=Document(row.document),
        employees=row.employees,
        open_source=row.open_source,
        decision=row.decision,
        recorded=row.remark,
    )


def _rights(kept: Mapping[str, Any]) -> Rights:
    grants = {name: Grant(kept[name]) for name in ("alter", "reassign")}
    return Rights(**(dict(kept) | grants))


def _signature(row: AgreementRow | DeclarationRow) -> Signature:
    return Signature(Written(row.form), Authority(row.authority))


def _declaration_columns(one: Declaration, bound: Bound, _more: More) -> dict[str, Any]:
    return {
        "paper": one.id,
        "by": one.by,
        "declares": one.declares.value,
        "about": about_json(one, bound),
        "signed": one.signed,
        "form": one.signature.form.value,
        "authority": one.signature.authority.value,
        "document": one.document.value,
    }


def _declaration(row: DeclarationRow, bound: bool) -> Declaration | None:
    if row.about is None:
        return None
    declares = Declares(row.declares)
    return Declaration(
        id=row.paper,
        by=row.by,
        declares=declares,
        about=about_of(declares, row.about, row.remark, bound=bound),
        signed=row.signed,
        signature=_signature(row),
        document=Document(row.document),
        recorded=row.remark,
    )


def _claim_columns(one: Claim, bound: Bound, _more: More) -> dict[str, Any]:
    return {
        "by": one.by,
        "owner": one.owner,
        "day": one.day,
        "source": one.source,
        "covers": scope_json(one.covers, bound),
        "withdrawn": one.withdrawn,
    }


def _claim(row: ClaimRow, bound: bool) -> Claim:
    covers = _scope(row.covers, bound)
    return Claim(row.by, row.owner, row.day, row.source, covers, row.withdrawn, row.remark)


def _scope(kept: Mapping[str, Any] | None, bound: bool) -> Covers:
    return scope_bound(kept) if bound else scope_named(kept)


AGREEMENTS: Form[Agreement] = Form(AgreementRow, _agreement_columns, _agreement, lambda row: row.more)
DECLARATIONS: Form[Declaration] = Form(DeclarationRow, _declaration_columns, _declaration)
CLAIMS: Form[Claim] = Form(ClaimRow, _claim_columns, _claim)
