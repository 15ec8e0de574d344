# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A page of a list: the members behind a place, and the address of those that follow.

A place is the key of the member read last, not a number: what is added or goes away before it moves nothing. Keys
are bytes, so that every cursor of the right form is a place, whoever wrote it.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import parse_qsl, urlencode

from flask import request

_T = TypeVar("_T")
CURSOR = r"^(?:[A-Za-z0-9_-]{4}){0,1500}(?:[A-Za-z0-9_-]{2,3})?$"
"""Base64 for addresses (RFC 4648, section 5) without its filling."""

_DIGITS, _MIDDLE, _LARGEST = 20, 10**19, 2**63 - 1


@dataclass(frozen=True)
class Part(Generic[_T]):
    """Members in their order, and the address of those that follow; None where all have been read."""

    members: tuple[_T, ...]
    following: str | None


def part(members: Iterable[_T], key: Callable[[_T], bytes], limit: int, cursor: str | None) -> Part[_T]:
    """Return a part of a list in the order of its members' keys."""
    after = None if cursor is None else place(cursor)
    found = [one for one in members if after is None or key(one) > after]
    return cut(sorted(found, key=key)[: limit + 1], key, limit)


def cut(members: Sequence[_T], key: Callable[[_T], bytes], limit: int) -> Part[_T]:
    """Return the first `limit` of members in order; one more than that says that there are more."""
    shown = tuple(members[:limit])
    return Part(shown, _following(key(shown[-1])) if len(members) > limit else None)


def place(cursor: str) -> bytes:
    """Return the key that a cursor stands for."""
    return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))


def number_of(cursor: str) -> int:
    """Return the number at the head of a key; every other text stands before or behind all numbers."""
    head = place(cursor)[:_DIGITS].ljust(_DIGITS, b"0")
    digits = bytes(min(max(one, ord("0")), ord("9")) for one in head)
    return max(-_LARGEST, min(int(digits) - _MIDDLE, _LARGEST))


def said() -> list[tuple[str, str]]:
    """Return what the address says, any byte of it; Flask's own reading loses those that are no UTF-8."""
    query = request.query_string.decode("utf-8", "surrogateescape")
    return parse_qsl(query, keep_blank_values=True, errors="surrogateescape")


def key_of(*parts: str | int) -> bytes:
    """Return parts as one key that stands in their order: texts by code point, numbers by size."""
    return b"\0".join(_bytes(one) for one in parts)


def _bytes(one: str | int) -> bytes:
    if isinstance(one, int):
        return f"{one + _MIDDLE:0{_DIGITS}}".encode()
    return one.encode("utf-8", "surrogateescape")


def _following(key: bytes) -> str:
    """Return this call's address with the place behind `key`."""
    asked = [(name, value) for name, value in said() if name != "cursor"]
    cursor = base64.urlsafe_b64encode(key).decode().rstrip("=")
    return f"{request.path}?{urlencode([*asked, ('cursor', cursor)], errors='surrogateescape')}"
