# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The closing plan of harvested repositories: which papers to get, what each must cover, and what it closes.

The plan itself is the engine's. Here its contributions are gathered (lines that no paper can tell apart are one),
and each row gets its schedule: the exact revision, the lines and the kinds of works of each repository.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from sqlalchemy.orm import Session

from registry.custody import service as custody
from registry.errors import NotFoundError
from registry.governance import service as governance
from registry.ownership.answers import Cure, Flag
from registry.ownership.facts import Facts
from registry.ownership.plan import Plan, plan
from registry.pipeline.determined import Determined, Remembered, determine_repository
from registry.pipeline.merged import Member, Merged, merged
from registry.pipeline.pieces import distinct
from registry.pipeline.reach import REVISION
from registry.pipeline.showing import Showing
from registry.pipeline.written import Person, Written
from registry.provenance import service as provenance
from registry.provenance.model import WorkType

_PLANS: Remembered[ClosingPlan] = Remembered(64)


@dataclass(frozen=True)
class Part:
    """What a paper must cover of one repository: the exact revision as a SWHID, the lines, the kinds of works.

    `writers` are the names of those who signed the lines, by any method; most lines first.
    """

    repository: int
    full_name: str
    revision: str
    lines: int
    work_types: tuple[WorkType, ...]
    first_day: date
    last_day: date
    writers: tuple[str, ...]


class _Site(NamedTuple):
    """A repository as its part of a schedule names it."""

    full_name: str
    written: Written


@dataclass(frozen=True)
class PlanRow:
    """One paper, or a bundle that only works together, with its schedule. `names` are those of whom it names."""

    papers: tuple[Cure, ...]
    names: Mapping[str, str]
    lines: int
    cumulative: int
    bound: int
    share: Fraction
    schedule: tuple[Part, ...]


@dataclass(frozen=True)
class ClosingPlan:
    """The rows in order; `unreachable` lines no paper would mend; `exact` says whether bounds are exact.

    Of `unforeseen` of the unreachable lines the author or the engagement is not known: what follows cannot be planned.

    `left_as_licensed` lines were licensed in by volunteers, whom nobody asks to transfer. Of `by_method` lines it
    depends on the method whose they are: each row asks for all papers that any method makes needful.
    """

    asked: str
    as_of: date
    rows: tuple[PlanRow, ...]
    claimable: int
    documented: int
    unreachable: int
    exact: bool
    left_as_licensed: int = 0
    by_method: int = 0
    unforeseen: int = 0


def repositories_of(session: Session, product: str | None, *, private: bool = False) -> list[int]:
    """Return the repositories of a product (None: all) that were read; raises NotFoundError where none was."""
    every = custody.repositories(session, private=private)
    wanted: list[int] = [one.id for one in every]
    if product is not None:
        by_name: dict[str, int] = {one.full_name.lower(): one.id for one in every}
        parts = [part.full_name.lower() for part in governance.product(session, product).parts]
        wanted = [by_name[name] for name in parts if name in by_name]
    read = provenance.snapshots(session)
    numbers = [number for number in dict.fromkeys(wanted) if number in read]
    if not numbers:
        msg = "none of its repositories was read; harvest them first"
        raise NotFoundError(msg)
    return numbers


def closing_plan(
    session: Session, repositories: Sequence[int], as_of: date, known: date | None = None
) -> ClosingPlan:
    """Return the closing plan of some repositories together; what was never read is left out by the caller."""
    found = [determine_repository(session, number, as_of, known) for number in repositories]
    return _PLANS.get(tuple(one.key for one in found), lambda: _planned(session, found, as_of))


def facts_for_plan(
    session: Session, repositories: Sequence[int], as_of: date, known: date | None = None
) -> Facts:
    """Return the facts by which a plan is told: with a name for whoever is known by an address alone."""
    found = [determine_repository(session, number, as_of, known) for number in repositories]
    return Showing(found[0].facts, _people(found)).told_facts()


def _planned(session: Session, found: Sequence[Determined], as_of: date) -> ClosingPlan:
    facts = found[0].facts
    if not facts.asks.party:
        return ClosingPlan("", as_of, (), 0, 0, 0, exact=True)
    groups = merged(facts, found)
    made = plan(replace(facts, contributions=tuple(one.contribution for one in groups)), as_of)
    show = Showing(facts, _people(found))
    members = {one.first.id: one for one in groups}
    numbers = [one.groups.written.repository for one in found]
    names = {number: custody.repository(session, number, private=True).full_name for number in numbers}
    sites = {
        number: _Site(names[number], one.groups.written) for number, one in zip(numbers, found, strict=True)
    }
    return ClosingPlan(
        asked=facts.asks.party,
        as_of=as_of,
        rows=tuple(_row(made, number, members, sites, show) for number in range(len(made.rows))),
        claimable=made.claimable,
        documented=made.documented,
        unreachable=sum(members[name].lines for name in made.unreachable),
        exact=made.exact,
        left_as_licensed=sum(members[name].lines for name in made.left_as_licensed),
        by_method=sum(_by_method(each) for each in found),
        unforeseen=sum(members[name].lines for name in made.unforeseen),
    )


def _by_method(found: Determined) -> int:
    return sum(one.lines for one in distinct(found.pieces) if Flag.METHOD_DECIDES in one.answer.flags)


def _row(
    made: Plan,
    number: int,
    members: Mapping[str, Merged],
    sites: Mapping[int, _Site],
    show: Showing,
) -> PlanRow:
    row = made.rows[number]
    papers = tuple(show.cure(one) for one in row.papers)
    closed = [one for name in row.contributions for one in members[name].members]
    shown = {name: show.name(name) for one in papers for name in (one.by, one.to) if name}
    return PlanRow(
        papers=papers,
        names=shown,
        lines=row.lines,
        cumulative=row.cumulative,
        bound=row.bound,
        share=made.share_after(row),
        schedule=tuple(_schedule(closed, sites, show)),
    )


def _schedule(closed: Iterable[Member], sites: Mapping[int, _Site], show: Showing) -> list[Part]:
    by_repository: defaultdict[int, list[Member]] = defaultdict(list)
    for one in closed:
        by_repository[one.repository].append(one)
    parts = [_part(number, group, sites[number], show) for number, group in by_repository.items()]
    return sorted(parts, key=lambda one: (-one.lines, one.full_name))


def _part(number: int, group: Sequence[Member], site: _Site, show: Showing) -> Part:
    return Part(
        repository=number,
        full_name=site.full_name,
        revision=REVISION + site.written.snapshot.commit,
        lines=sum(one.lines for one in group),
        work_types=tuple(sorted({one.work_type for one in group})),
        first_day=min(one.day for one in group),
        last_day=max(one.day for one in group),
        writers=_writers(group, site.written, show),
    )


def _writers(group: Iterable[Member], written: Written, show: Showing) -> tuple[str, ...]:
    lines: Counter[str] = Counter()
    for one in group:
        main = written.writers[one.writer]
        hands = {main.hand, *(written.writers[other].hand for other in main.otherwise)}
        for author in {author for hand in hands for author in written.hands[hand].authors}:
            lines[show.name(show.id(author.email))] += one.lines
    return tuple(sorted(lines, key=lambda name: (-lines[name], name)))


def _people(found: Iterable[Determined]) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for one in found:
        people |= one.groups.written.people
    return people
