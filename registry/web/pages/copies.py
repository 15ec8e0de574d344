# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Copies: lines that stood in another repository before they came into this one, with where and since when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from registry.custody.model import Repository
from registry.provenance.copies import Copy, by_source
from registry.provenance.snapshot import CommitFacts
from registry.web import addresses
from registry.web.language import gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.people import person_name
from registry.web.tables import Table


@dataclass(frozen=True)
class Found:
    """What a repository has from others, the commits and the repositories in it; private ones are left out."""

    copies: Sequence[Copy] = ()
    commits: Mapping[int, CommitFacts] = field(default_factory=dict)
    sources: Mapping[int, Repository] = field(default_factory=dict)


@dataclass(frozen=True)
class CopyView:
    """One file's lines: here since when and by whom; there since when, by whom, and under which path."""

    path: str
    href: str
    lines: int
    here_day: date | None
    here_name: str
    here_href: str
    here_commit: str
    source: str
    source_href: str
    there_path: str
    there_day: date | None
    there_name: str
    there_href: str
    there_commit: str
    family: bool


@dataclass(frozen=True)
class SourceRow:
    """All that came from one repository."""

    name: str
    href: str
    files: int
    lines: int
    first: date | None
    list_href: str
    family: bool


@dataclass(frozen=True)
class CopiesPage:
    """The list of them, of one source or all."""

    frame: Frame
    rows: tuple[CopyView, ...]


def source_rows(repository: Repository, found: Found) -> tuple[SourceRow, ...]:
    """Return the repositories that something came from; those with a shared history last."""
    base = addresses.repository(repository.id, repository.full_name)
    rows = [_source(source, some, found, base) for source, some in by_source(found.copies).items()]
    return tuple(sorted(rows, key=lambda row: row.family))


def copies_page(repository: Repository, found: Found, source: int | None) -> CopiesPage:
    """Return the list, of one source where one is asked for."""
    title = gettext("Stood elsewhere before")
    chosen = [one for one in found.copies if source is None or one.source == source]
    return CopiesPage(
        frame=Frame(title, _answer(chosen), way(steps_to(repository), Crumb(title)), lists=True),
        rows=copy_views(repository, found, chosen),
    )


def copy_views(repository: Repository, found: Found, chosen: Iterable[Copy]) -> tuple[CopyView, ...]:
    """Return the copies in words, the most lines first."""
    base = addresses.repository(repository.id, repository.full_name)
    return tuple(_view(one, found, base) for one in sorted(chosen, key=lambda one: (-one.lines, one.path)))


def copies_table(found: Found, source: int | None) -> Table:
    """Return them as a list to take along."""
    columns = (
        "path", "lines", "blob", "commit", "day", "name", "source_repository", "source_path", "source_commit",
        "source_day", "source_name", "shared_history",
    )  # fmt: skip
    rows = []
    for one in found.copies:
        if source is None or one.source == source:
            here, there = found.commits[one.commit], found.commits[one.source_commit]
            rows.append(
                (
                    shown_path(one.path), one.lines, one.blob.hex(), here.oid, _iso(here.day), person_name(here.author),
                    shown(found.sources[one.source].full_name), shown_path(one.source_path), there.oid,
                    _iso(there.day), person_name(there.author), one.family,
                )
            )  # fmt: skip
    return Table("copies", columns, rows)


def _view(one: Copy, found: Found, base: str) -> CopyView:
    here, there = found.commits[one.commit], found.commits[one.source_commit]
    source = found.sources[one.source]
    return CopyView(
        path=shown_path(one.path),
        href=f"{base}/file/{addresses.path(one.path)}",
        lines=one.lines,
        here_day=here.day,
        here_name=person_name(here.author),
        here_href=addresses.contributor(here.author.id),
        here_commit=here.oid[:10],
        source=shown(source.full_name),
        source_href=addresses.repository(source.id, source.full_name),
        there_path=shown_path(one.source_path),
        there_day=there.day,
        there_name=person_name(there.author),
        there_href=addresses.contributor(there.author.id),
        there_commit=there.oid[:10],
        family=one.family,
    )


def _source(source: int, some: Sequence[Copy], found: Found, base: str) -> SourceRow:
    there = found.sources[source]
    days = [day for one in some if (day := found.commits[one.source_commit].day)]
    return SourceRow(
        name=shown(there.full_name),
        href=addresses.repository(there.id, there.full_name),
        files=len({one.path for one in some}),
        lines=sum(one.lines for one in some),
        first=min(days, default=None),
        list_href=f"{base}/copies?source={source}",
        family=any(one.family for one in some),
    )


def _answer(chosen: Sequence[Copy]) -> str:
    if not chosen:
        return gettext("Nothing here is known to have stood in another repository of the register before.")
    return gettext(
        "%(lines)s in %(files)s stood, byte for byte, in another repository of the register before they came here.",
        lines=ngettext("%(count)s line", "%(count)s lines", sum(one.lines for one in chosen)),
        files=ngettext("%(count)s file", "%(count)s files", len({one.path for one in chosen})),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
