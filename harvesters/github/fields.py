# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A field of an answer: taken out with its type and its bounds, or one sentence says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import cast

from harvesters.errors import UnreadableError
from harvesters.github.model import GitHubId

LONGEST_TEXT = 10_000
"""Characters of a text that are read; GitHub allows 350 in a description."""

_LARGEST = 2**63 - 1
# what no database takes and no screen shows: NUL, and halves of surrogate pairs
_UNWRITABLE = {0: 0xFFFD} | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)

JsonObject = Mapping[str, object]


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
    return object_of(json_value(body), "the answer")


def object_of(value: object, what: str) -> JsonObject:
    """Return `value` as a JSON object."""
    if not isinstance(value, dict):
        raise UnreadableError(f"{what} is no JSON object")
    return cast("JsonObject", value)


def number_of(entry: JsonObject, key: str) -> GitHubId:
    """Return a number of GitHub's: positive, and small enough for a database."""
    value = entry.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _LARGEST:
        raise UnreadableError(f"{key} is no number of GitHub's")
    return GitHubId(value)


def text_of(entry: JsonObject, key: str, longest: int) -> str:
    """Return a text of 1 to `longest` characters."""
    value = entry.get(key)
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        raise UnreadableError(f"{key} is no text of 1 to {longest} characters")
    return value.translate(_UNWRITABLE)


def optional_text(entry: JsonObject, key: str) -> str | None:
    """Return a text, cut to what is read of it; None where there is none."""
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise UnreadableError(f"{key} is no text")
    return value[:LONGEST_TEXT].translate(_UNWRITABLE) if value else None


def flag_of(entry: JsonObject, key: str, *, default: bool | None = None) -> bool:
    """Return true or false."""
    value = entry.get(key, default)
    if not isinstance(value, bool):
        raise UnreadableError(f"{key} is neither true nor false")
    return value


def size_of(entry: JsonObject) -> int:
    """Return a count of kibibytes."""
    value = entry.get("size", 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LARGEST:
        raise UnreadableError("size is no count of kibibytes")
    return value


def moment_of(entry: JsonObject, key: str) -> datetime | None:
    """Return a time in UTC; None where there is none."""
    value = entry.get(key)
    if value is None:
        return None
    moment = date_of(value)
    if moment is None:
        raise UnreadableError(f"{key} is no time in ISO 8601")
    return moment


def date_of(value: object) -> datetime | None:
    """Return a time in UTC; None where `value` is no time."""
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
