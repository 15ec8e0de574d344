# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The output: a conclusion in the shape of `licences --json`."""

from __future__ import annotations

from typing import Any

from registry.licences.model import Conclusion, Kind, Place, Source
from registry.text import path_text


def to_json(conclusion: Conclusion, repository: str, commit: str) -> dict[str, Any]:
    """Return the document; a source that stands in no file (GitHub's) has neither path nor line."""
    return {
        "repository": repository,
        "commit": commit,
        "concluded": conclusion.concluded,
        "sources": [_source(source) for source in (*conclusion.sources, *conclusion.third_party)],
        "contradictions": [
            {"expressions": list(one.expressions), "places": [_place(place) for place in one.places]}
            for one in conclusion.contradictions
        ],
    }


def _source(source: Source) -> dict[str, Any]:
    nowhere = source.kind is Kind.GITHUB
    return {
        "kind": source.kind.value,
        "path": None if nowhere else path_text(source.path),
        "line": None if nowhere else source.line,
        "expression": source.expression,
        "text": source.text,
    }


def _place(place: Place) -> dict[str, Any]:
    nowhere = not place.path
    return {"path": None if nowhere else path_text(place.path), "line": None if nowhere else place.line}
