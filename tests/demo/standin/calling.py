# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Calling the stand-in over loopback, as any HTTP client would."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests

from registry.demo.standin import Running, World, create_standin, running


@dataclass
class Caller:
    """A caller with a session of its own."""

    served: Running
    session: requests.Session

    def get(
        self, path: str, token: str | None = None, headers: Mapping[str, str] | None = None
    ) -> requests.Response:
        """Return the answer of GET below /api; no redirection is followed."""
        sent = dict(headers or {})
        if token is not None:
            sent["Authorization"] = f"Bearer {token}"
        return self.session.get(self.served.api + path, headers=sent, allow_redirects=False, timeout=20)

    def calls(self) -> dict[str, Any]:
        """Return the book of calls."""
        answer = self.session.get(f"{self.served.web}/_standin/calls", timeout=20)
        book: dict[str, Any] = json.loads(answer.content)
        return book


@contextmanager
def calling(world: World, now: float | None = None) -> Iterator[Caller]:
    """Serve `world` for as long as the block lasts."""
    standin = create_standin(world) if now is None else create_standin(world, lambda: now)
    with running(standin) as served, requests.Session() as session:
        session.trust_env = False
        yield Caller(served, session)
