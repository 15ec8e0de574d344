# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Harvesting GitHub: what an organisation's list shows, and what became of a repository that was known.

Lists tell everything but the parents of forks; those are asked for one by one, as far as calls allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from harvesters.errors import SourceError, UnreadableError, shown
from harvesters.github.access import About
from harvesters.github.answer import Answer, inside, next_page, redirected
from harvesters.github.answers import (
    account_of,
    blocked,
    is_full_name,
    is_login,
    owner_kind,
    repository_facts,
)
from harvesters.github.client import Client
from harvesters.github.fields import json_list, json_object
from harvesters.github.model import (
    Account,
    Gone,
    Moved,
    Observation,
    Organisation,
    OwnerKind,
    RepositoryFacts,
    Unasked,
    Unreadable,
    Visible,
)

PAGE = 100
"""Entries of a list page: the most that GitHub gives."""

_MOST_PAGES = 1000
_MOST_REDIRECTIONS = 3


def harvest_organisation(client: Client, login: str) -> Organisation:
    """Return what the list of `login`'s repositories shows: one call a page of 100 repositories.

    Newest first: whatever is created or deleted then changes every page from its place on, so that an
    unchanged page can be trusted to be the page of an unchanged list. SourceError where there is no account.
    """
    if not is_login(login):
        raise SourceError(
            f"{shown(login)} is no name of a GitHub organisation: give its login, as in github.com/LOGIN."
        )
    pages = _account_pages(client, login)
    repositories, problems = _entries(client, login, pages)
    account, kind = _owner(client, login, repositories)
    return Organisation(
        login=login,
        account=account,
        kind=kind,
        repositories=repositories,
        seen_at=pages[-1].seen_at,
        unchanged=all(page.unchanged for page in pages),
        problems=problems,
    )


def harvest_repository(client: Client, name: str) -> Observation:
    """Return what became of OWNER/NAME. A stranger who took the name over shows as another `github_id`."""
    if not is_full_name(name):
        raise SourceError(f"{shown(name)} is no repository's name: give it as OWNER/NAME.")
    return _observe(client, f"/repos/{name}", name)


def repository_by_id(client: Client, github_id: int, known_as: str) -> Observation:
    """Return what became of the repository with this number, last seen as `known_as`."""
    seen = _observe(client, f"/repositories/{int(github_id)}", known_as)
    if isinstance(seen, (Visible, Moved)) and seen.facts.github_id != github_id:
        raise SourceError(f"GitHub answered for repository {github_id} with another one: try again later.")
    return seen


def _account_pages(client: Client, login: str) -> list[Answer]:
    """Return the pages of an organisation's list, or of a person's where it is no organisation."""
    about = About("github.repositories", login)
    which = "all" if client.access.private else "public"
    query = f"type={which}&sort=created&direction=desc&per_page={PAGE}"
    pages = list(list_pages(client, f"/orgs/{login}/repos?{query}", about))
    if not pages:  # a person's account, or none
        query = f"type=owner&sort=created&direction=desc&per_page={PAGE}"
        pages = list(list_pages(client, f"/users/{login}/repos?{query}", about))
    if not pages:
        raise SourceError(
            f"GitHub has no organisation or user {login} (404): deleted or renamed; look at its name."
        )
    return pages


def follow(client: Client, path: str, about: About) -> Answer:
    """Return what stands behind `path`; a redirection is followed inside this GitHub, never out of it."""
    answer = client.get(path, about)
    for _ in range(_MOST_REDIRECTIONS):
        if answer.status not in {301, 302, 307, 308}:
            break
        there = redirected(answer, client.access.base)
        if there is None:
            raise SourceError(f"GitHub sends {path} to an address outside itself, which is not followed.")
        answer = client.get(there, about)
    else:
        raise SourceError(f"GitHub sends {path} round in a circle: try again later.")
    return answer


def list_pages(client: Client, path: str, about: About) -> Iterator[Answer]:
    """Give the pages of a list one by one; none where GitHub says that there is no such list (404)."""
    asked: set[str] = set()
    page: str | None = path
    while page is not None:
        asked.add(page)
        answer = follow(client, page, about)
        if answer.status == 404 and len(asked) == 1:
            return
        if answer.status != 200:
            raise SourceError(
                f"GitHub does not show the list of {about.key} ({answer.status}): "
                "ask with a token that may read it, or without one."
            )
        yield answer
        page = _following(client, answer, about)
        if page in asked or len(asked) >= _MOST_PAGES:
            raise SourceError(f"GitHub's list of {about.key} does not end: try again later.")


def _following(client: Client, answer: Answer, about: About) -> str | None:
    """Return the path of the next page; a list that goes on elsewhere must not pass for a whole one."""
    address = next_page(answer)
    if address is None:
        return None
    page = inside(address, client.access.base)
    if page is None:
        raise SourceError(f"GitHub's list of {about.key} goes on outside GitHub, which is not followed.")
    return page


def _entries(
    client: Client, login: str, pages: Iterable[Answer]
) -> tuple[tuple[RepositoryFacts, ...], tuple[Unreadable, ...]]:
    """Return every repository of the pages once, and the entries that are none."""
    found: dict[int, RepositoryFacts] = {}
    problems: list[Unreadable] = []
    for page in pages:
        for position, entry in enumerate(_list(page, login)):
            try:
                facts = repository_facts(entry, client.site)
            except UnreadableError as error:
                problems.append(Unreadable(page.url, position, str(error)))
                continue
            if not facts.private or client.access.private:
                found[facts.github_id] = facts
    return tuple(found.values()), tuple(problems)


def _list(page: Answer, login: str) -> list[object]:
    try:
        return json_list(page.body)
    except UnreadableError as error:
        raise SourceError(f"GitHub's list of {login} cannot be read ({error}): try again later.") from error


def _owner(client: Client, login: str, repositories: Iterable[RepositoryFacts]) -> tuple[Account, OwnerKind]:
    """Return the account behind a list: as its repositories name it, or, where there are none, by asking."""
    for facts in repositories:
        return Account(facts.owner_id, facts.owner_login), facts.owner_kind
    answer = follow(client, f"/users/{login}", About("github.account", login))
    try:
        if answer.status == 200:
            told = json_object(answer.body)
            return account_of(told), owner_kind(told)
    except UnreadableError as error:
        raise SourceError(
            f"GitHub's answer about {login} cannot be read ({error}): try again later."
        ) from error
    raise SourceError(f"GitHub does not show the account {login} ({answer.status}): try again later.")


def _observe(client: Client, path: str, asked: str) -> Observation:
    answer = follow(client, path, About("github.repository", asked))
    if answer.status == 404:
        return Gone(asked, answer.seen_at)
    if answer.status in {403, 451}:
        stopped = blocked(asked, answer.status, answer.body, answer.seen_at)
        if stopped is None:
            raise SourceError(f"GitHub refuses {asked} to this token (403): give one that may read it.")
        return stopped
    facts = single_facts(client, answer, asked)
    if facts.private and not client.access.private:
        return Gone(asked, answer.seen_at)  # what the public sees; nothing of it was kept
    same = facts.full_name.lower() == asked.lower()
    return (Visible if same else Moved)(asked, facts, answer.seen_at)


def single_facts(client: Client, answer: Answer, asked: str) -> RepositoryFacts:
    """Return the facts of a single answer, in which a fork without a parent means that it is not told."""
    try:
        facts = repository_facts(json_object(answer.body), client.site)
    except UnreadableError as error:
        raise SourceError(
            f"GitHub's answer about {asked} cannot be read ({error}): try again later."
        ) from error
    return replace(facts, parent=Unasked.NOT_TOLD) if facts.parent is Unasked.NOT_ASKED else facts
