# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""SPDX expressions: what is one, how it is spelled, and what it allows."""

from __future__ import annotations

import pytest

from registry.licences.expressions import alternatives, identifiers, joined, normalise


@pytest.mark.parametrize(
    ("written", "expression"),
    [
        ("mpl-2.0", "MPL-2.0"),
        ("GPL-3.0", "GPL-3.0-only"),
        ("GPL-2.0+", "GPL-2.0-or-later"),
        ("mit or (apache-2.0 and isc)", "MIT OR (Apache-2.0 AND ISC)"),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("LicenseRef-Kagekatalog", "LicenseRef-Kagekatalog"),
    ],
)
def test_an_expression_is_spelled_as_spdx_spells_it(written: str, expression: str) -> None:
    """Case and deprecated identifiers do not matter; references of one's own stay as written."""
    assert normalise(written) == expression


@pytest.mark.parametrize(
    "written",
    [
        "GPLv3",
        "MPL",
        "Apache 2",
        "",
        "MIT OR",
        "MIT MIT",
        "MIT AND (",
        "(" * 300,
        "GPL-2.0-only WITH MIT",
        "NONE",
        "Classpath-exception-2.0",
        "MIT\x00",
        "M" * 600,
        "MIT AND " * 90 + "MIT",
        "<b>MIT</b>",
    ],
)
def test_what_is_no_expression_has_none(written: str) -> None:
    """Names, halves, misused exceptions and hostile lengths give nothing rather than a guess."""
    assert normalise(written) is None


def test_the_identifiers_of_an_expression_leave_exceptions_out() -> None:
    """An exception is no licence."""
    found = identifiers("(MIT OR GPL-2.0-only WITH Classpath-exception-2.0) AND ISC")
    assert found == ("MIT", "GPL-2.0-only", "ISC")


def test_alternatives_are_the_ways_to_satisfy_an_expression() -> None:
    """One way is enough, and each is whole."""
    assert set(alternatives("MIT OR (ISC AND Zlib)")) == {("MIT",), ("ISC", "Zlib")}


def test_joining_puts_brackets_around_compounds() -> None:
    """What was one choice stays one choice."""
    assert joined(("MIT OR ISC", "Zlib"), "AND") == "(MIT OR ISC) AND Zlib"
