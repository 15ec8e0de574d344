# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Title told: shares in figures, and what the engine says of lines, in the language asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import ModuleType

from registry.api import addresses
from registry.api.language import language
from registry.api.shapes import ownership as shapes
from registry.api.showing import shown, shown_path
from registry.ownership.answers import Against, Cure, Determination, Link
from registry.ownership.facts import Facts
from registry.ownership.shares import Share, Shares
from registry.ownership.telling import Language, Teller
from registry.ownership.words import danish, english
from registry.pipeline.owned import Answers, FileAnswer, HolderLines, Run
from registry.pipeline.stated import Sources
from registry.text import path_bytes


@dataclass(frozen=True)
class Telling:
    """By what facts, and with which sources of theirs, answers are told."""

    facts: Facts
    sources: Sources

    @property
    def teller(self) -> Teller:
        """Return who tells in the language asked for."""
        return Teller(self.facts, language())

    def holder(self, name: str) -> shapes.Holder:
        """Return somebody with a name."""
        return shapes.Holder(id=shown(name, 200), name=self.teller.name(name))

    def holders(self, names: Sequence[str]) -> tuple[shapes.Holder, ...]:
        """Return several with their names."""
        return tuple(map(self.holder, names))


def ownership(found: Answers, telling: Telling) -> shapes.Ownership:
    """Return whose a repository is."""
    words, assessed = _words(), found.assessed
    return shapes.Ownership(
        repository=found.repository,
        commit=found.revision,
        asked=telling.holder(found.asked) if found.asked else None,
        as_of=found.as_of,
        known=found.known,
        assessed=assessed,
        lines=_shares(found.lines) if assessed else None,
        files=_shares(found.files) if assessed else None,
        by_work_type={kind: _share(one) for kind, one in found.work_types.items()} if assessed else None,
        by_party=tuple(map(_holder_lines, found.holders)) if assessed else None,
        breaks=tuple(
            shapes.BrokenLines(code=one, text=words.BREAKS[one], lines=lines)
            for one, lines in found.breaks.items()
        ),
        weak=tuple(
            shapes.WeakLines(code=one, text=words.WEAK[one], lines=lines) for one, lines in found.weak.items()
        ),
        by_method=found.by_method,
        written_later=found.later,
        left_out=dict(found.left_out),
        files_address=addresses.repository(found.repository, "/ownership/files"),
        plan_address=addresses.repository(found.repository, "/plan"),
    )


def file_title(repository: int, one: FileAnswer) -> shapes.FileTitle:
    """Return the title of one file."""
    path = path_bytes(one.path)
    return shapes.FileTitle(
        path=shown_path(path),
        work_type=one.work_type,
        state=one.state,
        lines=dict(one.lines),
        why_address=addresses.with_path(addresses.repository(repository, "/ownership/lines"), path),
    )


def run(one: Run, telling: Telling) -> shapes.TitleRun:
    """Return a run of lines with the determination behind it."""
    return shapes.TitleRun(
        first=one.first,
        last=one.last,
        commit=one.commit,
        day=one.day,
        work_type=one.work_type,
        authors=_authors(one.authors),
        bulk=one.bulk,
        delivered_by=shown(one.delivered_by, 200),
        determination=_determination(one.answer, telling) if one.answer else None,
        candidates=tuple(
            shapes.Candidate(
                commit=each.commit,
                day=each.day,
                authors=_authors(each.authors),
                determination=_determination(each.answer, telling) if each.answer else None,
            )
            for each in one.candidates
        ),
        parts=tuple(
            shapes.OwnPart(author=shown(each.author, 120), determination=_determination(each.answer, telling))
            for each in one.parts
        ),
    )


def _authors(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(shown(name, 120) for name in names)


def cure(one: Cure, telling: Telling) -> shapes.Cure:
    """Return a paper to get."""
    return shapes.Cure(
        paper=one.paper,
        by=telling.holder(one.by) if one.by else None,
        to=telling.holder(one.to) if one.to else None,
        agreement=shown(one.agreement, 200) or None,
        text=shown(telling.teller.cure(one)),
    )


def _determination(one: Determination, telling: Telling) -> shapes.Determination:
    words = _words()
    return shapes.Determination(
        state=one.state,
        state_text=words.STATES[one.state],
        holders=telling.holders(one.holders),
        links=tuple(_link(link, telling) for link in one.links),
        breaks=tuple(shapes.BrokenBy(code=each, text=words.BREAKS[each]) for each in one.breaks),
        weak=tuple(shapes.WeakBy(code=each, text=words.WEAK[each]) for each in one.weak),
        cures=tuple(cure(each, telling) for each in one.cures),
        flags=tuple(shapes.Beside(code=each, text=words.FLAGS[each]) for each in one.flags),
        limits=tuple(map(shown, one.limits)),
        contested_by=telling.holders(one.contested_by),
        against=tuple(_against(each, telling) for each in one.against),
        licensed_in=tuple(map(shown, one.licensed_in)),
        ai_assisted=one.ai_assisted,
    )


def _against(one: Against, telling: Telling) -> shapes.Against:
    return shapes.Against(
        owner=telling.holder(one.owner),
        by=telling.holder(one.by),
        day=one.day,
        now=telling.holder(one.now),
        paper=shown(one.paper, 200) or None,
        source=shown(one.source, 300) or None,
    )


def _link(one: Link, telling: Telling) -> shapes.Link:
    # kinds and periods of engagements are for signed-in staff: only papers are named
    is_paper = any(paper.id == one.by for paper in telling.facts.agreements)
    return shapes.Link(
        giver=telling.holder(one.giver),
        taker=telling.holder(one.taker),
        day=one.day,
        rule=one.rule,
        grade=one.grade,
        weak=one.weak,
        why=shown(telling.teller.why(one), 600),
        paper=shown(one.by, 200) if is_paper else None,
        observation=telling.sources.behind(one.by),
    )


def _holder_lines(one: HolderLines) -> shapes.HolderLines:
    named = zip(one.holders, one.names, strict=True)
    return shapes.HolderLines(
        holders=tuple(shapes.Holder(id=shown(number, 200), name=shown(name, 120)) for number, name in named),
        lines=dict(one.lines),
        licensed_in=one.licensed,
    )


def _shares(found: Shares) -> shapes.Shares:
    return shapes.Shares(
        all=_share(found.all), code=_share(found.code), documentation=_share(found.documentation)
    )


def _share(one: Share) -> shapes.Share:
    return shapes.Share(
        by_state=dict(one.by_state),
        claimable=one.claimable,
        licensed_in=one.licensed,
        documented=_number(one.documented),
        usable=_number(one.usable),
    )


def _number(share: Fraction | None) -> float | None:
    return None if share is None else float(share)


def _words() -> ModuleType:
    return danish if language() is Language.DANISH else english
