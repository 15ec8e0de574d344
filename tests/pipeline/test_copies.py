# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Copies across repositories: what stood elsewhere before is found; shared history and everybody's text is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from harvesters.git.model import Oid
from registry.custody import service as custody
from registry.pipeline.copies import look_across
from registry.provenance import service as provenance
from registry.provenance.copies import Copy
from tests.builders import Repository, new_repository
from tests.running import blamed, harvest, lines_of, register, run
from tests.running import provenance as told

BO = "Bo Eksempel <bo@example.org>"
ROUTINE = b"".join(b"    step(%d)\n" % number for number in range(40))
DAY = 86_400


@pytest.fixture
def source(tmp_path: Path) -> Repository:
    """The repository in which things stood first."""
    return new_repository(tmp_path / "in" / "havn+kilde")


@pytest.fixture
def taker(tmp_path: Path) -> Repository:
    """A repository without shared history that begins a month later."""
    made = new_repository(tmp_path / "in" / "fjord+kopi")
    made.clock += 30 * DAY
    return made


def copies(tmp_path: Path, name: str = "fjord/kopi") -> tuple[Copy, ...]:
    """Harvest everything and return what a repository has from others."""
    harvest(tmp_path / "data", tmp_path / "in")
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        return provenance.kept_copies(session, custody.by_name(session, name).id)


def oids(tmp_path: Path, one: Copy) -> tuple[str, str]:
    """Return the commit here and the commit there."""
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        found = provenance.commits(session, [one.commit, one.source_commit])
    return found[one.commit].oid, found[one.source_commit].oid


def test_a_copied_file(source: Repository, taker: Repository, tmp_path: Path) -> None:
    """A file that stood byte for byte elsewhere is found with both commits, both paths, and its lines."""
    there = source.commit({"lib/routine.py": ROUTINE})
    source.commit({"lib/routine.py": ROUTINE + b"later\n"})
    here = taker.commit({"app/steps.py": ROUTINE, "own.py": b"x\n" * 30}, author=BO)
    (found,) = copies(tmp_path)
    assert (found.path, found.source_path, found.lines, found.family) == (
        b"app/steps.py", b"lib/routine.py", 40, False,
    )  # fmt: skip
    assert oids(tmp_path, found) == (here, there)


def test_the_first_has_it_from_nobody(source: Repository, taker: Repository, tmp_path: Path) -> None:
    """Where the file stood first nothing is told as copied."""
    source.commit({"a.py": ROUTINE})
    taker.commit({"a.py": ROUTINE})
    assert copies(tmp_path, "havn/kilde") == ()


def test_edited_and_moved_since(source: Repository, taker: Repository, tmp_path: Path) -> None:
    """Of a copied file that was edited and moved later, the lines that the copying commit wrote are told."""
    source.commit({"a.py": ROUTINE})
    taker.commit({"a.py": ROUTINE}, author=BO)
    edited = ROUTINE.replace(b"step(3)", b"leap(3)")
    taker.commit({"a.py": edited})
    taker.commit({"a.py": None, "deep/a.py": edited})
    (found,) = copies(tmp_path)
    assert (found.path, found.lines) == (b"deep/a.py", 39)


def test_shared_history_is_no_copy(source: Repository, tmp_path: Path) -> None:
    """A fork has its commits from where it was forked, and copied nothing."""
    fork = new_repository(tmp_path / "in" / "fjord+kopi")
    for one in (source, fork):
        one.commit({"a.py": ROUTINE})
        one.commit({"b.py": ROUTINE + b"b\n"})
    fork.commit({"c.py": b"own\n" * 20})
    assert copies(tmp_path) == ()


def test_within_a_family(source: Repository, tmp_path: Path) -> None:
    """What a fork took over later by copying, in a commit of its own, is told as of the same family."""
    fork = new_repository(tmp_path / "in" / "fjord+kopi")
    for one in (source, fork):
        one.commit({"a.py": b"shared\n"})
    source.commit({"b.py": ROUTINE})
    fork.clock += DAY
    fork.commit({"b.py": ROUTINE}, author=BO)
    (found,) = copies(tmp_path)
    assert found.family


def test_the_earliest_of_several(source: Repository, taker: Repository, tmp_path: Path) -> None:
    """Where a file stood in several repositories before, the first of them is named."""
    middle = new_repository(tmp_path / "in" / "dal+sti")
    middle.clock += 10 * DAY
    source.commit({"a.py": ROUTINE})
    middle.commit({"a.py": ROUTINE})
    taker.commit({"a.py": ROUTINE})
    (found,) = copies(tmp_path)
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        assert found.source == custody.by_name(session, "havn/kilde").id


def test_what_everybody_has(taker: Repository, tmp_path: Path) -> None:
    """A file that stood in six repositories before is everybody's, and no copy of one of them."""
    for number in range(6):
        other = new_repository(tmp_path / "in" / f"havn+n{number}")
        other.commit({"a.py": ROUTINE, "n": b"%d" % number})
    taker.commit({"a.py": ROUTINE})
    assert copies(tmp_path) == ()


@pytest.mark.parametrize(
    "path",
    ["few.py", "LICENSE", "node_modules/w/w.js"],
)
def test_what_is_not_looked_for(source: Repository, taker: Repository, tmp_path: Path, path: str) -> None:
    """Few lines, a licence's text, and a third party's component are no findings."""
    mit = (Path(__file__).parents[2] / "registry/demo/texts/MIT.txt").read_bytes()
    contents = {"few.py": b"a\n" * 9, "LICENSE": mit, "node_modules/w/w.js": ROUTINE}
    manifest: dict[str | bytes, bytes] = {"node_modules/w/package.json": b'{"name": "w"}'}
    for one in (source, taker):
        one.commit({path: contents[path], **manifest})
    assert copies(tmp_path) == ()


def test_found_whatever_is_harvested_first(source: Repository, taker: Repository, tmp_path: Path) -> None:
    """A source that is harvested later than the copy is found all the same, and the log holds."""
    taker.commit({"a.py": ROUTINE})
    source.commit({"a.py": ROUTINE})
    assert run(tmp_path / "data", "harvest", "--git", str(taker.path), "--label", "fjord/kopi").code == 0
    assert run(tmp_path / "data", "harvest", "--git", str(source.path), "--label", "havn/kilde").code == 0
    assert len(copies(tmp_path)) == 1
    assert run(tmp_path / "data", "verify").code == 0


def test_half_an_id_proves_nothing(source: Repository, taker: Repository, tmp_path: Path) -> None:
    """A find by a part of the blob's id is dropped where the other repository does not hold the whole one."""
    source.commit({"a.py": ROUTINE})
    taker.commit({"a.py": ROUTINE})
    assert len(copies(tmp_path)) == 1
    with register(tmp_path / "data") as opened:
        with opened.sessions() as session:
            mirror = opened.mirror_path(custody.by_name(session, "havn/kilde").id)
        for pack in (mirror / "objects" / "pack").iterdir():
            pack.unlink()
        for loose in (mirror / "objects").glob("??/*"):
            loose.unlink()
        look_across(opened)
        with opened.sessions() as session:
            assert provenance.kept_copies(session, custody.by_name(session, "fjord/kopi").id) == ()


def test_a_mirror_is_read_once(source: Repository, tmp_path: Path) -> None:
    """A repository at the same commits takes who wrote each line from the one that was read before."""
    twin = new_repository(tmp_path / "in" / "fjord+kopi")
    for one in (source, twin):
        one.commit({"a.py": ROUTINE})
        one.commit({"a.py": ROUTINE + b"b\n"}, author=BO)
    place = ("harvest", "--git", str(source.path), "--label", "havn/kilde")
    assert run(tmp_path / "data", *place).code == 0
    with register(tmp_path / "data") as opened, opened.sessions.begin() as session:
        # what nobody could have computed shows where the answer comes from
        session.execute(text("UPDATE provenance_files SET runs = x'2904'"))
        assert provenance.known_elsewhere(session, 99, "plain", [twin.tips[b"refs/heads/main"]]) == 1
        assert provenance.known_elsewhere(session, 99, "w", [twin.tips[b"refs/heads/main"]]) is None
        assert provenance.known_elsewhere(session, 99, "plain", [Oid("1" * 40)]) is None
    assert run(tmp_path / "data", "harvest", "--git", str(twin.path), "--label", "fjord/kopi").code == 0
    runs = told(tmp_path / "data", "fjord/kopi")["files"][0]["runs"]
    assert runs == [[1, 41, twin.tips[b"refs/heads/main"]]]


def test_a_fork_that_went_on_is_exact(source: Repository, tmp_path: Path) -> None:
    """What a fork takes over from its origin's reading equals git's own blame, line by line."""
    fork = new_repository(tmp_path / "in" / "fjord+kopi")
    for one in (source, fork):
        one.commit({"a.py": ROUTINE, "b.py": ROUTINE})
        one.commit({"a.py": ROUTINE.replace(b"step(5)", b"leap(5)")}, author=BO)
    fork.commit({"b.py": ROUTINE.replace(b"step(7)", b"leap(7)"), "c.py": b"c\n"})
    assert run(tmp_path / "data", "harvest", "--git", str(source.path), "--label", "havn/kilde").code == 0
    assert run(tmp_path / "data", "harvest", "--git", str(fork.path), "--label", "fjord/kopi").code == 0
    found = lines_of(told(tmp_path / "data", "fjord/kopi"))
    tip = fork.tips[b"refs/heads/main"]
    assert found == {path: blamed(fork.path, tip, path) for path in (b"a.py", b"b.py", b"c.py")}
