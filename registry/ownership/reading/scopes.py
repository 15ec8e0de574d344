# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading of scopes (`covers`), and of people named as authors."""

from __future__ import annotations

from datetime import date

import yaml

from registry.ownership.facts import Author
from registry.ownership.reading import nodes
from registry.ownership.reading.register import Seen
from registry.ownership.reading.table import Table
from registry.parties.scope import EVERYTHING, Covers
from registry.provenance.model import WorkType


def read_covers(node: yaml.Node | None, seen: Seen) -> Covers:
    """Read a scope; what is left out is not limited."""
    if node is None:
        return EVERYTHING
    table = Table(node, "covers")
    lines = table.lines_of_items("authors")
    authors, start, until = table.names("authors"), *period(table)
    for name, line in zip(authors or (), lines, strict=True):
        if "@" not in name:
            seen.natural(name, line, "authors")
    covers = Covers(
        repositories=_frozen(table.names("repositories")),
        paths=table.names("paths"),
        work_types=_work_types(table),
        authors=_frozen(
            tuple(name.lower() if "@" in name else name for name in authors) if authors else authors
        ),
        created_from=start,
        created_until=until,
        revision=table.name_or_none("revision"),
    )
    table.close()
    return covers


def period(table: Table) -> tuple[date | None, date | None]:
    """Take `created_from` and `created_until`."""
    start, until = table.day_or_none("created_from"), table.day_or_none("created_until")
    if start and until and until < start:
        raise table.mistake(
            "created_until", "expected a day no earlier than `created_from`", table.line_of("created_from")
        )
    return start, until


def read_authors(node: yaml.Node | None, field: str, seen: Seen) -> tuple[Author, ...]:
    """Read a list of authors: ids of persons, or mappings with an address or an account."""
    if node is None:
        return ()
    return tuple(_author(item, field, seen) for item in nodes.items(node, field))


def _author(node: yaml.Node, field: str, seen: Seen) -> Author:
    if not isinstance(node, yaml.MappingNode):
        return Author(person=seen.natural(nodes.text(node, field), nodes.line(node), field))
    table = Table(node, "an author")
    author = Author(
        email=table.text_or("email").lower(),
        name=table.text_or("name"),
        github_id=table.text_or("github_id"),
    )
    table.close()
    if not author.email and not author.github_id:
        raise table.mistake("email", "expected an `email` or a `github_id`")
    return author


def _work_types(table: Table) -> frozenset[str] | None:
    line = table.line_of("work_types")
    names = table.names("work_types")
    for name in names or ():
        if name not in set(WorkType):
            expected = f"expected some of {', '.join(WorkType)}, found `{name}`"
            raise table.mistake("work_types", expected, line)
    return _frozen(names)


def _frozen(names: tuple[str, ...] | None) -> frozenset[str] | None:
    return None if names is None else frozenset(names)
