# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Documents of papers on their way in: read whole, refused when they hold a CPR number, kept as evidence."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from itertools import islice
from pathlib import Path

from sqlalchemy.orm import Session

from registry.agreements.service import Held
from registry.errors import BadInputError
from registry.evidence import service as evidence
from registry.pipeline.said import refuse_cpr
from registry.text import storable, visible

FACTS_FILE, DOCUMENT = "facts.file", "agreement.document"
NOT_PUBLIC = frozenset({FACTS_FILE, DOCUMENT})
"""Kinds of evidence whose bytes are for signed-in staff: papers, and who worked where and when."""

LARGEST = 50_000_000
_UNPACKED = 20_000_000
_PARTS, _SLICE = 10_000, 1 << 14
_ZIP = b"PK\x03\x04"
_STREAM = re.compile(rb"stream\r?\n")
_MEMBER = re.compile(
    re.escape(_ZIP) + rb".{4}\x08\x00.{16}(..)(..)", re.DOTALL
)  # deflated ones, APPNOTE 4.3.7


@dataclass(frozen=True)
class Paper:
    """A document as it was given: the paper it is of, the file's name, the exact bytes."""

    paper: str
    name: str
    data: bytes

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the bytes."""
        return sha256(self.data).hexdigest()


def held_of(session: Session, blobs: Path, one: Paper, now: datetime) -> Held:
    """Keep a document as a blob of evidence and return it as held; refuse one with a CPR number in it."""
    check(one)
    seen = evidence.observe(
        session, blobs, evidence.Seen(DOCUMENT, f"paper/{one.paper}", "import", now, one.data)
    )
    return Held(one.paper, one.digest, storable(one.name, 500), len(one.data), seen.id)


def check(one: Paper) -> None:
    """Raise BadInputError for a document that cannot be taken in."""
    refuse_size(one.name, len(one.data))
    name = visible(one.name, 200)
    refuse_cpr(one.data, f"the document {name}")
    for text in _unpacked(one.data):
        refuse_cpr(text, f"the document {name}")


def refuse_size(name: str, size: int) -> None:
    """Raise BadInputError for a document that is empty or larger than any paper."""
    if not 1 <= size <= LARGEST:
        msg = f"the document {visible(name, 200)} holds {size} bytes; give one of at least 1 and at most {LARGEST}"
        raise BadInputError(msg)


def _unpacked(data: bytes) -> Iterator[bytes]:
    """Yield what stands packed in a document, as far as it is packed as most are: a PDF's streams, a ZIP's files.

    No more than a bounded number of bytes is unpacked, whatever the document says of itself.
    """
    left = _UNPACKED
    for start in islice(_packed_parts(data), _PARTS):
        text = _inflated(data, start, left)
        left -= len(text)
        yield text
        if left <= 0:
            return


def _inflated(data: bytes, start: int, most: int) -> bytes:
    """Return what is packed from `start` on, as far as it can be unpacked, `most` bytes of it."""
    unpack = zlib.decompressobj(wbits=-zlib.MAX_WBITS if data.startswith(_ZIP) else zlib.MAX_WBITS)
    text = bytearray()
    try:
        for at in range(start, len(data), _SLICE):
            text += unpack.decompress(data[at : at + _SLICE], most - len(text))
            if unpack.eof or len(text) >= most:
                break
    except zlib.error:
        pass
    return bytes(text)


def _packed_parts(data: bytes) -> Iterator[int]:
    """Yield where each packed part of a PDF, or of a ZIP (docx, odt), begins."""
    if data.startswith(b"%PDF"):
        yield from (match.end() for match in _STREAM.finditer(data))
    elif data.startswith(_ZIP):
        for match in _MEMBER.finditer(data):
            name, more = int.from_bytes(match[1], "little"), int.from_bytes(match[2], "little")
            yield match.end() + name + more
