# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The title of each month, as the papers stand today and as they stood then: what the page of that day says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from registry.ownership.answers import State
from registry.pipeline.facts import import_facts
from registry.pipeline.ownership import answers
from registry.pipeline.stood import then
from registry.pipeline.titled import Titled, course, month_end, stood_by_state, titled
from registry.provenance import service as provenance
from registry.provenance.snapshot import Snapshot
from tests.builders import Repository, new_repository
from tests.harvesters.git.histories import RandomHistory
from tests.pipeline.stating import FACTS, HEAD, PEOPLE
from tests.running import harvest, register

BO = "Bo Eksempel <bo@example.org>"
TODAY = date(2026, 1, 1)
DAY = 86_400
SCOPED = (
    HEAD % b"proeve"
    + PEOPLE
    + b"""agreements:
  - id: gave
    kind: donation
    assignors: [kaj]
    assignee: havn
    signed: 2017-09-10
    covers: {repositories: [havn/kaj], paths: ["src/**"]}
    rights: full
    signature: proper
    document: held
  - id: more
    kind: donation
    assignors: [kaj]
    assignee: havn
    signed: 2018-02-03
    covers: {repositories: [havn/kaj], paths: ["*.py"]}
    rights: full
    signature: {form: email, authority: unverified}
    document: held
"""
)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository in the folder that is harvested."""
    return new_repository(tmp_path / "in" / "havn+kaj")


@contextmanager
def harvested(tmp_path: Path, facts: bytes) -> Iterator[tuple[Session, Snapshot]]:
    """Harvest the folder into a register with these facts."""
    harvest(tmp_path / "data", tmp_path / "in")
    with register(tmp_path / "data") as opened:
        if facts:
            import_facts(opened, facts)
        with opened.sessions() as session:
            snapshot = provenance.snapshot(session, 1)
            assert snapshot is not None
            yield session, snapshot


def read(session: Session, snapshot: Snapshot) -> Titled:
    """Return the title of each month."""
    found = titled(session, snapshot, TODAY)
    assert found is not None
    return found


def states(of: object) -> dict[State, int]:
    """Return lines by state without those that have none."""
    assert hasattr(of, "items")
    return {state: lines for state, lines in of.items() if lines}


@pytest.mark.parametrize("facts", [FACTS, SCOPED], ids=["whole", "paths"])
def test_each_month_is_what_its_last_day_says(repository: Repository, tmp_path: Path, facts: bytes) -> None:
    """In a random history of a year each month has the lines by state that are told of its last day."""
    history = RandomHistory(repository, 5)
    history.grow(6)
    for number in range(14):
        repository.clock += 25 * DAY
        content = b"".join(b"line %d of %d\n" % (number, one) for one in range(number + 3))
        tip = history.on_top()
        author = BO if number % 3 else "Alma Eksempel <alma@example.org>"
        repository.commit({f"src/n{number}.py": content, "src/a.py": content}, author=author, parents=[tip])
        history.trees[repository.tips[b"refs/heads/main"]] = history.trees[tip] | {"src/a.py": content}
        history.tips.append(repository.tips[b"refs/heads/main"])
    with harvested(tmp_path, facts) as (session, snapshot):
        found = read(session, snapshot)
        assert len(found.months) > 10
        for month, by_state in zip(found.months, found.then, strict=True):
            told = answers(session, 1, month_end(month)).lines.all.by_state
            assert states(by_state) == states(told), month
        assert states(found.today[-1]) == states(answers(session, 1, TODAY).lines.all.by_state)


def test_a_paper_acts_from_its_month_on(repository: Repository, tmp_path: Path) -> None:
    """By today's papers the first month is likely the association's already; by those of then only from the paper on."""
    repository.commit({"src/a.py": b"one = 1\n"}, date="1500000000 +0000")  # July 2017
    repository.clock += 300 * DAY
    repository.commit({"src/b.py": b"two = 2\n"})
    with harvested(tmp_path, SCOPED) as (session, snapshot):
        found = read(session, snapshot)
    assert [states(one) for one in found.today] == [{State.CLAIMED: 1}, {State.CLAIMED: 2}]
    assert [states(one) for one in found.then] == [{State.OTHER: 1}, {State.CLAIMED: 2}]


def test_a_moment_by_the_papers_of_any_day(repository: Repository, tmp_path: Path) -> None:
    """What stood at a moment is told by the papers of today, and by those of another day."""
    repository.commit({"src/a.py": b"one = 1\n", "b.md": b"# Text\n"}, date="1500000000 +0000")
    with harvested(tmp_path, SCOPED) as (session, snapshot):
        found, stood = course(session, snapshot, TODAY), then(session, snapshot, snapshot.commit).stood
        assert found is not None
        now, before = (stood_by_state(found, stood, day) for day in (TODAY, date(2017, 8, 1)))
    assert (now[State.CLAIMED], before[State.CLAIMED], before[State.OTHER]) == (1, 0, 2)


def test_a_moment_loses_no_line_of_a_file_that_the_papers_tell_apart(
    repository: Repository, tmp_path: Path
) -> None:
    """Which other files stood then, or came and went since, decides nothing: every line has its state."""
    repository.commit({"a.txt": b"gone\n", "src/a.py": b"gone = 0\n"}, date="1500000000 +0000")
    repository.commit({"a.txt": None, "src/a.py": None, "b.txt": b"one\n", "src/b.py": b"two = 2\n"})
    middle = repository.tips[b"refs/heads/main"]
    repository.commit({"0.txt": b"later\n", "src/0.py": b"later = 1\n"})
    with harvested(tmp_path, SCOPED) as (session, snapshot):
        found = course(session, snapshot, TODAY)
        assert found is not None
        for moment, lines in ((middle, 2), (snapshot.commit, 4)):
            stood = then(session, snapshot, str(moment)).stood
            assert sum(stood_by_state(found, stood, TODAY).values()) == lines


def test_nobody_is_asked_about(repository: Repository, tmp_path: Path) -> None:
    """Without any fact there is no title to be told, of no month."""
    repository.commit({"a.py": b"one = 1\n"})
    with harvested(tmp_path, b"") as (session, snapshot):
        assert titled(session, snapshot, TODAY) is None
