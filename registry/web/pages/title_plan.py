# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The closing plan: which papers to get first, from whom, and how far each of them leads; with its curve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from registry.custody.model import Repository
from registry.governance.model import Product
from registry.ownership.facts import Facts
from registry.pipeline.planning import ClosingPlan, Part, PlanRow
from registry.web import addresses
from registry.web.language import day, gettext, ngettext, percent
from registry.web.masking import shown
from registry.web.pages import words
from registry.web.pages.dates import Dates
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.rows import product_name
from registry.web.pages.title_plan_beside import beside
from registry.web.pages.title_words import teller
from registry.web.tables import Table

WIDTH, HEIGHT = 1000, 300
_MOST_NAMED = 12


@dataclass(frozen=True)
class PaperRow:
    """One paper, or several that only work together; `schedule` is what it must cover."""

    number: int
    papers: tuple[str, ...]
    lines: int
    share: float
    most: float
    schedule: tuple[str, ...]


@dataclass(frozen=True)
class Curve:
    """The documented share by number of papers, and the most that as many papers can reach, as points of lines."""

    title: str
    description: str
    points: str
    most: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class PlanPage:
    """The plan, best row first."""

    frame: Frame
    dates: Dates
    rows: tuple[PaperRow, ...]
    curve: Curve | None
    beside: tuple[str, ...]
    exact: bool


@dataclass(frozen=True)
class Of:
    """What a plan is of: its name, the way to its page, and where programs read the same ("": nowhere)."""

    name: str
    crumbs: tuple[Crumb, ...]
    machine: str = ""


def of_repository(repository: Repository, dates: Dates) -> Of:
    """Return the subject of one repository's plan."""
    base = addresses.repository(repository.id, repository.full_name)
    title = Crumb(gettext("Title"), dates.keep(f"{base}/title"))
    crumbs = way(steps_to(repository), title, Crumb(gettext("Closing plan")))
    return Of(shown(repository.full_name), crumbs, addresses.api(f"repositories/{repository.id}/plan"))


def of_product(product: Product) -> Of:
    """Return the subject of a product's plan: all of its repositories together."""
    name = product_name(product)
    crumbs = way(Crumb(name, addresses.product(product.slug)), Crumb(gettext("Closing plan")))
    return Of(name, crumbs, addresses.api(f"products/{product.slug}/plan"))


def of_everything() -> Of:
    """Return the subject of the plan of everything that was read."""
    return Of(gettext("all repositories"), way(Crumb(gettext("Closing plan"))))


def plan_page(of: Of, plan: ClosingPlan, facts: Facts, dates: Dates) -> PlanPage:
    """Return the page of a closing plan."""
    title = gettext("Closing plan of %(name)s", name=of.name)
    return PlanPage(
        frame=Frame(
            title,
            _answer(plan, dates),
            of.crumbs,
            lists=True,
            machine=dates.keep(of.machine) if of.machine else "",
        ),
        dates=dates,
        rows=tuple(_row(number, one, plan, facts) for number, one in enumerate(plan.rows, 1)),
        curve=_curve(plan),
        beside=beside(plan),
        exact=plan.exact,
    )


def plan_table(plan: ClosingPlan, facts: Facts) -> Table:
    """Return the plan as a list to take along."""
    columns = ("number", "papers", "lines", "cumulative", "documented_after", "schedule")
    tell = teller(facts)
    rows = [
        (
            number, " | ".join(shown(tell.cure(each), 400) for each in one.papers), one.lines, one.cumulative,
            float(one.share), " | ".join(map(_scheduled, one.schedule)),
        )
        for number, one in enumerate(plan.rows, 1)
    ]  # fmt: skip
    return Table("plan", columns, rows)


def _answer(plan: ClosingPlan, dates: Dates) -> str:
    if not plan.claimable:
        return gettext("There is nothing to plan for: no line was read that somebody can hold.")
    share = percent(plan.documented / plan.claimable)
    if not plan.rows:
        return gettext(
            "As of %(day)s, %(share)s is documented; the register knows no paper that would add to it.",
            day=day(dates.as_of),
            share=share,
        )
    return gettext(
        "As of %(day)s, %(share)s is documented. %(papers)s would make it %(after)s.",
        day=day(dates.as_of),
        share=share,
        papers=ngettext(
            "%(count)s paper", "%(count)s papers", len({one for row in plan.rows for one in row.papers})
        ),
        after=percent(float(plan.rows[-1].share)),
    )


def _row(number: int, one: PlanRow, plan: ClosingPlan, facts: Facts) -> PaperRow:
    tell = teller(facts)
    return PaperRow(
        number=number,
        papers=tuple(shown(tell.cure(each), 400) for each in one.papers),
        lines=one.lines,
        share=float(one.share),
        most=float(Fraction(plan.documented + one.bound, plan.claimable)),
        schedule=tuple(map(_scheduled, one.schedule)),
    )


def _scheduled(part: Part) -> str:
    if part.first_day == part.last_day:
        period = gettext("written on %(day)s", day=day(part.first_day))
    else:
        period = gettext(
            "written from %(first)s to %(last)s", first=day(part.first_day), last=day(part.last_day)
        )
    return gettext(
        "%(repository)s, version %(revision)s: %(lines)s (%(kinds)s), %(period)s by %(names)s",
        repository=shown(part.full_name),
        revision=part.revision,
        lines=ngettext("%(count)s line", "%(count)s lines", part.lines),
        kinds=", ".join(map(words.work_type, part.work_types)),
        period=period,
        names=_named(part.writers),
    )


def _named(writers: Sequence[str]) -> str:
    """Return the names of those who signed the lines, the first of many."""
    names = ", ".join(shown(one, 100) for one in writers[:_MOST_NAMED])
    more = len(writers) - _MOST_NAMED
    if not names:
        return gettext("somebody who is not known")
    return gettext("%(names)s and %(count)s more", names=names, count=more) if more > 0 else names


def _curve(plan: ClosingPlan) -> Curve | None:
    if not plan.rows:
        return None
    first = plan.documented / plan.claimable
    papers, reached, most = [0], [first], [first]
    for one in plan.rows:
        papers.append(papers[-1] + len(one.papers))
        reached.append(float(one.share))
        most.append(float(Fraction(plan.documented + one.bound, plan.claimable)))
    return Curve(
        title=gettext("How far the papers lead"),
        description=gettext(
            "From %(first)s documented as of %(day)s to %(last)s with all %(papers)s; the first row of the list leads "
            "to %(step)s. The broken line is the most that as many papers could reach. The table below has every step.",
            day=day(plan.as_of),
            first=percent(first),
            last=percent(reached[-1]),
            step=percent(reached[1]),
            papers=ngettext("%(count)s paper", "%(count)s papers", papers[-1]),
        ),
        points=_line(papers, reached),
        most=_line(papers, most),
    )


def _line(papers: Sequence[int], shares: Sequence[float]) -> str:
    step = WIDTH / papers[-1]
    places = zip(papers, shares, strict=True)
    return " ".join(f"{round(at * step, 1)},{round(HEIGHT * (1 - share), 1)}" for at, share in places)
