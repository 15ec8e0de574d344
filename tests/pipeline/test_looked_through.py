# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Changes that are looked through: what a person's decision does, and what a repository's own list must not do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from harvesters.git.model import Mirror
from registry.app import create_app
from registry.custody import service as custody
from registry.evidence import service as evidence
from registry.ownership.answers import State
from registry.pipeline.facts import import_facts
from registry.pipeline.looked_through import Lists, lists
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register
from registry.pipeline.runs import why
from registry.pipeline.there import look_there
from registry.provenance import service as provenance
from registry.provenance.intake.attribution import attribute
from registry.provenance.intake.tracing import Plan
from registry.provenance.snapshot import BLAMED, Method
from registry.provenance.through_time import file_at, main_line
from tests.builders import Oid, Repository, new_repository
from tests.pipeline.stating import FACTS
from tests.running import harvest, lines_of, register, run
from tests.running import provenance as told

BO = "Bo Eksempel <bo@example.org>"
ALMA = "Alma Eksempel <alma@example.org>"
EARLY = "1300000000 +0000"  # 2011-03-13
LATE = "1500000000 +0000"  # 2017-07-14
BEFORE = b"def f():\n    return 1\n"
AFTER = b"def f():\n\treturn 1\nnew = 2\n"
OWN = ".git-blame-ignore-revs"
SAID = ("--by", "Jurist, Havn Kommune", "--reason", "kun formatering")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository in the folder that is harvested."""
    return new_repository(tmp_path / "in" / "havn+kaj")


def reformatted(repository: Repository, first: str = ALMA, then: str = BO) -> tuple[Oid, Oid]:
    """Let one write two lines, and another indent the second one otherwise and add a third."""
    written = repository.commit({"a.py": BEFORE}, author=first, date=EARLY)
    return written, repository.commit({"a.py": AFTER}, author=then, date=LATE)


@contextmanager
def harvested(tmp_path: Path, wish: Wish | None = None) -> Iterator[Register]:
    """Harvest the folder into the register of the test."""
    harvest(tmp_path / "data", tmp_path / "in", wish)
    with register(tmp_path / "data") as opened:
        yield opened


def listed(opened: Register) -> Lists:
    """Return both lists."""
    with opened.sessions() as session:
        snapshot = provenance.snapshot(session, 1)
        assert snapshot is not None
        return lists(session, snapshot)


def states(opened: Register) -> list[State | None]:
    """Return the state of each line of the file."""
    with opened.sessions() as session:
        runs = why(session, 1, "a.py", None, date(2026, 1, 1))
        return [one.answer.state if one.answer else None for one in runs for _ in range(one.count)]


def look_through(tmp_path: Path, commit: str, *more: str) -> tuple[int, str]:
    """Decide on a commit; returns how that ended and what was said."""
    ran = run(tmp_path / "data", "repositories", "look-through", "havn/kaj", commit, *SAID, *more)
    return ran.code, ran.out + ran.err


def test_a_decision_acts_at_the_next_reading(repository: Repository, tmp_path: Path) -> None:
    """A reindented line counts for whoever wrote it, the added one for the listed change, now and in the past."""
    written, formatted = reformatted(repository)
    repository.commit({"b.py": b"later = 1\n"})
    with harvested(tmp_path):
        assert look_through(tmp_path, formatted[:10])[0] == 0
    with harvested(tmp_path) as opened, opened.sessions() as session:
        line = main_line(session, 1)
        assert line is not None
        numbers = {number: place for place, number in enumerate(line.commits)}
        then = [(count, numbers[one]) for count, one in file_at(session, line, 1, b"a.py")]
    found = lines_of(told(tmp_path / "data", "havn/kaj"))
    assert found[b"a.py"] == [written, written, formatted]
    assert then == [(2, 0), (1, 1)]


def test_what_it_did_is_told(repository: Repository, tmp_path: Path) -> None:
    """The list says how many lines count for others and how many stay, who decided, and what waits for a reading."""
    _, formatted = reformatted(repository)
    with harvested(tmp_path):
        look_through(tmp_path, formatted)
    with register(tmp_path / "data") as opened:
        assert [one.acts for one in listed(opened).listed] == [False]
    with harvested(tmp_path) as opened:
        (one,) = listed(opened).listed
    assert (one.acts, one.effect.handed_on, one.effect.stay) == (True, 1, 1)
    assert (one.decision.by, one.decision.reason) == ("Jurist, Havn Kommune", "kun formatering")
    printed = run(tmp_path / "data", "repositories", "looked-through", "havn/kaj", "--json").json
    assert [row["lines_handed_on"] for row in printed["listed"]] == [1]


def test_a_decision_is_taken_back(repository: Repository, tmp_path: Path) -> None:
    """A change that was taken off the list counts again as it did, and both decisions stand in the log."""
    _, formatted = reformatted(repository)
    with harvested(tmp_path):
        look_through(tmp_path, formatted)
    harvest(tmp_path / "data", tmp_path / "in")
    assert look_through(tmp_path, formatted, "--no-longer")[0] == 0
    with harvested(tmp_path) as opened, opened.sessions() as session:
        events = [one.kind for one in evidence.events_of(session, "repository/1")]
    assert lines_of(told(tmp_path / "data", "havn/kaj"))[b"a.py"][1] == formatted
    assert events.count("provenance.looked_through") == 2
    assert run(tmp_path / "data", "verify").code == 0


@pytest.mark.parametrize(
    ("commit", "more", "said"),
    [
        ("0123456789", (), "there is no such commit"),
        ("zz", (), "is no commit id"),
        ("{formatted}", ("--no-longer",), "is not on the list"),
    ],
)
def test_a_mistaken_decision(
    repository: Repository, tmp_path: Path, commit: str, more: tuple[str, ...], said: str
) -> None:
    """A decision on a commit that is not there, or not listed, is refused in a sentence."""
    _, formatted = reformatted(repository)
    harvest(tmp_path / "data", tmp_path / "in")
    code, text = look_through(tmp_path, commit.format(formatted=formatted), *more)
    assert code != 0 and said in text


def test_a_title_follows_the_decision(repository: Repository, tmp_path: Path) -> None:
    """By decision a line that Bo indented is Alma's, whose chain is known; the line that he added is not."""
    _, formatted = reformatted(repository)
    with harvested(tmp_path) as opened:
        import_facts(opened, FACTS)
        assert states(opened) == [State.CLAIMED, State.UNKNOWN, State.UNKNOWN]
        look_through(tmp_path, formatted)
    with harvested(tmp_path) as opened:
        assert states(opened) == [State.CLAIMED, State.CLAIMED, State.UNKNOWN]


def test_the_repository_s_own_list_improves_nothing(repository: Repository, tmp_path: Path) -> None:
    """Named by a list that whoever may push can write, the same change makes no line better."""
    _, formatted = reformatted(repository)
    repository.commit({OWN: formatted.encode() + b"\n"}, author=BO)
    with harvested(tmp_path) as opened:
        import_facts(opened, FACTS)
        assert states(opened) == [State.CLAIMED, State.UNKNOWN, State.UNKNOWN]
        (one,) = listed(opened).own_listed
    assert (one.effect.handed_on, one.effect.stay) == (1, 2)


def test_the_repository_s_own_list_may_worsen(repository: Repository, tmp_path: Path) -> None:
    """Where the list leads from Alma's change to a line of Bo's, the worse answer counts."""
    _, formatted = reformatted(repository, BO, ALMA)
    repository.commit({OWN: formatted.encode() + b"\n"})
    with harvested(tmp_path) as opened:
        import_facts(opened, FACTS)
        assert states(opened) == [State.UNKNOWN, State.UNKNOWN, State.CLAIMED]


def test_the_page(repository: Repository, tmp_path: Path) -> None:
    """The page shows both lists with what they come to, in both languages, and they can be taken along."""
    _, formatted = reformatted(repository)
    repository.commit({OWN: b"%s # tidy\n%s\nHEAD\n" % (formatted.encode(), b"f" * 40)})
    with harvested(tmp_path):
        look_through(tmp_path, formatted)
    with harvested(tmp_path) as opened:
        reader = create_app(opened.settings, opened.sessions).test_client()
        english, danish = (reader.get(f"/{one}/r/1-havn-kaj/looked-through").text for one in ("en", "da"))
        rows = json.loads(reader.get("/en/r/1-havn-kaj/looked-through?format=json").data)["rows"]
        file = reader.get("/en/r/1-havn-kaj/file/a.py").text
        listed_files = reader.get(f"/en/r/1-havn-kaj/looked-through?change={formatted[:10]}").text
        assert reader.get("/en/r/1-havn-kaj/looked-through?change=x").status_code == 400
    assert "looks through 1 change; 1 line counts" in english or "1 line count" in english
    assert "kun formatering" in english and "Registret ser bort fra 1 ændring" in danish
    assert "no such change in what was read" in english
    assert [(one["list"], one["standing"]) for one in rows] == [
        ("register", None),
        ("repository", "known"),
        ("repository", "absent"),
        ("repository", "no_id"),
    ]
    assert "no change looked through" in file
    assert "/file/a.py#methods" in listed_files and "/file/a.py#methods" not in english


def test_where_git_blame_must_answer_nothing_is_looked_through(
    repository: Repository, tmp_path: Path
) -> None:
    """A history that cannot be walked is told by git blame: the line stays with the listed change, and that is kept."""
    first = repository.commit({"old.py": b"old = 1\n"}, date=EARLY)
    repository.commit({"a.py": BEFORE}, author=ALMA, date=EARLY)
    formatted = repository.commit({"a.py": b"def\tf():\n\treturn 1\n"}, author=BO, date=LATE)
    with harvested(tmp_path) as opened, opened.sessions() as session:
        there = look_there(
            session, custody.repository(session, 1), Mirror(repository.path), formatted, lambda *_: None
        )
    tree = repository.git("rev-parse", f"{first}^{{tree}}").decode().strip()
    (repository.path / "objects" / tree[:2] / tree[2:]).unlink()
    plan = Plan(Method.PLAIN, 60.0, through=frozenset({formatted}))
    line = there.line
    found = attribute(line.mirror, formatted, line.described, line.numbers, plan, lambda *_: None)
    by_path = {one.path: (one.pairs, one.detail) for one in found}
    assert by_path[b"a.py"] == (((2, line.numbers[formatted]),), BLAMED)


def test_files_in_which_the_list_does_not_act_are_named(repository: Repository, tmp_path: Path) -> None:
    """On the page, on the file's own, and in the API."""
    reformatted(repository)
    with harvested(tmp_path) as opened:
        with opened.engine.begin() as connection:
            connection.execute(text("UPDATE provenance_files SET detail = :said"), {"said": BLAMED})
        client = create_app(opened.settings, opened.sessions).test_client()
        assert listed(opened).not_in == ((b"a.py", 3),)
        page = client.get("/en/r/1-havn-kaj/looked-through").text
        assert "In 1 file (3 lines) the list does not act" in page
        said = client.get("/api/v1/repositories/1/looked-through").json
        assert said is not None and said["not_in"] == [{"path": "a.py", "lines": 3}]
        assert "git blame told who changed each line last" in client.get("/en/r/1-havn-kaj/file/a.py").text
