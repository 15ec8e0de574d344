# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Areas: amounts through time, stacked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from registry.web.areas import HEIGHT, WIDTH, Layer, Time, area

_MONTH = 24_000  # January of the year 2000


def test_the_layers_stand_on_each_other() -> None:
    """The first one at the foot, the next one on it; an amount holds until the next month that is told."""
    drawn = area("t", "d", [Layer("a", "tone-1", [1, 2]), Layer("b", "tone-2", [1, 2])], Time([0, 2], [], 3))
    foot, above = (layer.points.split() for layer in drawn.layers)
    half, quarter, all_of_it = HEIGHT / 2, HEIGHT * 0.75, HEIGHT
    assert foot[:4] == [f"0,{quarter:g}", f"500,{quarter:g}", f"500,{half:g}", f"{WIDTH},{half:g}"]
    assert foot[4:] == [f"{WIDTH},{all_of_it}", f"500,{all_of_it}", f"500,{all_of_it}", f"0,{all_of_it}"]
    assert above[:4] == [f"0,{half:g}", f"500,{half:g}", "500,0", f"{WIDTH},0"]


def test_every_release_has_a_mark_in_its_month() -> None:
    """Two of one month are one mark."""
    drawn = area(
        "t", "d", [Layer("a", "tone-1", [1])], Time([_MONTH], [_MONTH, _MONTH, _MONTH + 1], _MONTH + 9)
    )
    assert drawn.marks == "M50 0v12 M150 0v12"


@given(st.integers(0, 10**9), st.integers(12, 120_000), st.integers(0, 900))
def test_any_amount_and_any_span_can_be_drawn(amount: int, first: int, months: int) -> None:
    """Within the picture, with a handful of round amounts at its side and of years at its foot."""
    drawn = area("t", "d", [Layer("a", "tone-1", [amount])], Time([first], [first + months], first + months))
    places = [tuple(map(float, point.split(","))) for point in drawn.layers[0].points.split()]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places)
    assert len(drawn.heights) <= 5
    assert all(0 <= height <= HEIGHT for _, height in drawn.heights)
    assert len(drawn.years) <= 20
