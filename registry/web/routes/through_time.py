# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of a repository through time: since its beginning, at one moment, between two."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from registry.connection import now, session
from registry.custody.model import Repository
from registry.errors import NotFoundError
from registry.pipeline.between import What, between
from registry.pipeline.grown import Grown, grown
from registry.pipeline.ownership import answers
from registry.pipeline.stood import Then, then
from registry.pipeline.titled import course, stood_by_state, titled
from registry.provenance.snapshot import Snapshot
from registry.web import addresses, tables
from registry.web.language import gettext
from registry.web.pages.dates import Dates
from registry.web.pages.filters import one_of, whole_number
from registry.web.pages.moments import asked_day, asked_moment
from registry.web.pages.time import release_names, time_page
from registry.web.pages.time_between import between_page
from registry.web.pages.time_tables import (
    files_between_table,
    files_then_table,
    months_table,
    people_between_table,
    people_then_table,
    releases_table,
)
from registry.web.pages.time_then import Chosen, then_page
from registry.web.pages.time_title import (
    StateBetween,
    TitleCourse,
    states_between,
    title_course,
    title_months_table,
)
from registry.web.routes.asked import dates_asked, read

blueprint = Blueprint("through_time", __name__, url_prefix="/r/<key>/time")


@blueprint.get("")
def through_time(key: str) -> str | Response:
    """Whose lines stood there: since the beginning, at one moment, or between two."""
    form, today = tables.asked_format(), now().date()
    at = asked_moment(request.args, "at", today)
    repository, snapshot = read(session(), key)
    found = _grown(repository, snapshot)
    if at:
        return _then(repository, snapshot, found, at, form)
    since, until = (asked_moment(request.args, name, today) for name in ("from", "to"))
    if since or until:
        return _between(repository, snapshot, found, (since, until), form)
    listed = one_of(request.args, "list", ("", "releases", "title"))
    if form != "html":
        return tables.answer(_table(snapshot, found, listed), form)
    page = time_page(repository, snapshot, found, _title(repository, snapshot), _dates())
    return render_template("time/time.html", page=page)


def _table(snapshot: Snapshot, found: Grown, listed: str) -> tables.Table:
    if listed == "title":
        return title_months_table(titled(session(), snapshot, now().date(), _dates().known))
    return releases_table(found) if listed else months_table(found)


def _title(repository: Repository, snapshot: Snapshot) -> TitleCourse:
    """Return the title of each month, where it is assessed today."""
    today, dates = now().date(), _dates()
    assessed = answers(session(), repository.id, today, dates.known).assessed
    found = titled(session(), snapshot, today, dates.known) if assessed else None
    base = addresses.repository(repository.id, repository.full_name)
    return title_course(found, (snapshot, dates), base, assessed=assessed)


def _then(repository: Repository, snapshot: Snapshot, found: Grown, at: str, form: str) -> str | Response:
    listed = one_of(request.args, "list", ("", "files"))
    known = then(session(), snapshot, at)
    if form != "html":
        return tables.answer(files_then_table(known) if listed else people_then_table(known), form)
    page = then_page(repository, known, _chosen(), release_names(found.releases), _dates())
    return render_template("time/then.html", page=page)


def _between(
    repository: Repository, snapshot: Snapshot, found: Grown, asked: tuple[str, str], form: str
) -> str | Response:
    listed = one_of(request.args, "list", ("", "files"))
    what = one_of(request.args, "what", ("", *What))
    # a moment that is not named is the one of the reading
    since, until = (then(session(), snapshot, one or snapshot.commit) for one in asked)
    if since.moment.place > until.moment.place:
        since, until = until, since
    known = between(session(), snapshot, since, until)
    if form != "html":
        return tables.answer(files_between_table(known) if listed else people_between_table(known), form)
    titles = _titles_between(repository, snapshot, (since, until))
    page = between_page(
        repository, known, (_chosen(), what), release_names(found.releases), (titles, _dates())
    )
    return render_template("time/between.html", page=page)


def _titles_between(
    repository: Repository, snapshot: Snapshot, moments: tuple[Then, Then]
) -> tuple[StateBetween, ...]:
    """Return the title at both moments, by what was recorded on the day asked about, where it is assessed."""
    today, dates = now().date(), _dates()
    decided = course(session(), snapshot, today, dates.known)
    if decided is None or not answers(session(), repository.id, today, dates.known).assessed:
        return ()
    days = [min(asked_day(one) or one.day or today, today) for one in moments]
    by_today = [stood_by_state(decided, one.stood, today) for one in moments]
    by_then = [stood_by_state(decided, one.stood, at) for one, at in zip(moments, days, strict=True)]
    base = addresses.repository(repository.id, repository.full_name)
    hrefs = [f"{base}/time?at={quote(one.moment.asked, safe='')}" for one in moments]
    hrefs += [f"{base}/title?as_of={at}" for at in days]
    hrefs = list(map(dates.keep, hrefs))
    return states_between((by_today[0], by_today[1]), (by_then[0], by_then[1]), hrefs)


def _dates() -> Dates:
    """Return by what was recorded on which day the title is told; the days that it is told of are the page's own."""
    return replace(dates_asked(), as_of=now().date())


def _chosen() -> Chosen:
    return Chosen(
        contributor=whole_number(request.args, "contributor", 1) if "contributor" in request.args else None,
        domain=request.args.get("domain", "")[:255],
        page=whole_number(request.args, "page", 1),
    )


def _grown(repository: Repository, snapshot: Snapshot) -> Grown:
    found = grown(session(), snapshot)
    if found is None:
        raise NotFoundError(
            "the lines of this repository were not followed through time yet; harvest it again"
        )
    if not found.months:
        raise NotFoundError(
            gettext(
                "No line of %(repository)s's own ever stood on its main line.",
                repository=repository.full_name,
            )
        )
    return found
