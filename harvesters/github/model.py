# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What GitHub says of organisations and repositories, as values; what it did not say is a value, too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

GitHubId = NewType("GitHubId", int)
"""GitHub's number of an account or a repository. Names are re-used by strangers, numbers are not."""

FullName = NewType("FullName", str)
"""OWNER/NAME, as GitHub spells it and as its naming rule allows."""


class OwnerKind(StrEnum):
    """What kind of account owns a repository."""

    ORGANISATION = "organisation"
    USER = "user"
    OTHER = "other"


class Unasked(StrEnum):
    """Why a repository's fork parent is not known: GitHub's lists do not tell it."""

    NOT_ASKED = "not asked"
    NOT_TOLD = "asked, not told"


@dataclass(frozen=True)
class Parent:
    """The repository that a fork was made from."""

    github_id: GitHubId
    full_name: FullName


@dataclass(frozen=True)
class RepositoryFacts:
    """What GitHub says of one repository.

    `parent` is None where the repository is no fork. `licence_spdx` is GitHub's own opinion
    (`license.spdx_id`), None where it has none. `clone_url` and `html_url` are built by us from the host and
    `full_name`, never taken from the answer. `size` is GitHub's figure in kibibytes.
    """

    github_id: GitHubId
    full_name: FullName
    owner_login: str
    owner_id: GitHubId
    owner_kind: OwnerKind
    private: bool
    visibility: str
    archived: bool
    disabled: bool
    fork: bool
    description: str | None
    topics: tuple[str, ...]
    default_branch: str | None
    licence_spdx: str | None
    created_at: datetime | None
    pushed_at: datetime | None
    size: int
    has_wiki: bool
    html_url: str
    clone_url: str
    parent: Parent | Unasked | None


@dataclass(frozen=True)
class Account:
    """A GitHub account: its number and the login it bore when it was seen."""

    github_id: GitHubId
    login: str


@dataclass(frozen=True)
class NotObserved:
    """GitHub was not asked, or does not show it to this token."""

    reason: str


@dataclass(frozen=True)
class Administrators:
    """Who administers an organisation, all of them, as one of its members is shown."""

    accounts: tuple[Account, ...]


@dataclass(frozen=True)
class Unreadable:
    """One entry of a list that does not say what GitHub's entries say; the others are read."""

    page: str
    position: int
    reason: str


@dataclass(frozen=True)
class Organisation:
    """The repositories of one account, as its list showed them.

    `unchanged` says that GitHub answered every page with "not modified" (304). `problems` are entries that
    could not be read: the list is then not complete, and nothing may be concluded from absence.
    """

    login: str
    account: Account
    kind: OwnerKind
    repositories: tuple[RepositoryFacts, ...]
    seen_at: datetime
    unchanged: bool = False
    problems: tuple[Unreadable, ...] = ()
    administrators: Administrators | NotObserved = NotObserved("administrators were not asked for")


@dataclass(frozen=True)
class Visible:
    """The repository is there, under the name that was asked for."""

    asked: str
    facts: RepositoryFacts
    seen_at: datetime


@dataclass(frozen=True)
class Moved:
    """The repository that was asked for is now known by another name: renamed or transferred."""

    asked: str
    facts: RepositoryFacts
    seen_at: datetime


@dataclass(frozen=True)
class Gone:
    """No longer visible: deleted or private (GitHub does not tell which)."""

    asked: str
    seen_at: datetime
    reason: str = "no longer visible: deleted or private"


@dataclass(frozen=True)
class Blocked:
    """GitHub has blocked it (451 for a DMCA notice, 403 for its terms); `notice` is where it says why."""

    asked: str
    seen_at: datetime
    status: int
    reason: str
    notice: str | None
    since: datetime | None


Observation = Visible | Moved | Gone | Blocked
"""What was observed of one repository that was asked for by name or by number."""
