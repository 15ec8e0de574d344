# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository: its four facts, each with its evidence, and the figures behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from registry.custody.model import Holding, Organisation, Repository, Result
from registry.governance.model import Product
from registry.licences.model import Conclusion
from registry.licences.output import Told
from registry.pipeline.owned import Answers
from registry.provenance.snapshot import CommitFacts, Relative, Share, Snapshot
from registry.web import addresses
from registry.web.charts import Bar, Part, bar
from registry.web.language import day, gettext, language, ngettext
from registry.web.masking import shown
from registry.web.pages.checked import Comparison, comparison
from registry.web.pages.copies import Found, SourceRow, source_rows
from registry.web.pages.counted import Counted, left_out, work_types
from registry.web.pages.deliveries import Brought, brought
from registry.web.pages.facts import (
    custody_sign,
    in_sentence,
    licence_sign,
    own_lines,
    provenance_bar,
    provenance_sign,
)
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.licence import LicenceView, licence_view
from registry.web.pages.licence_values import ValuesView, values_view
from registry.web.pages.methods import methods_said
from registry.web.pages.origins import (
    Held,
    Member,
    Visit,
    details,
    held,
    member,
    source_address,
    steps_to,
    visit,
)
from registry.web.pages.people import DomainRow, PersonRow, by_domain, person_rows
from registry.web.pages.title_behind import title_behind, title_said
from registry.web.pages.told import recorded
from registry.web.signs import Seen, Sign

_MOST_SHOWN = 10


@dataclass(frozen=True)
class Everything:
    """What the stages know of one repository, read for the page."""

    repository: Repository
    organisation: Organisation | None
    holdings: Sequence[Holding]
    snapshot: Snapshot | None
    shares: Sequence[Share]
    conclusion: Conclusion | None
    products: Sequence[Product]
    relatives: Sequence[Relative]
    others: Mapping[int, Repository]
    results: Sequence[Result]
    answers: Answers | None = None
    brought: Mapping[str, CommitFacts] = field(default_factory=dict)
    copied: Found = field(default_factory=Found)
    told: Told | None = None


@dataclass(frozen=True)
class Facts:
    """The four facts, in their order; provenance with its bar."""

    custody: Sign
    provenance: Sign
    bar: Bar | None
    title: Sign
    licence: Sign


@dataclass(frozen=True)
class Writers:
    """Who wrote it, the most lines first; `count` is of all contributors, and `rows` are the first of them."""

    rows: tuple[PersonRow, ...]
    count: int
    domains: tuple[DomainRow, ...]
    bar: Bar


@dataclass(frozen=True)
class RepositoryPage:
    """Everything that stands on the page of a repository."""

    frame: Frame
    base: str
    read: bool
    products: tuple[tuple[str, str], ...]
    facts: Facts
    basis: str
    details: tuple[tuple[str, str], ...]
    source: str
    writers: Writers
    work_types: tuple[Counted, ...]
    left_out: tuple[Counted, ...]
    licences: LicenceView
    values: ValuesView | None
    held: tuple[Held, ...]
    family: tuple[Member, ...]
    visits: tuple[Visit, ...]
    bulk: Brought
    copied: tuple[SourceRow, ...]
    methods_said: str
    compared: Comparison


def repository_page(known: Everything) -> RepositoryPage:
    """Return the page of a repository."""
    repository, snapshot, base = known.repository, known.snapshot, steps_to(known.repository).href
    authors = _authors(known.shares)
    return RepositoryPage(
        frame=_frame(known, authors),
        base=base,
        read=known.snapshot is not None,
        products=_products(known.products),
        facts=_facts(known, authors),
        basis=_basis(known.organisation),
        details=details(repository, snapshot),
        source=source_address(repository),
        writers=_writers(known.shares),
        work_types=work_types(snapshot),
        left_out=left_out(snapshot, base),
        licences=licence_view(known.conclusion, base),
        values=values_view(known.told, base, known.products),
        held=tuple(map(held, known.holdings)),
        family=_family(known),
        visits=tuple(map(visit, known.results)),
        bulk=brought(snapshot, known.brought, _MOST_SHOWN),
        copied=source_rows(repository, known.copied),
        methods_said=methods_said(snapshot),
        compared=comparison(snapshot),
    )


def _frame(known: Everything, authors: int) -> Frame:
    return Frame(
        shown(known.repository.full_name),
        _answer(known, authors),
        way(*_steps(known)),
        log=addresses.log_about(f"repository/{known.repository.id}"),
        machine=addresses.api(f"repositories/{known.repository.id}"),
    )


def _writers(shares: Sequence[Share]) -> Writers:
    domains = by_domain(shares)
    return Writers(
        person_rows(shares)[:_MOST_SHOWN], len(shares), domains[:_MOST_SHOWN], _domain_bar(domains)
    )


def _facts(known: Everything, authors: int) -> Facts:
    snapshot = known.snapshot
    seen = Seen(snapshot.read_at, snapshot.observation) if snapshot else None
    return Facts(
        custody=custody_sign(known.repository),
        provenance=provenance_sign(snapshot, authors),
        bar=provenance_bar(snapshot),
        title=title_behind(known.answers.in_short if known.answers else None),
        licence=licence_sign(known.conclusion, seen),
    )


def _authors(shares: Sequence[Share]) -> int:
    return sum(bool(share.total or share.documents) for share in shares)


def _family(known: Everything) -> tuple[Member, ...]:
    return tuple(member(one, known.others) for one in known.relatives if one.repository in known.others)


def _steps(known: Everything) -> list[Crumb]:
    first = _products(known.products)[:1]
    return [*(Crumb(*one) for one in first), Crumb(shown(known.repository.full_name))]


def _products(products: Sequence[Product]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.name_da if language() == "da" else one.name_en, addresses.product(one.slug)) for one in products
    )


def _answer(known: Everything, authors: int) -> str:
    custody, licence = custody_sign(known.repository), licence_sign(known.conclusion)
    snapshot = known.snapshot
    if snapshot is None:
        return gettext(
            "Custody: %(custody)s. Nothing of the content has been read, so it is not known who "
            "wrote it. The title is not assessed.",
            custody=in_sentence(custody),
        )
    return gettext(
        "As of %(day)s: %(lines)s by %(people)s. Custody: %(custody)s. Licence: %(licence)s. %(title)s",
        day=day(snapshot.read_at),
        lines=own_lines(snapshot.totals.lines),
        people=ngettext("%(count)s contributor", "%(count)s contributors", authors),
        custody=in_sentence(custody),
        licence=in_sentence(licence),
        title=title_said(title_behind(known.answers.in_short if known.answers else None)),
    )


def _basis(organisation: Organisation | None) -> str:
    if organisation is None:
        return ""
    return gettext("Stated: %(basis)s", basis=recorded(organisation.basis))


def _domain_bar(domains: Sequence[DomainRow]) -> Bar:
    named = [
        Part(one.name, one.lines, f"tone-{place}", one.href) for place, one in enumerate(domains[:5], start=1)
    ]
    rest = sum(one.lines for one in domains[5:])
    if rest:
        named.append(Part(gettext("Others"), rest, "tone-6"))
    return bar(gettext("Lines by the mail domain of those who wrote them"), named)
