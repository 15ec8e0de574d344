# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Files and lines told: what a file counts as and why, and who wrote each of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from registry.api import addresses
from registry.api.language import say
from registry.api.shapes import files as shapes
from registry.api.showing import shown, shown_path
from registry.provenance.model import Origin, WorkType
from registry.provenance.snapshot import Author, CommitFacts, File


def file(repository: int, one: File) -> shapes.File:
    """Return a file."""
    return shapes.File(
        path=shown_path(one.path),
        blob=one.blob,
        size=one.size,
        lines=one.lines,
        work_type=WorkType(one.work_type),
        work_type_reason=shown(say(one.work_type_reason.da, one.work_type_reason.en)),
        origin=Origin(one.origin),
        origin_reason=shown(say(one.origin_reason.da, one.origin_reason.en)),
        left_out=one.skip,
        lines_address=addresses.with_path(addresses.repository(repository, "/lines"), one.path),
    )


def placed(one: File) -> Iterator[tuple[int, int, int]]:
    """Yield the first line, the number of lines and the commit's number of each run."""
    first = 1
    for count, number in one.pairs:
        yield first, count, number
        first += count


def run(place: tuple[int, int, int], commits: Mapping[int, CommitFacts]) -> shapes.Run:
    """Return the lines of one commit that stand together."""
    first, count, number = place
    commit = commits[number]
    return shapes.Run(
        first=first,
        last=first + count - 1,
        commit=commit.oid,
        day=commit.day,
        author=_author(commit.author),
        co_authors=tuple(map(_author, commit.co_authors)),
        subject=shown(commit.subject, 300),
    )


def _author(one: Author) -> shapes.Author:
    return shapes.Author(contributor=one.id, name=shown(one.name, 120), mail_domain=shown(one.domain, 120))
