# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Finding: what the stages hold that has some words in its name. What is private alone is never found."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from registry.custody import service as custody
from registry.custody.model import Repository, RepositoryId
from registry.governance import service as governance
from registry.governance.model import Product
from registry.licences.terms.model import LicenceTerms
from registry.licences.terms.reading import every_licence
from registry.provenance import service as provenance
from registry.provenance.snapshot import Author
from registry.web.pages.search import MOST, Findings
from registry.web.reading import conclusions


def findings(session: Session, words: str) -> Findings:
    """Return everything that holds the words, whatever the case."""
    wanted = words.lower()
    if not wanted:
        return Findings((), (), (), (), (), (), (), ())
    repositories = custody.repositories(session)
    concluded = conclusions(session)
    public = {one.id: one for one in repositories}
    return Findings(
        products=[one for one in governance.products(session) if wanted in _names(one)],
        repositories=[one for one in repositories if wanted in one.full_name.lower()],
        organisations=[one for one in custody.organisations(session) if wanted in one.login.lower()],
        terms=[one for one in every_licence().values() if wanted in _titles(one)],
        conclusions=[
            (one, found)
            for one in repositories
            if (found := concluded.get(one.id)) and wanted in (found.concluded or "").lower()
        ],
        people=_people(session, words, public),
        domains=_domains(session, words, public),
        files=[
            (public[RepositoryId(one)], path)
            for one, path in provenance.found_files(session, words, public, MOST)
        ],
    )


def _names(product: Product) -> str:
    return f"{product.slug} {product.name_da} {product.name_en}".lower()


def _titles(licence: LicenceTerms) -> str:
    return f"{licence.identifier} {licence.name.da} {licence.name.en}".lower()


def _people(session: Session, words: str, public: Mapping[RepositoryId, Repository]) -> list[Author]:
    """Who wrote in private repositories alone is not found: that they did would be told by it."""
    found = provenance.found_by_name(session, words, MOST)
    shares = provenance.shares_of(session, [one.id for one in found])
    seen = {one.author.id for one in shares if one.repository in public}
    return [one for one in found if one.id in seen]


def _domains(session: Session, words: str, public: Mapping[RepositoryId, Repository]) -> list[str]:
    return [
        domain
        for domain in provenance.found_domains(session, words, MOST)
        if any(
            one.repository in public
            for one in provenance.shares_of(session, provenance.at_domain(session, domain))
        )
    ]
