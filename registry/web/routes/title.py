# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of title: of a repository, of its files by state, and of a run of lines."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from registry.connection import session
from registry.pipeline import ownership, runs
from registry.pipeline.stated import sources
from registry.pipeline.trees import tree_of_day
from registry.provenance.snapshot import Snapshot
from registry.text import path_text
from registry.web import tables
from registry.web.pages.dates import Dates
from registry.web.pages.title import title_page
from registry.web.pages.title_files import Sort, title_files_page, title_files_table
from registry.web.pages.title_only import read_only
from registry.web.pages.title_why import Asked, why_page, why_table
from registry.web.pages.title_words import teller
from registry.web.routes.asked import dates_asked, marked, path_asked, read

blueprint = Blueprint("title", __name__, url_prefix="/r/<key>")


@blueprint.get("/title")
def title(key: str) -> str | Response:
    """Shares, holders and what is missing."""
    form = tables.asked_format()
    found, snapshot = read(session(), key)
    dates = _dates(snapshot)
    if form != "html":
        files = ownership.files_answered(session(), found.id, dates.as_of, dates.known)
        return tables.answer(title_files_table(files), form)
    answers = ownership.answers(session(), found.id, dates.as_of, dates.known)
    return render_template("title/title.html", page=title_page(found, answers, dates))


@blueprint.get("/title/files")
def files(key: str) -> str | Response:
    """The files that hold lines of one sort: of a state, of a holder, with a break."""
    form, only = tables.asked_format(), read_only(request.args)
    found, snapshot = read(session(), key)
    dates = _dates(snapshot)
    answered = ownership.files_answered(session(), found.id, dates.as_of, dates.known, only)
    if form != "html":
        return tables.answer(title_files_table(answered), form)
    facts = ownership.facts_for_telling(session(), found.id, dates.as_of, dates.known)
    names = tuple(map(teller(facts).name, only.holders or ()))
    return render_template(
        "title/files.html", page=title_files_page(found, answered, Sort(only, names), dates)
    )


@blueprint.get("/why/<any_path:path>")
def why(key: str, path: str) -> str | Response:
    """The chain behind each run of a file's lines."""
    form, span = tables.asked_format(), marked(request.args.get("lines", ""))
    found, snapshot = read(session(), key)
    dates = _dates(snapshot)
    wanted = path_asked("/why/")
    lines = (span.first, span.last) if span else None
    told = runs.why(session(), found.id, path_text(wanted), lines, dates.as_of, dates.known)
    only = read_only(request.args)
    told = runs.meant(told, only)
    if form != "html":
        return tables.answer(why_table(told), form)
    facts = ownership.facts_for_telling(session(), found.id, dates.as_of, dates.known)
    asked = Asked(found, wanted, span, only, facts, sources(session(), dates.known))
    return render_template("title/why.html", page=why_page(asked, told, dates))


def _dates(snapshot: Snapshot) -> Dates:
    """Return the days asked about, with the content that stood on the main line then."""
    dates = dates_asked(snapshot)
    tree = tree_of_day(session(), snapshot, dates.as_of)
    return replace(dates, tree=tree.snapshot, stood=tree.stood)
