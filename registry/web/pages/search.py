# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The search: one field that finds products, repositories, people, organisations, mail domains, licences and files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from registry.custody.model import Organisation, Repository
from registry.governance.model import Product
from registry.licences.model import Conclusion
from registry.provenance.snapshot import Author
from registry.web import addresses
from registry.web.language import gettext, ngettext
from registry.web.masking import shown
from registry.web.pages.facts import custody_word, keeper_word
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.overview import product_name
from registry.web.pages.people import domain_name, person_name
from registry.web.pages.products import level_name
from registry.web.tables import Table

MOST = 50


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
    yield Group("product", gettext("Products"), tuple(Hit(product_name(one), addresses.product(one.slug), level_name(one.level)) for one in found.products[:MOST]))
    yield Group("repository", gettext("Repositories"), tuple(_repository(one) for one in found.repositories[:MOST]))
    yield Group(
        "organisation",
        gettext("Organisations on GitHub"),
        tuple(Hit(shown(one.login), addresses.organisation(one.login), keeper_word(one.keeper)) for one in found.organisations[:MOST]),
    )
    yield Group(
        "contributor",
        gettext("Contributors"),
        tuple(Hit(person_name(one), addresses.contributor(one.id), domain_name(one.domain)) for one in found.people[:MOST]),
    )
    yield Group("domain", gettext("Mail domains"), tuple(Hit(domain_name(one), addresses.domain(one)) for one in found.domains[:MOST] if one))
    yield Group(
        "licence",
        gettext("Licences"),
        tuple(Hit(conclusion.concluded or "", f"{_address(one)}#licences", shown(one.full_name)) for one, conclusion in found.conclusions[:MOST]),
    )
    yield Group(
        "file",
        gettext("Files"),
        tuple(Hit(shown(addresses_text(path)), f"{_address(one)}/file/{addresses.path(path)}", shown(one.full_name)) for one, path in found.files[:MOST]),
    )


def addresses_text(path: bytes) -> str:
    """Return a path for reading."""
    return path.decode("utf-8", "backslashreplace")


def _repository(one: Repository) -> Hit:
    return Hit(shown(one.full_name), _address(one), custody_word(one))


def _address(one: Repository) -> str:
    return addresses.repository(one.id, one.full_name)


def _answer(words: str, count: int) -> str:
    if not words:
        return gettext("Search for a product, a repository, a person, an organisation, a mail domain, a licence or a file.")
    return ngettext("%(count)s thing found for “%(words)s”.", "%(count)s things found for “%(words)s”.", count, words=shown(words))


def _advice(words: str, count: int) -> str:
    if count or not words:
        return ""
    return gettext("Try a part of the word, or the name in the other language. Papers cannot be found: none is registered yet.")
