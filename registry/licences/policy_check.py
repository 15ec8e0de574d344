# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The policy check: whether a repository's licences are those of OS2's policy, or which dated decision lets them differ.

The policy: MPL-2.0 for code, CC-BY-SA-4.0 for the rest, any licence that the OSI approved is allowed, and a choice of
another than the two is decided and recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from registry.licences.decisions import NO_LICENCE, DecidedPart, Decision, DecisionKind
from registry.licences.expressions import alternatives
from registry.licences.model import Conclusion, Kind, Note, Reason, Remarkable
from registry.licences.policy import CODE, DOCUMENTATION, within_policy


class Verdict(StrEnum):
    """What the check comes to."""

    WITHIN = "within"
    EXCEPTED = "excepted"  # outside, but a decision that holds on the day says so
    OUTSIDE = "outside"
    UNCLEAR = "unclear"  # no licence is concluded: a person must read the places first
    NOT_LOOKED_AT = "not_looked_at"


class Point(StrEnum):
    """One thing that the check found."""

    NO_LICENCE = "no_licence"
    UNCLEAR = "unclear"
    OUTSIDE = "outside"
    UNDECIDED = "undecided"  # allowed, but another than the policy's own, and no decision is recorded
    BOUGHT = "bought"
    NO_TEXT = "no_text"  # a licence is named, and its text is not in the tree


_WEIGHT = (Verdict.WITHIN, Verdict.EXCEPTED, Verdict.OUTSIDE, Verdict.UNCLEAR)


@dataclass(frozen=True)
class Finding:
    """What was found of one part: `expression` is its licence (NONE: none); `decision` what lets it be so."""

    point: Point
    part: DecidedPart
    expression: str
    decision: Decision | None = None


@dataclass(frozen=True)
class Check:
    """The verdict of one day with what was found; `lapsed` are exceptions that hold no longer, or not yet."""

    verdict: Verdict
    day: date
    findings: tuple[Finding, ...] = ()
    lapsed: tuple[Decision, ...] = ()


def check(concluded: Conclusion, decided: Sequence[Decision], day: date) -> Check:
    """Return how the licences stand to the policy on a day. A missing licence never passes silently."""
    if concluded.reason is Reason.NOT_LOOKED_AT:
        return Check(Verdict.NOT_LOOKED_AT, day)
    exceptions = [one for one in decided if one.kind is DecisionKind.EXCEPTION]
    found = [_settled(one, decided, day) for one in _findings(concluded)]
    lapsed = tuple(one for one in exceptions if not one.holds(day))
    return Check(_verdict(found), day, tuple(found), lapsed)


def _findings(concluded: Conclusion) -> Iterable[Finding]:
    code, documents = concluded.concluded, concluded.documentation
    if code is None:
        none = concluded.reason is Reason.NONE
        yield Finding(
            Point.NO_LICENCE if none else Point.UNCLEAR, DecidedPart.CODE, NO_LICENCE if none else ""
        )
    else:
        yield from _of_part(
            code, DecidedPart.DOCUMENTATION if _documents_alone(concluded, code) else DecidedPart.CODE
        )
        if not any(
            one.kind is Kind.LICENCE_FILE and Note.NAMED_ONLY not in one.notes for one in concluded.sources
        ):
            yield Finding(Point.NO_TEXT, DecidedPart.CODE, code)
    if documents is not None and documents != code:
        yield from _of_part(documents, DecidedPart.DOCUMENTATION)
    if any(remark.code is Remarkable.BOUGHT for remark in concluded.remarks):
        yield Finding(Point.BOUGHT, DecidedPart.CODE, "")


def _documents_alone(concluded: Conclusion, code: str) -> bool:
    """Whether the tree holds no program, so that its licence is the documentation's: the light knew the tree."""
    allowed = within_policy(code, documentation=True) and not within_policy(code)
    return allowed and concluded.reason is not Reason.AGREE_OUTSIDE


def _of_part(expression: str, part: DecidedPart) -> Iterable[Finding]:
    documents = part is DecidedPart.DOCUMENTATION
    if not within_policy(expression, documentation=documents):
        yield Finding(Point.OUTSIDE, part, expression)
    elif not _is_own(expression, DOCUMENTATION if documents else CODE):
        yield Finding(Point.UNDECIDED, part, expression)


def _is_own(expression: str, wanted: str) -> bool:
    """Whether the policy's own licence is one way to satisfy the expression, or all that it asks of the part."""
    return any(wanted in way for way in alternatives(expression))


def _settled(one: Finding, decided: Iterable[Decision], day: date) -> Finding:
    fitting = (each for each in decided if each.holds(day) and each.part is one.part and _fits(each, one))
    decision = next(fitting, None)
    return Finding(one.point, one.part, one.expression, decision)


def _fits(decision: Decision, found: Finding) -> bool:
    """An exception lets its own licence differ; a person's conclusion is the decision that a licence of choice needs."""
    if decision.expression != found.expression or found.point in {Point.UNCLEAR, Point.BOUGHT, Point.NO_TEXT}:
        return False
    return decision.kind is DecisionKind.EXCEPTION or found.point is Point.UNDECIDED


def _verdict(found: Iterable[Finding]) -> Verdict:
    verdicts = [Verdict.WITHIN, *map(_of_finding, found)]
    return max(verdicts, key=_WEIGHT.index)


def _of_finding(one: Finding) -> Verdict:
    if one.point is Point.UNCLEAR:
        return Verdict.UNCLEAR
    if one.point in {Point.UNDECIDED, Point.BOUGHT, Point.NO_TEXT}:
        return Verdict.WITHIN
    return Verdict.EXCEPTED if one.decision else Verdict.OUTSIDE
