# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The licence history of a repository: when it changed, by which change and whom, and whose title stood behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from registry.custody.model import Repository
from registry.licences import words as licence_words
from registry.licences.history import Changed, Point, Said
from registry.licences.model import Note, Reason
from registry.pipeline.owned import Answers
from registry.provenance.snapshot import CommitFacts
from registry.web import addresses
from registry.web.language import day, gettext, language, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.people import person_name
from registry.web.pages.title_behind import title_behind
from registry.web.tables import Cell, Table

MOST_TITLES = 30
_MOST_SHOWN = 200


@dataclass(frozen=True)
class Lived:
    """What the stages know of a repository's licence history: points, the commits behind them, titles by day."""

    repository: Repository
    points: Sequence[Point]
    commits: Mapping[str, CommitFacts]
    titles: Mapping[date, Answers | None]

    def day_of(self, point: Point) -> date | None:
        """Return the day of the main line's commit."""
        return self.commits[point.commit].day if point.commit in self.commits else None


@dataclass(frozen=True)
class ChangeRow:
    """One file: what it said before and after."""

    path: str
    before: str
    after: str
    moved: str


@dataclass(frozen=True)
class PointRow:
    """One change of the licence: the day, the change, who made it, what followed, and the title of that day."""

    day: str
    commit: str
    href: str
    people: tuple[tuple[str, str], ...]
    subject: str
    licence: str
    documentation: str
    reason: str
    title: str
    changes: tuple[ChangeRow, ...]


@dataclass(frozen=True)
class HistoryPage:
    """The turns of the licence, newest first, then the files that changed without turning it."""

    frame: Frame
    base: str
    turns: tuple[PointRow, ...]
    others: tuple[PointRow, ...]
    cut: str


def history_page(known: Lived) -> HistoryPage:
    """Return the page."""
    repository = known.repository
    base = addresses.repository(repository.id, repository.full_name)
    title = gettext("Licence history")
    newest = [*reversed(known.points)]
    others = [one for one in newest if not one.turned]
    return HistoryPage(
        frame=Frame(title, _answer(known), way(steps_to(repository), Crumb(title)), lists=True),
        base=base,
        turns=tuple(_row(one, known, base) for one in newest if one.turned),
        others=tuple(_row(one, known, base) for one in others[:_MOST_SHOWN]),
        cut=gettext("Only the newest are shown; take the list along to see all.")
        if len(others) > _MOST_SHOWN
        else "",
    )


def history_table(known: Lived) -> Table:
    """Return every changed file as a list to take along, a row each."""
    columns = ("day", "commit", "written_by", "concluded", "documentation", "reason", "turned", "path", "moved_from",
               "before", "after")  # fmt: skip
    rows = [row for point in known.points for row in _cells(point, known)]
    return Table("licence-history", columns, rows)


def change_rows(changes: Sequence[Changed]) -> tuple[ChangeRow, ...]:
    """Return files with what they said before and after."""
    return tuple(
        ChangeRow(
            path=shown_path(one.path),
            before=_said(one.before),
            after=_said(one.after),
            moved=gettext("moved from %(path)s", path=shown_path(one.was)) if one.was else "",
        )
        for one in changes
    )


def _cells(point: Point, known: Lived) -> list[Sequence[Cell]]:
    written = "; ".join(name for name, _ in _people(point, known))
    day_then = known.day_of(point)
    return [
        (
            day_then.isoformat() if day_then else None,
            point.commit,
            written,
            point.concluded,
            point.documentation,
            point.reason.value,
            point.turned,
            shown_path(one.path),
            shown_path(one.was) if one.was else None,
            _plain(one.before),
            _plain(one.after),
        )
        for one in point.changes
    ]


def _answer(known: Lived) -> str:
    name = shown(known.repository.full_name)
    turns = [one for one in known.points if one.turned]
    if not turns:
        return gettext(
            "In the history of %(repository)s no file that states a licence by its name was found.",
            repository=name,
        )
    last = turns[-1]
    return gettext(
        "%(repository)s: %(turns)s. The last one was on %(day)s: %(licence)s.",
        repository=name,
        turns=ngettext(
            "the licence was set or changed %(count)s time",
            "the licence was set or changed %(count)s times",
            len(turns),
        ),
        day=day(known.day_of(last)) or gettext("an unknown day"),
        licence=_licence(last.concluded),
    )


def _row(point: Point, known: Lived, base: str) -> PointRow:
    day_then = known.day_of(point)
    writers = [known.commits[oid] for oid in point.commits if oid in known.commits]
    return PointRow(
        day=day(day_then) or gettext("an unknown day"),
        commit=point.commit[:10],
        href=f"{base}/licences/version?of={point.commit}",
        people=_people(point, known),
        subject=shown(writers[0].subject, 120) if writers else "",
        licence=_licence(point.concluded),
        documentation="" if point.documentation == point.concluded else _licence(point.documentation),
        reason="" if point.concluded else _why(point.reason),
        title=_title(known, day_then) if point.turned else "",
        changes=change_rows(point.changes),
    )


def _people(point: Point, known: Lived) -> tuple[tuple[str, str], ...]:
    """Whoever wrote the change; where a merge brought it, the authors of what was merged."""
    found = (known.commits[oid].author for oid in point.commits if oid in known.commits)
    return tuple(dict.fromkeys((person_name(one), addresses.contributor(one.id)) for one in found))


def _title(known: Lived, day_then: date | None) -> str:
    answers = known.titles.get(day_then) if day_then else None
    if answers is None or not answers.assessed:
        return gettext("not assessed")
    return title_behind(answers.in_short).sentence


def _licence(expression: str | None) -> str:
    return expression or gettext("no licence for certain")


def _why(reason: Reason) -> str:
    """Why no licence follows, in a word: the places are those beside it."""
    words = {Reason.CONTRADICT: gettext("Contradictory"), Reason.NONE: gettext("No licence found")}
    return words.get(reason) or gettext("Unclear")


def _said(said: Said | None) -> str:
    if said is None:
        return gettext("not there")
    words = [_statement(one.expression, one.notes) for one in said]
    return "; ".join(dict.fromkeys(filter(None, words))) or gettext("says nothing of a licence")


def _statement(expression: str | None, notes: Sequence[Note]) -> str:
    """An expression, or what was found instead of one; a link says nothing by itself."""
    if expression:
        return expression
    told = [
        licence_words.note(one, "en" if language() == "en" else "da") for one in notes if one is not Note.LINK
    ]
    return ", ".join(told)


def _plain(said: Said | None) -> str | None:
    if said is None:
        return None
    return " / ".join(dict.fromkeys(one.expression or ", ".join(one.notes) for one in said))
