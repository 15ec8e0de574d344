# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The language of an answer's sentences: Danish unless Accept-Language prefers English. Names never change."""

from __future__ import annotations

from flask import g, has_request_context, request

from registry.ownership.telling import Language


def language() -> Language:
    """Return the language of this request."""
    if not has_request_context():
        return Language.DANISH
    # a list of 500 asks thousands of times
    if g.get("language") is None:
        g.language = Language(request.accept_languages.best_match(["da", "en"], default="da"))
    found: Language = g.language
    return found


def speak(chosen: Language | None) -> None:
    """Answer this request in a language whatever Accept-Language says; None changes nothing."""
    g.language = chosen


def say(danish: str, english: str) -> str:
    """Return a sentence in the language of this request."""
    return danish if language() is Language.DANISH else english
