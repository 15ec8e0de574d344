# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The wire: every answer that comes over it is kept as it came, counted, and remembered for the next time.

An answer is kept below the cache, so that a "not modified" (304) is seen as the answer it is.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests_cache import CachedSession
from requests_cache.backends.sqlite import SQLiteCache

from harvesters.errors import SourceError, UnreadableError
from harvesters.github.access import Access
from harvesters.github.answer import Answer
from harvesters.github.answers import shows_private
from harvesters.github.fields import json_value

LARGEST = 64 * 1024 * 1024
"""Bytes of one answer that are read: a page of 100 repositories has half a million."""

LONGEST = 300.0
"""Seconds that one answer may take to arrive: a body may drip for ever."""

_CHUNK = 1024  # small: of a body that breaks off, the last chunk is lost
_LONGEST_HEADER = 2000
_EVIDENCE = (
    "date", "etag", "last-modified", "link", "location", "content-type", "retry-after", "x-github-request-id",
    "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "x-ratelimit-used",
    "x-ratelimit-resource",
)  # fmt: skip


@dataclass(frozen=True)
class Calls:
    """How many calls were made.

    All, those that were conditional, those answered "not modified" (304), and those that GitHub counts
    against the limit (all but a 304 to a caller with a token).
    """

    total: int = 0
    conditional: int = 0
    unchanged: int = 0
    counted: int = 0

    def with_call(self, *, conditional: bool, unchanged: bool, counted: bool) -> Calls:
        """Return the counts with one call more."""
        return replace(
            self,
            total=self.total + 1,
            conditional=self.conditional + conditional,
            unchanged=self.unchanged + unchanged,
            counted=self.counted + counted,
        )


def cache_file(access: Access) -> Path:
    """Return the file that remembers answers for this token: no other token, or none, ever reads it.

    The name is a digest from which the token cannot be had back.
    """
    sight = "private" if access.private else "public"
    secret = "\n".join(("answers seen with", access.base, access.token or "", sight))
    return access.cache / f"answers-{hashlib.sha256(secret.encode()).hexdigest()[:24]}.sqlite"


class Wire(HTTPAdapter):
    """A connection to GitHub that hands every answer to `kept` with its exact bytes."""

    def __init__(self, kept: Callable[[Answer], None], clock: Callable[[], datetime]) -> None:
        super().__init__(max_retries=0)
        self._kept = kept
        self._clock = clock
        self.calls = Calls()

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Send `request`; read its whole answer, as far as it comes."""
        response = super().send(request, *args, **{**kwargs, "stream": True})
        body, complete = _whole_body(response)
        # requests reads no further: the body is what was read here
        response._content, response._content_consumed = body, True  # type: ignore[attr-defined]
        self._count(request, response.status_code)
        headers = {name.lower(): value for name, value in response.headers.items()}
        address = request.url or ""
        self._kept(Answer(address, response.status_code, headers, body, self._clock(), complete=complete))
        if not complete:
            response.status_code = 599  # never remembered: the cache keeps 200 alone
        return response

    def _count(self, request: requests.PreparedRequest, status: int) -> None:
        conditional = "If-None-Match" in request.headers or "If-Modified-Since" in request.headers
        unchanged = status == 304
        counted = not (unchanged and "Authorization" in request.headers)
        self.calls = self.calls.with_call(conditional=conditional, unchanged=unchanged, counted=counted)


class Memory:
    """What GitHub said the last time, asked for conditionally: a cache in one file for one token.

    What it holds counts only where `heard` knows it; else it is forgotten, and asked for as if for the first time.
    """

    def __init__(self, access: Access, wire: Wire, heard: Callable[[Answer], bool]) -> None:
        try:
            file = _ready(cache_file(access))
        except OSError as error:
            raise SourceError(
                f"The remembered answers in {access.cache} cannot be used ({error.strerror}): "
                "look whether the disk is full, and who may write there."
            ) from error
        self._wire = wire
        self._heard = heard
        self._private = access.private
        self._session = CachedSession(
            backend=SQLiteCache(file, serializer="json", decode_content=False),
            always_revalidate=True,
            allowable_codes=(200,),
            key_fn=_key,
            filter_fn=self._worth_remembering,
        )
        self._session.auth = _as_it_is  # no ~/.netrc
        scheme = f"{urlsplit(access.base).scheme}://"
        self._session.mount(scheme, wire)
        if scheme == "http://":
            self._session.trust_env = False  # loopback: no proxy stands between

    def get(self, url: str, headers: Mapping[str, str], timeout: int) -> requests.Response:
        """Return GitHub's answer, or the remembered one that GitHub says still holds."""
        self.recall(url)
        return self._session.get(url, headers=dict(headers), timeout=timeout, allow_redirects=False)

    def recall(self, url: str) -> Answer | None:
        """Return the remembered answer without asking."""
        request = requests.Request("GET", url).prepare()
        known = self._session.cache.get_response(_key(request))
        if known is None:
            return None
        headers = {name.lower(): value for name, value in known.headers.items()}
        address = request.url or url
        answer = Answer(address, known.status_code, headers, known.content, known.created_at, unchanged=True)
        if self._heard(answer):
            return answer
        self._session.cache.delete(_key(request))
        return None

    def close(self) -> None:
        """Close the connections and the file."""
        self._session.close()  # type: ignore[no-untyped-call]
        self._session.cache.close()  # type: ignore[no-untyped-call]
        self._wire.close()

    def _worth_remembering(self, response: requests.Response) -> bool:
        """Whether an answer may be asked for conditionally: a broken one would be "not modified" for ever."""
        if response.status_code != 200 or (not self._private and shows_private(response.content)):
            return False
        try:
            json_value(response.content)
        except UnreadableError:
            return False
        return True


def evidence_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers that matter as evidence, each bounded."""
    return {name: headers[name][:_LONGEST_HEADER] for name in _EVIDENCE if name in headers}


def why_unreachable(error: requests.exceptions.RequestException) -> str:
    """Return why there was no answer, in a few words."""
    if isinstance(error, requests.exceptions.Timeout):
        return "no answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not valid"
    return "no connection"


def _ready(file: Path) -> Path:
    """Make sure that `file` can be used and read by its owner alone; one that is damaged is begun anew."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(file)) as connection:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        for tail in ("", "-wal", "-shm", "-journal"):
            file.with_name(file.name + tail).unlink(missing_ok=True)
        file.touch(mode=0o600)
    return file


def _key(request: requests.PreparedRequest, **_: object) -> str:
    """Name a remembered answer: the address alone, for the file belongs to one token."""
    return hashlib.sha256(f"{request.method} {request.url}".encode()).hexdigest()


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _whole_body(response: requests.Response) -> tuple[bytes, bool]:
    read, deadline = bytearray(), time.monotonic() + LONGEST
    try:
        for chunk in response.iter_content(_CHUNK):
            read += chunk
            if len(read) > LARGEST or time.monotonic() > deadline:
                response.raw.close()
                return bytes(read[:LARGEST]), False
    except requests.exceptions.RequestException:
        response.raw.close()
        return bytes(read), False
    return bytes(read), True
