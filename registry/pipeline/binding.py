# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Binding: which repository a paper means by OWNER/NAME. Names move and are used again; papers stay.

1. Where one repository only ever bore the name, the paper means that one, whatever its day: the register sees a
   rename later than it happens, so a paper dated around one binds by the old name and by the new.
2. Where several bore it, the paper means the one that bore it on the paper's day.
3. A paper from before the register first saw the name means the repository that bore it at first sight.
4. A repository that GitHub showed outranks a mirror that is known by an import label alone.
Everything else is refused with the candidates: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from sqlalchemy.orm import Session

from registry.custody import service as custody
from registry.custody.model import Holding, RepositoryId
from registry.errors import BadInputError
from registry.text import visible

_SHOWN = 5


class BindingError(BadInputError):
    """A name that cannot be bound; the sentence lists who may be meant."""


@dataclass(frozen=True)
class Bearer:
    """A repository that bore a name, and when."""

    repository: RepositoryId
    holding: Holding

    def on(self, day: date) -> bool:
        """Tell whether the name was seen on it on `day`."""
        until = self.holding.until
        return self.holding.since.date() <= day and (until is None or day <= until.date())

    def told(self) -> str:
        """Name the candidate."""
        until = self.holding.until.date().isoformat() if self.holding.until else "now"
        since = self.holding.since.date().isoformat()
        return f"repository {self.repository} (seen under it from {since} until {until})"


def bind(session: Session, name: str, day: date) -> RepositoryId:
    """Return the repository that `name` meant on `day`; raises BindingError."""
    bearers = _outranking(session, _bearers(session, name))
    if not bearers:
        raise BindingError(_unknown(session, name))
    if len({one.repository for one in bearers}) == 1:
        return bearers[0].repository
    meant = {one.repository for one in bearers if one.on(day)}
    first = min(bearers, key=lambda one: one.holding.since)
    if not meant and day < first.holding.since.date():
        meant = {one.repository for one in bearers if one.holding.since == first.holding.since}
    if len(meant) == 1:
        return meant.pop()
    listed = "; ".join(one.told() for one in bearers)
    msg = (
        f"the name {visible(name, 200)} was borne by several repositories and nobody says which one bore it on "
        f"{day.isoformat()}: {listed}; name the one that is meant by a name that only it bore"
    )
    raise BindingError(msg)


def _bearers(session: Session, name: str) -> list[Bearer]:
    owner, slash, short = name.partition("/")
    if not (owner and slash and short) or "/" in short:
        msg = f"{visible(name, 200)!r} names no repository; write OWNER/NAME"
        raise BindingError(msg)
    return [
        Bearer(number, holding)
        for number, holding in custody.held_by(session, owner)
        if holding.name.lower() == short.lower()
    ]


def _outranking(session: Session, bearers: list[Bearer]) -> list[Bearer]:
    if len({one.repository for one in bearers}) < 2:
        return bearers
    labelled = {one.id for one in custody.repositories(session, private=True) if one.label is not None}
    return [one for one in bearers if one.repository not in labelled] or bearers


def _unknown(session: Session, name: str) -> str:
    near = list(dict.fromkeys(_near(session, name)))[:_SHOWN]
    hint = f"is one of these meant: {', '.join(near)}?" if near else "harvest it first"
    return f"no repository {visible(name, 200)} is known; {hint}"


def _near(session: Session, name: str) -> Iterator[str]:
    known = {one.full_name.lower(): visible(one.full_name, 200) for one in custody.repositories(session)}
    short = name.partition("/")[2].lower()
    yield from (full for low, full in sorted(known.items()) if low.partition("/")[2] == short)
    yield from (known[low] for low in get_close_matches(name.lower(), known, _SHOWN))
