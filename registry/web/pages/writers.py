# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The writers of one file: who wrote how much of it, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from registry.custody.model import Repository
from registry.licences.model import Conclusion
from registry.provenance.document import Document, DocumentText
from registry.provenance.runs import NOBODY
from registry.provenance.snapshot import CommitFacts, File, Snapshot
from registry.web import addresses
from registry.web.charts import Bar, Part, bar
from registry.web.language import gettext, ngettext, percent
from registry.web.masking import shown
from registry.web.pages import words
from registry.web.pages.copies import Found
from registry.web.pages.files import why_left_out
from registry.web.pages.methods import Said
from registry.web.pages.people import person_name
from registry.web.tables import Table


@dataclass(frozen=True)
class Read:
    """What the stages know of one file; `body` is None where its bytes are not at hand."""

    repository: Repository
    snapshot: Snapshot
    file: File
    commits: Mapping[int, CommitFacts]
    conclusion: Conclusion | None
    body: bytes | None
    copied: Found = field(default_factory=Found)
    document: Document | None = None
    text: DocumentText | None = None
    said: Said = field(default_factory=Said)


def file_table(read: Read) -> Table:
    """Return the runs as a list to take along; no text."""
    columns = ("first_line", "last_line", "commit", "day", "contributor", "name", "mail_domain", "subject")
    rows = []
    first = 1
    for count, number in read.file.pairs:
        one = read.commits.get(number)
        written = _written(one) if one else (None,) * 6
        rows.append((first, first + count - 1, *written))
        first += count
    return Table("lines", columns, rows)


def _written(one: CommitFacts) -> tuple[str | int | None, ...]:
    written = one.day.isoformat() if one.day else None
    author = one.author
    return one.oid, written, author.id, person_name(author), shown(author.domain), shown(one.subject)


def lines_by_author(read: Read) -> Counter[tuple[int, str]]:
    """Return how many lines each identity wrote of the file."""
    by_commit: Counter[int] = Counter()
    for count, number in read.file.pairs:
        by_commit[number] += count
    found: Counter[tuple[int, str]] = Counter()
    for number, count in by_commit.items():
        if number != NOBODY:
            author = read.commits[number].author
            found[author.id, person_name(author)] += count
    return found


def writers(read: Read) -> Bar:
    """Return the lines of the file by contributor, the five with most of them apart."""
    counted = lines_by_author(read).most_common()
    parts = [
        Part(name, lines, f"tone-{place}", addresses.contributor(number))
        for place, ((number, name), lines) in enumerate(counted[:5], start=1)
    ]
    rest = sum(lines for _, lines in counted[5:])
    if rest:
        parts.append(Part(gettext("Others"), rest, "tone-6"))
    return bar(gettext("Lines of this file by contributor"), parts)


def answer(read: Read) -> str:
    """Return in a sentence who wrote the file."""
    if read.file.skip is not None:
        return _without_lines(read.file)
    authors = lines_by_author(read)
    if not authors:
        return gettext(
            "No line of this file can be attributed: the versions that it comes from are not at hand."
        )
    (_, name), most = authors.most_common(1)[0]
    changes = {number for _, number in read.file.pairs} - {NOBODY}
    days = [one for number in changes if (one := read.commits[number].day)]
    written = gettext(
        "%(lines)s by %(people)s in %(changes)s, %(period)s.",
        lines=ngettext("%(count)s line", "%(count)s lines", read.file.lines),
        people=ngettext("%(count)s contributor", "%(count)s contributors", len(authors)),
        changes=ngettext("%(count)s change", "%(count)s changes", len(changes)),
        period=words.period(min(days, default=None), max(days, default=None)),
    )
    share = percent(most / read.file.lines)
    if len(authors) == 1:
        return f"{written} " + gettext("All of them by %(name)s.", name=name)
    return f"{written} " + gettext("Most of them, %(share)s, by %(name)s.", share=share, name=name)


def _without_lines(file: File) -> str:
    why = why_left_out(file)
    if not file.versions:
        return gettext("No line of this file is attributed to anybody. %(why)s.", why=why)
    versions = ngettext("%(count)s change", "%(count)s changes", len(file.versions))
    return gettext(
        "No line of this file is attributed to anybody. %(why)s. It was written by %(versions)s.",
        why=why,
        versions=versions,
    )
