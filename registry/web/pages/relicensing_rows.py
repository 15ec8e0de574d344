# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The rows of relicensing: outcomes, whose consent, what the licences say, the files, and those to rewrite."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from registry.licences.relicensing.model import OPEN, Step
from registry.pipeline.refusal import Refusal, Rewrite, Span
from registry.pipeline.relicensing import Asked, FilePassage, Outcome, Relicensing
from registry.text import path_bytes
from registry.web import addresses
from registry.web.language import gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages import words
from registry.web.pages.dates import Dates
from registry.web.pages.relicensing_words import (
    COLOURS,
    ICONS,
    effect_colour,
    effect_word,
    outcome_word,
)
from registry.web.pages.terms_columns import licence_address, said
from registry.web.tables import Cell

_MOST_SPANS = 12


@dataclass(frozen=True)
class OutcomeRow:
    """What becomes of so many files."""

    word: str
    colour: str
    icon: str
    href: str
    files: int
    lines: int


@dataclass(frozen=True)
class PartyRow:
    """Somebody who must agree; `href` shows what a refusal costs."""

    name: str
    href: str
    files: int
    lines: int


@dataclass(frozen=True)
class RuleRow:
    """What one licence says of the way, with its clauses and its source."""

    licence: str
    licence_href: str
    target: str
    word: str
    colour: str
    icon: str
    why: str
    clauses: tuple[tuple[str, str], ...]
    source: str
    source_href: str
    files: int


@dataclass(frozen=True)
class FileRow:
    """One file."""

    path: str
    href: str
    licence: str
    work_type: str
    word: str
    whose: str
    notes: tuple[str, ...]
    lines: int


@dataclass(frozen=True)
class RewriteRow:
    """One file to rewrite."""

    path: str
    href: str
    lines: int
    of: int
    spans: str


def query(target: str, refuses: str = "", outcome: Outcome | None = None) -> str:
    """Return what an address asks for."""
    asked = {"to": target, "refuses": refuses, "outcome": outcome.value if outcome else ""}
    return urlencode({name: value for name, value in asked.items() if value})


def outcome_rows(found: Relicensing, dates: Dates, here: str) -> tuple[OutcomeRow, ...]:
    """Return what becomes of the files, each row with a link to its files."""
    return tuple(
        OutcomeRow(
            word=outcome_word(outcome),
            colour=COLOURS[outcome],
            icon=ICONS[COLOURS[outcome]],
            href=dates.keep(f"{here}?{query(found.target, outcome=outcome)}") + "#files",
            files=files,
            lines=lines,
        )
        for outcome, (files, lines) in found.counted().items()
    )


def party_row(one: Asked, target: str, dates: Dates, here: str) -> PartyRow:
    """Return somebody who must agree."""
    href = dates.keep(f"{here}?{query(target, one.id)}") + "#refusal"
    return PartyRow(shown(one.name, 120), href, one.files, one.lines)


def rule_rows(files: tuple[FilePassage, ...]) -> tuple[RuleRow, ...]:
    """Return what each licence says, that of the most files first."""
    counts = Counter[Step](step for one in files for step in one.passage.steps)
    return tuple(_rule(step, count) for step, count in counts.most_common())


def file_row(one: FilePassage, names: dict[str, str], dates: Dates, base: str) -> FileRow:
    """Return one file; `names` are those of whom it asks."""
    path = path_bytes(one.path)
    whose = [shown(names[party], 80) for party in sorted(one.of, key=lambda party: -one.of[party])]
    whose += [gettext("nobody who is known")] if one.unknown else []
    return FileRow(
        path=shown_path(path),
        href=dates.keep(f"{base}/why/{addresses.path(path)}"),
        licence=gettext("none concluded") if one.passage.inbound == "NONE" else one.passage.inbound,
        work_type=words.work_type(one.work_type),
        word=outcome_word(one.outcome),
        whose="; ".join(whose),
        notes=_notes(one),
        lines=one.lines,
    )


def rewrite_row(one: Rewrite, dates: Dates, base: str) -> RewriteRow:
    """Return one file to rewrite, with its lines."""
    path = path_bytes(one.path)
    first = f"?lines={one.spans[0][0]}-{one.spans[0][1]}" if one.spans else ""
    return RewriteRow(
        path=shown_path(path),
        href=dates.keep(f"{base}/why/{addresses.path(path)}{first}"),
        lines=one.lines,
        of=one.of,
        spans=_spans(one.spans) if one.spans else gettext("the whole file"),
    )


def refusal_notes(one: Refusal) -> tuple[str, ...]:
    """Return what must be known beside the list."""
    notes = [
        gettext(
            "A rewrite must be independent work: what adapts the old lines needs the same consent (Copyright "
            "Act ss. 4-5). Lines that were replaced before leave no trace here."
        )
    ]
    if one.left:
        notes.append(
            ngettext(
                "In %(count)s of these files somebody else must agree, too.",
                "In %(count)s of these files somebody else must agree, too.",
                one.left,
            )
        )
    if one.unclear:
        notes.append(
            ngettext(
                "%(count)s further file holds lines of nobody who is known: whether they are theirs cannot be told.",
                "%(count)s further files hold lines of nobody who is known: whether they are theirs cannot be told.",
                one.unclear,
            )
        )
    return tuple(notes)


def cells(one: FilePassage) -> tuple[Cell, ...]:
    """Return one file for a list to take along."""
    return (
        shown_path(path_bytes(one.path)),
        str(one.part),
        str(one.work_type),
        one.passage.inbound,
        one.passage.target,
        str(one.passage.effect),
        " ".join(step.rule for step in one.passage.steps),
        "; ".join(said(clause.name) for step in one.passage.steps for clause in step.clauses),
        str(one.outcome),
        one.lines,
        " ".join(f"{shown(party, 80)}:{lines}" for party, lines in sorted(one.of.items())),
        one.unknown,
        " ".join(one.limits),
        one.depends_on,
        one.assumed,
    )


def _rule(step: Step, count: int) -> RuleRow:
    colour = effect_colour(step.effect)
    origin = step.origin
    known = step.clauses or step.effect in OPEN
    return RuleRow(
        licence=gettext("none concluded") if step.inbound == "NONE" else shown(step.inbound),
        licence_href=licence_address(step.inbound) if known else "",
        target=step.target,
        word=effect_word(step.effect),
        colour=colour,
        icon=ICONS[colour],
        why=said(step.why),
        clauses=tuple((said(clause.name), clause.opening) for clause in step.clauses),
        source=", ".join(filter(None, (said(origin.name), origin.day))) if origin else "",
        source_href=origin.url if origin else "",
        files=count,
    )


def _notes(one: FilePassage) -> tuple[str, ...]:
    notes = []
    if one.assumed:
        notes.append(gettext("No paper shows that those who hold it gave it under that licence."))
    if one.limits:
        notes.append(
            gettext(
                "Title was given without the right to change the licence: %(papers)s.",
                papers=shown(", ".join(one.limits), 200),
            )
        )
    if one.depends_on:
        notes.append(gettext("The association's lines stand upon lines that others hold."))
    return tuple(notes)


def _spans(spans: tuple[Span, ...]) -> str:
    told = [str(first) if first == last else f"{first}-{last}" for first, last in spans[:_MOST_SPANS]]
    return ", ".join(told) + ("…" if len(spans) > _MOST_SPANS else "")
