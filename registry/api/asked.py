# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What a call asks for: the parameters of each address, as they are allowed to be. Anything else is refused."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from registry.api.paging import CURSOR, said
from registry.api.words import MOST, USUAL
from registry.custody.model import CustodyLight
from registry.licences.model import Light, Reason
from registry.licences.terms.model import Use
from registry.ownership.answers import State
from registry.ownership.telling import Language
from registry.pipeline.relicensing import Outcome
from registry.provenance.snapshot import Skip
from registry.text import path_bytes

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,9}")
LINES = r"^[1-9][0-9]{0,8}(-[1-9][0-9]{0,8})?$"


def _whole(value: object) -> object:
    # pydantic would take "1_0" and "5.0" for numbers, too
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise ValueError(value)
    return value


def _day(value: object) -> object:
    # pydantic would take seconds since 1970 for a day, too
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError(value)
    return value


# no database holds a NUL
Text = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
Day = Annotated[date, BeforeValidator(_day)]
Whole = Annotated[int, Field(ge=1, le=MOST), BeforeValidator(_whole)]


class Nothing(BaseModel):
    """An address without parameters."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Paged(Nothing):
    """A list, read from a place on."""

    limit: Whole = Field(USUAL, description="How many members at most.")
    cursor: Annotated[str, Field(pattern=CURSOR)] | SkipJsonSchema[None] = Field(
        None, description="Where to read on: from the `next` of the answer before."
    )


class RepositoriesAsked(Paged):
    """Which repositories."""

    q: Text | SkipJsonSchema[None] = Field(None, description="Words that the name holds, in any case.")
    name: Text | SkipJsonSchema[None] = Field(None, description="The name now, OWNER/NAME.")
    organisation: Text | SkipJsonSchema[None] = Field(None, description="The login that it lies under.")
    product: Text | SkipJsonSchema[None] = Field(None, description="The slug of the product it is part of.")
    custody: CustodyLight | SkipJsonSchema[None] = Field(None, description="The light of custody.")
    licence: Light | SkipJsonSchema[None] = Field(None, description="The light of the licence.")
    reason: Reason | SkipJsonSchema[None] = Field(None, description="Why the licence's light is what it is.")


class FilesAsked(Paged):
    """Which files."""

    left_out: Skip | SkipJsonSchema[None] = Field(None, description="Only those left out for this reason.")


class PathAsked(Paged):
    """Which file, and which of its lines."""

    path: Annotated[str, Field(min_length=1, max_length=4096)] = Field(
        description="The file's path; bytes that are no UTF-8 stand as they are, percent-encoded."
    )


class Dated(Nothing):
    """The two days of an answer on title."""

    as_of: Day | SkipJsonSchema[None] = Field(
        None, description="The day by which acts must have had effect; today where nothing is said."
    )
    known: Day | SkipJsonSchema[None] = Field(
        None, description="The day by which it must have been recorded; now where nothing is said."
    )


class DatedFiles(Dated, Paged):
    """Which files, as of which days."""

    state: State | SkipJsonSchema[None] = Field(None, description="Only files with lines of this state.")


class RelicensingAsked(Dated, Paged):
    """Which licence to go to, and which files."""

    to: Text = Field(
        description="The licence to go to: one with written terms, or a choice (A OR B) of such."
    )
    outcome: Outcome | SkipJsonSchema[None] = Field(None, description="Only files of which this becomes.")


class DatedLines(Dated, PathAsked):
    """Which lines of which file, as of which days."""

    lines: Annotated[str, Field(pattern=LINES)] | SkipJsonSchema[None] = Field(
        None, description="Only these lines: 10 or 10-20."
    )


class UseAsked(Nothing):
    """Which use."""

    use: Use | SkipJsonSchema[None] = Field(
        None, description="Only this use; all of them where nothing is said."
    )


class ExpressionAsked(UseAsked):
    """Which licence expression, and which use."""

    expression: Text = Field(description="An SPDX expression, or NONE for no licence at all.")


class CombinationAsked(Nothing):
    """Which two licences, and which way."""

    inbound: Text = Field(description="The licence of the code that is to go in.")
    outbound: Text = Field(description="The licence under which the whole is to be passed on.")


class LogAsked(Paged):
    """Which entries of the log."""

    about: Text | SkipJsonSchema[None] = Field(None, description="Only entries about this: repository/12.")


class BadgeAsked(Nothing):
    """Which language; a README's reader cannot choose by Accept-Language."""

    language: Language | SkipJsonSchema[None] = Field(None, description="The language of the badge.")


def path_asked() -> bytes:
    """Return the bytes of the path that the address asks for: git's paths need not be UTF-8."""
    return path_bytes(dict(said())["path"])


def lines_asked(lines: str | None) -> tuple[int, int] | None:
    """Return the first and the last line asked for; None where all are."""
    if lines is None:
        return None
    first, _, last = lines.partition("-")
    numbers = int(first), int(last or first)
    return min(numbers), max(numbers)
