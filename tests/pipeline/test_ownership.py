# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Ownership of harvested lines: grouped, decided once, summed in lines and files, and told for every run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from harvesters.git.command import git
from harvesters.git.model import Mirror
from harvesters.git.process import output
from registry.errors import NotFoundError
from registry.ownership.answers import Break, State, Weak
from registry.pipeline.facts import import_facts
from registry.pipeline.owned import Answers, Run
from registry.pipeline.ownership import answers, files_answered
from registry.pipeline.register import Register
from registry.pipeline.runs import why
from registry.provenance.model import WorkType
from registry.provenance.snapshot import Skip
from tests.builders import Repository, new_repository
from tests.pipeline.stating import FACTS, HEAD, PEOPLE, at
from tests.running import harvest, register, run

BO = "Bo Eksempel <bo@example.org>"
BOT = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>"
AGENT = "Claude <noreply@anthropic.com>"
EARLY = "1300000000 +0000"  # 2011-03-13
LATE = "1500000000 +0000"  # 2017-07-14
TODAY = date(2026, 1, 1)


def build(repository: Repository) -> None:
    """Write two program files, a manual, a picture, and what others made."""
    repository.commit({"a.py": b"a\nb\nc\n", "sub/b.py": b"x\ny\n"}, date=EARLY)
    repository.commit({"README.md": b"# Havn\n\nBrug den.\n"}, date=EARLY)
    repository.commit({"a.py": b"a\nb\nc\nd\n"}, author=BO, date=LATE)
    repository.commit({"bot.py": b"v = 1\n"}, author=BOT, date=LATE)
    repository.commit({"agent.py": b"v = 2\n"}, author=AGENT, date=LATE)
    repository.commit({"both.py": b"v = 3\n"}, message=f"x\n\nCo-authored-by: {AGENT}\n", date=LATE)
    repository.commit({"joint.py": b"v = 4\n"}, message=f"x\n\nCo-authored-by: {BO}\n", date=LATE)
    repository.commit({"logo.png": b"\x89PNG\r\n\x1a\n\0\0", "tom.txt": b""}, date=LATE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the mirror of havn/kaj."""
    place = tmp_path_factory.mktemp("ownership")
    build(new_repository(place / "in" / "havn+kaj"))
    return place


@pytest.fixture
def havn(folder: Path, tmp_path: Path) -> Iterator[Register]:
    """A register into which havn/kaj was harvested; no facts yet."""
    with register(tmp_path / "data") as opened:
        harvest(tmp_path / "data", folder / "in")
        yield opened


def asked(register: Register, as_of: date = TODAY, known: date | None = None) -> Answers:
    """Return the answers for the one repository."""
    with register.sessions() as session:
        return answers(session, 1, as_of, known)


def runs(register: Register, path: str, lines: tuple[int, int] | None = None) -> tuple[Run, ...]:
    """Return the runs of a file."""
    with register.sessions() as session:
        return why(session, 1, path, lines, TODAY)


def states(register: Register, path: str) -> list[tuple[int, int, State | None]]:
    """Return first line, number of lines and state of each run of a file."""
    return [(one.first, one.count, one.answer.state if one.answer else None) for one in runs(register, path)]


def test_before_any_facts_the_title_is_not_assessed(havn: Register) -> None:
    """Without papers there is no state, and no row of zeros pretends one."""
    found = asked(havn)
    assert (found.assessed, found.states) == (False, {})


def test_a_paper_about_another_repository_assesses_nothing(havn: Register) -> None:
    """Facts about people and papers that cannot concern the repository leave it not assessed."""
    import_facts(havn, HEAD % b"proeve" + PEOPLE)
    assert not asked(havn).assessed


def test_a_general_paper_assesses_where_its_giver_holds(havn: Register) -> None:
    """A paper that names no repository concerns those in which its giver's people wrote."""
    import_facts(havn, FACTS.replace(b"{repositories: [havn/kaj]}", b"{}"))
    assert asked(havn).assessed


def test_a_general_paper_by_a_stranger_assesses_nothing(havn: Register) -> None:
    """A paper that names no repository, by somebody who wrote nothing here, does not concern it."""
    stranger = FACTS.replace(b"[kaj]", b"[bo]").replace(b"{repositories: [havn/kaj]}", b"{}")
    import_facts(havn, stranger)
    assert not asked(havn).assessed


def test_code_by_an_employee_is_claimed_until_the_document_is_held(havn: Register) -> None:
    """Alma's program lines reach the association by a paper that nobody has seen: likely, not documented."""
    import_facts(havn, FACTS)
    assert states(havn, "sub/b.py") == [(1, 2, State.CLAIMED)]
    assert Weak.DOCUMENT_UNSEEN in asked(havn).weak


def test_a_manual_stays_with_the_employee(havn: Register) -> None:
    """Documentation by an employee is hers: the file is another's, and the break says why."""
    import_facts(havn, FACTS)
    assert states(havn, "README.md") == [(1, 3, State.OTHER)]
    assert asked(havn).breaks[Break.DOCUMENTATION_BY_EMPLOYEE] >= 3


def test_runs_of_one_file_have_their_own_answers(havn: Register) -> None:
    """Three lines are Alma's employer's gift, the fourth is by a person nobody engaged."""
    import_facts(havn, FACTS)
    assert states(havn, "a.py") == [(1, 3, State.CLAIMED), (4, 1, State.UNKNOWN)]


def test_a_line_range_gives_the_runs_that_it_touches(havn: Register) -> None:
    """Asking for line 4 gives the run of line 4."""
    import_facts(havn, FACTS)
    assert [one.first for one in runs(havn, "a.py", (4, 4))] == [4]


def test_a_run_tells_its_commit_day_and_chain(havn: Register) -> None:
    """Behind a run stand the commit, its day in its own offset, and each link."""
    import_facts(havn, FACTS)
    run_, *_ = runs(havn, "sub/b.py")
    assert run_.day == date(2011, 3, 13)
    assert run_.authors == ("Alma Eksempel",)
    assert run_.answer is not None
    assert [(link.giver, link.taker) for link in run_.answer.links] == [("alma", "kaj"), ("kaj", "havn")]


def test_addresses_are_not_shown(havn: Register) -> None:
    """Whoever is known by an address alone is shown by a number and the name that git wrote."""
    domain = b"domains:\n  - {domain: example.org, party: kaj}\n"
    import_facts(havn, FACTS + domain)
    told = repr((asked(havn).holders, runs(havn, "a.py")))
    assert "identity:" in told
    assert "bo@example.org" not in told


def test_what_a_bot_or_an_agent_made_alone_is_not_protected(havn: Register) -> None:
    """A bot's and an agent's own work is nobody's."""
    import_facts(havn, FACTS)
    assert [states(havn, path)[0][2] for path in ("bot.py", "agent.py")] == [State.NOT_PROTECTED] * 2


def test_an_agent_beside_a_human_leaves_the_human_the_author(havn: Register) -> None:
    """Alma with an agent is Alma, and the answer is flagged."""
    import_facts(havn, FACTS)
    answer = runs(havn, "both.py")[0].answer
    assert answer is not None
    assert (answer.state, answer.ai_assisted) == (State.CLAIMED, True)


def test_co_authors_make_a_joint_work(havn: Register) -> None:
    """Alma and Bo together: the worst of the two counts, and Bo's engagement is not known."""
    import_facts(havn, FACTS)
    assert states(havn, "joint.py")[0][2] is State.UNKNOWN
    joint = runs(havn, "joint.py")[0]
    assert joint.authors == ("Alma Eksempel", "Bo Eksempel")
    assert [(one.author, one.answer.state, one.answer.breaks) for one in joint.parts] == [
        ("Alma Eksempel", State.CLAIMED, ()),
        ("Bo Eksempel", State.UNKNOWN, (Break.AUTHOR_UNKNOWN,)),
    ]


def test_a_picture_is_a_file_without_lines(havn: Register) -> None:
    """A picture counts among the files, by whoever wrote its versions, and adds no lines."""
    import_facts(havn, FACTS)
    assert states(havn, "logo.png") == [(1, 0, State.OTHER)]
    assert asked(havn).work_types[WorkType.MEDIA].claimable == 0


def test_empty_files_are_left_out_and_said_so(havn: Register) -> None:
    """A file without content holds nothing, and the answer says that it was left out."""
    import_facts(havn, FACTS)
    assert asked(havn).left_out == {Skip.EMPTY: 1}


def test_lines_and_files_add_up(havn: Register) -> None:
    """Shares are whole numbers: every line and every file stands in one state."""
    import_facts(havn, FACTS)
    found = asked(havn)
    with havn.sessions() as session:
        files = files_answered(session, 1, TODAY)
    assert sum(found.states.values()) == 13
    assert sum(found.files.all.by_state.values()) == len(files) == 8
    assert sum(one.total for one in found.holders) == found.lines.all.claimable


def test_what_was_written_later_has_no_answer(havn: Register) -> None:
    """As of 2013 only Alma's first lines are answered for: nothing else stood there."""
    import_facts(havn, FACTS)
    found = asked(havn, date(2013, 1, 1))
    assert (sum(found.states.values()), found.later) == (8, 0)


def test_acts_count_from_their_day(havn: Register) -> None:
    """As of 2011 the gift of 2012 was not made: the code was the employer's."""
    import_facts(havn, FACTS)
    assert asked(havn, date(2011, 12, 31)).states == {State.OTHER: 8}


def test_known_on_a_day_before_the_import_nothing_is_assessed(havn: Register) -> None:
    """What was recorded in 2025 was not known in 2024."""
    import_facts(at(havn, "2025-06-01"), FACTS)
    assert not asked(havn, known=date(2024, 12, 31)).assessed
    assert asked(havn, known=date(2025, 6, 1)).assessed


def test_a_path_that_a_paper_leaves_out_is_told_apart(havn: Register) -> None:
    """A paper that covers `sub/**` leaves a.py with the employer."""
    import_facts(havn, FACTS.replace(b"[havn/kaj]}", b"[havn/kaj], paths: ['sub/**']}"))
    assert states(havn, "sub/b.py")[0][2] is State.CLAIMED
    assert states(havn, "a.py")[0][2] is State.OTHER


def test_a_deed_bound_to_a_revision_covers_what_it_reaches(havn: Register) -> None:
    """A deed bound to the harvested head covers its lines; one bound to an unknown revision covers none."""
    with havn.sessions() as session:
        head = answers(session, 1, TODAY).revision
    bound = FACTS.replace(b"[havn/kaj]}", b"[havn/kaj], revision: 'swh:1:rev:%s'}" % head.encode())
    import_facts(havn, bound)
    assert states(havn, "sub/b.py")[0][2] is State.CLAIMED
    import_facts(havn, bound.replace(head.encode(), b"0" * 40))
    assert states(havn, "sub/b.py")[0][2] is State.OTHER


def test_a_deed_bound_to_an_old_revision_covers_nothing_later(havn: Register, folder: Path) -> None:
    """A deed bound to a commit that was never the head when we looked covers what it reaches, told by git."""
    mirror = Mirror(folder / "in" / "havn+kaj")
    first = output(git(mirror, ("rev-list", "--max-parents=0", "refs/heads/main"))).strip()
    import_facts(havn, FACTS.replace(b"[havn/kaj]}", b"[havn/kaj], revision: 'swh:1:rev:%s'}" % first))
    assert states(havn, "sub/b.py")[0][2] is State.CLAIMED
    assert states(havn, "both.py")[0][2] is State.OTHER


@pytest.mark.parametrize("revision", [b"swh:1:rev:--all", b"main", b"swh:1:rev:" + b"f" * 40])
def test_what_is_no_revision_of_ours_covers_nothing(havn: Register, revision: bytes) -> None:
    """A revision that is unknown, or none, reaches nothing; it is never an argument of git."""
    import_facts(havn, FACTS.replace(b"[havn/kaj]}", b"[havn/kaj], revision: '%s'}" % revision))
    assert states(havn, "sub/b.py")[0][2] is State.OTHER


def test_an_answer_follows_a_changed_paper(havn: Register) -> None:
    """What is remembered between questions is found again when a paper changes."""
    import_facts(havn, FACTS)
    before = asked(havn).states
    import_facts(havn, HEAD % b"proeve" + PEOPLE)
    assert asked(havn).states != before


def test_what_was_never_read_is_said(havn: Register) -> None:
    """A repository that was not read has no answer."""
    with havn.sessions() as session, pytest.raises(NotFoundError, match="harvest it first"):
        answers(session, 99, TODAY)


def test_the_command_prints_shares_and_chains(havn: Register, tmp_path: Path) -> None:
    """`ownership OWNER/NAME --json` gives the shares, and with `--path` every run with its links."""
    import_facts(havn, FACTS)
    data = tmp_path / "data"
    told = run(data, "ownership", "havn/kaj", "--json").json
    assert told["assessed"] is True
    assert told["lines"]["all"]["claimable"] == 11
    chains = run(data, "ownership", "havn/kaj", "--path", "a.py", "--json").json
    assert [one["answer"]["state"] for one in chains["runs"]] == ["claimed", "unknown"]
    assert "is not assessed" in run(data, "ownership", "havn/kaj", "--known", "2001-01-01").out


def test_the_plan_names_the_papers_and_exact_revisions(havn: Register, tmp_path: Path) -> None:
    """`plan OWNER/NAME --json` lists papers with the SWHID of what each must cover."""
    import_facts(havn, FACTS)
    told = run(tmp_path / "data", "plan", "havn/kaj", "--json").json
    rows = told["rows"]
    assert {"paper": "assignment", "by": "alma", "to": "havn"} in [
        one for row in rows for one in row["papers"]
    ]
    assert all(part["revision"].startswith("swh:1:rev:") for row in rows for part in row["schedule"])
    assert told["documented"] + sum(row["lines"] for row in rows) + told["unreachable"] == told["claimable"]


@pytest.mark.parametrize("arguments", [(), ("havn/kaj", "--all"), ("--product", "x", "--all")])
def test_a_plan_is_of_one_thing(havn: Register, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """One repository, one product or all: never two, never none."""
    assert "name one repository" in run(tmp_path / "data", "plan", *arguments).err


def test_a_past_day_is_answered_on_its_own_tree(tmp_path: Path) -> None:
    """What stood on the main line on a day is what an answer of that day counts, deleted since or not."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    first = repository.commit({"a.py": b"a\nb\nc\n", "gone.py": b"x\ny\n"}, date=EARLY)
    last = repository.commit({"a.py": b"a\n", "gone.py": None, "new.py": b"n\n"}, date=LATE)
    harvest(tmp_path / "data", tmp_path / "in")
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        import_facts(opened, FACTS)
        then = answers(session, 1, date(2012, 1, 1))
        now = answers(session, 1, TODAY)
        runs = why(session, 1, "gone.py", None, date(2012, 1, 1))
        with pytest.raises(NotFoundError):
            why(session, 1, "new.py", None, date(2012, 1, 1))
        files = [one.path for one in files_answered(session, 1, date(2012, 1, 1))]
    assert (then.revision, then.lines.all.claimable) == (first, 5)
    assert (now.revision, now.lines.all.claimable) == (last, 2)
    assert [(run.first, run.count, run.commit) for run in runs] == [(1, 2, first)]
    assert files == ["a.py", "gone.py"]


def test_the_command_tells_what_stands_against_an_answer(havn: Register, tmp_path: Path) -> None:
    """A claim is named with who made it, when and where, in words and in the JSON."""
    claim = b"claims:\n  - {by: bo, owner: bo, date: 2013-01-01, source: LICENSE, repositories: [havn/kaj]}\n"
    import_facts(havn, FACTS + claim)
    told = run(tmp_path / "data", "ownership", "havn/kaj", "--path", "sub/b.py").out
    assert "against it: Bo Eksempel claimed on 2013-01-01 that Bo Eksempel owns it (LICENSE)" in told
    said = run(tmp_path / "data", "ownership", "havn/kaj", "--path", "sub/b.py", "--json").json
    assert said["runs"][0]["answer"]["state"] == "disputed"
    assert said["runs"][0]["against"] == [
        {"owner": "bo", "by": "bo", "day": "2013-01-01", "now": "bo", "paper": "", "source": "LICENSE"}
    ]
