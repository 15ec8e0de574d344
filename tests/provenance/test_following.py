# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Following starts where it can, and counts lines under the work type that their path has."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update

from harvesters.git import history
from harvesters.git.model import Mirror, Oid
from registry.custody.repositories import sight_by_label
from registry.pipeline.register import Register
from registry.provenance import through_time
from registry.provenance.growth import summed
from registry.provenance.intake.commits import keep_commits
from registry.provenance.intake.following import keep_past
from registry.provenance.intake.model import Past
from registry.provenance.lives import unpack_life
from registry.provenance.records import EditsRow
from registry.provenance.runs import unsqueezed
from tests.builders import Repository, new_repository
from tests.running import register

ABC = b"a\nb\nc\n"


@dataclass
class Follower:
    """A register that follows one repository."""

    register: Register
    repository: Repository

    def follow(
        self,
        now: Mapping[bytes, str | None],
        *,
        gone: str = "program",
        judged: str = "1" * 64,
        through: Collection[Oid] = (),
    ) -> int:
        """Follow main to its tip; returns how many commits were new. Paths that are gone count as `gone`."""

        def kinds(paths: Sequence[bytes]) -> Mapping[bytes, str]:
            return dict.fromkeys(paths, gone)

        mirror, tip = Mirror(self.repository.path), self.repository.tips[b"refs/heads/main"]
        with self.register.sessions.begin() as session:
            number = sight_by_label(session, "test", "one", datetime.now(UTC))
            found = list(history.commits(mirror, [tip]))
            numbers, _ = keep_commits(session, found)
            past = Past(number, found, numbers, now, kinds, judged, frozenset(through))
            return keep_past(session, mirror, tip, past)

    def lines(self) -> dict[str, int]:
        """Return the lines by work type that the months sum up to."""
        found: Counter[str] = Counter()
        with self.register.sessions() as session:
            for _, change in summed(through_time.growth(session, 1)):
                found = Counter()
                for (_, kind), lines in change.items():
                    found[kind] += lines
        return dict(found)


@pytest.fixture
def follower(tmp_path: Path) -> Iterator[Follower]:
    """A register, and an empty repository that it follows."""
    with register(tmp_path / "data") as opened:
        yield Follower(opened, new_repository(tmp_path / "one.git"))


def test_it_starts_where_both_lines_part(follower: Follower) -> None:
    """A push over other commits costs what is new behind the newest common commit, not the whole history."""
    made = [follower.repository.commit({"a.py": b"line %d\n" % number}) for number in range(6)]
    assert follower.follow({b"a.py": "program"}) == 6
    follower.repository.commit({"a.py": b"other\n"}, parents=[made[3]])
    assert follower.follow({b"a.py": "program"}) == 1
    follower.repository.commit({"b.py": ABC})
    assert follower.follow({b"a.py": "program", b"b.py": "program"}) == 1


def test_a_path_that_counts_as_something_else(follower: Follower) -> None:
    """Lines are counted anew from the beginning where their path's work type changes, without following anew."""
    follower.repository.commit({"a.py": ABC, "b.py": ABC})
    follower.repository.commit({"a.py": b"a\nc\n"})
    assert follower.follow({b"a.py": "program", b"b.py": "program"}) == 2
    assert follower.follow({b"a.py": "design", b"b.py": None}) == 0
    assert follower.lines() == {"design": 2}
    assert follower.follow({b"a.py": "design", b"b.py": "program"}) == 0
    assert follower.lines() == {"design": 2, "program": 3}


def test_paths_that_are_gone_are_judged_anew_with_the_rules(follower: Follower) -> None:
    """Where the rules changed, paths that are gone count by the new ones; while they are the same, as before."""
    follower.repository.commit({"a.py": ABC, "b.py": ABC})
    follower.follow({b"a.py": "program", b"b.py": "design"})
    follower.repository.commit({"b.py": None})
    follower.follow({b"a.py": "program"}, gone="documentation")
    assert follower.lines() == {"program": 3}
    follower.follow({b"a.py": "program"}, gone="documentation", judged="2" * 64)
    assert follower.lines() == {"program": 3}
    with follower.register.sessions() as session:
        kinds = {row.path: row.work_type for row in session.scalars(select(EditsRow))}
    assert kinds == {b"a.py": "program", b"b.py": "documentation"}


def test_what_is_looked_through_changes_every_line(follower: Follower) -> None:
    """Where other commits are to be looked through, the main line is followed anew; while they are the same, it is not."""
    follower.repository.commit({"a.py": ABC})
    other = follower.repository.commit({"a.py": b"a\n  b\nc\n"})
    counts = [follower.follow({b"a.py": "program"}, through=one) for one in ((), [other], [other], ())]
    assert counts == [2, 2, 0, 2]


def test_a_register_of_before_is_followed_on(follower: Follower) -> None:
    """Rows in the form of earlier registers are read, and added to, without following anew."""
    first = follower.repository.commit({"a.py": ABC})
    follower.follow({b"a.py": "program"})
    with follower.register.sessions.begin() as session:
        line = through_time.main_line(session, 1)
        assert line is not None
        row = session.scalars(select(EditsRow)).one()
        life = unpack_life(row.edits, line.commits)
        before = zlib.compress(b"".join(map(unsqueezed, life.parts)), 6)
        session.execute(update(EditsRow).values(edits=before))
    told = _told(follower)
    assert told == [[(3, first)]]
    second = follower.repository.commit({"a.py": ABC + b"d\n"})
    assert follower.follow({b"a.py": "program"}) == 1
    assert _told(follower) == [[(3, first)], [(3, first), (1, second)]]


def _told(follower: Follower) -> list[list[tuple[int, Oid]]]:
    """Return the runs of a.py at each commit of the main line."""
    with follower.register.sessions() as session:
        line = through_time.main_line(session, 1)
        assert line is not None
        days = [through_time.day_at(session, line, place)[0] for place in range(len(line.commits))]
        oids = {number: Oid(oid) for number, oid in zip(line.commits, days, strict=True)}
        return [
            [(count, oids[number]) for count, number in through_time.file_at(session, line, place, b"a.py")]
            for place in range(len(line.commits))
        ]
