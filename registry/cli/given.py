# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What a command is given: a number that a database can hold, a file that memory can."""

from __future__ import annotations

from pathlib import Path

import click

from registry.errors import BadInputError
from registry.ownership.reading.nodes import LARGEST
from registry.text import visible

NUMBER = click.IntRange(1, 2**63 - 1)
"""A number that the register gave: beyond this no database counts."""

_MIB = 1024 * 1024


def read_facts_file(path: Path) -> bytes:
    """Return the bytes of a facts file; raises BadInputError for more than any has."""
    return read_given(path, LARGEST, "facts")


def read_given(path: Path, most: int, of: str) -> bytes:
    """Return the bytes of a file of at most `most` bytes; a device has no size, so they are counted as they come."""
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        msg = f"{visible(path.name)} is larger than {most // _MIB} MiB; that is no file of {of}"
        raise BadInputError(msg)
    return data
