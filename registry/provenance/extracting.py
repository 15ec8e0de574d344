# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Extracting: the paragraphs of a document, taken out by a program that runs alone, for the document is hostile.

    python -m registry.provenance.extracting docx < manual.docx

reads the bytes and writes {"paragraphs": [...]} or {"problem": "..."}, one of `Problem`. Whoever starts it bounds
its time and memory; here are the bounds of what a document may unfold to.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

EXTRACTOR = 1
"""Raised whenever the same document would give another text."""

FORMATS = {"docx": "docx", "docm": "docx", "dotx": "docx", "odt": "odt", "ott": "odt", "pdf": "pdf"}
"""The formats that text can be taken out of, by the ending of the name."""

MOST_PARAGRAPHS = 50_000
MOST_CHARACTERS = 5_000_000
_MOST_PAGES = 3000
_MOST_MEMBERS = 10_000
_MOST_UNPACKED = 128 << 20


class Problem(StrEnum):
    """Why a document gave no text."""

    ENCRYPTED = "encrypted"
    TOO_MUCH = "too_much"
    UNREADABLE = "unreadable"
    NO_TEXT = "no_text"
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    ABSENT = "absent"
    CPR = "cpr"


class TextError(Exception):
    """A document that gives no text, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def extracted(form: str, data: bytes) -> list[str]:
    """Return the paragraphs of a document that say something; raises TextError."""
    readers: dict[str, Callable[[bytes], Iterable[str]]] = {"docx": _docx, "odt": _odt, "pdf": _pdf}
    found: list[str] = []
    size = 0
    for paragraph in readers[form](data):
        text = " ".join(paragraph.split())
        size += len(text)
        if size > MOST_CHARACTERS or len(found) >= MOST_PARAGRAPHS:
            raise TextError(Problem.TOO_MUCH)
        if text:
            found.append(text)
    if not found:
        raise TextError(Problem.NO_TEXT)
    return found


def main() -> None:
    """Read one document from standard input and tell its paragraphs."""
    try:
        answer = {"paragraphs": extracted(sys.argv[1], sys.stdin.buffer.read())}
    except TextError as error:
        answer = {"problem": str(error.problem)}  # type: ignore[dict-item]
    except MemoryError:
        answer = {"problem": str(Problem.TOO_MUCH)}  # type: ignore[dict-item]
    except Exception:  # whatever a stranger's document makes a library do, it is this document's alone
        answer = {"problem": str(Problem.UNREADABLE)}  # type: ignore[dict-item]
    sys.stdout.write(json.dumps(answer))


def _docx(data: bytes) -> Iterator[str]:
    from docx import Document  # noqa: PLC0415 - a fifth of a second that a PDF need not pay
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.text.paragraph import Paragraph  # noqa: PLC0415

    _bounded(data)
    body = Document(io.BytesIO(data)).element.body
    for element in body.iter(
        qn("w:p")
    ):  # those of tables and text boxes, too, in the order in which they stand
        yield Paragraph(element, body).text


def _odt(data: bytes) -> Iterator[str]:
    from odfdo import Document  # noqa: PLC0415

    _bounded(data)
    for element in Document(io.BytesIO(data)).body.get_elements("//text:p | //text:h"):
        yield element.text_recursive


def _pdf(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import DependencyError, FileNotDecryptedError  # noqa: PLC0415

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise TextError(Problem.ENCRYPTED)
    try:
        if len(reader.pages) > _MOST_PAGES:
            raise TextError(Problem.TOO_MUCH)
        for page in reader.pages:
            yield from page.extract_text().split("\n")
    except (DependencyError, FileNotDecryptedError) as error:
        raise TextError(Problem.ENCRYPTED) from error


def _bounded(data: bytes) -> None:
    """Refuse a package that says it is locked, or unfolds to more than any manual. Its word is checked by memory."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = package.infolist()
        if any(member.flag_bits & 1 for member in members):
            raise TextError(Problem.ENCRYPTED)
        if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_UNPACKED:
            raise TextError(Problem.TOO_MUCH)


if __name__ == "__main__":
    main()
