# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A naive replay, written for comparison only: one author, employed or not, papers between a few parties.

It knows no declarations, successions, claims or waivers; it walks day by day and asks, on every day, whether
anybody who holds gives. It shares no code with the engine but the nouns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from registry.agreements.model import Agreement, Authority, Document, Form, Grant
from registry.ownership.facts import Contribution, Facts
from registry.parties.model import Basis

CODE = ("program", "design", "configuration")


@dataclass
class Title:
    """Where the title is, how it came there, and what stands against it."""

    holder: str
    weak: list[str] = field(default_factory=list)
    by: Agreement | None = None
    givers: dict[str, tuple[date, Agreement]] = field(default_factory=dict)
    rivals: list[tuple[Agreement, date]] = field(default_factory=list)
    passed_on: dict[str, list[date]] = field(default_factory=dict)


def naive_answer(facts: Facts, work: Contribution) -> tuple[str, set[str]]:
    """Return state and holders of a work by one known person with at most one engagement on its day."""
    asks = facts.asks
    assert asks.as_of is not None
    author = work.authors[0].person
    jobs = [one for one in facts.engagements if one.person == author and one.on(work.day)]
    if not jobs:
        return "unknown", set()
    job = jobs[0]
    employed = job.kind == "employee" and work.work_type in CODE
    title = Title(job.party if employed else author)
    if job.basis is Basis.PRESUMED:
        title.weak.append("presumed_engagement")
    acting = {one.id: max(one.signed, one.effective or one.signed, work.day) for one in facts.agreements}
    days = sorted({when for when in acting.values() if when <= asks.as_of})
    for day in days:
        _one_day(facts, work, author, day, [one for one in facts.agreements if acting[one.id] == day], title)
    return _state(asks.party, title)


def _one_day(
    facts: Facts, work: Contribution, author: str, day: date, papers: list[Agreement], title: Title
) -> None:
    left = sorted(
        (one for one in papers if _acts(facts, work, author, one, day)), key=lambda one: (one.signed, one.id)
    )
    again = True
    while again:
        again = False
        for one in left:
            if title.holder in one.assignors and _may(title):
                left.remove(one)
                if one.assignee != title.holder:
                    _give(title, one, day)
                again = True
                break
    for one in left:
        if title.holder not in one.assignors and any(giver in title.givers for giver in one.assignors):
            title.rivals.append((one, day))


def _acts(facts: Facts, work: Contribution, author: str, paper: Agreement, day: date) -> bool:
    covers, rights = paper.covers, paper.rights
    place = covers.repositories is None or work.repository in covers.repositories
    made = (covers.created_until is None or work.day <= covers.created_until) and (
        covers.authors is None or author in covers.authors
    )
    whole = rights.assigns and rights.all_uses and rights.exclusive and rights.perpetual
    taker = facts.parties[paper.assignee or ""]
    exists = taker.founded is None or taker.founded <= paper.signed
    alive = paper.terminated is None or day <= paper.terminated
    return (
        place and made and whole and exists and alive and paper.signature.authority is not Authority.LACKING
    )


def _may(title: Title) -> bool:
    return title.by is None or title.by.rights.reassign is Grant.GRANTED


def _give(title: Title, paper: Agreement, day: date) -> None:
    title.givers[title.holder] = (day, paper)
    title.passed_on.setdefault(title.holder, []).append(day)
    title.holder = paper.assignee or ""
    title.by = paper
    if paper.signature.form in (Form.EMAIL, Form.ORAL, Form.NONE):
        title.weak.append("weak_form")
    if paper.signature.authority is Authority.UNVERIFIED:
        title.weak.append("authority_unverified")
    if paper.document is Document.UNSEEN:
        title.weak.append("document_unseen")


def _state(party: str, title: Title) -> tuple[str, set[str]]:
    lost = set()
    for paper, day in title.rivals:
        taker = paper.assignee or ""
        passed_on = [passed for passed in title.passed_on.get(taker, []) if passed >= day]
        if taker == title.holder or passed_on:
            continue
        came = _came(title)
        earlier = came is not None and (came[0] < day or came[1].signed < paper.signed)
        if not (title.holder == party and not title.weak and earlier):
            lost.add(taker)
    if lost:
        return "disputed", lost | {title.holder}
    if title.holder != party:
        return "other", {title.holder}
    return ("claimed" if title.weak else "documented"), {title.holder}


def _came(title: Title) -> tuple[date, Agreement] | None:
    if title.by is None:
        return None
    return next(((day, paper) for day, paper in title.givers.values() if paper is title.by), None)
