# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shape of a failure (RFC 9457)."""

from __future__ import annotations

from registry.api.shapes.shape import Shape


class Wrong(Shape):
    """A parameter that cannot be read, and what it must be."""

    parameter: str
    expected: str


class Problem(Shape):
    """Why there is no answer. `title`, `detail` and `expected` are in the language asked for; `type` explains."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[Wrong, ...]
