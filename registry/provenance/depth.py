# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Depth: was content written change by change (A), or did it arrive in bulk (B), by signs one can count.

A first form: it looks at how many files one commit brought. Subjects, dates and authors are not weighed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from registry.provenance.snapshot import Bulk

_FEWEST_AT_ROOT = 20
_FEWEST_LATER = 100
_SHARE = 4  # a later commit brought at least a quarter of as many files as the tree holds now


@dataclass(frozen=True)
class Brought:
    """How many files a commit wrote for the first time or anew, and whether it has parents."""

    commit: str
    root: bool
    added: int
    changed: int


def bulk(history: Iterable[Brought], files_now: int) -> tuple[Bulk, ...]:
    """Return the commits that delivered in bulk, each with its signs."""
    found = []
    for one in history:
        signs = _signs(one, files_now)
        if signs:
            found.append(Bulk(one.commit, signs))
    return tuple(found)


def _signs(one: Brought, files_now: int) -> tuple[str, ...]:
    if one.root and one.added >= _FEWEST_AT_ROOT:
        return (f"root:{one.added}",)
    written = one.added + one.changed
    if written >= _FEWEST_LATER and one.added * _SHARE >= files_now:
        return (f"added:{one.added}", f"of:{files_now}")
    return ()
