# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Harvest from git alone: a folder of git directories, or a single path or URL. Custody stays not observed."""

from __future__ import annotations

import hashlib
import re
from functools import partial
from pathlib import Path

from harvesters.git.foreign import fetch_directory, find_git_directories
from harvesters.git.mirror import fetch_url
from harvesters.git.model import Fetched, Mirror
from registry.custody import service as custody
from registry.errors import BadInputError
from registry.pipeline.harvest import Fetch, Report, Run, Source, begin, end, harvest_each
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register
from registry.provenance.intake.tracing import Progress
from registry.text import visible

BLOB_LIMIT = 20_000_000
FETCH_SECONDS = 3600.0

_LONGEST = 2000
_LONGEST_NAME = 220


def harvest_mirrors(register: Register, folder: Path, wish: Wish, say: Progress) -> Report:
    """Harvest every git directory of `folder`; raises BadInputError when there is none."""
    found = find_git_directories(folder) if folder.is_dir() else []
    if not found:
        msg = f"{folder} holds no git directory; give a folder of directories named owner+name"
        raise BadInputError(msg)
    run = Run(register, begin(register, "mirrors", [visible(str(folder), _LONGEST)]), wish, say)
    sources = [_source(register, label, str(place), partial(_directory, place)) for label, place in found]
    return end(run, Report(run.number, harvest_each(run, sources)))


def harvest_git(register: Register, address: str, label: str | None, wish: Wish, say: Progress) -> Report:
    """Harvest one git directory or one https URL under the label OWNER/NAME (default: from the address).

    Raises BadInputError for an address with a password in it: what was asked for is recorded for ever.
    """
    place = Path(address)
    is_url = "://" in address or "::" in address
    if is_url and "@" in address.partition("://")[2].partition("/")[0]:
        msg = "the address holds a name or a password, which would be recorded; leave out what stands before the @"
        raise BadInputError(msg)
    fetch: Fetch = partial(_url, address) if is_url else partial(_directory, place)
    path = re.split("[?#]", address.partition(":")[2])[0] if is_url else str(place.absolute())
    run = Run(register, begin(register, "git", [visible(address, _LONGEST)]), wish, say)
    sources = [_source(register, (label or _label_of(path)).replace("/", "+"), address, fetch)]
    return end(run, Report(run.number, harvest_each(run, sources)))


def _source(register: Register, label: str, address: str, fetch: Fetch) -> Source:
    owner, _, name = label.partition("+")
    if not (owner and name):
        owner, name = "local", label.strip("+") or "unnamed"
    owner, name = _named(owner), _named(name)
    with register.sessions.begin() as session:
        number = custody.sight_by_label(session, owner, name, register.clock())
    return Source(f"{owner}/{name}", visible(address, _LONGEST), number, fetch)


def _named(text: str) -> str:
    """Return part of a folder's name as a name that can be shown; two that differ stay two."""
    shown = visible(text, _LONGEST)
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:180]}#{_digest(text)[:32]}"


def _digest(text: str) -> str:
    """Return the SHA-256 of a text of any characters."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _label_of(path: str) -> str:
    *_, owner, name = ["local", "local", *(part for part in path.split("/") if part)]
    return f"{owner}+{name.removesuffix('.git')}"


def _directory(place: Path, mirror: Mirror) -> Fetched:
    return fetch_directory(mirror, place)


def _url(address: str, mirror: Mirror) -> Fetched:
    return fetch_url(mirror, address, token=None, blob_limit=BLOB_LIMIT, timeout=FETCH_SECONDS)
