# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A moment on a page: the day, release or change that an address asks for; every link keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from registry.custody.model import Repository
from registry.errors import BadInputError
from registry.pipeline.stood import Then
from registry.provenance.snapshot import Author
from registry.web import addresses
from registry.web.language import day, gettext
from registry.web.masking import shown
from registry.web.pages.dates import Dates
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.people import domain_name, person_name

_LONGEST = 200


@dataclass(frozen=True)
class PastView:
    """A past moment as the macros for dates show it, and as it stands in addresses."""

    past: str
    asked: str

    def keep(self, href: str) -> str:
        """Return an address with the moment in it."""
        return f"{href}{'&' if '?' in href else '?'}at={quote(self.asked, safe='')}"


def asked_moment(arguments: Mapping[str, str], name: str, today: date) -> str:
    """Return the moment that an address asks for, or ""; raises BadInputError for a day that lies ahead."""
    asked = arguments.get(name, "").strip()
    try:
        ahead = len(asked) == len("2019-03-01") and date.fromisoformat(asked) > today
    except ValueError:
        ahead = False
    if ahead or len(asked) > _LONGEST:
        raise BadInputError(
            gettext(
                "The address asks for a day that lies ahead, or for something too long to be a release; "
                "write %(name)s=2019-03-01.",
                name=name,
            )
        )
    return asked


def moments_frame(repository: Repository, days: Dates, title: str, answer: str) -> Frame:
    """Return the frame of a page of one moment or of two: it stands under the one of all months."""
    months = days.keep(f"{addresses.repository(repository.id, repository.full_name)}/time")
    steps = way(steps_to(repository), Crumb(gettext("Provenance through time"), months), Crumb(title))
    return Frame(title, answer, steps, lists=True)


def past_view(then: Then) -> PastView:
    """Return how a moment is shown."""
    said = gettext(
        "You look at the past: the main line as it stood on %(day)s, at the change %(change)s.",
        day=moment_day(then),
        change=change_name(then),
    )
    return PastView(said, then.moment.asked)


def change_name(then: Then) -> str:
    """Return the commit of a moment in short, with the release that it was asked for by."""
    asked, commit = then.moment.asked, then.moment.commit
    named = commit.startswith(asked.lower()) or asked_day(then) is not None
    return commit[:10] if named else f"{commit[:10]} ({shown(asked, 60)})"


def moment_day(then: Then) -> str:
    """Return the day that was asked for; for a release or change the day it was put on the main line."""
    return day(asked_day(then) or then.day)


def asked_day(then: Then) -> date | None:
    """Return the day that a moment was asked for by; None for a release or a change."""
    asked = then.moment.asked
    try:
        return date.fromisoformat(asked) if len(asked) == len("2019-03-01") else None
    except ValueError:
        return None


def writer_name(author: Author | None) -> str:
    """Return an identity's name; of lines whose origin cannot be read that nobody is known."""
    return person_name(author) if author else gettext("Not attributable")


def writer_domain(author: Author | None) -> str:
    """Return an identity's mail domain for reading."""
    return domain_name(author.domain) if author else ""
