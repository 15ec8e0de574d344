# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What the last reading found when it compared itself with git blame: that they agree, or that they do not."""

from __future__ import annotations

from dataclasses import dataclass

from registry.provenance.snapshot import Snapshot
from registry.web.language import gettext, ngettext, number


@dataclass(frozen=True)
class Comparison:
    """In a sentence how far the register and git blame agree; `differs` where they name different changes."""

    words: str
    differs: bool


def comparison(snapshot: Snapshot | None) -> Comparison:
    """Return what the reading of a snapshot found."""
    if snapshot is None or not snapshot.totals.checked.lines:
        return Comparison(gettext("At the last reading no line was compared with git blame."), differs=False)
    checked = snapshot.totals.checked
    lines = ngettext("%(count)s line", "%(count)s lines", checked.lines)
    if checked.same == checked.lines:
        words = gettext(
            "At the last reading %(lines)s of a few files, taken by chance, were compared with git blame: it names "
            "the same change for every one.",
            lines=lines,
        )
        return Comparison(words, differs=False)
    words = gettext(
        "At the last reading %(lines)s of a few files, taken by chance, were compared with git blame: for "
        "%(others)s of them it names another change. Until that is explained, who wrote such lines is uncertain.",
        lines=lines,
        others=number(checked.lines - checked.same),
    )
    return Comparison(words, differs=True)
