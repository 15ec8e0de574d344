# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Components told: what manifests and lock files name of third parties' work."""

from __future__ import annotations

from registry.api.language import language
from registry.api.shapes import licences as shapes
from registry.api.showing import shown, shown_path
from registry.licences import words
from registry.licences.dependencies.model import Component, Said, Unread


def component(one: Component) -> shapes.Component:
    """Return a component with every place that names it."""
    return shapes.Component(
        purl=shown(one.purl),
        ecosystem=one.ecosystem,
        name=shown(one.name),
        version=shown(one.version) or None,
        scope=one.scope,
        direct=one.direct,
        licence=one.licence,
        declared=one.licences,
        places=tuple(map(_place, one.places)),
    )


def unread(one: Unread) -> shapes.Unread:
    """Return a list that was not read, and why."""
    text = words.note(one.note, language().value)
    return shapes.Unread(path=shown_path(one.path), reason=one.note, reason_text=text)


def _place(one: Said) -> shapes.NamedAt:
    return shapes.NamedAt(
        path=shown_path(one.path),
        line=one.line,
        requirement=shown(one.requirement) or None,
        licence=shown(one.text) or None,
    )
