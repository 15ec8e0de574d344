# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Deliveries: what is recognised as brought in bulk, on which signs; what is not; what a person rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from harvesters.git import history
from harvesters.git.model import Mirror, Oid
from registry.provenance import service
from registry.provenance.bulk import Bulk, Confidence, Kind
from registry.provenance.depth import Depth, Grade, depth, grade
from registry.provenance.intake.counting import Counts, count
from registry.provenance.rules.bulk import RULES, SAID, SIGNS
from registry.provenance.snapshot import Snapshot
from tests.builders import Repository, new_repository
from tests.running import harvest, register, run

DAY = 86_400
BO = "Bo Eksempel <bo@example.org>"
PRIVATE = "Ida Eksempel <ida@gmail.com>"


def lines(name: str, many: int) -> bytes:
    """Return so many lines that stand in no other file."""
    return b"".join(b"%s line %d = (%d)\n" % (name.encode(), n, n) for n in range(many))


def files(many: int, each: int, folder: str = "src", salt: str = "") -> dict[str | bytes, bytes]:
    """Return so many files of so many lines."""
    return {f"{folder}/f{n}.py": lines(f"{salt}{n}", each) for n in range(many)}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository to be harvested."""
    return new_repository(tmp_path / "in" / "havn+kaj")


def later(repository: Repository, days: int) -> None:
    """Let days pass."""
    repository.clock += days * DAY


def read(tmp_path: Path) -> Snapshot:
    """Harvest and return what was read."""
    harvest(tmp_path / "data", tmp_path / "in")
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        found = service.snapshot(session, 1)
        assert found is not None
        return found


def told(tmp_path: Path) -> dict[str, tuple[Kind, str]]:
    """Harvest and return kind and rule of each commit that was recognised."""
    return {one.commit: (one.kind, one.rule) for one in read(tmp_path).bulk}


def counts(repository: Repository, commit: Oid) -> Counts:
    """Return what one commit amounts to."""
    changes = dict(history.changes(Mirror(repository.path), commit))
    return count(Mirror(repository.path), commit, changes[commit])


def test_initial_import(repository: Repository, tmp_path: Path) -> None:
    """A first commit of many files and lines is an import, and its lines count as delivered in bulk."""
    root = repository.commit(files(25, 40))
    repository.commit({"src/f0.py": lines("0", 40) + b"new\n"}, author=BO)
    found = read(tmp_path)
    assert [(one.commit, one.kind, one.confidence) for one in found.bulk] == [
        (root, Kind.INITIAL_IMPORT, Confidence.SURE)
    ]
    assert (found.totals.in_bulk, found.totals.individually) == (1000, 1)


def test_every_sign_is_kept_with_its_number(repository: Repository, tmp_path: Path) -> None:
    """Beside a recognised commit stand all signs that were counted, not only those that decided."""
    repository.commit(files(25, 40), message="Initial commit")
    signs = read(tmp_path).bulk[0].signs
    assert signs["files_added"] == signs["tree"] == 25
    assert signs["lines_added"] == signs["lines_now"] == 1000
    assert (signs["root"], signs["authors_before"], signs["says_import"], signs["named"]) == (1, 0, 1, 1)


def test_a_small_beginning_is_none(repository: Repository, tmp_path: Path) -> None:
    """A first commit of a few short files is somebody's own beginning."""
    repository.commit(files(25, 3))
    assert told(tmp_path) == {}


def test_import_behind_a_readme(repository: Repository, tmp_path: Path) -> None:
    """Where the first commit is a README made by a platform, the import is the commit behind it."""
    repository.commit({"README.md": b"x\n"}, message="Initial commit")
    second = repository.commit(files(30, 50), message="first version")
    assert told(tmp_path) == {second: (Kind.INITIAL_IMPORT, "empty-tree-said")}


def test_release_dumps(repository: Repository, tmp_path: Path) -> None:
    """One account that brings many files months apart, and calls them releases, delivers release dumps."""
    repository.commit(files(30, 50), message="release 1.0")
    dumps = []
    for number in ("2.0", "3.0"):
        later(repository, 90)
        dumps.append(repository.commit(files(22, 50, salt=number), message=f"udgave {number}"))
    found = told(tmp_path)
    assert [found[one] for one in dumps] == [(Kind.RELEASE_DUMP, "dumps-release")] * 2


def test_busy_days_are_none(repository: Repository, tmp_path: Path) -> None:
    """Many files changed the day after, among several authors, is work like any other."""
    repository.commit({"a.py": b"a\n"})
    repository.commit(files(15, 10), author=BO)
    repository.commit(files(22, 30, salt="again"), author=PRIVATE, message="rework of everything")
    assert told(tmp_path) == {}


def test_vendor_drop(repository: Repository, tmp_path: Path) -> None:
    """Many files in a folder for others' components are a drop of components."""
    repository.commit({"a.py": b"a\n"})
    drop = repository.commit(files(30, 20, folder="web/vendor/leaflet"))
    assert told(tmp_path) == {drop: (Kind.VENDOR_DROP, "vendor-places")}


def test_reformatting(repository: Repository, tmp_path: Path) -> None:
    """Files that differ in spaces and punctuation alone were reformatted: recognised, and no delivery."""
    before: dict[str | bytes, bytes] = {
        f"f{n}.js": b"function f() {\n\treturn 'a';\n}\n" * 5 for n in range(30)
    }
    repository.commit(before)
    after: dict[str | bytes, bytes] = {
        f"f{n}.js": b'function f() {\n  return "a"\n}\n' * 5 for n in range(30)
    }
    formatted = repository.commit(after, author=BO)
    found = read(tmp_path)
    assert [(one.commit, one.kind, one.delivers) for one in found.bulk] == [
        (formatted, Kind.REFORMATTING, False)
    ]
    assert found.totals.in_bulk == 0


def test_moves_are_none(repository: Repository, tmp_path: Path) -> None:
    """A whole tree that was moved, some files changed on the way, brought nothing."""
    repository.commit({"a.py": b"a\n"})
    repository.commit(files(12, 20), author=BO)
    there = files(60, 200, folder="old")
    for at in range(0, 60, 6):
        repository.commit(dict(list(there.items())[at : at + 6]), author=BO)
    moved: dict[str | bytes, bytes | None] = dict.fromkeys(there)
    moved |= {
        str(path).replace("old/", "new/"): text + b"x\n" * (at % 2)
        for at, (path, text) in enumerate(there.items())
    }
    commit = repository.commit(moved, author=BO)
    assert told(tmp_path) == {}
    found = counts(repository, commit)
    assert (found.moved, found.changed, found.added, found.lines_added) == (30, 30, 0, 30)


def test_a_large_import_later(repository: Repository, tmp_path: Path) -> None:
    """A commit that says that it imports, and brings thousands of lines, is an import."""
    repository.commit({"a.py": b"a\n"})
    repository.commit(files(14, 10, folder="own"), author=BO)
    later(repository, 3)
    imported = repository.commit(files(40, 150), message="Import tests from the old repository")
    assert told(tmp_path) == {imported: (Kind.INITIAL_IMPORT, "import-said")}


def test_a_mass_of_lines_in_few_files(repository: Repository, tmp_path: Path) -> None:
    """Twenty thousand lines between two changes are nobody's writing, however few files they are in."""
    repository.commit({"a.py": b"a\n"})
    for part in range(4):
        repository.commit(files(2, 10, folder=f"own{part}"), author=BO)
    mass = repository.commit({"data.sql": lines("row", 21_000)})
    assert told(tmp_path) == {mass: (Kind.INITIAL_IMPORT, "import-lines")}


def test_the_depth_of_each_release(repository: Repository, tmp_path: Path) -> None:
    """Each tag on the main line has its own shares of A, B and C; the command tells them with the head's."""
    first = repository.commit(files(25, 40))
    repository.ref(b"refs/tags/v1", first)
    second = repository.commit({"own.py": lines("own", 1000)}, author=BO)
    repository.ref(b"refs/tags/v2", second)
    repository.commit({"more.py": lines("more", 500)}, author=BO)
    harvest(tmp_path / "data", tmp_path / "in")
    found = run(tmp_path / "data", "repositories", "depth", "havn/kaj", "--json").json
    shares = [(one["release"], one["individually"], one["in_bulk"], one["unknown"]) for one in found]
    assert shares == [("head", 1500, 1000, 0), ("v2", 1000, 1000, 0), ("v1", 0, 1000, 0)]


def test_possible_counts_for_nothing(repository: Repository, tmp_path: Path) -> None:
    """Much at once without a word is shown as possible, and its lines stay written individually."""
    repository.commit({"a.py": b"a\n"})
    for part in range(20):
        repository.commit(files(15, 10, folder=f"own{part}"), author=BO)
    commit = repository.commit(files(60, 100))
    found = read(tmp_path)
    assert [(one.commit, one.confidence, one.delivers) for one in found.bulk] == [
        (commit, Confidence.POSSIBLE, False)
    ]
    assert found.totals.in_bulk == 0


def test_private_mail_is_grade_c(repository: Repository, tmp_path: Path) -> None:
    """A delivery from a private mail address names no organisation: its lines are of unknown origin."""
    repository.commit(files(25, 40), author=PRIVATE)
    totals = read(tmp_path).totals
    assert (totals.in_bulk, totals.delivered_by_nobody, totals.individually) == (0, 1000, 0)


def test_absent_blob(repository: Repository, tmp_path: Path) -> None:
    """A blob that is not there is counted as unread, and the rest of the commit is measured."""
    root = repository.commit(files(25, 40))
    lost = repository.git("rev-parse", f"{root}:src/f3.py").decode().strip()
    (repository.path / "objects" / lost[:2] / lost[2:]).unlink()
    found = counts(repository, root)
    assert (found.added, found.unread, found.lines_added) == (25, 1, 960)


def test_a_person_rules(repository: Repository, tmp_path: Path) -> None:
    """A ruling takes the rule's place at the next harvest, with who, why and when; the later one wins."""
    root = repository.commit(files(25, 40), author=PRIVATE)
    harvest(tmp_path / "data", tmp_path / "in")
    by = ("--by", "sekretariatet, Havn", "--reason", "aftalt på mødet")
    who = ("--deliverer", "Havn A/S")
    command = ("repositories", "rule", "havn/kaj", root[:9])
    assert run(tmp_path / "data", *command, "--kind", "release_dump", *who, *by).code == 0
    found = read(tmp_path)
    ruling = found.bulk[0].ruling
    assert ruling and (ruling.deliverer, ruling.by) == ("Havn A/S", "sekretariatet, Havn")
    assert (found.bulk[0].kind, found.totals.in_bulk) == (Kind.RELEASE_DUMP, 1000)
    assert run(tmp_path / "data", *command, "--kind", "individual", *by).code == 0
    found = read(tmp_path)
    assert (found.bulk[0].kind, found.totals.individually) == (Kind.INDIVIDUAL, 1000)
    assert run(tmp_path / "data", "verify").code == 0


def test_a_ruling_on_any_commit(repository: Repository, tmp_path: Path) -> None:
    """What no rule recognised can be ruled a delivery all the same."""
    small = repository.commit({"a.py": lines("a", 7)})
    harvest(tmp_path / "data", tmp_path / "in")
    run(
        tmp_path / "data", "repositories", "rule", "havn/kaj", small, "--kind", "initial_import",
        "--by", "x", "--reason", "y",
    )  # fmt: skip
    assert read(tmp_path).totals.in_bulk == 7


@pytest.mark.parametrize("commit", ["zzz", "1234567", "12345", "--all"])
def test_a_ruling_on_nothing(repository: Repository, tmp_path: Path, commit: str) -> None:
    """A commit that is none, or not of the repository, is refused in a sentence, and nothing is recorded."""
    repository.commit({"a.py": b"a\n"})
    harvest(tmp_path / "data", tmp_path / "in")
    words = ("--kind", "individual", "--by", "x", "--reason", "y")
    ended = run(tmp_path / "data", "repositories", "rule", *words, "--", "havn/kaj", commit)
    assert ended.code == 1 and "commit" in ended.err
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        assert service.rulings(session, 1) == ()


def test_counted_once(repository: Repository, tmp_path: Path) -> None:
    """A commit is measured once for ever: a later harvest takes its counts as they are kept."""
    repository.commit(files(25, 40))
    harvest(tmp_path / "data", tmp_path / "in")
    with register(tmp_path / "data") as opened, opened.sessions.begin() as session:
        session.execute(text("UPDATE provenance_counts SET counts = json_set(counts, '$.lines_added', 777)"))
    repository.commit({"b.py": b"b\n"}, author=BO)
    assert [one.signs["lines_added"] for one in read(tmp_path).bulk] == [777]


def test_depth_of_any_tree() -> None:
    """Lines by commit, of the head or of a release, fall into the three grades; what nobody could read is C."""
    graded = {2: Grade.IN_BULK, 3: Grade.UNKNOWN}
    found = depth({1: 50, 2: 30, 3: 10}, graded, unread=10)
    assert found == Depth(50, 30, 20)
    assert found.percent() == (50.0, 30.0, 20.0)
    assert Depth().percent() == (0.0, 0.0, 0.0)


def test_registers_of_the_first_form() -> None:
    """What an earlier register kept of bulk is still read, and counts."""
    old = Bulk.from_json(["a" * 40, ["root:30"]])
    assert (old.kind, old.delivers, grade(old)) == (Kind.INITIAL_IMPORT, True, Grade.UNKNOWN)


def test_every_need_is_a_sign_that_is_explained() -> None:
    """The table of rules asks for nothing that has no words of its own."""
    needed = {need.sign for rule in RULES for need in rule.needs}
    assert needed <= SIGNS.keys() and SAID.keys() <= SIGNS.keys()
