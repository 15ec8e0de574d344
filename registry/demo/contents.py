# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What a file of the story holds, as git keeps it: a mode and bytes."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from registry.demo.documents import document
from registry.demo.model import Replacement, Source

_TEXTS = Path(__file__).parent / "texts"
_LINE_ENDS = {"crlf": "\r\n", "cr": "\r", "none": ""}
_MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}

GITLINK, LINK, EXECUTABLE, PLAIN = b"160000", b"120000", b"100755", b"100644"


def content(source: Source, path: bytes, replaces: tuple[Replacement, ...]) -> tuple[bytes, bytes]:
    """Return mode and bytes of what a step writes, with the replacements that reach its path."""
    options = source.options
    if source.kind == "gitlink":
        return GITLINK, source.value.encode("ascii")
    if source.kind == "link":
        return LINK, source.value.encode()
    mode = EXECUTABLE if "executable" in options else PLAIN
    if source.kind == "hex":
        return mode, bytes.fromhex(source.value) * int(options.get("repeat", "1"))
    if source.kind == "document":
        return mode, document(path.rsplit(b".", 1)[-1].decode("ascii"), source.value)
    text = standard(source.value, options) if source.kind == "standard" else source.value
    return mode, _encoded(replaced(text * int(options.get("repeat", "1")), path, replaces), options)


def standard(name: str, names: Mapping[str, str]) -> str:
    """Return a text that stands beside this module, such as a licence, for a year and a holder."""
    place = _TEXTS / f"{name}.txt"
    if not place.is_file():
        raise LookupError(f"there is no standard text “{name}”")
    text = place.read_text(encoding="utf-8")
    return text.replace("«year»", names.get("year", "")).replace("«holder»", names.get("holder", ""))


def replaced(text: str, path: bytes, replaces: tuple[Replacement, ...]) -> str:
    """Return the text after every replacement whose pattern fits the path, in the order they were told."""
    name = path.decode("utf-8", "surrogateescape")
    for one in replaces:
        if fnmatchcase(name, one.pattern):
            text = text.replace(one.old, one.new)
    return text


def _encoded(text: str, options: Mapping[str, str]) -> bytes:
    if "lines" in options:
        text = text.replace("\n", _LINE_ENDS[options["lines"]])
    encoding = options.get("encoding", "utf-8")
    return _MARKS.get(encoding, b"") + text.encode(encoding)
