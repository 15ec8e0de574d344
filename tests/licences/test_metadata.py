# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
# REUSE-IgnoreStart - the tests hold tags and notices of invented parties as data
"""REUSE metadata and publiccode.yml."""

from __future__ import annotations

import pytest

from registry.licences.detection import detect
from registry.licences.model import Kind, Note
from tests.licences.builders import only, sources

REUSE = """version = 1
[[annotations]]
path = ["docs/**", "*.md"]
SPDX-FileCopyrightText = "2024 Sølvfisk Software <info@soelvfisk.example>"
SPDX-License-Identifier = "CC-BY-SA-4.0"

[[annotations]]
path = "**"
SPDX-FileCopyrightText = ["2024 Lille Skensved Kommune"]
SPDX-License-Identifier = "MPL-2.0"
"""
PUBLICCODE = """publiccodeYmlVersion: "0.4"
name: Kagekatalog
legal:
  license: MPL-2.0
  mainCopyrightOwner: Sølvfisk Software
  repoOwner: Kagefabrikken
"""


def test_reuse_speaks_of_globs() -> None:
    """Each annotation is a source with the paths it covers and its line."""
    found = sources("REUSE.toml", REUSE)
    assert [(one.expression, one.covers, one.line) for one in found] == [
        ("CC-BY-SA-4.0", ("docs/**", "*.md"), 2),
        ("MPL-2.0", ("**",), 7),
    ]


def test_reuse_names_holders() -> None:
    """As claims, with their years."""
    found = detect(b"REUSE.toml", REUSE.encode()).notices
    assert [one.holder for one in found] == [
        "Sølvfisk Software <info@soelvfisk.example>",
        "Lille Skensved Kommune",
    ]


def test_dep5_is_read_like_reuse_toml() -> None:
    """The older form of the same."""
    text = "Format: x\n\nFiles: img/*\nCopyright: 2020 Bager Bo\nLicense: CC-BY-4.0\n"
    found = detect(b".reuse/dep5", text.encode())
    assert [(one.kind, one.expression, one.covers) for one in found.sources] == [
        (Kind.REUSE, "CC-BY-4.0", ("img/*",))
    ]
    assert [one.holder for one in found.notices] == ["Bager Bo"]


def test_a_sidecar_speaks_of_the_file_beside_it() -> None:
    """REUSE's `picture.png.license`."""
    source = only("img/kage.png.license", "SPDX-License-Identifier: CC0-1.0")
    assert (source.kind, source.expression, source.covers) == (Kind.REUSE, "CC0-1.0", ("kage.png",))


def test_publiccode_states_licence_and_owners() -> None:
    """The owners are claims."""
    found = detect(b"publiccode.yml", PUBLICCODE.encode())
    assert [(one.kind, one.expression, one.line) for one in found.sources] == [
        (Kind.PUBLICCODE, "MPL-2.0", 4)
    ]
    assert [one.holder for one in found.notices] == ["Sølvfisk Software", "Kagefabrikken"]


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(9)), Note.REFUSED),
        ("[" * 5000, Note.REFUSED),
        ("x: " + "y" * 300_000, Note.REFUSED),
        ("legal: [", Note.UNPARSABLE),
        ("legal: !!python/object/apply:os.getcwd []", Note.UNPARSABLE),
    ],
)
def test_a_hostile_publiccode_is_refused(content: str, note: Note) -> None:
    """Bombs are refused before they are built, and nothing is run."""
    source = only("publiccode.yml", content)
    assert (source.expression, source.notes) == (None, (note,))


def test_a_broken_reuse_toml_is_recorded_as_that() -> None:
    """It names nothing."""
    assert only("REUSE.toml", "[[annotations\n").notes == (Note.UNPARSABLE,)


# REUSE-IgnoreEnd
