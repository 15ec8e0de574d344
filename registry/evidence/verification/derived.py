# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Derived tables against a recomputation, or against the digest that the log holds of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from registry.evidence.verification.model import Damage, DamageKind, Derived, Told
from registry.evidence.verification.reading import UNREADABLE


def check_derived(session: Session, derived: Derived, told: Told) -> Iterator[Damage]:
    """Hold what derived tables hold against what they should."""
    try:
        yield from _compare(session, derived, told)
    except UNREADABLE as error:
        text = f"a row of it cannot be read ({type(error).__name__}); drop it and compute it again"
        yield Damage(DamageKind.ALTERED, derived.name, "some row", text)


def _compare(session: Session, derived: Derived, told: Told) -> Iterator[Damage]:
    if derived.expected is None:
        wanted, source = dict(told.derived.get(derived.name, {})), "the log says"
    else:
        wanted, source = dict(derived.expected(session)), "a recomputation gives"
    # a part that is empty is one that is not there
    for subject, found in _parts(derived.digests(session)):
        expected = wanted.pop(subject, None)
        if expected is None and not told.start:
            yield Damage(DamageKind.INSERTED, derived.name, subject, f"it is more than {source}")
        elif expected is not None and expected != found:
            text = f"it is not what {source}; drop it and compute it again"
            yield Damage(DamageKind.ALTERED, derived.name, subject, text)
    for subject, _ in _parts(wanted.items()):
        yield Damage(DamageKind.REMOVED, derived.name, subject, f"it is gone, and {source} it is there")


def _parts(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield from ((subject, digest) for subject, digest in parts if digest)
