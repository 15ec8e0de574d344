# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Decisions: what a person concludes, dated exceptions from the policy, and the policy check."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from registry.licences.decided import settled
from registry.licences.decisions import DecidedPart, Decision, DecisionKind
from registry.licences.model import Conclusion, Light, Reason
from registry.licences.policy_check import Point, Verdict, check
from tests.builders import new_repository
from tests.licences.builders import concluded, text_of
from tests.running import harvest, run

DAY = date(2026, 3, 1)
CODE = "print(1)\n"


def decision(
    expression: str,
    kind: DecisionKind = DecisionKind.EXCEPTION,
    last: date | None = date(2026, 12, 31),
    part: DecidedPart = DecidedPart.CODE,
) -> Decision:
    """A decision that holds from the new year of 2026."""
    return Decision(kind, part, expression, date(2026, 1, 1), last, "Udvalget, Eksempelby", "aftalt", DAY, 1)


def under(licence: str, **files: str) -> Conclusion:
    """What a small program under a licence amounts to."""
    return concluded({"LICENSE": text_of(licence), "a.py": CODE, **files})


@pytest.mark.parametrize(
    ("licence", "verdict", "points"),
    [
        ("MPL-2.0", Verdict.WITHIN, []),
        ("MIT", Verdict.WITHIN, [Point.UNDECIDED]),
        ("CC-BY-NC-4.0", Verdict.OUTSIDE, [Point.OUTSIDE]),
    ],
)
def test_the_policy(licence: str, verdict: Verdict, points: list[Point]) -> None:
    """MPL-2.0 is the policy's own, another approved licence wants a decision, any other is outside."""
    found = check(under(licence), (), DAY)
    assert (found.verdict, [one.point for one in found.findings]) == (verdict, points)


def test_documentation_alone_may_have_the_documentations_licence() -> None:
    """A tree without a program under CC-BY-SA-4.0 is within the policy."""
    found = check(concluded({"LICENSE": text_of("CC-BY-SA-4.0"), "vejledning.md": "# Vejledning"}), (), DAY)
    assert (found.verdict, found.findings) == (Verdict.WITHIN, ())


def test_a_licence_without_its_text_is_told() -> None:
    """An identifier in a manifest alone is a licence, and the text is missing."""
    found = check(concluded({"composer.json": '{"license": "MPL-2.0"}', "a.php": "<?php"}), (), DAY)
    assert [one.point for one in found.findings] == [Point.NO_TEXT]


def test_no_licence_never_passes() -> None:
    """Without a licence a repository is outside the policy, and that is what is said."""
    found = check(concluded({"a.py": CODE}), (), DAY)
    assert (found.verdict, found.findings[0].point) == (Verdict.OUTSIDE, Point.NO_LICENCE)


def test_what_contradicts_is_unclear() -> None:
    """Where nothing is concluded nothing passes, and no exception helps."""
    found = under("MPL-2.0", **{"composer.json": '{"license": "proprietary"}'})
    assert check(found, (decision("MPL-2.0"),), DAY).verdict is Verdict.UNCLEAR


def test_an_exception_holds_on_its_days_only() -> None:
    """Within its days it lets the licence differ; the day after it is told as lapsed."""
    found, exception = under("CC-BY-NC-4.0"), decision("CC-BY-NC-4.0")
    assert check(found, (exception,), date(2026, 12, 31)).verdict is Verdict.EXCEPTED
    after = check(found, (exception,), date(2027, 1, 1))
    assert (after.verdict, after.lapsed) == (Verdict.OUTSIDE, (exception,))


def test_an_exception_for_another_licence_or_part_lets_nothing_differ() -> None:
    """What was decided of the documentation says nothing of the code."""
    others = (decision("CC-BY-NC-SA-4.0"), decision("CC-BY-NC-4.0", part=DecidedPart.DOCUMENTATION))
    assert check(under("CC-BY-NC-4.0"), others, DAY).verdict is Verdict.OUTSIDE


def test_a_persons_conclusion_stands_beside_the_sources() -> None:
    """It is the conclusion, with its own reason; the contradiction stays, and the light is not green."""
    found = under("MPL-2.0", **{"composer.json": '{"license": "proprietary"}'})
    after = settled(found, (decision("MPL-2.0", DecisionKind.CONCLUSION, None),), DAY)
    assert (after.concluded, after.reason, after.light) == ("MPL-2.0", Reason.DECIDED, Light.YELLOW)
    assert after.contradictions == found.contradictions


def test_a_person_may_conclude_that_there_is_none() -> None:
    """NONE is an answer: no permission."""
    after = settled(under("MIT"), (decision("NONE", DecisionKind.CONCLUSION, None),), DAY)
    assert (after.concluded, after.reason, after.light) == (None, Reason.NONE, Light.RED)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A register with one repository whose sources contradict each other."""
    files: dict[str | bytes, Any] = {
        "LICENSE": text_of("MPL-2.0").encode(),
        "composer.json": b'{"license": "proprietary"}',
        "a.py": CODE.encode(),
    }
    new_repository(tmp_path / "git" / "kage+bageri").commit(files)
    harvest(tmp_path / "data", tmp_path / "git")
    return tmp_path / "data"


WHO = ("--by", "Udvalget, Eksempelby", "--reason", "læst den 1. marts")


def test_a_decision_is_recorded_and_read_back(data: Path) -> None:
    """The four values stand apart: a person's conclusion changes neither what is declared nor what is detected."""
    assert run(data, "decide", "kage/bageri", "--licence", "MPL-2.0", *WHO).code == 0
    told = run(data, "licences", "kage/bageri", "--json").json
    values = told["values"]
    assert [one["expression"] for one in values["declared"]] == ["LicenseRef-proprietary"]
    assert [one["expression"] for one in values["detected"]] == ["MPL-2.0"]
    assert values["concluded_by_person"]["code"]["by"] == "Udvalget, Eksempelby"
    assert values["granted"] == []
    assert (told["concluded"], told["reason"], told["contradictions"] != []) == ("MPL-2.0", "decided", True)


def test_a_decision_is_an_event_of_the_log(data: Path) -> None:
    """After it the register still verifies, and withdrawing it brings the register's own answer back."""
    run(data, "decide", "kage/bageri", "--licence", "MPL-2.0", *WHO)
    assert run(data, "verify").code == 0
    (one,) = run(data, "decide", "kage/bageri", "--json").json
    assert run(data, "decide", "kage/bageri", "--withdraw", str(one["number"]), "--json").json == []
    assert run(data, "licences", "kage/bageri", "--json").json["concluded"] is None
    assert run(data, "verify").code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--licence", "GPLv3", *WHO), "no SPDX licence expression"),
        (("--licence", "MPL-2.0", "--by", "x"), "the reason is missing"),
        (("--licence", "MPL-2.0", "--reason", "x"), "who decides is missing"),
        (("--exception", "MIT", *WHO), "needs its last day"),
        (("--exception", "MIT", "--until", "2020-01-01", *WHO), "lies before the first day"),
        (("--exception", "MIT", "--licence", "MIT", *WHO), "give one of"),
        (("--withdraw", "7"), "no decision 7"),
        (("--licence", "MPL-2.0", "--by", "x", "--reason", "cpr 010190-1234"), "CPR"),
    ],
)
def test_a_decision_that_says_too_little_is_refused(
    data: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    """One sentence says what is wrong, and nothing is recorded."""
    ran = run(data, "decide", "kage/bageri", *arguments)
    assert (ran.code, sentence in ran.err) == (1, True), ran.err
    assert run(data, "decide", "kage/bageri", "--json").json == []


FACTS = """set: licenser
asks: {party: os2, as_of: 2026-01-01}
parties:
  os2: {kind: association, name: OS2}
  firma: {kind: company, name: Eksempel ApS}
agreements:
  - {id: lic, kind: inbound_licence, assignors: [firma], assignee: os2, licence: "MPL 2.0", signed: 2020-02-01,
     covers: {repositories: [kage/bageri]}, rights: none}
"""


def test_a_registered_paper_is_what_the_owner_granted(data: Path, tmp_path: Path) -> None:
    """A licence paper that names the repository is told with its giver and day."""
    facts = tmp_path / "facts.yaml"
    facts.write_text(FACTS, encoding="utf-8")
    ran = run(data, "import", "facts", str(facts))
    assert ran.code == 0, ran.err
    (one,) = run(data, "licences", "kage/bageri", "--json").json["values"]["granted"]
    assert (one["by"], one["to"], one["expression"], one["from"]) == (
        ["Eksempel ApS"],
        "OS2",
        "MPL-2.0",
        "2020-02-01",
    )
