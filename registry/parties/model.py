# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Parties: legal and natural persons, who succeeded whom, who worked for whom, and which address is whose.

All periods are whole days and include both ends. `recorded` is the day the register learnt a fact; without it
the fact was always known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.parties.scope import EVERYTHING, Covers
from registry.text import Word


class PartyKind(Word):
    """What a party is in law."""

    ASSOCIATION = "association"
    AUTHORITY = "authority"
    COMPANY = "company"
    PERSON = "person"
    STATE = "state"
    OTHER = "other"


class Basis(Word):
    """How well a fact about a person is known."""

    CONFIRMED = "confirmed"
    PRESUMED = "presumed"


class EngagementKind(Word):
    """What a person was to a party (tilknytning)."""

    EMPLOYEE = "employee"
    SECONDEE = "secondee"
    AGENCY_WORKER = "agency_worker"
    CONSULTANT = "consultant"
    STUDENT = "student"
    INTERN = "intern"
    VOLUNTEER = "volunteer"
    OFFICER = "officer"


EMPLOYMENT = frozenset({EngagementKind.EMPLOYEE, EngagementKind.SECONDEE, EngagementKind.AGENCY_WORKER})
"""The kinds by which somebody is an employee in law (s. 59); the party is the employer of all three."""


class SuccessionKind(Word):
    """How what one party had came to another."""

    SHARE_SALE = "share_sale"
    MERGER = "merger"
    MUNICIPAL_MERGER = "municipal_merger"
    RESSORT = "ressort"
    DEMERGER = "demerger"
    MUNICIPAL_SPLIT = "municipal_split"
    TASK_TRANSFER = "task_transfer"
    ASSET_DEAL = "asset_deal"
    BANKRUPTCY = "bankruptcy"
    INHERITANCE = "inheritance"


WHOLE = frozenset({SuccessionKind.MERGER, SuccessionKind.MUNICIPAL_MERGER, SuccessionKind.RESSORT})
"""The successions by which one party takes everything that another had, by law."""

PARTIAL = frozenset(
    {SuccessionKind.DEMERGER, SuccessionKind.MUNICIPAL_SPLIT, SuccessionKind.TASK_TRANSFER},
)
"""The successions by which only what a plan or an act names passes."""


@dataclass(frozen=True)
class Party:
    """A legal or natural person; `ended` is its last day."""

    id: str
    kind: PartyKind
    name: str = ""
    founded: date | None = None
    ended: date | None = None
    recorded: date | None = None


@dataclass(frozen=True)
class Succession:
    """One party's place taken by another (by several heirs for an inheritance) on the day it took effect."""

    kind: SuccessionKind
    giver: str
    takers: tuple[str, ...]
    day: date
    covers: Covers | None = None
    recorded: date | None = None

    @property
    def id(self) -> str:
        """Name the succession by what it says, so that the name does not depend on the order of facts."""
        return f"{self.kind}:{self.giver}:{'+'.join(self.takers)}:{self.day}"


@dataclass(frozen=True)
class Engagement:
    """A person's place at a party in a period, for the works in `covers`; `duties`: is it the job."""

    person: str
    party: str
    kind: EngagementKind
    start: date
    until: date | None
    basis: Basis
    duties: bool = True
    covers: Covers = EVERYTHING
    recorded: date | None = None

    @property
    def id(self) -> str:
        """Name the engagement by what it says, so that the name does not depend on the order of facts."""
        return f"{self.kind}:{self.person}:{self.party}:{self.start}"

    def on(self, day: date) -> bool:
        """Tell whether the engagement covers `day`."""
        return self.start <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Identity:
    """An address, a name with an address, or a GitHub account, and the person it belongs to."""

    person: str
    basis: Basis
    email: str = ""
    name: str = ""
    github_id: str = ""
    recorded: date | None = None


@dataclass(frozen=True)
class Domain:
    """A mail domain whose addresses give a presumed engagement as employee of a party in a period."""

    domain: str
    party: str
    start: date | None = None
    until: date | None = None
    recorded: date | None = None

    def on(self, day: date) -> bool:
        """Tell whether the domain was the party's on `day`."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)
