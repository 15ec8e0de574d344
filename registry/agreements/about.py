# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What a declaration is about, as it is kept: JSON that may name people, so that it can be erased as one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from registry.agreements.model import Contributors, Declaration, Declares, IdentityDeclared
from registry.parties.model import Basis, Engagement, EngagementKind
from registry.parties.scope import Covers
from registry.parties.scope_json import Bound, day_of, scope_bound, scope_json, scope_named

About = str | Engagement | Contributors | IdentityDeclared


def about_json(one: Declaration, bound: Bound) -> dict[str, Any]:
    """Return what a declaration says as it is kept."""
    about = one.about
    if isinstance(about, Engagement):
        return {
            "person": about.person,
            "party": about.party,
            "kind": about.kind.value,
            "from": about.start.isoformat(),
            "until": _text(about.until),
            "duties": about.duties,
            "covers": scope_json(about.covers, bound),
        }
    if isinstance(about, Contributors):
        return {
            "people": list(about.people),
            "covers": scope_json(about.covers, bound),
            "created_from": _text(about.created_from),
            "created_until": _text(about.created_until),
            "maker": about.maker,
        }
    if isinstance(about, IdentityDeclared):
        return {"email": about.email, "person": about.person}
    return {"agreement": about}


def about_of(declares: Declares, kept: Mapping[str, Any], remark: date | None, *, bound: bool) -> About:
    """Return what a kept declaration says."""
    if declares is Declares.ENGAGEMENT:
        return _engagement(kept, remark, bound=bound)
    if declares is Declares.CONTRIBUTORS:
        return Contributors(
            people=tuple(kept["people"]),
            covers=_scope(kept["covers"], bound),
            created_from=day_of(kept["created_from"]),
            created_until=day_of(kept["created_until"]),
            maker=kept["maker"],
        )
    if declares is Declares.IDENTITY:
        return IdentityDeclared(kept["email"], kept["person"])
    return str(kept["agreement"])


def _engagement(kept: Mapping[str, Any], remark: date | None, *, bound: bool) -> Engagement:
    return Engagement(
        person=kept["person"],
        party=kept["party"],
        kind=EngagementKind(kept["kind"]),
        start=date.fromisoformat(kept["from"]),
        until=day_of(kept["until"]),
        basis=Basis.CONFIRMED,
        duties=kept["duties"],
        covers=_scope(kept["covers"], bound),
        recorded=remark,
    )


def _scope(kept: Mapping[str, Any], bound: bool) -> Covers:
    return scope_bound(kept) if bound else scope_named(kept)


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
