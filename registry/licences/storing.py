# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Licence facts as the database holds them: JSON of text, from which the same values come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from registry.licences.model import (
    Conclusion,
    Contradiction,
    Detection,
    Kind,
    Light,
    Note,
    Notice,
    Place,
    Reason,
    Remark,
    Remarkable,
    Source,
)
from registry.text import path_bytes, path_text, storable

_PATH_FREE = ""
_REMARKABLE = frozenset(map(str, Remarkable))


def detection_to_json(found: Detection) -> dict[str, Any]:
    """Return a detection without its path: the same blob may stand at many."""
    if not found.sources and not found.notices:
        return {}
    return {
        "sources": [_source_to_json(one, with_path=False) for one in found.sources],
        "notices": [_notice_to_json(one, with_path=False) for one in found.notices],
    }


def detection_from_json(stored: Mapping[str, Any], path: bytes) -> Detection:
    """Return the detection as one at `path`."""
    return Detection(
        tuple(_source_from_json(one, path) for one in stored.get("sources", ())),
        tuple(_notice_from_json(one, path) for one in stored.get("notices", ())),
    )


def conclusion_to_json(concluded: Conclusion) -> dict[str, Any]:
    """Return everything of a conclusion that has no column of its own."""
    return {
        "documentation": concluded.documentation,
        "sources": [_source_to_json(one, with_path=True) for one in concluded.sources],
        "third_party": [_source_to_json(one, with_path=True) for one in concluded.third_party],
        "contradictions": [
            {"expressions": list(one.expressions), "places": _places_to_json(one.places)}
            for one in concluded.contradictions
        ],
        "remarks": [
            {"code": one.code, "text": one.text, "places": _places_to_json(one.places)}
            for one in concluded.remarks
        ],
    }


def conclusion_from_json(
    concluded: str | None, light: str, reason: str, stored: Mapping[str, Any]
) -> Conclusion:
    """Return the conclusion that `conclusion_to_json` wrote beside these columns."""
    return Conclusion(
        concluded=concluded,
        light=Light(light),
        reason=Reason(reason),
        documentation=stored.get("documentation"),
        sources=tuple(_source_from_json(one) for one in stored["sources"]),
        third_party=tuple(_source_from_json(one) for one in stored["third_party"]),
        contradictions=tuple(
            Contradiction(tuple(one["expressions"]), _places_from_json(one["places"]))
            for one in stored["contradictions"]
        ),
        remarks=tuple(
            Remark(Remarkable(one["code"]), _places_from_json(one["places"]), one["text"])
            for one in stored["remarks"]
            if one["code"] in _REMARKABLE  # a register may have been read by a version that remarked more
        ),
    )


def _source_to_json(one: Source, *, with_path: bool) -> dict[str, Any]:
    written = {key: value for key, value in asdict(one).items() if value not in (None, (), "")}
    written["path"] = path_to_text(one.path) if with_path else _PATH_FREE
    written["text"] = storable(one.text, 2000)
    for name in ("notes", "covers", "targets"):
        if name in written:
            written[name] = [storable(str(value), 1000) for value in written[name]]
    return written


def _source_from_json(stored: Mapping[str, Any], path: bytes | None = None) -> Source:
    return Source(
        kind=Kind(stored["kind"]),
        path=path_from_text(stored["path"]) if path is None else path,
        line=stored["line"],
        expression=stored.get("expression"),
        text=stored["text"],
        notes=tuple(Note(one) for one in stored.get("notes", ())),
        covers=tuple(stored.get("covers", ())),
        targets=tuple(stored.get("targets", ())),
        nearest=stored.get("nearest"),
        similarity=stored.get("similarity"),
        difference=stored.get("difference", ""),
        known_places=tuple(stored.get("known_places", ())),
        tagged=stored.get("tagged", False),
        documentation=stored.get("documentation", False),
    )


def _notice_to_json(one: Notice, *, with_path: bool) -> dict[str, Any]:
    return {
        "path": path_to_text(one.path) if with_path else _PATH_FREE,
        "line": one.line,
        "holder": storable(one.holder, 500),
        "years": list(one.years),
        "text": storable(one.text, 2000),
    }


def _notice_from_json(stored: Mapping[str, Any], path: bytes | None = None) -> Notice:
    return Notice(
        path=path_from_text(stored["path"]) if path is None else path,
        line=stored["line"],
        holder=stored["holder"],
        years=tuple(stored["years"]),
        text=stored["text"],
    )


def _places_to_json(places: tuple[Place, ...]) -> list[dict[str, Any]]:
    return [{"path": path_to_text(place.path), "line": place.line} for place in places]


def _places_from_json(stored: list[dict[str, Any]]) -> tuple[Place, ...]:
    return tuple(Place(path_from_text(one["path"]), one["line"]) for one in stored)


def path_to_text(path: bytes) -> str:
    """Return a path as text that the database takes."""
    # A path that is no UTF-8 is written in hexadecimal: a database takes no lone surrogates.
    return path_text(path) if _is_utf8(path) else "\\x" + path.hex()


def path_from_text(text: str) -> bytes:
    """Return the path that `path_to_text` wrote."""
    return bytes.fromhex(text[2:]) if text.startswith("\\x") else path_bytes(text)


def _is_utf8(path: bytes) -> bool:
    try:
        path.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in path and not path.startswith(b"\\x")
