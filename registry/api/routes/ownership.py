# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of title: of a repository, of its files, of a file's lines, and the closing plans."""

from __future__ import annotations

from datetime import date

from registry.api import paging, reading
from registry.api.asked import Dated, DatedFiles, DatedLines, lines_asked, path_asked
from registry.api.blueprint import Blueprint
from registry.api.shapes import ownership as shapes
from registry.api.shapes.plans import Plan
from registry.api.showing import shown_path
from registry.api.telling import ownership as told
from registry.api.telling.plans import plan as told_plan
from registry.connection import now, session
from registry.governance import service as governance
from registry.pipeline import ownership, runs
from registry.pipeline.owned import FileAnswer, Run
from registry.pipeline.planning import closing_plan
from registry.pipeline.stated import sources
from registry.text import path_text

blueprint = Blueprint("ownership", __name__, tag="Title")
_REPOSITORY = "/repositories/<number:number>"


@blueprint.get(f"{_REPOSITORY}/ownership")
@blueprint.input(Dated, location="query")
@blueprint.output(shapes.Ownership)
def ownership_of(number: int, query_data: Dated) -> shapes.Ownership:
    """Whose a repository is: shares by state, holder and kind of work, what is missing and what is only likely."""
    reading.read(session(), number)
    days = reading.days(query_data, now().date())
    return told.ownership(ownership.answers(session(), number, *days), _telling(number, days))


@blueprint.get(f"{_REPOSITORY}/ownership/files")
@blueprint.input(DatedFiles, location="query")
@blueprint.output(shapes.FileTitles)
def files(number: int, query_data: DatedFiles) -> shapes.FileTitles:
    """The files that hold something to be held, with their lines by state of the title."""
    reading.read(session(), number)
    as_of, known = reading.days(query_data, now().date())
    answered = ownership.files_answered(session(), number, as_of, known)
    chosen = [one for one in answered if query_data.state is None or one.lines.get(query_data.state)]
    part = paging.part(chosen, _by_path, query_data.limit, query_data.cursor)
    items = tuple(told.file_title(number, one) for one in part.members)
    return shapes.FileTitles(repository=number, as_of=as_of, known=known, items=items, next=part.following)


@blueprint.get(f"{_REPOSITORY}/ownership/lines")
@blueprint.input(DatedLines, location="query")
@blueprint.output(shapes.TitleRuns)
def lines(number: int, query_data: DatedLines) -> shapes.TitleRuns:
    """The determination behind each run of a file's lines: chain, breaks, weak links, and the papers that mend."""
    reading.read(session(), number)
    as_of, known = days = reading.days(query_data, now().date())
    path = path_asked()
    every = runs.why(session(), number, path_text(path), lines_asked(query_data.lines), *days)
    part = paging.part(every, _by_line, query_data.limit, query_data.cursor)
    telling = _telling(number, days)
    return shapes.TitleRuns(
        repository=number,
        path=shown_path(path),
        as_of=as_of,
        known=known,
        items=tuple(told.run(one, telling) for one in part.members),
        next=part.following,
    )


@blueprint.get(f"{_REPOSITORY}/plan")
@blueprint.input(Dated, location="query")
@blueprint.output(Plan)
def plan(number: int, query_data: Dated) -> Plan:
    """The papers that would close a repository's gaps, the most lines first."""
    reading.read(session(), number)
    days = reading.days(query_data, now().date())
    return told_plan(closing_plan(session(), [number], *days), days[1])


@blueprint.get("/products/<slug>/plan")
@blueprint.input(Dated, location="query")
@blueprint.output(Plan)
def plan_of_product(slug: str, query_data: Dated) -> Plan:
    """The papers that would close the gaps of a product's repositories together."""
    days = reading.days(query_data, now().date())
    numbers = reading.read_parts(session(), governance.product(session(), slug))
    return told_plan(closing_plan(session(), numbers, *days), days[1])


def _by_path(one: FileAnswer) -> bytes:
    return paging.key_of(one.path)


def _by_line(one: Run) -> bytes:
    return paging.key_of(one.first)


def _telling(number: int, days: tuple[date, date | None]) -> told.Telling:
    facts = ownership.facts_for_telling(session(), number, *days)
    return told.Telling(facts, sources(session(), days[1]))
