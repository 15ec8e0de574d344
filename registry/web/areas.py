# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An area: amounts through time, stacked on each other, drawn as SVG beside a table of the same figures.

An amount holds from its month until the next one that is told: the edge is a stair, nothing is made up between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 1000
HEIGHT = 400
_MOST_LABELS = 14
_MOST_ON_A_PHONE = 5
_MARK = 12


@dataclass(frozen=True)
class Layer:
    """One part of the whole at each month: what it is, its tone and the link behind it."""

    label: str
    tone: str
    amounts: Sequence[int]
    href: str = ""


@dataclass(frozen=True)
class Drawn:
    """A layer as the points of a polygon, with its amount at the end."""

    label: str
    tone: str
    href: str
    points: str
    last: int


@dataclass(frozen=True)
class Label:
    """A word at an edge; a minor one falls away where there is little room."""

    text: str
    place: float
    minor: bool


@dataclass(frozen=True)
class Area:
    """The whole: layers from below, years along the foot, amounts up the side, marks along the top."""

    title: str
    description: str
    layers: tuple[Drawn, ...]
    years: tuple[Label, ...]
    heights: tuple[tuple[int, float], ...]
    marks: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class Time:
    """The months along the foot (since the year 0, rising), those that are marked, and the last one."""

    months: Sequence[int]
    marked: Sequence[int]
    last: int


def area(title: str, description: str, layers: Sequence[Layer], time: Time) -> Area:
    """Lay layers over each other, the first one at the foot."""
    first, span = time.months[0], max(1, time.last + 1 - time.months[0])
    highest = max(1, *map(sum, zip(*(layer.amounts for layer in layers), strict=True)))
    across = [round((month - first) * WIDTH / span, 1) for month in (*time.months, time.last + 1)]
    below = [0] * len(time.months)
    drawn = []
    for layer in layers:
        above = [one + other for one, other in zip(below, layer.amounts, strict=True)]
        points = _points(across, below, above, highest)
        drawn.append(Drawn(layer.label, layer.tone, layer.href, points, layer.amounts[-1]))
        below = above
    return Area(
        title=title,
        description=description,
        layers=tuple(drawn),
        years=_years(first, time.last, span),
        heights=tuple((at, _height(at, highest)) for at in _round(highest)),
        marks=_marks(sorted({round((month - first + 0.5) * WIDTH / span, 1) for month in time.marked})),
    )


def _points(across: Sequence[float], below: Sequence[int], above: Sequence[int], highest: int) -> str:
    there = [(x, y) for at, y in enumerate(above) for x in across[at : at + 2]]
    back = [(x, y) for at, y in enumerate(below) for x in across[at : at + 2]][::-1]
    return " ".join(f"{x:g},{_height(y, highest):g}" for x, y in (*there, *back))


def _height(amount: int, highest: int) -> float:
    return round(HEIGHT * (1 - amount / highest), 1)


def _round(highest: int) -> list[int]:
    """Return two or three round amounts below the highest."""
    step = 1
    while step * 10 <= highest:
        step *= 10
    step = next(one for one in (step // 5, step // 2, step, 2 * step, 5 * step) if one and highest / one < 5)
    return [at for at in range(step, highest + 1, step) if at < highest * 0.97]


def _years(first: int, last: int, span: int) -> tuple[Label, ...]:
    """Return the beginnings of years, thinned out where they are many."""
    years = list(range(-(-first // 12), last // 12 + 1))
    every, on_a_phone = -(-len(years) // _MOST_LABELS) or 1, -(-len(years) // _MOST_ON_A_PHONE) or 1
    return tuple(
        Label(str(year), round((year * 12 - first) * WIDTH / span, 1), at % on_a_phone != 0)
        for at, year in enumerate(years)
        if at % every == 0 or at % on_a_phone == 0
    )


def _marks(places: Sequence[float]) -> str:
    return " ".join(f"M{place:g} 0v{_MARK}" for place in places)
