# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The components of third parties that a repository's manifests and lock files name, a page at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.licences import words as licence_words
from registry.licences.dependencies.model import Component, Dependencies, Scope
from registry.licences.model import Note
from registry.web import addresses
from registry.web.language import gettext, language, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.tables import Table

A_PAGE = 200


@dataclass(frozen=True)
class ComponentRow:
    """One component: its name, what is pinned or asked for, and the first place that names it."""

    name: str
    ecosystem: str
    version: str
    needed: str
    asked: str
    licence: str
    place: str
    href: str
    more: str


@dataclass(frozen=True)
class PageLink:
    """A page of the list."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True)
class DependenciesPage:
    """A page of a repository's components; `unread` are lists that were not read, each with the reason."""

    frame: Frame
    base: str
    rows: tuple[ComponentRow, ...]
    pages: tuple[PageLink, ...]
    files: int
    unread: tuple[tuple[str, str], ...]


def dependencies_page(
    repository: Repository, commit: str, found: Dependencies, page: int
) -> DependenciesPage:
    """Return the page; one beyond the last is the last."""
    base = addresses.repository(repository.id, repository.full_name)
    pages = max(1, -(-len(found.components) // A_PAGE))
    number = min(page, pages)
    title = gettext("Components of others")
    return DependenciesPage(
        frame=Frame(title, _answer(repository, commit, found), way(steps_to(repository), Crumb(title)), True),
        base=base,
        rows=tuple(_row(one, base) for one in found.components[(number - 1) * A_PAGE : number * A_PAGE]),
        pages=_pages(base, pages, number),
        files=len(found.files),
        unread=tuple((shown_path(one.path), _why(one.note)) for one in found.unread),
    )


def dependencies_table(found: Dependencies) -> Table:
    """Return every component as a list to take along."""
    columns = ("purl", "ecosystem", "name", "version", "scope", "direct", "licence", "declared", "path", "line",
               "requirement", "places")  # fmt: skip
    rows = [
        (
            one.purl,
            one.ecosystem,
            one.name,
            one.version or None,
            one.scope.value,
            one.direct,
            one.licence,
            " / ".join(one.licences) or None,
            shown_path(one.places[0].path),
            one.places[0].line,
            one.places[0].requirement or None,
            len(one.places),
        )
        for one in found.components
    ]
    return Table("dependencies", columns, rows)


def _answer(repository: Repository, commit: str, found: Dependencies) -> str:
    name = shown(repository.full_name)
    if not found.components:
        if found.unread:
            return gettext("No component of others could be read in %(repository)s.", repository=name)
        return gettext(
            "No manifest or lock file of %(repository)s names a component of others. "
            "Components that lie in the tree itself are told on the repository's page.",
            repository=name,
        )
    counted = ngettext("%(count)s component", "%(count)s components", len(found.components))
    told = Counter(bool(one.licences) for one in found.components)[True]
    named = gettext(
        "%(repository)s names %(components)s of others in %(files)s, read at the change %(commit)s.",
        repository=name,
        components=counted,
        files=ngettext("%(count)s file", "%(count)s files", len(found.files)),
        commit=commit[:10],
    )
    return f"{named} {_licences_told(told)}"


def _licences_told(told: int) -> str:
    if not told:
        return gettext("The repository tells the licence of none of them.")
    return ngettext(
        "The repository tells the licence of %(count)s of them; that of the others is unknown.",
        "The repository tells the licences of %(count)s of them; those of the others are unknown.",
        told,
    )


def _row(one: Component, base: str) -> ComponentRow:
    place, others = one.places[0], len(one.places) - 1
    return ComponentRow(
        name=shown(one.name),
        ecosystem=one.ecosystem,
        version=_version(one),
        needed=_scope(one.scope),
        asked=_asked(one.direct),
        licence=shown(one.licence or gettext(" and ").join(one.licences)) or gettext("unknown"),
        place=gettext("%(path)s, line %(line)s", path=shown_path(place.path), line=place.line),
        href=f"{base}/file/{addresses.path(place.path)}#L{place.line}",
        more=ngettext("and %(count)s other place", "and %(count)s other places", others) if others else "",
    )


def _version(one: Component) -> str:
    if one.version:
        return shown(one.version)
    asked = next((place.requirement for place in one.places if place.requirement), "")
    return gettext("not pinned: %(asked)s", asked=shown(asked)) if asked else gettext("not told")


def _scope(scope: Scope) -> str:
    names = {
        Scope.RUNTIME: gettext("operation"),
        Scope.DEVELOPMENT: gettext("development only"),
        Scope.OPTIONAL: gettext("optional"),
        Scope.VENDORED: gettext("lies in the tree"),
        Scope.UNKNOWN: gettext("not told"),
    }
    return names[scope]


def _asked(direct: bool | None) -> str:
    if direct is None:
        return gettext("not told")
    return gettext("the repository itself") if direct else gettext("another component")


def _why(note: Note) -> str:
    return licence_words.note(note, "en" if language() == "en" else "da")


def _pages(base: str, pages: int, current: int) -> tuple[PageLink, ...]:
    if pages == 1:
        return ()
    return tuple(
        PageLink(str(number), f"{base}/dependencies?page={number}", number == current)
        for number in range(1, pages + 1)
    )
