# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
# REUSE-IgnoreStart - the tests hold tags and notices of invented parties as data
"""Headers: what a source file says about itself."""

from __future__ import annotations

import time

import pytest

from registry.licences.model import Note
from registry.licences.secondary import CLOSED
from tests.licences.builders import GPL_HEADER, TRI_HEADER, only, sources, text_of


@pytest.mark.parametrize(
    ("line", "expression"),
    [
        ("# SPDX-License-Identifier: MPL-2.0", "MPL-2.0"),
        ("/* SPDX-License-Identifier: EUPL-1.2 */", "EUPL-1.2"),
        ("<!-- SPDX-License-Identifier: CC-BY-SA-4.0 -->", "CC-BY-SA-4.0"),
        ("{# SPDX-License-Identifier: MIT OR ISC #}", "MIT OR ISC"),
        ("-- SPDX-License-Identifier: GPL-2.0+", "GPL-2.0-or-later"),
    ],
)
def test_a_tag_is_read_from_any_comment(line: str, expression: str) -> None:
    """The closing mark of the comment is no part of it."""
    assert only("kage.txt", line).expression == expression


def test_an_invalid_tag_keeps_its_text_and_names_nothing() -> None:
    """`GPLv3` is readable, but it is no SPDX expression."""
    source = only("kage.py", "# SPDX-License-Identifier: GPLv3")
    assert (source.expression, source.text) == (None, "GPLv3")
    assert Note.INVALID_EXPRESSION in source.notes


def test_what_reuse_ignores_is_ignored() -> None:
    """Programs that write tags mark them off."""
    text = "# REUSE-IgnoreStart\n# SPDX-License-Identifier: MIT\n# REUSE-Ignore" + "End\n"
    assert sources("kage.py", text) == ()


@pytest.mark.parametrize(
    ("header", "expression"),
    [
        (TRI_HEADER, "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later"),
        (GPL_HEADER, "GPL-3.0-or-later"),
        (("/* This Source Code Form is subject to the terms of the Mozilla Public\n"
         " * License, v. 2.0. If a copy of the MPL was not distributed with this file */"), "MPL-2.0"),
        ("// The contents of this file are subject to the Mozilla Public\n// License Version 2.0", "MPL-2.0"),
        ('# Licensed under the Apache License, Version 2.0 (the "License");', "Apache-2.0"),
        (" * Licensed under the EUPL, Version 1.2 or - as soon they will be approved", "EUPL-1.2"),
        (("; under the terms of the GNU Lesser General Public License as published by the\n"
         "; Free Software Foundation; either version 2.1 of the License, or (at your option)\n"
         "; any later version."), "LGPL-2.1-or-later"),
        ("# under the terms of version 2 of the GNU General Public License", "GPL-2.0-only"),
        (" * @license MIT", "MIT"),
        ("// MIT License", "MIT"),
        ("/*! kage.js v2.2 | MIT License */", "MIT"),
        (" * @license GPL-2.0-or-later", "GPL-2.0-or-later"),
        ("/* Dual licensed under the MIT or GPL Version 2 licenses. */", "MIT OR GPL-2.0-only"),
    ],
)  # fmt: skip
def test_a_classic_header_names_its_licence(header: str, expression: str) -> None:
    """The sentences that people copied before SPDX."""
    assert only("kage.js", header + "\nlet kage = 1;\n").expression == expression


def test_a_short_licence_quoted_in_a_comment_is_read() -> None:
    """MIT's whole text as a comment."""
    commented = "\n".join(" * " + line for line in text_of("MIT").split("\n"))
    source = only("kage.js", f"/*\n{commented}\n */\nlet kage = 1;\n")
    assert source.expression == "MIT"


@pytest.mark.parametrize("name", ["GNU General Public License", "BSD-style license", "MIT and GPL licenses"])
def test_a_header_without_a_version_needs_a_person(name: str) -> None:
    """Kept as text, since which version is meant is not guessed."""
    source = only("kage.js", f"// Licensed under the {name}.\n")
    assert (source.expression, source.needs_person) == (None, True)


@pytest.mark.parametrize(
    "code",
    [
        "license = get_license(user)",
        "if driver.has_licence: drive()",
        'help="Sets the license of the car"',
        'tag = "SPDX-License-Identifier: " + name',
        "# the licence plate is read by a camera",
    ],
)
def test_code_about_licences_states_none(code: str) -> None:
    """A program may speak of licences all day."""
    assert sources("kage.py", code + "\n") == ()


def test_a_bought_component_says_that_it_is_not_open() -> None:
    """Themes from a shop carry the shop's licence."""
    source = only("theme.css", "/*\n License: https://themeforest.net/licenses/standard Regular License\n*/")
    assert source.expression == "LicenseRef-proprietary"


@pytest.mark.parametrize(
    "text",
    [
        "licensed under the " * 60000,
        "(c" * 500000,
        " " * 1000000 + "license",
        "@license " * 100000,
        "general " * 120000 + "public license",
        "version 2" * 100000 + " gpl",
        "/" * 1000000 + "license",
        "Copyright " * 90000,
        "http://" * 140000 + "license",
        "<" * 1000000 + "license",
    ],
)
def test_hostile_files_are_read_in_bounded_time(text: str) -> None:
    """A megabyte of anything is read in a second or so, in every class of name."""
    before = time.process_time()
    for name in (
        "kage.js",
        "README.md",
        "LICENSE",
        "setup.py",
        "build.gradle",
        "REUSE.toml",
        "publiccode.yml",
    ):
        sources(name, text)
    assert time.process_time() - before < 10


NOTICE = (
    ' * This Source Code Form is "Incompatible With Secondary\n'
    ' * Licenses", as defined by the Mozilla Public License, v. 2.0.\n */\n'
)


def test_a_notice_against_secondary_licences_is_seen_beside_a_tag() -> None:
    """The tag names the licence, the notice says more: both are told, each with its line."""
    found = sources("a.js", "/*\n * SPDX-License-" + "Identifier: MPL-2.0\n *\n" + NOTICE)
    assert [(one.line, one.expression) for one in found] == [
        (4, "MPL-2.0-no-copyleft-exception"),
        (2, "MPL-2.0"),
    ]


def test_the_notice_inside_the_licence_or_a_string_is_nobodys_statement() -> None:
    """The MPL's text shows the notice as Exhibit B, and a program may hold its words."""
    shown = "/*\n * Exhibit B - Notice\n * ------------\n *\n" + NOTICE
    text = 'NOTICE = "This Source Code Form is Incompatible With Secondary Licenses"\n'
    assert CLOSED not in {one.expression for name in (shown, text) for one in sources("a.js", name)}


# REUSE-IgnoreEnd


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("a.js", "/* Copyright 2013 Kage Fonden; Licensed MIT */\nx=1;"),
        ("a.php", "<?php\n/**\n * @license  http://eksempel.example/licenses/MIT/ MIT\n */"),
        (
            "src/setup.py",
            "# Kage is free software; you can redistribute it and/or\n# modify it under the terms of the MIT License; see the\n# LICENSE file for more details.\n",
        ),
    ],
)
def test_short_forms_of_mit(path: str, head: str) -> None:
    """The licence behind the word, an address before the name, and the head of a program called setup.py."""
    assert only(path, head).expression == "MIT"


def test_a_family_named_by_its_letters_alone_is_recorded() -> None:
    """A statement such as "released under the terms of the LGPL" is one, and its version is missing."""
    (source,) = sources("A.java", "/**\n * Released under the terms of the LGPL\n */\nclass A {}\n")
    assert (source.expression, source.notes) == (None, (Note.VERSION_MISSING,))


def test_a_danish_sentence_grants_too() -> None:
    """A page's foot that says under what the solution is released is a statement."""
    foot = '<footer>\n  Frigivet under <a href="https://eksempel.example/licenses/MPL-2.0">MPL 2.0</a> licensen\n</footer>\n'
    assert only("footer.html", foot).expression == "MPL-2.0"


def test_a_program_that_copies_a_value_states_no_licence() -> None:
    """`license: license` is code of a bundle, and points nowhere."""
    assert sources("kage.js", "var about = {\n  name: name,\n  license: license,\n};\n") == ()


def test_the_notice_of_the_cc0_is_that_licence() -> None:
    """As its authors ask it to be put into files."""
    text = (
        "/* To the extent possible under law, the author(s) have dedicated all copyright\n"
        " * and related and neighboring rights to this software to the public domain\n"
        " * worldwide. This software is distributed without any warranty.\n */\n"
    )
    assert [one.expression for one in sources("kage.c", text)] == ["CC0-1.0"]


@pytest.mark.parametrize(
    "more",
    [
        "In addition to the permissions in the GNU General Public License, the authors give you unlimited permission.",
        "As a special exception, you may link this with te.",
    ],
)
def test_an_exception_beside_a_grant_is_read_by_a_person(more: str) -> None:
    """The licence is named, and that somebody allows more than it does."""
    grant = "# This file is free software; you can redistribute it and/or modify it under the terms of the GNU General\n"
    source = only("kage.py", f"{grant}# Public License, version 2.\n# {more}\n")
    assert (source.expression, Note.MORE_TEXT in source.notes) == ("GPL-2.0-only", True)


def test_a_cddl_header_without_its_version_is_read_by_a_person() -> None:
    """The licence has two versions."""
    text = (
        "# CDDL HEADER START\n#\n# The contents of this file are subject to the terms of the\n"
        '# Common Development and Distribution License (the "License").\n'
    )
    assert {one.notes for one in sources("kage.pl", text)} == {(Note.VERSION_MISSING,)}
    stated = text.replace('(the "License")', ', Version 1.0 (the "License")')
    assert {one.expression for one in sources("kage.pl", stated)} == {"CDDL-1.0"}


def test_an_old_wording_in_a_comment_is_known_with_its_places() -> None:
    """A program follows it, and is none of it."""
    text = text_of("ISC").split("\n\n", 2)[2].replace("and/or distribute", "and distribute")
    text = text.replace("AND ISC DISCLAIMS", "AND INTERNET SOFTWARE CONSORTIUM DISCLAIMS").replace(
        "\n", "\n * "
    )
    source = only(
        "kage.c", f"/*\n * Copyright (C) 1996 Kage ApS\n *\n * {text}\n */\n\n#include <te.h>\nint kage;\n"
    )
    assert (source.expression, source.notes) == ("ISC", (Note.KNOWN_WORDING,))
    assert source.known_places == ("modify-and-distribute", "disclaimed-by-the-consortium")
    other = text.replace("with or without fee", "without fee")
    assert not [one for one in sources("kage.c", f"/*\n * {other}\n */\nint kage;\n") if one.expression]


def test_a_dedication_to_the_public_domain_is_read_by_a_person() -> None:
    """It is no licence, and the statute knows it not; prose about the public domain is none."""
    source = only("kage.h", "/* This file has no copyright assigned and is placed in the Public Domain. */\n")
    assert (source.expression, source.notes) == (None, (Note.UNKNOWN_TEXT,))
    assert (
        sources("kage.py", "# The poem of 1820 is in the public domain; see the licence of each cake.\n")
        == ()
    )
