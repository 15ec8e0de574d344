# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Invented values for page objects."""

from __future__ import annotations

from datetime import UTC, date, datetime

from registry.custody.model import Keeper, Repository, RepositoryFacts, RepositoryId, State, Visibility
from registry.licences.model import Conclusion, Light, Reason
from registry.provenance.snapshot import Author, CommitFacts

WHEN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ALMA = Author(1, "Alma Eksempel", "example.org")
BO = Author(2, "Bo Eksempel", "example.net")
PERMITTED = Conclusion("MPL-2.0", Light.GREEN, Reason.AGREE)
UNLICENSED = Conclusion(None, Light.RED, Reason.NONE)


def repository(
    number: int = 1, visibility: Visibility = Visibility.VISIBLE, keeper: Keeper = Keeper.OS2
) -> Repository:
    """Return an invented repository."""
    state = State(RepositoryFacts(url="https://github.example/example/one"), visibility, WHEN, 5)
    return Repository(
        id=RepositoryId(number),
        owner="example",
        name=f"one-{number}",
        github_id=number,
        label=None,
        wiki_of=None,
        private=False,
        state=None if visibility is Visibility.NOT_OBSERVED else state,
        visibility=visibility,
        keeper=keeper,
        first_seen=WHEN,
        last_seen=WHEN,
    )


def commit(number: int, author: Author = ALMA, subject: str = "Begin") -> CommitFacts:
    """Return an invented commit."""
    return CommitFacts(number, f"{number:040x}", author, author, (), date(2020, 1, number), subject)
