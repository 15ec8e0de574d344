# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What each licence says of passing a work on under another: exact in its direction, and cited."""

from __future__ import annotations

import pytest

from registry.licences.relicensing.model import OPEN, Effect
from registry.licences.relicensing.passage import passage, rules, step_to, target_of
from registry.licences.terms.compatibility import Answer, check
from registry.licences.terms.reading import every_licence

GNU = [
    "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "LGPL-2.1-only",
    "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later",
]  # fmt: skip
EVERY = sorted(every_licence())
PAIRS = [
    # a rule of its own for each line: from, to, effect, a clause that carries it
    ("GPL-2.0-or-later", "GPL-3.0-only", Effect.INSTEAD, "9"),
    ("GPL-2.0-or-later", "GPL-2.0-only", Effect.INSTEAD, "9"),
    ("GPL-2.0-only", "GPL-3.0-only", Effect.CONSENT, "4"),
    ("GPL-3.0-or-later", "GPL-3.0-only", Effect.INSTEAD, "14"),
    ("GPL-3.0-only", "GPL-3.0-or-later", Effect.CONSENT, "10"),
    ("AGPL-3.0-or-later", "AGPL-3.0-only", Effect.INSTEAD, "14"),
    ("AGPL-3.0-only", "MPL-2.0", Effect.CONSENT, "5(c)"),
    ("LGPL-2.1-or-later", "LGPL-3.0-or-later", Effect.INSTEAD, "13"),
    ("LGPL-2.1-or-later", "GPL-3.0-or-later", Effect.INSTEAD, "3"),
    ("LGPL-2.1-only", "GPL-2.0-only", Effect.INSTEAD, "3"),
    ("LGPL-2.1-only", "GPL-2.0-or-later", Effect.PERSON, "3"),
    ("LGPL-2.1-only", "LGPL-3.0-only", Effect.CONSENT, "8"),
    ("LGPL-3.0-or-later", "LGPL-3.0-only", Effect.INSTEAD, "6"),
    ("LGPL-3.0-only", "GPL-3.0-only", Effect.INSTEAD, "2(b)"),
    ("LGPL-3.0-or-later", "GPL-3.0-or-later", Effect.PERSON, "0"),
    ("LGPL-3.0-only", "MPL-2.0", Effect.CONSENT, "2(a)"),
    ("MPL-1.1", "MPL-2.0", Effect.INSTEAD, "6.2"),
    ("MPL-1.1", "GPL-2.0-or-later", Effect.CONSENT, "1.5"),
    ("MPL-1.1", "EUPL-1.2", Effect.APART, "3.7"),
    ("EUPL-1.1", "EUPL-1.2", Effect.INSTEAD, "5 copyleft"),
    ("EUPL-1.1", "GPL-2.0-only", Effect.TOGETHER, "appendix"),
    ("EUPL-1.1", "GPL-3.0-only", Effect.PERSON, "5 compatibility"),
    ("EUPL-1.2", "GPL-3.0-only", Effect.TOGETHER, "appendix"),
    ("EUPL-1.2", "MPL-2.0", Effect.TOGETHER, "appendix"),
    ("EUPL-1.2", "EUPL-1.1", Effect.PERSON, "appendix"),
    ("EUPL-1.2", "GPL-3.0-or-later", Effect.PERSON, "appendix"),
    ("EUPL-1.2", "CC-BY-SA-3.0", Effect.PERSON, "appendix"),
    ("EUPL-1.2", "EPL-2.0", Effect.CONSENT, "5 compatibility"),
    ("EUPL-1.2", "Apache-2.0", Effect.CONSENT, "5 copyleft"),
    ("CC0-1.0", "GPL-2.0-only", Effect.WITHIN, "2"),
    ("Unlicense", "MIT", Effect.WITHIN, "dedication"),
    ("0BSD", "CC0-1.0", Effect.WITHIN, "permission"),
    ("MIT", "GPL-3.0-only", Effect.WITHIN, "notice"),
    ("BSD-3-Clause", "MPL-2.0", Effect.WITHIN, "1"),
    ("Zlib", "EUPL-1.2", Effect.WITHIN, "3"),
    ("MIT", "CC0-1.0", Effect.CONSENT, "notice"),
    ("MIT", "OFL-1.1", Effect.PERSON, "permission"),
    ("Apache-2.0", "GPL-3.0-only", Effect.WITHIN, "4"),
    ("Apache-2.0", "GPL-2.0-only", Effect.CONSENT, "3"),
    ("Apache-2.0", "GPL-2.0-or-later", Effect.PERSON, "3"),
    ("Apache-2.0", "EUPL-1.2", Effect.PERSON, "4 own terms"),
    ("Apache-2.0", "CC-BY-SA-4.0", Effect.PERSON, "3"),
    ("Unlicense", "OFL-1.1", Effect.PERSON, "permission"),
    ("Python-2.0", "MIT", Effect.WITHIN, "3"),
    ("Python-2.0", "GPL-3.0-only", Effect.PERSON, "CNRI"),
    ("MPL-2.0", "AGPL-3.0-only", Effect.TOGETHER, "3.3"),
    ("MPL-2.0", "EUPL-1.2", Effect.APART, "3.3"),
    ("MPL-2.0", "Apache-2.0", Effect.APART, "3.1"),
    ("EPL-2.0", "GPL-2.0-or-later", Effect.PERSON, "1 secondary"),
    ("EPL-2.0", "MPL-2.0", Effect.CONSENT, "3.2(a)"),
    ("CC-BY-SA-4.0", "GPL-3.0-only", Effect.TOGETHER, "3(b)(1)"),
    ("CC-BY-SA-4.0", "GPL-3.0-or-later", Effect.PERSON, "3(b)(1)"),
    ("CC-BY-SA-4.0", "MPL-2.0", Effect.CONSENT, "3(b)(1)"),
    ("CC-BY-SA-3.0", "CC-BY-SA-4.0", Effect.TOGETHER, "4(b)"),
    ("CC-BY-SA-3.0", "GPL-3.0-only", Effect.CONSENT, "4(b)"),
    ("CC-BY-4.0", "CC-BY-SA-4.0", Effect.TOGETHER, "3(a)(4)"),
    ("CC-BY-4.0", "MIT", Effect.PERSON, "3(a)(4)"),
    ("CC-BY-4.0", "CC0-1.0", Effect.CONSENT, "3(a)(1)"),
    ("CC-BY-3.0", "CC-BY-4.0", Effect.PERSON, "4(a)"),
    ("CC-BY-3.0", "MIT", Effect.CONSENT, "4(b)"),
    ("GPL-3.0-only", "AGPL-3.0-only", Effect.APART, "13"),
    ("AGPL-3.0-only", "GPL-3.0-only", Effect.APART, "13"),
    ("GPL-2.0-or-later", "AGPL-3.0-only", Effect.APART, "13"),
    ("GPL-2.0-or-later", "MPL-2.0", Effect.CONSENT, "2(b)"),
    ("LGPL-3.0-only", "AGPL-3.0-only", Effect.APART, "GPL 13"),
    ("OFL-1.1", "MIT", Effect.CONSENT, "5"),
    ("NONE", "MIT", Effect.CONSENT, "53"),
    ("MPL-2.0-no-copyleft-exception", "GPL-3.0-only", Effect.CONSENT, "1.5"),
]  # fmt: skip


@pytest.mark.parametrize(("inbound", "target", "effect", "clause"), PAIRS)
def test_a_licence_opens_or_closes_the_way_by_its_clause(
    inbound: str, target: str, effect: Effect, clause: str
) -> None:
    """Each with the clause that says so."""
    found = step_to(inbound, target)
    assert found.effect is effect
    assert clause in {one.key for one in found.clauses}


def test_every_rule_is_tried() -> None:
    """No rule of the table stands there untested."""
    used = {step_to(inbound, target).rule for inbound, target, _, _ in PAIRS}
    assert {one["key"] for one in rules()} <= used


@pytest.mark.parametrize("inbound", EVERY)
def test_every_licence_has_an_answer_for_every_other(inbound: str) -> None:
    """In both languages, with a clause of the licence's own text (which is looked up there elsewhere)."""
    for target in EVERY:
        found = step_to(inbound, target)
        assert found.why.da and found.why.en
        assert found.clauses or inbound == target


def test_whatever_is_open_can_be_combined() -> None:
    """No rule lets a work pass where OSADL, or what the licences themselves say, does not plainly allow it."""
    open_pairs = [(i, t) for i in EVERY for t in EVERY if t != "NONE" and step_to(i, t).effect in OPEN]
    doubted = [pair for pair in open_pairs if check(pair[1], pair[0]).answer is not Answer.YES]
    assert [pair for pair in doubted if pair[0] != pair[1]] == []


@pytest.mark.parametrize("target", GNU)
def test_mpl_2_goes_to_each_secondary_licence_with_a_larger_work(target: str) -> None:
    """GPL 2, LGPL 2.1, AGPL 3 and every later version: section 1.12."""
    assert passage("MPL-2.0", target).effect is Effect.TOGETHER


@pytest.mark.parametrize("target", [one for one in EVERY if one not in {"NONE", "MPL-2.0", *GNU}])
def test_mpl_2_goes_nowhere_else(target: str) -> None:
    """A larger work on other terms leaves the file under the MPL."""
    assert passage("MPL-2.0", target).effect is Effect.APART


def test_of_a_choice_the_best_way_counts() -> None:
    """MIT OR GPL-2.0-only goes into a whole under EUPL by its MIT side."""
    found = passage("GPL-2.0-only OR MIT", "EUPL-1.2")
    assert (found.effect, [one.inbound for one in found.steps]) == (Effect.WITHIN, ["MIT"])


def test_of_what_applies_together_the_worst_counts() -> None:
    """MIT AND GPL-2.0-only needs consent for the GPL part."""
    assert passage("GPL-2.0-only AND MIT", "EUPL-1.2").effect is Effect.CONSENT


def test_a_target_with_a_choice_must_be_open_both_ways() -> None:
    """To offer a choice one must be able to give each."""
    assert passage("GPL-2.0-or-later", "GPL-3.0-only OR MPL-2.0").effect is Effect.CONSENT
    assert passage("MIT", "GPL-3.0-only OR MPL-2.0").is_open


def test_the_same_expression_needs_nothing() -> None:
    """Whatever it is."""
    assert passage("GPL-2.0-only WITH Classpath-exception-2.0", "MIT").effect is Effect.PERSON
    assert passage("MIT OR MPL-2.0", "MIT OR MPL-2.0").effect is Effect.SAME


def test_an_unheard_of_licence_and_a_long_expression_need_a_person() -> None:
    """Nothing is guessed, and nothing is spread out without end."""
    assert passage("LicenseRef-proprietary", "MIT").effect is Effect.PERSON
    assert passage(" AND ".join(f"LicenseRef-{n}" for n in range(20)), "MIT").effect is Effect.PERSON


def test_nothing_concluded_is_no_permission() -> None:
    """None is read as no licence."""
    assert passage(None, "MIT").effect is Effect.CONSENT


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("mpl-2.0", "MPL-2.0"),
        ("GPL-3.0+", "GPL-3.0-or-later"),
        ("MIT OR EUPL-1.2", "MIT OR EUPL-1.2"),
        ("NONE", None),
        ("MIT AND ISC", None),
        ("WTFPL", None),
        ("GPL-2.0-only WITH Classpath-exception-2.0", None),
        ("GPLv3", None),
        ("a" * 5000, None),
    ],
)
def test_a_target_is_a_licence_with_terms_or_a_choice_of_such(text: str, read: str | None) -> None:
    """Anything else is refused by whoever asks."""
    assert target_of(text) == read
