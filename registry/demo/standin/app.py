# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The stand-in itself: a WSGI application with GitHub's API below /api and git at /OWNER/NAME.git."""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Callable, Iterable, Mapping
from email.utils import formatdate
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from registry.demo.standin.allowance import Ledger
from registry.demo.standin.contents import address_now, repository_served, serve_git
from registry.demo.standin.oddities import INSTEAD, PRIMARY, Script, disturb, instead
from registry.demo.standin.reply import Reply, etag_of, status_line
from registry.demo.standin.routes import NOT_FOUND, Question, answer
from registry.demo.standin.shapes import refusal
from registry.demo.standin.world import Token, World

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

API = "/api"
_PLAIN = {"Content-Type": "text/plain; charset=utf-8"}
_NO_GIT = Reply(404, b"Repository not found.", _PLAIN)
# GitHub asks everybody first who they are: only then does a clone say that a repository is not there
_WHO_ASKS = Reply(401, b"Repository not found.", {**_PLAIN, "WWW-Authenticate": 'Basic realm="GitHub"'})
_BAD_CREDENTIALS = Reply(401, refusal("Bad credentials", 401))


def create_standin(world: World, clock: Callable[[], float] = time.time) -> Standin:
    """Return a GitHub that shows `world`."""
    return Standin(world, clock)


class Standin:
    """A WSGI application. `world` may be replaced between calls: that is how time passes."""

    def __init__(self, world: World, clock: Callable[[], float]) -> None:
        self.world = world
        self.ledger = Ledger(clock)
        self._clock = clock
        self._script = Script()
        self._requests = 0

    def __call__(self, environ: Mapping[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path = environ.get("PATH_INFO", "")
        if path == "/_standin/calls":
            return self._send(self._calls(environ), start_response)
        if path.startswith(API + "/"):
            return self._send(self._api(environ, path.removeprefix(API)), start_response)
        return self._send(self._git(environ, path), start_response)

    def _calls(self, environ: Mapping[str, Any]) -> Reply:
        book = self.ledger.totals()
        if environ.get("REQUEST_METHOD") == "DELETE":
            self.ledger.forget()
        return Reply(200, book)

    def _api(self, environ: Mapping[str, Any], path: str) -> Reply:
        """Answer as the API does: who asks, what is scripted, what is left of the limit, what was asked."""
        known, token = self._caller(environ)
        if not known:
            self.ledger.note("401", 401, conditional=False, counted=False)
            return self._dressed(_BAD_CREDENTIALS, {})
        if environ.get("REQUEST_METHOD") != "GET":
            return self._dressed(NOT_FOUND, {})
        caller, limit = (token.token, token.limit) if token else ("", self.world.anonymous_limit)
        limits = self.ledger.headers(caller, limit)
        question = Question(self.world, token, _origin(environ), path, _query(environ), limits)
        route, reply = self._answered(question, environ, spent=self.ledger.exhausted(caller, limit))
        reply = _unless_unchanged(reply, environ)
        counted = path != "/rate_limit" and not (reply.status == 304 and token is not None)
        if counted:
            self.ledger.charge(caller)
        conditional = "HTTP_IF_NONE_MATCH" in environ
        self.ledger.note(route, reply.status, conditional=conditional, counted=counted)
        return self._dressed(reply, self.ledger.headers(caller, limit))

    def _answered(self, question: Question, environ: Mapping[str, Any], *, spent: bool) -> tuple[str, Reply]:
        route, reply = answer(question)
        if spent and question.path != "/rate_limit":
            return route, Reply(403, refusal(PRIMARY, 403))
        oddity = self._script.due(self.world.oddities, question.path)
        url = f"{question.origin}{API}{question.path}"
        if oddity is not None and oddity.kind in INSTEAD:
            return route, instead(oddity, url, self._clock())
        query = environ.get("QUERY_STRING", "")
        return route, reply if oddity is None else disturb(oddity, reply, f"{url}?{query}")

    def _caller(self, environ: Mapping[str, Any]) -> tuple[bool, Token | None]:
        """Return whether the caller's word is good, and the token it named, if it named one."""
        said = environ.get("HTTP_AUTHORIZATION")
        if said is None:
            return True, None
        scheme, _, secret = said.partition(" ")
        if scheme.lower() == "basic":
            secret = _password(secret)
        token = self.world.token(secret)
        return token is not None, token

    def _dressed(self, reply: Reply, limits: Mapping[str, str]) -> Reply:
        """Return the reply with the headers that GitHub gives to every answer."""
        self._requests += 1
        number = hashlib.sha256(str(self._requests).encode()).hexdigest()[:20].upper()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Date": formatdate(self._clock(), usegmt=True),
            "Vary": "Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, Accept, X-Requested-With",
            "Cache-Control": "public, max-age=60, s-maxage=60",
            "X-GitHub-Media-Type": "github.v3; format=json",
            "X-GitHub-Request-Id": f"{number[:4]}:{number[4:10]}:{number[10:]}",
            **limits,
            **reply.headers,
        }
        return Reply(reply.status, reply.value, headers, reply.cut)

    def _git(self, environ: Mapping[str, Any], path: str) -> Reply:
        """Answer as GitHub's git server does: what may not be seen is not there, and who asks must say so."""
        known, token = self._caller(environ)
        one, folder, tail = repository_served(self.world, path)
        service = _query(environ).get("service", "git-upload-pack")
        hidden = one is None or (one.private and (token is None or one.owner not in token.sees))
        if not known or (hidden and token is None):
            reply = _WHO_ASKS
        elif one is None or hidden or folder is None or service != "git-upload-pack":
            reply = _NO_GIT
        elif (now := address_now(one, path)) is not None:
            query = environ.get("QUERY_STRING", "")
            reply = Reply(301, b"", {**_PLAIN, "Location": f"{_origin(environ)}{now}?{query}"})
        else:
            reply = serve_git(environ, folder, tail)
        self.ledger.note("git", reply.status, conditional=False, counted=False)
        return reply

    def _send(self, reply: Reply, start_response: StartResponse) -> Iterable[bytes]:
        body = b"" if reply.status == 304 else reply.body
        headers = {"Content-Type": "application/json; charset=utf-8", **reply.headers}
        if reply.status != 304:
            headers["Content-Length"] = str(len(body))
        start_response(status_line(reply.status), list(headers.items()))
        return [body[: len(body) - reply.cut]]


def _unless_unchanged(reply: Reply, environ: Mapping[str, Any]) -> Reply:
    """Return a 200 with its validator, or the 304 that a caller gets who has it already."""
    if reply.status != 200:
        return reply
    etag = etag_of(reply.body)
    headers = {**reply.headers, "ETag": etag}
    if reply.cut == 0 and environ.get("HTTP_IF_NONE_MATCH") == etag:
        return Reply(304, b"", headers)
    return Reply(200, reply.value, headers, reply.cut)


def _origin(environ: Mapping[str, Any]) -> str:
    return f"{environ.get('wsgi.url_scheme', 'http')}://{environ.get('HTTP_HOST', '127.0.0.1')}"


def _query(environ: Mapping[str, Any]) -> dict[str, str]:
    return dict(parse_qsl(environ.get("QUERY_STRING", "")))


def _password(encoded: str) -> str:
    try:
        return base64.b64decode(encoded, validate=True).decode().partition(":")[2]
    except ValueError:
        return ""
