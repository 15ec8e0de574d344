# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of a repository's files, and of the lines of one of them."""

from __future__ import annotations

from registry.api import paging, reading
from registry.api.asked import FilesAsked, PathAsked, path_asked
from registry.api.blueprint import Blueprint
from registry.api.shapes import files as shapes
from registry.api.telling import files as told
from registry.connection import session
from registry.provenance import service as provenance

blueprint = Blueprint("files", __name__, url_prefix="/repositories/<number:number>", tag="Files and lines")


@blueprint.get("/files")
@blueprint.input(FilesAsked, location="query")
@blueprint.output(shapes.Files)
def files(number: int, query_data: FilesAsked) -> shapes.Files:
    """The files of the commit read last, by path: what each counts as, and why."""
    _, read = reading.read(session(), number)
    limit = query_data.limit
    after = paging.place(query_data.cursor) if query_data.cursor else None
    found = provenance.files_after(session(), number, after, limit + 1, query_data.left_out)
    part = paging.cut(found, lambda one: one.path, limit)
    items = tuple(told.file(number, one) for one in part.members)
    return shapes.Files(repository=number, commit=read.commit, items=items, next=part.following)


@blueprint.get("/lines")
@blueprint.input(PathAsked, location="query")
@blueprint.output(shapes.Lines)
def lines(number: int, query_data: PathAsked) -> shapes.Lines:
    """Who wrote each line of a file, by runs of lines of one commit."""
    _, read = reading.read(session(), number)
    one = provenance.file(session(), number, path_asked())
    part = paging.part(told.placed(one), _by_line, query_data.limit, query_data.cursor)
    commits = provenance.commits(session(), {*(run[2] for run in part.members), *one.versions})
    return shapes.Lines(
        repository=number,
        commit=read.commit,
        file=told.file(number, one),
        items=tuple(told.run(run, commits) for run in part.members),
        versions=tuple(commits[each].oid for each in one.versions),
        next=part.following,
    )


def _by_line(run: tuple[int, int, int]) -> bytes:
    return paging.key_of(run[0])
