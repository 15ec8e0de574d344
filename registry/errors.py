# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An error: what went wrong, with which thing, and what to do about it, in one sentence."""


class RegistryError(Exception):
    """The root of every error that the register raises on purpose; its text is fit for the screen."""


class BadInputError(RegistryError):
    """Something that a user gave cannot be used; nothing was changed."""


class NotFoundError(RegistryError):
    """The register holds no such thing."""


class RefusedError(RegistryError):
    """The register will not do this, because doing it would lose or falsify a record."""
