# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The lists of provenance through time to take along: months, releases, a moment's people and files, two moments'."""

from __future__ import annotations

from registry.pipeline.between import Between, largest, sum_of
from registry.pipeline.grown import Grown
from registry.pipeline.stood import Stood, Then
from registry.provenance.growth import first_day
from registry.provenance.runs import NOBODY
from registry.web.masking import shown, shown_path
from registry.web.pages.moments import writer_domain, writer_name
from registry.web.pages.time_course import ranked
from registry.web.tables import Cell, Table


def months_table(found: Grown) -> Table:
    """Return the lines at the end of each month by contributor as a list to take along."""
    columns = ("month", "contributor", "name", "mail_domain", "lines")
    rows: list[tuple[Cell, ...]] = []
    for at, month in enumerate(found.months):
        for identity in ranked(found):
            lines = found.lines[identity][at]
            if lines:
                who = found.authors.get(identity)
                number = None if identity == NOBODY else identity
                rows.append(
                    (f"{first_day(month):%Y-%m}", number, writer_name(who), writer_domain(who), lines)
                )
    return Table("months", columns, rows)


def releases_table(found: Grown) -> Table:
    """Return the releases as a list to take along."""
    rows = [(shown(one.name), one.day.isoformat() if one.day else None) for one in found.releases]
    return Table("releases", ("release", "day"), rows)


def people_then_table(then: Then) -> Table:
    """Return the contributors with their lines then as a list to take along."""
    lines = then.stood.by_identity(then.stood.by_commit())
    rows: list[tuple[Cell, ...]] = [
        (then.moment.commit, _day(then), *_who(then.stood, identity), count)
        for identity, count in lines.most_common()
    ]
    return Table("contributors", ("commit", "day", "contributor", "name", "mail_domain", "lines"), rows)


def files_then_table(then: Then) -> Table:
    """Return the files with the lines of each contributor then as a list to take along."""
    columns = ("commit", "day", "path", "work_type", "contributor", "name", "mail_domain", "lines")
    rows: list[tuple[Cell, ...]] = [
        (
            then.moment.commit,
            _day(then),
            shown_path(one.path),
            one.work_type,
            *_who(then.stood, identity),
            count,
        )
        for one in then.stood.files.values()
        for identity, count in then.stood.by_identity(one.commits).most_common()
    ]
    return Table("files", columns, rows)


def _day(then: Then) -> str | None:
    return then.day.isoformat() if then.day else None


def _who(stood: Stood, identity: int) -> tuple[Cell, ...]:
    who = stood.authors.get(identity)
    return (None if identity == NOBODY else identity, writer_name(who), writer_domain(who))


def people_between_table(found: Between) -> Table:
    """Return the contributors with their lines as a list to take along."""
    columns = ("contributor", "name", "mail_domain", "before", "after", "gained", "lost")
    rows: list[tuple[Cell, ...]] = []
    for identity, lines in largest(found.lines):
        who = found.author(identity)
        number = None if identity == NOBODY else identity
        rows.append((number, writer_name(who), writer_domain(who), *lines.cells()))
    return Table("between", columns, rows)


def files_between_table(found: Between) -> Table:
    """Return the files that differ as a list to take along."""
    columns = ("path", "what", "work_type", "before", "after", "gained", "lost")
    rows: list[tuple[Cell, ...]] = [
        (shown_path(one.path), str(one.what), one.work_type, *sum_of(one.lines.values()).cells())
        for one in found.files
    ]
    return Table("files", columns, rows)
