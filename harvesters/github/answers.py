# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Parsing GitHub's answers: JSON from strangers becomes values, or one sentence says why not.

Every field is hostile until it is checked: types, lengths, and the names that addresses are built from. Input
is an entry of `GET /orgs/ORG/repos?per_page=100` or the answer of `GET /repos/OWNER/NAME`, for example
`{"id": 1, "full_name": "a/b", "owner": {"login": "a", "id": 2, "type": "User"}, "private": false, ...}`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from harvesters.errors import UnreadableError
from harvesters.github.model import (
    Account,
    Blocked,
    FullName,
    GitHubId,
    OwnerKind,
    Parent,
    RepositoryFacts,
    Unasked,
)

# An owner: letters, digits and hyphens (and underscores in managed accounts), at most 39 (100 is lenient
# towards old ones). A repository: letters, digits, '.', '_', '-', at most 100, never '.' or '..'.
_OWNER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})", re.ASCII)
_NAME = re.compile(r"(?!\.{1,2}\Z)[A-Za-z0-9._-]{1,100}", re.ASCII)
_SPDX = re.compile(r"[A-Za-z0-9.+-]{1,100}", re.ASCII)
_LARGEST = 2**63 - 1
_LONGEST_TEXT = 10_000
_MOST_TOPICS = 100

JsonObject = Mapping[str, object]


@dataclass(frozen=True)
class Site:
    """Where repositories of a GitHub live on the web, for example `https://github.com`."""

    web: str


def json_value(body: bytes) -> object:
    """Return the JSON value of `body`; UnreadableError if it is none."""
    try:
        return cast("object", json.loads(body.decode("utf-8")))
    except (ValueError, RecursionError) as error:
        raise UnreadableError("the answer is no valid JSON") from error


def json_list(body: bytes) -> list[object]:
    """Return the JSON list of `body`."""
    value = json_value(body)
    if not isinstance(value, list):
        raise UnreadableError("the answer is no list")
    return value


def json_object(body: bytes) -> JsonObject:
    """Return the JSON object of `body`."""
    return _object(json_value(body), "the answer")


def repository_facts(value: object, site: Site) -> RepositoryFacts:
    """Return what an entry of a list, or a single answer, says of a repository."""
    entry = _object(value, "the repository")
    name = _text(entry, "full_name", 200)
    if not is_full_name(name):
        raise UnreadableError("full_name is no name that GitHub allows")
    owner = _object(entry.get("owner"), "owner")
    account = account_of(owner)
    fork, private = _flag(entry, "fork"), _flag(entry, "private")
    return RepositoryFacts(
        github_id=_number(entry, "id"),
        full_name=FullName(name),
        owner_login=account.login,
        owner_id=account.github_id,
        owner_kind=owner_kind(owner),
        private=private,
        visibility=_visibility(entry, private),
        archived=_flag(entry, "archived", default=False),
        disabled=_flag(entry, "disabled", default=False),
        fork=fork,
        description=_optional_text(entry, "description"),
        topics=_topics(entry),
        default_branch=_optional_text(entry, "default_branch"),
        licence_spdx=_licence(entry),
        created_at=_moment(entry, "created_at"),
        pushed_at=_moment(entry, "pushed_at"),
        size=_size(entry),
        has_wiki=_flag(entry, "has_wiki", default=False),
        html_url=f"{site.web}/{name}",
        clone_url=f"{site.web}/{name}.git",
        parent=_parent(entry) if fork else None,
    )


def account_of(value: object) -> Account:
    """Return the account of an answer's `owner`, or of an organisation's own answer."""
    entry = _object(value, "the account")
    login = _text(entry, "login", 100)
    if not is_login(login):
        raise UnreadableError("login is no name that GitHub allows")
    return Account(_number(entry, "id"), login)


def owner_kind(owner: JsonObject) -> OwnerKind:
    """Return what kind of account `owner` is."""
    kinds = {"Organization": OwnerKind.ORGANISATION, "User": OwnerKind.USER}
    kind = owner.get("type")
    return kinds.get(kind, OwnerKind.OTHER) if isinstance(kind, str) else OwnerKind.OTHER


def is_full_name(name: str) -> bool:
    """Whether `name` is OWNER/NAME by GitHub's own rule."""
    owner, slash, repository = name.partition("/")
    return bool(slash and is_login(owner) and _NAME.fullmatch(repository))


def is_login(name: str) -> bool:
    """Whether `name` may be a GitHub account's login."""
    return _OWNER.fullmatch(name) is not None


def message_of(body: bytes) -> str:
    """Return GitHub's own `message` in a refusal; empty where there is none."""
    try:
        message = json_object(body).get("message")
    except UnreadableError:
        return ""
    return message[:_LONGEST_TEXT] if isinstance(message, str) else ""


def shows_private(body: bytes) -> bool:
    """Whether an answer, or an entry of it, says that it is of a private repository."""
    if b'"private"' not in body:
        return False
    try:
        value = json_value(body)
    except UnreadableError:
        return True  # broken off, perhaps inside a private one
    entries = value if isinstance(value, list) else [value]
    return any(isinstance(entry, dict) and entry.get("private") is not False for entry in entries)


def blocked(asked: str, status: int, body: bytes, seen_at: datetime) -> Blocked | None:
    """Return what a 451, or a 403 with a `block`, says; None where a 403 is an ordinary refusal."""
    try:
        block = json_object(body).get("block")
    except UnreadableError:
        block = None
    if not isinstance(block, dict):
        return (
            Blocked(asked, seen_at, status, "unavailable for legal reasons", None, None)
            if status == 451
            else None
        )
    reason, notice = block.get("reason"), block.get("html_url")
    return Blocked(
        asked,
        seen_at,
        status,
        reason[:200] if isinstance(reason, str) else "not told",
        notice[:500] if isinstance(notice, str) and notice.startswith("https://") else None,
        _date(block.get("created_at")),
    )


def _object(value: object, what: str) -> JsonObject:
    if not isinstance(value, dict):
        raise UnreadableError(f"{what} is no JSON object")
    return cast("JsonObject", value)


def _number(entry: JsonObject, key: str) -> GitHubId:
    value = entry.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _LARGEST:
        raise UnreadableError(f"{key} is no number of GitHub's")
    return GitHubId(value)


def _text(entry: JsonObject, key: str, longest: int) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        raise UnreadableError(f"{key} is no text of 1 to {longest} characters")
    return value


def _optional_text(entry: JsonObject, key: str) -> str | None:
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise UnreadableError(f"{key} is no text")
    return value[:_LONGEST_TEXT] if value else None


def _flag(entry: JsonObject, key: str, *, default: bool | None = None) -> bool:
    value = entry.get(key, default)
    if not isinstance(value, bool):
        raise UnreadableError(f"{key} is neither true nor false")
    return value


def _visibility(entry: JsonObject, private: bool) -> str:
    value = entry.get("visibility")
    if isinstance(value, str) and value in {"public", "private", "internal"}:
        return value
    return "private" if private else "public"


def _topics(entry: JsonObject) -> tuple[str, ...]:
    value = entry.get("topics") or []
    if not isinstance(value, list) or not all(isinstance(topic, str) for topic in value):
        raise UnreadableError("topics is no list of texts")
    return tuple(topic[:200] for topic in value[:_MOST_TOPICS])


def _licence(entry: JsonObject) -> str | None:
    licence = entry.get("license")
    if licence is None:
        return None
    spdx = _object(licence, "license").get("spdx_id")
    if spdx is not None and (not isinstance(spdx, str) or not _SPDX.fullmatch(spdx)):
        raise UnreadableError("license.spdx_id is no SPDX identifier")
    return spdx


def _size(entry: JsonObject) -> int:
    value = entry.get("size", 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LARGEST:
        raise UnreadableError("size is no count of kibibytes")
    return value


def _moment(entry: JsonObject, key: str) -> datetime | None:
    value = entry.get(key)
    if value is None:
        return None
    moment = _date(value)
    if moment is None:
        raise UnreadableError(f"{key} is no time in ISO 8601")
    return moment


def _date(value: object) -> datetime | None:
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _parent(entry: JsonObject) -> Parent | Unasked:
    if "parent" not in entry:
        return Unasked.NOT_ASKED
    if entry["parent"] is None:
        return Unasked.NOT_TOLD
    parent = _object(entry["parent"], "parent")
    name = _text(parent, "full_name", 200)
    if not is_full_name(name):
        raise UnreadableError("the parent's full_name is no name that GitHub allows")
    return Parent(_number(parent, "id"), FullName(name))
