# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Statements: which place of a contradiction names which licence."""

from __future__ import annotations

from registry.licences.model import Kind, Place
from registry.licences.statements import sides, statements
from tests.licences.builders import concluded, text_of

TREE = {
    "LICENSE": text_of("MPL-2.0"),
    "composer.json": '{\n"license": "proprietary"}',
    "package.json": '{"license": "MPL-2.0"}',
}


def test_each_place_of_a_contradiction_says_its_licence() -> None:
    """With the kind of place, GitHub's own word among them, in the order of the places."""
    answer = concluded(TREE, github="MIT")
    found = [
        (one.place.path, one.kind, one.expression) for one in statements(answer, answer.contradictions[0])
    ]
    assert sorted(found) == [
        (b"", Kind.GITHUB, "MIT"),
        (b"LICENSE", Kind.LICENCE_FILE, "MPL-2.0"),
        (b"composer.json", Kind.MANIFEST, "LicenseRef-proprietary"),
        (b"package.json", Kind.MANIFEST, "MPL-2.0"),
    ]


def test_the_places_are_told_by_licence() -> None:
    """composer.json says proprietary, LICENSE and package.json say MPL-2.0."""
    answer = concluded(TREE)
    assert sides(answer, answer.contradictions[0]) == {
        "MPL-2.0": [Place(b"LICENSE", 1), Place(b"package.json", 1)],
        "LicenseRef-proprietary": [Place(b"composer.json", 2)],
    }


def test_a_place_that_is_silent_on_later_versions_says_what_stands_there() -> None:
    """It agrees with a wider statement, and is shown with its own words."""
    answer = concluded(
        {
            "COPYING": text_of("GPL-2.0-only"),
            "composer.json": '{"license": "GPL-2.0-or-later"}',
            "setup.py": 'setup(license="MIT")',
        }
    )
    found = sides(answer, answer.contradictions[0])
    assert found["GPL-2.0-only"] == [Place(b"COPYING", 1)]
    assert set(found) == {"GPL-2.0-only", "GPL-2.0-or-later", "MIT"}
