# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Access: how GitHub is asked, on whose behalf, and who is told when it takes time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from harvesters.errors import SourceError
from harvesters.github.answer import Answer

GITHUB = "https://api.github.com"


def now_utc() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def say_nothing(_: str) -> None:
    """Tell nobody."""


def any_answer(_: Answer) -> bool:
    """Believe every remembered answer."""
    return True


@dataclass(frozen=True)
class Access:
    """How GitHub is asked: where, with which token, and whether private repositories may be seen.

    `cache` is the folder of remembered answers. `longest_wait` is the most seconds that rate limits may take,
    all together. `web` is where the repositories themselves live.
    """

    cache: Path
    token: str | None = field(default=None, repr=False)
    private: bool = False
    base: str = GITHUB
    web: str = "https://github.com"
    longest_wait: float = 3700.0
    timeout: int = 30


@dataclass(frozen=True)
class Surroundings:
    """What stands around a client: a clock, a way to sleep, and somebody to tell.

    `heard` says whether a remembered answer is one that was really heard. The file that remembers is no evidence:
    what it holds and nobody heard is asked for anew.
    """

    clock: Callable[[], datetime] = now_utc
    sleep: Callable[[float], None] = time.sleep
    say: Callable[[str], None] = say_nothing
    heard: Callable[[Answer], bool] = any_answer


@dataclass(frozen=True)
class About:
    """What a request is about: the kind and key of the items that its answers become."""

    kind: str
    key: str


def check_access(access: Access) -> None:
    """Refuse an address that a token should not travel to, and a token that is none."""
    parts = urlsplit(access.base)
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts.hostname or "")):
        raise SourceError(f"GitHub's address {access.base} is not https: a token would travel in the open.")
    if access.private and not access.token:
        raise SourceError("Private repositories need a token: give one, or harvest the public ones alone.")
    if access.token is not None and not (
        access.token.isascii() and access.token.isprintable() and access.token.strip()
    ):
        raise SourceError("The GitHub token holds characters that no token has: look at how it was given.")


def origin_of(base: str) -> str:
    """Return an address without its path."""
    parts = urlsplit(base)
    return f"{parts.scheme}://{parts.netloc}"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
