# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Growth told: the months of a main line, each with who wrote what stood there."""

from __future__ import annotations

from registry.api.shapes import growth as shapes
from registry.api.showing import shown
from registry.pipeline.grown import Grown
from registry.provenance.growth import first_day
from registry.provenance.runs import NOBODY


def month(found: Grown, place: int) -> shapes.Month:
    """Return one month; whoever had no line at its end is left out."""
    standing = {identity: lines[place] for identity, lines in found.lines.items() if lines[place]}
    return shapes.Month(
        month=first_day(found.months[place]),
        lines=sum(standing.values()),
        lines_not_attributable=standing.get(NOBODY, 0),
        written=tuple(
            shapes.Written(contributor=identity, lines=lines)
            for identity, lines in sorted(standing.items(), key=lambda one: (-one[1], one[0]))
            if identity != NOBODY
        ),
    )


def releases(found: Grown) -> tuple[shapes.Release, ...]:
    """Return the releases of a main line."""
    return tuple(
        shapes.Release(name=shown(one.name), commit=one.commit, day=one.day) for one in found.releases
    )
