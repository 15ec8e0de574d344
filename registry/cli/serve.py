# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry serve`: the pages, on this machine alone until there is sign-in."""

from __future__ import annotations

import click

from registry.app import create_app, serve
from registry.cli.opening import open_register
from registry.settings import Settings


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.pass_obj
def command(settings: Settings, host: str, port: int) -> None:
    """Serve the pages until Ctrl-C."""
    register = open_register(settings)
    click.echo(f"The register is at http://{host}:{port}/ (Ctrl-C ends it)")
    serve(create_app(settings, register.sessions), host, port)
