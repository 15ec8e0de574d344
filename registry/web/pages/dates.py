# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The two days of an ownership page: by which acts had effect, and by which it was recorded; every link keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from registry.errors import BadInputError
from registry.provenance.snapshot import Snapshot
from registry.web.language import day, gettext


@dataclass(frozen=True)
class Dates:
    """What the address asks for; `known` is None for all that is recorded by now.

    `tree` is the content whose lines the page is about; None where it is about several. `stood` is the day on
    which the main line came to it, where it is that of the day asked about and not the one that was read last.
    """

    as_of: date
    known: date | None
    today: date
    tree: Snapshot | None = None
    stood: date | None = None

    @property
    def past(self) -> str:
        """Sentences that say so, and whose lines these are, where a past day is shown; else ""."""
        said = self._said
        return f"{said} {self._tree}" if said else ""

    @property
    def _said(self) -> str:
        if self.known is not None:
            return gettext(
                "You look at the past: as of %(as_of)s, by what was recorded on %(known)s.",
                as_of=day(self.as_of),
                known=day(self.known),
            )
        if self.as_of != self.today:
            return gettext(
                "You look at the past: as of %(as_of)s, by what is recorded today.", as_of=day(self.as_of)
            )
        return ""

    @property
    def _tree(self) -> str:
        if self.tree is None:
            return gettext(
                "The lines are those of the content that was read last: what has been deleted since is not here, "
                "and what was written after the day asked about is not counted."
            )
        if self.as_of == self.today:
            return gettext(
                "The lines are those of the content read on %(day)s (change %(commit)s).",
                day=day(self.tree.read_at),
                commit=self.tree.commit[:10],
            )
        if self.stood is not None:
            return gettext(
                "The lines are those that stood on the main line then (change %(commit)s of %(day)s). Pictures and "
                "other files without lines are not followed through time and are not counted.",
                day=day(self.stood),
                commit=self.tree.commit[:10],
            )
        return gettext(
            "The lines are those of the content read on %(day)s (change %(commit)s): what has been deleted since "
            "is not here, and what was written after the day asked about is not counted.",
            day=day(self.tree.read_at),
            commit=self.tree.commit[:10],
        )

    @property
    def kept(self) -> str:
        """What goes behind an address that asks for something already; "" for today."""
        asked = [f"as_of={self.as_of}"] if self.as_of != self.today else []
        asked += [f"known={self.known}"] if self.known else []
        return "".join(f"&{one}" for one in asked)

    def asking(self, href: str) -> str:
        """Return the beginning of an address that asks for more: what is asked for, as `at=...`, goes behind it."""
        return f"{href}?{self.kept[1:]}&" if self.kept else f"{href}?"

    def keep(self, href: str) -> str:
        """Return an address of an ownership page with these days in it."""
        return href + (self.kept if "?" in href else self.kept.replace("&", "?", 1))


@dataclass(frozen=True)
class KnownView:
    """By what was recorded on which day a page about several days tells the title: the day, and a sentence of it."""

    known: date | None
    today: date
    past: str


def known_view(dates: Dates) -> KnownView:
    """Return by when what a page tells was known; it says nothing of what is known by now."""
    said = ""
    if dates.known is not None:
        said = gettext(
            "You look at the past: the title is told by what was recorded on %(known)s.",
            known=day(dates.known),
        )
    return KnownView(dates.known, dates.today, said)


def read_dates(arguments: Mapping[str, str], today: date) -> Dates:
    """Return the days that an address asks for; raises BadInputError for what is none, or lies ahead."""
    as_of = _day(arguments.get("as_of", ""), today)
    return Dates(as_of or today, _day(arguments.get("known", ""), today), today)


def _day(value: str, today: date) -> date | None:
    if not value:
        return None
    try:
        found = date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        found = None
    if found is None or found > today:
        raise BadInputError(
            gettext("The address gives a day that is none, or that lies ahead; write as_of=2019-03-01.")
        )
    return found
