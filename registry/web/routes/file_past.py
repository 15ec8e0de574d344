# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A file of the past: as it stood at a day, a release or a change of the main line. Whose it was is not told here."""

from __future__ import annotations

from dataclasses import replace

from flask import render_template
from werkzeug.wrappers import Response

from registry.connection import now, session, settings
from registry.custody.model import Repository
from registry.errors import NotFoundError
from registry.pipeline.stood import file_then, then
from registry.pipeline.texts import blob_at, text
from registry.provenance import service as provenance
from registry.provenance.snapshot import Snapshot
from registry.web import reading, tables
from registry.web.pages.dates import Dates
from registry.web.pages.file import Look, Owned, file_page
from registry.web.pages.moments import past_view
from registry.web.pages.writers import Read, file_table


def file_past(
    repository: Repository, snapshot: Snapshot, at: str, asked: tuple[bytes, Look, str]
) -> str | Response:
    """Return one file as it stood at a moment: `asked` are its path, what of it, and the form of the answer."""
    path, look, form = asked
    known = then(session(), snapshot, at)
    commit = known.moment.commit
    one = file_then(session(), known, path)
    blob = blob_at(settings(), repository.id, commit, path)
    told = Read(
        repository=repository,
        snapshot=replace(snapshot, commit=commit),
        file=replace(one, blob=blob),
        commits=provenance.commits(session(), {number for _, number in one.pairs}),
        conclusion=reading.conclusion(session(), repository.id),
        body=text(settings(), repository.id, blob) if blob and form == "html" else None,
    )
    if form != "html":
        return tables.answer(file_table(told), form)
    today = now().date()
    page = file_page(told, replace(look, at=past_view(known)), Owned(Dates(today, None, today), None))
    if not _stands(repository, path):
        page = replace(page, now="")
    return render_template("files/file.html", page=page)


def _stands(repository: Repository, path: bytes) -> bool:
    try:
        provenance.file(session(), repository.id, path)
    except NotFoundError:
        return False
    return True
