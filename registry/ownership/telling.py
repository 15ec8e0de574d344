# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Telling: a determination as a lawyer would tell it, in Danish or English.

Names from outside are made visible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from types import ModuleType

from registry.agreements.model import Agreement
from registry.figures import percent
from registry.ownership.answers import Against, Cure, Determination, Flag, Link, State
from registry.ownership.facts import Contribution, Facts
from registry.ownership.remedy import employer_of
from registry.ownership.shares import Shares
from registry.ownership.words import danish, english
from registry.text import visible


class Language(StrEnum):
    """The languages of the register."""

    DANISH = "da"
    ENGLISH = "en"


_WORDS: dict[Language, ModuleType] = {Language.DANISH: danish, Language.ENGLISH: english}


@dataclass(frozen=True)
class Teller:
    """Tells answers about one set of facts in one language."""

    facts: Facts
    language: Language

    def why(self, link: Link) -> str:
        """Return the sentence behind a link, with what makes it weak."""
        key = link.by.partition(":")[0] if link.rule == "succession" else link.rule
        if key == "assignment" and self._was_made_before(link):
            key = "assigned_before"
        said: str = self._words.LINKS[key].format(giver=self.name(link.giver), taker=self.name(link.taker))
        if link.confirmed_by:
            said += self.phrase("confirmed", name=self.name(link.confirmed_by))
        if not link.weak:
            return said
        reasons = "; ".join(self._words.WEAK[one] for one in link.weak)
        return f"{said}. {self.phrase('weak', reasons=reasons)}".rstrip(".")

    def against(self, one: Against, day: str) -> str:
        """Return who says or did what stands against an answer, and that a claim is no paper; the caller writes the day."""
        now = "" if one.now == one.owner else self.phrase("now", name=self.name(one.now))
        parts = {"owner": self.name(one.owner) + now, "by": self.name(one.by), "day": day}
        if one.paper:
            return self.phrase("competing", name=self.name(one.paper), **parts)
        return self.phrase("claimed", source=visible(one.source, 300), **parts)

    def paper(self, paper: Agreement, day: str) -> str:
        """Return what a paper is, with its id and the day it was signed, which the caller writes."""
        return self.phrase("paper", kind=self._words.KINDS[paper.kind], name=self.name(paper.id), day=day)

    def beside(self, answer: Determination) -> list[str]:
        """Return what stands beside an answer: licences, who contests it, what papers withhold, help from a machine."""
        told = [
            self.phrase(key, names=", ".join(map(self.name, getattr(answer, key))))
            for key in ("licensed_in", "contested_by")
            if getattr(answer, key)
        ]
        for one in answer.limits:
            limit, _, paper = one.partition(": ")
            told.append(self.phrase(limit, name=self.name(paper)))
        if any(one.paper for one in answer.against):
            told.append(self.phrase("double"))
        if len(answer.holders) > 1 and answer.state is not State.DISPUTED and not _by_method(answer):
            told.append(self.phrase("joint"))
        return told + ([self.phrase("ai")] if answer.ai_assisted else [])

    def told(self, one: Contribution, answer: Determination) -> list[str]:
        """Return the lines that tell the whole answer for one contribution."""
        where = f"{visible(one.repository)} {visible(one.path)}"
        lines = self.phrase("lines", count=one.lines)
        told = [f"{visible(one.id)}: {where} ({one.day}, {lines}) – {self._words.STATES[answer.state]}"]
        return told + [f"  {line}" for line in self._body(answer)]

    def shares(self, shares: Shares) -> list[str]:
        """Return the shares in words, with what was left out and why."""
        kinds = {"all": shares.all, "code": shares.code, "documentation": shares.documentation}
        figures = {name: self._percent(share.documented) for name, share in kinds.items()}
        figures |= {f"usable_{name}": self._percent(share.usable) for name, share in kinds.items()}
        told = [self.phrase("shares", **figures)]
        left = [
            f"{self.phrase('lines', count=count)} {self._words.STATES[state]}"
            for state, count in shares.all.left_out.items()
        ]
        return told + ([self.phrase("left_out", parts=", ".join(left))] if left else [])

    def phrase(self, phrase: str, **parts: object) -> str:
        """Return one of the set phrases, filled in."""
        said: str = self._words.PHRASES[phrase].format(**parts)
        return said

    def name(self, party: str) -> str:
        """Return a party's name, or its id where it has none."""
        employer = employer_of(party)
        if employer and party not in self.facts.parties:
            return self.phrase("hand", name=self.name(employer))
        found = self.facts.parties.get(party)
        return visible(found.name if found is not None and found.name else party, 120)

    def cure(self, cure: Cure) -> str:
        """Return what paper is missing, from whom."""
        parts = {key: getattr(cure, key) for key in ("by", "to", "agreement")}
        said = {key: self.phrase(key, name=self.name(value)) if value else "" for key, value in parts.items()}
        return self.phrase("cure", paper=self._words.MENDS[cure.paper], **said)

    @property
    def _words(self) -> ModuleType:
        return _WORDS[self.language]

    def _body(self, answer: Determination) -> list[str]:
        words = self._words
        names = ", ".join(map(self.name, answer.holders))
        told = [self.phrase("holders", names=names) if names else self.phrase("nobody")]
        told += [self._link(link) for link in answer.links]
        in_links = {weak for link in answer.links for weak in link.weak}
        rest = [words.WEAK[one] for one in answer.weak if one not in in_links]
        told += [self.phrase("weak", reasons="; ".join(rest))] if rest else []
        told += [f"{self.against(one, one.day.isoformat())}." for one in answer.against]
        told += [self.phrase("break", text=words.BREAKS[one]) for one in answer.breaks]
        told += [self.cure(one) for one in answer.cures]
        told += self._beside(answer)
        return told

    def _link(self, link: Link) -> str:
        """Return a step with the paper that it rests on, if it is one."""
        found = self._papers.get(link.by)
        said = self.phrase("link", day=link.day, why=self.why(link))
        return f"{said} ({self.paper(found, found.signed.isoformat())})." if found is not None else f"{said}."

    def _beside(self, answer: Determination) -> list[str]:
        return self.beside(answer) + [
            self.phrase("note", text=self._words.FLAGS[one]) for one in answer.flags
        ]

    def _was_made_before(self, link: Link) -> bool:
        """Tell whether a step's paper was made for works to come, or waited: the step is then no act of its own day."""
        found = self._papers.get(link.by)
        return found is not None and found.begins < link.day

    @cached_property
    def _papers(self) -> Mapping[str, Agreement]:
        return {one.id: one for one in self.facts.agreements}

    def _percent(self, share: Fraction | None) -> str:
        if share is None:
            return self.phrase("nothing")
        return percent(share, "," if self.language is Language.DANISH else ".")


def _by_method(answer: Determination) -> bool:
    """Tell whether the holders are those of one method or another, and hold nothing together."""
    return Flag.METHOD_DECIDES in answer.flags
