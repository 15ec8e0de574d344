# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Behind the lines of a file: the state of their title, who holds it, and the paper by which it came there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from registry.ownership.answers import Determination, State
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


def behind(
    session: Session, repository: int, path: bytes, as_of: date, known: date | None = None
) -> Mapping[int, Behind] | None:
    """Return what stands behind the lines of a file, by the commit that wrote them.

    None while nothing is assessed: no paper is registered that could concern the repository.
    """
    if not parties.statements(session) or not answers(session, repository, as_of, known).assessed:
        return None
    found = determine_repository(session, repository, as_of, known)
    file = next((one for one in found.groups.written.files if one.path == path_text(path)), None)
    if file is None:
        return {}
    show = Showing(found.facts, found.groups.written.people)
    papers = {one.id for one in found.facts.agreements}
    by_writer = {
        writer: _behind(found.answer(found.groups.key(file, writer)), show, papers) for writer in file.lines
    }
    commits = found.groups.written.by_commit
    return {commit: by_writer[writer] for commit, writer in commits.items() if writer in by_writer}


def _behind(answer: Determination | None, show: Showing, papers: Iterable[str]) -> Behind:
    if answer is None:
        return Behind(None)
    last = answer.links[-1].by if answer.links else ""
    return Behind(
        state=answer.state,
        holders=tuple(show.name(show.id(one)) for one in answer.holders),
        paper=last if last in papers else "",
        licensed=bool(answer.licensed_in),
    )
