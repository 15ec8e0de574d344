# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A repository looked at by every method: what they say otherwise is kept, and is what git blame says."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.custody import service as custody
from registry.pipeline.reading import Wish
from registry.provenance import service as provenance
from registry.provenance.methods import overlaid
from registry.provenance.numbers import oids_of
from registry.provenance.snapshot import Method, Share
from tests.builders import Repository, new_repository
from tests.harvesters.git.histories import RandomHistory
from tests.running import blamed, harvest, register, run
from tests.running import provenance as provenance_of

BO = "Bo Eksempel <bo@example.org>"
ALL = Wish(others=(Method.WHITE_SPACE, Method.MOVED_AND_COPIED))
HOW = {Method.WHITE_SPACE: ("-w",), Method.MOVED_AND_COPIED: ("-w", "-M", "-C")}
TEXT = b"def first_of_two():\n    return 1\n\ndef second_of_two():\n    return 2\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository in the folder that is harvested."""
    return new_repository(tmp_path / "in" / "havn+kaj")


def said_by(tmp_path: Path, method: Method) -> dict[bytes, list[str]]:
    """Return the commit of each line of each file, as a method tells it, from what is kept."""
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        number = custody.by_name(session, "havn/kaj").id
        otherwise = {
            one.path: one.pairs for one in provenance.differences(session, number) if one.method is method
        }
        files = [one for one in provenance.files(session, number, lines=True) if one.skip is None]
        pairs = {one.path: overlaid(one.pairs, otherwise.get(one.path, ())) for one in files}
        oids = oids_of(session, {commit for some in pairs.values() for _, commit in some})
        return {
            path: [oids[commit] for count, commit in some for _ in range(count)]
            for path, some in pairs.items()
        }


def shares(tmp_path: Path) -> dict[str, Share]:
    """Return what each identity has, by name."""
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        found = provenance.shares(session, custody.by_name(session, "havn/kaj").id)
        return {one.author.name: one for one in found}


def kept(tmp_path: Path) -> dict[str, int]:
    """Return the lines that differ by method."""
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        found = provenance.snapshot(session, custody.by_name(session, "havn/kaj").id)
        assert found is not None
        return found.totals.by_other_method


def test_each_method_as_git_blame_says(repository: Repository, tmp_path: Path) -> None:
    """In a random history that grows between two harvests each method's kept answer is that of git blame."""
    history = RandomHistory(repository, 77)
    tip = history.grow(12)
    for _ in range(2):
        repository.git("branch", "-f", "main", tip)
        harvest(tmp_path / "data", tmp_path / "in", ALL)
        for method, how in HOW.items():
            found = said_by(tmp_path, method)
            assert found == {path: blamed(repository.path, tip, path, *how) for path in found}
        tip = history.on_top()


def test_reformatting_makes_a_range(repository: Repository, tmp_path: Path) -> None:
    """Who only gave lines another indent has them by one method and not by the other: both numbers are kept."""
    repository.commit({"a.py": TEXT})
    repository.commit(
        {"a.py": b"class A:\n" + TEXT.replace(b"    ", b"\t\t").replace(b"def", b"\tdef")}, author=BO
    )
    harvest(tmp_path / "data", tmp_path / "in", ALL)
    found = shares(tmp_path)
    assert kept(tmp_path) == {"w": 4, "wMC": 4}
    assert (found["Bo Eksempel"].total, found["Bo Eksempel"].span) == (5, (1, 5))
    assert (found["Alma Eksempel"].total, found["Alma Eksempel"].span) == (1, (1, 5))


def test_agreeing_methods_leave_one_figure(repository: Repository, tmp_path: Path) -> None:
    """Where all methods agree nothing is kept but that they were looked by."""
    repository.commit({"a.py": TEXT})
    harvest(tmp_path / "data", tmp_path / "in", ALL)
    assert kept(tmp_path) == {"w": 0, "wMC": 0}
    assert shares(tmp_path)["Alma Eksempel"].span == (5, 5)


def test_not_looked_by(repository: Repository, tmp_path: Path) -> None:
    """A harvest by one method says of the others that they were not looked by."""
    repository.commit({"a.py": TEXT})
    harvest(tmp_path / "data", tmp_path / "in")
    assert kept(tmp_path) == {}


def test_the_command_tells_ranges(repository: Repository, tmp_path: Path) -> None:
    """`harvest --methods all` and `provenance` tell the fewest and the most lines, and the lines that differ."""
    first = repository.commit({"a.py": b"one\ntwo\n"})
    repository.commit({"a.py": b"one\n  two\n"}, author=BO)
    assert run(tmp_path / "data", "harvest", "--mirrors", str(tmp_path / "in"), "--methods", "all").code == 0
    said = provenance_of(tmp_path / "data", "havn/kaj")
    assert said["other_methods"] == {"w": {"lines_that_differ": 1}, "wMC": {"lines_that_differ": 1}}
    assert said["files"][0]["otherwise"] == [["w", 2, 1, first], ["wMC", 2, 1, first]]
    assert {one["name"]: (one["fewest"], one["most"]) for one in said["contributors"]} == {
        "Alma Eksempel": (1, 2),
        "Bo Eksempel": (0, 1),
    }
    assert "0-1" in run(tmp_path / "data", "provenance", "havn/kaj").out
