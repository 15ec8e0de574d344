# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Title in SPDX: what is said of each file, and snippets where the lines of one file differ."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from registry.custody import service as custody
from registry.exports import service as exports
from registry.exports.model import ExportedPiece, Inventory
from registry.exports.titles import TitleRun, pieces_of
from registry.pipeline.facts import import_facts
from registry.pipeline.register import Register
from tests.builders import new_repository
from tests.exports.graphs import library_graph, own_graph
from tests.pipeline.stating import FACTS
from tests.running import harvest, register

BO = "Bo Eksempel <bo@example.org>"
EARLY, LATE = "1300000000 +0000", "1500000000 +0000"
MIXED = "a = 1\næ = 2\n\nd = 4".encode()
SAID = "claimed; holders: Havnens Forening"
# the library's own parser leaves a log file open when it first makes its tables
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def havn(tmp_path: Path) -> Iterator[Register]:
    """A register with one repository, in which Bo wrote the last line of Alma's file."""
    git = new_repository(tmp_path / "in" / "havn+kaj")
    git.commit({"mixed.py": "a = 1\næ = 2\n\n".encode(), "own.py": b"x = 1\ny = 2\n"}, date=EARLY)
    git.commit({"mixed.py": MIXED}, author=BO, date=LATE)
    with register(tmp_path / "data") as opened:
        harvest(tmp_path / "data", tmp_path / "in")
        yield opened


def inventory(opened: Register) -> Inventory:
    """Collect the one repository."""
    with opened.sessions() as session:
        found = custody.by_name(session, "havn/kaj")
        return exports.collect(session, opened.settings, found, date(2026, 1, 1))


def told(opened: Register, version: str) -> Any:
    """Return the document as JSON, held against the format's own validator."""
    return json.loads(b"".join(exports.spdx(inventory(opened), version, validate=True)))


def test_before_papers_nothing_is_said_of_a_file(havn: Register) -> None:
    """Not assessed is no state: no annotation of a file, no snippet."""
    document = told(havn, "2.3")
    assert "snippets" not in document
    assert all("annotations" not in one for one in document["files"])


def test_lines_of_another_title_are_snippets_with_their_lines_and_bytes(havn: Register) -> None:
    """The bytes of the ranges are those of the lines, whatever letters stand in them."""
    import_facts(havn, FACTS)
    (mixed,) = (one for one in inventory(havn).files if one.name == "mixed.py")
    assert [(one.lines, MIXED[one.span[0] - 1 : one.span[1]]) for one in mixed.pieces] == [
        ((1, 3), "a = 1\næ = 2\n\n".encode()),
        ((4, 4), b"d = 4"),
    ]


def test_a_file_of_one_title_has_no_snippets(havn: Register) -> None:
    """It is annotated as a whole."""
    import_facts(havn, FACTS)
    (own,) = (one for one in inventory(havn).files if one.name == "own.py")
    assert (own.title, own.pieces) == (SAID, ())


def test_spdx_2_annotates_files_and_snippets_with_state_and_holders(havn: Register) -> None:
    """With the day, and that it is an assessment."""
    import_facts(havn, FACTS)
    document = told(havn, "2.3")
    said = {one["name"]: one["annotations"][0]["comment"] for one in document["snippets"]}
    first = f"title, as of 2026-01-01: {SAID} (an assessment, no ruling)"
    assert said["./mixed.py, lines 1 to 3"] == first
    assert "unknown" in said["./mixed.py, lines 4 to 4"]
    (own,) = (one for one in document["files"] if one["fileName"] == "./own.py")
    assert own["annotations"][0]["comment"] == first


@pytest.mark.parametrize("form", ["json", "tag-value", "yaml", "xml", "rdf"])
def test_every_form_of_spdx_2_gives_back_snippets_and_annotations(
    havn: Register, tmp_path: Path, form: str
) -> None:
    """What SPDX's own parser reads is valid and says the same as was written."""
    from spdx_tools.spdx.parser.parse_anything import parse_file
    from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

    import_facts(havn, FACTS)
    place = tmp_path / f"one.{ {'tag-value': 'spdx', 'rdf': 'rdf.xml'}.get(form, form) }"
    place.write_bytes(b"".join(exports.spdx(inventory(havn), "2.3", form)))
    document = parse_file(str(place))
    assert validate_full_spdx_document(document) == []
    assert sorted(one.line_range or (0, 0) for one in document.snippets) == [(1, 3), (4, 4)]
    assert sorted(one.byte_range for one in document.snippets) == [(1, 14), (15, 19)]
    assert len(document.annotations) == 1 + 2 + 2
    contained = {(one.spdx_element_id, one.related_spdx_element_id) for one in document.relationships}
    assert {("SPDXRef-Repository", "SPDXRef-File-1"), ("SPDXRef-Repository", "SPDXRef-File-2")} <= contained


def test_a_graph_written_in_pieces_is_that_of_the_library(havn: Register) -> None:
    """Snippets, ranges and annotations: the same statements, no more and no less."""
    import_facts(havn, FACTS)
    found = inventory(havn)
    assert own_graph(found) == library_graph(found)


def test_spdx_3_has_the_same_snippets_and_annotations(havn: Register) -> None:
    """Lines and bytes as ranges, statements as annotations of their subject."""
    import_facts(havn, FACTS)
    graph = told(havn, "3.0.1")["@graph"]
    pieces = {one["spdxId"]: one for one in graph if one["type"] == "software_Snippet"}
    lines = sorted(
        (one["software_lineRange"]["beginIntegerRange"], one["software_lineRange"]["endIntegerRange"])
        for one in pieces.values()
    )
    assert lines == [(1, 3), (4, 4)]
    subjects = {one["subject"] for one in graph if one["type"] == "Annotation"}
    assert pieces.keys() <= subjects and len(subjects) == 1 + 2 + 2


def test_holders_are_named_without_addresses(havn: Register) -> None:
    """Bo is known by an address alone."""
    import_facts(havn, FACTS)
    for version in exports.VERSIONS:
        assert b"bo@example.org" not in b"".join(exports.spdx(inventory(havn), version))


def test_bytes_that_have_fewer_lines_than_were_attributed_give_no_pieces() -> None:
    """Better none than wrong ones."""
    runs = (TitleRun(1, 2, "a"), TitleRun(3, 3, "b"))
    assert pieces_of(b"one\ntwo\n", runs) == ()
    assert pieces_of(b"one\ntwo\nthree", runs)[1] == ExportedPiece((3, 3), (9, 13), "b")
