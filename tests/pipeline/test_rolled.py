# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Roll-ups: what is summed from them is what the runs of lines sum up to, whether they were kept or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from registry.ownership.answers import State
from registry.pipeline.determined import determine_repository
from registry.pipeline.facts import import_facts
from registry.pipeline.harvest import Report
from registry.pipeline.merged import merged
from registry.pipeline.mirrors import harvest_mirrors
from registry.pipeline.ownership import answers, files_answered
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register
from registry.pipeline.runs import why
from registry.provenance import service as provenance
from registry.provenance.rolled import kept_rollup, rolled_up
from registry.provenance.rollup import RollUp, lines_of, pack_rollup, unpack_rollup
from registry.provenance.snapshot import Method
from tests.builders import ALMA, new_repository
from tests.harvesters.git.histories import RandomHistory
from tests.pipeline.stating import FACTS
from tests.running import register

BO = "Bo Eksempel <bo@example.org>"
TODAY = date(2026, 1, 1)
ALL = Wish(others=(Method.WHITE_SPACE, Method.MOVED_AND_COPIED))
GLOBS = FACTS.replace(b"{repositories: [havn/kaj]}", b'{paths: ["a*", "**/b*"], work_types: [program]}')


@pytest.fixture(params=[1, 2])
def kaj(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Register]:
    """A register with a random history, looked at by every method, and a paper about some of its paths."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    RandomHistory(repository, request.param).grow(12)
    plain = b"one = 1\ntwo = 2\nthree = 3\n"
    for number, path in enumerate(("both.py", "docs/README.md", "both.py", "bo.py")):
        content = plain if number < 2 else plain.replace(b"t", b"  t")
        author = BO if number % 3 else ALMA
        repository.commit({path: content}, author=author, date=f"{1400000000 + number * 40000000} +0100")
    with register(tmp_path / "data") as opened:
        read(opened, tmp_path, ALL)
        import_facts(opened, GLOBS)
        yield opened


def read(opened: Register, tmp_path: Path, wish: Wish) -> Report:
    """Harvest the repository."""
    return harvest_mirrors(opened, tmp_path / "in", wish, lambda *_: None)


def kept(opened: Register) -> RollUp | None:
    """Return the roll-up that is kept of the present."""
    with opened.sessions() as session:
        snapshot = provenance.snapshot(session, 1)
        assert snapshot is not None
        return kept_rollup(session, 1, snapshot.id)


def lines_told(one: RollUp) -> dict[str, Counter[tuple[int, ...]]]:
    """Return by path the lines of the numbers of the commits that wrote them."""
    numbers = [*one.commits, 0]
    told = {}
    for path, wrote in zip(one.paths, one.wrote, strict=True):
        told[path] = Counter[tuple[int, ...]]()
        for place, lines in zip(wrote[::2], wrote[1::2], strict=True):
            told[path][tuple(numbers[at] for at in one.writers(place))] += lines
    return told


def test_a_roll_up_has_the_lines_of_every_run(kaj: Register) -> None:
    """Each file's lines stand under the commit of their run, and under all that the methods name."""
    found = kept(kaj)
    assert found is not None and found.several
    with kaj.sessions() as session:
        files = provenance.files(session, 1, lines=True)
        said = provenance.differences(session, 1)
        assert found == rolled_up(session, files, said)
        assert unpack_rollup(pack_rollup(found)) == found
    by_path = {file.path.decode(): [one for one in said if one.path == file.path] for file in files}
    assert lines_told(found) == {
        file.path.decode(): lines_of(file, by_path[file.path.decode()]) for file in files
    }
    for file in files:
        runs = Counter[int]()
        for count, commit in file.pairs:
            runs[commit] += count
        main = Counter[int]()
        for writers, count in lines_told(found)[file.path.decode()].items():
            main[writers[0]] += count
        assert main == runs


@pytest.mark.parametrize("day", [TODAY, date(2015, 7, 1)])
def test_the_sums_are_those_of_the_runs(kaj: Register, day: date) -> None:
    """Lines by state, of the whole and of each file, are the sums over the determination of each run."""
    whole = Counter[State]()
    with kaj.sessions() as session:
        for file in files_answered(session, 1, day):
            runs = Counter[State]()
            for one in why(session, 1, file.path, None, day):
                if one.answer is not None:
                    runs[one.answer.state] += one.count
            assert {state: lines for state, lines in file.lines.items() if lines} == +runs
            whole += runs
        assert {state: lines for state, lines in answers(session, 1, day).states.items() if lines} == whole
    assert whole


@pytest.mark.parametrize("day", [TODAY, date(2015, 7, 1)])
def test_a_plan_is_about_the_same_lines(kaj: Register, day: date) -> None:
    """What is merged for a plan are the lines of every group that has an answer, each once."""
    with kaj.sessions() as session:
        found = determine_repository(session, 1, day)
    groups, lines = Counter[tuple[str, date]](), Counter[tuple[str, date]]()
    for key in found.answers:
        one = found.groups.contribution(key)
        groups[one.work_type, one.day] += one.lines
    for group in merged(found.facts, [found]):
        for member in group.members:
            lines[member.work_type, member.day] += member.lines
    assert lines == groups and lines.total()


def test_a_register_without_roll_ups_answers_the_same(kaj: Register) -> None:
    """What was read before there were any is rolled up when it is first asked for."""
    with kaj.sessions() as session:
        before = answers(session, 1, TODAY), files_answered(session, 1, TODAY)
    with kaj.sessions.begin() as session:
        session.execute(text("UPDATE provenance_rollups SET snapshot_id = 0"))
        session.execute(text("UPDATE provenance_snapshots SET id = id + 1"))
    assert kept(kaj) is None
    with kaj.sessions() as session:
        assert (answers(session, 1, TODAY), files_answered(session, 1, TODAY)) == before


def test_a_new_reading_has_a_roll_up_of_its_own(kaj: Register, tmp_path: Path) -> None:
    """Read by one method alone there are no lines of several writers any more."""
    read(kaj, tmp_path, Wish())
    found = kept(kaj)
    assert found is not None and not found.several
