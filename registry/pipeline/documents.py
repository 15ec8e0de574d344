# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Documents of papers on their way in: read whole, refused when they hold a CPR number, kept as evidence."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
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
_STREAM = re.compile(rb"stream\r?\n")


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
    name = visible(one.name, 200)
    if not one.data or len(one.data) > LARGEST:
        msg = f"the document {name} holds {len(one.data)} bytes; give one of at least 1 and at most {LARGEST}"
        raise BadInputError(msg)
    refuse_cpr(one.data, f"the document {name}")
    for text in _unpacked(one.data):
        refuse_cpr(text, f"the document {name}")


def _unpacked(data: bytes) -> list[bytes]:
    """Return what stands packed in a PDF's streams, as far as it is packed as most are (Flate)."""
    if not data.startswith(b"%PDF"):
        return []
    texts, left = [], _UNPACKED
    for match in _STREAM.finditer(data):
        unpack = zlib.decompressobj()
        try:
            text = unpack.decompress(data[match.end() :], left)
        except zlib.error:
            continue
        left -= len(text)
        texts.append(text)
        if left <= 0:
            break
    return texts
