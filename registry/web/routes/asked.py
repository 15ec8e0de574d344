# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What an address of a repository asks for: which one, which file and lines of it, on which days."""

from __future__ import annotations

import re
from dataclasses import replace

from flask import request
from sqlalchemy.orm import Session

from registry.connection import now
from registry.custody import service as custody
from registry.custody.model import Repository
from registry.errors import BadInputError, NotFoundError
from registry.provenance import service as provenance
from registry.provenance.snapshot import Snapshot
from registry.web import addresses
from registry.web.language import gettext
from registry.web.pages.dates import Dates, read_dates
from registry.web.pages.lines import Span

_LINES = re.compile(r"L?(\d{1,9})(?:-L?(\d{1,9}))?", re.ASCII)


def number_asked(key: str) -> int:
    """Return the number with which a repository's part of an address begins; raises NotFoundError."""
    number = addresses.number_of(key)
    if number is None:
        raise NotFoundError(
            gettext("The address of a repository begins with its number, as in /r/12-OWNER-NAME.")
        )
    return number


def repository_asked(session: Session, key: str) -> Repository:
    """Return the repository that an address names; raises NotFoundError."""
    return custody.repository(session, number_asked(key))


def read(session: Session, key: str) -> tuple[Repository, Snapshot]:
    """Return a repository and what was read of it last; raises NotFoundError where nothing was."""
    found = repository_asked(session, key)
    snapshot = provenance.snapshot(session, found.id)
    if snapshot is None:
        raise NotFoundError(
            gettext(
                "The content of %(repository)s has not been read, or there is none.",
                repository=found.full_name,
            )
        )
    return found, snapshot


def dates_asked(tree: Snapshot | None = None) -> Dates:
    """Return the two days that the address asks for, with the content whose lines the page is about."""
    return replace(read_dates(request.args, now().date()), tree=tree)


def path_asked(after: str) -> bytes:
    """Return the bytes of a git path as they stand in the address: they need not be UTF-8."""
    raw: str = request.environ["PATH_INFO"]
    return raw.split(after, 1)[1].encode("latin-1")


def marked(wanted: str) -> Span | None:
    """Return the lines that an address names; None where it names none."""
    if not wanted:
        return None
    match = _LINES.fullmatch(wanted)
    if match is None or int(match[1]) < 1:
        raise BadInputError(
            gettext("The address names lines in a form the register does not know; write lines=10-20.")
        )
    first, last = int(match[1]), int(match[2] or match[1])
    return Span(min(first, last), max(first, last))
