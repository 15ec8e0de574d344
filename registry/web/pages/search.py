# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The search: one field that finds products, repositories, people, organisations, licences and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from registry.custody.model import Organisation, Repository
from registry.governance.model import Product
from registry.licences.model import Conclusion
from registry.licences.terms.model import NO_LICENCE, LicenceTerms
from registry.provenance.snapshot import Author
from registry.web import addresses
from registry.web.language import gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages.facts import custody_word, keeper_word
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.people import domain_name, person_name
from registry.web.pages.products import level_name
from registry.web.pages.rows import product_name
from registry.web.pages.terms_columns import licence_address, said
from registry.web.tables import Table

MOST = 50
T = TypeVar("T")


@dataclass(frozen=True)
class Hit:
    """One thing that was found."""

    name: str
    href: str
    note: str = ""


@dataclass(frozen=True)
class Group:
    """Things of one kind."""

    key: str
    name: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class SearchPage:
    """What was found."""

    frame: Frame
    words: str
    groups: tuple[Group, ...]
    advice: str


@dataclass(frozen=True)
class Findings:
    """What the stages found for the words."""

    products: Sequence[Product]
    repositories: Sequence[Repository]
    organisations: Sequence[Organisation]
    terms: Sequence[LicenceTerms]
    conclusions: Sequence[tuple[Repository, Conclusion]]
    people: Sequence[Author]
    domains: Sequence[str]
    files: Sequence[tuple[Repository, bytes]]


def search_page(words: str, found: Findings) -> SearchPage:
    """Return what was found, kind by kind; kinds without a hit fall away."""
    groups = tuple(group for group in _groups(found) if group.hits)
    count = sum(len(group.hits) for group in groups)
    title = gettext("Search")
    return SearchPage(
        frame=Frame(title, _answer(words, count), way(Crumb(title)), lists=bool(words)),
        words=shown(words),
        groups=groups,
        advice=_advice(words, count),
    )


def search_table(page: SearchPage) -> Table:
    """Return what was found as a list to take along."""
    rows = [(group.key, hit.name, hit.note, hit.href) for group in page.groups for hit in group.hits]
    return Table("search", ("kind", "name", "note", "page"), rows)


def _groups(found: Findings) -> Iterable[Group]:
    yield Group("product", gettext("Products"), _hits(found.products, _product))
    yield Group("repository", gettext("Repositories"), _hits(found.repositories, _repository))
    yield Group("organisation", gettext("Organisations on GitHub"), _hits(found.organisations, _organisation))
    yield Group("terms", gettext("Licences and what they mean"), _hits(found.terms, _terms))
    yield Group("contributor", gettext("Contributors"), _hits(found.people, _contributor))
    yield Group("domain", gettext("Mail domains"), _hits([one for one in found.domains if one], _domain))
    yield Group("licence", gettext("Repositories by licence"), _hits(found.conclusions, _licence))
    yield Group("file", gettext("Files"), _hits(found.files, _file))


def _hits(things: Sequence[T], hit: Callable[[T], Hit]) -> tuple[Hit, ...]:
    return tuple(hit(thing) for thing in things[:MOST])


def _product(one: Product) -> Hit:
    return Hit(product_name(one), addresses.product(one.slug), level_name(one.level))


def _organisation(one: Organisation) -> Hit:
    return Hit(shown(one.login), addresses.organisation(one.login), keeper_word(one.keeper))


def _contributor(one: Author) -> Hit:
    return Hit(person_name(one), addresses.contributor(one.id), domain_name(one.domain))


def _domain(one: str) -> Hit:
    return Hit(domain_name(one), addresses.domain(one))


def _terms(one: LicenceTerms) -> Hit:
    name = said(one.name)
    return Hit(
        name, licence_address(one.identifier), "" if one.identifier in (name, NO_LICENCE) else one.identifier
    )


def _licence(found: tuple[Repository, Conclusion]) -> Hit:
    one, conclusion = found
    return Hit(conclusion.concluded or "", f"{_address(one)}#licences", shown(one.full_name))


def _file(found: tuple[Repository, bytes]) -> Hit:
    one, path = found
    return Hit(shown_path(path), f"{_address(one)}/file/{addresses.path(path)}", shown(one.full_name))


def _repository(one: Repository) -> Hit:
    return Hit(shown(one.full_name), _address(one), custody_word(one))


def _address(one: Repository) -> str:
    return addresses.repository(one.id, one.full_name)


def _answer(words: str, count: int) -> str:
    if not words:
        return gettext(
            "Search for a product, a repository, a person, an organisation, a mail domain, a licence "
            "or a file."
        )
    if not count:
        return gettext("Nothing was found for “%(words)s”.", words=shown(words))
    return ngettext(
        "%(count)s thing found for “%(words)s”.",
        "%(count)s things found for “%(words)s”.",
        count,
        words=shown(words),
    )


def _advice(words: str, count: int) -> str:
    if count or not words:
        return ""
    return gettext(
        "Try a part of the word, or the name in the other language. Papers cannot be found by searching."
    )
