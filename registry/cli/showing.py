# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Showing on a terminal: JSON as it is, tables for people, progress where somebody watches. No markup acts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from registry.provenance.intake.tracing import Progress as Say
from registry.text import visible


def show_json(value: Any) -> None:
    """Print a value as JSON; text with lone surrogates is escaped, so that every reader takes it."""
    click.echo(json.dumps(value, ensure_ascii=True))


def show_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table. Every cell may come from a stranger: it is shown as text, never as markup."""
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(str(cell), 4000)) for cell in row))
    _console().print(table)


@contextmanager
def progress() -> Iterator[Say]:
    """Give a function that shows how far the work is; it says nothing where nobody watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda stage, done, total: None
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def say(stage: str, done: int, total: int) -> None:
            bar.update(task, description=visible(stage), completed=done, total=total)

        yield say


def _console() -> Console:
    # A pipe gets whole lines, not lines folded at a terminal's width.
    console = Console(markup=False, highlight=False)
    return console if console.is_terminal else Console(markup=False, highlight=False, width=300)
