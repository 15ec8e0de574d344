# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Hands: what the ownership rules need of a commit but its day: who wrote what it brought, and how it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from registry.ownership.facts import Author
from registry.pipeline.machines import MachineKind, account_of, machine
from registry.provenance.bulk import Bulk, Confidence, Kind
from registry.provenance.signatures import Signer

FAR = 366
"""An author's date so many days from the committer's makes the author doubtful: it was rewritten or back-dated."""


@dataclass(frozen=True)
class Hand:
    """What the rules need of a commit but its day. Without authors nobody is identified; `bot`: a machine's own work.

    `deliverer` is whom a person named as having delivered it, in that person's words.
    """

    authors: tuple[Author, ...]
    bulk: bool = False
    ai_assisted: bool = False
    doubtful: bool = False
    bot: bool = False
    reachable_from: frozenset[str] = frozenset()
    deliverer: str = ""


@dataclass(frozen=True)
class Apart:
    """What tells commits of one signature apart: what is known of those that brought much, and what revisions reach."""

    bulk: Mapping[int, Bulk]
    reach: Mapping[str, frozenset[int]]

    def of(self, number: int) -> tuple[bool, bool, str, frozenset[str]]:
        """Return whether a commit delivered in bulk, only gave another form, who delivered it, what reaches it."""
        inside = frozenset(one for one, history in self.reach.items() if number in history)
        one = self.bulk.get(number)
        return one is not None and one.delivers, _reformats(one), _deliverer(one), inside


def hand_of(signed: Sequence[Signer], apart: tuple[bool, bool, str, frozenset[str]], *, far: bool) -> Hand:
    """Return the hand of a commit; its author is doubtful where the days lie apart (`far`), or it created nothing."""
    bulk, reformats, deliverer, reachable_from = apart
    signers = list(dict.fromkeys(signed))
    kinds = [found.kind if (found := machine(signer.name, signer.email)) else None for signer in signers]
    humans = [signer for signer, kind in zip(signers, kinds, strict=True) if kind is None]
    return Hand(
        authors=_authors(humans),
        bulk=bulk,
        ai_assisted=MachineKind.AGENT in kinds and (bool(humans) or MachineKind.ON_BEHALF not in kinds),
        doubtful=far or reformats,
        bot=not humans and set(kinds) == {MachineKind.BOT},
        reachable_from=reachable_from,
        deliverer=deliverer,
    )


def author_of(signer: Signer) -> Author:
    """Return an author as the facts name them; GitHub's own address names an account by its number."""
    return Author(email=signer.email, name=signer.name, github_id=account_of(signer.email))


def _authors(signers: Iterable[Signer]) -> tuple[Author, ...]:
    return tuple(dict.fromkeys(map(author_of, signers)))


def _deliverer(bulk: Bulk | None) -> str:
    """Return whom a person named; whoever delivers others' components stands for none of their authors."""
    if bulk is None or bulk.ruling is None or bulk.kind not in (Kind.INITIAL_IMPORT, Kind.RELEASE_DUMP):
        return ""
    return bulk.ruling.deliverer


def _reformats(bulk: Bulk | None) -> bool:
    """Tell whether a commit only gave lines another form, and so created nothing (s. 4)."""
    if bulk is None or bulk.kind is not Kind.REFORMATTING:
        return False
    return bulk.ruling is not None or bulk.confidence is not Confidence.POSSIBLE
