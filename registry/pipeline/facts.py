# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Facts in the register: imported by sets, kept for good, and given back as the engine takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from registry.agreements import service as agreements
from registry.agreements.model import Agreement, Claim, Declaration, Document
from registry.agreements.service import Held
from registry.errors import BadInputError, NotFoundError
from registry.evidence import service as evidence
from registry.evidence.model import Event
from registry.ownership.facts import Asks, Facts
from registry.ownership.reading.mistakes import FactsError
from registry.parties import service as parties
from registry.parties.model import Engagement, Succession
from registry.parties.service import Statement
from registry.parties.stating import Change, Told
from registry.pipeline.binding import BindingError, bind
from registry.pipeline.documents import FACTS_FILE, Paper, held_of, refuse_size
from registry.pipeline.register import Register
from registry.pipeline.said import Said, read_said
from registry.pipeline.sets import Union, merged, refuse_disagreement


@dataclass(frozen=True)
class Imported:
    """What an import came to: facts added and closed, documents taken in, the event's position if any."""

    set_name: str
    added: int
    closed: int
    documents: int
    position: int | None
    unseen: tuple[str, ...]


def import_facts(register: Register, data: bytes, documents: Iterable[Paper] = ()) -> Imported:
    """Import a facts file: all of it or, where there is a mistake, nothing.

    Only what the same set said before and says no longer is closed. The recorded time is the import's own.
    """
    said = read_said(data)
    with register.sessions.begin() as session:
        evidence.lock(session)
        new = _new_documents(session, said, documents)
        change = _changes(session, said)
        _refuse_disagreement(session, said)
        asked = {one.set_name: one for one in parties.statements(session)}
        _one_question(said, asked.values())
        before = asked.get(said.set_name)
        same_question = before is not None and (before.asked, before.title) == (said.asked, said.title)
        if not change and not new and same_question:
            return _report(session, said, change, 0, None)
        position = _record(session, register, said, data, change, new)
        return _report(session, said, change, len(new), position)


NOTHING_STATED = Facts(asks=Asks(""))
"""What a register knows in which nothing was stated yet."""


def facts_known(session: Session, at: int | None = None) -> Facts:
    """Return every fact that holds at a position of the log (None: now), bound to repositories by our ids.

    Raises NotFoundError while nothing was stated: there is no question without a party that is asked about.
    """
    asked = {one.asked for one in parties.statements(session, at)}
    if not asked:
        msg = "no facts are registered; import some with `os2-registry import facts FILE`"
        raise NotFoundError(msg)
    people, papers = parties.people(session, at), agreements.papers(session, at)
    held = agreements.documents(session, at)
    return Facts(
        asks=Asks(min(asked)),
        parties={name: replace(one, recorded=None) for name, one in merged(people.parties).items()},
        successions=_once(people.successions),
        engagements=_once(people.engagements),
        identities=_once(people.identities),
        domains=_once(people.domains),
        agreements=tuple(_seen(one, held) for one in _once(papers.agreements)),
        declarations=tuple(_seen(one, held) for one in _once(papers.declarations)),
        claims=_once(papers.claims),
    )


def _once(told: Iterable[Told[Any]]) -> tuple[Any, ...]:
    """Return each fact once, without the remark: what was recorded when is the register's to say."""
    return tuple(dict.fromkeys(_without_remark(one.fact) for one in told))


def _without_remark(fact: Any) -> Any:
    if isinstance(fact, Declaration) and isinstance(fact.about, Engagement):
        fact = replace(fact, about=replace(fact.about, recorded=None))
    return replace(fact, recorded=None)


def _seen(paper: Any, held: Mapping[str, Held]) -> Any:
    return replace(paper, document=Document.HELD if paper.id in held else Document.UNSEEN)


def _changes(session: Session, said: Said) -> Change:
    def bound(one: Told[Any]) -> Mapping[str, int]:
        return _bound(session, one)

    name = said.set_name
    return parties.changes(session, name, said.people, bound) + agreements.changes(
        session, name, said.papers, bound
    )


def _bound(session: Session, told: Told[Any]) -> Mapping[str, int]:
    fact = told.fact
    covers = getattr(getattr(fact, "about", None), "covers", None) or getattr(fact, "covers", None)
    names = covers.repositories if covers is not None else None
    try:
        return {name: bind(session, name, _day(fact)) for name in sorted(names or ())}
    except BindingError as error:
        raise FactsError(told.line, "repositories", str(error)) from error


def _day(fact: Agreement | Declaration | Claim | Engagement | Succession) -> date:
    """Return the day of a paper: the day on which it was written down."""
    if isinstance(fact, Agreement | Declaration):
        return fact.signed
    return fact.start if isinstance(fact, Engagement) else fact.day


def _refuse_disagreement(session: Session, said: Said) -> None:
    def others(found: tuple[Told[Any], ...], mine: tuple[Told[Any], ...]) -> tuple[Told[Any], ...]:
        return tuple(one for one in found if one.set_name != said.set_name) + mine

    people, papers = parties.people(session, bound=False), agreements.papers(session, bound=False)
    union = Union(
        replace(
            people,
            **{name: others(getattr(people, name), getattr(said.people, name)) for name in vars(people)},
        ),
        replace(
            papers,
            **{name: others(getattr(papers, name), getattr(said.papers, name)) for name in vars(papers)},
        ),
    )
    refuse_disagreement(union)


def _one_question(said: Said, stated: Iterable[Statement]) -> None:
    for one in stated:
        if one.set_name != said.set_name and one.asked != said.asked:
            msg = (
                f"the set {said.set_name} asks about {said.asked} and the set {one.set_name} about {one.asked}; "
                "a register asks about one party"
            )
            raise BadInputError(msg)


def _new_documents(session: Session, said: Said, documents: Iterable[Paper]) -> list[Paper]:
    held = agreements.documents(session)
    new = []
    for one in documents:
        if one.paper not in said.ids:
            msg = f"the document {one.name} is named for no paper of the set {said.set_name}; name it after a paper's id"
            raise BadInputError(msg)
        if one.paper not in held or held[one.paper].digest != one.digest:
            new.append(one)
    return new


def _record(
    session: Session, register: Register, said: Said, data: bytes, change: Change, new: list[Paper]
) -> int:
    now: datetime = register.clock()
    blobs = register.settings.blobs
    key = f"set/{said.set_name}"
    seen = evidence.observe(session, blobs, evidence.Seen(FACTS_FILE, key, "import", now, data))
    taken = [held_of(session, blobs, one, now) for one in new]
    statement = Statement(said.set_name, now, said.asked, said.title, seen.id, 0)
    whole = change + agreements.taken_in(session, taken) + parties.restated(session, statement)
    facts = {
        "observation": seen.id,
        "added": len(change.rows),
        "closed": len(change.closes),
        "documents": len(new),
    }
    event = Event("facts.imported", key, facts)
    return evidence.record(session, event, now, whole.rows, closes=whole.closes)


def _report(session: Session, said: Said, change: Change, documents: int, position: int | None) -> Imported:
    held = agreements.documents(session)
    return Imported(
        set_name=said.set_name,
        added=len(change.rows),
        closed=len(change.closes),
        documents=documents,
        position=position,
        unseen=tuple(sorted(said.ids - held.keys())),
    )


def documents_in(folder: Path) -> tuple[Paper, ...]:
    """Return the documents of a folder: a file for each paper, named after its id."""
    found: dict[str, Paper] = {}
    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.name.startswith("."):
            continue
        refuse_size(path.name, path.stat().st_size)
        one = Paper(path.stem, path.name, path.read_bytes())
        if one.paper in found:
            msg = f"{found[one.paper].name} and {one.name} are both named for the paper {one.paper}; keep one"
            raise BadInputError(msg)
        found[one.paper] = one
    return tuple(found.values())
