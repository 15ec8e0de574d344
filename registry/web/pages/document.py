# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A document on its page: its versions with their sizes, and its text paragraph by paragraph, marked as derived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from registry.provenance.document import Document, DocumentText
from registry.provenance.document import Version as Kept
from registry.provenance.extracting import Problem
from registry.provenance.snapshot import CommitFacts
from registry.web import addresses
from registry.web.language import gettext, ngettext, number
from registry.web.masking import shown
from registry.web.pages.lines import A_PAGE, Run, Span, runs_of
from registry.web.pages.people import person_name

_LONGEST_PARAGRAPH = 4000
_KILO = 1024


@dataclass(frozen=True)
class Version:
    """A change that wrote a file without lines; `size` and `change` in words, empty where nobody knows."""

    name: str
    href: str
    day: date | None
    subject: str
    commit: str
    size: str = ""
    change: str = ""


@dataclass(frozen=True)
class DerivedText:
    """The text of a document: its runs, what is to be known of them, and why the text itself is not shown."""

    runs: tuple[Run, ...]
    notes: tuple[str, ...]
    hidden: str


def version_views(
    numbers: Sequence[int], document: Document | None, commits: Mapping[int, CommitFacts]
) -> tuple[Version, ...]:
    """Return the versions of a file, the newest first."""
    kept = document.versions if document else ()
    if not kept:
        return tuple(_version(commits[one]) for one in reversed(numbers) if one in commits)
    views = []
    before: Kept | None = None
    for one in kept:
        if one.commit in commits:
            views.append(_version(commits[one.commit], size_words(one.size), _change(before, one)))
        before = one
    return tuple(reversed(views))


def derived_text(
    document: Document | None, text: DocumentText | None, commits: Mapping[int, CommitFacts], hidden: str
) -> DerivedText | None:
    """Return the text to be shown; None for a file that text cannot be taken out of."""
    if text is None or document is None:
        return None
    if text.problem is not None:
        return DerivedText((), (), why_no_text(text.problem))
    texts = None if hidden else [shown(one, _LONGEST_PARAGRAPH) for one in text.paragraphs]
    runs = runs_of(document.pairs, commits, texts, Span(1, A_PAGE), None)
    return DerivedText(runs, tuple(_notes(document, text)), hidden)


def size_words(size: int | None) -> str:
    """Return a size for reading: bytes, kilobytes or megabytes."""
    if size is None:
        return gettext("not at hand")
    if size < _KILO:
        return ngettext("%(count)s byte", "%(count)s bytes", size)
    if size < _KILO * _KILO:
        return f"{number(round(size / _KILO, 1))} kB"
    return f"{number(round(size / _KILO / _KILO, 1))} MB"


def why_no_text(problem: Problem) -> str:
    """Return in a sentence why no text was taken out of a document."""
    sentences = {
        Problem.ENCRYPTED: gettext("No text was taken out: the document is locked with a password."),
        Problem.TOO_MUCH: gettext(
            "No text was taken out: the document unfolds to more than any manual holds."
        ),
        Problem.UNREADABLE: gettext(
            "No text was taken out: the document is damaged, or no document of its kind."
        ),
        Problem.NO_TEXT: gettext("The document holds no text; it may consist of pictures."),
        Problem.TOO_LONG: gettext("No text was taken out: it took longer than a minute."),
        Problem.TOO_LARGE: gettext("No text was taken out: the file is larger than 20 MB."),
        Problem.ABSENT: gettext(
            "No text was taken out: the bytes are not at hand in the register's own copy."
        ),
        Problem.CPR: gettext("The text is not kept: it seems to hold a civil registration number (CPR)."),
    }
    return sentences[problem]


def _notes(document: Document, text: DocumentText) -> list[str]:
    notes = []
    if document.unread:
        notes.append(
            ngettext(
                "%(count)s earlier version gave no text, so a paragraph may be older than it is told.",
                "%(count)s earlier versions gave no text, so a paragraph may be older than it is told.",
                document.unread,
            )
        )
    if len(text.paragraphs) > A_PAGE:
        notes.append(
            gettext(
                "The first %(some)s of %(all)s paragraphs are shown.",
                some=number(A_PAGE),
                all=number(len(text.paragraphs)),
            )
        )
    return notes


def _change(before: Kept | None, now: Kept) -> str:
    if before is None:
        return gettext("first version")
    if before.size is None or now.size is None:
        return ""
    grown = now.size - before.size
    if before.blob == now.blob:
        return gettext("same content")
    if not grown:
        return gettext("same size, other content")
    return (
        gettext("%(size)s larger", size=size_words(grown))
        if grown > 0
        else gettext("%(size)s smaller", size=size_words(-grown))
    )


def _version(commit: CommitFacts, size: str = "", change: str = "") -> Version:
    return Version(
        name=person_name(commit.author),
        href=addresses.contributor(commit.author.id),
        day=commit.day,
        subject=shown(commit.subject, 200),
        commit=commit.oid,
        size=size,
        change=change,
    )
