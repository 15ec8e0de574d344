# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Provenance is what git blame says, whatever happened to the repository between two harvests."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.custody.model import Outcome
from registry.pipeline.reading import Wish
from registry.provenance.snapshot import Method
from tests.builders import Repository, new_repository
from tests.running import blamed, harvest, lines_of, paths_of, provenance

BO = "Bo Eksempel <bo@example.org>"
ABC = b"a\nb\nc\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository in the folder that is harvested."""
    return new_repository(tmp_path / "in" / "havn+kaj")


def told(tmp_path: Path, **wish: Method) -> dict[bytes, list[str]]:
    """Harvest, check every line against git blame, and return the commits of the lines of each path."""
    method = wish.get("method", Method.PLAIN)
    harvest(tmp_path / "data", tmp_path / "in", Wish(method))
    said = provenance(tmp_path / "data", "havn/kaj")
    how = {"plain": (), "w": ("-w",), "wMC": ("-w", "-M", "-C")}[said["method"]]
    found = lines_of(said)
    mirror = tmp_path / "in" / "havn+kaj"
    assert found == {path: blamed(mirror, said["commit"], path, *how) for path in found}
    assert said["method"] == method
    assert sorted(found) == paths_of(mirror, said["commit"])
    return found


def test_edits(repository: Repository, tmp_path: Path) -> None:
    """Each line belongs to the commit that last changed it."""
    first = repository.commit({"a.py": ABC})
    second = repository.commit({"a.py": b"a\nB\nc\n"}, author=BO)
    assert told(tmp_path) == {b"a.py": [first, second, first]}


def test_growth(repository: Repository, tmp_path: Path) -> None:
    """What was harvested before is taken over, what is new is asked for, and both agree with git."""
    first = repository.commit({"a.py": ABC, "b.py": ABC})
    told(tmp_path)
    second = repository.commit({"b.py": ABC + b"d\n"}, author=BO)
    assert told(tmp_path) == {b"a.py": [first] * 3, b"b.py": [first] * 3 + [second]}


def test_there_and_back(repository: Repository, tmp_path: Path) -> None:
    """A path that was changed and changed back between two harvests belongs to the commit that did so."""
    repository.commit({"a.py": ABC})
    told(tmp_path)
    repository.commit({"a.py": b"other\n"})
    back = repository.commit({"a.py": ABC})
    assert told(tmp_path) == {b"a.py": [back] * 3}


def test_deleted_and_restored(repository: Repository, tmp_path: Path) -> None:
    """A path that was deleted and brought back belongs to the commit that brought it back."""
    repository.commit({"a.py": ABC, "b.py": ABC})
    told(tmp_path)
    repository.commit({"a.py": None})
    told(tmp_path)
    back = repository.commit({"a.py": ABC})
    assert told(tmp_path)[b"a.py"] == [back] * 3


def test_there_and_back_on_a_side_branch(repository: Repository, tmp_path: Path) -> None:
    """A side branch that changed a path and changed it back has written nothing of it."""
    base = repository.commit({"a.py": ABC})
    told(tmp_path)
    repository.commit({"a.py": b"other\n"}, branch="side", parents=[base])
    back = repository.commit({"a.py": ABC}, branch="side")
    main = repository.commit({"b.py": b"b\n"})
    repository.commit({"c.py": b"c\n"}, parents=[main, back])
    assert told(tmp_path)[b"a.py"] == [base] * 3


def test_rename(repository: Repository, tmp_path: Path) -> None:
    """A renamed file keeps its authors."""
    first = repository.commit({"a.py": ABC})
    told(tmp_path)
    repository.commit({"a.py": None, "b/c.py": ABC}, author=BO)
    assert told(tmp_path) == {b"b/c.py": [first] * 3}


def test_rename_over_another(repository: Repository, tmp_path: Path) -> None:
    """Two files that changed names with each other changed authors, too, as git tells it."""
    repository.commit({"a.py": ABC})
    repository.commit({"b.py": b"x\ny\nz\n"}, author=BO)
    told(tmp_path)
    repository.commit({"a.py": b"x\ny\nz\n", "b.py": ABC})
    told(tmp_path)


def test_merge(repository: Repository, tmp_path: Path) -> None:
    """A merge hands each line to the side it came from."""
    base = repository.commit({"a.py": ABC})
    told(tmp_path)
    side = repository.commit({"a.py": b"A\nb\nc\n"}, branch="side", parents=[base])
    main = repository.commit({"a.py": b"a\nb\nC\n"})
    repository.commit({"a.py": b"A\nb\nC\n"}, parents=[main, side])
    assert told(tmp_path) == {b"a.py": [side, base, main]}


def test_merge_that_takes_the_other_side(repository: Repository, tmp_path: Path) -> None:
    """A path that a merge took whole from its second parent belongs to whoever wrote it there."""
    base = repository.commit({"a.py": ABC})
    told(tmp_path)
    side = repository.commit({"a.py": b"x\n"}, branch="side", parents=[base])
    main = repository.commit({"b.py": b"b\n"})
    repository.commit({"a.py": b"x\n"}, parents=[main, side])
    assert told(tmp_path)[b"a.py"] == [side]


def test_octopus(repository: Repository, tmp_path: Path) -> None:
    """A merge of four branches is read."""
    base = repository.commit({"a.py": ABC})
    told(tmp_path)
    sides = [repository.commit({f"{n}.py": ABC}, branch=f"s{n}", parents=[base]) for n in range(3)]
    repository.commit({f"{n}.py": ABC for n in range(3)}, parents=[base, *sides])
    found = told(tmp_path)
    assert [found[b"%d.py" % n][0] for n in range(3)] == sides


def test_fast_forward_to_a_side_branch(repository: Repository, tmp_path: Path) -> None:
    """A new head whose first-parent line does not hold the old one is asked for anew."""
    base = repository.commit({"a.py": ABC})
    old = repository.commit({"a.py": b"A\nb\nc\n"})
    told(tmp_path)
    side = repository.commit({"b.py": b"b\n"}, branch="side", parents=[base])
    repository.commit({"a.py": b"A\nb\nc\n"}, parents=[side, old])
    told(tmp_path)


def test_rewritten(repository: Repository, tmp_path: Path) -> None:
    """A history that was pushed over another one is read anew, and nothing of the old one is left."""
    repository.commit({"a.py": ABC, "b.py": ABC})
    told(tmp_path)
    again = repository.commit({"a.py": ABC, "b.py": ABC}, parents=[], author=BO)
    assert told(tmp_path) == {b"a.py": [again] * 3, b"b.py": [again] * 3}


def test_rolled_back(repository: Repository, tmp_path: Path) -> None:
    """A branch that was set back to an earlier commit tells that commit's lines."""
    first = repository.commit({"a.py": ABC})
    repository.commit({"a.py": b"other\n", "b.py": ABC})
    told(tmp_path)
    repository.git("update-ref", "refs/heads/main", first)
    assert told(tmp_path) == {b"a.py": [first] * 3}


def test_another_default_branch(repository: Repository, tmp_path: Path) -> None:
    """When HEAD names another branch, that one is read."""
    base = repository.commit({"a.py": ABC})
    told(tmp_path)
    side = repository.commit({"a.py": b"x\n"}, branch="side", parents=[base])
    repository.head(b"ref: refs/heads/side")
    assert told(tmp_path) == {b"a.py": [side]}


def test_deleted_branch(repository: Repository, tmp_path: Path) -> None:
    """When the branch that was read is deleted, the next one is read, and the result says which."""
    base = repository.commit({"a.py": ABC})
    repository.commit({"a.py": b"x\n"}, branch="side", parents=[base])
    repository.head(b"ref: refs/heads/side")
    told(tmp_path)
    repository.git("update-ref", "-d", "refs/heads/side")
    result = harvest(tmp_path / "data", tmp_path / "in")["havn/kaj"]
    assert result.outcome is Outcome.CHANGED
    assert "refs/heads/main was read instead" in result.message
    assert told(tmp_path) == {b"a.py": [base] * 3}


def test_many_roots(repository: Repository, tmp_path: Path) -> None:
    """A history of 35 roots is read whole."""
    tip = repository.commit({"0.py": ABC})
    for number in range(1, 35):
        root = repository.commit({f"{number}.py": ABC}, branch=f"r{number}", parents=[])
        tip = repository.commit({f"{number}.py": ABC}, parents=[tip, root])
    assert len({commits[0] for commits in told(tmp_path).values()}) == 35


@pytest.mark.parametrize("method", [Method.WHITE_SPACE, Method.MOVED_AND_COPIED])
def test_methods(repository: Repository, tmp_path: Path, method: Method) -> None:
    """Another method of looking gives that method's answer, also for what was known by the old one."""
    block = b"".join(b"a line of some length, number %d\n" % n for n in range(20))
    first = repository.commit({"a.py": block, "b.py": b"b\n"})
    repository.commit({"a.py": block.replace(b"\n", b" \n"), "b.py": block}, author=BO)
    plain = told(tmp_path)
    other = told(tmp_path, method=method)
    assert plain[b"a.py"] != other[b"a.py"] == [first] * 20
    assert told(tmp_path) == plain


def test_line_ends(repository: Repository, tmp_path: Path) -> None:
    """Lines are counted as git counts them: CR alone ends none, a last line needs no end."""
    repository.commit({"a.py": b"a\rb\rc", "b.py": b"a\r\nb\r\n\r\n", "c.py": b"\n", "d.py": b"x"})
    assert {path: len(lines) for path, lines in told(tmp_path).items()} == {
        b"a.py": 1,
        b"b.py": 3,
        b"c.py": 1,
        b"d.py": 1,
    }


def test_a_cut_history_made_whole(repository: Repository, tmp_path: Path) -> None:
    """When the older half of a history arrives later, lines that counted as the boundary's are told anew."""
    first = repository.commit({"a.py": ABC, "b.py": ABC})
    second = repository.commit({"a.py": b"A\nb\nc\n"})
    third = repository.commit({"c.py": ABC})
    cut = repository.path / "objects" / first[:2] / first[2:]
    held = cut.read_bytes()
    cut.unlink()
    result = harvest(tmp_path / "data", tmp_path / "in")["havn/kaj"]
    assert "The history is incomplete" in result.problems[0]
    assert lines_of(provenance(tmp_path / "data", "havn/kaj"))[b"b.py"] == [second] * 3
    cut.write_bytes(held)
    assert told(tmp_path) == {b"a.py": [second, first, first], b"b.py": [first] * 3, b"c.py": [third] * 3}
