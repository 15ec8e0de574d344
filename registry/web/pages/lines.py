# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Lines: a file's text as the public may see it, run by run, each run with the change that wrote it."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from registry.provenance import cpr
from registry.provenance.runs import NOBODY, Pair
from registry.provenance.snapshot import CommitFacts
from registry.text import mask_addresses, visible
from registry.web import addresses
from registry.web.language import gettext, short_day
from registry.web.masking import shown
from registry.web.pages.people import domain_name, person_name
from registry.web.pages.title_lines import Titled

A_PAGE = 2500  # a page of 5,000 lines by many hands took longer than a tenth of a second
_LONGEST_LINE = 2000
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True)
class Span:
    """A range of lines, from 1, both ends in it."""

    first: int
    last: int


@dataclass(frozen=True)
class Written:
    """The change that wrote a run, in the words of the page: made once, however many runs it wrote."""

    name: str
    href: str
    domain: str
    with_others: str
    day: str
    subject: str
    commit: str


@dataclass(frozen=True)
class Run:
    """Neighbouring lines that one change wrote; `lines` are (number, text), marked ones named in `marked`.

    `title` is None where nothing is assessed.
    """

    id: str
    first: int
    last: int
    by: Written
    lines: Sequence[tuple[int, str]]
    marked: bool
    title: Titled | None


def readable_lines(body: bytes) -> list[str]:
    """Return the lines of a text: addresses masked, control signs made visible, overlong lines cut."""
    text = mask_addresses(decoded(body), gettext("[address masked]"))
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    if (
        text.replace("\n", "").replace("\t", "").isprintable()
        and len(max(lines, key=len, default="")) <= _LONGEST_LINE
    ):
        return lines
    return [_readable(line) for line in lines]


def decoded(body: bytes) -> str:
    """Return the text of bytes: by their mark, else UTF-8, else Latin-1, which takes any bytes."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("latin-1")


def holds_cpr(body: bytes) -> bool:
    """Return whether a text seems to hold a civil registration number: it is then hidden."""
    return cpr.count(body) > 0


def runs_of(
    pairs: Sequence[Pair],
    commits: Mapping[int, CommitFacts],
    texts: Sequence[str] | None,
    page: Span,
    marked: Span | None,
    titles: Sequence[Titled | None] | None = None,
) -> tuple[Run, ...]:
    """Return the runs of one page, `titles` beside them; a run that crosses the page's edge is cut there."""
    runs = []
    first = 1
    by = {number: _written(commit) for number, commit in commits.items()} | {NOBODY: _unknown()}
    for (count, number), title in zip(pairs, titles or repeat(None), strict=titles is not None):
        last = first + count - 1
        inside = Span(max(first, page.first), min(last, page.last))
        if inside.first <= inside.last:
            runs.append(_run(inside, by[number], texts, marked, title))
        first = last + 1
    return tuple(runs)


def _run(
    inside: Span, by: Written, texts: Sequence[str] | None, marked: Span | None, title: Titled | None
) -> Run:
    numbers = range(inside.first, inside.last + 1)
    return Run(
        id=f"L{inside.first}-L{inside.last}" if inside.first < inside.last else "",
        first=inside.first,
        last=inside.last,
        by=by,
        lines=[(n, texts[n - 1] if n <= len(texts) else "") for n in numbers] if texts is not None else (),
        marked=marked is not None and inside.first <= marked.last and marked.first <= inside.last,
        title=title,
    )


def _written(commit: CommitFacts) -> Written:
    return Written(
        name=person_name(commit.author),
        href=addresses.contributor(commit.author.id),
        domain=domain_name(commit.author.domain),
        with_others=", ".join(person_name(one) for one in commit.co_authors[:5]),
        day=short_day(commit.day),
        subject=shown(commit.subject, 200),
        commit=commit.oid[:8],
    )


def _unknown() -> Written:
    """What stands beside lines whose origin cannot be read: an older version of the file is absent."""
    why = gettext("an older version of the file that these lines come from is not at hand")
    return Written(gettext("Not attributable"), "", "", "", "", why, "")


def _readable(line: str) -> str:
    line = line.removesuffix("\r")
    return "\t".join(visible(piece, _LONGEST_LINE) for piece in line[:_LONGEST_LINE].split("\t")) + (
        "…" if len(line) > _LONGEST_LINE else ""
    )
