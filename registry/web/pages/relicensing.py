# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Relicensing: whose consent another licence takes for a repository, by which clauses, and what a refusal costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.licences.relicensing.model import Effect
from registry.licences.terms.model import NO_LICENCE
from registry.licences.terms.reading import every_licence
from registry.pipeline.refusal import Refusal
from registry.pipeline.relicensing import Asked, Outcome, Relicensing
from registry.web import addresses
from registry.web.language import day, gettext, ngettext, number
from registry.web.masking import shown
from registry.web.pages.dates import Dates
from registry.web.pages.filters import Option, options
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.relicensing_rows import (
    FileRow,
    OutcomeRow,
    PartyRow,
    RewriteRow,
    RuleRow,
    cells,
    file_row,
    outcome_rows,
    party_row,
    refusal_notes,
    rewrite_row,
    rule_rows,
)
from registry.web.pages.relicensing_words import outcome_word
from registry.web.pages.terms_columns import licence_address
from registry.web.tables import Table

MOST_FILES, MOST_PARTIES = 200, 50
_FREE_OF_CONSENT = (Outcome.SAME, Outcome.FREE, Outcome.OWN, Outcome.LICENCE)


@dataclass(frozen=True)
class Asking:
    """What the address asks for: the licence to go to ("" until one is chosen), who refuses, which outcome."""

    target: str = ""
    refuses: str = ""
    outcome: Outcome | None = None


@dataclass(frozen=True)
class RefusalView:
    """What a refusal costs."""

    sentence: str
    rows: tuple[RewriteRow, ...]
    cut: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class RelicensingPage:
    """Everything on the page; without a chosen licence only the question."""

    frame: Frame
    dates: Dates
    targets: tuple[Option, ...]
    target: str
    target_href: str
    refusing: tuple[Option, ...]
    assessed: bool
    outcomes: tuple[OutcomeRow, ...] = ()
    parties: tuple[PartyRow, ...] = ()
    more_parties: str = ""
    rules: tuple[RuleRow, ...] = ()
    refusal: RefusalView | None = None
    files: tuple[FileRow, ...] = ()
    files_heading: str = ""
    cut: str = ""


def question_page(repository: Repository, dates: Dates) -> RelicensingPage:
    """Return the page before a licence is chosen."""
    title = gettext("May %(name)s change its licence?", name=shown(repository.full_name))
    lead = gettext("Choose the licence to go to; the answer is given file by file.")
    return RelicensingPage(
        Frame(title, lead, _crumbs(repository, dates)), dates, target_options(""), "", "", (), assessed=True
    )


def relicensing_page(
    repository: Repository, found: Relicensing, refused: Refusal | None, asking: Asking, dates: Dates
) -> RelicensingPage:
    """Return the page of a repository."""
    base = addresses.repository(repository.id, repository.full_name)
    here = f"{base}/relicence"
    chosen = [one for one in found.files if asking.outcome in (None, one.outcome)]
    names = {one.id: one.name for one in found.parties}
    title = gettext("%(name)s under %(licence)s", name=shown(repository.full_name), licence=found.target)
    return RelicensingPage(
        frame=Frame(title, answer([found], dates), _crumbs(repository, dates), lists=True),
        dates=dates,
        targets=target_options(found.target),
        target=found.target,
        target_href=target_address(found.target),
        refusing=refusing_options(found.parties, asking.refuses),
        assessed=found.assessed,
        outcomes=outcome_rows(found, dates, here),
        parties=tuple(party_row(one, found.target, dates, here) for one in found.parties[:MOST_PARTIES]),
        more_parties=more_parties(found.parties),
        rules=rule_rows(found.files),
        refusal=_refusal(refused, names, dates, base) if refused else None,
        files=tuple(file_row(one, names, dates, base) for one in chosen[:MOST_FILES]),
        files_heading=outcome_word(asking.outcome) if asking.outcome else gettext("Every file"),
        cut=_cut(len(chosen)),
    )


def relicensing_table(found: Relicensing, outcome: Outcome | None) -> Table:
    """Return the files as a list to take along."""
    columns = (
        "path", "part", "work_type", "licence", "target", "effect", "rules", "clauses", "outcome", "lines",
        "consent_of", "lines_of_nobody_known", "limits", "depends_on", "assumed",
    )  # fmt: skip
    return Table("relicence", columns, [cells(one) for one in found.files if outcome in (None, one.outcome)])


def target_options(chosen: str) -> tuple[Option, ...]:
    """Return the licences to go to; a choice of several stands beside them where the address names one."""
    known = [one for one in every_licence() if one != NO_LICENCE]
    more = [chosen] if chosen and chosen not in known else []
    return options([("", gettext("Choose a licence")), *((one, one) for one in (*more, *known))], chosen)


def target_address(target: str) -> str:
    """Return the page of the licence to go to; "" for a choice of several."""
    return licence_address(target) if target in every_licence() else ""


def refusing_options(parties: Iterable[Asked], chosen: str) -> tuple[Option, ...]:
    """Return those who could refuse."""
    return options([("", gettext("Nobody")), *((one.id, shown(one.name, 80)) for one in parties)], chosen)


def more_parties(parties: Sequence[Asked]) -> str:
    """Return how many are not shown."""
    more = len(parties) - MOST_PARTIES
    if more <= 0:
        return ""
    return ngettext(
        "%(count)s more stands in the list to take along.",
        "%(count)s more stand in the list to take along.",
        more,
    )


def answer(parts: Sequence[Relicensing], dates: Dates) -> str:
    """Return the answer in a sentence or three, for one repository or several under one licence."""
    files = Counter(one.outcome for part in parts for one in part.files)
    people = len({one.id for part in parts for one in part.parties})
    first = gettext(
        "As of %(day)s, %(free)s of %(all)s files can be given under %(licence)s without anybody else's consent.",
        day=day(dates.as_of),
        free=number(sum(files[one] for one in _FREE_OF_CONSENT)),
        all=number(files.total()),
        licence=parts[0].target,
    )
    unknown, judged = files[Outcome.UNKNOWN], files[Outcome.PERSON]
    known = ngettext(
        "%(count)s holder who is known must agree.", "%(count)s holders who are known must agree.", people
    )
    nobody = ngettext(
        "For %(count)s file nobody is known who could agree.", "For %(count)s files nobody is known who could agree.", unknown
    )  # fmt: skip
    person = ngettext(
        "%(count)s file needs a person's judgement.", "%(count)s files need a person's judgement.", judged
    )
    told = [*_conditions(parts), (people, known), (unknown, nobody), (judged, person)]
    return " ".join([first, *(sentence for count, sentence in told if count)])


def _conditions(parts: Sequence[Relicensing]) -> list[tuple[int, str]]:
    """Return what the files that need nobody's consent rest on, each with how many they are."""
    free = [one for part in parts for one in part.files if one.outcome is Outcome.LICENCE]
    together = sum(one.passage.effect is Effect.TOGETHER for one in free)
    assumed = sum(one.assumed for one in free)
    combined = ngettext(
        "%(count)s of them only together with other work under it.",
        "%(count)s of them only together with other work under it.",
        together,
    )
    rests = ngettext(
        "For %(count)s of them that rests on what the file says alone: no paper shows who gave it so.",
        "For %(count)s of them that rests on what the files say alone: no paper shows who gave them so.",
        assumed,
    )
    return [(together, combined), (assumed, rests)]


def _crumbs(repository: Repository, dates: Dates) -> tuple[Crumb, ...]:
    base = addresses.repository(repository.id, repository.full_name)
    title = Crumb(gettext("Title"), dates.keep(f"{base}/title"))
    return way(steps_to(repository), title, Crumb(gettext("Another licence")))


def _refusal(one: Refusal, names: dict[str, str], dates: Dates, base: str) -> RefusalView:
    sentence = ngettext(
        "If %(name)s does not agree, %(count)s file must be rewritten or left out: %(lines)s.",
        "If %(name)s does not agree, %(count)s files must be rewritten or left out: %(lines)s.",
        len(one.files),
        name=shown(", ".join(names[party] for party in one.parties), 200),
        lines=ngettext("%(count)s line", "%(count)s lines", one.lines),
    )
    rows = tuple(rewrite_row(each, dates, base) for each in one.files[:MOST_FILES])
    return RefusalView(sentence, rows, _cut(len(one.files)), refusal_notes(one))


def _cut(count: int) -> str:
    return gettext("Only the first are shown; take the list along to see all.") if count > MOST_FILES else ""
