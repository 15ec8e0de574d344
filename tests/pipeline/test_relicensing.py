# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Relicensing of a harvested repository: file by file, whose consent, whose not, and what a refusal costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, combinations
from pathlib import Path

import pytest

from registry.licences.relicensing.model import Effect, Passage
from registry.ownership.consent import Need
from registry.pipeline.facts import import_facts
from registry.pipeline.refusal import joined, matching, refusal, to_rewrite
from registry.pipeline.register import Register
from registry.pipeline.relicensing import FilePassage, Outcome, Relicensing, outcome_of, relicensing
from tests.builders import Repository, new_repository
from tests.pipeline.stating import FACTS, HEAD, PEOPLE
from tests.running import harvest, register, run

TODAY = date(2026, 1, 1)
BO = "Bo Eksempel <bo@example.org>"
CAJ = "Caj Eksempel <caj@example.net>"
EARLY, LATE = "1300000000 +0000", "1500000000 +0000"  # 2011-03-13, 2017-07-14
# REUSE-IgnoreStart
HEADERS = {
    one: b"# SPDX-License-Identifier: %s\n" % one.encode() for one in ("MPL-2.0", "MIT", "GPL-2.0-only")
}
# REUSE-IgnoreEnd
RIGHTS = b"""    rights: {assigns: true, all_uses: true, exclusive: true, perpetual: true, relicense: true}
"""
WITH_BO = HEAD % b"proeve" + PEOPLE.replace(
    b"identities:",
    b"""  - {person: bo, party: havn, kind: volunteer, from: 2010-01-01, basis: confirmed}
identities:
  - {email: bo@example.org, person: bo, basis: confirmed}""",
)


def build(repository: Repository) -> None:
    """Write files under three licences and under none, by Alma, Bo and a stranger; and a foreign part."""
    repository.commit(
        {
            "mpl.py": HEADERS["MPL-2.0"] + b"a = 1\n",
            "gpl.py": HEADERS["GPL-2.0-only"] + b"a = 1\nb = 2\n",
            "none.py": b"c = 1\n",
            "node_modules/other/package.json": b'{"name": "other", "license": "MIT"}',
            "node_modules/other/code.js": b"var x = 1;\n",
        },
        date=EARLY,
    )
    repository.commit(
        {
            "gpl.py": HEADERS["GPL-2.0-only"] + b"a = 1\nbo = 2\n",
            "bo.py": HEADERS["GPL-2.0-only"] + b"d = 1\n",
        },
        author=BO,
        date=LATE,
    )
    repository.commit({"caj.py": b"e = 1\n", "mit.py": HEADERS["MIT"] + b"f = 1\n"}, author=CAJ, date=LATE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the mirror of havn/kaj."""
    place = tmp_path_factory.mktemp("relicensing")
    build(new_repository(place / "in" / "havn+kaj"))
    return place


@pytest.fixture
def havn(folder: Path, tmp_path: Path) -> Iterator[Register]:
    """A register into which havn/kaj was harvested; no facts yet."""
    with register(tmp_path / "data") as opened:
        harvest(tmp_path / "data", folder / "in")
        yield opened


def found(opened: Register, target: str) -> Relicensing:
    """Return the answer for the one repository."""
    with opened.sessions() as session:
        return relicensing(session, 1, target, TODAY)


def outcomes(opened: Register, target: str) -> dict[str, str]:
    """Return the outcome of each file."""
    return {one.path: one.outcome for one in found(opened, target).files}


def row(opened: Register, path: str, target: str = "EUPL-1.2") -> FilePassage:
    """Return one file."""
    return next(one for one in found(opened, target).files if one.path == path)


def test_without_facts_only_licences_answer(havn: Register) -> None:
    """The licence's own permission needs no title; everything else needs somebody unknown."""
    assert outcomes(havn, "GPL-3.0-only") == {
        "bo.py": Outcome.UNKNOWN,
        "caj.py": Outcome.UNKNOWN,
        "gpl.py": Outcome.UNKNOWN,
        "mit.py": Outcome.LICENCE,
        "mpl.py": Outcome.LICENCE,
        "node_modules/other/code.js": Outcome.THIRD_PARTY,
        "node_modules/other/package.json": Outcome.THIRD_PARTY,
        "none.py": Outcome.UNKNOWN,
    }
    assert not found(havn, "GPL-3.0-only").assessed


def test_holders_are_named_where_the_licence_does_not_open_the_way(havn: Register) -> None:
    """Alma's employer and Bo hold; of the stranger nothing is known."""
    import_facts(havn, WITH_BO)
    assert row(havn, "none.py").of == {"kaj": 1}
    assert row(havn, "gpl.py").of == {"kaj": 2, "bo": 1}
    assert row(havn, "gpl.py").outcome is Outcome.CONSENT
    assert row(havn, "caj.py").unknown == 1


def test_a_title_with_the_right_to_relicense_leaves_it_to_the_association(havn: Register) -> None:
    """Unproven while nobody has seen the paper."""
    import_facts(havn, FACTS)
    assert row(havn, "none.py").outcome is Outcome.UNPROVEN
    assert row(havn, "none.py").of == {}


def test_a_title_without_that_right_asks_the_giver(havn: Register) -> None:
    """The paper is named as the limit."""
    paper = FACTS.replace(b"    rights: full\n", RIGHTS.replace(b", relicense: true", b""))
    import_facts(havn, paper)
    assert (row(havn, "none.py").outcome, row(havn, "none.py").limits) == (Outcome.CONSENT, ("gave",))
    assert row(havn, "none.py").of == {"kaj": 1}


def test_a_permission_rests_on_what_the_file_says(havn: Register) -> None:
    """Where no paper shows that the holders gave it under that licence, the answer says so."""
    import_facts(havn, WITH_BO)
    assert row(havn, "mpl.py", "AGPL-3.0-only").assumed
    assert row(havn, "mpl.py", "AGPL-3.0-only").outcome is Outcome.LICENCE


def test_own_lines_among_those_of_others_depend_on_them(havn: Register) -> None:
    """The association's lines in a file that Bo wrote in, too."""
    import_facts(havn, FACTS)
    assert row(havn, "gpl.py").depends_on
    assert not row(havn, "none.py").depends_on


def test_a_refusal_names_the_files_and_their_lines_exactly(havn: Register) -> None:
    """Bo's file, and his one line of Alma's."""
    import_facts(havn, WITH_BO)
    with havn.sessions() as session:
        refused = refusal(session, relicensing(session, 1, "EUPL-1.2", TODAY), {"bo"})
    assert [(one.path, one.lines, one.of, one.spans) for one in refused.files] == [
        ("bo.py", 2, 2, ((1, 2),)),
        ("gpl.py", 1, 3, ((3, 3),)),
    ]
    assert (refused.lines, refused.unclear, refused.left) == (3, 1, 1)


@pytest.mark.parametrize("party", ["bo", "kaj"])
def test_the_set_to_rewrite_is_the_smallest_that_does(havn: Register, party: str) -> None:
    """Of all sets of files, no smaller one leaves nothing that needs the agreement of whoever refuses."""
    import_facts(havn, WITH_BO)
    files = found(havn, "EUPL-1.2").files
    enough = [
        kept
        for kept in chain.from_iterable(combinations(files, size) for size in range(len(files) + 1))
        if not any(party in one.of for one in files if one not in kept)
    ]
    smallest = min(map(len, enough))
    assert [kept for kept in enough if len(kept) == smallest] == [to_rewrite(files, {party})]


def test_whoever_refuses_is_found_by_id_or_whole_name(havn: Register) -> None:
    """And nobody by a part of it."""
    import_facts(havn, WITH_BO)
    answer = found(havn, "EUPL-1.2")
    assert matching(answer, "Bo Eksempel") == matching(answer, "bo") == "bo"
    assert matching(answer, "Eksempel") is None


def test_an_mpl_file_with_exhibit_b_is_closed_to_the_gpl(tmp_path: Path) -> None:
    """By the notice in its own head; its neighbour without the notice is open."""
    head = (
        b"/* This Source Code Form is subject to the terms of the Mozilla Public\n"
        b" * License, v. 2.0. If a copy of the MPL was not distributed with this\n"
        b" * file, You can obtain one at https://mozilla.org/MPL/2.0/. */\n"
    )
    notice = (
        b'/* This Source Code Form is "Incompatible With Secondary Licenses", as\n'
        b" * defined by the Mozilla Public License, v. 2.0. */\n"
    )
    git = new_repository(tmp_path / "in" / "havn+kaj")
    git.commit({"open.js": head + b"let a;\n", "closed.js": head + notice + b"let b;\n"}, date=EARLY)
    with register(tmp_path / "data") as opened:
        harvest(tmp_path / "data", tmp_path / "in")
        rows = {one.path: one for one in found(opened, "GPL-3.0-only").files}
    assert rows["open.js"].outcome is Outcome.LICENCE
    assert rows["closed.js"].outcome is Outcome.UNKNOWN
    assert rows["closed.js"].passage.steps[0].rule == "mpl2_incompatible"


def test_spans_that_touch_are_one() -> None:
    """Rising spans only."""
    assert joined([(1, 2), (3, 3), (7, 9)]) == ((1, 3), (7, 9))
    assert joined([]) == ()


@pytest.mark.parametrize(
    ("effect", "needs", "outcome"),
    [
        (Effect.CONSENT, {Need.OWN}, Outcome.OWN),
        (Effect.TOGETHER, {Need.OWN, Need.FREE}, Outcome.OWN),
        (Effect.TOGETHER, {Need.OWN, Need.CONSENT}, Outcome.LICENCE),
        (Effect.SAME, {Need.UNKNOWN}, Outcome.SAME),
        (Effect.PERSON, {Need.CONSENT}, Outcome.PERSON),
        (Effect.APART, {Need.CONSENT, Need.UNKNOWN}, Outcome.UNKNOWN),
        (Effect.CONSENT, {Need.CONSENT, Need.DISPUTED}, Outcome.PERSON),
        (Effect.CONSENT, {Need.UNPROVEN}, Outcome.UNPROVEN),
        (Effect.CONSENT, {Need.FREE}, Outcome.FREE),
        (Effect.SAME, {Need.THIRD_PARTY}, Outcome.THIRD_PARTY),
    ],
)
def test_the_hardest_need_decides_what_the_licence_leaves_open(
    effect: Effect, needs: set[Need], outcome: Outcome
) -> None:
    """A holder decides whatever the licence says; else the licence first, and then the worst of its lines."""
    assert outcome_of(Passage("x", "y", effect, ()), needs) is outcome


def test_the_command_tells_outcomes_consents_and_a_refusal(havn: Register, tmp_path: Path) -> None:
    """In words and as JSON."""
    import_facts(havn, WITH_BO)
    ran = run(tmp_path / "data", "relicense", "havn/kaj", "--to", "eupl-1.2", "--refuses", "Bo Eksempel")
    assert ran.code == 0, ran.err
    assert "under EUPL-1.2, as of" in ran.out and "2 files to rewrite" in ran.out
    told = run(
        tmp_path / "data", "relicense", "havn/kaj", "--to", "EUPL-1.2", "--json", "--refuses", "bo"
    ).json
    assert told["refusal"]["files"][1]["spans"] == [[3, 3]]
    assert {one["id"] for one in told["consent_of"]} == {"bo", "kaj"}
    assert all(one["rules"][0] in told["rules"] for one in told["files"])


def test_the_command_answers_for_a_product(havn: Register, tmp_path: Path) -> None:
    """Each of its repositories that was read, on its own."""
    data = tmp_path / "data"
    assert run(data, "products", "state", "kaj", "--name-da", "Kaj", "--name-en", "Quay").code == 0
    assert run(data, "products", "add", "kaj", "havn/kaj").code == 0
    told = run(data, "relicense", "--product", "kaj", "--to", "MIT OR MPL-2.0", "--json").json
    assert (told["repository"], told["target"]) == ("havn/kaj", "MIT OR MPL-2.0")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("havn/kaj", "--to", "GPLv3"), "is no licence that the register has terms for"),
        (("--to", "MIT"), "name one repository, or a product"),
        (("havn/kaj", "--to", "MIT", "--refuses", "x\x1b[31m"), "is nobody whose consent is needed"),
        (("havn/findes-ikke", "--to", "MIT"), "findes-ikke"),
    ],
)
def test_bad_input_gets_one_sentence(
    havn: Register, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    """What is wrong, and what to write instead."""
    ran = run(tmp_path / "data", "relicense", *arguments)
    assert ran.code == 1
    assert sentence in ran.err and ran.err.count("\n") == 1 and "\x1b" not in ran.err
