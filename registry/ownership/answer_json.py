# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The answers as JSON, in the form that the worked cases prescribe."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from registry.evidence.model import JsonValue
from registry.ownership.answers import Cure, Determination, Link
from registry.ownership.facts import Facts
from registry.ownership.shares import Share, Shares, shares
from registry.ownership.telling import Language, Teller


def answers_json(
    facts: Facts, answers: Mapping[str, Determination], language: Language = Language.ENGLISH
) -> dict[str, object]:
    """Return the case's title, the answer for each contribution, and the shares in lines."""
    teller = Teller(facts, language)
    found = shares(facts.contributions, answers)
    return {
        "case": facts.title,
        "contributions": {name: determination_json(one, teller) for name, one in answers.items()},
        "shares": _shares(found),
    }


def determination_json(answer: Determination, teller: Teller) -> dict[str, JsonValue]:
    """Return one answer; every list is there, empty or not."""
    return {
        "state": str(answer.state),
        "holders": list(answer.holders),
        "links": [_link(link, teller) for link in answer.links],
        "breaks": [str(one) for one in answer.breaks],
        "weak": [str(one) for one in answer.weak],
        "cures": [_cure(one) for one in answer.cures],
        "flags": [str(one) for one in answer.flags],
        "limits": list(answer.limits),
        "contested_by": list(answer.contested_by),
        "licensed_in": list(answer.licensed_in),
        "ai_assisted": answer.ai_assisted,
    }


def _link(link: Link, teller: Teller) -> dict[str, JsonValue]:
    return {
        "from": link.giver,
        "to": link.taker,
        "rule": link.rule,
        "by": link.by,
        "grade": str(link.grade),
        "why": teller.why(link),
        "day": link.day.isoformat(),
    }


def _cure(cure: Cure) -> dict[str, JsonValue]:
    stated = {"by": cure.by, "to": cure.to, "agreement": cure.agreement}
    return {"paper": str(cure.paper), **{key: value for key, value in stated.items() if value}}


def _shares(found: Shares) -> dict[str, object]:
    kinds: dict[str, Share] = {"all": found.all, "code": found.code, "documentation": found.documentation}
    usable = {name: _number(share.usable) for name, share in kinds.items()}
    return {**{name: _number(share.documented) for name, share in kinds.items()}, "usable": usable}


def _number(share: Fraction | None) -> float | None:
    return None if share is None else float(share)
