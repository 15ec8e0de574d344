# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository: its four facts, each with its evidence, and the figures behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from registry.custody.model import Holding, Organisation, Repository, Result
from registry.governance.model import Product
from registry.licences.model import Conclusion
from registry.provenance.snapshot import Relative, Share, Snapshot
from registry.web import addresses
from registry.web.charts import Bar, Part, bar
from registry.web.language import day, gettext, language, ngettext
from registry.web.masking import shown
from registry.web.pages import words
from registry.web.pages.facts import custody_sign, licence_sign, provenance_bar, provenance_sign
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.licence import LicenceView, licence_view
from registry.web.pages.people import DomainRow, PersonRow, by_domain, person_rows
from registry.web.signs import Seen, Sign, title_sign

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


@dataclass(frozen=True)
class Counted:
    """A line of a table of figures."""

    name: str
    files: int
    lines: int
    href: str = ""


@dataclass(frozen=True)
class Member:
    """Another repository of the family."""

    name: str
    href: str
    shared: int
    ahead: int
    behind: int


@dataclass(frozen=True)
class Held:
    """A dated name and controller."""

    name: str
    since: datetime
    until: datetime | None
    evidence: int | None


@dataclass(frozen=True)
class Visit:
    """What one harvest found."""

    at: datetime
    outcome: str
    message: str
    problems: tuple[str, ...]
    harvest: int
    evidence: int | None


@dataclass(frozen=True)
class RepositoryPage:
    """Everything that stands on the page of a repository."""

    frame: Frame
    base: str
    read: bool
    products: tuple[tuple[str, str], ...]
    custody: Sign
    provenance: Sign
    bar: Bar | None
    title: Sign
    licence: Sign
    basis: str
    details: tuple[tuple[str, str], ...]
    source: str
    people: tuple[PersonRow, ...]
    people_count: int
    domains: tuple[DomainRow, ...]
    domain_bar: Bar
    work_types: tuple[Counted, ...]
    left_out: tuple[Counted, ...]
    licences: LicenceView
    held: tuple[Held, ...]
    family: tuple[Member, ...]
    visits: tuple[Visit, ...]
    bulk: tuple[tuple[str, str], ...]


def repository_page(known: Everything) -> RepositoryPage:
    """Return the page of a repository."""
    repository, snapshot = known.repository, known.snapshot
    base = addresses.repository(repository.id, repository.full_name)
    domains = by_domain(known.shares)
    authors = sum(1 for share in known.shares if share.total or share.documents)
    return RepositoryPage(
        frame=Frame(shown(repository.full_name), _answer(known, authors), way(*_steps(known)), lists=False),
        base=base,
        read=snapshot is not None,
        products=_products(known.products),
        custody=custody_sign(repository),
        provenance=provenance_sign(snapshot, authors),
        bar=provenance_bar(snapshot),
        title=title_sign(),
        licence=licence_sign(known.conclusion, Seen(snapshot.read_at, snapshot.observation) if snapshot else None),
        basis=_basis(known.organisation),
        details=_details(repository, snapshot),
        source=source_address(repository),
        people=person_rows(known.shares)[:_MOST_SHOWN],
        people_count=len(known.shares),
        domains=domains,
        domain_bar=_domain_bar(domains),
        work_types=_work_types(snapshot),
        left_out=_left_out(snapshot, base),
        licences=licence_view(known.conclusion, base),
        held=tuple(Held(shown(h.full_name), h.since, h.until, h.observation) for h in known.holdings),
        family=tuple(_member(one, known.others) for one in known.relatives if one.repository in known.others),
        visits=tuple(_visit(one) for one in known.results),
        bulk=tuple((one.commit, words.bulk_signs(one.signs)) for one in snapshot.bulk) if snapshot else (),
    )


def source_address(repository: Repository) -> str:
    """Return where the repository lies on GitHub, as far as it was seen there."""
    url = repository.state.facts.url if repository.state else ""
    return url if url.startswith("https://") and repository.visibility == "visible" else ""


def steps_to(repository: Repository) -> Crumb:
    """Return the step of the way that is this repository."""
    return Crumb(shown(repository.full_name), addresses.repository(repository.id, repository.full_name))


def _steps(known: Everything) -> list[Crumb]:
    steps = [Crumb(name, href) for name, href in _products(known.products)[:1]]
    return [*steps, Crumb(shown(known.repository.full_name))]


def _products(products: Sequence[Product]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.name_da if language() == "da" else one.name_en, addresses.product(one.slug)) for one in products
    )


def _answer(known: Everything, authors: int) -> str:
    custody, licence = custody_sign(known.repository), licence_sign(known.conclusion)
    snapshot = known.snapshot
    if snapshot is None:
        return gettext(
            "Custody: %(custody)s. Nothing of the content has been read, so it is not known who wrote it. The title is not assessed.",
            custody=custody.word,
        )
    return gettext(
        "As of %(day)s: %(lines)s of its own by %(people)s. Custody: %(custody)s. Licence: %(licence)s. The title is not assessed.",
        day=day(snapshot.read_at),
        lines=ngettext("%(count)s line", "%(count)s lines", snapshot.totals.lines),
        people=ngettext("%(count)s contributor", "%(count)s contributors", authors),
        custody=custody.word,
        licence=licence.word,
    )


def _basis(organisation: Organisation | None) -> str:
    if organisation is None:
        return ""
    return gettext("Stated: %(basis)s", basis=shown(organisation.basis))


def _details(repository: Repository, snapshot: Snapshot | None) -> tuple[tuple[str, str], ...]:
    facts = repository.state.facts if repository.state else None
    rows: list[tuple[str, str]] = []
    if facts:
        rows += [
            (gettext("Description on GitHub"), shown(facts.description)),
            (gettext("Topics"), ", ".join(shown(topic, 60) for topic in facts.topics)),
            (gettext("Created"), _github_day(facts.created_at)),
            (gettext("Last pushed to"), _github_day(facts.pushed_at)),
            (gettext("Archived"), gettext("Yes, it is read-only") if facts.archived else ""),
            (gettext("Copied (forked) from"), _parent(facts.fork, facts.parent)),
        ]
    if snapshot:
        rows += [
            (gettext("Main line"), shown(snapshot.branch.removeprefix("refs/heads/"))),
            (gettext("Change that was read"), snapshot.commit),
            (gettext("Changes (commits) in its history"), str(snapshot.commits)),
            (gettext("Counted by"), words.method(snapshot.method)),
        ]
    rows.append((gettext("Number in the register"), str(repository.id)))
    return tuple((name, value) for name, value in rows if value)


def _github_day(text: str) -> str:
    try:
        return day(datetime.fromisoformat(text))
    except ValueError:
        return shown(text, 40)


def _parent(fork: bool, parent: str | None) -> str:
    if not fork:
        return ""
    if parent is None:
        return gettext("Not asked")
    return shown(parent) or gettext("A repository that is not public")


def _domain_bar(domains: Sequence[DomainRow]) -> Bar:
    named = [Part(one.name, one.lines, f"tone-{place}", one.href) for place, one in enumerate(domains[:5], start=1)]
    rest = sum(one.lines for one in domains[5:])
    if rest:
        named.append(Part(gettext("Others"), rest, "tone-6"))
    return bar(gettext("Lines by the mail domain of those who wrote them"), named)


def _work_types(snapshot: Snapshot | None) -> tuple[Counted, ...]:
    counted = snapshot.totals.by_work_type if snapshot else {}
    rows = [Counted(words.work_type(name), files, lines) for name, (files, lines) in counted.items()]
    return tuple(sorted(rows, key=lambda row: -row.lines))


def _left_out(snapshot: Snapshot | None, base: str) -> tuple[Counted, ...]:
    counted = snapshot.totals.left_out if snapshot else {}
    rows = [
        Counted(words.skip(name), files, lines, f"{base}/files?reason={name}") for name, (files, lines) in counted.items()
    ]
    return tuple(sorted(rows, key=lambda row: -row.files))


def _member(relative: Relative, others: Mapping[int, Repository]) -> Member:
    other = others[relative.repository]
    return Member(
        name=shown(other.full_name),
        href=addresses.repository(other.id, other.full_name),
        shared=relative.shared,
        ahead=relative.ahead,
        behind=relative.behind,
    )


def _visit(result: Result) -> Visit:
    return Visit(
        at=result.at,
        outcome=words.outcome(result.outcome),
        message=shown(result.message),
        problems=tuple(shown(problem) for problem in result.problems),
        harvest=result.harvest,
        evidence=result.observation,
    )
