# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The output: an inventory in the shape of `dependencies --json`."""

from __future__ import annotations

from typing import Any

from registry.licences.dependencies.model import Component, Dependencies
from registry.text import path_text


def to_json(found: Dependencies, repository: str, commit: str) -> dict[str, Any]:
    """Return the document; `version` and `licence` are null where no place tells them."""
    return {
        "repository": repository,
        "commit": commit,
        "components": [_component(one) for one in found.components],
        "files": [path_text(path) for path in found.files],
        "unread": [
            {"path": path_text(one.path), "reason": one.note.value, "named": one.named}
            for one in found.unread
        ],
    }


def _component(one: Component) -> dict[str, Any]:
    return {
        "purl": one.purl,
        "ecosystem": one.ecosystem,
        "name": one.name,
        "version": one.version or None,
        "scope": one.scope.value,
        "direct": one.direct,
        "licence": one.licence,
        "declared": list(one.licences),
        "places": [
            {
                "path": path_text(place.path),
                "line": place.line,
                "requirement": place.requirement or None,
                "licence": place.text or None,
            }
            for place in one.places
        ],
    }
