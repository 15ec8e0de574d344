# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Consent: whose agreement another licence takes for one work, from the determination of its title.

Only whoever holds the title, or was given that right, can give another licence (s. 53; domain 7). A paper that
moves title and does not grant relicensing is a limit: its giver must agree, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from registry.agreements.model import Agreement
from registry.ownership.answers import Determination, Flag, State
from registry.ownership.book import Book
from registry.ownership.papers import prepare

_LIMIT = "relicense: "


class Need(StrEnum):
    """What a work needs before it can be given under another licence, the hardest last."""

    FREE = "free"  # no copyright arises
    OWN = "own"  # the asked party holds, or was given the right: it decides itself
    UNPROVEN = "unproven"  # so it does if the weak links of the chain, or the weak papers, hold
    CONSENT = "consent"  # others hold, and are known
    DISPUTED = "disputed"  # who holds is disputed: a person must judge, and those listed are safest asked
    UNKNOWN = "unknown"  # somebody's consent is needed of whom the register knows nothing
    THIRD_PARTY = "third_party"  # another project's: its own licence stays


@dataclass(frozen=True)
class Consent:
    """What one work needs. `of` are those who must agree; `limits` papers that move title and withhold the right.

    `given` are papers by which holders gave the asked party the right; `contested_by` claim what is documented.
    """

    need: Need
    of: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    contested_by: tuple[str, ...] = ()
    depends_on: bool = False


_BY_STATE = {
    State.DOCUMENTED: Need.OWN,
    State.CLAIMED: Need.UNPROVEN,
    State.OTHER: Need.CONSENT,
    State.DISPUTED: Need.DISPUTED,
    State.UNKNOWN: Need.UNKNOWN,
    State.THIRD_PARTY: Need.THIRD_PARTY,
    State.NOT_PROTECTED: Need.FREE,
}


def consent(book: Book, answer: Determination) -> Consent:
    """Return whose consent a work needs besides the asked party's own decision."""
    need = _BY_STATE[answer.state]
    if need in (Need.THIRD_PARTY, Need.FREE):
        return Consent(need)
    limits = tuple(one.removeprefix(_LIMIT) for one in answer.limits if one.startswith(_LIMIT))
    given = _given(book, answer)
    others = {name for name in answer.holders if name != book.asked}
    free = {name for paper in given for name in _givers_now(book, paper, others)}
    if need is Need.CONSENT and others <= free:
        sure = {
            name for paper in given if not _weak(book, paper) for name in _givers_now(book, paper, others)
        }
        need = Need.OWN if others <= sure else Need.UNPROVEN
    bound = _bound(book, answer, limits)
    need = _with_limits(need, bound)
    return Consent(
        need=need,
        of=tuple(sorted((others - free) | (bound or set()))),
        limits=limits,
        given=tuple(one.id for one in given),
        contested_by=answer.contested_by,
        depends_on=Flag.DEPENDS_ON in answer.flags,
    )


def _given(book: Book, answer: Determination) -> list[Agreement]:
    """Return the licences to the asked party that let it give other licences."""
    by_id = {one.id: one for one in book.agreements}
    papers = [by_id[name] for name in answer.licensed_in if name in by_id]
    return [one for one in papers if one.rights.relicense and _to_asked(book, one)]


def _to_asked(book: Book, paper: Agreement) -> bool:
    return book.asked in book.standing.read_as(paper.assignee or "", book.as_of)


def _givers_now(book: Book, paper: Agreement, others: set[str]) -> set[str]:
    """Return which of the others gave by the paper; by an employees' paper, all of those whom it licensed."""
    if paper.employees:
        return others
    return {name for giver in paper.assignors for name in book.standing.read_as(giver, book.as_of)} & others


def _weak(book: Book, paper: Agreement) -> bool:
    return bool(prepare(book, paper, paper.assignors).weak)


def _bound(book: Book, answer: Determination, limits: tuple[str, ...]) -> set[str] | None:
    """Return who gave title and kept the right to relicense, as they are today; None where nobody is left of one."""
    found: set[str] = set()
    for link in answer.links:
        if (link.confirmed_by or link.by) in limits:
            now = book.standing.asked_now(link.giver, book.as_of)
            if not now:
                return None
            found |= set(now)
    return found - {book.asked}


def _with_limits(need: Need, bound: set[str] | None) -> Need:
    if bound is None and need in (Need.OWN, Need.UNPROVEN, Need.CONSENT):
        return Need.UNKNOWN
    return Need.CONSENT if bound and need in (Need.OWN, Need.UNPROVEN) else need
