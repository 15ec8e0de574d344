# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Manifests: each package manager's own field, and manifests that are no such thing."""

from __future__ import annotations

import pytest

from registry.licences.model import Kind, Note
from tests.licences.builders import only, sources

POM = "<project xmlns='http://maven.apache.org/POM/4.0.0'><licenses><license>\n<name>{}</name></license></licenses></project>"
BOMB = '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><project><name>&b;</name></project>'


@pytest.mark.parametrize(
    ("path", "content", "expression"),
    [
        ("composer.json", '{\n "license": "EUPL-1.2"}', "EUPL-1.2"),
        ("composer.json", '{"license": ["MIT", "GPL-2.0+"]}', "MIT OR GPL-2.0-or-later"),
        ("package.json", '{"license": "Mozilla Public License Version 2.0"}', "MPL-2.0"),
        ("package.json", '{"license": {"type": "MIT", "url": "x"}}', "MIT"),
        ("package.json", '{"licenses": [{"type": "MIT"}, {"type": "ISC"}]}', "MIT OR ISC"),
        ("package.json", '{"license": "UNLICENSED"}', "LicenseRef-proprietary"),
        ("composer.json", '{"license": "proprietary"}', "LicenseRef-proprietary"),
        ("pyproject.toml", '[project]\nlicense = "MPL-2.0"', "MPL-2.0"),
        ("pyproject.toml", '[project]\nlicense = {text = "EUPL v1.2"}', "EUPL-1.2"),
        ("pyproject.toml", '[tool.poetry]\nlicense = "MIT"', "MIT"),
        ("Cargo.toml", '[package]\nlicense = "MIT/Apache-2.0"', "MIT OR Apache-2.0"),
        ("setup.cfg", "[metadata]\nlicense = MPL 2.0", "MPL-2.0"),
        ("setup.py", "setup(name='kage', license='MIT')", "MIT"),
        ("kage.gemspec", "s.license = 'MIT'", "MIT"),
        ("kage.gemspec", 's.licenses = ["MIT", "Ruby"]', "MIT OR Ruby"),
        ("build.gradle", "pom { licenses { license {\n name = 'Apache-2.0'\n } } }", "Apache-2.0"),
        ("pom.xml", POM.format("Mozilla Public License Version 2.0"), "MPL-2.0"),
        (
            "kage.nuspec",
            "<package><metadata><license type='expression'>MIT</license></metadata></package>",
            "MIT",
        ),
        (
            "Kage.csproj",
            "<Project><PropertyGroup><PackageLicenseExpression>MPL-2.0</PackageLicenseExpression></PropertyGroup></Project>",
            "MPL-2.0",
        ),
    ],
)
def test_a_manifest_states_its_licence(path: str, content: str, expression: str) -> None:
    """In the field that its package manager has for it."""
    source = only(path, content)
    assert (source.kind, source.expression) == (Kind.MANIFEST, expression)


def test_the_line_of_the_field_is_kept() -> None:
    """A reader can go to the place."""
    assert only("composer.json", '{\n "name": "kage",\n "license": "MIT"\n}').line == 3


def test_a_classifier_states_the_licence_beside_a_bare_field() -> None:
    """`license = MPL` alone needs a person; the classifier names the version."""
    text = "[metadata]\nlicense = MPL\nclassifiers =\n"
    text += "    License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)\n"
    assert [one.expression for one in sources("setup.cfg", text)] == [None, "MPL-2.0"]


def test_npms_default_is_marked() -> None:
    """`npm init` writes ISC unasked."""
    assert only("package.json", '{"license": "ISC"}').notes == (Note.NPM_DEFAULT,)


@pytest.mark.parametrize(
    ("path", "content", "note"),
    [
        ("composer.json", "{license: MIT", Note.UNPARSABLE),
        ("package.json", "[" * 100_000, Note.UNPARSABLE),
        ("pyproject.toml", "[project\nlicense=", Note.UNPARSABLE),
        ("pom.xml", "<project><name>", Note.UNPARSABLE),
        ("pom.xml", BOMB, Note.REFUSED),
        ("pom.xml", "<a>" * 5000, Note.REFUSED),
        ("package.json", " " * 2_000_000, Note.TOO_LARGE),
    ],
)
def test_a_manifest_that_cannot_be_read_is_recorded_as_that(path: str, content: str, note: Note) -> None:
    """Broken, endless or explosive: it says so and names nothing."""
    source = only(path, content)
    assert (source.expression, source.notes) == (None, (note,))


@pytest.mark.parametrize(
    "content", ["[]", "null", '{"license": 5}', '{"license": ""}', '{"license": ["", 3]}']
)
def test_a_manifest_without_a_licence_says_nothing(content: str) -> None:
    """Odd shapes are no statement."""
    assert sources("composer.json", content) == ()
