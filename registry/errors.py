# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An error: what went wrong, with which thing, and what to do about it, in one sentence."""


class RegistryError(Exception):
    """The root of every error that the register raises on purpose; its text is fit for the screen."""


class BadInputError(RegistryError):
    """Something that a user gave cannot be used; nothing was changed."""


class NotFoundError(RegistryError):
    """The register holds no such thing."""


class DamagedError(RegistryError):
    """Something that the register itself keeps is not as it was left; nothing that anybody gave is at fault."""


class RefusedError(RegistryError):
    """The register will not do this, because doing it would lose or falsify a record."""


def cause_of(error: Exception) -> str:
    """Return what a database or the operating system said, on one line; where the disk may be full, what to do."""
    lines = str(getattr(error, "orig", None) or error).strip().splitlines()
    said = lines[0] if lines else type(error).__name__
    if any(word in said.lower() for word in _FULL):
        said += "; make room on the disk and run it again: what was recorded before is kept"
    return said


# SQLite, which finds no room even for its index of changes, says the second
_FULL = ("disk is full", "disk i/o error", "no space left on device")
