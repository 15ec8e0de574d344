# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""How long the heaviest pages take, uncached, one worker: 500 repositories, and a file of 5,000 lines."""

from __future__ import annotations

import gc
import http.client
import random
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

from registry.app import create_app
from registry.pipeline.facts import import_facts
from registry.pipeline.finding_titles import find_titles
from registry.pipeline.mirrors import harvest_mirrors
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register, open_register
from registry.settings import Settings
from tests.bench.timing import percentiles
from tests.builders import new_repository

REPOSITORIES, LINES, ASKED = 500, 5000, 200


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def measure_pages() -> None:
    """Print how long each page takes over loopback."""
    with tempfile.TemporaryDirectory() as folder:
        _build(Path(folder) / "mirrors")
        data = Path(folder) / "data"
        register = open_register(Settings(f"sqlite:///{data / 'register.sqlite'}", data), seed=False)
        harvest_mirrors(register, Path(folder) / "mirrors", Wish(), lambda *_: None)
        _find_titles(register)
        app = create_app(replace(register.settings, api_calls=0), register.sessions)
        gc.freeze()  # as serve does
        server = make_server("127.0.0.1", 0, app, handler_class=_Quiet)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for label, path in (
            (f"overview, {REPOSITORIES} repositories", "/da/"),
            ("repository", "/da/r/1-demo-part-000"),
            (f"file, {LINES} lines", "/da/r/1-demo-part-000/file/src/long.py"),
            ("terms of a licence", "/da/l/EUPL-1.2?use=host"),
            ("answer card", "/da/r/1-demo-part-000/terms?use=host"),
            ("another licence", "/da/r/1-demo-part-000/relicence?to=EUPL-1.2"),
            (f"API, {REPOSITORIES} repositories", f"/api/v1/repositories?limit={REPOSITORIES}"),
            ("API, one repository", "/api/v1/repositories/1"),
            ("API, 500 runs of lines", "/api/v1/repositories/1/lines?path=src/long.py&limit=500"),
        ):
            seconds = _ask(server.server_port, path)
            print(f"{label:32} {percentiles(seconds)}; the first {seconds[0] * 1000:.0f} ms")
        server.shutdown()
        server.server_close()
        register.engine.dispose()


def _build(mirrors: Path) -> None:
    """Make one repository of many commits and people, and 499 small ones."""
    chosen = random.Random(5)
    lines = [b"value_%d = %d" % (number, number) for number in range(LINES)]
    for number in range(REPOSITORIES):
        git = new_repository(mirrors / f"demo+part-{number:03}")
        git.commit({"src/long.py": b"\n".join(lines) + b"\n"} if number == 0 else {"a.py": b"a = 1\n" * 20})
        for change in range(400 if number == 0 else 1):
            for _ in range(8):
                lines[chosen.randrange(LINES)] = b"changed_%d = %d" % (change, chosen.randrange(999))
            person = change + number
            author = f"Person {person % 40} <person{person % 40}@firm{person % 7}.example>"
            content = b"\n".join(lines) + b"\n" if number == 0 else b"b = 2\n" * 30
            git.commit({"src/long.py" if number == 0 else "b.py": content}, author=author)


def _find_titles(register: Register) -> None:
    """Import papers about all repositories, and then what is about a few alone; tell what each costs."""
    for what, facts in (
        ("six firms, all repositories", _facts(6)),
        ("a seventh firm", _facts(7)),
        ("one repository", _facts(7) + _LAST),
        ("nothing new", b""),
    ):
        if facts:
            import_facts(register, facts)
        started = time.process_time()
        found = find_titles(register)
        print(f"titles, facts about {what}: {found} found anew, {time.process_time() - started:.2f} s CPU")


_LAST = b"""  - id: last
    kind: assignment
    assignors: [firm3]
    assignee: os2
    signed: 2017-01-01
    covers: {repositories: [demo/part-003]}
    rights: full
    signature: proper
"""


def _facts(firms: int) -> bytes:
    """Return facts of so many firms: each gave what its people wrote."""
    numbers = range(firms)
    lines = ["set: bench", "asks: {party: os2}", "parties:", "  os2: {kind: association, name: OS2}"]
    lines += [f"  firm{one}: {{kind: company, name: Firm {one}}}" for one in numbers]
    lines += ["domains:", *(f"  - {{domain: firm{one}.example, party: firm{one}}}" for one in numbers)]
    lines += ["agreements:"]
    for one in numbers:
        lines.append(
            f"  - {{id: p{one}, kind: assignment, assignors: [firm{one}], assignee: os2, "
            "signed: 2016-01-01, covers: {}, rights: full, signature: proper}"
        )
    return ("\n".join(lines) + "\n").encode()


def _ask(port: int, path: str) -> list[float]:
    seconds = []
    for _ in range(ASKED):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        started = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        seconds.append(time.perf_counter() - started)
        connection.close()
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")
    return seconds
