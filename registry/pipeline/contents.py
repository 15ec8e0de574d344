# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Contents: each blob of a tree is read once, by everybody who wants to know something of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from harvesters.git import trees
from harvesters.git.model import Entry, Mirror, Oid
from registry.provenance.content import ContentFacts, inspect
from registry.provenance.intake import contents
from registry.provenance.intake.attribution import LARGEST, Progress


@dataclass(frozen=True)
class Contents:
    """What the blobs of a tree tell: content facts by blob, and what a pushed .gitattributes claims by path."""

    facts: Mapping[Oid, ContentFacts]
    claims: Mapping[bytes, frozenset[str]]


def read_contents(session: Session, mirror: Mirror, entries: Sequence[Entry], progress: Progress) -> Contents:
    """Return what the blobs tell; those that the register does not know are read, and kept on the way."""
    readable = {e.oid for e in entries if e.kind == "blob" and e.size is not None and e.size <= LARGEST}
    facts = contents.known_contents(session, readable)
    wanted = sorted(readable - facts.keys())
    new: dict[Oid, ContentFacts] = {}
    for done, (oid, data) in enumerate(trees.blobs(mirror, wanted, largest=LARGEST), start=1):
        if data is not None:
            new[oid] = inspect(data)
        progress("read", done, len(wanted))
    contents.keep_contents(session, new)
    return Contents(facts | new, {})
