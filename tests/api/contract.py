# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The API under schemathesis: cases made from its own description, sent to the running server, all checks on.

`make contract` sends at least 2,000 of them; a short run stands in the tests.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

from waitress.server import BaseWSGIServer, create_server

from registry.app import create_app
from registry.demo.harvest import harvest_demonstration
from registry.pipeline.register import open_register
from registry.settings import read_settings

WANTED = 2_000
_GENERATED = re.compile(r"(\d+) generated")


def check(address: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Run schemathesis against a server with every check it knows; its exit code is 0 where nothing was found."""
    with tempfile.TemporaryDirectory() as folder:  # it keeps what it found where it runs
        config = Path(folder) / "schemathesis.toml"
        config.write_text("")
        command = (sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run")
        options = ("--checks", "all", "--no-color", "--seed", "20261126", *more)
        where = f"{address}/api/v1/openapi.json"
        return subprocess.run(
            (*command, where, *options), capture_output=True, text=True, check=False, cwd=folder
        )


def generated(done: subprocess.CompletedProcess[str]) -> int:
    """Return how many cases a run sent."""
    found = _GENERATED.search(done.stdout)
    return int(found[1]) if found else 0


def main() -> int:
    """Serve the demonstration and send it no fewer than the wanted number of cases."""
    with tempfile.TemporaryDirectory() as folder:
        register = open_register(read_settings({}, data=str(Path(folder) / "data")))
        harvest_demonstration(register, lambda *_: None, lambda _: None)
        app = create_app(replace(register.settings, api_calls=0), register.sessions)
        server = create_server(app, host="127.0.0.1", port=0, threads=2)
        assert isinstance(server, BaseWSGIServer)
        threading.Thread(target=server.run, daemon=True).start()
        started = time.perf_counter()
        done = check(f"http://127.0.0.1:{server.getsockname()[1]}", "--max-examples", "40")
        print(done.stdout[-3000:], done.stderr[-1000:])
        print(f"{generated(done)} cases in {time.perf_counter() - started:.0f} s wall")
        server.close()
        server.task_dispatcher.shutdown()
        register.engine.dispose()
    return done.returncode or int(generated(done) < WANTED)


if __name__ == "__main__":
    sys.exit(main())
