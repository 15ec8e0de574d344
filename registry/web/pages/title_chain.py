# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A chain in words: its steps with their papers and evidence, what stands against it, and the changes that may count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from registry.ownership.answers import Against, Break, Determination, Grade, Link, State, Weak
from registry.ownership.telling import Teller
from registry.pipeline.owned import Candidate, OwnPart
from registry.pipeline.stated import Sources
from registry.web.language import day as written
from registry.web.language import gettext
from registry.web.masking import shown
from registry.web.pages.title_words import state_word


@dataclass(frozen=True)
class PaperRef:
    """A paper in words, and the evidence that holds it."""

    text: str
    evidence: int | None


@dataclass(frozen=True)
class ChainStep:
    """One step of a chain: its day, what happened, how certain the law is, and the papers that it rests on.

    `stated` is the set of facts that says so, where no document of a paper does.
    """

    day: date
    sentence: str
    usual: str
    papers: tuple[PaperRef, ...]
    stated: PaperRef | None


@dataclass(frozen=True)
class CandidateRow:
    """A change that may count as the one that wrote the lines, whose it is, and the state by it alone."""

    day: date
    wrote: str
    commit: str
    state: str
    holders: str


@dataclass(frozen=True)
class PartRow:
    """An author of a joint work, and what the answer for that part alone comes to."""

    author: str
    state: str
    holders: str


@dataclass(frozen=True)
class ChainTelling:
    """By whom chains are told, and what stands behind their facts."""

    tell: Teller
    sources: Sources

    def step(self, link: Link) -> ChainStep:
        """Return a step; periods and kinds of engagements are for signed-in staff: only papers are named."""
        named = (link.by, link.confirmed_by)
        papers = tuple(one for name in named if (one := self.paper(name)) is not None)
        held = any(one.evidence for one in papers)
        return ChainStep(
            day=link.day,
            sentence=shown(self.tell.why(link), 600),
            usual=self.tell.phrase("usual") if link.grade is Grade.USUAL else "",
            papers=papers,
            stated=None if held else self.stated(link.by),
        )

    def stated(self, name: str) -> PaperRef | None:
        """Return the set of facts that states an engagement, a succession or a paper; None for what is presumed."""
        source = self.sources.stated.get(name)
        return PaperRef(shown(source.name, 100), source.observation) if source else None

    def paper(self, name: str) -> PaperRef | None:
        """Return a paper in words; None for what is no paper."""
        papers = {one.id: one for one in self.tell.facts.agreements}
        if name not in papers:
            return None
        held = self.sources.documents.get(name)
        text = shown(self.tell.paper(papers[name], written(papers[name].signed)), 300)
        return PaperRef(text, held.observation if held else None)

    def against(self, one: Against) -> PaperRef:
        """Return what stands against the answer, with the evidence that holds it."""
        held = self.sources.documents.get(one.paper)
        return PaperRef(
            shown(self.tell.against(one, written(one.day)), 600), held.observation if held else None
        )

    def candidate(self, one: Candidate) -> CandidateRow:
        """Return a change that may count."""
        return CandidateRow(
            day=one.day,
            wrote=shown(", ".join(one.authors), 300),
            commit=one.commit[:10],
            state=state_of(one.answer),
            holders=self.names(one.answer),
        )

    def part(self, one: OwnPart) -> PartRow:
        """Return an author's own part."""
        return PartRow(shown(one.author, 200), state_of(one.answer), self.names(one.answer))

    def names(self, answer: Determination | None) -> str:
        """Return the holders' names."""
        return shown(", ".join(map(self.tell.name, answer.holders)), 300) if answer else ""


def state_of(answer: Determination | None) -> str:
    """Return the state in a word; of lines without an answer that they are of a later day."""
    return state_word(answer.state) if answer else gettext("written after the day asked about")


def holders_word(answer: Determination | None) -> str:
    """Return what the holders of an answer are: one, several together, several who contend, or one part's."""
    if answer is None or not answer.holders:
        return ""
    if answer.state is State.DISPUTED:
        return gettext("Claimed by:")
    if answer.state is State.UNKNOWN:
        return gettext("Somebody who is not known, together with:")
    return gettext("Holder:") if len(answer.holders) == 1 else gettext("Holders:")


def whose(parts: Sequence[OwnPart], reason: Break | Weak) -> str:
    """Return in whose chain a break, or what is weak, lies; "" where a work has one author, or it lies in each chain."""
    names = [one.author for one in parts if reason in one.answer.breaks or reason in one.answer.weak]
    if not names or len(names) == len(parts):
        return ""
    return gettext("It lies in the chain from %(names)s.", names=shown(", ".join(names), 300))


def agree(candidates: Sequence[Candidate]) -> bool:
    """Tell whether all changes that may count come to the same state and holders."""
    return len({(one.answer.state, one.answer.holders) if one.answer else None for one in candidates}) < 2
