# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A fork's parent: what GitHub's lists do not tell, asked one by one as far as calls allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from harvesters.errors import HarvestError
from harvesters.github.access import About
from harvesters.github.answer import Answer
from harvesters.github.client import Client
from harvesters.github.harvester import single_facts
from harvesters.github.model import Parent, RepositoryFacts, Unasked

WITH_TOKEN = 100
"""Calls that a first harvest of 500 repositories may take with a token."""

WITHOUT_TOKEN = 60
"""Calls an hour that GitHub allows without a token."""

_SPARE = 5
"""Calls left over for what a harvest asks by number: repositories that vanished from a list."""


def calls_for_parents(client: Client) -> int:
    """Return how many calls may go to fork parents, once all lists were read: what the promise leaves."""
    promised = WITH_TOKEN if client.access.token else WITHOUT_TOKEN
    left = promised - client.calls.total
    return max(0, (left if client.remaining is None else min(left, client.remaining)) - _SPARE)


def ask_parents(
    client: Client, repositories: Iterable[RepositoryFacts], calls: int
) -> Iterator[RepositoryFacts]:
    """Give each repository back, a fork with its parent.

    The parent comes from what GitHub said before, else from one of at most `calls` calls, else it is "not
    asked". That GitHub does not tell it is no failure of the harvest; after a failed call no more are made.
    """
    for facts in repositories:
        if facts.parent is not Unasked.NOT_ASKED:
            yield facts
            continue
        path = f"/repositories/{facts.github_id}"
        answer = client.remembered(path)
        if answer is None and calls > 0:
            before = client.calls.total
            answer = _ask(client, path, facts.full_name)
            calls = calls - (client.calls.total - before) if answer is not None else 0
        yield replace(facts, parent=_told(client, answer, facts))


def _ask(client: Client, path: str, name: str) -> Answer | None:
    try:
        return client.get(path, About("github.repository", name), wait=False)
    except HarvestError:
        return None


def _told(client: Client, answer: Answer | None, facts: RepositoryFacts) -> Parent | Unasked | None:
    if answer is None:
        return Unasked.NOT_ASKED
    try:
        told = single_facts(client, answer, facts.full_name) if answer.status == 200 else None
    except HarvestError:
        told = None
    return told.parent if told is not None and told.github_id == facts.github_id else Unasked.NOT_TOLD
