# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The four values of a repository's licence, and how it stands to OS2's policy, as they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from registry.governance.model import Product
from registry.licences.decisions import NO_LICENCE, DecidedPart, Decision
from registry.licences.model import Reason
from registry.licences.output import Told
from registry.licences.policy_check import Finding, Point, Verdict
from registry.licences.values import Grant, Value
from registry.web import addresses
from registry.web.language import day, gettext, ngettext
from registry.web.masking import shown, shown_path

_MOST = 6


@dataclass(frozen=True)
class ValueRow:
    """One of the four: its name, what it is, and what is known, each with an address where it has one."""

    name: str
    meaning: str
    values: tuple[tuple[str, str, str], ...]  # expression, where or by whom, address


@dataclass(frozen=True)
class PolicyView:
    """The verdict in a sentence, what was found, and decisions that hold no longer or not yet."""

    sentence: str
    findings: tuple[str, ...]
    lapsed: tuple[str, ...]


@dataclass(frozen=True)
class ValuesView:
    """The four values, the policy, and whom to ask where there is no licence."""

    rows: tuple[ValueRow, ...]
    policy: PolicyView
    ask: tuple[str, ...]


def values_view(told: Told | None, base: str, products: Iterable[Product]) -> ValuesView | None:
    """Return the view; None where nothing was read."""
    if told is None:
        return None
    found = told.values
    persons = [one for one in (found.code, found.documentation) if one is not None]
    rows = (
        ValueRow(gettext("Declared"), gettext("what package descriptions, READMEs and the like say"),
                 _stated(found.declared, base)),
        ValueRow(gettext("Detected"), gettext("what licence texts and the heads of files were recognised as"),
                 _stated(found.detected, base)),
        ValueRow(gettext("Concluded by a person"), gettext("with a day and a reason"),
                 tuple(_concluded(one) for one in persons)),
        ValueRow(gettext("Granted by the owner"), gettext("by a paper that is registered here"),
                 tuple(_granted(one) for one in found.granted)),
    )  # fmt: skip
    return ValuesView(rows, _policy(told), _ask(told, products))


def _stated(values: tuple[Value, ...], base: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(_value(one, base) for one in values[:_MOST])


def _value(one: Value, base: str) -> tuple[str, str, str]:
    if not one.first.path:
        return one.expression, gettext("GitHub"), ""
    others = one.places - 1
    more = ngettext("and %(count)s other place", "and %(count)s other places", others) if others else ""
    where = " ".join(filter(None, (shown_path(one.first.path), more)))
    return one.expression, where, f"{base}/file/{addresses.path(one.first.path)}#L{one.first.line or 1}"


def _concluded(one: Decision) -> tuple[str, str, str]:
    part = gettext("the documentation") if one.part is DecidedPart.DOCUMENTATION else gettext("the code")
    said = gettext(
        "for %(part)s, by %(by)s on %(day)s: %(reason)s",
        part=part,
        by=shown(one.by),
        day=day(one.day),
        reason=shown(one.reason),
    )
    return _expression(one.expression), said, ""


def _granted(one: Grant) -> tuple[str, str, str]:
    said = gettext(
        "by %(givers)s from %(day)s, paper %(paper)s",
        givers=shown(", ".join(one.by)) or gettext("nobody who is named"),
        day=day(one.since),
        paper=shown(one.paper),
    )
    until = " " + gettext("(ended %(day)s)", day=day(one.until)) if one.until else ""
    return one.expression or shown(one.said) or gettext("no licence is named"), said + until, ""


def _expression(text: str) -> str:
    return gettext("No licence") if text == NO_LICENCE else text


def _policy(told: Told) -> PolicyView:
    check = told.policy
    sentences = {
        Verdict.WITHIN: gettext("It is within OS2's licence policy."),
        Verdict.EXCEPTED: gettext(
            "It is outside OS2's licence policy, and a recorded decision lets it be so for now."
        ),
        Verdict.OUTSIDE: gettext(
            "It is outside OS2's licence policy, and no decision that holds today lets it be so."
        ),
        Verdict.UNCLEAR: gettext("Whether it is within OS2's licence policy must be found by a person."),
        Verdict.NOT_LOOKED_AT: gettext("It has not been held against OS2's licence policy."),
    }
    return PolicyView(
        sentences[check.verdict],
        tuple(_finding(one) for one in check.findings),
        tuple(_lapsed(one) for one in check.lapsed),
    )


def _finding(one: Finding) -> str:
    part = gettext("documentation") if one.part is DecidedPart.DOCUMENTATION else gettext("code")
    words = {
        Point.NO_LICENCE: gettext("No licence was found."),
        Point.UNCLEAR: gettext("No licence can be concluded: a person must read the places below."),
        Point.OUTSIDE: gettext("%(licence)s for the %(part)s is not a licence that the Open Source Initiative has approved.",
                               licence=one.expression, part=part),
        Point.UNDECIDED: gettext(
            "%(licence)s for the %(part)s is allowed, but it is not the policy's own choice, and a decision on it "
            "should be recorded.", licence=one.expression, part=part),
        Point.BOUGHT: gettext("A part of it is bought or closed."),
        Point.NO_TEXT: gettext("The text of %(licence)s is not in the repository.", licence=one.expression),
    }  # fmt: skip
    if one.decision is None:
        return words[one.point]
    return gettext(
        "%(licence)s for the %(part)s: decided by %(by)s on %(day)s, until %(until)s: %(reason)s",
        licence=_expression(one.expression),
        part=part,
        by=shown(one.decision.by),
        day=day(one.decision.day),
        until=day(one.decision.last) or gettext("another decision"),
        reason=shown(one.decision.reason),
    )


def _lapsed(one: Decision) -> str:
    return gettext(
        "An exception for %(licence)s by %(by)s holds from %(first)s to %(last)s only.",
        licence=_expression(one.expression),
        by=shown(one.by),
        first=day(one.first),
        last=day(one.last),
    )


def _ask(told: Told, products: Iterable[Product]) -> tuple[str, ...]:
    """Whom to ask where nothing permits anything: the roles that answer for the products, never a person."""
    if told.conclusion.concluded is not None and told.conclusion.reason is not Reason.NONE:
        return ()
    roles = (", ".join(filter(None, (one.contact_role, one.contact_organisation))) for one in products)
    return tuple(dict.fromkeys(shown(role) for role in roles if role)) or (gettext("OS2's secretariat"),)
