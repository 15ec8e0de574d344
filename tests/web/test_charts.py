# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Charts: figures as rectangles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.web.charts import HEIGHT, WIDTH, Part, bar, treemap


@given(st.lists(st.integers(0, 10**9), max_size=40))
def test_the_boxes_of_a_map_fill_it_in_proportion(amounts: list[int]) -> None:
    """Nothing is drawn for nothing."""
    drawn = treemap("t", "d", [Part(str(place), amount, "tone-1") for place, amount in enumerate(amounts)])
    assert len(drawn.boxes) == sum(1 for amount in amounts if amount)
    for box in drawn.boxes:
        assert box.share == pytest.approx(box.amount / drawn.total)
    if drawn.boxes:
        area = sum(box.width * box.height for box in drawn.boxes)
        assert area == pytest.approx(WIDTH * HEIGHT, rel=0.05)


def test_the_parts_of_a_bar_stand_side_by_side() -> None:
    """Their widths add up to the whole."""
    drawn = bar("t", [Part("a", 1, "tone-1"), Part("b", 3, "tone-2")])
    assert [(part.x, part.width) for part in drawn.parts] == [(0.0, 25.0), (25.0, 75.0)]


def test_a_bar_of_nothing_is_no_error() -> None:
    """An empty repository has no lines."""
    assert bar("t", [Part("a", 0, "tone-1")]).total == 0
