# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading: one mirror's main line, from its refs to what the register keeps of it. The river, a line a stage."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from harvesters.git.model import Fetched, Mirror, Oid
from registry.custody.model import Repository
from registry.licences.conclusions import conclude
from registry.licences.dependencies.reading import LISTER
from registry.licences.detection import DETECTOR
from registry.licences.history import Point
from registry.licences.model import Conclusion
from registry.licences.scopes import Surroundings
from registry.pipeline.contents import Contents
from registry.pipeline.earlier import Earlier, earlier
from registry.pipeline.kinds import past_of
from registry.pipeline.licence_history import read_history
from registry.pipeline.looking import Seen, look_back
from registry.pipeline.otherwise import Asked, Before, Line, said_otherwise
from registry.pipeline.there import There, look_there
from registry.provenance import service as provenance
from registry.provenance.bulk import RECOGNISER, Ruling
from registry.provenance.content import INSPECTOR
from registry.provenance.document import Document
from registry.provenance.extracting import EXTRACTOR
from registry.provenance.intake import attribution, bulk, checking, documents, keeping, past
from registry.provenance.intake.following import FOLLOWER
from registry.provenance.intake.model import Past
from registry.provenance.intake.sightings import Sightings
from registry.provenance.intake.tracing import Plan, Progress
from registry.provenance.looked_through import LookedThrough
from registry.provenance.methods import Difference
from registry.provenance.model import Origin, Override
from registry.provenance.own_revisions import LISTS, OwnRevisions
from registry.provenance.rollup import ROLLED_UP
from registry.provenance.rules import RULES
from registry.provenance.sightings import SIGHTER
from registry.provenance.snapshot import File, Method

Decision = Override | Ruling | LookedThrough
"""What a person decides of a repository's files or commits."""


@dataclass(frozen=True)
class Wish:
    """How a reading is to be done."""

    method: Method = Method.PLAIN
    seconds_a_file: float = 120.0
    others: tuple[Method, ...] = ()  # methods to look by, too: what they say otherwise is kept beside


@dataclass(frozen=True)
class MainLine:
    """The branch that a repository's present is read from, its commit, and what is absent behind it."""

    branch: bytes
    commit: Oid
    absent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """What a reading gives: who wrote each line, and what the licence facts amount to."""

    provenance: keeping.Read
    licence: Conclusion
    sightings: Sightings
    past: Past
    documents: Sequence[Document]
    points: tuple[Point, ...] = ()
    own: OwnRevisions | None = None


def main_line(fetched: Fetched) -> MainLine | None:
    """Return the branch that HEAD names; where it names none that is there, main, master, or the first."""
    refs, absent = fetched.refs, tuple(problem.reason for problem in fetched.problems)
    for branch in (refs.head, b"refs/heads/main", b"refs/heads/master", *sorted(refs.tips)):
        if branch and branch in refs.tips and not branch.startswith(b"refs/tags/"):
            return MainLine(branch, refs.tips[branch], absent)
    return None


def inputs_of(line: MainLine, wish: Wish, repository: Repository, decided: Sequence[Decision]) -> str:
    """Return one key of all that a reading depends on: the same key, the same answer."""
    said = repr((line, wish, repository.full_name, _opinion(repository), tuple(decided)))
    return f"{INSPECTOR}.{RULES}.{DETECTOR}.{LISTER}.{RECOGNISER}.{SIGHTER}.{FOLLOWER}.{EXTRACTOR}.{ROLLED_UP}.{LISTS}.{past.WALKED} {hashlib.sha256(said.encode()).hexdigest()}"


def decided(session: Session, repository: int) -> tuple[Decision, ...]:
    """Return all that persons decided of a repository's files and commits."""
    return (
        *provenance.overrides(session, repository),
        *provenance.rulings(session, repository),
        *provenance.looked_through(session, repository),
    )


def read_main_line(
    session: Session,
    repository: Repository,
    mirror: Mirror,
    line: MainLine,
    wish: Wish,
    observation: int | None,
    progress: Progress,
) -> Reading:
    """Return everything that is to be kept of a main line. Commits and blobs are kept on the way."""
    there = look_there(session, repository, mirror, line.commit, progress)
    known = Earlier() if there.line.listed else earlier(session, repository.id, wish.method, there.found)
    files = _attributed(there.line, wish, known, progress)
    lines = bulk.lines_now(files, there.numbers)
    sightings = Sightings(_copyable(files, there.contents), there.numbers)
    seen = look_back(mirror, there.found, files, lines, sightings)
    files = [_with_versions(file, seen.versions, there.numbers) for file in files]
    judged = _Judged(there, known, files, lines, seen)
    read = _read(session, _Asked(repository, line, wish, observation), judged, progress)
    told = past_of(repository, there.found, read, there.overrides, there.line.listed)
    papers = documents.read_documents(session, mirror, seen.papers, there.numbers, progress)
    points, concluded = read_history(session, mirror, line.commit), _concluded(repository, there)
    return Reading(read, concluded, seen.sightings, told, papers, points, there.own)


@dataclass(frozen=True)
class _Asked:
    """What a reading is of, how it is to be done, and the observation that it goes by."""

    repository: Repository
    line: MainLine
    wish: Wish
    observation: int | None


@dataclass(frozen=True)
class _Judged:
    """What a reading has found: the files with their writers, the lines of each commit, and what looking back showed."""

    there: There
    known: Earlier
    files: Sequence[File]
    lines: Mapping[Oid, int]
    seen: Seen


def _attributed(line: Line, wish: Wish, known: Earlier, progress: Progress) -> list[File]:
    plan = Plan(wish.method, wish.seconds_a_file, known.files, known.commit, line.through(wish.method))
    return attribution.attribute(line.mirror, line.commit, line.described, line.numbers, plan, progress)


def _read(session: Session, asked: _Asked, judged: _Judged, progress: Progress) -> keeping.Read:
    repository, line, wish = asked.repository, asked.line, asked.wish
    there, files, seen = judged.there, judged.files, judged.seen
    counts = bulk.counted(session, there.line.mirror, seen.large, there.numbers, progress)
    rulings = provenance.rulings(session, repository.id)
    return keeping.Read(
        repository=repository.id,
        commit=line.commit,
        branch=line.branch.decode("utf-8", "backslashreplace"),
        inputs=inputs_of(line, wish, repository, decided(session, repository.id)),
        method=wish.method,
        observation=asked.observation,
        numbers=there.numbers,
        roots=attribution.roots(there.found),
        bulk=bulk.bulk(there.found, seen.large, counts, judged.lines, rulings),
        files=files,
        checked=checking.check(
            there.line.mirror, line.commit, files, there.numbers, wish.method, there.line.listed
        ),
        people=there.people,
        otherwise=_otherwise(session, wish, judged, progress),
        through=there.line.listed,
    )


def _otherwise(
    session: Session, wish: Wish, judged: _Judged, progress: Progress
) -> dict[Method, list[Difference]]:
    asked = Asked(wish.method, wish.others, wish.seconds_a_file)
    before = Before(judged.known.snapshot, judged.known.files)
    return said_otherwise(session, judged.there.line, judged.files, asked, before, progress)


def _concluded(repository: Repository, there: There) -> Conclusion:
    described = there.line.described
    sources = [source for found in there.contents.licences.values() for source in found.sources]
    around = Surroundings(
        paths=frozenset(one.entry.path for one in described),
        third_party=frozenset(one.entry.path for one in described if one.origin.origin is Origin.THIRD_PARTY),
        github=_opinion(repository),
    )
    return conclude(sources, around)


def _opinion(repository: Repository) -> str | None:
    return repository.state.facts.licence if repository.state else None


def _copyable(files: Sequence[File], contents: Contents) -> list[File]:
    """Return the files that may be copies of somebody's work: a licence's text is everybody's."""
    return [
        file
        for file in files
        if file.skip is None
        and not ((facts := contents.facts.get(Oid(file.blob))) and "licence:text" in facts.marks)
    ]


def _with_versions(file: File, versions: past.Versions, numbers: Mapping[Oid, int]) -> File:
    """Give a file without lines the commits that wrote it."""
    if file.skip is None:
        return file
    return attribution.with_versions(file, [numbers[oid] for oid in versions.of(file.path)])
