# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A sign: one of the four facts about one thing, as icon, word and colour; never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from registry.web.language import gettext


class Fact(StrEnum):
    """The four facts, in the order in which every page shows them."""

    CUSTODY = "custody"
    PROVENANCE = "provenance"
    TITLE = "title"
    LICENCE = "licence"


class Colour(StrEnum):
    """The colour of a light; the word beside it says the same."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"
    NONE = "none"


FACT_ICONS = {Fact.CUSTODY: "lock", Fact.PROVENANCE: "edit", Fact.TITLE: "assignment", Fact.LICENCE: "share"}
_COLOUR_ICONS = {
    Colour.GREEN: "success",
    Colour.YELLOW: "warning",
    Colour.RED: "error",
    Colour.BLUE: "info",
    Colour.GREY: "help",
    Colour.NONE: "",
}


@dataclass(frozen=True)
class Seen:
    """Where a statement comes from: the day, and the evidence item that shows it where there is one."""

    at: datetime | None
    evidence: int | None = None


@dataclass(frozen=True)
class Sign:
    """What is said of one fact: a word, a colour, and the sentence that the word stands for."""

    fact: Fact
    colour: Colour
    word: str
    sentence: str = ""
    seen: Seen | None = None

    @property
    def icon(self) -> str:
        """The name of the light's icon."""
        return _COLOUR_ICONS[self.colour]

    @property
    def fact_icon(self) -> str:
        """The name of the fact's icon."""
        return FACT_ICONS[self.fact]

    @property
    def term(self) -> str:
        """The fact's name in the page's language."""
        return fact_name(self.fact)

    @property
    def plain(self) -> str:
        """The sign in words alone, for tables that are taken along."""
        return self.word


def fact_name(fact: Fact) -> str:
    """Return the name of a fact."""
    match fact:
        case Fact.CUSTODY:
            return gettext("Custody")
        case Fact.PROVENANCE:
            return gettext("Provenance")
        case Fact.TITLE:
            return gettext("Title")
        case Fact.LICENCE:
            return gettext("Licence")


def title_sign() -> Sign:
    """Return the title's sign as long as no paper is registered: not assessed, which is no state."""
    return Sign(
        fact=Fact.TITLE,
        colour=Colour.GREY,
        word=gettext("Not assessed"),
        sentence=gettext(
            "Nobody has assessed the title yet: no paper is registered here. "
            "This says nothing for or against anybody's right."
        ),
    )
