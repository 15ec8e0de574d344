# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Changes that are looked through: by the register's list, and those that the repository's own list names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from registry.custody.model import Repository
from registry.pipeline.looked_through import Effect, Listed, Lists, OwnListed
from registry.provenance.snapshot import CommitFacts, Snapshot
from registry.web import addresses
from registry.web.language import day, gettext
from registry.web.masking import shown, shown_path
from registry.web.pages import looked_through_words as words
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.people import person_name
from registry.web.tables import Cell, Table


@dataclass(frozen=True)
class Change:
    """A change as it is named on the page; nothing but its id where it is not of the history."""

    commit: str
    day: date | None = None
    subject: str = ""
    name: str = ""
    href: str = ""


@dataclass(frozen=True)
class FileRow:
    """A file and how many of its lines a change hands on."""

    path: str
    href: str
    lines: int


@dataclass(frozen=True)
class ListedRow:
    """A change on the register's list, the lines that it hands on and keeps, and who decided so."""

    change: Change
    handed_on: int
    stay: int
    decided: str
    acts: str


@dataclass(frozen=True)
class OwnRow:
    """A line of the repository's own list and what became of it."""

    line: int
    said: str
    standing: str
    change: Change | None
    handed_on: int
    stay: int


@dataclass(frozen=True)
class LookedThroughPage:
    """Both lists. `own` says in a sentence what the repository's own list is."""

    frame: Frame
    base: str
    listed: tuple[ListedRow, ...]
    ended: str
    not_in: str
    blamed: tuple[FileRow, ...]
    own: str
    own_href: str
    rows: tuple[OwnRow, ...]
    own_acts: str
    log: str
    chosen: str
    files: tuple[FileRow, ...]


def looked_through_page(
    repository: Repository, snapshot: Snapshot, found: Lists, asked: str = ""
) -> LookedThroughPage:
    """Return the page; the change whose id begins as `asked` is told file by file."""
    base = addresses.repository(repository.id, repository.full_name)
    frame, own = _frame(repository, words.answer(snapshot, found)), found.own
    return LookedThroughPage(
        frame=frame,
        base=base,
        listed=tuple(map(_listed, found.listed)),
        ended=words.ended(found),
        not_in=words.not_in(found),
        blamed=tuple(_row(base, path, lines) for path, lines in found.not_in),
        own=words.own_list(own),
        own_href=f"{base}/file/.git-blame-ignore-revs" if own else "",
        rows=tuple(map(_own_row, found.own_listed)),
        own_acts=words.own_acts(found) if own and own.known else "",
        log=frame.log,
        chosen=shown(asked, 10),
        files=tuple(_files(found, asked, base)) if asked else (),
    )


def _frame(repository: Repository, answer: str) -> Frame:
    title = gettext("Changes that are looked through")
    log = addresses.log_about(f"repository/{repository.id}")
    return Frame(title, answer, way(steps_to(repository), Crumb(title)), lists=True, log=log)


def _row(base: str, path: bytes, lines: int, part: str = "") -> FileRow:
    return FileRow(shown_path(path), f"{base}/file/{addresses.path(path)}{part}", lines)


def _files(found: Lists, asked: str, base: str) -> Iterator[FileRow]:
    effects = {one.decision.commit: one.effect for one in found.listed}
    for one in found.own_listed:
        effects.setdefault(one.revision.commit, one.effect)
    for commit, effect in effects.items():
        if commit and commit.startswith(asked.lower()):
            for path, lines in sorted(effect.files.items(), key=lambda file: (-file[1], file[0])):
                yield _row(base, path, lines, "#methods")


def looked_through_table(found: Lists) -> Table:
    """Return both lists as one to take along."""
    columns = (
        "list", "line", "says", "standing", "commit", "day", "subject", "lines_handed_on", "lines_that_stay",
        "acts", "decided_by", "decided_on", "reason",
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            "register", None, None, None, one.decision.commit, *_cells(one.effect), one.acts,
            shown(one.decision.by), one.decision.day.isoformat(), shown(one.decision.reason),
        )
        for one in found.listed
    ]  # fmt: skip
    rows += [
        (
            "repository", one.revision.line, shown(one.revision.said), str(one.revision.standing),
            one.revision.commit or None, *_cells(one.effect), None, None, None, None,
        )
        for one in found.own_listed
    ]  # fmt: skip
    return Table("looked-through", columns, rows)


def _cells(effect: Effect) -> tuple[Cell, ...]:
    facts = effect.facts
    written = facts.day.isoformat() if facts and facts.day else None
    return written, shown(facts.subject) if facts else None, effect.handed_on, effect.stay


def _listed(one: Listed) -> ListedRow:
    return ListedRow(
        change=_change(one.decision.commit, one.effect.facts),
        handed_on=one.effect.handed_on,
        stay=one.effect.stay,
        decided=gettext(
            "Decided by %(by)s on %(day)s: %(reason)s",
            by=shown(one.decision.by),
            day=day(one.decision.day),
            reason=shown(one.decision.reason),
        ),
        acts="" if one.acts else gettext("Recorded after the last reading: it acts at the next one."),
    )


def _own_row(one: OwnListed) -> OwnRow:
    commit = one.revision.commit
    return OwnRow(
        line=one.revision.line,
        said=shown(one.revision.said, 80),
        standing=words.standing(one.revision.standing),
        change=_change(commit, one.effect.facts) if commit else None,
        handed_on=one.effect.handed_on,
        stay=one.effect.stay,
    )


def _change(commit: str, facts: CommitFacts | None) -> Change:
    if facts is None:
        return Change(commit[:10])
    author = facts.author
    return Change(
        commit[:10],
        facts.day,
        shown(facts.subject, 200),
        person_name(author),
        addresses.contributor(author.id),
    )
