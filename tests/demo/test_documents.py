# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Documents are real ones, and the same bytes everywhere."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from hashlib import sha256

import pytest

from registry.demo.documents import docx, pdf, png


def test_docx_is_read_back() -> None:
    """A Word file holds each line as a paragraph."""
    with zipfile.ZipFile(io.BytesIO(docx("Første & sidste\nlinje"))) as archive:
        body = archive.read("word/document.xml").decode()

    assert "<w:t>Første &amp; sidste</w:t>" in body
    assert body.count("<w:p>") == 2


def test_png_is_read_back() -> None:
    """A picture is 64 by 64 points in three colours, its checks right."""
    data = png("et billede")
    at, parts = 8, {}
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack(">I", data[at + 8 + size : at + 12 + size])[0] == zlib.crc32(name + body)
        parts[name] = body
        at += 12 + size

    assert len(zlib.decompress(parts[b"IDAT"])) == 64 * (1 + 64 * 3)


def test_pdf_finds_its_parts() -> None:
    """A PDF's table points at each of its objects, over as many pages as the text needs."""
    data = pdf("\n".join(f"linje {number} (æøå)" for number in range(100)))
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    rows = data[start:].splitlines()[3:-5]

    assert data[start : start + 4] == b"xref"
    assert b"/Count 3" in data
    for number, row in enumerate(rows, start=1):
        assert data[int(row.split()[0]) :].startswith(b"%d 0 obj" % number)


@pytest.mark.parametrize(
    ("data", "digest"),
    [(docx("a"), "d588c84b152f59e0"), (png("a"), "fa5d50cb0cb3cd89"), (pdf("a"), "bb09bb10ba87c106")],
)
def test_same_bytes_on_every_machine(data: bytes, digest: str) -> None:
    """The bytes depend on the text alone: on no clock and no compressor."""
    assert sha256(data).hexdigest()[:16] == digest
