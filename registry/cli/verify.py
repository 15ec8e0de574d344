# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry verify`: hold the register against its log; exit code 0 only when everything holds."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from registry.cli.opening import open_register
from registry.cli.showing import show_json
from registry.cli.watching import watching
from registry.evidence.verification.model import Register, Scope, Verification
from registry.evidence.verification.run import verify
from registry.pipeline.evidence import verified
from registry.pipeline.finding_titles import recomputed
from registry.settings import Settings
from registry.text import visible


@click.command("verify")
@click.option("--since", default=0, type=click.IntRange(0), help="Only events from this position on.")
@click.option("--sample", type=click.IntRange(1), help="Only so many rows a table, and blobs, at random.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def command(settings: Settings, since: int, sample: int | None, as_json: bool) -> None:
    """Rows against leaves, leaves against the signed root, blobs against digests, derived tables anew."""
    register = open_register(settings, seed=False)
    with watching() as watch:
        answer = verify(_with_titles(verified(register)), Scope(since, sample), watch)
    (show_json(as_value(answer)) if as_json else show(answer))
    sys.exit(0 if answer.holds else 1)


def _with_titles(register: Register) -> Register:
    return replace(register, derived=(*register.derived, recomputed()))


def show(answer: Verification) -> None:
    """Print what was found, damage first."""
    for damage in answer.damage:
        click.echo(visible(str(damage), 2000))
    for note in answer.notes:
        click.echo(f"note: {visible(note, 2000)}")
    click.echo(
        f"{answer.events} events, {answer.rows} rows, {answer.blobs} blobs looked at; root {answer.root.hex()}"
    )
    click.echo("everything holds" if answer.holds else f"{len(answer.damage)} places are damaged")


def as_value(answer: Verification) -> dict[str, object]:
    """Return what was found, for JSON."""
    return {
        "holds": answer.holds,
        "events": answer.events,
        "rows": answer.rows,
        "blobs": answer.blobs,
        "size": answer.size,
        "root": answer.root.hex(),
        "damage": [{"kind": d.kind, "table": d.table, "key": d.key, "what": d.what} for d in answer.damage],
        "notes": list(answer.notes),
    }
