# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Binding: which repository a name on a paper means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from registry.custody import service as custody
from registry.pipeline.binding import BindingError, bind
from registry.pipeline.register import Register
from tests.pipeline.stating import at, sight
from tests.running import register


@pytest.fixture
def havn(tmp_path: Path) -> Iterator[Register]:
    """An empty register."""
    with register(tmp_path / "data") as opened:
        yield opened


def bound(register: Register, name: str, day: str) -> int:
    """Return the repository that a name means on a day."""
    with register.sessions() as session:
        return bind(session, name, date.fromisoformat(day))


def test_a_paper_from_before_first_sight_means_the_only_bearer(havn: Register) -> None:
    """A paper of 2012 binds to what the register first saw in 2026."""
    number = sight(havn, "havn/kaj", 1, "2026-01-01")
    assert bound(havn, "havn/kaj", "2012-01-01") == number


def test_a_name_is_read_without_regard_to_case(havn: Register) -> None:
    """GitHub's names do not differ by case, nor do a paper's."""
    number = sight(havn, "Havn/Kaj", 1, "2026-01-01")
    assert bound(havn, "havn/KAJ", "2026-02-01") == number


@pytest.mark.parametrize("name", ["havn/gammel", "havn/ny"])
@pytest.mark.parametrize("day", ["2012-01-01", "2025-12-31", "2026-02-01"])
def test_a_paper_around_a_rename_binds_by_either_name(havn: Register, name: str, day: str) -> None:
    """While only one repository ever bore a name, the day does not matter: renames are seen late."""
    number = sight(havn, "havn/gammel", 1, "2025-01-01")
    sight(havn, "havn/ny", 1, "2026-01-01")
    assert bound(havn, name, day) == number


@pytest.mark.parametrize(("day", "place"), [("2012-01-01", 0), ("2025-06-01", 0), ("2026-06-01", 1)])
def test_a_name_that_was_used_again_means_its_bearer_of_the_day(havn: Register, day: str, place: int) -> None:
    """Two repositories bore the name: the day tells which, and before first sight the first one is meant."""
    numbers = [sight(havn, "havn/kaj", 1, "2025-01-01")]
    sight(havn, "havn/gammel", 1, "2026-01-01")
    numbers.append(sight(havn, "havn/kaj", 2, "2026-03-01"))
    assert bound(havn, "havn/kaj", day) == numbers[place]


def test_a_day_on_which_nobody_was_seen_under_a_used_name_is_refused(havn: Register) -> None:
    """Between two bearers nobody knows which is meant: both are listed."""
    sight(havn, "havn/kaj", 1, "2025-01-01")
    sight(havn, "havn/gammel", 1, "2026-01-01")
    sight(havn, "havn/kaj", 2, "2026-03-01")
    with pytest.raises(BindingError, match=r"repository 1 \(seen .* repository 2 \(seen"):
        bound(havn, "havn/kaj", "2026-02-01")


def test_an_unknown_name_is_refused_with_those_that_are_near(havn: Register) -> None:
    """A misspelt name lists what may be meant."""
    sight(havn, "havn/kajplads", 1, "2026-01-01")
    with pytest.raises(BindingError, match="havn/kajplads"):
        bound(havn, "havn/kajplds", "2026-02-01")


@pytest.mark.parametrize("name", ["kaj", "/kaj", "havn/", "a/b/c", ""])
def test_what_is_no_name_is_refused(havn: Register, name: str) -> None:
    """A repository is named OWNER/NAME."""
    with pytest.raises(BindingError, match="OWNER/NAME"):
        bound(havn, name, "2026-02-01")


def test_what_github_showed_outranks_a_mirror(havn: Register) -> None:
    """A mirror with the same label does not make the name ambiguous."""
    with havn.sessions.begin() as session:
        custody.sight_by_label(session, "havn", "kaj", at(havn, "2025-01-01").clock())
    number = sight(havn, "havn/kaj", 1, "2026-01-01")
    assert bound(havn, "havn/kaj", "2025-06-01") == number
