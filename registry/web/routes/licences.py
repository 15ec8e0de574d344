# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of a repository's licence through time: its history, any version, and between two versions."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from registry.connection import session, settings
from registry.custody.model import Repository
from registry.errors import BadInputError
from registry.licences import service as licences
from registry.pipeline import ownership
from registry.pipeline.licence_at import At, between, licence_seen
from registry.pipeline.revisions import mirror_of, revision, tags
from registry.provenance import service as provenance
from registry.provenance.numbers import numbers_of
from registry.web import tables
from registry.web.language import gettext
from registry.web.pages.licence_history import MOST_TITLES, Lived, history_page, history_table
from registry.web.pages.licence_version import (
    between_page,
    between_table,
    version_page,
    version_table,
)
from registry.web.routes.asked import read

blueprint = Blueprint("licences", __name__, url_prefix="/r/<key>/licences")
_LONGEST_NAME = 300


@blueprint.get("/history")
def history(key: str) -> str | Response:
    """When the licence changed, by whom, and on whose title."""
    form = tables.asked_format()
    found, _ = read(session(), key)
    known = _lived(found)
    if form != "html":
        return tables.answer(history_table(known), form)
    return render_template("licences/history.html", page=history_page(known))


@blueprint.get("/version")
def version(key: str) -> str | Response:
    """The licence of a tag, a branch or a change."""
    form, name = tables.asked_format(), _name("of")
    found, _ = read(session(), key)
    one = _at(found, name) if name else None
    if form != "html" and one is not None:
        return tables.answer(version_table(one), form)
    page = version_page(found, tags(mirror_of(settings(), found.id)), one)
    return render_template("licences/version.html", page=page)


@blueprint.get("/between")
def difference(key: str) -> str | Response:
    """What changed of the licence from one version to another."""
    form, asked = tables.asked_format(), (_name("from"), _name("to"))
    found, _ = read(session(), key)
    both = between(_at(found, asked[0]), _at(found, asked[1])) if all(asked) else None
    if form != "html" and both is not None:
        return tables.answer(between_table(both), form)
    page = between_page(found, tags(mirror_of(settings(), found.id)), asked, both)
    return render_template("licences/between.html", page=page)


def _lived(found: Repository) -> Lived:
    points = licences.points(session(), found.id)
    numbers = numbers_of(session(), {oid for one in points for oid in (one.commit, *one.commits)})
    commits = {one.oid: one for one in provenance.commits(session(), numbers.values()).values()}
    known = Lived(found, points, commits, {})
    days = {known.day_of(one) for one in points if one.turned}
    asked = sorted((one for one in days if one is not None), reverse=True)[:MOST_TITLES]
    titles = {day: ownership.answers(session(), found.id, day) for day in asked}
    return Lived(found, points, commits, titles)


def _at(found: Repository, name: str) -> At:
    mirror = mirror_of(settings(), found.id)
    return licence_seen(session(), mirror, found, revision(mirror, name))


def _name(argument: str) -> str:
    name = request.args.get(argument, "").strip()
    if len(name) > _LONGEST_NAME:
        raise BadInputError(gettext("The address names a version that is longer than any name of one."))
    return name
