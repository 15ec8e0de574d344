# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Free-text licences of manifests and headers."""

from __future__ import annotations

import pytest

from registry.licences.free_text import meaning
from registry.licences.model import Note


@pytest.mark.parametrize(
    ("written", "expression"),
    [
        ("Apache 2", "Apache-2.0"),
        ("GPLv3", "GPL-3.0-only"),
        ("GPLv3+", "GPL-3.0-or-later"),
        ("Mozilla Public License 2.0", "MPL-2.0"),
        ("Mozilla Public License Version 2.0", "MPL-2.0"),
        ("MPL 2.0", "MPL-2.0"),
        ("EUPL v1.2", "EUPL-1.2"),
        ("European Union Public License 1.2", "EUPL-1.2"),
        ("GPL v2 or later", "GPL-2.0-or-later"),
        ("The MIT License", "MIT"),
        ("CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("UNLICENSED", "LicenseRef-proprietary"),
        ("proprietary", "LicenseRef-proprietary"),
    ],
)
def test_a_common_name_means_its_licence(written: str, expression: str) -> None:
    """Names that mean one licence for certain become its identifier."""
    assert meaning(written).expression == expression


@pytest.mark.parametrize("written", ["MPL", "GPL", "EUPL", "LGPL", "BSD license", "GNU GPL"])
def test_a_family_without_a_version_is_no_licence(written: str) -> None:
    """Which version is meant is not guessed."""
    said = meaning(written)
    assert (said.expression, said.notes) == (None, (Note.VERSION_MISSING,))


@pytest.mark.parametrize("written", ["as is", "vores egen licens", "x" * 5000, "\x1b[31mMIT", "MIT-ish"])
def test_words_that_name_no_licence_have_no_expression(written: str) -> None:
    """They stay as text, marked as no expression."""
    assert meaning(written).expression is None


@pytest.mark.parametrize("written", ["GPL-3.0", "GPLv3", "LGPL-2.1"])
def test_an_old_gnu_name_is_silent_on_later_versions(written: str) -> None:
    """`GPL-3.0` says neither "only" nor "or later"."""
    assert Note.LATER_UNSAID in meaning(written).notes


def test_a_field_can_point_to_a_file() -> None:
    """Npm's `SEE LICENSE IN <file>` names the file and no licence."""
    said = meaning("SEE LICENSE IN LICENSE-kage.md")
    assert (said.expression, said.target) == (None, "LICENSE-kage.md")
