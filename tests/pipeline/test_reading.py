# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A reading: every path once, with its lines or the reason why not; documents, bulk, families, decisions."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from harvesters.git.lineage.backward import Lineage, Look, trace
from harvesters.git.model import Mirror, Oid
from registry.custody import service as custody
from registry.custody.model import Outcome
from registry.provenance import service as read
from registry.provenance.intake import tracing
from tests.builders import Executable, Gitlink, Link, Repository, new_repository
from tests.running import SKIPS, Ran, harvest, lines_of, paths_of, provenance, register, run

BO = "Bo Eksempel <bo@example.org>"
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 3\n" % (b"0" * 64)
ABC = b"a\nb\nc\n"
STRANGE = (
    *(b"a:b.py", b"line\nfeed.py", b"\xe6\xf8\xe5.py", b"tab\there.py", b'"quoted".py', b":(top)x.py"),
    *(b"-dash.py", b"caf\xc3\xa9.py", b"space .py", b"back\\slash.py", b"*.py", b"\x1b[31mred.py"),
    *(
        "højre\u202etil.py".encode(),
        "bredde\u200bnul.py".encode(),
        b"HEAD",
        b"[link=x]y.py",
        b"a/" * 60 + b"x",
    ),
)


def fill(repository: Repository) -> None:
    """Commit one file of every reason to be skipped, and files of every strange name."""
    lost = Oid(repository.git("hash-object", "--stdin", stdin=b"nobody has this\n").decode().strip())
    repository.commit({
        "node_modules/w/package.json": b'{"name": "w"}', "node_modules/w/w.js": ABC,
        "package-lock.json": b'{\n  "lockfileVersion": 3\n}', "a.bin": b"\0\1",
        "link": Link(b"a.py"), "loop": Link(b"loop"), "sub": Gitlink(Oid("1" * 40)),
        "big.sql": b"-- row\n" * 3_000_000, "film.bin": POINTER, "none.txt": b"", "a.py": ABC,
        "run.sh": Executable(b"#!/bin/sh\n"), "lost.py": b"lost\n", "utf16.txt": "æ\n".encode("utf-16"),
        "latin1.txt": "æøå\n".encode("latin-1"), "bom.txt": b"\xef\xbb\xbfx\n", **dict.fromkeys(STRANGE, ABC),
    })  # fmt: skip
    tree = repository.git("ls-tree", repository.tips[b"refs/heads/main"], "lost.py").split()[2].decode()
    assert lost != tree
    (repository.path / "objects" / tree[:2] / tree[2:]).unlink()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which a repository with one of everything was harvested."""
    folder = tmp_path_factory.mktemp("reading")
    fill(new_repository(folder / "in" / "havn+kaj"))
    harvest(folder / "data", folder / "in")
    return folder


@pytest.fixture(scope="module")
def told(place: Path) -> dict[str, Any]:
    """What the register tells of it."""
    return provenance(place / "data", "havn/kaj")


def test_every_path_stands_once(place: Path, told: dict[str, Any]) -> None:
    """Every path that git lists stands once, with its lines or among the skipped."""
    paths = [os.fsencode(one["path"]) for one in (*told["files"], *told["skipped"])]
    assert sorted(paths) == sorted(paths_of(place / "in" / "havn+kaj", told["commit"]))


def test_every_reason_is_one_of_nine_and_all_are_met(told: dict[str, Any]) -> None:
    """All nine reasons to skip a file are told, and no other."""
    assert {one["reason"] for one in told["skipped"]} == SKIPS


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        *(("link", "symlink"), ("loop", "symlink"), ("sub", "submodule"), ("lost.py", "unreadable")),
        *(("big.sql", "too_large"), ("film.bin", "lfs_pointer"), ("none.txt", "empty")),
        *(("utf16.txt", "binary"), ("a.bin", "binary"), ("package-lock.json", "generated")),
        ("node_modules/w/w.js", "third_party"),
    ],
)
def test_the_reason_is_right(told: dict[str, Any], path: str, reason: str) -> None:
    """Each file is skipped for its own reason."""
    assert {"path": path, "reason": reason} in told["skipped"]


@pytest.mark.parametrize("path", STRANGE)
def test_strange_paths(told: dict[str, Any], path: bytes) -> None:
    """A path of any bytes is told, and gives the same bytes back."""
    assert lines_of(told)[path] == [told["commit"]] * 3


@pytest.mark.parametrize("path", STRANGE)
def test_strange_paths_can_be_asked_for(place: Path, path: bytes) -> None:
    """--path takes any path, and tells that file alone."""
    one = provenance(place / "data", "havn/kaj", "--path", os.fsdecode(path))
    assert list(lines_of(one)) == [path] and one["skipped"] == []


@pytest.mark.parametrize("path", STRANGE)
def test_nothing_in_a_path_acts_on_a_terminal(place: Path, path: bytes) -> None:
    """The table shows a path without control, bidirectional or zero-width characters, and as no markup."""
    ran = run(place / "data", "provenance", "havn/kaj", "--path", os.fsdecode(path))
    assert ran.code == 0 and not set(ran.out) & set("\x1b\x07\u202e\u200b\t")
    assert len(ran.out.splitlines()) == 2


def test_a_folder_can_be_asked_for(place: Path) -> None:
    """--path of a folder tells everything in it, and nothing of a folder whose name begins so."""
    one = provenance(place / "data", "havn/kaj", "--path", "node_modules/")
    assert {skipped["path"] for skipped in one["skipped"]} == {
        "node_modules/w/package.json",
        "node_modules/w/w.js",
    }


def test_latin_1_has_lines(told: dict[str, Any]) -> None:
    """A text in Latin-1, or with a byte order mark, is text."""
    assert {b"latin1.txt", b"bom.txt", b"run.sh"} <= lines_of(told).keys()


def test_unchanged_walks_no_history(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second harvest of what has not changed compares no commits, and adds nothing but its results."""
    log = spy(tmp_path, monkeypatch)
    result = harvest(place / "data", place / "in")["havn/kaj"]
    assert result.outcome is Outcome.UNCHANGED
    assert not {"blame", "diff-tree"} & set(log.read_text().split())


def test_only_what_is_new_is_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After one new commit only its files are traced, and no further than to what was known."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    first = repository.commit({f"{number}.py": ABC for number in range(9)})
    harvest(tmp_path / "data", tmp_path / "in")
    repository.commit({"3.py": b"a\n"})
    asked: list[tuple[list[bytes], list[Oid]]] = []

    def listening(mirror: Mirror, commit: Oid, files: Mapping[bytes, int], look: Look) -> Lineage:
        asked.append((list(files), list(look.known.commits) if look.known else []))
        return trace(mirror, commit, files, look)

    monkeypatch.setattr(tracing, "trace", listening)
    harvest(tmp_path / "data", tmp_path / "in")
    assert asked == [([b"3.py"], [first])]


def spy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a git before the real one that writes down how it was called; returns what it writes."""
    log, fake = folder / "calls", folder / "bin" / "git"
    fake.parent.mkdir()
    fake.write_text(f'#!/bin/sh\necho "git $*" >> {log}\nexec {shutil.which("git")} "$@"\n')
    fake.chmod(0o755)
    log.touch()
    monkeypatch.setenv("PATH", f"{fake.parent}:{os.environ['PATH']}")
    return log


def test_documents_have_versions(tmp_path: Path) -> None:
    """A document without lines belongs to the commits that wrote its versions, oldest first."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    wrote = [repository.commit({"m.pdf": b"%%PDF\0%d" % number}) for number in range(3)]
    repository.commit({"a.py": ABC})
    harvest(tmp_path / "data", tmp_path / "in")
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        file = read.file(session, 1, b"m.pdf")
        oids = {number: one.oid for number, one in read.commits(session, file.versions).items()}
    assert [oids[number] for number in file.versions] == wrote


def test_families(tmp_path: Path) -> None:
    """Repositories that share a root are relatives; each tells how far the other is ahead and behind."""
    one, two = (new_repository(tmp_path / "in" / name) for name in ("havn+kaj", "fjord+kaj"))
    for repository in (one, two):
        repository.commit({"a.py": ABC})
        repository.commit({"b.py": ABC})
    one.commit({"c.py": ABC})
    two.commit({"d.py": ABC})
    two.commit({"e.py": ABC})
    new_repository(tmp_path / "in" / "dal+sti").commit({"x.py": ABC})
    harvest(tmp_path / "data", tmp_path / "in")
    with register(tmp_path / "data") as opened, opened.sessions() as session:
        found = read.relatives(session, custody.by_name(session, "havn/kaj").id)
        other = custody.by_name(session, "fjord/kaj").id
        assert read.relatives(session, custody.by_name(session, "dal/sti").id) == ()
        assert read.commit_count(session) == 2 + 1 + 2 + 1
    assert [(one.repository, one.shared, one.ahead, one.behind) for one in found] == [(other, 2, 2, 1)]


def decide(data: Path, *what: str) -> Ran:
    """Decide on files as a person does."""
    return run(
        data, "repositories", "set", "havn/kaj", *what, "--by", "sekretariatet", "--reason", "set efter"
    )


def test_a_decision_acts_at_the_next_harvest(tmp_path: Path) -> None:
    """A person's word takes files out of the count and brings them back, at the next harvest each time."""
    new_repository(tmp_path / "in" / "havn+kaj").commit({"lib/a.py": ABC, "b.py": ABC})
    data = tmp_path / "data"
    counts = []
    for origin in (None, "third_party", "original"):
        if origin:
            assert decide(data, "lib/**", "--origin", origin).code == 0
        harvest(data, tmp_path / "in")
        told = provenance(data, "havn/kaj")
        counts.append((sorted(lines_of(told)), [one["path"] for one in told["skipped"]]))
    assert counts == [([b"b.py", b"lib/a.py"], []), ([b"b.py"], ["lib/a.py"]), ([b"b.py", b"lib/a.py"], [])]


def test_a_decision_brings_back_what_signs_took_out(tmp_path: Path) -> None:
    """A module folder inside vendored code that is set original has lines again, right ones."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    first = repository.commit({"node_modules/w/package.json": b'{"name": "w"}', "node_modules/w/w.js": ABC})
    harvest(tmp_path / "data", tmp_path / "in")
    decide(tmp_path / "data", "node_modules/w/**", "--origin", "original")
    harvest(tmp_path / "data", tmp_path / "in")
    assert lines_of(provenance(tmp_path / "data", "havn/kaj"))[b"node_modules/w/w.js"] == [first] * 3


@pytest.mark.parametrize(
    "what",
    [("**",), ("", "--origin", "original"), ("x" * 5000, "--origin", "bot")],
)
def test_a_decision_that_says_nothing_is_refused(tmp_path: Path, what: tuple[str, ...]) -> None:
    """A decision without a content, or on files that no glob describes, is refused in a sentence."""
    new_repository(tmp_path / "in" / "havn+kaj").commit({"b.py": ABC})
    harvest(tmp_path / "data", tmp_path / "in")
    ran = decide(tmp_path / "data", *what)
    assert ran.code == 1 and ran.err.startswith("os2-registry: ") and ran.err.count("\n") == 1
