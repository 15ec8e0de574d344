# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Who administers an organisation: as many as GitHub shows to a member's token, else "not observed"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.custody import service as custody
from registry.custody.model import Administrators
from registry.demo.standin import Account
from tests.stories.github import ORG, TOKEN, Place, place

_ACCOUNTS = (
    Account(7, ORG, administrators=("fremmed", "makker")),
    Account(8, "fremmed", "User"),
    Account(9, "makker", "User"),
)


@pytest.fixture
def github(tmp_path: Path) -> Iterator[Place]:
    """A GitHub whose organisation is administered by two, one of whom holds the token."""
    with place(tmp_path) as found:
        found.show(accounts=_ACCOUNTS)
        yield found


def _seen(github: Place) -> Administrators | None:
    with github.register.sessions() as session:
        return custody.administrators(session, ORG)


def test_a_members_token_shows_how_many(github: Place) -> None:
    """Their number is kept with the evidence; who they are stands in the evidence alone."""
    github.harvest(organisations=[ORG], administrators=True)
    seen = _seen(github)
    assert seen is not None
    assert (seen.count, seen.seen_at) == (2, github.now)
    assert seen.observation is not None


@pytest.mark.parametrize(("token", "asked"), [(None, True), (TOKEN, False)])
def test_nobody_else_is_told(github: Place, token: str | None, *, asked: bool) -> None:
    """Without a token GitHub does not show them; without being told to, nobody asks."""
    github.harvest(token=token, organisations=[ORG], administrators=asked)
    seen = _seen(github)
    assert seen is None or seen.count is None
