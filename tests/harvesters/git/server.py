# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Repositories served over HTTP on loopback by git's own http-backend, with every request remembered."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, make_server

from harvesters.git.process import run
from harvesters.git.task import Task

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment


@dataclass
class Server:
    """Where it listens, what it was asked, and an answer to give instead of git's."""

    root: Path
    base: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    instead: str | None = None
    location: str = ""

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        self.asked.append((environ["PATH_INFO"], environ.get("HTTP_AUTHORIZATION", "")))
        if self.instead:
            start_response(self.instead, [("Location", self.location), ("Content-Type", "text/plain")])
            return [b""]
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        done = run(Task((("git", "http-backend"),), self._environment(environ), body))
        head, _, content = done.out.partition(b"\r\n\r\n")
        headers = [(name, value) for name, _, value in map(_header, head.decode().split("\r\n"))]
        status = dict(headers).get("Status", "200 OK")
        start_response(status, [(name, value) for name, value in headers if name != "Status"])
        return [content]

    def _environment(self, environ: WSGIEnvironment) -> dict[str, str]:
        passed = ("PATH_INFO", "QUERY_STRING", "REQUEST_METHOD", "CONTENT_TYPE", "HTTP_CONTENT_ENCODING")
        values = {name: environ[name] for name in passed if name in environ}
        settings = ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant")
        for number, setting in enumerate(settings):
            values |= {f"GIT_CONFIG_KEY_{number}": setting, f"GIT_CONFIG_VALUE_{number}": "true"}
        return values | {
            "PATH": os.environ["PATH"],
            "GIT_PROJECT_ROOT": str(self.root),
            "GIT_HTTP_EXPORT_ALL": "1",
            "GIT_CONFIG_COUNT": str(len(settings)),
            "GIT_PROTOCOL": environ.get("HTTP_GIT_PROTOCOL", ""),
            "HOME": "/nonexistent",
        }


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


def _header(line: str) -> tuple[str, str, str]:
    return line.partition(": ")


@contextlib.contextmanager
def serving(root: Path) -> Iterator[Server]:
    """Serve the repositories in a folder until the test ends."""
    server = Server(root)
    with make_server("127.0.0.1", 0, server, handler_class=_Quiet) as listening:
        server.base = f"http://127.0.0.1:{listening.server_port}"
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            listening.shutdown()
            thread.join()
