# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Exports of real, tiny, harvested repositories."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from registry.custody import service as custody
from registry.errors import BadInputError, NotFoundError
from registry.exports import service as exports
from registry.exports.model import Inventory
from registry.pipeline.mirrors import harvest_mirrors
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register, open_register
from registry.settings import Settings
from tests.builders import Content, Link, new_repository
from tests.exports.graphs import library_graph, own_graph

HEADER = b"# SPDX-FileCopyrightText: 2020 Eksempel ApS <kontakt@example.org>\n# SPDX-License-Identifier: MIT\na = 1\n"
FILES: dict[str | bytes, Content] = {
    "src/a.py": HEADER,
    b"src/\xff\x1b[31m.py": b"b = 1\n",
    "src/<text>&</text>.py": b"c = 1\n",
    "link": Link(b"src/a.py"),
    "composer.lock": b'{"packages": [{"name": "kage/kerne", "version": "1.0.0", "license": ["MIT"]}]}',
    "node_modules/other/package.json": b'{"name": "other", "license": "MIT"}',
    "node_modules/other/LICENSE": b"Copyright (c) 2019 Anden Part\n",
    "node_modules/other/code.js": b"var x = 1;\n",
}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register with one harvested repository and an empty one."""
    new_repository(tmp_path / "git" / "example+one").commit(FILES)
    new_repository(tmp_path / "git" / "example+empty")
    data = tmp_path / "data"
    opened = open_register(Settings(f"sqlite:///{data / 'register.sqlite'}", data), seed=False)
    harvest_mirrors(opened, tmp_path / "git", Wish(), lambda *_: None)
    yield opened
    opened.engine.dispose()


def inventory(register: Register, name: str = "example/one") -> Inventory:
    """Collect one repository."""
    with register.sessions() as session:
        return exports.collect(session, register.settings, custody.by_name(session, name), date(2026, 1, 1))


def written(found: Inventory, version: str = "2.3", form: str = "json", *, validate: bool = False) -> bytes:
    """Return a whole document."""
    return b"".join(exports.spdx(found, version, form, validate=validate))


# the library's own parser leaves a log file open when it first makes its tables
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("form", ["json", "tag-value", "yaml", "xml", "rdf"])
def test_every_form_of_spdx_2_is_valid_and_reads_back(register: Register, tmp_path: Path, form: str) -> None:
    """Whatever the paths hold, SPDX's own parser reads every file of the document back."""
    from spdx_tools.spdx.parser.parse_anything import parse_file

    ending = {"tag-value": "spdx", "rdf": "rdf.xml"}.get(form, form)
    place = tmp_path / f"one.{ending}"
    place.write_bytes(written(inventory(register), "2.3", form, validate=True))
    assert len(parse_file(str(place)).files) == len(FILES) - 1


def test_spdx_3_is_read_back_with_every_link(register: Register) -> None:
    """The third generation's model reads the document and finds all that it names."""
    found = json.loads(written(inventory(register), "3.0.1", validate=True))
    assert sum(one["type"] == "software_File" for one in found["@graph"]) == len(FILES) - 1


@pytest.mark.parametrize("version", ["2.3", "3.0.1"])
def test_the_same_register_gives_the_same_bytes(register: Register, version: str) -> None:
    """Nothing of a document depends on when it is written."""
    assert written(inventory(register), version) == written(inventory(register), version)


def test_digests_are_those_of_the_bytes(register: Register) -> None:
    """A file's SHA-1 is that of its content, not git's blob id."""
    import hashlib

    (one,) = (file for file in inventory(register).files if file.name == "src/a.py")
    assert one.digests and one.digests.sha1 == hashlib.sha1(HEADER).hexdigest()


def test_what_stands_in_a_file_is_told_without_addresses(register: Register) -> None:
    """The header's licence and notice are there; the mail address is not."""
    raw = written(inventory(register)).decode()
    assert "Eksempel ApS" in raw
    assert "kontakt@example.org" not in raw


def test_a_link_is_named_as_not_listed(register: Register) -> None:
    """A file without bytes of its own is named with the reason."""
    assert "link (symlink)" in written(inventory(register)).decode()


def test_a_third_party_part_stands_apart(register: Register) -> None:
    """What lies in node_modules/ is a package of its own."""
    assert list(inventory(register).components) == ["node_modules/other"]


@pytest.mark.parametrize("version", ["2.3", "3.0.1"])
def test_a_component_of_others_stands_with_its_package_url(register: Register, version: str) -> None:
    """What a lock file names is a package of the document, and the document is still valid."""
    raw = written(inventory(register), version, validate=True).decode()
    assert "pkg:composer/kage/kerne@1.0.0" in raw


def test_title_is_not_assessed_before_papers(register: Register) -> None:
    """No document says more of title than the register knows."""
    assert "title: not assessed" in written(inventory(register)).decode()


def test_a_notice_names_lines_with_their_place(register: Register) -> None:
    """A NOTICE tells where each copyright line stands."""
    assert "src/a.py:1" in exports.notice(inventory(register))


def test_a_delivery_holds_notices_source_and_the_text_of_every_licence(register: Register) -> None:
    """So that one file can be put beside what is delivered."""
    made = exports.delivery(inventory(register))
    assert "src/a.py:1" in made and "== Source code ==" in made
    assert "Permission is hereby granted, free of charge" in made
    assert "kontakt@example.org" not in made


def test_an_empty_repository_gets_one_sentence(register: Register) -> None:
    """Nothing read, nothing exported, and the sentence says what to do."""
    with pytest.raises(NotFoundError, match="harvest it first"):
        inventory(register, "example/empty")


def test_spdx_3_in_another_form_is_refused(register: Register) -> None:
    """A form that does not exist is refused with the choices."""
    with pytest.raises(BadInputError, match="JSON only"):
        written(inventory(register), "3.0.1", "xml")


def test_a_graph_of_any_names_and_licences_is_that_of_the_library(register: Register) -> None:
    """Expressions of every shape, licences that are on no list, and texts with marks of XML and line ends."""
    said = ("MIT OR (GPL-2.0-only WITH Classpath-exception-2.0 AND LicenseRef-kage)", "LicenseRef-te", None)
    found = inventory(register)
    files = [
        replace(one, concluded=said[n % 3], rule="a\r\nb ]]> <&\"'") for n, one in enumerate(found.files)
    ]
    found = replace(found, files=tuple(files), concluded=said[0])
    assert own_graph(found) == library_graph(found)


def test_a_graph_holds_no_sign_that_xml_forbids(register: Register) -> None:
    """A control sign in a text is told as the sign for what cannot be shown, and the document can be read."""
    found = inventory(register)
    found = replace(found, files=tuple(replace(one, rule="a\x1b\x00b\ud800") for one in found.files))
    comments = [str(one) for _, name, one in own_graph(found) if str(name).endswith("licenseComments")]
    assert "decided by: a\ufffd\ufffdb\ufffd" in comments


def test_a_graph_is_written_the_same_each_time(register: Register) -> None:
    """A graph has no order; its document has one."""
    assert written(inventory(register), "2.3", "rdf") == written(inventory(register), "2.3", "rdf")
