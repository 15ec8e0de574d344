# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A server for the stand-in: a thread a request, on loopback, for as long as it is needed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from registry.demo.standin.app import API, Standin


@dataclass(frozen=True)
class Running:
    """A stand-in that can be asked: `api` is the base of its API, `web` where its repositories are."""

    standin: Standin
    web: str

    @property
    def api(self) -> str:
        """Return the base address of the API."""
        return self.web + API


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """Say nothing: a caller who hangs up is no news."""


class _Handler(WSGIRequestHandler):
    timeout = 60

    def log_message(self, *_: object) -> None:
        """Say nothing: the ledger has it."""

    def address_string(self) -> str:
        """Return the caller's number; no name is looked up."""
        return str(self.client_address[0])


@contextmanager
def running(standin: Standin, port: int = 0) -> Iterator[Running]:
    """Serve `standin` on a loopback port (a free one, where none is asked for) until the block ends."""
    server = make_server("127.0.0.1", port, standin, server_class=_Server, handler_class=_Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Running(standin, f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
