# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The licence of one file, with the rule that gave it and the place that the rule read."""

from __future__ import annotations

from registry.licences.file_conclusions import FileConclusion, Rule, conclude_file
from registry.licences.model import Conclusion
from registry.licences.scopes import Surroundings
from registry.web.language import gettext
from registry.web.masking import shown_path


def file_licence(path: bytes, conclusion: Conclusion | None, *, foreign: bool) -> str:
    """Return the licence in a sentence; "" where no licence was looked for. `foreign`: a third party's file."""
    if conclusion is None:
        return ""
    theirs = frozenset(one.path for one in conclusion.third_party) | ({path} if foreign else set())
    around = Surroundings(frozenset({path}), theirs)
    found = conclude_file(path, (*conclusion.sources, *conclusion.third_party), around)
    return " ".join(filter(None, (_said(found), _against(found))))


def _said(found: FileConclusion) -> str:
    if found.rule is Rule.NONE:
        return gettext("Nothing speaks of this file's licence: no permission beyond the statute.")
    first = found.because[0]
    because = {
        Rule.HEADER: gettext("by the file's own head, line %(line)s", line=first.line),
        Rule.LICENCE_FILE: gettext("by the nearest licence file, %(path)s", path=shown_path(first.path)),
        Rule.REUSE: gettext("by the REUSE metadata in %(path)s", path=shown_path(first.path)),
        Rule.MANIFEST: gettext("by the nearest package description, %(path)s", path=shown_path(first.path)),
        Rule.README: gettext("by the README, %(path)s", path=shown_path(first.path)),
    }[found.rule]
    licence = found.expression or gettext("A person must read the place")
    return f"{licence}: {because}."


def _against(found: FileConclusion) -> str:
    if not found.against:
        return ""
    one = found.against[0]
    return gettext("But %(path)s says %(licence)s.", path=shown_path(one.path), licence=one.expression)
