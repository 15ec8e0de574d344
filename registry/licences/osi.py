# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""OSI approval: whether the Open Source Initiative has approved a licence, by SPDX's licence list."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml


@cache
def approved() -> frozenset[str]:
    """Return the SPDX identifiers of OSI-approved licences, from the dated copy beside this file."""
    text = resources.files("registry.licences").joinpath("osi_approved.yaml").read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(text)["approved"])
