# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of one repository: itself, its contributors, its licence facts, its files."""

from __future__ import annotations

import re

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from registry.connection import now, session, settings
from registry.errors import BadInputError
from registry.pipeline.behind import behind
from registry.pipeline.components import components
from registry.pipeline.texts import text
from registry.provenance import service as provenance
from registry.web import addresses, reading, tables
from registry.web.language import gettext
from registry.web.pages.contributors import contributors_page
from registry.web.pages.copies import copies_page, copies_table
from registry.web.pages.deliveries import deliveries_page, deliveries_table
from registry.web.pages.dependencies import dependencies_page, dependencies_table
from registry.web.pages.file import Look, Owned, file_page
from registry.web.pages.files import REASONS, files_page, files_table
from registry.web.pages.filters import one_of, whole_number
from registry.web.pages.licence import licence_table
from registry.web.pages.methods import methods_page, methods_table
from registry.web.pages.moments import asked_moment
from registry.web.pages.people import people_table
from registry.web.pages.repository import repository_page
from registry.web.pages.tree import tree_page
from registry.web.pages.writers import Read, file_table
from registry.web.routes.asked import (
    dates_asked,
    marked,
    number_asked,
    path_asked,
    read,
    repository_asked,
)
from registry.web.routes.file_past import file_past

blueprint = Blueprint("repositories", __name__, url_prefix="/r/<key>")
_REVISION = re.compile(r"[0-9a-fA-F]{4,40}")


@blueprint.get("")
def repository(key: str) -> str | Response:
    """The repository itself; an old name in the address leads to the present one."""
    found = reading.everything(session(), number_asked(key))
    right = addresses.repository_key(found.repository.id, found.repository.full_name)
    if key != right:
        return redirect(addresses.repository(found.repository.id, found.repository.full_name), 301)
    return render_template("repository/repository.html", page=repository_page(found))


@blueprint.get("/contributors")
def contributors(key: str) -> str | Response:
    """Everybody who wrote it."""
    form = tables.asked_format()
    found = repository_asked(session(), key)
    shares = provenance.shares(session(), found.id)
    if form != "html":
        return tables.answer(people_table(shares), form)
    snapshot = provenance.snapshot(session(), found.id)
    return render_template("repository/contributors.html", page=contributors_page(found, snapshot, shares))


@blueprint.get("/methods")
def methods(key: str) -> str | Response:
    """The lines of which it depends on the method who wrote them."""
    form = tables.asked_format()
    found, snapshot = read(session(), key)
    said = provenance.differences(session(), found.id)
    files = provenance.files(session(), found.id, lines=form != "html" and bool(said))
    if form != "html":
        every = [one.pairs for one in files] + [one.pairs for one in said]
        numbers = {commit for pairs in every for _, commit in pairs if commit > 0}
        return tables.answer(methods_table(files, said, provenance.commits(session(), numbers)), form)
    return render_template("repository/methods.html", page=methods_page(found, snapshot, files, said))


@blueprint.get("/copies")
def copies(key: str) -> str | Response:
    """The lines that stood in another repository before."""
    form = tables.asked_format()
    source = whole_number(request.args, "source", 1) if "source" in request.args else None
    found, _ = read(session(), key)
    copied = reading.copied(session(), found.id)
    if form != "html":
        return tables.answer(copies_table(copied, source), form)
    return render_template("repository/copies.html", page=copies_page(found, copied, source))


@blueprint.get("/deliveries")
def deliveries(key: str) -> str | Response:
    """The changes that brought much at once."""
    form = tables.asked_format()
    found, snapshot = read(session(), key)
    commits = reading.brought(session(), snapshot)
    if form != "html":
        return tables.answer(deliveries_table(snapshot, commits), form)
    return render_template("repository/deliveries.html", page=deliveries_page(found, snapshot, commits))


@blueprint.get("/licences")
def licence_facts(key: str) -> Response:
    """The licence facts as a list to take along; the repository's page shows them."""
    form = tables.asked_format()
    found = repository_asked(session(), key)
    if form == "html":
        return redirect(addresses.repository(found.id, found.full_name) + "#licences", 302)
    return tables.answer(licence_table(reading.conclusion(session(), found.id)), form)


@blueprint.get("/dependencies")
def dependencies(key: str) -> str | Response:
    """The components of others that manifests and lock files name."""
    form = tables.asked_format()
    found, snapshot = read(session(), key)
    named = components(session(), found.id)
    if form != "html":
        return tables.answer(dependencies_table(named), form)
    page = dependencies_page(found, snapshot.commit, named, whole_number(request.args, "page", 1))
    return render_template("repository/dependencies.html", page=page)


@blueprint.get("/files")
def files(key: str) -> str | Response:
    """The files that were left out for one reason; all of them as a list to take along."""
    form = tables.asked_format()
    reason = one_of(request.args, "reason", ("", *REASONS))
    found, _ = read(session(), key)
    listed = provenance.files(session(), found.id)
    if form != "html":
        return tables.answer(files_table(one for one in listed if not reason or one.skip == reason), form)
    if not reason:
        return redirect(addresses.repository(found.id, found.full_name) + "/tree/", 302)
    return render_template("files/files.html", page=files_page(found, listed, reason))


@blueprint.get("/tree/", defaults={"path": ""})
@blueprint.get("/tree/<any_path:path>")
def tree(key: str, path: str) -> str | Response:
    """One folder."""
    form = tables.asked_format()
    folder = path_asked("/tree/").rstrip(b"/") if path else b""
    found, snapshot = read(session(), key)
    listed = provenance.files(session(), found.id)
    if form != "html":
        inside = folder + b"/" if folder else b""
        return tables.answer(files_table(one for one in listed if one.path.startswith(inside)), form)
    return render_template("files/tree.html", page=tree_page(found, snapshot, listed, folder))


@blueprint.get("/file/<any_path:path>")
def file(key: str, path: str) -> str | Response:
    """One file, line by line."""
    form, look, wanted = tables.asked_format(), _look(), path_asked("/file/")
    found, snapshot = read(session(), key)
    if at := asked_moment(request.args, "at", now().date()):
        return file_past(found, snapshot, at, (wanted, look, form))
    dates = dates_asked(snapshot)
    one = provenance.file(session(), found.id, wanted)
    document = provenance.document(session(), found.id, wanted)
    numbers = {number for _, number in one.pairs} | set(one.versions)
    body = text(settings(), found.id, one.blob) if one.skip is None and form == "html" else None
    known = Read(
        repository=found,
        snapshot=snapshot,
        file=one,
        commits=provenance.commits(session(), numbers),
        conclusion=reading.conclusion(session(), found.id),
        body=body,
        copied=reading.copied(session(), found.id, one.path),
        document=document,
        text=provenance.known_texts(session(), [one.blob]).get(one.blob) if document else None,
        said=reading.said_otherwise(session(), found.id, one.path),
    )
    if form != "html":
        return tables.answer(file_table(known), form)
    owned = Owned(dates, behind(session(), found.id, wanted, dates.as_of, dates.known))
    return render_template("files/file.html", page=file_page(known, look, owned))


def _look() -> Look:
    revision = request.args.get("rev", "")
    if revision and not _REVISION.fullmatch(revision):
        raise BadInputError(
            gettext("The address names a change (rev) that is no commit id; give 4 to 40 hexadecimal digits.")
        )
    return Look(
        page=whole_number(request.args, "page", 1),
        marked=marked(request.args.get("lines", "")),
        revision=revision,
    )
