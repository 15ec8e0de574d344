# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Documents: their versions, the text taken out of them, whose each paragraph is; hostile ones harm nobody."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvesters.git.lineage.hunks import Differ
from harvesters.git.model import Oid
from registry.provenance import service
from registry.provenance.document import Document, DocumentText, Version, form_of, paragraphs_by
from registry.provenance.extracting import Problem
from registry.provenance.intake.documents import extract
from tests.builders import Repository, new_repository
from tests.provenance.papers import open_document, pdf, with_body, word
from tests.running import harvest, register, run

BO = "Bo Eksempel <bo@example.org>"
BOMB = b"A" * (129 << 20)
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "%s">' % (b"ha" * 500)
    + b"".join(b'<!ENTITY %c "%s">' % (at, b"&%c;" % (at - 1) * 40) for at in range(98, 104))
    + b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    b"<w:t>&g;</w:t></w:r></w:p></w:body></w:document>"
)
STRANGER = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    b"<w:t>before &f; after</w:t></w:r></w:p></w:body></w:document>"
)


def told(form: str, data: bytes) -> DocumentText:
    """Return what the extractor says of one document."""
    return dict(extract({(form, Oid("1" * 40)): data}))[Oid("1" * 40)]


@pytest.mark.parametrize(("form", "make"), [("docx", word), ("odt", open_document), ("pdf", pdf)])
def test_text_is_taken_out(form: str, make: object) -> None:
    """Paragraphs come out of Word, OpenDocument and PDF in their order, spaces tidied, empty ones left out."""
    assert callable(make)
    assert told(form, make("Title", "", "A  paragraph.")) == DocumentText(("Title", "A paragraph."))


HOSTILE: dict[str, tuple[str, Callable[[], bytes], Problem]] = {
    "no-zip": ("docx", lambda: b"no zip at all", Problem.UNREADABLE),
    "nothing": ("docx", lambda: b"", Problem.UNREADABLE),
    "word-bomb": ("docx", lambda: with_body(word("a"), "word/document.xml", BOMB), Problem.TOO_MUCH),
    "open-bomb": ("odt", lambda: with_body(open_document("a"), "content.xml", BOMB), Problem.TOO_MUCH),
    "half": ("docx", lambda: with_body(word("a"), "word/document.xml", b"<half"), Problem.UNREADABLE),
    "another-kind": ("odt", lambda: word("a word document under another name"), Problem.UNREADABLE),
    "pdf-head-alone": ("pdf", lambda: b"%PDF-1.4 and nothing else", Problem.UNREADABLE),
    "pdf-of-pictures": ("pdf", pdf, Problem.NO_TEXT),
    "empty-word": ("docx", word, Problem.NO_TEXT),
}


@pytest.mark.parametrize("case", sorted(HOSTILE))
def test_what_gives_no_text(case: str) -> None:
    """A damaged, swollen or empty document gives its reason, and nothing else happens."""
    form, make, problem = HOSTILE[case]
    assert told(form, make()) == DocumentText(problem=problem)


def test_entities_do_not_unfold() -> None:
    """Entities that multiply do not fill the memory; what comes is an answer."""
    found = told("docx", with_body(word("a"), "word/document.xml", LAUGHS))
    assert found.problem is not None and found.paragraphs == ()


def test_nothing_of_this_machine_is_read() -> None:
    """An entity that names a file of this machine stays unread."""
    for form, package, member in (
        ("docx", word("a"), "word/document.xml"),
        ("odt", open_document("a"), "content.xml"),
    ):
        body = STRANGER if form == "docx" else STRANGER.replace(b"w:t", b"w:p")
        found = told(form, with_body(package, member, body))
        assert not any("root:" in one for one in found.paragraphs)


def test_a_package_that_lies(tmp_path: Path) -> None:
    """A package that says it is small and unfolds to more than memory is stopped there."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", BOMB)
    size = len(BOMB).to_bytes(4, "little")
    assert told("docx", out.getvalue().replace(size, (9).to_bytes(4, "little"))).problem is not None


@pytest.mark.parametrize(
    ("path", "form"),
    [
        (b"m.docx", "docx"),
        (b"a/M.DOCX", "docx"),
        (b"m.odt", "odt"),
        (b"x.pdf", "pdf"),
        (b"x.png", None),
        (b"docx", "docx"),
        (b"\xff.\xff", None),
    ],
)
def test_which_files_have_text(path: bytes, form: str | None) -> None:
    """The ending of the name says whether text can be taken out, and how."""
    assert form_of(path) == form


def whose(*texts: tuple[str, ...] | None) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return whose the paragraphs are, when version n was written by commit n."""
    versions = [Version(number, "0" * 40, 1) for number in range(1, len(texts) + 1)]
    read = [None if one is None else DocumentText(one) for one in texts]
    return paragraphs_by(versions, read, Differ().hunks)


def test_a_paragraph_is_its_first_version_s() -> None:
    """A paragraph that stays is the earlier version's; a new or changed one is that of the version with it."""
    assert whose(("a", "b", "c"), ("a", "B", "c", "d")) == (((1, 1), (1, 2), (1, 1), (1, 2)), 0)
    assert whose(("a", "b"), ("b",), ("b", "a")) == (((1, 1), (1, 3)), 0)


def test_versions_without_text() -> None:
    """A version that gave no text is counted; where the present one gave none there is nothing to tell."""
    assert whose(("a",), None, ("a", "b")) == (((1, 1), (1, 3)), 1)
    assert whose(("a",), None) == ((), 1)


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=12), min_size=1, max_size=6))
def test_every_paragraph_has_one_owner(texts: list[list[str]]) -> None:
    """Whatever the versions are, the runs cover the present paragraphs, each owned by a version that has it."""
    pairs, unread = whose(*map(tuple, texts))
    owners = [owner for count, owner in pairs for _ in range(count)]
    assert unread == 0 and len(owners) == len(texts[-1])
    assert all(paragraph in texts[owner - 1] for paragraph, owner in zip(texts[-1], owners, strict=True))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with a manual in three versions and a picture in two."""
    made = new_repository(tmp_path / "in" / "havn+kaj")
    made.commit({"m.docx": word("Title", "One."), "p.png": b"\x89PNG\0" + b"x" * 3000, "a.py": b"a\n"})
    made.commit({"m.docx": word("Title", "One.", "Two.")}, author=BO)
    made.commit({"m.docx": word("Title", "One!", "Two."), "p.png": b"\x89PNG\0" + b"y" * 1000})
    return made


def document(tmp_path: Path, path: bytes) -> Document:
    """Harvest and return a document."""
    harvest(tmp_path / "data", tmp_path / "in")
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        found = service.document(session, 1, path)
        assert found is not None
        return found


def test_a_harvest_reads_documents(repository: Repository, tmp_path: Path) -> None:
    """A document has its versions with their sizes, and its present paragraphs by commit; a picture has sizes."""
    found = document(tmp_path, b"m.docx")
    first, second, third = (one.commit for one in found.versions)
    assert found.pairs == ((1, first), (1, third), (1, second))
    picture = document(tmp_path, b"p.png")
    assert [one.size for one in picture.versions] == [3005, 1005] and picture.pairs == ()
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        assert service.document(session, 1, b"a.py") is None
        blob = found.versions[-1].blob
        assert service.known_texts(session, [blob])[blob].paragraphs == ("Title", "One!", "Two.")
    assert run(tmp_path / "data", "verify").code == 0


def test_a_cpr_number_is_not_kept(tmp_path: Path) -> None:
    """The text of a document that holds a civil registration number is not kept at all."""
    new_repository(tmp_path / "in" / "havn+kaj").commit({"m.docx": word("Ada, 010203-4321")})
    found = document(tmp_path, b"m.docx")
    assert found.pairs == ()
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        text = service.known_texts(session, [found.versions[0].blob])[found.versions[0].blob]
    assert text == DocumentText(problem=Problem.CPR)
