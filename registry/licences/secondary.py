# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Secondary licences: the notice by which a file under MPL-2.0 is kept from GNU's licences (s. 1.5(a), Exhibit B).

It says more than the licence's name: SPDX calls such a file MPL-2.0-no-copyleft-exception, whatever its tag says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from registry.licences.model import Kind, Source, shortened
from registry.licences.reading import in_string

OPEN, CLOSED = "MPL-2.0", "MPL-2.0-no-copyleft-exception"
_SIGNS = str.maketrans(dict.fromkeys("\"“”'‘’&;", " "))
_NOTICE = re.compile(r"source code form is (?:quot )?incompatible with secondary licenses")
_LINES = 4  # over which a notice may run
_BEFORE = 4  # lines: the licence's own text has the notice under the heading of its exhibit


def notice_sources(path: bytes, head: Sequence[tuple[int, str]], kind: Kind) -> Iterator[Source]:
    """Yield the notice, if the head (line from 1, text without comment marks) has it as its own words."""
    for index, (number, line) in enumerate(head):
        place = line.lower().find("source code form")
        if place < 0 or in_string(line, place):
            continue
        found = _NOTICE.search(_plain(head[index : index + _LINES]))
        if found is None or found.start() > len(line):
            continue
        if "exhibit b" not in _plain(head[max(0, index - _BEFORE) : index + 1]):
            text = " ".join(each for _, each in head[index : index + _LINES])
            yield Source(kind, path, number, CLOSED, shortened(text))
            return


def narrows(one: Source, other: Source) -> bool:
    """Whether one of two statements is the notice, and the other names the licence that it narrows.

    What two files say of themselves in their heads stands side by side: one is open, the other is not.
    """
    named = {one.expression, other.expression} == {OPEN, CLOSED}
    return named and (one.path == other.path or not one.kind is other.kind is Kind.HEADER)


def _plain(lines: Sequence[tuple[int, str]]) -> str:
    return " ".join(" ".join(line for _, line in lines).translate(_SIGNS).lower().split())
