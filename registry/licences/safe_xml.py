# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Safe XML: the texts of a stranger's XML file by their element path; a file with a DTD is refused unread.

Without a document type there are no entities, so nothing can expand or fetch; the parser keeps no tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.parsers import expat

LARGEST = 2 * 1024 * 1024
_DEEPEST = 100


class RefusedXmlError(ValueError):
    """The file declares a document type, is nested without end, or is too large."""


@dataclass(frozen=True)
class Element:
    """One element's own text: `path` is its names from the root, lower case, without namespaces."""

    path: tuple[str, ...]
    attributes: dict[str, str]
    text: str
    line: int


def elements(data: bytes, last_names: frozenset[str] | None = None) -> list[Element]:
    """Return the elements of those (lower-case) names, or all; ValueError when it is no XML or is refused."""
    if len(data) > LARGEST:
        raise RefusedXmlError
    reader = _Reader(last_names)
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError("not XML") from error
    return reader.found


class _Reader:
    def __init__(self, wanted: frozenset[str] | None) -> None:
        self.found: list[Element] = []
        self._wanted = wanted
        self._path: list[str] = []
        self._open: list[tuple[dict[str, str], list[str], int]] = []
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _refuse(self, *_: object) -> None:
        raise RefusedXmlError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name.rpartition(":")[2].lower())
        self._open.append((attributes, [], self.parser.CurrentLineNumber))
        if len(self._path) > _DEEPEST:
            raise RefusedXmlError

    def _text(self, data: str) -> None:
        if self._open:
            self._open[-1][1].append(data)

    def _end(self, _name: str) -> None:
        attributes, texts, line = self._open.pop()
        if self._wanted is None or self._path[-1] in self._wanted:
            self.found.append(Element(tuple(self._path), attributes, "".join(texts).strip(), line))
        self._path.pop()
