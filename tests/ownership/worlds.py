# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Small worlds of facts, for properties: few parties, few days, so that papers meet."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from registry.agreements.model import (
    FULL,
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
from registry.ownership.facts import Asks, Author, Contribution, Facts
from registry.parties.model import Basis, Engagement, EngagementKind, Party, PartyKind
from registry.parties.scope import Covers
from registry.provenance.model import WorkType

ASKS = Asks("os2", date(2024, 1, 1), date(2026, 1, 1))
FIRMS = ("sup", "town", "buyer")
PEOPLE = ("dev", "two")
PARTIES = {
    "os2": Party("os2", PartyKind.ASSOCIATION, founded=date(2012, 4, 24)),
    **{name: Party(name, PartyKind.COMPANY) for name in FIRMS},
    **{name: Party(name, PartyKind.PERSON) for name in PEOPLE},
}

days = st.sampled_from([date(year, 1, 1) for year in range(2011, 2027)])
later_days = st.none() | days
names = st.sampled_from(["os2", *FIRMS, *PEOPLE])
takers = st.sampled_from(["os2", *FIRMS])
recorded = st.sampled_from([None, None, date(2020, 6, 1), date(2027, 1, 1)])

rights = st.one_of(
    st.just(FULL),
    st.builds(
        Rights,
        assigns=st.booleans(),
        all_uses=st.just(value=True),
        exclusive=st.booleans(),
        perpetual=st.just(value=True),
        reassign=st.sampled_from(Grant),
    ),
)
signatures = st.one_of(
    st.just(Signature(Form.QUALIFIED, Authority.VERIFIED)),
    st.builds(Signature, st.sampled_from(Form), st.sampled_from(Authority)),
)
covers = st.one_of(
    st.just(Covers()),
    st.builds(
        Covers,
        repositories=st.sampled_from([None, frozenset({"r"}), frozenset({"q"})]),
        authors=st.sampled_from([None, None, frozenset({"dev"})]),
        created_until=later_days,
    ),
)


@st.composite
def papers(draw: st.DrawFn, /, number: int) -> Agreement:
    """Return a paper between two parties."""
    signed = draw(days)
    ends = draw(later_days)
    return Agreement(
        id=f"p{number}",
        kind=AgreementKind.ASSIGNMENT,
        assignors=(draw(names),),
        assignee=draw(takers),
        signed=signed,
        terminated=ends if ends is not None and ends >= signed else None,
        covers=draw(covers),
        rights=draw(rights),
        signature=draw(signatures),
        document=draw(st.sampled_from(Document)),
        recorded=draw(recorded),
    )


@st.composite
def engagements(draw: st.DrawFn, /, person: str) -> Engagement:
    """Return a person's only engagement."""
    return Engagement(
        person,
        draw(st.sampled_from(FIRMS)),
        draw(st.sampled_from([EngagementKind.EMPLOYEE, EngagementKind.CONSULTANT])),
        draw(days),
        None,
        draw(st.sampled_from(Basis)),
    )


@st.composite
def works(draw: st.DrawFn, /, number: int, authors: int = 2, **fixed: Any) -> Contribution:
    """Return a work by one or more known people."""
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=authors, unique=True))
    told: dict[str, Any] = {
        "work_type": draw(st.sampled_from([WorkType.PROGRAM, WorkType.DOCUMENTATION, WorkType.MEDIA])),
        "day": draw(days),
        "lines": draw(st.integers(0, 10**6)),
        "bulk": draw(st.sampled_from([False, False, True])),
    }
    return Contribution(
        id=f"c{number}",
        repository=draw(st.sampled_from(["r", "q"])),
        path="a.py",
        authors=tuple(Author(name) for name in people),
        **(told | fixed),
    )


claims = st.builds(
    Claim, names, names, days, st.just("letter"), covers=st.just(Covers()), withdrawn=st.none()
)


@st.composite
def worlds(draw: st.DrawFn, /, authors: int = 2, with_claims: bool = True, **fixed: Any) -> Facts:
    """Return a small world of facts and the question about it."""
    return Facts(
        asks=ASKS,
        parties=PARTIES,
        engagements=tuple(draw(engagements(person)) for person in PEOPLE),
        agreements=tuple(draw(papers(number)) for number in range(draw(st.integers(0, 5)))),
        claims=tuple(draw(st.lists(claims, max_size=2))) if with_claims else (),
        contributions=tuple(
            draw(works(number, authors, **fixed)) for number in range(draw(st.integers(1, 3)))
        ),
    )
