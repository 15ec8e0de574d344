# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
# REUSE-IgnoreStart - the tests hold tags and notices of invented parties as data
"""Copyright notices: who is said to hold it, of which years."""

from __future__ import annotations

import pytest

from registry.licences.notices import notices


@pytest.mark.parametrize(
    ("line", "holder", "years"),
    [
        ("# Copyright (C) 2013  Sølvfisk, http://sf.example", "Sølvfisk, http://sf.example", (2013,)),
        ("Copyright 2011-2014 Kagefabrikken ApS. All rights reserved.", "Kagefabrikken ApS", (2011, 2014)),
        ("// © 2020 Lille Skensved Kommune", "Lille Skensved Kommune", (2020,)),
        ("# SPDX-FileCopyrightText: 2026 Sølvfisk <a@sf.example>", "Sølvfisk <a@sf.example>", (2026,)),
        ("# SPDX-FileCopyrightText: Sølvfisk", "Sølvfisk", ()),
        ("Ophavsret 2019 Kagefabrikken", "Kagefabrikken", (2019,)),
        ("(c) 2009 by Bager Bo", "Bager Bo", (2009,)),
        ('[assembly: AssemblyCopyright("Copyright © Sølvfisk A/S 2021")]', "Sølvfisk A/S", (2021,)),
    ],
)  # fmt: skip
def test_a_notice_names_its_holder_and_years(line: str, holder: str, years: tuple[int, ...]) -> None:
    """In the forms that occur."""
    (notice,) = notices(b"kage.py", [line])
    assert (notice.holder, notice.years, notice.line) == (holder, years, 1)


@pytest.mark.parametrize(
    "line",
    ["The above copyright notice shall be included", "copyright holders be liable", "(c) You must retain",
     "copyright_owner = models.TextField(default=None)", '[assembly: AssemblyCopyright("Copyright © 2023")]',
     "the Copyright Act of 2011 applies to it", "WIPO Copyright Treaty adopted on 20 December 1996, or"],
)  # fmt: skip
def test_prose_about_copyright_is_no_notice(line: str) -> None:
    """Licence texts speak of copyright without naming anyone."""
    assert notices(b"LICENSE", [line]) == ()


def test_at_most_fifty_notices_are_kept() -> None:
    """A file of ten thousand notices does not fill the register."""
    assert len(notices(b"kage.py", ["Copyright 2020 Bager Bo"] * 10_000)) == 50


# REUSE-IgnoreEnd
