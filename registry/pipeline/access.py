# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Access: how this register asks GitHub, and which remembered answers it may build on."""

from __future__ import annotations

import shutil

from harvesters.github.access import Access
from registry.pipeline.harvest import Run
from registry.pipeline.register import Register


def access(register: Register, private: bool, longest_wait: float) -> Access:
    """Return how GitHub is asked: where, with which token, for what, and how long its limits are waited out."""
    settings = register.settings
    return Access(
        cache=settings.cache,
        token=settings.github_token,
        private=private,
        base=settings.github_url,
        web=settings.github_web,
        longest_wait=longest_wait,
    )


def forget_others(run: Run) -> None:
    """Forget what was remembered before this register's first harvest.

    A remembered answer confirms evidence of the register that heard it; a new one must hear it itself.
    """
    if run.number == 1:
        shutil.rmtree(run.register.settings.cache, ignore_errors=True)
