# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The licence of any version of a repository, and what changed between two versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.licences.model import Source
from registry.pipeline.licence_at import At, Between
from registry.pipeline.revisions import Revision
from registry.web import addresses
from registry.web.language import day, gettext, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages.facts import licence_sentence
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.licence import Clash, SourceRow, licence_view
from registry.web.pages.licence_history import ChangeRow, change_rows
from registry.web.pages.origins import steps_to
from registry.web.tables import Table

MOST_OFFERED = 500


@dataclass(frozen=True)
class Offered:
    """A version that the form offers."""

    name: str
    day: str


@dataclass(frozen=True)
class VersionPage:
    """The licence of one version, or the form that asks for one: `name` is then ""."""

    frame: Frame
    base: str
    name: str
    versions: tuple[Offered, ...]
    documentation: str
    reason: str
    terms: str
    clashes: tuple[Clash, ...]
    sources: tuple[SourceRow, ...]
    unread: str
    compare: str


@dataclass(frozen=True)
class BetweenPage:
    """What changed between two versions, or the form that asks for them."""

    frame: Frame
    base: str
    old: str
    new: str
    versions: tuple[Offered, ...]
    asked: bool
    rows: tuple[ChangeRow, ...]
    unread: str


def version_page(repository: Repository, versions: Sequence[Revision], found: At | None) -> VersionPage:
    """Return the page of a version; without one, the form alone."""
    base = addresses.repository(repository.id, repository.full_name)
    concluded = found.conclusion if found else None
    view = licence_view(concluded, base)
    expression = concluded.concluded if concluded else None
    documents = concluded.documentation if concluded else None
    return VersionPage(
        frame=_frame(repository, gettext("Licence of a version"), _answer(found), lists=found is not None),
        base=base,
        name=shown(found.revision.name) if found else "",
        versions=_offered(versions),
        documentation="" if documents == expression else documents or "",
        reason=licence_sentence(concluded.reason) if concluded else "",
        terms=expression or "",
        clashes=view.clashes,
        sources=view.sources,
        unread=_unread(found) if found else "",
        compare=f"{base}/licences/between",
    )


def between_page(
    repository: Repository, versions: Sequence[Revision], asked: tuple[str, str], found: Between | None
) -> BetweenPage:
    """Return the page of two versions; without them, the form alone."""
    base = addresses.repository(repository.id, repository.full_name)
    return BetweenPage(
        frame=_frame(
            repository, gettext("Licence between two versions"), _difference(found), lists=found is not None
        ),
        base=base,
        old=shown(asked[0]),
        new=shown(asked[1]),
        versions=_offered(versions),
        asked=found is not None,
        rows=change_rows(found.changes) if found else (),
        unread=" ".join(filter(None, (_unread(found.old), _unread(found.new)))) if found else "",
    )


def version_table(found: At) -> Table:
    """Return the statements of a version as a list to take along."""
    concluded = found.conclusion
    columns = ("version", "commit", "kind", "path", "line", "expression", "text", "third_party")

    def row(one: Source, foreign: bool) -> tuple[str | int | bool | None, ...]:
        place = (str(one.kind), shown_path(one.path), one.line, one.expression, shown(one.text), foreign)
        return (shown(found.revision.name), found.revision.commit, *place)

    rows = [row(one, False) for one in concluded.sources] + [row(one, True) for one in concluded.third_party]
    return Table("licence-of-version", columns, rows)


def between_table(found: Between) -> Table:
    """Return what changed as a list to take along."""
    rows = [(one.path, one.moved or None, one.before, one.after) for one in change_rows(found.changes)]
    return Table("licence-between-versions", ("path", "moved_from", "before", "after"), rows)


def _frame(repository: Repository, title: str, answer: str, *, lists: bool) -> Frame:
    base = addresses.repository(repository.id, repository.full_name)
    history = Crumb(gettext("Licence history"), f"{base}/licences/history")
    return Frame(title, answer, way(steps_to(repository), history, Crumb(title)), lists)


def _answer(found: At | None) -> str:
    if found is None:
        return gettext(
            "Write the version whose licence you want to see: a tag, a branch or the id of a change."
        )
    return gettext(
        "%(version)s, the change %(commit)s of %(day)s: %(licence)s.",
        version=shown(found.revision.name),
        commit=found.revision.commit[:10],
        day=day(found.revision.day) or gettext("an unknown day"),
        licence=_licence(found),
    )


def _difference(found: Between | None) -> str:
    if found is None:
        return gettext("Write two versions to see what changed of the licence from the one to the other.")
    names = {"old": shown(found.old.revision.name), "new": shown(found.new.revision.name)}
    before, after = _licence(found.old), _licence(found.new)
    if before == after:
        return gettext(
            "%(old)s and %(new)s: the same licence, %(licence)s. %(files)s in what it says of a licence.",
            licence=before,
            files=_files(found),
            **names,
        )
    return gettext(
        "From %(old)s to %(new)s the licence changed: %(before)s, then %(after)s. %(files)s in what it says of a licence.",
        before=before,
        after=after,
        files=_files(found),
        **names,
    )


def _files(found: Between) -> str:
    return ngettext("%(count)s file differs", "%(count)s files differ", len(found.changes))


def _licence(found: At) -> str:
    return found.conclusion.concluded or gettext("no licence for certain")


def _unread(found: At) -> str:
    if not found.unread:
        return ""
    return ngettext(
        "In %(version)s the head of %(count)s file was not read; a licence stated there alone is not counted.",
        "In %(version)s the heads of %(count)s files were not read; a licence stated there alone is not counted.",
        len(found.unread),
        version=shown(found.revision.name),
    )


def _offered(versions: Sequence[Revision]) -> tuple[Offered, ...]:
    return tuple(Offered(shown(one.name), day(one.day)) for one in versions[:MOST_OFFERED])
