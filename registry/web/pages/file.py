# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A file: who wrote each line of it, and when; the text itself only where a licence lets the public read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from registry.pipeline.behind import Stretch
from registry.provenance.model import Origin
from registry.provenance.snapshot import BLAMED, File, Snapshot
from registry.web import addresses
from registry.web.charts import Bar
from registry.web.language import day, gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages import words
from registry.web.pages.copies import CopyView, copy_views
from registry.web.pages.dates import Dates
from registry.web.pages.document import DerivedText, Version, derived_text, version_views
from registry.web.pages.file_hidden import why_derived_hidden, why_hidden
from registry.web.pages.file_licence import file_licence
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.lines import A_PAGE, Run, Span, readable_lines, runs_of
from registry.web.pages.methods import MOST, OtherwiseRow, otherwise_rows
from registry.web.pages.moments import PastView
from registry.web.pages.origins import source_address, steps_to
from registry.web.pages.title_lines import LinesTitle, lines_title
from registry.web.pages.tree import folder_steps
from registry.web.pages.writers import Read, answer, writers


@dataclass(frozen=True)
class Look:
    """What of a file the address asks for: which page, which lines marked, at which change; `at` is a past moment."""

    page: int = 1
    marked: Span | None = None
    revision: str = ""
    at: PastView | None = None


@dataclass(frozen=True)
class Owned:
    """What stands behind the lines by the acts and the knowledge of two days; None where nothing is assessed."""

    dates: Dates
    behind: Sequence[Stretch] | None


@dataclass(frozen=True)
class PageLink:
    """A page of a long file."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True)
class Lines:
    """The lines of one page of the file, by runs; `why` leads to what is behind a run, where that is told."""

    runs: tuple[Run, ...]
    pages: tuple[PageLink, ...]
    permalink: str
    why: str
    title: LinesTitle | None


@dataclass(frozen=True)
class FilePage:
    """One page of a file."""

    frame: Frame
    lines: Lines
    source: str
    hidden: str
    moved: str
    moved_href: str
    writers: Bar
    versions: tuple[Version, ...]
    derived: DerivedText | None
    details: tuple[tuple[str, str], ...]
    copied: tuple[CopyView, ...]
    otherwise: tuple[OtherwiseRow, ...]
    otherwise_said: str
    dates: Dates
    asked: Mapping[str, str]
    title_href: str
    past: PastView | None
    now: str


def file_page(read: Read, look: Look, owned: Owned) -> FilePage:
    """Return one page of a file."""
    file, dates = read.file, owned.dates
    base = addresses.repository(read.repository.id, read.repository.full_name)
    now, number = f"{base}/file/{addresses.path(file.path)}", _page_number(look, file)
    hidden = why_hidden(read)
    otherwise = otherwise_rows(file, read.said, read.commits)
    return FilePage(
        frame=_frame(read, base),
        lines=_lines(read, look, owned, None if hidden else read.body),
        source=_source(read),
        hidden=hidden,
        moved=_moved(look, read.snapshot),
        moved_href=f"{now}?at={look.revision}",
        writers=writers(read),
        versions=version_views(file.versions, read.document, read.commits),
        derived=derived_text(read.document, read.text, read.commits, why_derived_hidden(read)),
        details=_details(read),
        copied=copy_views(read.repository, read.copied, read.copied.copies),
        otherwise=otherwise[:MOST],
        otherwise_said=_otherwise_said(otherwise),
        dates=dates,
        asked={"rev": read.snapshot.commit} | ({"page": str(number)} if number > 1 else {}),
        title_href=dates.keep(f"{base}/title"),
        past=look.at,
        now=now,
    )


def _lines(read: Read, look: Look, owned: Owned, body: bytes | None) -> Lines:
    file, number, here = read.file, _page_number(look, read.file), _asked(look, read.snapshot)
    page = Span((number - 1) * A_PAGE + 1, min(number * A_PAGE, file.lines))
    title = lines_title(owned.behind, file.pairs)
    pairs, titles = (title.pairs, title.titles) if title else (file.pairs, None)
    texts = None if body is None else readable_lines(body)
    base = addresses.repository(read.repository.id, read.repository.full_name)
    path = addresses.path(file.path)
    return Lines(
        runs=runs_of(pairs, read.commits, texts, page, look.marked, titles),
        pages=_page_links(owned.dates.keep(f"{base}/file/{path}{here}"), number, _pages(file)),
        # relative to this very page: with thousands of lines on it, its path would be most of what is sent
        permalink=owned.dates.keep(here + (f"&page={number}" if number > 1 else "")),
        why="" if look.at else f"{base}/why/{path}",
        title=title,
    )


def _otherwise_said(rows: Sequence[OtherwiseRow]) -> str:
    lines = {line for row in rows for line in range(row.first, row.last + 1)}
    said = gettext(
        "Of %(lines)s another method names another change than the last one.",
        lines=ngettext("%(count)s line", "%(count)s lines", len(lines)),
    )
    if len(rows) <= MOST:
        return said
    return f"{said} " + gettext("The first %(count)s stretches are listed.", count=MOST)


def _asked(look: Look, snapshot: Snapshot) -> str:
    """Return what leads to these very lines again: the change that they stood at."""
    return f"?at={snapshot.commit}" if look.at else f"?rev={snapshot.commit}"


def _pages(file: File) -> int:
    return max(1, -(-file.lines // A_PAGE))


def _page_number(look: Look, file: File) -> int:
    wanted = -(-look.marked.first // A_PAGE) if look.marked else look.page
    return min(max(wanted, 1), _pages(file))


def _source(read: Read) -> str:
    url = source_address(read.repository)
    return f"{url}/blob/{read.snapshot.commit}/{addresses.path(read.file.path)}" if url else ""


def _moved(look: Look, snapshot: Snapshot) -> str:
    if not look.revision or snapshot.commit.startswith(look.revision.lower()):
        return ""
    return gettext(
        "The link that you followed names the change %(asked)s. The register now holds the change "
        "%(held)s, read on %(day)s; "
        "lines may have moved since.",
        asked=look.revision[:10],
        held=snapshot.commit[:10],
        day=day(snapshot.read_at),
    )


def _frame(read: Read, base: str) -> Frame:
    path = read.file.path
    files = Crumb(gettext("Files"), f"{base}/tree/")
    return Frame(
        title=shown_path(path.rsplit(b"/", 1)[-1]),
        answer=answer(read),
        crumbs=way(steps_to(read.repository), files, *folder_steps(base, path)),
        lists=True,
    )


def _page_links(here: str, current: int, pages: int) -> tuple[PageLink, ...]:
    if pages == 1:
        return ()
    return tuple(
        PageLink(
            gettext("Lines from %(first)s", first=(number - 1) * A_PAGE + 1),
            f"{here}&page={number}",
            number == current,
        )
        for number in range(1, pages + 1)
    )


def _details(read: Read) -> tuple[tuple[str, str], ...]:
    file = read.file
    licence = file_licence(file.path, read.conclusion, foreign=file.origin == Origin.THIRD_PARTY)
    rows = (
        (gettext("Path"), shown_path(file.path)),
        (
            gettext("Work type"),
            _with_reason(words.work_type(file.work_type), words.why(file.work_type_reason)),
        ),
        (gettext("Origin"), _with_reason(words.origin(file.origin), words.why(file.origin_reason))),
        (gettext("Licence of the file"), licence),
        (gettext("Changes that are looked through"), _not_through(file)),
        (gettext("Digest in git (blob)"), file.blob),
    )
    return tuple((name, value) for name, value in rows if value)


def _not_through(file: File) -> str:
    if file.detail != BLAMED:
        return ""
    return gettext(
        "none in this file: its history could not be followed, and git blame told who changed each line last"
    )


def _with_reason(name: str, reason: str) -> str:
    return f"{name}: {shown(reason)}" if reason else name
