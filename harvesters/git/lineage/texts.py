# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Texts: the lines of the result themselves. What git blame looks for elsewhere is the text of the newest version."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping

from harvesters.git.lineage.blobs import Blobs

_LINE_END = re.compile(rb"\n")


class Texts:
    """The files of a result, by the first target of each."""

    def __init__(self, blobs: Blobs, files: Mapping[int, bytes]) -> None:
        self._blobs = blobs
        self._starts = sorted(files)
        self._oids = [files[start] for start in self._starts]
        self._places: dict[int, array[int]] = {}

    def passage(self, target: int, count: int) -> bytes | None:
        """Return so many lines from a target on; None when the file cannot be read."""
        number = bisect_right(self._starts, target) - 1
        data = self._blobs.get(self._oids[number])
        if data is None:
            return None
        if number not in self._places:
            places = array("I", [0, *(found.end() for found in _LINE_END.finditer(data))])
            places.append(len(data))
            self._places[number] = places
        first = target - self._starts[number]
        places = self._places[number]
        return data[places[first] : places[first + count]]
