# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Repositories told: what the stages know of one, as the shapes of the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from registry.api import addresses
from registry.api.asked import RepositoriesAsked
from registry.api.language import language
from registry.api.shapes import repositories as shapes
from registry.api.showing import shown
from registry.custody.model import Holding, Organisation, Repository
from registry.governance.model import Product
from registry.licences import words as licence_words
from registry.licences.model import Conclusion, Light
from registry.pipeline.owned import Answers
from registry.provenance.bulk import Bulk, Ruling
from registry.provenance.snapshot import Relative, Snapshot


@dataclass(frozen=True)
class Known:
    """What the stages know of every public repository."""

    repositories: Sequence[Repository]
    snapshots: Mapping[int, Snapshot]
    conclusions: Mapping[int, Conclusion]
    products: Sequence[Product]

    def of_product(self) -> Mapping[str, tuple[str, ...]]:
        """Return the slugs of the products of each repository, by its name in lower case."""
        found: dict[str, tuple[str, ...]] = {}
        for product in self.products:
            for part in product.parts:
                name = part.full_name.lower()
                found[name] = (*found.get(name, ()), product.slug)
        return found


def chosen(known: Known, asked: RepositoriesAsked) -> Iterable[Repository]:
    """Yield the repositories that are asked for."""
    slugs = known.of_product()
    for one in known.repositories:
        name, found = one.full_name.lower(), known.conclusions.get(one.id)
        kept = (
            asked.q is None or asked.q.lower() in name,
            asked.name is None or asked.name.lower() == name,
            asked.organisation is None or asked.organisation.lower() == one.owner.lower(),
            asked.product is None or asked.product in slugs.get(name, ()),
            asked.custody is None or asked.custody is one.light,
            asked.licence is None or asked.licence is (found.light if found else Light.GREY),
            asked.reason is None or (found is not None and asked.reason is found.reason),
        )
        if all(kept):
            yield one


def every(known: Known, chosen: Iterable[Repository]) -> tuple[shapes.Repository, ...]:
    """Return some of the repositories."""
    slugs = known.of_product()
    return tuple(
        shapes.Repository(**_repository(one, known, slugs.get(one.full_name.lower(), ()))) for one in chosen
    )


def whole(one: Repository, known: Known, answers: Answers | None) -> shapes.Whole:
    """Return one repository, with its title."""

    def at(more: str) -> str:
        return addresses.repository(one.id, more)

    return shapes.Whole(
        **_repository(one, known, known.of_product().get(one.full_name.lower(), ())),
        description=shown(one.state.facts.description) if one.state else "",
        title=title(answers),
        title_address=at("/ownership"),
        custody_address=at("/custody"),
        provenance_address=at("/provenance"),
        licences_address=at("/licences"),
        terms_address=at("/terms"),
        files_address=at("/files"),
        contributors_address=at("/contributors"),
        growth_address=at("/growth"),
        looked_through_address=at("/looked-through"),
    )


def custody_whole(
    one: Repository, organisation: Organisation | None, holdings: Iterable[Holding]
) -> shapes.CustodyWhole:
    """Return who controls a repository, and who did."""
    return shapes.CustodyWhole(
        repository=one.id,
        now=custody(one),
        basis=shown(organisation.basis) if organisation else None,
        holdings=tuple(
            shapes.Holding(
                name=shown(each.full_name),
                since=each.since,
                until=each.until,
                observation=each.observation,
            )
            for each in holdings
        ),
    )


def provenance_whole(
    read: Snapshot, relatives: Iterable[Relative], public: Mapping[int, Repository]
) -> shapes.ProvenanceWhole:
    """Return what was read of a repository."""
    return shapes.ProvenanceWhole(
        repository=read.repository,
        now=provenance(read),
        method=read.method,
        roots=read.roots,
        by_work_type=_counted(read.totals.by_work_type),
        left_out=_counted(read.totals.left_out),
        bulk=tuple(map(_bulk, read.bulk)),
        family=tuple(
            shapes.Relative(
                repository=one.repository,
                name=shown(public[one.repository].full_name),
                shared=one.shared,
                only_there=one.ahead,
                only_here=one.behind,
            )
            for one in relatives
            if one.repository in public
        ),
    )


def title(found: Answers | None) -> shapes.Title | None:
    """Return the shares of a repository's title; none of them before a paper is registered."""
    if found is None:
        return None
    whole = found.lines.all
    documented, usable = (whole.documented, whole.usable) if found.assessed else (None, None)
    return shapes.Title(
        assessed=found.assessed,
        as_of=found.as_of,
        documented=None if documented is None else float(documented),
        usable=None if usable is None else float(usable),
    )


def custody(one: Repository) -> shapes.Custody:
    """Return who controls a repository now."""
    return shapes.Custody(
        light=one.light,
        visibility=one.visibility,
        organisation=shown(one.owner),
        keeper=one.keeper,
        seen_at=one.last_seen if one.state else None,
        observation=one.state.observation if one.state else None,
    )


def provenance(read: Snapshot) -> shapes.Provenance:
    """Return what was read of a repository, in figures."""
    totals = read.totals
    return shapes.Provenance(
        commit=read.commit,
        branch=shown(read.branch),
        read_at=read.read_at,
        observation=read.observation,
        commits=read.commits,
        files=totals.files,
        lines=totals.lines,
        lines_written_individually=totals.individually,
        lines_in_bulk=totals.in_bulk,
        lines_not_attributable=totals.not_attributable,
    )


def licence(found: Conclusion) -> shapes.Licence:
    """Return what is concluded of a licence."""
    return shapes.Licence(
        light=found.light,
        concluded=found.concluded,
        documentation=found.documentation,
        reason=found.reason,
        reason_text=licence_words.reason(found.reason, language().value),
    )


def _repository(one: Repository, known: Known, slugs: tuple[str, ...]) -> dict[str, Any]:
    read, concluded = known.snapshots.get(one.id), known.conclusions.get(one.id)
    facts = one.state.facts if one.state else None
    return {
        "id": one.id,
        "name": shown(one.full_name),
        "github_id": one.github_id,
        "wiki_of": one.wiki_of,
        "archived": facts.archived if facts else False,
        "fork": facts.fork if facts else False,
        "first_seen": one.first_seen,
        "last_seen": one.last_seen,
        "products": slugs,
        "custody": custody(one),
        "provenance": provenance(read) if read else None,
        "licence": licence(concluded) if concluded else None,
        "address": addresses.repository(one.id),
        "page": addresses.page(f"r/{one.id}"),
    }


def _bulk(one: Bulk) -> shapes.Bulk:
    return shapes.Bulk(
        commit=one.commit,
        kind=one.kind,
        rule=one.rule,
        confidence=one.confidence,
        signs=dict(one.signs),
        delivers=one.delivers,
        ruling=_ruling(one.ruling) if one.ruling else None,
    )


def _ruling(one: Ruling) -> shapes.Ruling:
    return shapes.Ruling(
        deliverer=shown(one.deliverer), by=shown(one.by), reason=shown(one.reason), day=one.day
    )


def _counted(found: Mapping[str, tuple[int, int]]) -> tuple[shapes.Counted, ...]:
    return tuple(
        shapes.Counted(name=name, files=files, lines=lines) for name, (files, lines) in found.items()
    )
