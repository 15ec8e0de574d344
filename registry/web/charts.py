# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A chart: figures as rectangles, drawn as SVG beside a table of the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import squarify

WIDTH = 1000
HEIGHT = 420
# below this a rectangle holds no readable word
_WORD_WIDTH, _WORD_HEIGHT, _LETTER = 60, 26, 9.5


@dataclass(frozen=True)
class Part:
    """One part of a whole: what it is, how much, its tone and the link behind it; x and width in percent."""

    label: str
    amount: int
    tone: str
    href: str = ""
    share: float = 0.0
    x: float = 0.0
    width: float = 0.0


@dataclass(frozen=True)
class Bar:
    """A whole as one line, its parts side by side; `words` say in short what the line shows."""

    title: str
    total: int
    parts: tuple[Part, ...]
    words: str = ""


@dataclass(frozen=True)
class Box:
    """One rectangle of a treemap."""

    label: str
    shown: str
    amount: int
    share: float
    tone: str
    href: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Treemap:
    """A whole as an area, its parts as rectangles, largest first."""

    title: str
    description: str
    total: int
    boxes: tuple[Box, ...]
    width: int = WIDTH
    height: int = HEIGHT


def bar(title: str, parts: Sequence[Part]) -> Bar:
    """Lay parts side by side; parts of nothing are kept in the table and take no room in the line."""
    total = sum(part.amount for part in parts)
    laid: list[Part] = []
    x = 0.0
    for part in parts:
        share = part.amount / total if total else 0.0
        laid.append(
            Part(part.label, part.amount, part.tone, part.href, share, round(x, 3), round(100 * share, 3))
        )
        x += 100 * share
    return Bar(title, total, tuple(laid))


def treemap(title: str, description: str, parts: Sequence[Part]) -> Treemap:
    """Lay parts out as rectangles as square as can be (Bruls, Huizing, van Wijk); parts of nothing fall away."""
    ordered = sorted((part for part in parts if part.amount > 0), key=lambda part: (-part.amount, part.label))
    total = sum(part.amount for part in ordered)
    areas = squarify.normalize_sizes([part.amount for part in ordered], WIDTH, HEIGHT)
    places = squarify.squarify(areas, 0, 0, WIDTH, HEIGHT)
    boxes = tuple(_box(part, place, total) for part, place in zip(ordered, places, strict=True))
    return Treemap(title, description, total, boxes)


def _box(part: Part, place: dict[str, float], total: int) -> Box:
    width, height = place["dx"], place["dy"]
    return Box(
        label=part.label,
        shown=_fitting(part.label, width, height),
        amount=part.amount,
        share=part.amount / total,
        tone=part.tone,
        href=part.href,
        x=round(place["x"], 2),
        y=round(place["y"], 2),
        width=round(width, 2),
        height=round(height, 2),
    )


def _fitting(label: str, width: float, height: float) -> str:
    if width < _WORD_WIDTH or height < _WORD_HEIGHT:
        return ""
    room = int((width - 12) / _LETTER)
    return label if len(label) <= room else label[: max(room - 1, 1)] + "…"
