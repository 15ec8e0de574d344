# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The world that a stand-in shows: accounts, repositories, tokens, and what goes wrong where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

Noun = TypeVar("Noun")


class Kind(StrEnum):
    """What an oddity does instead of, or to, the answer."""

    PRIMARY_LIMIT = "primary_limit"  # 403, nothing remaining until the reset, `value` seconds from now
    SECONDARY_LIMIT = "secondary_limit"  # 403 with Retry-After: `value`
    TOO_MANY = "too_many"  # 429 with Retry-After: `value`
    SECONDARY_SILENT = "secondary_silent"  # 403 that only its message tells from a refusal
    FORBIDDEN = "forbidden"  # a plain 403
    SERVER_ERROR = "server_error"  # `value`, for example 502
    STATUS = "status"  # `value` with a basic error
    TRUNCATED = "truncated"  # the connection ends inside the body
    NOT_JSON = "not_json"
    DEEP_JSON = "deep_json"
    WRONG_TYPES = "wrong_types"  # every field of another type than GitHub's
    NOT_A_LIST = "not_a_list"
    FOREIGN_LINK = "foreign_link"  # the next page is on another host
    ENDLESS_PAGES = "endless_pages"  # the next page is this one
    FOREIGN_REDIRECTION = "foreign_redirection"
    CIRCULAR_REDIRECTION = "circular_redirection"
    SLOW = "slow"  # `value` seconds late


@dataclass(frozen=True)
class Oddity:
    """Something that goes wrong at API paths that match `path` (a regular expression over the whole path).

    It happens `times` times (always where that is None), after `after` undisturbed answers.
    """

    kind: Kind
    path: str
    times: int | None = None
    after: int = 0
    value: int = 0


@dataclass(frozen=True)
class Account:
    """An organisation or a person. `administrators` are logins of persons."""

    id: int
    login: str
    kind: str = "Organization"
    created_at: str = "2015-01-01T00:00:00Z"
    administrators: tuple[str, ...] = ()


@dataclass(frozen=True)
class Repository:
    """A repository. `former_names` lead to it by 301; `git` and `wiki` are git directories on disk."""

    id: int
    full_name: str
    private: bool = False
    archived: bool = False
    disabled: bool = False
    fork: bool = False
    parent: int | None = None
    description: str | None = None
    topics: tuple[str, ...] = ()
    default_branch: str = "main"
    licence: str | None = None
    created_at: str = "2020-01-01T00:00:00Z"
    pushed_at: str = "2024-01-01T00:00:00Z"
    size: int = 0
    has_wiki: bool = False
    git: Path | None = None
    wiki: Path | None = None
    former_names: tuple[str, ...] = ()
    blocked: bool = False

    @property
    def owner(self) -> str:
        """Return the login of the owner."""
        return self.full_name.partition("/")[0]

    @property
    def name(self) -> str:
        """Return the name without the owner."""
        return self.full_name.partition("/")[2]


@dataclass(frozen=True)
class Token:
    """A token: whose it is, and whose private repositories it shows."""

    token: str
    login: str
    sees: tuple[str, ...] = ()
    limit: int = 5000


@dataclass(frozen=True)
class World:
    """All that there is. `anonymous_limit` is the number of calls an hour without a token."""

    accounts: tuple[Account, ...] = ()
    repositories: tuple[Repository, ...] = ()
    tokens: tuple[Token, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    anonymous_limit: int = 60

    def account(self, login: str) -> Account | None:
        """Return the account with this login, whatever its case."""
        return next((account for account in self.accounts if account.login.lower() == login.lower()), None)

    def by_id(self, number: int) -> Repository | None:
        """Return the repository with this number."""
        return next((one for one in self.repositories if one.id == number), None)

    def by_name(self, full_name: str) -> Repository | None:
        """Return the repository that bears this name now."""
        wanted = full_name.lower()
        return next((one for one in self.repositories if one.full_name.lower() == wanted), None)

    def moved_from(self, full_name: str) -> Repository | None:
        """Return the repository that bore this name before."""
        wanted = full_name.lower()
        return next((one for one in self.repositories if wanted in map(str.lower, one.former_names)), None)

    def token(self, secret: str) -> Token | None:
        """Return what is known of a token."""
        return next((one for one in self.tokens if one.token == secret), None)


def world_from(data: Mapping[str, Any], folder: Path = Path()) -> World:
    """Return the world that a JSON object describes; git directories are relative to `folder`."""
    return World(
        accounts=tuple(_one(Account, entry, folder) for entry in data.get("accounts", ())),
        repositories=tuple(_one(Repository, entry, folder) for entry in data.get("repositories", ())),
        tokens=tuple(_one(Token, entry, folder) for entry in data.get("tokens", ())),
        oddities=tuple(_one(Oddity, entry, folder) for entry in data.get("oddities", ())),
        anonymous_limit=int(data.get("anonymous_limit", 60)),
    )


def _one(noun: type[Noun], entry: Mapping[str, Any], folder: Path) -> Noun:
    values: dict[str, Any] = {}
    for name in (field.name for field in fields(noun)):  # type: ignore[arg-type]
        if name in entry:
            value = entry[name]
            values[name] = tuple(value) if isinstance(value, list) else value
    for name in ("git", "wiki"):
        if isinstance(values.get(name), str):
            values[name] = folder / values[name]
    if noun is Oddity:
        values["kind"] = Kind(values["kind"])
    return noun(**values)
