# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What the tests of terms ask again and again."""

from __future__ import annotations

from registry.licences.terms.model import Column, Statement, Use
from registry.licences.terms.reading import every_licence


def statements(identifier: str, use: Use, *columns: Column) -> list[Statement]:
    """What is said of one use, in some or all columns."""
    found = every_licence()[identifier].uses[use]
    return [one for column in columns or Column for one in found[column]]


def keys(identifier: str, use: Use, *columns: Column) -> set[str]:
    """The keys of what is said of one use."""
    return {one.key for one in statements(identifier, use, *columns)}


def cited(identifier: str, use: Use, *columns: Column) -> set[str]:
    """The clauses that are cited for one use."""
    return {clause.key for one in statements(identifier, use, *columns) for clause in one.clauses}
