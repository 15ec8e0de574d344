# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An override: what a person decided about files, with reason and day; it beats every rule."""

from __future__ import annotations

from collections.abc import Sequence

from registry.globs import compile_glob
from registry.provenance.model import Override


def decided(path: bytes, overrides: Sequence[Override]) -> Override | None:
    """Return the last of `overrides` whose glob describes `path`: later wins."""
    return next((o for o in reversed(overrides) if compile_glob(o.glob).matches(path)), None)
