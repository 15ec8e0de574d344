# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A mistake in a facts file: which line, which field, and what was expected there."""

from __future__ import annotations

from registry.errors import BadInputError
from registry.text import visible


class FactsError(BadInputError):
    """A facts file cannot be read; `line` counts from 1, `also` is the other place of a contradiction."""

    def __init__(self, line: int, field: str, expected: str, also: int | None = None) -> None:
        self.line = line
        self.field = field
        self.expected = expected
        self.also = also
        other = f" (see line {also})" if also is not None else ""
        super().__init__(f"line {line}, {visible(field, 80)}: {expected}{other}")


def shown(value: str) -> str:
    """Return what stood in the file, short and harmless, for the end of a sentence."""
    return f"`{visible(value, 60)}`"
