# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""READMEs: claims about the licence, and links."""

from __future__ import annotations

import pytest

from registry.licences.model import Kind, Note
from tests.licences.builders import only, sources


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Kagekatalog is licensed under the MPL-2.0.", "MPL-2.0"),
        ("## License\n\nEUPL v1.2\n", "EUPL-1.2"),
        ("## License\nAll our cakes are using [EUPL v1.2 License](https://example.org).", "EUPL-1.2"),
        ("This is free software under the terms of version 2.0 of the Mozilla Public\nLicense.", "MPL-2.0"),
        ("License: GPLv3+", "GPL-3.0-or-later"),
        ("![l](https://img.shields.io/badge/license-MPL--2.0-blue.svg)", "MPL-2.0"),
        ("Kagekatalog er licenseret under EUPL 1.2.", "EUPL-1.2"),
    ],
)
def test_a_readme_claims_a_licence(text: str, expression: str) -> None:
    """Sentences, headings and badges, in English and Danish."""
    source = sources("README.md", text)[0]
    assert (source.kind, source.expression) == (Kind.README, expression)


@pytest.mark.parametrize(
    "text",
    ["To drive the car you need a licence.", "The icons are licensed under the MIT license.",
     "Run `composer licenses` to see what our dependencies are licensed under, for example MIT license."],
)  # fmt: skip
def test_a_readme_about_others_claims_nothing(text: str) -> None:
    """Libraries, icons and driving are not the repository's licence."""
    assert [one for one in sources("README.md", text) if one.expression] == []


def test_a_link_to_a_licence_file_names_its_target() -> None:
    """Whether it is there is for the whole tree to say."""
    source = only("README.md", "See the [licence](./LICENSE.md) for details.")
    assert (source.expression, source.notes, source.targets) == (None, (Note.LINK,), ("./LICENSE.md",))


def test_the_version_of_a_creative_commons_licence_may_stand_in_the_address_of_its_deed() -> None:
    """The words before it leave it out."""
    text = (
        "License\n#######\n\nThe documentation in this directory is available to you under a Creative Commons\n"
        "Attribution Share-Alike license as specified here:\n\nhttps://creativecommons.org/licenses/by-sa/3.0/\n"
    )
    assert {one.expression for one in sources("docs/README.rst", text)} == {"CC-BY-SA-3.0"}
