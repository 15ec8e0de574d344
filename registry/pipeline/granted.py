# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Granted: the licences that registered papers give in a repository, by whom. A licence file is none of them."""

from __future__ import annotations

from sqlalchemy.orm import Session

from registry.agreements import service as agreements
from registry.agreements.model import LICENCES, Agreement
from registry.licences.free_text import meaning
from registry.licences.values import Grant
from registry.parties import service as parties
from registry.parties.stating import Told
from registry.text import mask_addresses, visible


def granted(session: Session, repository: int) -> tuple[Grant, ...]:
    """Return the licence papers that name a repository, the oldest first."""
    papers = [
        one
        for one in agreements.papers(session).agreements
        if one.fact.kind in LICENCES and str(repository) in (one.fact.covers.repositories or ())
    ]
    names = {one.fact.id: one.fact.name for one in parties.people(session).parties} if papers else {}
    return tuple(sorted((_grant(one, names) for one in papers), key=lambda one: (one.since, one.paper)))


def _grant(told: Told[Agreement], names: dict[str, str]) -> Grant:
    paper, said = told.fact, told.more.get("licence")
    words = said if isinstance(said, str) else ""
    return Grant(
        paper=visible(paper.id),
        kind=paper.kind.value,
        by=tuple(_name(one, names) for one in paper.assignors),
        to=_name(paper.assignee, names) if paper.assignee else "",
        said=visible(words, 200),
        expression=meaning(words).expression if words else None,
        since=paper.begins,
        until=paper.terminated,
    )


def _name(party: str, names: dict[str, str]) -> str:
    return mask_addresses(visible(names.get(party) or party), "(address not shown)")
