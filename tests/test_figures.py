# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A share is written alike wherever it stands, and never as more than it is."""

from __future__ import annotations

from fractions import Fraction

import pytest

from registry.figures import percent
from registry.web.language import percent as on_a_page
from registry.web.language import speak


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (Fraction(0), "0 %"),
        (Fraction(1, 100_000), "< 0.1 %"),
        (Fraction(8451, 34401), "24.6 %"),
        (Fraction(1, 2), "50 %"),
        (Fraction(9_999, 10_000), "> 99.9 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_nothing(share: Fraction, written: str) -> None:
    """Half a line that is not proven is seen."""
    assert percent(share) == written


@pytest.mark.parametrize("share", [Fraction(n, 7_919) for n in (1, 5, 1_948, 3_960, 7_914, 7_918)])
def test_a_page_and_a_command_write_the_same(share: Fraction) -> None:
    """But for the mark and the white space of the language."""
    speak("da")
    assert on_a_page(float(share)).replace("\N{NO-BREAK SPACE}", " ") == percent(share, ",")
