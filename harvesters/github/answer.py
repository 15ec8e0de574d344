# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An answer of GitHub's: status, headers and exact bytes, and what its headers point to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

_NEXT = re.compile(r'<([^<>]{1,2000})>\s*;[^,]{0,200}?\brel="?next"?')


@dataclass(frozen=True)
class Answer:
    """One answer. `unchanged`: GitHub said "not modified", and `body` is what it said the last time.

    `headers` have lower-case names. `complete` is False where the connection broke inside the body, or the
    body was longer than is read.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    seen_at: datetime
    unchanged: bool = False
    complete: bool = True


def next_page(answer: Answer) -> str | None:
    """Return the address of the next page that the Link header names, None at the last one."""
    found = _NEXT.search(answer.headers.get("link", ""))
    return found.group(1) if found else None


def redirected(answer: Answer, base: str) -> str | None:
    """Return the path that a 301, 302, 307 or 308 leads to, None where it leads out of `base`."""
    if answer.status not in {301, 302, 307, 308}:
        return None
    return inside(answer.headers.get("location", ""), base)


def inside(address: str, base: str) -> str | None:
    """Return `address` as path and query below `base`; None where it is not: the token is for `base` alone."""
    try:
        there, here = urlsplit(address), urlsplit(base)
        same = (there.scheme, there.hostname, there.port) == (here.scheme, here.hostname, here.port)
    except ValueError:
        return None
    path = there.path.removeprefix(here.path.rstrip("/"))
    below = there.path.startswith(here.path.rstrip("/") + "/") and ".." not in there.path.split("/")
    if not same or not below or there.username or there.password:
        return None
    return f"{path}?{there.query}" if there.query else path
