# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is masked before the public sees it: mail addresses always, control signs made visible."""

from __future__ import annotations

from registry.text import mask_addresses, visible, visible_path
from registry.web.language import gettext


def shown(text: str, longest: int = 500) -> str:
    """Return a stranger's text for reading: no address, nothing that could steer the screen."""
    return visible(mask_addresses(text, gettext("[address masked]")), longest)


def shown_path(path: bytes) -> str:
    """Return a git path for reading."""
    return mask_addresses(visible_path(path), gettext("[address masked]"))
