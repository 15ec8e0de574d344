# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Licence files: any spelling of the name, and whatever may stand in them."""

from __future__ import annotations

import pytest

from registry.licences.detection import detect
from registry.licences.model import Kind, Note
from registry.licences.name_classes import is_licence_name, name_class
from tests.licences.builders import only, text_of


@pytest.mark.parametrize(
    "name",
    [
        "license",
        "licence",
        "copying",
        "unlicense",
        "license.md",
        "licence.txt",
        "license.rst",
        "mit-license",
        "license-mit",
        "copying.lesser",
        "licens.md",
        "licenses.txt",
        "choices.min.js.license.txt",
        "license_da.txt",
    ],
)
def test_a_licence_file_is_known_by_any_spelling_of_its_name(name: str) -> None:
    """Both spellings, Danish, prefixes and endings."""
    assert is_licence_name(name)


@pytest.mark.parametrize(
    "name", ["license.py", "licensecontroller.cs", "licenses.json", "driving_licence.png", "license.ts"]
)
def test_a_program_about_licences_is_no_licence_file(name: str) -> None:
    """The ending tells code from prose."""
    assert not is_licence_name(name)


def test_a_licence_text_gives_its_identifier() -> None:
    """The file's kind, line and likeness are kept."""
    source = only("LICENSE", text_of("MPL-2.0"))
    assert (source.kind, source.line, source.expression) == (Kind.LICENCE_FILE, 1, "MPL-2.0")
    assert source.similarity == 1.0


def test_a_gnu_text_is_silent_on_later_versions() -> None:
    """The text alone does not say "or later"."""
    source = only("COPYING", text_of("GPL-3.0-only"))
    assert (source.expression, source.notes) == ("GPL-3.0-only", (Note.LATER_UNSAID,))


def test_two_licences_in_one_file_hold_together_and_need_a_person() -> None:
    """Without a word on how they relate, both hold."""
    source = only("LICENSE", text_of("MIT") + "\n\n" + text_of("Apache-2.0"))
    assert source.expression == "MIT AND Apache-2.0"
    assert source.needs_person


def test_a_choice_between_two_licences_is_a_choice() -> None:
    """The file's own words say that one of them is enough."""
    text = (
        "You may choose either of the following licences:\n\n" + text_of("MIT") + "\n" + text_of("Apache-2.0")
    )
    source = only("LICENSE", text)
    assert (source.expression, source.needs_person) == ("MIT OR Apache-2.0", False)


def test_a_licence_with_more_words_needs_a_person() -> None:
    """Somebody's exceptions beside the text are not passed over."""
    more = (
        "Except that the folder of cakes and every picture in it belongs to the bakers of Lille Skensved. "
        * 5
    )
    assert Note.MORE_TEXT in only("LICENSE", more + "\n" + text_of("MPL-2.0")).notes


def test_an_utf_16_licence_is_read() -> None:
    """A byte order mark tells how."""
    assert only("LICENSE.txt", b"\xff\xfe" + text_of("MIT").encode("utf-16-le")).expression == "MIT"


def test_a_latin_1_licence_is_read() -> None:
    """Old copies write the copyright sign in one byte."""
    data = b"Copyright \xa9 2011 S\xf8lvfisk\n\n" + text_of("MIT").encode()
    assert only("LICENSE", data).expression == "MIT"


def test_an_html_licence_is_read_without_its_tags() -> None:
    """And says that it was read so."""
    body = text_of("MIT").replace("\n\n", "</p>\n<p>").replace('"', "&quot;").replace("<year>", "2020")
    page = f"<!DOCTYPE html><html><style>p {{ color: red }}</style><body><p>{body}</p></body></html>"
    source = only("LICENSE.html", page.replace("<copyright holders>", "Sølvfisk"))
    assert (source.expression, Note.HTML in source.notes) == ("MIT", True)


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (b"%PDF-1.7 ...", Note.PDF),
        (b"\x00\x01\x02" * 100, Note.BINARY),
        (b"  \n", Note.EMPTY),
        (b"kage " * 9_000_000, Note.TOO_LARGE),
        (b"Du kan bruge kataloget, hvis du giver kage. " * 30, Note.UNKNOWN_TEXT),
        (b"Kagekatalog is licensed under the GNU GPL.", Note.VERSION_MISSING),
    ],
)
def test_what_cannot_be_read_says_so_and_names_nothing(data: bytes, note: Note) -> None:
    """Recorded with what was read and what not; the rest is for a person."""
    source = only("LICENSE", data)
    assert source.expression is None
    assert note in source.notes
    assert source.needs_person


@pytest.mark.parametrize(
    ("text", "target"),
    [("See COPYING\n", "COPYING"), ("../LICENSE", "../LICENSE"), ("Se docs/licens.md", "docs/licens.md")],
)
def test_a_pointer_file_names_its_target_and_no_licence(text: str, target: str) -> None:
    """What it points to is another source."""
    source = only("LICENSE", text)
    assert (source.expression, source.targets, source.notes) == (None, (target,), (Note.POINTER,))


def test_a_file_that_only_names_its_licence_says_so() -> None:
    """The statement holds; the text is missing."""
    source = only("LICENSE", "Kagekatalog is licensed under the Mozilla Public License, version 2.0.")
    assert (source.expression, Note.NAMED_ONLY in source.notes) == ("MPL-2.0", True)


def test_a_copyright_file_with_a_grant_is_read_as_one() -> None:
    """COPYRIGHT files hold the notice and often the classic sentence."""
    text = "Copyright (C) 2013 Sølvfisk Software\n\n"
    text += "Kagekatalog is free software: you can redistribute it and/or\n"
    text += "modify it under the terms of the GNU General Public License as published by the Free Software\n"
    text += "Foundation, either version 3 of the License, or (at your option) any later version.\n"
    found = detect(b"COPYRIGHT", text.encode())
    assert [one.expression for one in found.sources] == ["GPL-3.0-or-later"]
    assert [one.holder for one in found.notices] == ["Sølvfisk Software"]


def test_a_copyright_file_without_a_grant_is_no_licence() -> None:
    """A notice alone grants nothing."""
    assert detect(b"COPYRIGHT", b"Copyright 2013 Kagefabrikken").sources == ()


def test_a_text_in_licenses_is_on_hand_and_its_own_reference_is_its_name() -> None:
    """REUSE's LICENSES/LicenseRef-X.txt may say anything: its name is the identifier."""
    source = only("LICENSES/LicenseRef-Kage.txt", "Kun til kage.")
    assert (source.expression, source.notes) == ("LicenseRef-Kage", (Note.TEXT_ON_HAND,))
    assert name_class(b"LICENSES/LicenseRef-Kage.txt") != name_class(b"LICENSES/LicenseRef-Te.txt")


def test_later_versions_are_told_of_each_of_several_texts() -> None:
    """A choice that names versions "or later" before the texts is read with them."""
    said = (
        "Licensed under the terms of any of the following licenses at your choice:\n\n"
        "* GNU General Public License Version 2 or later\n\n* Mozilla Public License Version 1.1 or later\n\n"
    )
    text = said + text_of("GPL-2.0-only") + "\n\n" + text_of("MPL-1.1")
    assert only("LICENSE.md", text).expression == "GPL-2.0-or-later OR MPL-1.1"


def test_a_list_to_choose_from_is_read_to_its_end() -> None:
    """Licences that stand some lines apart, with their addresses between them, are one choice."""
    text = (
        "Software License Agreement\n\nKagen\nCopyright 2012 Kage ApS\n\n"
        "Licensed under the terms of any of the following licenses at your choice:\n\n"
        "*   GNU General Public License Version 2 or later (the GPL):\n    http://www.gnu.org/licenses/gpl.html\n\n"
        "*   GNU Lesser General Public License Version 2.1 or later (the LGPL):\n    http://www.gnu.org/\n\n"
        "*   Mozilla Public License Version 1.1 or later (the MPL):\n    http://www.mozilla.org/MPL/MPL-1.1.html\n"
    )
    assert only("LICENSE.md", text).expression == "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1"


def test_a_text_in_a_comment_of_a_page_is_read() -> None:
    """A page may hold its licence in plain text within a comment, "<" and all."""
    page = (
        f"<!DOCTYPE html>\n<!--\n{text_of('MIT')}\n<one line>\n-->\n<html><body><h1>Licens</h1></body></html>"
    )
    assert only("LICENSE.html", page).expression == "MIT"


def test_an_early_creative_commons_licence_has_its_version() -> None:
    """Version 2.5 is one, too."""
    assert only("LICENSE", "License: CC-BY-SA-2.5\n").expression == "CC-BY-SA-2.5"
