# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Deliveries: the changes that brought much at once, each with the signs by which it was recognised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from registry.custody.model import Repository
from registry.provenance.bulk import Bulk, Confidence, Kind
from registry.provenance.depth import Grade, grade
from registry.provenance.rules.bulk import SIGNS
from registry.provenance.snapshot import CommitFacts, Snapshot
from registry.web import addresses
from registry.web.charts import Bar
from registry.web.language import day, gettext, language, ngettext, number
from registry.web.masking import shown
from registry.web.pages.facts import provenance_bar
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.people import person_name
from registry.web.tables import Table


@dataclass(frozen=True)
class Delivery:
    """One change: who committed it, what it is taken for and on what signs, and what that means."""

    commit: str
    day: date | None
    name: str
    href: str
    subject: str
    kind: str
    confidence: str
    counts: str
    lines: int
    signs: tuple[str, ...]
    ruling: str


@dataclass(frozen=True)
class Brought:
    """The first of the deliveries in bulk; `said` leads to all of them, with their signs."""

    rows: tuple[Delivery, ...]
    said: str


@dataclass(frozen=True)
class DeliveriesPage:
    """All such changes of one repository: those that count, those that may, those that only reformatted."""

    frame: Frame
    bar: Bar | None
    counted: tuple[Delivery, ...]
    possible: tuple[Delivery, ...]
    reformatted: tuple[Delivery, ...]
    looked_through: str


def deliveries_page(
    repository: Repository, snapshot: Snapshot, commits: Mapping[str, CommitFacts]
) -> DeliveriesPage:
    """Return the page; `commits` by their ids."""
    title = gettext("Delivered in bulk")
    counted = [one for one in snapshot.bulk if one.delivers]
    formatted = [one for one in snapshot.bulk if one.kind is Kind.REFORMATTING]
    others = [one for one in snapshot.bulk if not one.delivers and one.kind is not Kind.REFORMATTING]
    return DeliveriesPage(
        frame=Frame(title, _answer(snapshot, counted), way(steps_to(repository), Crumb(title)), lists=True),
        bar=_bar(snapshot),
        counted=deliveries(counted, commits),
        possible=deliveries(others, commits),
        reformatted=deliveries(formatted, commits),
        looked_through=addresses.repository(repository.id, repository.full_name) + "/looked-through",
    )


def deliveries(found: Sequence[Bulk], commits: Mapping[str, CommitFacts]) -> tuple[Delivery, ...]:
    """Return the changes, those of which most lines still stand first."""
    told = [_delivery(one, commits[one.commit]) for one in found if one.commit in commits]
    return tuple(sorted(told, key=lambda one: -one.lines))


def brought(snapshot: Snapshot | None, commits: Mapping[str, CommitFacts], most: int) -> Brought:
    """Return the first of a repository's deliveries, for its own page."""
    found = snapshot.bulk if snapshot else ()
    counted = [one for one in found if one.delivers]
    rows = deliveries(counted, commits)[:most]
    if len(found) <= len(counted):
        said = ngettext(
            "The delivery with its signs", "All %(count)s deliveries with their signs", len(counted)
        )
        return Brought(rows, said)
    said = gettext(
        "All %(all)s changes that brought much at once, with their signs; %(counted)s count as deliveries",
        all=number(len(found)),
        counted=number(len(counted)),
    )
    return Brought(rows, said)


def deliveries_table(snapshot: Snapshot, commits: Mapping[str, CommitFacts]) -> Table:
    """Return them as a list to take along, a column for each sign."""
    names = tuple(SIGNS)
    columns = (
        "commit", "day", "contributor", "name", "subject", "kind", "rule", "confidence", "counts_as_bulk", "grade",
        "deliverer", "decided_by", "decided_on", "reason", *names,
    )  # fmt: skip
    rows = []
    for one in snapshot.bulk:
        facts, ruling = commits.get(one.commit), one.ruling
        rows.append(
            (
                one.commit, facts.day.isoformat() if facts and facts.day else None,
                facts.author.id if facts else None, person_name(facts.author) if facts else None,
                shown(facts.subject) if facts else None, str(one.kind), one.rule, str(one.confidence), one.delivers,
                str(grade(one)), shown(ruling.deliverer) if ruling else None, shown(ruling.by) if ruling else None,
                ruling.day.isoformat() if ruling else None, shown(ruling.reason) if ruling else None,
                *(one.signs.get(name) for name in names),
            )
        )  # fmt: skip
    return Table("deliveries", columns, rows)


def kind_name(kind: Kind) -> str:
    """Return what a change is taken for."""
    names = {
        Kind.INITIAL_IMPORT: gettext("Imported at once"),
        Kind.RELEASE_DUMP: gettext("A whole release at once"),
        Kind.VENDOR_DROP: gettext("Others' components at once"),
        Kind.REFORMATTING: gettext("Only reformatted"),
        Kind.INDIVIDUAL: gettext("Written by its author"),
    }
    return names[kind]


def _delivery(one: Bulk, facts: CommitFacts) -> Delivery:
    return Delivery(
        commit=one.commit,
        day=facts.day,
        name=person_name(facts.author),
        href=addresses.contributor(facts.author.id),
        subject=shown(facts.subject, 200),
        kind=kind_name(one.kind),
        confidence=_confidence(one),
        counts=_counts(one),
        lines=one.signs.get("lines_now", 0),
        signs=tuple(sign_words(one.signs)),
        ruling=_ruling(one),
    )


def sign_words(signs: Mapping[str, int]) -> list[str]:
    """Return each sign in a few words with its number; what is 0 is said only where that tells something."""
    said = []
    for name, words in SIGNS.items():
        text = words.da if language() == "da" else words.en
        count = signs.get(name)
        if count is None or (not count and name not in {"authors_before", "days", "own_lines"}):
            continue
        said.append(text.replace("{n}", number(count)))
    return said


def _confidence(one: Bulk) -> str:
    if one.ruling is not None:
        return gettext("decided by a person")
    names = {
        Confidence.SURE: gettext("clear signs"),
        Confidence.LIKELY: gettext("likely"),
        Confidence.POSSIBLE: gettext("possible; a person must judge"),
    }
    return names[one.confidence]


def _counts(one: Bulk) -> str:
    if one.kind is Kind.REFORMATTING:
        return gettext("Reformatting creates nothing; it is no delivery.")
    names = {
        Grade.INDIVIDUALLY: gettext("Counts as A: written change by change."),
        Grade.IN_BULK: gettext("Counts as B: delivered in bulk."),
        Grade.UNKNOWN: gettext("Counts as C: delivered in bulk, and no organisation is known behind it."),
    }
    return names[grade(one)]


def _ruling(one: Bulk) -> str:
    if one.ruling is None:
        return ""
    said = gettext(
        "Decided by %(by)s on %(day)s: %(reason)s",
        by=shown(one.ruling.by),
        day=day(one.ruling.day),
        reason=shown(one.ruling.reason),
    )
    if not one.ruling.deliverer:
        return said
    return said + " " + gettext("Delivered by: %(deliverer)s.", deliverer=shown(one.ruling.deliverer))


def _bar(snapshot: Snapshot) -> Bar | None:
    """Return the lines by grade, each grade leading to what it means."""
    bar = provenance_bar(snapshot)
    if bar is None:
        return None
    parts = tuple(replace(part, href=addresses.page("glossary") + part.href) for part in bar.parts)
    return replace(bar, parts=parts)


def _answer(snapshot: Snapshot, counted: Sequence[Bulk]) -> str:
    if not counted:
        return gettext(
            "No change shows clear signs of a delivery in bulk, as of %(day)s.", day=day(snapshot.read_at)
        )
    lines = snapshot.totals.in_bulk + snapshot.totals.delivered_by_nobody
    return gettext(
        "%(changes)s brought %(lines)s that stand today, as of %(day)s. They show who delivered the lines, not who "
        "wrote them.",
        changes=ngettext("%(count)s delivery in bulk", "%(count)s deliveries in bulk", len(counted)),
        lines=ngettext("%(count)s line", "%(count)s lines", lines),
        day=day(snapshot.read_at),
    )
