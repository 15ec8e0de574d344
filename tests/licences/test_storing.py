# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Kept licence facts: what was detected and concluded comes back as it was, so that a second run agrees."""

from __future__ import annotations

from dataclasses import fields

from registry.licences.model import Detection, Kind, Note, Notice, Source
from registry.licences.storing import (
    conclusion_from_json,
    conclusion_to_json,
    detection_from_json,
    detection_to_json,
)
from tests.licences.builders import concluded, text_of

SOURCE = Source(
    kind=Kind.HEADER,
    path=b"src/k\xe6rge.py",
    line=3,
    expression="MPL-2.0",
    text="MPL-2.0",
    notes=(Note.NAMED_ONLY,),
    covers=("docs/**",),
    targets=("COPYING",),
    nearest="MIT",
    similarity=0.97,
    difference="-kage +te",
    known_places=("theme",),
    tagged=True,
    documentation=True,
)


def test_every_field_of_a_source_comes_back() -> None:
    """A field that was forgotten would make the second harvest conclude something else than the first."""
    found = Detection((SOURCE,), (Notice(SOURCE.path, 1, "Bager Bo", (2020,), "(c) 2020 Bager Bo"),))
    assert all(getattr(SOURCE, one.name) not in (None, False, "", ()) for one in fields(Source))
    assert detection_from_json(detection_to_json(found), SOURCE.path) == found


def test_a_conclusion_comes_back_whole() -> None:
    """With its sources, contradictions and remarks."""
    tree = {
        "LICENSE": text_of("MPL-2.0"),
        "package.json": '{"license": "MIT"}',
        "README.md": "See [it](LICENCE).",
    }
    answer = concluded(tree)
    kept = conclusion_to_json(answer)
    assert conclusion_from_json(answer.concluded, answer.light, answer.reason, kept) == answer


def test_a_remark_of_another_version_is_left_out() -> None:
    """The next harvest reads the tree anew; until then the page shows what it knows."""
    answer = concluded({"README.md": "See the [licence](LICENSE.md).", "kage.py": "kage = 1\n"})
    kept = conclusion_to_json(answer)
    kept["remarks"].append({"code": "baked", "text": "", "places": []})
    assert conclusion_from_json(None, answer.light, answer.reason, kept) == answer
