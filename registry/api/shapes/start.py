# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shape of the API's first address."""

from __future__ import annotations

from registry.api.shapes.shape import Shape


class Start(Shape):
    """Where to go on from here."""

    name: str
    version: str
    description: str
    documentation: str
    repositories: str
    products: str
    organisations: str
    licences: str
    parties: str
    harvests: str
    log: str
    checkpoint: str
    information: str
