# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Parsing GitHub's answers: JSON from strangers becomes values, or one sentence says why not.

Every field is hostile until it is checked: types, lengths, and the names that addresses are built from. Input
is an entry of `GET /orgs/ORG/repos?per_page=100` or the answer of `GET /repos/OWNER/NAME`, for example
`{"id": 1, "full_name": "a/b", "owner": {"login": "a", "id": 2, "type": "User"}, "private": false, ...}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from harvesters.errors import UnreadableError
from harvesters.github.fields import (
    LONGEST_TEXT,
    JsonObject,
    date_of,
    flag_of,
    json_object,
    json_value,
    moment_of,
    number_of,
    object_of,
    optional_text,
    size_of,
    text_of,
)
from harvesters.github.model import (
    Account,
    Blocked,
    FullName,
    OwnerKind,
    Parent,
    RepositoryFacts,
    Unasked,
)

# An owner: letters, digits and hyphens (and underscores in managed accounts), at most 39 (100 is lenient
# towards old ones). A repository: letters, digits, '.', '_', '-', at most 100, never '.' or '..', and never
# with an ending that makes its address another's.
_OWNER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})", re.ASCII)
_NAME = re.compile(r"(?!\.{1,2}\Z)[A-Za-z0-9._-]{1,100}(?<!\.git)(?<!\.wiki)", re.ASCII | re.IGNORECASE)
_SPDX = re.compile(r"[A-Za-z0-9.+-]{1,100}", re.ASCII)
_MOST_TOPICS = 100


@dataclass(frozen=True)
class Site:
    """Where repositories of a GitHub live on the web, for example `https://github.com`.

    `private` says whether private repositories may be told of: a parent that is one stays untold otherwise.
    """

    web: str
    private: bool = False


def repository_facts(value: object, site: Site) -> RepositoryFacts:
    """Return what an entry of a list, or a single answer, says of a repository."""
    entry = object_of(value, "the repository")
    account, kind, name = _owned(entry)
    return RepositoryFacts(
        github_id=number_of(entry, "id"),
        full_name=name,
        owner_login=account.login,
        owner_id=account.github_id,
        owner_kind=kind,
        private=flag_of(entry, "private"),
        visibility=_visibility(entry),
        archived=flag_of(entry, "archived", default=False),
        disabled=flag_of(entry, "disabled", default=False),
        fork=flag_of(entry, "fork"),
        description=optional_text(entry, "description"),
        topics=_topics(entry),
        default_branch=optional_text(entry, "default_branch"),
        licence_spdx=_licence(entry),
        created_at=moment_of(entry, "created_at"),
        pushed_at=moment_of(entry, "pushed_at"),
        size=size_of(entry),
        has_wiki=flag_of(entry, "has_wiki", default=False),
        html_url=f"{site.web}/{name}",
        clone_url=f"{site.web}/{name}.git",
        parent=_parent(entry, site),
    )


def _owned(entry: JsonObject) -> tuple[Account, OwnerKind, FullName]:
    owner = object_of(entry.get("owner"), "owner")
    account, name = account_of(owner), _full_name(entry)
    if account.login.lower() != name.partition("/")[0].lower():
        raise UnreadableError("owner and full_name name different accounts")
    return account, owner_kind(owner), name


def account_of(value: object) -> Account:
    """Return the account of an answer's `owner`, or of an organisation's own answer."""
    entry = object_of(value, "the account")
    login = text_of(entry, "login", 100)
    if not is_login(login):
        raise UnreadableError("login is no name that GitHub allows")
    return Account(number_of(entry, "id"), login)


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
    return message[:LONGEST_TEXT] if isinstance(message, str) else ""


def shows_private(body: bytes) -> bool:
    """Whether an answer, an entry of it, or the parent in it, says that it is of a private repository."""
    if b'"private"' not in body:
        return False
    try:
        value = json_value(body)
    except UnreadableError:
        return True  # broken off, perhaps inside a private one
    entries = (
        value if isinstance(value, list) else [value, *(value.values() if isinstance(value, dict) else ())]
    )
    return any(isinstance(entry, dict) and entry.get("private", False) is not False for entry in entries)


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
        date_of(block.get("created_at")),
    )


def _visibility(entry: JsonObject) -> str:
    value = entry.get("visibility")
    if isinstance(value, str) and value in {"public", "private", "internal"}:
        return value
    return "private" if flag_of(entry, "private") else "public"


def _topics(entry: JsonObject) -> tuple[str, ...]:
    value = entry.get("topics") or []
    if not isinstance(value, list) or not all(isinstance(topic, str) for topic in value):
        raise UnreadableError("topics is no list of texts")
    return tuple(topic[:200] for topic in value[:_MOST_TOPICS] if topic.isprintable())


def _licence(entry: JsonObject) -> str | None:
    licence = entry.get("license")
    if licence is None:
        return None
    spdx = object_of(licence, "license").get("spdx_id")
    if spdx is not None and (not isinstance(spdx, str) or not _SPDX.fullmatch(spdx)):
        raise UnreadableError("license.spdx_id is no SPDX identifier")
    return spdx


def _parent(entry: JsonObject, site: Site) -> Parent | Unasked | None:
    if not flag_of(entry, "fork"):
        return None
    if "parent" not in entry:
        return Unasked.NOT_ASKED
    if entry["parent"] is None:
        return Unasked.NOT_TOLD
    parent = object_of(entry["parent"], "parent")
    if parent.get("private") is not False and not site.private:
        return Unasked.NOT_TOLD
    return Parent(number_of(parent, "id"), _full_name(parent))


def _full_name(entry: JsonObject) -> FullName:
    name = text_of(entry, "full_name", 200)
    if not is_full_name(name):
        raise UnreadableError("full_name is no name that GitHub allows")
    return FullName(name)
