# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A folder of mirrors, each with something wrong: each gets a sentence, and none costs another."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from harvesters.git.model import Oid
from registry.custody import service as custody
from registry.custody.model import Outcome, Result
from tests.builders import ALMA, Gitlink, Link, Repository, new_repository
from tests.running import harvest, lines_of, provenance, register, run

ABC = b"a\nb\nc\n"
HOSTILE: dict[str, str | bytes] = {
    "markup": "<script>alert(1)</script> [bold red]Bo[/] <bo@example.org>",
    "rich": "[bold red]Bo[/] [link=http://example.org]x <rik@example.org>",
    "escapes": "Bo\x1b]0;title\x07\x1b[2J <bo@example.org>",
    "bidi": "Bo\u202egro.elpmaxe\u200b\u2066 <bo@example.org>",
    "pasted": "Bo " + "and all that was pasted behind " * 3000 + " <bo@example.org>",
    "address": "Bo <" + "x" * 5000 + "@example.org>",
    "nameless": " <>",
    "latin1": b"B\xf8 <b\xf8@example.org>",
    "surrogate": b"Bo \xed\xa0\x80 <bo@example.org>",
    "at": "bo@example.org <bo@example.org@xn--tl8h.example@>",
}
DATES = {
    "far": "99999999999999 +0000",
    "farther": "9223372036854775807 +0000",
    "before": "-99999999999 +0000",
    "offset": "1500000000 +9999",
    "west": "1500000000 -9999",
    "none": "",
}


def raw(
    repository: Repository, who: str | bytes = ALMA, when: str = "1500000000 +0000", said: bytes = b""
) -> Oid:
    """Commit main's tree anew under an author field and a date that git itself would not write."""
    tree = repository.tree().encode()
    field = (who if isinstance(who, bytes) else who.encode("utf-8", "surrogatepass")) + b" " + when.encode()
    (repository.path / "refs/heads/main").unlink(missing_ok=True)
    body = b"tree %s\nauthor %s\ncommitter %s\n\n%s\n"
    return repository.raw_commit(body % (tree, field, field, said or b"subject"))


def build(folder: Path) -> None:
    """Build every bad mirror, and a good one that comes last."""
    made = {}
    for name in ("empty", "branchhead", "nohead", "shallow", "submodule", "nul", "trailers", "commits", "refs",
                 "tags", "detached", "tree", "link", "zz-good"):  # fmt: skip
        made[name] = new_repository(folder / f"a+{name}")
        if name != "empty":
            made[name].commit({"a.py": ABC})
    _spoil_refs(made)
    _spoil_objects(made)
    _spoil_commits(made)
    for kind in (*HOSTILE, *DATES):
        one = new_repository(folder / f"a+{kind}")
        one.commit({"a.py": ABC})
        raw(one, HOSTILE.get(kind, ALMA), DATES.get(kind, "1500000000 +0000"))
    _spoil_the_folder(folder, made["zz-good"])


def _spoil_refs(made: Mapping[str, Repository]) -> None:
    """Heads and tags that lead nowhere, elsewhere or to far too much."""
    made["branchhead"].ref(b"refs/heads/HEAD", made["branchhead"].tips[b"refs/heads/main"])
    made["branchhead"].head(b"ref: refs/heads/HEAD")
    made["nohead"].head(b"ref: refs/heads/nowhere")
    tip = made["refs"].tips[b"refs/heads/main"].encode()
    with (made["refs"].path / "packed-refs").open("ab") as file:
        file.writelines(b"%s refs/tags/t%05d\n" % (tip, number) for number in range(20_000))
    made["tags"].git("update-ref", "refs/tags/only", made["tags"].tips[b"refs/heads/main"])
    made["tags"].git("update-ref", "-d", "refs/heads/main")
    made["detached"].head(made["detached"].tips[b"refs/heads/main"].encode())


def _spoil_objects(made: Mapping[str, Repository]) -> None:
    """Commits and trees that are gone, a submodule that is a command, and links that lead out or round."""
    old = made["shallow"].tips[b"refs/heads/main"]
    made["shallow"].commit({"b.py": ABC})
    (made["shallow"].path / "objects" / old[:2] / old[2:]).unlink()
    tree = made["tree"].tree()
    (made["tree"].path / "objects" / tree[:2] / tree[2:]).unlink()
    made["submodule"].commit(
        {
            "sub": Gitlink(Oid("6" * 40)),
            ".gitmodules": b'[submodule "../x"]\npath = sub\nurl = --upload-pack=false\n',
        }
    )
    made["link"].commit(
        {"loop/a": Link(b"../loop/b"), "loop/b": Link(b"a"), "up": Link(b"../../../etc/passwd")}
    )


def _spoil_commits(made: Mapping[str, Repository]) -> None:
    """Commits that git itself would not write."""
    raw(made["nul"], b"Bo\0evil <bo\0@example.org>")
    raw(made["trailers"], said=b"subject\n\n" + b"".join(
        b"Co-authored-by: Person %d <p%d@example.org>\n" % (n, n) for n in range(10_000)))  # fmt: skip
    lost = made["commits"].raw_commit(b"no commit at all", None)
    made["commits"].ref(b"refs/heads/broken", lost)
    made["commits"].ref(b"refs/heads/absent", Oid("7" * 40))


def _spoil_the_folder(folder: Path, good: Repository) -> None:
    """What is no repository beside them, and good ones under names that nobody can read."""
    (folder / "a+nothing").mkdir()
    (folder / "a+file").write_text("no folder")
    (folder / "no-label").mkdir()
    (folder / "a+loop").symlink_to("a+loop")
    shutil.copytree(good.path, folder / os.fsdecode(b"o\xffw+na\xfeme"))
    shutil.copytree(good.path, folder / "a+red\x1b[31m")
    shutil.copytree(good.path, folder / ("a+" + "x" * 250))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of bad mirrors."""
    folder = tmp_path_factory.mktemp("bad")
    build(folder / "in")
    return folder


@pytest.fixture(scope="module")
def results(place: Path) -> dict[str, Result]:
    """What a harvest says of each."""
    found: dict[str, Result] = harvest(place / "data", place / "in")
    return found


def test_the_rest_goes_on(results: dict[str, Result]) -> None:
    """The good mirror behind the bad ones is harvested."""
    assert results["a/zz-good"].outcome is Outcome.NEW


def test_each_has_a_result(place: Path, results: dict[str, Result]) -> None:
    """Every folder that is named like a repository has one result; nothing else has one."""
    assert len(results) == len([one for one in (place / "in").iterdir() if "+" in one.name]) - 2


@pytest.mark.parametrize("name", ["nothing", "tree"])
def test_failures_say_why(results: dict[str, Result], name: str) -> None:
    """What cannot be read at all fails with one sentence."""
    one = results[f"a/{name}"]
    assert one.outcome is Outcome.FAILED and one.message[-1] != " " and "\n" not in one.message


@pytest.mark.parametrize("name", ["empty", "tags"])
def test_empty(results: dict[str, Result], name: str) -> None:
    """A repository without a branch is empty, and no failure."""
    assert results[f"a/{name}"].outcome is Outcome.EMPTY


@pytest.mark.parametrize(
    "name",
    [
        "branchhead",
        "nohead",
        "shallow",
        "submodule",
        "nul",
        "trailers",
        "commits",
        "refs",
        "detached",
        "link",
        *HOSTILE,
        *DATES,
    ],
)
def test_the_odd_are_read(place: Path, results: dict[str, Result], name: str) -> None:
    """What is odd but readable is read, and its lines are told."""
    assert results[f"a/{name}"].outcome is Outcome.NEW, results[f"a/{name}"].message
    assert len(lines_of(provenance(place / "data", f"a/{name}"))[b"a.py"]) == 3


@pytest.mark.parametrize(
    ("name", "words"),
    [("shallow", "incomplete"), ("commits", "refs/heads/absent"), ("commits", "refs/heads/broken")],
)
def test_problems_are_told(results: dict[str, Result], name: str, words: str) -> None:
    """What was left out of a repository that could be read is told beside its result."""
    assert any(words in problem for problem in results[f"a/{name}"].problems)


def test_which_branch_was_read(results: dict[str, Result]) -> None:
    """Where HEAD names nothing, the result says what was read instead."""
    assert "refs/heads/main was read instead" in results["a/nohead"].message


@pytest.mark.parametrize("name", ["nul", *HOSTILE])
def test_authors_cannot_act_on_a_terminal(place: Path, results: dict[str, Result], name: str) -> None:
    """The table of authors shows every name as text."""
    ran = run(place / "data", "provenance", f"a/{name}")
    assert ran.code == 0, ran.err
    assert not set(ran.out) & set("\x1b\x07\0\u202e\u200b\u2066\ud800")
    assert name != "rich" or "[bold red]Bo[/]" in ran.out


@pytest.mark.parametrize("name", DATES)
def test_dates_beyond_calendars(place: Path, results: dict[str, Result], name: str) -> None:
    """A date that no calendar holds, or that is not stated, is shown as none, never as another."""
    ran = run(place / "data", "provenance", f"a/{name}")
    assert ran.code == 0, ran.err
    assert re.findall(r"\d{4}-\d\d-\d\d", ran.out) == ["2017-07-14"] * (
        2 if name in {"offset", "west"} else 0
    )


def test_labels_of_any_bytes(place: Path, results: dict[str, Result]) -> None:
    """A mirror whose folder's name is no text is harvested under a name that can be shown."""
    ran = run(place / "data", "repositories", "--json")
    names = [one["repository"] for one in ran.json]
    assert all(name.isprintable() for name in names)
    assert [name for name in names if name.startswith("o") and "/na" in name]


def test_the_list_cannot_act_on_a_terminal(place: Path, results: dict[str, Result]) -> None:
    """The list of repositories shows names as text."""
    assert "\x1b" not in run(place / "data", "repositories").out


def test_the_second_time(place: Path, results: dict[str, Result]) -> None:
    """Harvested again, the bad ones say the same, and nothing is read anew."""
    again = harvest(place / "data", place / "in")
    assert {name: one.outcome for name, one in again.items() if one.outcome is Outcome.NEW} == {}
    assert {name for name, one in again.items() if one.outcome is Outcome.CHANGED} == set()
    assert again["a/shallow"].problems == results["a/shallow"].problems


def test_the_command_fails_but_says_everything(place: Path, results: dict[str, Result]) -> None:
    """The command ends with 1, a table of all results, and no traceback."""
    ran = run(place / "data", "harvest", "--mirrors", str(place / "in"))
    assert ran.code == 1 and "a/zz-good" in ran.out and "Traceback" not in ran.err + ran.out
    assert "\x1b" not in ran.out


def test_everything_is_recorded(place: Path, results: dict[str, Result]) -> None:
    """Each result is kept in the register as it was said."""
    with register(place / "data") as opened, opened.sessions() as session:
        kept = {one.name: one for one in custody.results(session, harvest=1, most=1000)}
    assert {name: (one.outcome, one.message) for name, one in kept.items()} == {
        name: (one.outcome, one.message) for name, one in results.items()
    }
