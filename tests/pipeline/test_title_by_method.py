# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Title where the methods name different changes for a line: each is determined, and the worst counts (rule 2)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from registry.exports.titles import file_titles
from registry.ownership.answers import Determination, Flag, Mend, State, Weak
from registry.pipeline.behind import behind
from registry.pipeline.facts import import_facts
from registry.pipeline.owned import Run
from registry.pipeline.ownership import answers
from registry.pipeline.planning import closing_plan
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register
from registry.pipeline.runs import why
from registry.provenance import service as provenance
from registry.provenance.bulk import Kind, Ruling
from registry.provenance.snapshot import Method
from tests.builders import Repository, new_repository
from tests.pipeline.stating import FACTS
from tests.running import harvest, register, run

BO = "Bo Eksempel <bo@example.org>"
ALMA = "Alma Eksempel <alma@example.org>"
ALL = Wish(others=(Method.WHITE_SPACE, Method.MOVED_AND_COPIED))
EARLY = "1300000000 +0000"  # 2011-03-13
LATE = "1500000000 +0000"  # 2017-07-14
TODAY = date(2026, 1, 1)
BEFORE = b"def f():\n    return 1\n"
AFTER = b"def f():\n\treturn 1\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository in the folder that is harvested."""
    return new_repository(tmp_path / "in" / "havn+kaj")


@contextmanager
def harvested(tmp_path: Path, wish: Wish = ALL) -> Iterator[Register]:
    """Harvest the folder into a register of its own."""
    harvest(tmp_path / "data", tmp_path / "in", wish)
    with register(tmp_path / "data") as opened:
        yield opened


def runs(opened: Register, path: str = "a.py", as_of: date = TODAY) -> tuple[Run, ...]:
    """Return the runs of a file."""
    with opened.sessions() as session:
        return why(session, 1, path, None, as_of)


def answer(one: Run) -> Determination:
    """Return the answer for a run that has one."""
    assert one.answer is not None
    return one.answer


def reindented(repository: Repository, first: str, then: str) -> None:
    """Let one write two lines, and another give the second of them another indent."""
    repository.commit({"a.py": BEFORE}, author=first, date=EARLY)
    repository.commit({"a.py": AFTER}, author=then, date=LATE)


def test_the_worst_of_what_the_methods_name_counts(repository: Repository, tmp_path: Path) -> None:
    """Alma gave a line of Bo's another indent: by her last change it would be likely; by his it is unknown."""
    reindented(repository, BO, ALMA)
    with harvested(tmp_path) as opened:
        import_facts(opened, FACTS)
        first, second = runs(opened)
    assert (answer(first).state, first.candidates) == (State.UNKNOWN, ())
    assert answer(second).state is State.UNKNOWN
    assert Flag.METHOD_DECIDES in answer(second).flags
    assert [(one.authors, one.answer and one.answer.state) for one in second.candidates] == [
        (("Alma Eksempel",), State.CLAIMED),
        (("Bo Eksempel",), State.UNKNOWN),
    ]


def test_a_better_answer_of_another_method_improves_nothing(repository: Repository, tmp_path: Path) -> None:
    """Bo gave a line of Alma's another indent: that she wrote it first does not make his change hers."""
    reindented(repository, ALMA, BO)
    with harvested(tmp_path) as opened:
        import_facts(opened, FACTS)
        states = [answer(one).state for one in runs(opened)]
    assert states == [State.CLAIMED, State.UNKNOWN]


def test_looked_at_by_one_method_nothing_is_said_of_others(repository: Repository, tmp_path: Path) -> None:
    """Without the other methods the last change of a line counts, and no answer claims to depend on them."""
    reindented(repository, BO, ALMA)
    with harvested(tmp_path, Wish()) as opened:
        import_facts(opened, FACTS)
        second = runs(opened)[1]
    assert (answer(second).state, answer(second).flags, second.candidates) == (
        State.CLAIMED,
        (Flag.MORAL_RIGHTS,),
        (),
    )


def test_shares_count_such_lines_once_and_say_how_many(repository: Repository, tmp_path: Path) -> None:
    """Every line stands in one state, and the answer tells how many depend on the method."""
    reindented(repository, BO, ALMA)
    with harvested(tmp_path) as opened, opened.sessions() as session:
        import_facts(opened, FACTS)
        found = answers(session, 1, TODAY)
    assert (dict(found.states), found.by_method) == ({State.UNKNOWN: 2}, 1)


def test_a_plan_asks_for_what_every_method_makes_needful(repository: Repository, tmp_path: Path) -> None:
    """The line is documented only when both Alma's and Bo's chains are: one row holds the papers of both."""
    reindented(repository, BO, ALMA)
    told = FACTS.replace(
        b"identities:\n", b"identities:\n  - {email: bo@example.org, person: bo, basis: confirmed}\n"
    )
    told = told.replace(
        b"engagements:\n",
        b"engagements:\n  - {person: bo, party: kaj, kind: consultant, from: 2010-01-01, basis: confirmed}\n",
    )
    with harvested(tmp_path) as opened, opened.sessions() as session:
        import_facts(opened, told)
        plan = closing_plan(session, [1], TODAY)
    papers = {(one.paper, one.by) for row in plan.rows for one in row.papers}
    assert {(Mend.ASSIGNMENT, "bo"), (Mend.ASSIGNMENT, "kaj")} <= papers
    assert (plan.rows[-1].cumulative, plan.claimable, plan.by_method) == (2, 2, 1)


def test_a_file_s_lines_are_cut_where_the_methods_differ(repository: Repository, tmp_path: Path) -> None:
    """One change wrote both lines by the main method; the title of the second alone depends on it."""
    repository.commit({"a.py": b"    return 1\n"}, author=BO, date=EARLY)
    repository.commit({"a.py": b"new = 1\n\treturn 1\n"}, author=ALMA, date=LATE)
    with harvested(tmp_path) as opened, opened.sessions() as session:
        import_facts(opened, FACTS)
        found = behind(session, 1, b"a.py", TODAY)
        files = provenance.files(session, 1, lines=True)
        exported = file_titles(session, 1, TODAY, files)[b"a.py"]
    assert found is not None
    assert [(one.count, one.behind and (one.behind.state, one.behind.by_method)) for one in found] == [
        (1, (State.CLAIMED, False)),
        (1, (State.UNKNOWN, True)),
    ]
    assert [(one.first, one.last, one.said.split(";")[0]) for one in exported.runs] == [
        (1, 1, "claimed"),
        (2, 2, "unknown"),
    ]


def test_a_past_day_knows_the_methods_of_what_stands_unchanged(
    repository: Repository, tmp_path: Path
) -> None:
    """A file that has not changed since is told by every method then, too; one that has by the main one alone."""
    repository.commit({"a.py": BEFORE, "b.py": BEFORE}, author=BO, date=EARLY)
    repository.commit({"a.py": AFTER, "b.py": AFTER}, author=ALMA, date="1310000000 +0000")
    repository.commit({"b.py": AFTER + b"more = 1\n"}, author=ALMA, date=LATE)
    with harvested(tmp_path) as opened:
        import_facts(opened, FACTS)
        then = date(2015, 1, 1)
        kept, changed = runs(opened, "a.py", then)[1], runs(opened, "b.py", then)[1]
    assert len(kept.candidates) == 2
    assert changed.candidates == ()


def test_the_command_tells_what_each_change_comes_to(repository: Repository, tmp_path: Path) -> None:
    """`ownership --path` lists the changes that may count, and `--json` their answers."""
    reindented(repository, BO, ALMA)
    with harvested(tmp_path) as opened:
        import_facts(opened, FACTS)
    told = run(tmp_path / "data", "ownership", "havn/kaj", "--path", "a.py", "--json").json
    assert [one["answer"]["state"] for one in told["runs"][1]["candidates"]] == ["claimed", "unknown"]
    assert run(tmp_path / "data", "ownership", "havn/kaj", "--json").json["by_method"] == 1
    assert "depends on the method" in run(tmp_path / "data", "ownership", "havn/kaj").out


def ruled(opened: Register, tmp_path: Path, commit: str, kind: Kind, deliverer: str = "") -> None:
    """Let a person rule on a commit, and read the repository again."""
    ruling = Ruling(commit, kind, deliverer, "Sekretariatet", "Set i sagen.", TODAY)
    with opened.sessions.begin() as session:
        provenance.rule(session, 1, ruling, datetime(2026, 1, 1, tzinfo=UTC))
    harvest(tmp_path / "data", tmp_path / "in", ALL)


@pytest.mark.parametrize("deliverer", ["kaj", "KAJ KODE APS"])
def test_whoever_is_ruled_to_have_delivered_begins_the_chain(
    repository: Repository, tmp_path: Path, deliverer: str
) -> None:
    """Named by id or name, the deliverer stands where the commit's author would, by a weak link (rule 3)."""
    commit = repository.commit({"a.py": BEFORE}, author=BO, date=EARLY)
    with harvested(tmp_path) as opened:
        import_facts(opened, FACTS)
        ruled(opened, tmp_path, commit, Kind.RELEASE_DUMP, deliverer)
        (only,) = runs(opened)
    assert (only.delivered_by, only.authors) == ("Kaj Kode ApS", ())
    assert (answer(only).state, Weak.BULK_IMPORT in answer(only).weak) == (State.CLAIMED, True)


@pytest.mark.parametrize(
    ("kind", "deliverer"), [(Kind.RELEASE_DUMP, "somebody else"), (Kind.VENDOR_DROP, "kaj")]
)
def test_a_deliverer_who_is_no_party_or_of_others_components_is_no_beginning(
    repository: Repository, tmp_path: Path, kind: Kind, deliverer: str
) -> None:
    """The commit's author stays: a name that the facts do not know, or components of others, begin no chain."""
    commit = repository.commit({"a.py": BEFORE}, author=BO, date=EARLY)
    with harvested(tmp_path) as opened:
        import_facts(opened, FACTS)
        ruled(opened, tmp_path, commit, kind, deliverer)
        (only,) = runs(opened)
    assert (only.delivered_by, only.authors) == ("", ("Bo Eksempel",))
    assert answer(only).state is State.UNKNOWN


def test_who_only_reformatted_is_a_doubtful_author(repository: Repository, tmp_path: Path) -> None:
    """A commit ruled to be reformatting created nothing: its author stands weakly for lines that are told of it."""
    commit = repository.commit({"a.py": BEFORE}, author=ALMA, date=EARLY)
    with harvested(tmp_path) as opened:
        import_facts(opened, FACTS)
        assert Weak.AUTHOR_DOUBTFUL not in answer(runs(opened)[0]).weak
        ruled(opened, tmp_path, commit, Kind.REFORMATTING)
        assert Weak.AUTHOR_DOUBTFUL in answer(runs(opened)[0]).weak
