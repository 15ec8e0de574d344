# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is masked before the public sees it: mail addresses always, control signs made visible."""

from __future__ import annotations

import re

from registry.text import mask_addresses, visible, visible_path
from registry.web.language import gettext

# in JSON an address may stand with its sign escaped
_ESCAPED = re.compile(
    rb"[A-Za-z0-9._%+'-]{1,64}(?:@|\\u0040|%40)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
)
_PRIVATE = re.compile(rb'"(?:private|isPrivate)"\s*:\s*true')
RAW_MASK = b"address-masked"


def shown(text: str, longest: int = 500) -> str:
    """Return a stranger's text for reading: no address, nothing that could steer the screen."""
    return visible(mask_addresses(text, gettext("[address masked]")), longest)


def shown_path(path: bytes) -> str:
    """Return a git path for reading."""
    return mask_addresses(visible_path(path), gettext("[address masked]"))


def masked_bytes(body: bytes) -> bytes:
    """Return raw evidence with every address replaced; the digest is that of the bytes before."""
    return _ESCAPED.sub(RAW_MASK, body)


def tells_of_private(body: bytes) -> bool:
    """Return whether a list seen with a token names private repositories: it is then not public."""
    return _PRIVATE.search(body) is not None
