# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Why the text of a file is not shown: no licence, no bytes, or what must not be public."""

from __future__ import annotations

from registry.web.language import gettext
from registry.web.pages.facts import may_show_text
from registry.web.pages.lines import holds_cpr
from registry.web.pages.writers import Read


def why_hidden(read: Read) -> str:
    """Return why the lines are shown without their text; "" where they are not."""
    if read.file.skip is not None:
        return ""
    if not may_show_text(read.conclusion):
        return gettext(
            "The text is not shown: no licence was found that lets the public read it here. "
            "Who wrote each line is shown all the same."
        )
    if read.body is None:
        return gettext("The text is not shown: its bytes are not at hand in the register's own copy.")
    if holds_cpr(read.body):
        return gettext("The text is not shown: it seems to hold a civil registration number (CPR).")
    return ""


def why_derived_hidden(read: Read) -> str:
    """Return why the text taken out of a document is not shown; "" where it is."""
    if may_show_text(read.conclusion):
        return ""
    return gettext(
        "The text is not shown: no licence was found that lets the public read it here. "
        "Who wrote each paragraph is shown all the same."
    )
