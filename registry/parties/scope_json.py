# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A scope as it is kept: JSON in which each repository stands by the paper's name for it and the register's id.

A scope whose value was erased fits nothing: what is no longer known never widens a paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from registry.parties.scope import EVERYTHING, Covers

Bound = Mapping[str, int]
"""The register's id of each repository that a paper names."""

_NOTHING = Covers(repositories=frozenset())


def scope_json(covers: Covers, bound: Bound) -> dict[str, Any]:
    """Return a scope as it is kept; raises KeyError for a name that was not bound."""
    written: dict[str, Any] = {}
    if covers.repositories is not None:
        written["repositories"] = [[name, bound[name]] for name in sorted(covers.repositories)]
    if covers.paths is not None:
        written["paths"] = list(covers.paths)
    for name in ("work_types", "authors"):
        values = getattr(covers, name)
        if values is not None:
            written[name] = sorted(values)
    for name in ("created_from", "created_until"):
        day = getattr(covers, name)
        if day is not None:
            written[name] = day.isoformat()
    if covers.revision is not None:
        written["revision"] = covers.revision
    return written


def scope_named(kept: Mapping[str, Any] | None) -> Covers:
    """Return a kept scope with its repositories as the paper names them."""
    return _scope(kept, 0)


def scope_bound(kept: Mapping[str, Any] | None) -> Covers:
    """Return a kept scope with its repositories as the register's ids, in text."""
    return _scope(kept, 1)


def _scope(kept: Mapping[str, Any] | None, place: int) -> Covers:
    if kept is None:
        return _NOTHING
    if not kept:
        return EVERYTHING
    repositories = kept.get("repositories")
    paths = kept.get("paths")
    return Covers(
        repositories=None if repositories is None else frozenset(str(one[place]) for one in repositories),
        paths=None if paths is None else tuple(paths),
        work_types=_set(kept.get("work_types")),
        authors=_set(kept.get("authors")),
        created_from=day_of(kept.get("created_from")),
        created_until=day_of(kept.get("created_until")),
        revision=kept.get("revision"),
    )


def day_of(written: str | None) -> date | None:
    """Return a day kept as text."""
    return None if written is None else date.fromisoformat(written)


def _set(values: list[str] | None) -> frozenset[str] | None:
    return None if values is None else frozenset(values)
