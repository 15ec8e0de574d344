# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An allowance: how many calls a caller has left in this hour, and the ledger of all calls."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

HOUR = 3600


@dataclass
class Ledger:
    """Calls as they were made: by caller for the limit, by route for whoever asks `/_standin/calls`."""

    clock: Callable[[], float]
    used: dict[str, int] = field(default_factory=dict)
    resets: dict[str, int] = field(default_factory=dict)
    routes: dict[str, dict[str, int]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def exhausted(self, caller: str, limit: int) -> bool:
        """Whether a caller has used up this hour's calls."""
        with self.lock:
            self._renew(caller)
            return self.used[caller] >= limit

    def charge(self, caller: str) -> None:
        """Count one call against a caller's limit."""
        with self.lock:
            self._renew(caller)
            self.used[caller] += 1

    def note(self, route: str, status: int, *, conditional: bool, counted: bool) -> None:
        """Write a call into the book."""
        with self.lock:
            page = self.routes.setdefault(route, {"calls": 0, "conditional": 0, "counted": 0})
            page["calls"] += 1
            page["conditional"] += conditional
            page["counted"] += counted
            page[str(status)] = page.get(str(status), 0) + 1

    def forget(self) -> None:
        """Begin a new book; what counts against limits stays."""
        with self.lock:
            self.routes.clear()

    def totals(self) -> dict[str, object]:
        """Return the book: totals, and a line a route."""
        with self.lock:
            sums = {
                name: sum(page[name] for page in self.routes.values())
                for name in ("calls", "conditional", "counted")
            }
            return {**sums, "routes": {route: dict(page) for route, page in self.routes.items()}}

    def headers(self, caller: str, limit: int) -> dict[str, str]:
        """Return the X-RateLimit headers of an answer."""
        with self.lock:
            self._renew(caller)
            used = min(self.used[caller], limit)
            return {
                "X-RateLimit-Limit": str(limit),
                "X-RateLimit-Remaining": str(limit - used),
                "X-RateLimit-Reset": str(self.resets[caller]),
                "X-RateLimit-Used": str(used),
                "X-RateLimit-Resource": "core",
            }

    def _renew(self, caller: str) -> None:
        now = int(self.clock())
        if self.resets.get(caller, 0) <= now:
            self.resets[caller] = now + HOUR
            self.used[caller] = 0
