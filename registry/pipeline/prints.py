# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A print: the digest of all facts that bear on a repository; it changes when one of them does, and with the code.

What decides is the code of the rules and of the way to them: a word of either may change an answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from registry.evidence.canonical import canonical_sound
from registry.evidence.model import JsonValue
from registry.ownership.bearing import Bearing, Works
from registry.ownership.boundaries import acting_days
from registry.ownership.facts import Facts
from registry.pipeline.grouping import organisations
from registry.pipeline.hands import author_of
from registry.provenance.signatures import Signer
from registry.provenance.snapshot import Snapshot

_CODE = ("registry.ownership", "registry.pipeline")


class Prints:
    """The prints of repositories by the same facts; each fact is written down once."""

    def __init__(self, facts: Facts) -> None:
        self._bearing = Bearing(facts)
        self._party = facts.asks.party
        self._organisations = dict(organisations(facts))
        self._written: dict[int, bytes] = {}

    def of(self, snapshot: Snapshot, addresses: Collection[str]) -> bytes:
        """Return the print of a repository's present, whose lines were signed with these addresses."""
        works = self._works(snapshot, addresses)
        told = [self._digest(fact) for fact in _each(self._bearing.on(works))]
        head: JsonValue = [code_digest(), self._party, [*sorted(addresses)], [*sorted(works.others)]]
        return hashlib.sha256(b"".join([canonical_sound(head), *sorted(told)])).digest()

    def next_acting(self, snapshot: Snapshot, addresses: Collection[str], day: date) -> date | None:
        """Return the first day after `day` on which one of the same facts begins or ceases to act."""
        days = acting_days(self._bearing.on(self._works(snapshot, addresses)))
        return next((one for one in days if one > day), None)

    def _works(self, snapshot: Snapshot, addresses: Collection[str]) -> Works:
        authors = frozenset(author_of(Signer(0, email, "")) for email in addresses)
        return Works(str(snapshot.repository), authors, frozenset(self._deliverers(snapshot)))

    def _deliverers(self, snapshot: Snapshot) -> Iterator[str]:
        for one in snapshot.bulk:
            name = one.ruling.deliverer.strip().casefold() if one.ruling else ""
            if name in self._organisations:
                yield self._organisations[name]

    def _digest(self, fact: object) -> bytes:
        found = self._written.get(id(fact))
        if found is None:
            written = canonical_sound([type(fact).__name__, _plain(fact)])
            found = self._written[id(fact)] = hashlib.sha256(written).digest()
        return found


@cache
def code_digest() -> str:
    """Return one digest of the code that answers: other code finds every title anew."""
    running = hashlib.sha256()
    for package in _CODE:
        root = Path(str(files(package)))
        for path in sorted(root.rglob("*.py")):
            running.update(b"%s\0" % path.relative_to(root).as_posix().encode())
            running.update(hashlib.sha256(path.read_bytes()).digest())
    return running.hexdigest()


def _each(facts: Facts) -> Iterator[object]:
    yield from facts.parties.values()
    yield from facts.successions
    yield from facts.engagements
    yield from facts.identities
    yield from facts.domains
    yield from facts.agreements
    yield from facts.declarations
    yield from facts.claims


def _plain(value: object) -> JsonValue:
    """Return a fact as JSON can hold it, the same in every process."""
    if is_dataclass(value):
        return [_plain(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, Mapping):
        return [[str(name), _plain(one)] for name, one in sorted(value.items())]
    if isinstance(value, frozenset):
        return [_plain(one) for one in sorted(value)]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool) else str(value)
