# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Answers that are no JSON: which SPDX documents there are, and how a route describes its media types."""

from __future__ import annotations

from typing import Any

FORMS = {
    "spdx.json": ("2.3", "json", "application/spdx+json"),
    "spdx.spdx": ("2.3", "tag-value", "text/spdx"),
    "spdx.yaml": ("2.3", "yaml", "application/yaml"),
    "spdx.xml": ("2.3", "xml", "application/xml"),
    "spdx.rdf": ("2.3", "rdf", "application/rdf+xml"),
    "spdx3.json": ("3.0.1", "json", "application/ld+json"),
}
"""The version of SPDX, the form and the media type of each document."""


def media(*types: str) -> dict[int | str, dict[str, str | dict[str, dict[str, Any]]]]:
    """Return the description of a document in one of these media types."""
    content: dict[str, dict[str, Any]] = {name: {"schema": _schema(name)} for name in types}
    return {200: {"description": "The document.", "content": content}}


def _schema(media_type: str) -> dict[str, Any]:
    return {"type": "object" if media_type.endswith(("json", "yaml")) else "string"}
