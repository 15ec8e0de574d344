# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Contents over HTTP: the repositories themselves, by git's own http-backend, and single files of them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import IO, Any

from harvesters.git.process import output, run
from harvesters.git.task import CommandError, Limits, Task
from registry.demo.standin.reply import Reply
from registry.demo.standin.world import Repository, World

_SERVED = re.compile(r"/([^/]+)/([^/]+?)(\.wiki)?\.git/(info/refs|git-upload-pack)")
_SETTINGS = ("uploadpack.allowFilter=true", "uploadpack.allowAnySHA1InWant=true", "safe.directory=*")
_LIMITS = Limits(seconds=600)
_LARGEST_REQUEST = 64 << 20


def repository_served(world: World, path: str) -> tuple[Repository | None, Path | None, str]:
    """Return the repository that an address names, its git directory and git's own path, as far as there are."""
    match = _SERVED.fullmatch(path)
    if match is None:
        return None, None, ""
    owner, name, wiki, tail = match.groups()
    one = world.by_name(f"{owner}/{name}") or world.moved_from(f"{owner}/{name}")
    if one is None or one.blocked:
        return None, None, tail
    return one, one.wiki if wiki else one.git, tail


def address_now(one: Repository, path: str) -> str | None:
    """Return where git's own path of a renamed repository is now; None where it is asked by its name."""
    match = _SERVED.fullmatch(path)
    assert match is not None
    owner, name, wiki, tail = match.groups()
    if f"{owner}/{name}".lower() == one.full_name.lower():
        return None
    return f"/{one.full_name}{wiki or ''}.git/{tail}"


def serve_git(environ: Mapping[str, Any], folder: Path, tail: str) -> Reply:
    """Return what git's http-backend answers; pushing is not served."""
    words = ("git", *chain.from_iterable(("-c", setting) for setting in _SETTINGS), "http-backend")
    environment = _plain() | {
        "GIT_PROJECT_ROOT": str(folder.parent),
        "PATH_INFO": f"/{folder.name}/{tail}",
        "GIT_HTTP_EXPORT_ALL": "1",
        "REQUEST_METHOD": environ.get("REQUEST_METHOD", "GET"),
        "QUERY_STRING": environ.get("QUERY_STRING", ""),
        "CONTENT_TYPE": environ.get("CONTENT_TYPE", ""),
        "HTTP_CONTENT_ENCODING": environ.get("HTTP_CONTENT_ENCODING", ""),
        "GIT_PROTOCOL": environ.get("HTTP_GIT_PROTOCOL", ""),
        "REMOTE_ADDR": "127.0.0.1",
    }
    asked = _request(environ)
    environment["CONTENT_LENGTH"] = str(len(asked))
    return _cgi(run(Task((words,), environment, asked, _LIMITS)).out)


def blob_at(folder: Path, ref: str, path: str) -> bytes | None:
    """Return a file of a repository as it stands at a branch, tag or commit."""
    words = ("git", "--git-dir", str(folder), "-c", "safe.directory=*", "cat-file", "blob", f"{ref}:{path}")
    if ref.startswith("-"):
        return None
    try:
        return output(Task((words,), _plain(), limits=_LIMITS))
    except CommandError:
        return None


def _plain() -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LC_ALL": "C",
        "HOME": "/nonexistent",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_TERMINAL_PROMPT": "0",
    }


def _request(environ: Mapping[str, Any]) -> bytes:
    length = str(environ.get("CONTENT_LENGTH") or "0")
    source: IO[bytes] = environ["wsgi.input"]
    return source.read(min(int(length), _LARGEST_REQUEST)) if length.isdigit() and int(length) else b""


def _cgi(said: bytes) -> Reply:
    """Read a CGI answer: `Status: 404 Not Found`, other headers, an empty line, the body."""
    head, _, body = said.partition(b"\r\n\r\n")
    lines = [line.partition(":") for line in head.decode("latin-1").split("\r\n")]
    headers = {name: value.strip() for name, _, value in lines if name}
    status = headers.pop("Status", "200")
    return Reply(int(status[:3]) if status[:3].isdigit() else 502, body, headers)
