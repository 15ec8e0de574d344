# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
# REUSE-IgnoreStart - the tests hold tags and notices of invented parties as data
"""A file's licence: header, nearest licence file, REUSE, manifest, README, in that order."""

from __future__ import annotations

import time

import pytest

from registry.licences.file_conclusions import FileConclusion, Part, Rule, conclude_files
from registry.licences.globs import matches
from registry.licences.scopes import Surroundings
from tests.licences.builders import sources, text_of

MPL = text_of("MPL-2.0")
CLAIM = "Licensed under the MIT license"
REUSE = '[[annotations]]\npath = "{}"\nSPDX-License-Identifier = "{}"\n'
CLOSED = """# SPDX-License-Identifier: MPL-2.0
# This Source Code Form is "Incompatible With Secondary Licenses", as
# defined by the Mozilla Public License, v. 2.0.
"""
ALL_MIT = REUSE.format("src/**", "MIT")


def files(tree: dict[str, str], third_party: tuple[str, ...] = ()) -> dict[str, FileConclusion]:
    """The conclusion of each file of a tree."""
    found = [source for path, content in tree.items() for source in sources(path, content)]
    paths = frozenset(path.encode() for path in tree)
    around = Surroundings(paths, frozenset(path.encode() for path in third_party))
    return {path.decode(): one for path, one in conclude_files(found, around).items()}


@pytest.mark.parametrize(
    ("tree", "expression", "rule"),
    [
        ({"LICENSE": MPL, "src/a.py": "# SPDX-License-Identifier: MIT"}, "MIT", Rule.HEADER),
        ({"LICENSE": MPL, "setup.cfg": "license = ISC", "src/a.py": ""}, "MPL-2.0", Rule.LICENCE_FILE),
        ({"REUSE.toml": ALL_MIT, "setup.cfg": "license = ISC", "src/a.py": ""}, "MIT", Rule.REUSE),
        ({"setup.cfg": "license = ISC", "README": CLAIM, "src/a.py": ""}, "ISC", Rule.MANIFEST),
        ({"README": CLAIM, "src/a.py": ""}, "MIT", Rule.README),
        ({"src/a.py": ""}, None, Rule.NONE),
        ({"LICENSE": MPL, "src/a.py": CLOSED}, "MPL-2.0-no-copyleft-exception", Rule.HEADER),
    ],
)  # fmt: skip
def test_the_first_source_that_speaks_of_a_file_decides(
    tree: dict[str, str], expression: str | None, rule: Rule
) -> None:
    """And is cited."""
    answer = files(tree)["src/a.py"]
    assert (answer.expression, answer.rule, bool(answer.because)) == (expression, rule, rule is not Rule.NONE)


def test_a_nearer_licence_file_goes_before_the_roots() -> None:
    """A component keeps its own."""
    tree = {"LICENSE": MPL, "lib/slider/LICENSE": text_of("MIT"), "lib/slider/js/a.js": "", "lib/b.js": ""}
    answers = files(tree)
    assert answers["lib/slider/js/a.js"].expression == "MIT"
    assert answers["lib/b.js"].expression == "MPL-2.0"


def test_sources_that_say_something_else_are_kept_beside_the_answer() -> None:
    """The header decides; the root file is told."""
    answer = files({"LICENSE": MPL, "a.py": "# SPDX-License-Identifier: EUPL-1.2"})["a.py"]
    assert [one.expression for one in answer.against] == ["MPL-2.0"]


def test_documentation_follows_its_own_licence_file() -> None:
    """`LICENSE-docs` is for the manual and not for the program."""
    answers = files({"LICENSE": MPL, "LICENSE-docs": text_of("CC-BY-SA-4.0"), "docs/a.md": "", "a.py": ""})
    assert (answers["docs/a.md"].part, answers["docs/a.md"].expression) == (
        Part.DOCUMENTATION,
        "CC-BY-SA-4.0",
    )
    assert (answers["a.py"].part, answers["a.py"].expression) == (Part.CODE, "MPL-2.0")


def test_third_party_files_stand_apart() -> None:
    """By what the register knows of the path."""
    answers = files({"LICENSE": MPL, "vendor/x.js": ""}, third_party=("vendor/x.js",))
    assert answers["vendor/x.js"].part is Part.THIRD_PARTY


def test_an_unreadable_nearest_licence_leaves_the_file_to_a_person() -> None:
    """The root's licence does not reach over it."""
    answer = files({"LICENSE": MPL, "lib/LICENSE.pdf": "%PDF-1.4", "lib/a.js": ""})["lib/a.js"]
    assert (answer.expression, answer.rule) == (None, Rule.LICENCE_FILE)


def test_two_statements_of_one_rank_that_differ_leave_the_file_to_a_person() -> None:
    """Neither goes first."""
    tree = {
        "package.json": '{"license": "MIT"}',
        "composer.json": '{"license": "GPL-2.0-or-later"}',
        "a.js": "",
    }
    assert files(tree)["a.js"].expression is None


def test_the_last_annotation_that_covers_a_file_holds() -> None:
    """As the REUSE specification has it."""
    tree = {
        "REUSE.toml": REUSE.format("**", "MIT") + REUSE.format("img/*.png", "CC0-1.0"),
        "img/a.png": "",
        "b.c": "",
    }
    answers = files(tree)
    assert (answers["img/a.png"].expression, answers["b.c"].expression) == ("CC0-1.0", "MIT")


@pytest.mark.parametrize(
    ("glob", "path", "covered"),
    [
        ("*.md", "a.md", True),
        ("*.md", "docs/a.md", False),
        ("docs/**", "docs/a/b.md", True),
        ("**/*.md", "docs/a/b.md", True),
        ("**.json", "a/b.json", True),
        (r"a\*.md", "a*.md", True),
        (r"a\*.md", "ab.md", False),
        ("**", "anything/at/all", True),
        ("docs", "docs/a.md", False),
    ],
)
def test_a_glob_covers_as_reuse_says(glob: str, path: str, covered: bool) -> None:
    """One star stays in its folder, two do not."""
    assert matches(glob.encode(), path.encode()) is covered


def test_a_hostile_glob_is_matched_in_bounded_time() -> None:
    """Stars upon stars."""
    before = time.process_time()
    assert not matches(b"*a" * 200 + b"!", b"a" * 2000)
    assert time.process_time() - before < 5


# REUSE-IgnoreEnd


def test_the_repositorys_own_licence_reaches_no_third_party() -> None:
    """A component that brought no licence has none, whatever the root says."""
    tree = {
        "LICENSE": text_of("MPL-2.0"),
        "lib/glasur.js": "x",
        "lib/kerne/LICENSE": text_of("MIT"),
        "lib/kerne/a.js": "x",
    }
    found = [source for path, content in tree.items() for source in sources(path, content)]
    theirs = frozenset(path.encode() for path in tree if path.startswith("lib/"))
    around = Surroundings(frozenset(path.encode() for path in tree), theirs)
    files = conclude_files(found, around)
    assert (files[b"lib/glasur.js"].expression, files[b"lib/kerne/a.js"].expression) == (None, "MIT")
