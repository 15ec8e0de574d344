# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What lawyers and suppliers most often get wrong about these licences is right here."""

from __future__ import annotations

import pytest

from registry.licences.terms.model import Column, Use
from tests.licences.terms.asking import cited, keys

NETWORK_IS_NO_COPY = [
    "MPL-2.0", "MPL-1.1", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later",
    "LGPL-2.1-only", "LGPL-3.0-or-later", "Apache-2.0", "MIT", "BSD-3-Clause", "EPL-2.0",
]  # fmt: skip


@pytest.mark.parametrize("identifier", NETWORK_IS_NO_COPY)
def test_hosting_alone_publishes_nothing(identifier: str) -> None:
    """Running it for others is no distribution; what browsers receive is."""
    assert "host_no_source" in keys(identifier, Use.HOST, Column.MAY)
    assert "copies_count" in keys(identifier, Use.HOST, Column.MUST)


@pytest.mark.parametrize("identifier", ["EUPL-1.2", "EUPL-1.1"])
def test_eupl_reaches_network_use_of_the_unchanged_work(identifier: str) -> None:
    """Access to the essential functions is communication: article 1, and article 5 follows."""
    assert {"1 communication", "5 source", "5 copyleft"} <= cited(identifier, Use.HOST, Column.MUST)
    assert "host_no_source" not in keys(identifier, Use.HOST)


@pytest.mark.parametrize("identifier", ["AGPL-3.0-only", "AGPL-3.0-or-later"])
def test_agpl_reaches_network_use_of_the_changed_program_only(identifier: str) -> None:
    """Section 13 begins "if you modify the Program"."""
    assert "network_source" in keys(identifier, Use.HOST, Column.MUST)
    assert "host_unchanged" in keys(identifier, Use.HOST, Column.MAY)
    assert "host_no_source" not in keys(identifier, Use.HOST)
    assert "keep_changes" not in keys(identifier, Use.MODIFY)


def test_only_or_later_lets_one_take_a_later_version() -> None:
    """GPL-2.0-only never becomes GPL-3.0."""
    assert "later" in keys("GPL-2.0-or-later", Use.COMBINE)
    assert "not_later" not in keys("GPL-2.0-or-later", Use.COMBINE)
    assert "not_later" in keys("GPL-2.0-only", Use.COMBINE)
    assert "later" not in keys("GPL-2.0-only", Use.COMBINE)


def test_the_two_eupls_list_different_compatible_licences() -> None:
    """GPL-3.0 and the MPL came with version 1.2."""
    assert "compatible_12" in keys("EUPL-1.2", Use.COMBINE)
    assert "compatible_11" in keys("EUPL-1.1", Use.COMBINE)
    assert "compatible_12" not in keys("EUPL-1.1", Use.COMBINE)


def test_mpl_2_lets_gpl_works_take_its_files() -> None:
    """By section 3.3, unless the files are marked incompatible (1.5)."""
    assert {"1.12", "3.3"} <= cited("MPL-2.0", Use.COMBINE, Column.MAY)
    assert "1.5" in cited("MPL-2.0", Use.COMBINE, Column.MUST_NOT)


def test_without_a_licence_only_the_statute_permits() -> None:
    """And it says whom to ask, for every use."""
    for use in Use:
        assert "ask" in keys("NONE", use, Column.MUST)
    assert "36" in cited("NONE", Use.USE, Column.MAY)
    assert "no_hosting" in keys("NONE", Use.HOST, Column.MUST_NOT)


def test_share_alike_cites_its_own_letters() -> None:
    """In 3.0 attribution is 4(c) under ShareAlike and 4(b) without it."""
    assert "4(c)" in cited("CC-BY-SA-3.0", Use.DISTRIBUTE, Column.MUST)
    assert "4(b)" in cited("CC-BY-3.0", Use.DISTRIBUTE, Column.MUST)
    assert "4(d)" in cited("CC-BY-SA-3.0", Use.MODIFY, Column.MUST_NOT)
    assert "4(d)" not in cited("CC-BY-3.0", Use.MODIFY)
