# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The harvests: when the register looked, what it found, and what it could not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from registry.custody.model import Harvest, Repository, Result
from registry.errors import NotFoundError
from registry.text import elsewhere
from registry.web import addresses
from registry.web.language import gettext, moment, ngettext
from registry.web.masking import shown
from registry.web.pages import words
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.told import recorded
from registry.web.tables import Table


@dataclass(frozen=True)
class HarvestRow:
    """One run."""

    id: int
    href: str
    kind: str
    asked: str
    started: datetime
    finished: datetime | None
    calls: int | None
    failures: int


@dataclass(frozen=True)
class HarvestsPage:
    """The latest runs."""

    frame: Frame
    rows: tuple[HarvestRow, ...]


@dataclass(frozen=True)
class Found:
    """What a run found of one repository."""

    name: str
    href: str
    outcome: str
    message: str
    problems: tuple[str, ...]
    at: datetime
    evidence: int | None


@dataclass(frozen=True)
class HarvestPage:
    """One run, repository by repository."""

    frame: Frame
    row: HarvestRow
    found: tuple[Found, ...]


def harvests_page(harvests: Sequence[Harvest]) -> HarvestsPage:
    """Return the page of the latest runs."""
    title = gettext("Harvests")
    if not harvests:
        answer = gettext("The register has not looked anywhere yet.")
    else:
        answer = gettext("The register last looked on %(moment)s.", moment=moment(harvests[0].started_at))
    return HarvestsPage(Frame(title, answer, way(Crumb(title)), lists=True), tuple(map(_row, harvests)))


def harvest_page(
    number: int, harvests: Sequence[Harvest], results: Sequence[Result], public: Mapping[int, Repository]
) -> HarvestPage:
    """Return the page of one run, private repositories left out; raises NotFoundError."""
    one = next((harvest for harvest in harvests if harvest.id == number), None)
    if one is None:
        sentence = gettext("The register made no harvest %(number)s, or it is too long ago.", number=number)
        raise NotFoundError(sentence)
    shown_here = (result for result in results if result.repository is None or result.repository in public)
    found = tuple(_found(result, public) for result in shown_here)
    title = gettext("Harvest of %(moment)s", moment=moment(one.started_at))
    crumbs = way(Crumb(gettext("Harvests"), addresses.page("harvests")), Crumb(title))
    log = addresses.log_about(f"harvest/{number}")
    return HarvestPage(Frame(title, _answer(one, found), crumbs, lists=True, log=log), _row(one), found)


def harvests_table(harvests: Sequence[Harvest]) -> Table:
    """Return the runs as a list to take along."""
    columns = ("harvest", "kind", "asked", "started_at", "finished_at", "calls", "failures")
    rows = [
        (
            one.id,
            one.kind,
            ", ".join(elsewhere(shown(asked)) for asked in one.asked),
            one.started_at,
            one.finished_at,
            one.calls,
            one.failures,
        )
        for one in harvests
    ]
    return Table("harvests", columns, rows)


def results_table(found: Sequence[Found]) -> Table:
    """Return what a run found as a list to take along."""
    columns = ("repository", "outcome", "message", "problems", "at", "evidence")
    rows = [
        (one.name, one.outcome, one.message, " | ".join(one.problems), one.at, one.evidence) for one in found
    ]
    return Table("harvest", columns, rows)


def _row(one: Harvest) -> HarvestRow:
    return HarvestRow(
        id=one.id,
        href=addresses.page(f"harvests/{one.id}"),
        kind=words.harvest_kind(one.kind),
        asked=elsewhere(shown(", ".join(one.asked), 200)) or gettext("all that are configured"),
        started=one.started_at,
        finished=one.finished_at,
        calls=one.calls,
        failures=one.failures,
    )


def _found(result: Result, public: Mapping[int, Repository]) -> Found:
    repository = public.get(result.repository) if result.repository is not None else None
    return Found(
        name=shown(result.name),
        href=addresses.repository(repository.id, repository.full_name) if repository else "",
        outcome=words.outcome(result.outcome),
        message=recorded(result.message),
        problems=tuple(recorded(problem) for problem in result.problems),
        at=result.at,
        evidence=result.observation,
    )


def _answer(one: Harvest, found: Sequence[Found]) -> str:
    looked = ngettext(
        "%(count)s repository was looked at", "%(count)s repositories were looked at", len(found)
    )
    if one.finished_at is None:
        return gettext(
            "%(looked)s. It has not come to its end: it is still at work, or it was broken off.",
            looked=looked,
        )
    if not one.failures:
        return gettext("%(looked)s; all were read to the end.", looked=looked)
    failures = ngettext(
        "%(count)s could not be read to the end", "%(count)s could not be read to the end", one.failures
    )
    return gettext("%(looked)s; %(failures)s.", looked=looked, failures=failures)
