# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Python's collector of cycles: it rests while much is made at once, none of which can be garbage yet."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting(*, stays: bool = False) -> Iterator[None]:
    """Let the collector rest inside the block; with `stays` it never looks again at what is there at its end."""
    rests = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stays:
            gc.freeze()
        if rests:
            gc.enable()
