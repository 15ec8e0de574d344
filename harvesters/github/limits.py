# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A pause: how long GitHub asks a client to wait, by its primary and secondary rate limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from harvesters.github.answer import Answer

SECONDARY = timedelta(seconds=60)
"""What GitHub's documentation asks to wait at a secondary limit that names no time."""

_LONGEST = timedelta(days=1)
_PATIENCE = (1.0, 2.0, 4.0)
"""Seconds between the attempts at an answer that failed on GitHub's side."""


@dataclass(frozen=True)
class Pause:
    """A wait that GitHub asked for, until `until` by our own clock."""

    until: datetime
    seconds: float
    reason: str


def pause_asked(answer: Answer, message: str, now: datetime) -> Pause | None:
    """Return the pause that a 403 or 429 asks for; None where it is a refusal that waiting does not mend."""
    if answer.status not in {403, 429}:
        return None
    secondary = "secondary rate limit" in message.lower() or "abuse detection" in message.lower()
    if "retry-after" in answer.headers:
        reason = "GitHub asks for a pause (secondary rate limit)"
        return _pause(_after(answer.headers["retry-after"], now), now, reason)
    if answer.headers.get("x-ratelimit-remaining") == "0":
        limit = number_in(answer.headers.get("x-ratelimit-limit", "")) or "all"
        reason = f"GitHub's rate limit is used up ({limit} calls an hour)"
        return _pause(_until_reset(answer, now), now, reason)
    if secondary or answer.status == 429:
        return _pause(SECONDARY, now, "GitHub asks for a pause (secondary rate limit)")
    return None


def backoff(attempt: int) -> float | None:
    """Return the seconds to wait before trying a failed answer again; None when it was tried enough."""
    return _PATIENCE[attempt] if attempt < len(_PATIENCE) else None


def server_failed(answer: Answer) -> bool:
    """Whether the answer failed on GitHub's side or on the way: worth another try."""
    return answer.status >= 500 or not answer.complete


def clock_text(moment: datetime) -> str:
    """Return a time for people, in UTC."""
    return moment.astimezone(UTC).strftime("%H:%M:%S UTC")


def number_in(text: str) -> int | None:
    """Return a header's number, None where it holds none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def _pause(wait: timedelta, now: datetime, reason: str) -> Pause:
    bounded = min(max(wait, timedelta(seconds=1)), _LONGEST)
    return Pause(now + bounded, bounded.total_seconds(), reason)


def _after(value: str, now: datetime) -> timedelta:
    """Return what Retry-After says: seconds, or a date."""
    seconds = number_in(value)
    if seconds is not None:
        return timedelta(seconds=seconds)
    try:
        return parsedate_to_datetime(value) - now
    except (TypeError, ValueError):
        return SECONDARY


def _until_reset(answer: Answer, now: datetime) -> timedelta:
    """Return the time to X-RateLimit-Reset by GitHub's own clock, and a second more: it is cut to seconds."""
    reset = number_in(answer.headers.get("x-ratelimit-reset", ""))
    if reset is None:
        return SECONDARY
    try:
        theirs = parsedate_to_datetime(answer.headers.get("date", "")).timestamp()
    except (TypeError, ValueError):
        theirs = now.timestamp()
    return timedelta(seconds=reset - theirs + 1)
