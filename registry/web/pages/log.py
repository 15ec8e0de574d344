# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The log: every event of the register, newest first, and the checkpoint that was signed over them last."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from registry.evidence.model import Logged
from registry.evidence.service import Signed
from registry.pipeline.public import Hiding
from registry.web import addresses
from registry.web.language import gettext, moment, ngettext
from registry.web.masking import shown
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.log_check import Step, growth
from registry.web.pages.log_words import event_name
from registry.web.tables import Table

A_PAGE = 100


@dataclass(frozen=True)
class EntryRow:
    """One event as a line of the list."""

    position: int
    href: str
    kind: str
    subject: str
    at: datetime


@dataclass(frozen=True)
class LogPage:
    """A page of the log; `older` and `newest` are "" where there is nothing more."""

    frame: Frame
    rows: tuple[EntryRow, ...]
    checkpoint: tuple[tuple[str, str], ...]
    download: str
    standing: str
    older: str
    newest: str
    growth: Step | None


@dataclass(frozen=True)
class Asked:
    """What of the log is looked at: all `about` one subject, or what stands before a position; on which host."""

    about: str
    before: int | None
    host: str


@dataclass(frozen=True)
class Last:
    """The checkpoint that was signed last; `damaged` where the one that is there cannot be believed."""

    signed: Signed | None
    damaged: bool = False


def log_page(events: Sequence[Logged], size: int, last: Last, hidden: Hiding, asked: Asked) -> LogPage:
    """Return a page of the log, or what it holds about one subject."""
    about, signed = asked.about, last.signed
    title = gettext("The register's log")
    counted = ngettext("%(count)s event is recorded", "%(count)s events are recorded", size)
    answer = f"{counted}. {checkpoint_sentence(last)}"
    if about:
        found = ngettext("%(count)s entry is about", "%(count)s entries are about", len(events))
        answer = f"{found} {shown(about, 120)}."
    older = not about and len(events) == A_PAGE and events[-1].position > 0
    return LogPage(
        frame=Frame(title, answer, way(Crumb(title)), lists=True),
        rows=tuple(_row(one, hidden) for one in events),
        checkpoint=checkpoint_details(signed),
        download=addresses.page("log/checkpoint") if signed else "",
        standing=standing(),
        older=addresses.page(f"log?before={events[-1].position}") if older else "",
        newest=addresses.page("log") if asked.before is not None or about else "",
        growth=growth(asked.host) if signed and not about else None,
    )


def log_table(events: Iterable[Logged], hidden: Hiding) -> Table:
    """Return events as a list to take along."""
    columns = ("position", "at", "kind", "subject", "entry")
    rows = [
        (one.position, one.at, one.kind, "", "")
        if hidden.hides(one)
        else (one.position, one.at, one.kind, shown(one.subject), json.dumps(json.loads(one.leaf)))
        for one in events
    ]
    return Table("log", columns, rows)


def checkpoint_sentence(last: Last) -> str:
    """Return what is signed."""
    signed = last.signed
    if last.damaged:
        return gettext(
            "The checkpoint that is kept here, or the keys to check it with, are not as the register left them: "
            "nothing can be proved with them. Tell the secretariat, and keep the checkpoint that you have."
        )
    if signed is None:
        return gettext("No checkpoint is signed yet, so nothing can be proved to others.")
    if signed.seconds is None:
        return gettext("The last checkpoint is signed over %(events)s.", events=_events(signed))
    return gettext(
        "The last checkpoint is signed over %(events)s, on %(moment)s.",
        events=_events(signed),
        moment=moment(datetime.fromtimestamp(signed.seconds, UTC)),
    )


def checkpoint_details(signed: Signed | None) -> tuple[tuple[str, str], ...]:
    """Return the figures of a checkpoint, by name."""
    if signed is None:
        return ()
    return (
        (gettext("Whose log"), shown(signed.origin)),
        (gettext("Events under the checkpoint"), str(signed.size)),
        (gettext("Root of the tree (SHA-256)"), signed.root.hex()),
        (gettext("Public key (Ed25519)"), shown(signed.verifier)),
    )


def standing() -> str:
    """Return how far the log can be relied on: no more is promised until others hold checkpoints."""
    return gettext(
        "The log is tamper-evident against outsiders: whoever changes it without the register's key is found "
        "out. No one outside the register keeps its checkpoints yet; so it promises no more than that."
    )


def _events(signed: Signed) -> str:
    return ngettext("%(count)s event", "%(count)s events", signed.size)


def _row(one: Logged, hidden: Hiding) -> EntryRow:
    return EntryRow(
        position=one.position,
        href=addresses.log(one.position),
        kind=event_name(one.kind),
        subject=gettext("not public") if hidden.hides(one) else shown(one.subject, 120),
        at=one.at,
    )
