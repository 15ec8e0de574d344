# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""REUSE metadata: REUSE.toml and .reuse/dep5 say for globs of paths what a header would say in the file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from typing import Any

from registry.licences.expressions import normalise
from registry.licences.model import Detection, Kind, Note, Notice, Source, shortened
from registry.licences.notices import notices

_LARGEST = 1024 * 1024
_MOST = 500


def reuse_toml(path: bytes, data: bytes) -> Detection:
    """Read a REUSE.toml; globs are relative to the folder it stands in."""
    try:
        text = data[:_LARGEST].decode("utf-8-sig")
        tables = tomllib.loads(text).get("annotations", [])
    except (ValueError, RecursionError):
        return Detection((Source(Kind.REUSE, path, 1, None, "", (Note.UNPARSABLE,)),))
    sources: list[Source] = []
    held: list[Notice] = []
    lines = _annotation_lines(text)
    for table, line in zip(_tables(tables), lines, strict=False):
        covers = tuple(_texts(table.get("path")))
        sources.extend(_sources(path, line, covers, _texts(table.get("SPDX-License-Identifier"))))
        tags = [f"SPDX-FileCopyrightText: {one}" for one in _texts(table.get("SPDX-FileCopyrightText"))]
        held.extend(Notice(path, line, one.holder, one.years, one.text) for one in notices(path, tags))
    return Detection(tuple(sources[:_MOST]), tuple(held[:_MOST]))


def dep5(path: bytes, data: bytes) -> Detection:
    """Read a .reuse/dep5 (Debian's machine-readable copyright file); its globs start at the root."""
    text = data[:_LARGEST].decode("utf-8", "replace")
    sources: list[Source] = []
    held: list[Notice] = []
    start = 1
    for paragraph in text.split("\n\n"):
        fields = _fields(paragraph)
        covers = tuple("**" if one == "*" else one for one in fields.get("files", "").split())
        if covers:
            sources.extend(_sources(path, start, covers, [fields.get("license", "").split("\n")[0].strip()]))
            tags = [
                f"SPDX-FileCopyrightText: {one}"
                for one in fields.get("copyright", "").split("\n")
                if one.strip()
            ]
            held.extend(Notice(path, start, one.holder, one.years, one.text) for one in notices(path, tags))
        start += paragraph.count("\n") + 2
    return Detection(tuple(sources[:_MOST]), tuple(held[:_MOST]))


def _sources(path: bytes, line: int, covers: tuple[str, ...], stated: Iterable[str]) -> Iterable[Source]:
    for one in stated:
        expression = normalise(one)
        notes = () if expression else (Note.INVALID_EXPRESSION,)
        if one:
            yield Source(Kind.REUSE, path, line, expression, shortened(one), notes, covers=covers[:_MOST])


def _annotation_lines(text: str) -> list[int]:
    return [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip().startswith("[[annotations]]")
    ]


def _tables(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]


def _fields(paragraph: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in paragraph.split("\n"):
        if line.startswith((" ", "\t")) and name:
            fields[name] += "\n" + line.strip()
        elif ":" in line and not line.startswith("#"):
            name, _, value = line.partition(":")
            name = name.strip().lower()
            fields[name] = value.strip()
    return fields
