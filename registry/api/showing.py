# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is shown of a stranger's text: no address, nothing that could steer a screen or a reader."""

from __future__ import annotations

from registry.api.language import say
from registry.text import mask_addresses, visible, visible_path


def shown(text: str, longest: int = 500) -> str:
    """Return a text for reading."""
    return visible(_masked(text), longest)


def shown_path(path: bytes) -> str:
    """Return a git path for reading."""
    return _masked(visible_path(path))


def _masked(text: str) -> str:
    if "@" not in text:
        return text
    return mask_addresses(text, say("[adresse maskeret]", "[address masked]"))
