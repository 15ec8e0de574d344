# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Cloning: the content of repositories that GitHub showed, and of their wikis, by git into our own mirrors."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from harvesters.errors import HarvestError
from harvesters.errors import NotFoundError as NoSuchRepositoryError
from harvesters.git.mirror import fetch_url, open_mirror
from harvesters.git.model import Fetched, Mirror
from harvesters.github.model import Parent, Unasked
from harvesters.github.model import RepositoryFacts as Told
from registry.custody import service as custody
from registry.custody.model import Outcome, RepositoryFacts, RepositoryId, Result
from registry.pipeline.harvest import Fetch, Run, Source, harvest_one, note
from registry.pipeline.mirrors import BLOB_LIMIT, FETCH_SECONDS
from registry.text import storable

_LONGEST = 2000


def facts_of(told: Told) -> RepositoryFacts:
    """Return what GitHub told of a repository as the register keeps it."""
    return RepositoryFacts(
        description=storable(told.description or "", _LONGEST),
        topics=tuple(storable(topic, 100) for topic in told.topics),
        default_branch=storable(told.default_branch or "", 300),
        licence=told.licence_spdx,
        private=told.private,
        archived=told.archived,
        disabled=told.disabled,
        fork=told.fork,
        parent=_parent(told),
        created_at=told.created_at.isoformat() if told.created_at else "",
        pushed_at=told.pushed_at.isoformat() if told.pushed_at else "",
        has_wiki=told.has_wiki,
        url=told.html_url if told.html_url.startswith("https://") else "",
    )


def clone(run: Run, told: Told) -> Result | None:
    """Fetch, read and keep a repository that GitHub showed; None when git finds nothing at its address."""
    with run.register.sessions() as session:
        number = custody.by_github_id(session, told.github_id)
    fetch = partial(_fetch, run, told, told.clone_url)
    try:
        return harvest_one(run, Source(told.full_name, told.clone_url, number, fetch))
    except NoSuchRepositoryError:
        return None


def _parent(told: Told) -> str | None:
    if isinstance(told.parent, Parent):
        return told.parent.full_name
    return None if told.parent is Unasked.NOT_ASKED else ""


def clone_wiki(run: Run, told: Told) -> list[Result]:
    """Fetch, read and keep a repository's wiki, if there is one.

    A wiki is announced for nearly every repository, and is there only once somebody has written in it.
    """
    if not told.has_wiki:
        return []
    address = told.clone_url.removesuffix(".git") + ".wiki.git"
    fetch = partial(_fetch, run, told, address)
    with run.register.sessions() as session:
        of = custody.by_github_id(session, told.github_id)
        known = custody.wiki_of(session, of)
    if known is None and not _is_there(run, told, fetch):
        return []
    owner, _, name = told.full_name.partition("/")
    with run.register.sessions.begin() as session:
        number = custody.sight_of_wiki(session, of, owner, name, run.register.clock())
    _move_in(run, told, number)
    source = Source(f"{told.full_name}.wiki", address, number, fetch)
    try:
        return [harvest_one(run, source)]
    except NoSuchRepositoryError as error:
        return [note(run, source, Outcome.GONE, str(error))]


def _waiting_place(run: Run, told: Told) -> Path:
    return run.register.settings.mirrors / f"wiki-of-{told.github_id}.git"


def _is_there(run: Run, told: Told, fetch: Fetch) -> bool:
    """Look for a wiki that nobody has seen; its mirror waits under another name until it has a number."""
    try:
        fetch(open_mirror(_waiting_place(run, told)))
    except NoSuchRepositoryError:
        shutil.rmtree(_waiting_place(run, told), ignore_errors=True)
        return False
    except HarvestError:
        return True  # what is wrong with it is told under the wiki's own name
    return True


def _move_in(run: Run, told: Told, number: RepositoryId) -> None:
    waiting = _waiting_place(run, told)
    if waiting.exists() and not run.register.mirror_path(number).exists():
        waiting.rename(run.register.mirror_path(number))


def _fetch(run: Run, told: Told, address: str, mirror: Mirror) -> Fetched:
    settings = run.register.settings
    return fetch_url(
        mirror,
        address,
        token=settings.github_token if told.private else None,
        blob_limit=BLOB_LIMIT,
        timeout=FETCH_SECONDS,
        allow_http_base=settings.github_web if settings.github_web.startswith("http://") else None,
    )
