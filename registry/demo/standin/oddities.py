# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Oddities: what goes wrong at a GitHub, done to an answer."""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from registry.demo.standin.reply import Reply
from registry.demo.standin.shapes import refusal
from registry.demo.standin.world import Kind, Oddity

PRIMARY = (
    "API rate limit exceeded for 203.0.113.7. (But here's the good news: Authenticated requests get more.)"
)
FOREIGN = "http://169.254.169.254/latest/meta-data"
SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."

INSTEAD = {
    Kind.PRIMARY_LIMIT, Kind.SECONDARY_LIMIT, Kind.TOO_MANY, Kind.SECONDARY_SILENT, Kind.FORBIDDEN,
    Kind.SERVER_ERROR, Kind.STATUS, Kind.FOREIGN_REDIRECTION, Kind.CIRCULAR_REDIRECTION,
}  # fmt: skip


class Script:
    """Which oddity is due at which call: it remembers how often a path was asked for."""

    def __init__(self) -> None:
        self._met: Counter[Oddity] = Counter()
        self._lock = threading.Lock()

    def due(self, oddities: tuple[Oddity, ...], path: str) -> Oddity | None:
        """Return the oddity that happens at this call of `path`, if one does."""
        with self._lock:
            for oddity in oddities:
                if not re.fullmatch(oddity.path, path):
                    continue
                turn = self._met[oddity]
                self._met[oddity] += 1
                if turn >= oddity.after and (oddity.times is None or turn < oddity.after + oddity.times):
                    return oddity
        return None


def instead(oddity: Oddity, url: str, now: float) -> Reply:
    """Return the refusal that comes instead of an answer."""
    wait = {"Retry-After": str(oddity.value)}
    spent = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(now) + oddity.value)}
    moved = refusal("Moved Permanently", 301)
    replies = {
        Kind.PRIMARY_LIMIT: Reply(403, refusal(PRIMARY, 403), spent),
        Kind.SECONDARY_LIMIT: Reply(403, refusal(SECONDARY, 403), wait),
        Kind.TOO_MANY: Reply(429, refusal(SECONDARY, 429), wait),
        Kind.SECONDARY_SILENT: Reply(403, refusal(SECONDARY, 403)),
        Kind.FORBIDDEN: Reply(403, refusal("Resource not accessible by integration", 403)),
        Kind.FOREIGN_REDIRECTION: Reply(301, moved, {"Location": FOREIGN}),
        Kind.CIRCULAR_REDIRECTION: Reply(301, moved, {"Location": url}),
    }
    unicorn = Reply(oddity.value, b"<html><body>Unicorn!</body></html>", {"Content-Type": "text/html"})
    other = (
        unicorn if oddity.value >= 500 else Reply(oddity.value, refusal("Validation Failed", oddity.value))
    )
    return replies.get(oddity.kind, other)


def disturb(oddity: Oddity, reply: Reply, url: str) -> Reply:
    """Return the answer as the oddity leaves it."""
    foreign = '<http://203.0.113.9/api/orgs/stolen/repos?page=2>; rel="next"'
    changes: dict[Kind, Callable[[], dict[str, Any]]] = {
        Kind.TRUNCATED: lambda: {"cut": max(1, len(reply.body) // 2)},
        Kind.NOT_JSON: lambda: {"value": reply.body[:-1] + b"\xff,"},
        Kind.DEEP_JSON: lambda: {"value": b"[" * 200_000},
        Kind.WRONG_TYPES: lambda: {"value": _wrong(reply.value)},
        Kind.NOT_A_LIST: lambda: {"value": {"items": reply.value}},
        Kind.FOREIGN_LINK: lambda: {"headers": {**reply.headers, "Link": foreign}},
        Kind.ENDLESS_PAGES: lambda: {"headers": {**reply.headers, "Link": f'<{url}>; rel="next"'}},
    }
    if oddity.kind is Kind.SLOW:
        time.sleep(oddity.value)
    change = changes.get(oddity.kind)
    return replace(reply, **change()) if change is not None else reply


def _wrong(value: Any) -> Any:
    """Return every entry with every field of another type; every second entry of a list stays whole."""
    if isinstance(value, list):
        return [_wrong(entry) if number % 2 else entry for number, entry in enumerate(value)]
    if isinstance(value, dict):
        return {name: [] if isinstance(entry, (str, int)) else "\x1b[31m" for name, entry in value.items()}
    return 17
