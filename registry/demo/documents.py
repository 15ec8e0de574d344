# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Documents that lines cannot see: a picture, a Word file, a PDF, the same bytes on every machine.

Nothing is compressed (deflate's "stored" blocks), because compressors differ from version to version and
every byte goes into a commit id.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from hashlib import sha256
from xml.sax.saxutils import escape

_LONGEST_BLOCK = 65_535
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def document(kind: str, text: str) -> bytes:
    """Return a `png`, `docx` or `pdf` that says `text`; a line is a paragraph."""
    return {"png": png, "docx": docx, "pdf": pdf}[kind](text)


def png(text: str) -> bytes:
    """Return a small picture of coloured stripes drawn from the text: another text, another picture."""
    stripes = sha256(text.encode()).digest()
    rows = b"".join(b"\0" + bytes(stripes[(row // 8 + channel) % 32] for channel in range(3)) * 64
                    for row in range(64))  # fmt: skip
    header = struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)
    parts = [
        (b"IHDR", header),
        (b"tEXt", b"Title\0" + _latin(text)),
        (b"IDAT", _stored(rows)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def docx(text: str) -> bytes:
    """Return a Word file with the text, its parts stored as they are and dated 1980."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.splitlines())
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_DOCX_TYPE}"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
    )
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
    parts = {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": body}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8"?>' + xml)
    return packed.getvalue()


def pdf(text: str) -> bytes:
    """Return a PDF of as many pages as the text needs, forty-eight lines a page."""
    lines = text.splitlines() or [""]
    pages = [lines[start : start + 48] for start in range(0, len(lines), 48)]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        objects += [_page(5 + 2 * number), _page_text(page)]
    return _pdf_file(objects)


def _page(contents: int) -> bytes:
    return (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        f"/Resources << /Font << /F1 3 0 R >> >> /Contents {contents} 0 R >>"
    ).encode()


def _page_text(lines: Iterable[str]) -> bytes:
    shown = b"".join(b"(" + _pdf_string(line) + b") Tj T*\n" for line in lines)
    stream = b"BT /F1 11 Tf 15 TL 56 780 Td\n" + shown + b"ET"
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream)


def _pdf_file(objects: Iterable[bytes]) -> bytes:
    data, offsets = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\0\n", list[int]()  # the second line says: no text file
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table) + end


def _pdf_string(line: str) -> bytes:
    return _latin(line).replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def _latin(text: str) -> bytes:
    return text.encode("cp1252", "replace")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _stored(data: bytes) -> bytes:
    blocks = [data[at : at + _LONGEST_BLOCK] for at in range(0, len(data), _LONGEST_BLOCK)]
    packed = b"".join(
        struct.pack("<BHH", number == len(blocks), len(block), len(block) ^ 0xFFFF) + block
        for number, block in enumerate(blocks, start=1)
    )
    return b"\x78\x01" + packed + struct.pack(">I", zlib.adler32(data))
