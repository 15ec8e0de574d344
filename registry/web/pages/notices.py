# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The notices of a repository: the copyright lines that stand in its files, alike ones together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from registry.licences.model import Detection, Notice
from registry.web import addresses
from registry.web.masking import shown, shown_path
from registry.web.tables import Table

MOST_SHOWN = 40
_LONGEST = 200
_WRITER_OF_LICENCES = "free software foundation"
_COMMENT_SIGNS = " \t/*#;!-"


@dataclass(frozen=True)
class NoticeRow:
    """One notice as it is written, its first place, and in how many places it stands."""

    text: str
    holder: str
    place: str
    href: str
    places: int


@dataclass(frozen=True)
class Notices:
    """The notices of the repository's own files, and those of third-party components."""

    own: tuple[NoticeRow, ...] = ()
    foreign: tuple[NoticeRow, ...] = ()

    @property
    def holders(self) -> tuple[str, ...]:
        """The holders named in the repository's own files, the most frequent first."""
        return tuple(dict.fromkeys(row.holder for row in self.own))


def notices(found: Mapping[bytes, Detection], foreign: frozenset[bytes], base: str) -> Notices:
    """Return the notices; `foreign` are the paths of third-party components, `base` the repository's address."""
    copied = {path: _of_the_work(path, read) for path, read in found.items() if not _is_claim(path)}
    own = [one for path, read in copied.items() if path not in foreign for one in read]
    others = [one for path, read in copied.items() if path in foreign for one in read]
    return Notices(_rows(own, base), _rows(others, base))


def notices_table(found: Notices) -> Table:
    """Return every notice as a list to take along."""
    rows = [(row.text, row.place, row.places, False) for row in found.own]
    rows += [(row.text, row.place, row.places, True) for row in found.foreign]
    return Table("notices", ("notice", "first_place", "places", "third_party"), rows)


def _is_claim(path: bytes) -> bool:
    """A publiccode.yml says who is said to own a product; it is no notice that must be copied."""
    return path.rpartition(b"/")[2].lower().startswith(b"publiccode.y")


def _of_the_work(path: bytes, read: Detection) -> list[Notice]:
    """Leave out the notice of a licence's own text: who wrote the GPL holds nothing of what stands under it."""
    name = path.rpartition(b"/")[2].lower()
    text = name.startswith((b"license", b"licence", b"copying")) or b"licenses/" in path.lower()
    return [one for one in read.notices if not (text and one.holder.lower().startswith(_WRITER_OF_LICENCES))]


def _rows(found: Iterable[Notice], base: str) -> tuple[NoticeRow, ...]:
    together: dict[tuple[str, tuple[int, ...]], list[Notice]] = {}
    for one in found:
        together.setdefault((one.holder.lower(), one.years), []).append(one)
    groups = sorted(together.values(), key=lambda group: (-len(group), group[0].path, group[0].line))
    return tuple(_row(min(group, key=lambda one: (one.path, one.line)), len(group), base) for group in groups)


def _row(first: Notice, places: int, base: str) -> NoticeRow:
    return NoticeRow(
        text=shown(first.text.lstrip(_COMMENT_SIGNS), _LONGEST),
        holder=shown(first.holder, _LONGEST),
        place=f"{shown_path(first.path)}:{first.line}",
        href=f"{base}/file/{addresses.path(first.path)}#L{first.line}",
        places=places,
    )
