# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Documents for tests, made here: Word, OpenDocument and PDF with the paragraphs that are asked for."""

from __future__ import annotations

import io
import zipfile

import docx
import odfdo


def word(*paragraphs: str) -> bytes:
    """Return a Word document of these paragraphs."""
    made, out = docx.Document(), io.BytesIO()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(out)
    return out.getvalue()


def open_document(*paragraphs: str) -> bytes:
    """Return an OpenDocument text of these paragraphs."""
    made, out = odfdo.Document("text"), io.BytesIO()
    made.body.clear()
    for text in paragraphs:
        made.body.append(odfdo.Paragraph(text))
    made.save(out)
    return out.getvalue()


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page with these lines."""
    shown = b"".join(b"(%s) Tj T* " % line.encode("ascii") for line in lines)
    stream = b"BT /F1 12 Tf 14 TL 50 700 Td " + shown + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\0\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def with_body(package: bytes, member: str, body: bytes) -> bytes:
    """Return a package with one member's bytes replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, body if name == member else old.read(name))
    return out.getvalue()
