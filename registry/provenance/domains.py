# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A mail domain: what stands after the sign of an address. It presumes an organisation at most, and proves none."""

from __future__ import annotations

PRIVATE_MAIL = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "hotmail.com",
        "hotmail.dk",
        "outlook.com",
        "outlook.dk",
        "live.com",
        "live.dk",
        "yahoo.com",
        "yahoo.dk",
        "icloud.com",
        "me.com",
        "proton.me",
        "protonmail.com",
    ]
)
"""Domains that anybody has an address at."""

_HIDDEN = ("noreply.github.com", "noreply.gitlab.com")
_NOWHERE = (".local", ".localdomain", ".lan", ".internal", ".(none)", ".invalid")


def of_organisation(address: str) -> bool:
    """Tell whether an address stands at a domain that an organisation may be presumed behind."""
    domain = address.rpartition("@")[2].strip(" .>").lower()
    if "@" not in address or "." not in domain or domain in PRIVATE_MAIL:
        return False
    return not domain.endswith((*_HIDDEN, *_NOWHERE))
