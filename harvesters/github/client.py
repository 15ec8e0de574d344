# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The client: asks GitHub, keeps every answer as an item, waits where GitHub asks to wait.

The only file that knows PyGithub. PyGithub builds the requests (address, token, version); its connection
classes are replaced by ours for this one client, so that refusals and redirections, too, are answers that are
kept. Its own retries are switched off: they sleep without a word and hide what they saw. One client a thread.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import github
import requests
from github.Requester import (
    HTTPRequestsConnectionClass,
    HTTPSRequestsConnectionClass,
    Requester,
    RequestsResponse,
)

from harvesters.errors import SourceError
from harvesters.github.access import About, Access, Surroundings, check_access, origin_of
from harvesters.github.answer import Answer
from harvesters.github.answers import Site, message_of, shows_private
from harvesters.github.limits import Pause, backoff, clock_text, number_in, pause_asked, server_failed
from harvesters.github.wire import Calls, Memory, Wire, evidence_headers, why_unreachable
from harvesters.items import Item

Ask = Callable[[str, dict[str, str]], requests.Response]

_INJECTION = threading.Lock()
_VERSION = "2022-11-28"
_FORM = "application/vnd.github+json"
_NAME = "os2-ownership-registry"


class Client:
    """A GitHub that answers questions and keeps what it said. Close it, or use it in a `with`."""

    def __init__(
        self, access: Access, keep: Callable[[Item], None], around: Surroundings | None = None
    ) -> None:
        check_access(access)
        self.access = access = replace(access, base=access.base.rstrip("/"), web=access.web.rstrip("/"))
        self.site = Site(access.web, access.private)
        self._keep = keep
        self._around = around or Surroundings()
        self._waited = 0.0
        self._about = About("github", "")
        self._heard: Answer | None = None
        self.remaining: int | None = None
        """How many calls GitHub said are left before its limit; None before it said so."""
        self._wire = Wire(self._record, self._around.clock)
        self._memory = Memory(access, self._wire, self._around.heard)
        self._github = _github(access, self._ask)

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections and the file of remembered answers."""
        self._github.close()
        self._memory.close()

    @property
    def calls(self) -> Calls:
        """How many calls this client has made."""
        return self._wire.calls

    def now(self) -> datetime:
        """Return the time by this client's clock."""
        return self._around.clock()

    def get(self, path: str, about: About, *, wait: bool = True) -> Answer:
        """Return GitHub's answer to GET `path` (with its query): 200, a redirection, 404, 451, a plain 403.

        Waits out rate limits (unless told not to), tries again what failed on GitHub's side; HarvestError
        for everything else.
        """
        self._about = about
        failures = 0
        while True:
            answer = self._once(path)
            pause = pause_asked(answer, message_of(answer.body), self.now())
            if pause is not None:
                self._wait(pause, self.access.longest_wait - self._waited if wait else 0)
            elif server_failed(answer):
                self._try_again(answer, path, failures)
                failures += 1
            else:
                return _settled(answer, path)

    def remembered(self, path: str) -> Answer | None:
        """Return what GitHub answered to `path` the last time, without a call; None if it was not asked."""
        return self._memory.recall(self.access.base + path)

    def _once(self, path: str) -> Answer:
        self._heard = None
        known_to_answer = self.calls.total > 0
        try:
            self._github.requester.requestJson("GET", path, headers={"Accept": _FORM})
        except requests.exceptions.RequestException as error:
            if not known_to_answer:
                raise self._unreachable(error) from error
            return Answer(self.access.base + path, 0, {}, b"", self.now(), complete=False)
        except sqlite3.Error as error:
            raise SourceError(
                f"The remembered answers in {self.access.cache} cannot be used ({error}): "
                "look whether the disk is full, or remove that folder."
            ) from error
        if self._heard is None:
            raise SourceError(f"GitHub gave no answer to {path}: try again.")
        return self._heard

    def _unreachable(self, error: requests.exceptions.RequestException) -> SourceError:
        return SourceError(
            f"GitHub cannot be reached at {urlsplit(self.access.base).netloc} ({why_unreachable(error)}): "
            "look at the network connection and try again."
        )

    def _ask(self, path: str, headers: dict[str, str]) -> requests.Response:
        """Send one request that PyGithub built; what it hears is kept for `_once`."""
        response = self._memory.get(origin_of(self.access.base) + path, headers, self.access.timeout)
        heard = self._heard
        if heard is not None and heard.status == 304 and response.status_code == 200:
            then = {name.lower(): value for name, value in response.headers.items()}
            self._heard = replace(
                heard, status=200, body=response.content, headers={**then, **heard.headers}, unchanged=True
            )
        return response

    def _record(self, answer: Answer) -> None:
        """Keep an answer as evidence; what it shows of private repositories only where that was asked for."""
        self._heard = answer
        left = number_in(answer.headers.get("x-ratelimit-remaining", ""))
        self.remaining = self.remaining if left is None else left
        withheld = self.access.token is not None and not self.access.private and shows_private(answer.body)
        self._keep(
            Item(
                source=answer.url,
                kind=self._about.kind if answer.complete else f"{self._about.kind}.incomplete",
                key=self._about.key,
                seen_at=answer.seen_at,
                body=b"" if withheld else answer.body,
                status=answer.status,
                headers={} if withheld else evidence_headers(answer.headers),
            )
        )

    def _wait(self, pause: Pause, left: float) -> None:
        if pause.seconds > left:
            raise SourceError(
                f"{pause.reason} until {clock_text(pause.until)}, longer than the {max(left, 0):.0f} seconds "
                "that this harvest may still wait: try again then"
                + ("." if self.access.token else ", or give a token.")
            )
        self._waited += pause.seconds
        self._around.say(f"{pause.reason}: waiting until {clock_text(pause.until)}.")
        self._around.sleep(pause.seconds)

    def _try_again(self, answer: Answer, path: str, failures: int) -> None:
        seconds = backoff(failures)
        if seconds is None:
            what = f"failed ({answer.status})" if answer.complete else "broke off inside its answer"
            raise SourceError(f"GitHub {what} at {path}, {failures + 1} times in a row: try again later.")
        self._around.sleep(seconds)


def _settled(answer: Answer, path: str) -> Answer:
    """Return an answer that can be read; the rest are errors of ours or of the token."""
    if answer.status == 401:
        raise SourceError("GitHub does not accept the token (401): give a valid one, or harvest without.")
    if answer.status in {200, 301, 302, 307, 308, 403, 404, 451}:
        return answer
    raise SourceError(
        f"GitHub answered {path} with {answer.status}, which means nothing here: try again later."
    )


def _github(access: Access, ask: Ask) -> github.Github:
    """Return a PyGithub whose requests go through `ask`, and which itself neither retries nor waits."""
    auth = github.Auth.Token(access.token) if access.token else None
    pauses: dict[str, Any] = dict.fromkeys(("retry", "seconds_between_requests", "seconds_between_writes"))
    with _injected(ask):
        return github.Github(
            auth=auth,
            base_url=access.base,
            timeout=access.timeout,
            user_agent=_NAME,
            api_version=_VERSION,
            **pauses,
        )


@contextmanager
def _injected(ask: Ask) -> Iterator[None]:
    """Let PyGithub's requests go through `ask`, for a client that is made inside the block.

    `injectConnectionClasses` acts on the whole process, but a Requester takes its class when it is made: the
    injection lasts for that moment, under a lock, and PyGithub is left as it was found.
    """

    class Connection(HTTPSRequestsConnectionClass):
        def getresponse(self) -> RequestsResponse:
            return _Unopened(ask(self.url, self.headers))

    class PlainConnection(HTTPRequestsConnectionClass):
        def getresponse(self) -> RequestsResponse:
            return _Unopened(ask(self.url, self.headers))

    with _INJECTION:
        Requester.injectConnectionClasses(PlainConnection, Connection)
        try:
            yield
        finally:
            Requester.resetConnectionClasses()


class _Unopened(RequestsResponse):
    """An answer as PyGithub may see it: it follows no redirection and reads no body; that is done here."""

    def __init__(self, response: requests.Response) -> None:
        super().__init__(response)
        self.headers = requests.structures.CaseInsensitiveDict()
        self.status = 200

    def read(self) -> str:
        return ""
