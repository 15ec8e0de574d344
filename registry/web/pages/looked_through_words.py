# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What the page of changes that are looked through says: of the register's list, and of the repository's own."""

from __future__ import annotations

from collections.abc import Iterable

from registry.pipeline.looked_through import Effect, Lists
from registry.provenance.own_revisions import OwnRevisions, Standing, Unread
from registry.provenance.snapshot import Snapshot
from registry.web.language import day, gettext, ngettext


def answer(snapshot: Snapshot, found: Lists) -> str:
    """Return in a sentence what the register looks through."""
    if not found.listed:
        said = gettext("The register looks through no change of this repository.")
    else:
        said = gettext(
            "The register looks through %(changes)s; %(lines)s count for whoever wrote them before.",
            changes=ngettext("%(count)s change", "%(count)s changes", len(found.listed)),
            lines=_lines(one.effect for one in found.listed),
        )
    return f"{said} " + gettext("As of %(day)s.", day=day(snapshot.read_at))


def ended(found: Lists) -> str:
    """Return which changes are no longer listed and still count as if they were."""
    if not found.ended:
        return ""
    return gettext(
        "Taken off the list after the last reading, and still looked through until the next one: %(changes)s.",
        changes=", ".join(one[:10] for one in found.ended),
    )


def not_in(found: Lists) -> str:
    """Return in how much of the repository nothing is looked through, and why."""
    if not found.not_in:
        return ""
    return gettext(
        "In %(files)s (%(lines)s) the list does not act: the history could not be followed there, and git blame told "
        "who changed each line last. What these changes did there counts as their own.",
        files=ngettext("%(count)s file", "%(count)s files", len(found.not_in)),
        lines=ngettext("%(count)s line", "%(count)s lines", sum(lines for _, lines in found.not_in)),
    )


def own_list(own: OwnRevisions | None) -> str:
    """Return what the repository's own list is."""
    if own is None:
        return gettext("The repository has no list of its own.")
    if own.problem is not None:
        return {
            Unread.TOO_LARGE: gettext("The list was not read, and has no effect: it is larger than 1 MB."),
            Unread.NO_FILE: gettext("The list was not read, and has no effect: it is no plain file."),
            Unread.ABSENT: gettext("The list was not read, and has no effect: its content is absent."),
        }[own.problem]
    if not own.revisions:
        return gettext("The repository's own list names nothing.")
    said = gettext(
        "The repository's own list has %(lines)s; %(known)s of them name a change in what was read.",
        lines=ngettext("%(count)s entry", "%(count)s entries", len(own.revisions) + own.further),
        known=len(own.known),
    )
    if not own.further:
        return said
    return f"{said} " + ngettext(
        "%(count)s further entry is not looked at, and has no effect.",
        "%(count)s further entries are not looked at, and have no effect.",
        own.further,
    )


def own_acts(found: Lists) -> str:
    """Return what following the repository's own list would change."""
    return gettext(
        "If it were followed, %(lines)s would count for somebody earlier.",
        lines=_lines(one.effect for one in found.own_listed),
    )


def standing(of: Standing) -> str:
    """Return what became of a line of the repository's own list."""
    names = {
        Standing.KNOWN: gettext("a change in what was read"),
        Standing.ABSENT: gettext("no such change in what was read"),
        Standing.SHORTENED: gettext("shortened: several changes may begin so; it has no effect"),
        Standing.NO_ID: gettext("not the number of a change; it has no effect"),
        Standing.REPEATED: gettext("named before"),
    }
    return names[of]


def _lines(effects: Iterable[Effect]) -> str:
    return ngettext("%(count)s line", "%(count)s lines", sum(one.handed_on for one in effects))
