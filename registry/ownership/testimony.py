# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Testimony: which declarations count, and for how much (domain, section 5).

It counts only from who can know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from registry.agreements.model import (
    Authority,
    Declaration,
    Declares,
    Document,
    Form,
    IdentityDeclared,
)
from registry.ownership.standing import Standing
from registry.parties.model import EMPLOYMENT, Basis, Engagement, Identity

_WEAK_FORMS = frozenset({Form.EMAIL, Form.NONE})


class Testimony:
    """The declarations of a set of facts, by the paper they are about."""

    def __init__(self, standing: Standing, declarations: Iterable[Declaration]) -> None:
        self._standing = standing
        self._all = tuple(sorted(declarations, key=lambda one: (one.signed, one.id)))
        self._about: Mapping[tuple[Declares, object], list[Declaration]] = _by_paper(self._all)

    def of(self, declares: Declares) -> tuple[Declaration, ...]:
        """Return all declarations of one kind."""
        return tuple(one for one in self._all if one.declares is declares)

    def basis(self, declaration: Declaration, asked: frozenset[str] = frozenset()) -> Basis | None:
        """Return how much a declaration counts for; `None` when it does not count at all.

        `asked` holds the declarations whose weight rests on this one: none can lend itself authority.
        """
        signature = declaration.signature
        if signature.form is Form.ORAL or declaration.id in asked:
            return None
        asked = asked | {declaration.id}
        if (
            signature.authority is Authority.LACKING
            and self._told(Declares.RATIFICATION, declaration.id, (declaration.by,), asked) is None
        ):
            return None
        unverified = (
            signature.authority is Authority.UNVERIFIED
            and self._told(Declares.AUTHORITY, declaration.id, (declaration.by,), asked) is None
        )
        weak = signature.form in _WEAK_FORMS or declaration.document is Document.UNSEEN or unverified
        return Basis.PRESUMED if weak else Basis.CONFIRMED

    def told_on(self, declares: Declares, paper: str, parties: tuple[str, ...]) -> date | None:
        """Return the day by which every party has declared something of a paper; `None` while one has not."""
        return self._told(declares, paper, parties, frozenset())

    def engagements(self) -> Iterable[Engagement]:
        """Return the engagements that declarations prove, or make likely."""
        for one in self.of(Declares.ENGAGEMENT):
            said = one.about
            if not isinstance(said, Engagement):
                continue
            basis = self.basis(one)
            by_party = self._standing.speaks_for(one.by, said.party, one.signed)
            if basis is not None and (by_party or one.by == said.person):
                yield replace(said, basis=basis if by_party else Basis.PRESUMED)

    def identities(self, engagements: Iterable[Engagement]) -> Iterable[Identity]:
        """Return the identities that the person or an employer of the person declares."""
        employers = defaultdict(set)
        for engagement in engagements:
            if engagement.kind in EMPLOYMENT:
                employers[engagement.person].add(engagement.party)
        for one in self.of(Declares.IDENTITY):
            said = one.about
            basis = self.basis(one)
            if not isinstance(said, IdentityDeclared) or basis is None:
                continue
            knows = {said.person, *employers[said.person]}
            if any(self._standing.speaks_for(one.by, party, one.signed) for party in knows):
                yield Identity(said.person, basis, said.email)

    def _told(
        self, declares: Declares, paper: str, parties: tuple[str, ...], asked: frozenset[str]
    ) -> date | None:
        declarations = [
            one
            for one in self._about.get((declares, paper), ())
            if one.id not in asked and self.basis(one, asked) is Basis.CONFIRMED
        ]
        giving = declares is not Declares.AUTHORITY
        days = [self._told_by(party, declarations, giving=giving) for party in parties]
        said = [day for day in days if day is not None]
        return max(said) if said and len(said) == len(days) else None

    def _told_by(self, party: str, declarations: list[Declaration], *, giving: bool) -> date | None:
        spoken: set[str] = set()
        for one in declarations:
            if not self._standing.speaks_for(one.by, party, one.signed):
                continue
            if giving and self._standing.estate(one.by, one.signed):
                continue
            spoken.add(one.by)
            needed = set(self._standing.read_as(party, one.signed))
            if party in spoken or needed <= spoken or len(needed) == 1:
                return one.signed
        return None


def _by_paper(declarations: Iterable[Declaration]) -> dict[tuple[Declares, object], list[Declaration]]:
    found: dict[tuple[Declares, object], list[Declaration]] = defaultdict(list)
    for one in declarations:
        if isinstance(one.about, str):
            found[one.declares, one.about].append(one)
    return found
