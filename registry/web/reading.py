# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading for a page: the services asked, private repositories left out. Each function is what one page needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from registry.connection import now
from registry.custody import service as custody
from registry.custody.model import Repository, RepositoryId
from registry.errors import NotFoundError
from registry.governance import service as governance
from registry.governance.model import Product
from registry.licences import service as licences
from registry.licences.model import Conclusion
from registry.licences.output import Told
from registry.pipeline import ownership
from registry.pipeline.licence_told import told
from registry.pipeline.owned import Answers
from registry.pipeline.titles import Titles, titles
from registry.provenance import service as provenance
from registry.provenance.numbers import numbers_of
from registry.provenance.snapshot import CommitFacts, Snapshot
from registry.web.pages.copies import Found
from registry.web.pages.methods import Said
from registry.web.pages.repository import Everything
from registry.web.pages.rows import Known

_MOST_FOUND_NOW = (
    20  # repositories whose title one page finds; a harvest or an import has found all others before
)


def known(session: Session) -> Known:
    """Return what the overview shows."""
    harvests = custody.harvests(session, 1)
    repositories, snapshots = custody.repositories(session), provenance.snapshots(session)
    found = _titles(session, {one.id: snapshots[one.id] for one in repositories if one.id in snapshots})
    return Known(
        repositories=repositories,
        snapshots=snapshots,
        conclusions=conclusions(session),
        products=governance.products(session),
        last_harvest=harvests[0] if harvests else None,
        commits=provenance.commit_count(session),
        today=now().date(),
        titles=found.found,
        titles_missing=found.missing,
    )


def _titles(session: Session, snapshots: Mapping[int, Snapshot]) -> Titles:
    """Return whose each repository is; where a few were not found since something changed, they are found now."""
    today = now().date()
    kept = titles(session, snapshots, today)
    if len(kept.missing) > _MOST_FOUND_NOW:
        return kept
    more = {one: ownership.answers(session, one, today).in_short for one in kept.missing}
    return Titles({**kept.found, **more}, frozenset())


def everything(session: Session, number: int) -> Everything:
    """Return what the page of one repository shows; raises NotFoundError."""
    repository = custody.repository(session, number)
    relatives, snapshot = provenance.relatives(session, number), provenance.snapshot(session, number)
    stated = [one for one in custody.organisations(session) if one.login.lower() == repository.owner.lower()]
    return Everything(
        repository=repository,
        organisation=stated[0] if stated else None,
        holdings=custody.holdings(session, RepositoryId(number)),
        snapshot=snapshot,
        shares=provenance.shares(session, number),
        conclusion=conclusion(session, number),
        products=[one for one in governance.products(session) if belongs(repository, one)],
        relatives=relatives,
        others=custody.repositories_among(session, {one.repository for one in relatives}),
        results=custody.results(session, repository=RepositoryId(number), most=20),
        answers=answers(session, number),
        brought=brought(session, snapshot) if snapshot else {},
        copied=copied(session, number),
        told=_told(session, repository),
    )


def copied(session: Session, repository: int, path: bytes | None = None) -> Found:
    """Return what a repository, or one file of it, has from others; what a private one holds is not told."""
    kept = provenance.kept_copies(session, repository, path)
    there = custody.repositories_among(session, {one.source for one in kept})
    found = [one for one in kept if RepositoryId(one.source) in there]
    numbers = {number for one in found for number in (one.commit, one.source_commit)}
    return Found(found, provenance.commits(session, numbers), there)


def said_otherwise(session: Session, repository: int, path: bytes) -> Said:
    """Return what other methods say of a file, and the commits that they name."""
    found = provenance.differences(session, repository, path)
    without = provenance.without_list(session, repository, path)
    numbers = {commit for one in (*found, *without) for _, commit in one.pairs if commit > 0}
    return Said(found, without, provenance.commits(session, numbers))


def brought(session: Session, snapshot: Snapshot) -> dict[str, CommitFacts]:
    """Return the commits of a repository that brought much at once, by their ids."""
    numbers = numbers_of(session, (one.commit for one in snapshot.bulk))
    return {one.oid: one for one in provenance.commits(session, numbers.values()).values()}


def _told(session: Session, repository: Repository) -> Told | None:
    try:
        return told(session, repository, now().date())
    except NotFoundError:
        return None


def answers(session: Session, repository: int) -> Answers | None:
    """Return whose a repository is today; None where its content was never read."""
    if provenance.snapshot(session, repository) is None:
        return None
    return ownership.answers(session, repository, now().date())


def conclusion(session: Session, repository: int) -> Conclusion | None:
    """Return what is concluded of one repository's licence, with its sources."""
    kept = licences.conclusion(session, repository)
    return kept.on(now().date()) if kept else None


def conclusions(session: Session) -> dict[int, Conclusion]:
    """Return what is concluded of every repository's licence, without the sources."""
    today = now().date()
    return {number: kept.on(today) for number, kept in licences.conclusions(session).items()}


def belongs(repository: Repository, product: Product, today: date | None = None) -> bool:
    """Return whether a repository is stated to be of a product."""
    name = repository.full_name.lower()
    return any(
        part.full_name.lower() == name and (part.until is None or today is None or part.until >= today)
        for part in product.parts
    )
