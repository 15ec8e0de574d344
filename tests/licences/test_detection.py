# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
# REUSE-IgnoreStart - the tests hold tags and notices of invented parties as data
"""Detection: an answer depends on the bytes and the class of the name, and never fails."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from registry.licences.detection import detect, moved
from registry.licences.name_classes import name_class
from registry.licences.output import to_json
from tests.licences.builders import concluded, text_of

NAMES = """
    LICENSE LICENSES/a.txt README.md package.json composer.json pyproject.toml setup.py pom.xml REUSE.toml
    .reuse/dep5 publiccode.yml a.py x.license kage.gemspec COPYRIGHT
""".split()  # noqa: SIM905 - a list of words reads better as words
WORDS = st.sampled_from(
    """
    license License: SPDX-License-Identifier: MIT GPL version 2 (c) © 2020 { } "license": [ ] < > public
    see COPYING under the terms --- &a *a : = '
    """.split()  # noqa: SIM905 - a list of words reads better as words
) | st.sampled_from(["\n", "\t", " ", "\x00", "\x1b[31m", "\u202e", "or later", "public license"])


@given(st.sampled_from(NAMES), st.lists(WORDS | st.text(max_size=5), max_size=60), st.booleans())
def test_no_content_makes_detection_fail(name: str, words: list[str], wide: bool) -> None:
    """Whatever stands in a file, an answer comes back."""
    data = " ".join(words).encode("utf-16" if wide else "utf-8", "surrogatepass")
    found = detect(name.encode(), data)
    assert all(len(source.text) <= 500 for source in found.sources)


@given(st.binary(max_size=300), st.binary(max_size=30))
def test_no_bytes_and_no_path_make_detection_fail(data: bytes, path: bytes) -> None:
    """Paths need not be text, either."""
    detect(path, data)


def test_an_answer_can_be_kept_for_the_same_blob_elsewhere() -> None:
    """Only the place differs."""
    data = text_of("MIT").encode()
    there = detect(b"a/b/LICENSE", data)
    assert name_class(b"a/b/LICENSE") == name_class(b"COPYING.txt")
    assert moved(detect(b"COPYING.txt", data), b"a/b/LICENSE") == there


def test_the_output_has_the_promised_shape() -> None:
    """`licences --json`, with GitHub's opinion in no file."""
    answer = concluded(
        {"LICENSE": text_of("MPL-2.0"), "composer.json": '{"license": "MIT"}'}, github="MPL-2.0"
    )
    document = to_json(answer, "Kageby/kagekatalog", "0" * 40)
    assert list(document) == ["repository", "commit", "concluded", "sources", "contradictions"]
    assert document["concluded"] is None
    assert document["sources"][1] == {
        "kind": "manifest", "path": "composer.json", "line": 1, "expression": "MIT", "text": "MIT",
    }  # fmt: skip
    assert document["sources"][2]["path"] is None
    assert document["contradictions"] == [
        {
            "expressions": ["MPL-2.0", "MIT"],
            "places": [
                {"path": "LICENSE", "line": 1},
                {"path": None, "line": None},
                {"path": "composer.json", "line": 1},
            ],
        }
    ]


# REUSE-IgnoreEnd
