# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Proposals: files that could be added upstream, as a patch that git applies."""

# REUSE-IgnoreStart - the tests hold tags and notices of invented parties as data

from __future__ import annotations

import subprocess
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

from registry.custody import service as custody
from registry.exports import service as exports
from registry.exports.proposals import patch
from registry.pipeline.facts import import_facts
from registry.pipeline.register import Register
from registry.web.catalogue import HERE
from tests.builders import Content, Repository, new_repository
from tests.pipeline.stating import FACTS
from tests.running import harvest, register

MPL = (HERE.parents[1] / "LICENSES" / "MPL-2.0.txt").read_bytes()
EARLY = "1300000000 +0000"
FILES: dict[str | bytes, Content] = {
    "LICENSE": MPL,
    "src/a.py": b"# Copyright 2011 Kaj Kode ApS\na = 1\n",
    'src/"star*\\.py': b"b = 1\n",
    "src/æ.py": b"c = 1\n",
    b"src/\xff.py": b"d = 1\n",
    "src/said.py": b"# SPDX-License-Identifier: MPL-2.0\ne = 1\n",
}


def built(folder: Path, more: dict[str | bytes, Content] | None = None) -> Repository:
    """Write a repository under the MPL."""
    git = new_repository(folder / "in" / "havn+kaj")
    git.commit(FILES | (more or {}), date=EARLY)
    return git


def proposed(opened: Register) -> str:
    """Return the patch for the one repository."""
    with opened.sessions() as session:
        one = custody.by_name(session, "havn/kaj")
        found = exports.collect(session, opened.settings, one, date(2026, 1, 1))
        return exports.proposals(session, found)


def applied(git: Repository, made: str, folder: Path) -> Path:
    """Check the repository out and let git apply the patch; returns the work tree."""
    place = folder / "out"
    subprocess.run(["git", "clone", "--quiet", str(git.path), str(place)], check=True)
    command = ["git", "-C", str(place), "apply", "--whitespace=error-all", "-"]
    subprocess.run(command, input=made.encode(), check=True)
    return place


def test_git_applies_the_patch_and_each_file_can_be_read(tmp_path: Path) -> None:
    """publiccode.yml as YAML, REUSE.toml as TOML, with every path as it is in the tree."""
    git = built(tmp_path)
    with register(tmp_path / "data") as opened:
        harvest(tmp_path / "data", tmp_path / "in")
        place = applied(git, proposed(opened), tmp_path)
    assert yaml.safe_load((place / "publiccode.yml").read_text("utf-8")) == {
        "publiccodeYmlVersion": "0.7",
        "name": "kaj",
        "legal": {"license": "MPL-2.0"},
    }
    (annotation,) = tomllib.loads((place / "REUSE.toml").read_text("utf-8"))["annotations"]
    assert annotation["SPDX-License-Identifier"] == "MPL-2.0"
    assert set(annotation["path"]) == {"src/a.py", 'src/"star\\*\\\\.py', "src/æ.py"}
    assert "Copyright 2011 Kaj Kode ApS" in (place / "NOTICE").read_text("utf-8")


def test_the_reuse_tool_reads_the_proposal(tmp_path: Path) -> None:
    """It finds the licence of a file whose name holds a star."""
    from reuse.global_licensing import ReuseTOML

    built(tmp_path)
    with register(tmp_path / "data") as opened:
        harvest(tmp_path / "data", tmp_path / "in")
        made = proposed(opened).split("+++ b/REUSE.toml\n")[1].split("diff --git")[0]
    text = "".join(line[1:] + "\n" for line in made.splitlines() if line.startswith("+"))
    found = ReuseTOML.from_toml(text, "REUSE.toml")
    assert found.find_annotations_item('src/"star*\\.py') is not None
    assert found.find_annotations_item('src/"starX\\.py') is None


@pytest.mark.parametrize(
    ("there", "left_out"),
    [
        ("publiccode.yaml", "publiccode.yml"),
        (".reuse/dep5", "REUSE.toml"),
        ("NOTICE.md", "NOTICE"),
        ("REUSE.toml", "REUSE.toml"),
    ],
)
def test_what_is_there_is_never_replaced(tmp_path: Path, there: str, left_out: str) -> None:
    """It is its maintainers' own, whatever its name."""
    git = built(tmp_path, {there: b"version = 1\n"})
    with register(tmp_path / "data") as opened:
        harvest(tmp_path / "data", tmp_path / "in")
        made = proposed(opened)
    assert f"+++ b/{left_out}\n" not in made
    applied(git, made, tmp_path)


def test_a_holder_is_proposed_only_where_title_is_documented(tmp_path: Path) -> None:
    """Not on a paper that nobody has seen."""
    built(tmp_path)
    with register(tmp_path / "data") as opened:
        harvest(tmp_path / "data", tmp_path / "in")
        assert "SPDX-FileCopyrightText = " not in proposed(opened)
        import_facts(opened, FACTS)
        assert "SPDX-FileCopyrightText = " not in proposed(opened)
        own = FACTS.replace(b"{person: alma, party: kaj", b"{person: alma, party: havn")
        import_facts(opened, own)
        assert '+SPDX-FileCopyrightText = "Havnens Forening"\n' in proposed(opened)


def test_a_file_without_a_last_line_break_stays_so() -> None:
    """As git writes it."""
    assert patch("a", "one").endswith("@@ -0,0 +1,1 @@\n+one\n\\ No newline at end of file\n")


# REUSE-IgnoreEnd
