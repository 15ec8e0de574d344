# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Custody: who controls a repository, since when, as observed. It says nothing of who owns the copyright."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

RepositoryId = NewType("RepositoryId", int)
"""The register's own id of a repository, from first sight, for ever."""


class Visibility(StrEnum):
    """What was seen of a repository the last time somebody looked."""

    VISIBLE = "visible"
    GONE = "gone"  # 404: deleted or private; GitHub does not say which
    BLOCKED = "blocked"  # 451: blocked after a DMCA notice
    NOT_OBSERVED = "not_observed"


class Keeper(StrEnum):
    """Whose organisation on GitHub is stated to be; a statement with a basis, never a guess from its name."""

    OS2 = "os2"
    MEMBER = "member"
    SUPPLIER = "supplier"
    OTHER = "other"
    UNSTATED = "unstated"


class CustodyLight(StrEnum):
    """The light of domain section 4: who controls the repository, and was it seen."""

    GREEN = "green"  # in an organisation stated to be OS2's
    YELLOW = "yellow"  # somebody else's, or nobody has stated whose
    RED = "red"  # no longer visible
    GREY = "grey"  # not observed


class Outcome(StrEnum):
    """How the harvest of one repository ended."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    GONE = "gone"
    BLOCKED = "blocked"
    FAILED = "failed"


@dataclass(frozen=True)
class Organisation:
    """An account on GitHub that holds repositories; `basis` says who states whose it is."""

    login: str
    github_id: int | None
    keeper: Keeper
    basis: str
    configured: bool


@dataclass(frozen=True)
class Administrators:
    """How many accounts administered an organisation on a day; `count` is None when GitHub did not show them."""

    login: str
    count: int | None
    reason: str
    seen_at: datetime
    observation: int | None


@dataclass(frozen=True)
class Holding:
    """A dated name and controller of a repository: one custody row. `until` is None while it lasts."""

    owner: str
    name: str
    since: datetime
    until: datetime | None
    observation: int | None

    @property
    def full_name(self) -> str:
        """OWNER/NAME, as GitHub writes it."""
        return f"{self.owner}/{self.name}"


@dataclass(frozen=True)
class RepositoryFacts:
    """What GitHub's list says of a repository, once observed; days and texts as GitHub gave them.

    `parent` is OWNER/NAME of the repository that it was forked from, "" where it is no fork or the parent
    is not public, and None where GitHub was not asked.
    """

    description: str = ""
    topics: tuple[str, ...] = ()
    default_branch: str = ""
    licence: str | None = None
    private: bool = False
    archived: bool = False
    disabled: bool = False
    fork: bool = False
    parent: str | None = None
    created_at: str = ""
    pushed_at: str = ""
    has_wiki: bool = False
    url: str = ""


@dataclass(frozen=True)
class State:
    """The facts of a repository and the observation that showed them first."""

    facts: RepositoryFacts
    visibility: Visibility
    observed_at: datetime
    observation: int | None


@dataclass(frozen=True)
class Repository:
    """A repository as the register knows it now.

    `state` is None where GitHub was never asked; `last_seen` is the last time that anybody looked.
    """

    id: RepositoryId
    owner: str
    name: str
    github_id: int | None
    label: str | None
    wiki_of: RepositoryId | None
    private: bool
    state: State | None
    visibility: Visibility
    keeper: Keeper
    first_seen: datetime
    last_seen: datetime | None

    @property
    def full_name(self) -> str:
        """OWNER/NAME, as GitHub writes it."""
        return f"{self.owner}/{self.name}"

    @property
    def light(self) -> CustodyLight:
        """The custody light."""
        if self.visibility is Visibility.NOT_OBSERVED:
            return CustodyLight.GREY
        if self.visibility is not Visibility.VISIBLE:
            return CustodyLight.RED
        return CustodyLight.GREEN if self.keeper is Keeper.OS2 else CustodyLight.YELLOW


@dataclass(frozen=True)
class Harvest:
    """One run of the harvester: what was asked, when, and how it ended (None while it runs or if it died)."""

    id: int
    kind: str
    asked: tuple[str, ...]
    started_at: datetime
    finished_at: datetime | None
    calls: int | None
    failures: int


@dataclass(frozen=True)
class Result:
    """What one harvest found of one repository; `message` is one sentence where something is to be said."""

    harvest: int
    repository: RepositoryId | None
    name: str
    outcome: Outcome
    message: str
    problems: tuple[str, ...]
    at: datetime
    observation: int | None
