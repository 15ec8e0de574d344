# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The licence facts of a repository: every place that says something, and whether the places agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from registry.licences import words as licence_words
from registry.licences.known_wordings import Basis, KnownPlace, known_ones
from registry.licences.model import Conclusion, Contradiction, Kind, Place, Remark, Source
from registry.licences.statements import sides
from registry.web import addresses
from registry.web.language import day, gettext, language, ngettext
from registry.web.masking import shown, shown_path
from registry.web.pages import words
from registry.web.tables import Table

_MOST_PLACES = 5
_TOGETHER = frozenset({Kind.HEADER, Kind.REUSE, Kind.MANIFEST})


@dataclass(frozen=True)
class SourceRow:
    """One statement, with its place."""

    kind: str
    place: str
    href: str
    more: str
    expression: str
    text: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Placed:
    """A licence, or something said, and where it stands: places with their addresses, and how many more."""

    said: str
    places: tuple[tuple[str, str], ...]
    more: str


@dataclass(frozen=True)
class Clash:
    """Licences that do not go together, and for each the places that name it."""

    expressions: str
    sides: tuple[Placed, ...]


@dataclass(frozen=True)
class LicenceView:
    """All of it, for the page."""

    looked: bool
    documentation: str
    sources: tuple[SourceRow, ...]
    third_party: tuple[SourceRow, ...]
    clashes: tuple[Clash, ...]
    remarks: tuple[Placed, ...] = ()


def licence_view(conclusion: Conclusion | None, base: str) -> LicenceView:
    """Return the licence facts; `base` is the repository's address."""
    if conclusion is None:
        return LicenceView(looked=False, documentation="", sources=(), third_party=(), clashes=())
    return LicenceView(
        looked=True,
        documentation=conclusion.documentation or "",
        sources=_rows(conclusion.sources, base),
        third_party=_rows(conclusion.third_party, base),
        clashes=tuple(_clash(one, conclusion, base) for one in conclusion.contradictions),
        remarks=tuple(_remark(one, base) for one in conclusion.remarks),
    )


def licence_table(conclusion: Conclusion | None) -> Table:
    """Return the statements as a list to take along."""
    columns = ("kind", "path", "line", "expression", "text", "third_party")
    rows = [
        (
            str(source.kind),
            shown_path(source.path),
            source.line,
            source.expression,
            shown(source.text),
            foreign,
        )
        for foreign, sources in _groups(conclusion)
        for source in sources
    ]
    return Table("licences", columns, rows)


def _groups(conclusion: Conclusion | None) -> tuple[tuple[bool, Sequence[Source]], ...]:
    return ((False, conclusion.sources), (True, conclusion.third_party)) if conclusion else ()


def _rows(sources: Sequence[Source], base: str) -> tuple[SourceRow, ...]:
    """A row a statement; the same one in many heads or manifests is one row that names the first place."""
    together: dict[tuple[str, str | None, tuple[str, ...], int], list[Source]] = {}
    for place, source in enumerate(sources):
        alike = source.kind in _TOGETHER and (source.expression or not source.needs_person)
        apart = 0 if alike else place + 1
        notes = tuple(map(str, source.notes))
        together.setdefault((source.kind, source.expression, notes, apart), []).append(source)
    return tuple(_row(group[0], len(group) - 1, base) for group in together.values())


def _row(source: Source, others: int, base: str) -> SourceRow:
    return SourceRow(
        kind=words.licence_kind(source.kind),
        place=_place_name(source.path, source.line),
        href=_place_href(source.path, source.line, base),
        more=ngettext("and %(count)s other place", "and %(count)s other places", others) if others else "",
        expression=source.expression or gettext("No licence for certain"),
        text=shown(source.text, 200),
        remarks=_remarks(source),
    )


def _remarks(source: Source) -> tuple[str, ...]:
    """How the place was read, in words; and that a person must read it, where that is so."""
    notes = [licence_words.note(note, "en" if language() == "en" else "da") for note in source.notes]
    notes += [_nearest(source)] if source.nearest else []
    notes += map(_known, known_ones(source.known_places))
    return (*notes, gettext("A person must read this place.")) if source.needs_person else tuple(notes)


def _known(one: KnownPlace) -> str:
    """Where a known wording differs from SPDX's, and why that is the same licence."""
    differs = gettext(
        "It says '%(other)s' where SPDX's text says '%(spdx)s'.", other=one.other, spdx=one.spdx
    )
    basis = {
        Basis.MARKUP: gettext("SPDX's list counts it as the same licence."),
        Basis.JUDGED: gettext("Judged by a developer on %(day)s, not by a lawyer.", day=day(one.reviewed)),
    }
    why = one.en if language() == "en" else one.da
    return f"{differs} {why} {basis[one.basis]}"


def _nearest(source: Source) -> str:
    """How a changed text differs from the licence that it resembles most."""
    return gettext(
        "Resembles %(licence)s by %(percent)s %%; words of the licence alone (-) and of the file alone (+): %(words)s",
        licence=source.nearest,
        percent=int((source.similarity or 0) * 100),
        words=shown(source.difference, 300),
    )


def _clash(one: Contradiction, found: Conclusion, base: str) -> Clash:
    each = sides(found, one).items()
    return Clash(
        gettext(" and ").join(one.expressions), tuple(_placed(said, places, base) for said, places in each)
    )


def _remark(one: Remark, base: str) -> Placed:
    """What a reader should know although nothing contradicts: a dead link, a bought part, a folder of its own."""
    said = licence_words.remark(one.code, "en" if language() == "en" else "da")
    return _placed(said[0].upper() + said[1:], one.places, base)


def _placed(said: str, stands: Sequence[Place], base: str) -> Placed:
    places = tuple(_link(place, base) for place in stands[:_MOST_PLACES])
    others = len(stands) - len(places)
    more = ngettext("and %(count)s other place", "and %(count)s other places", others) if others else ""
    return Placed(said, places, more)


def _link(place: Place, base: str) -> tuple[str, str]:
    return _place_name(place.path, place.line), _place_href(place.path, place.line, base)


def _place_name(path: bytes, line: int) -> str:
    if not path:
        return gettext("GitHub")
    name = shown_path(path)
    return gettext("%(path)s, line %(line)s", path=name, line=line) if line else name


def _place_href(path: bytes, line: int, base: str) -> str:
    return f"{base}/file/{addresses.path(path)}#L{line or 1}" if path else ""
