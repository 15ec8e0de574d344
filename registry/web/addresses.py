# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An address: where a thing stands on these pages, for ever. The id decides; the name in it is for readers."""

from __future__ import annotations

import re
from urllib.parse import quote, quote_from_bytes

from registry.web.language import language

_NOT_IN_A_SLUG = re.compile(r"[^A-Za-z0-9._]+")
_KEY = re.compile(r"(\d{1,18})(?:-.*)?", re.ASCII | re.DOTALL)


def slug(text: str) -> str:
    """Return `text` as it stands in an address."""
    return _NOT_IN_A_SLUG.sub("-", text).strip("-.") or "x"


def repository(number: int, full_name: str) -> str:
    """/da/r/12-OWNER-NAME."""
    return f"/{language()}/r/{number}-{slug(full_name)}"


def repository_key(number: int, full_name: str) -> str:
    """12-OWNER-NAME."""
    return f"{number}-{slug(full_name)}"


def number_of(key: str) -> int | None:
    """Return 12 for 12-OWNER-NAME; None for what begins with no number of a repository."""
    found = _KEY.fullmatch(key)
    return int(found[1]) if found else None


def path(path: bytes) -> str:
    """Return a git path as part of an address: any byte comes back as it was."""
    return quote_from_bytes(path, safe="/")


def product(name: str) -> str:
    """/da/p/SLUG."""
    return f"/{language()}/p/{quote(name, safe='')}"


def contributor(number: int) -> str:
    """/da/c/7."""
    return f"/{language()}/c/{number}"


def organisation(login: str) -> str:
    """/da/o/LOGIN, a GitHub organisation."""
    return f"/{language()}/o/{quote(login, safe='')}"


def domain(name: str) -> str:
    """/da/d/DOMAIN, a mail domain."""
    return f"/{language()}/d/{quote(name, safe='')}"


def evidence(number: int) -> str:
    """/da/e/5."""
    return f"/{language()}/e/{number}"


TILES = "/tlog"
"""Where the log stands for machines (C2SP tlog-tiles): in no language."""


def log(position: int) -> str:
    """/da/log/5, an entry of the register's log."""
    return f"/{language()}/log/{position}"


def log_about(subject: str) -> str:
    """/da/log?about=repository/12, the entries about one thing."""
    return f"/{language()}/log?about={quote(subject, safe='/')}"


def page(name: str) -> str:
    """/da/NAME."""
    return f"/{language()}/{name}"


def api(path: str) -> str:
    """/api/v1/PATH, where a program reads the same."""
    return f"/api/v1/{path}"
