# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Behind the lines of a file: the state of their title, who holds it, and the paper by which it came there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from registry.ownership.answers import Determination, Flag, State
from registry.parties import service as parties
from registry.pipeline.determined import determine_repository
from registry.pipeline.ownership import answers
from registry.pipeline.showing import Showing
from registry.text import path_text


@dataclass(frozen=True)
class Behind:
    """What stands behind some lines; `state` is None for lines written after the day asked about.

    `paper` is the id of the paper by which the last holder has them; "" where it was by law, or nobody holds.
    """

    state: State | None
    holders: tuple[str, ...] = ()
    paper: str = ""
    licensed: bool = False
    by_method: bool = False


@dataclass(frozen=True)
class Stretch:
    """Lines by one change, as the main method tells it, with what stands behind them; None: nothing is known of it."""

    count: int
    commit: int
    behind: Behind | None


def behind(
    session: Session, repository: int, path: bytes, as_of: date, known: date | None = None
) -> tuple[Stretch, ...] | None:
    """Return what stands behind the lines of a file, in their order.

    A run is cut where the methods name different changes. None while nothing is assessed: no paper is registered that could concern the repository.
    """
    if not parties.statements(session) or not answers(session, repository, as_of, known).assessed:
        return None
    found = determine_repository(session, repository, as_of, known)
    file = next((one for one in found.groups.written.files if one.path == path_text(path)), None)
    if file is None:
        return ()
    show = Showing(found.facts, found.groups.written.people)
    papers = {one.id for one in found.facts.agreements}
    by_writer = {
        writer: _behind(found.answer(found.groups.key(file, writer)), show, papers) for writer in file.lines
    }
    written = found.groups.written
    told = written.tree.runs(session, path)
    return tuple(Stretch(count, named[0], by_writer.get(written.writer(named))) for count, named in told)


def _behind(answer: Determination | None, show: Showing, papers: Iterable[str]) -> Behind:
    if answer is None:
        return Behind(None)
    last = answer.links[-1].by if answer.links else ""
    return Behind(
        state=answer.state,
        holders=tuple(show.name(show.id(one)) for one in answer.holders),
        paper=last if last in papers else "",
        licensed=bool(answer.licensed_in),
        by_method=Flag.METHOD_DECIDES in answer.flags,
    )
