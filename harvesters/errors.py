# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What a harvester may fail with: one sentence each, fit for the screen and for the record."""

from __future__ import annotations


class HarvestError(Exception):
    """The root of the harvesters' errors: what, which, what to do."""


class SourceError(HarvestError):
    """A source cannot be harvested: refused, missing, or no git repository."""


class NotFoundError(SourceError):
    """A source is not there, or not for us: deleted, private, or never made."""


class MovedError(SourceError):
    """A source has another address now."""


class UnreadableError(HarvestError):
    """One thing inside a source cannot be read; the rest can."""


def shown(name: bytes | str, longest: int = 200) -> str:
    """Return a stranger's name or path for use in a sentence: nothing in it can act on a screen."""
    text = name.decode("utf-8", "backslashreplace") if isinstance(name, bytes) else name
    cut = text[:longest]
    safe = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in cut)
    return safe + "…" if len(text) > longest else safe
