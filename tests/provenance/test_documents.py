# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Tests of documents: which files are counted in files, and what they are called."""

from __future__ import annotations

import pytest

from registry.provenance.content import inspect
from registry.provenance.documents import document_format


@pytest.mark.parametrize(
    ("path", "data", "words"),
    [
        (b"Vejledning.DOCX", b"PK\3\4\0", "Word-dokument"),
        (b"logo.png", b"\x89PNG\0", "Billede"),
        (b"thing", b"\0", "Binær fil"),
        (b"notes.txt", "tekst".encode("utf-16"), "Tekst i UTF-16, som git ikke opdeler i linjer"),
    ],
)
def test_formats_in_words(path: bytes, data: bytes, words: str) -> None:
    """A file that lines cannot show has its format named."""
    found = document_format(path, inspect(data))
    assert found
    assert found.da == words


def test_text_is_no_document() -> None:
    """Text is counted in lines, whatever its name says."""
    assert document_format(b"a.pdf", inspect(b"text\n")) is None


def test_a_file_that_was_not_read_is_known_by_its_name() -> None:
    """A large film that is absent from a mirror is a film still."""
    found = document_format(b"film.mp4", None)
    assert found
    assert found.en == "Film"
