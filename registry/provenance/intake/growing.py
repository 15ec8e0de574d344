# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Growing: what months change is gathered by path until it is known what the paths count as, and kept by month."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy.orm import Session

from registry.provenance.growth import Change, Month, pack_change, unpack_change
from registry.provenance.records import GrowthRow
from registry.provenance.runs import Pair

_COMMIT = 40  # bits of a commit's number, behind that of its path
_NUMBER = (1 << _COMMIT) - 1


class Growing:
    """The lines that each month changes by path and commit, in 16 bytes each. Months come in their order."""

    def __init__(self) -> None:
        self._months: list[tuple[Month, array[int]]] = []
        self._month: Month = -1
        self._now: dict[int, int] = {}

    def add(self, month: Month, path: int, runs: Iterable[Pair], sign: int) -> None:
        """Count lines of a path, given by its number, as gained (1) or lost (-1)."""
        if month != self._month:
            self._close()
            self._month = month
        now, base = self._now, path << _COMMIT
        for lines, commit in runs:
            now[base | commit] = now.get(base | commit, 0) + sign * lines

    def by_month(self, kinds: Sequence[str | None]) -> Iterator[tuple[Month, Change]]:
        """Yield what each month changes; a path, by its number, counts as `kinds` says, or not at all."""
        self._close()
        for month, flat in self._months:
            change: Change = Counter()
            for key, lines in zip(flat[::2], flat[1::2], strict=True):
                if (kind := kinds[key >> _COMMIT]) is not None:
                    change[key & _NUMBER, kind] += lines
            yield month, change

    def _close(self) -> None:
        flat = array("q")
        for key, lines in self._now.items():
            if lines:
                flat.extend((key, lines))
        if flat:
            self._months.append((self._month, flat))
        self._now = {}


def add_growth(session: Session, repository: int, months: Iterable[tuple[Month, Change]]) -> None:
    """Add to what is kept of each month; a month in which nothing changes is not kept."""
    for month, more in months:
        row = session.get(GrowthRow, (repository, month))
        change = unpack_change(row.changes) if row else Counter()
        change.update(more)
        packed = pack_change(change)
        if row is None and packed:
            session.add(GrowthRow(repository_id=repository, month=month, changes=packed))
        elif row is not None and packed:
            row.changes = packed
        elif row is not None:
            session.delete(row)
    session.flush()
