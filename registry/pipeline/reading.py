# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reading: one mirror's main line, from its refs to what the register keeps of it. The river, a line a stage."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from harvesters.git import history, trees
from harvesters.git.model import Entry, Fetched, Mirror, Oid
from registry.custody.model import Repository
from registry.licences.conclusions import conclude
from registry.licences.dependencies.reading import LISTER
from registry.licences.detection import DETECTOR
from registry.licences.history import Point
from registry.licences.model import Conclusion
from registry.licences.scopes import Surroundings
from registry.pipeline.contents import Contents, read_contents
from registry.pipeline.earlier import Earlier, earlier
from registry.pipeline.kinds import past_of
from registry.pipeline.licence_history import read_history
from registry.pipeline.looking import look_back
from registry.pipeline.otherwise import Asked, Before, Line, said_otherwise
from registry.provenance import service as provenance
from registry.provenance.bulk import RECOGNISER, Ruling
from registry.provenance.content import INSPECTOR
from registry.provenance.document import Document
from registry.provenance.extracting import EXTRACTOR
from registry.provenance.intake import attribution, bulk, checking, commits, documents, keeping, past
from registry.provenance.intake.attribution import Described
from registry.provenance.intake.following import FOLLOWER
from registry.provenance.intake.model import Past
from registry.provenance.intake.own_revisions import read_own_revisions
from registry.provenance.intake.sightings import Sightings
from registry.provenance.intake.tracing import Plan, Progress
from registry.provenance.looked_through import LookedThrough
from registry.provenance.model import FileView, Origin, Override, Root
from registry.provenance.origins import origins
from registry.provenance.own_revisions import LISTS, OwnRevisions
from registry.provenance.rollup import ROLLED_UP
from registry.provenance.rules import RULES
from registry.provenance.sightings import SIGHTER
from registry.provenance.snapshot import File, Method
from registry.provenance.worktypes import work_type

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
    return f"{INSPECTOR}.{RULES}.{DETECTOR}.{LISTER}.{RECOGNISER}.{SIGHTER}.{FOLLOWER}.{EXTRACTOR}.{ROLLED_UP}.{LISTS} {hashlib.sha256(said.encode()).hexdigest()}"


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
    overrides = provenance.overrides(session, repository.id)
    found = list(history.commits(mirror, [line.commit]))
    numbers, people = commits.keep_commits(session, found)
    entries = trees.entries(mirror, line.commit)
    contents = read_contents(session, mirror, entries, progress)
    described = _described(repository, entries, contents, overrides)
    own = read_own_revisions(mirror, entries, numbers)
    there = _there(session, repository, Line(mirror, line.commit, described, numbers), own)
    known = Earlier() if there.listed else earlier(session, repository.id, wish.method, found)
    plan = Plan(wish.method, wish.seconds_a_file, known.files, known.commit, there.through(wish.method))
    files = attribution.attribute(mirror, line.commit, described, numbers, plan, progress)
    lines = bulk.lines_now(files, numbers)
    seen = look_back(mirror, found, files, lines, Sightings(_copyable(files, contents), numbers))
    files = [_with_versions(file, seen.versions, numbers) for file in files]
    counts = bulk.counted(session, mirror, seen.large, numbers, progress)
    asked, before = Asked(wish.method, wish.others, wish.seconds_a_file), Before(known.snapshot, known.files)
    otherwise = said_otherwise(session, there, files, asked, before, progress)
    rulings = provenance.rulings(session, repository.id)
    read = keeping.Read(
        repository=repository.id,
        commit=line.commit,
        branch=line.branch.decode("utf-8", "backslashreplace"),
        inputs=inputs_of(line, wish, repository, decided(session, repository.id)),
        method=wish.method,
        observation=observation,
        numbers=numbers,
        roots=attribution.roots(found),
        bulk=bulk.bulk(found, seen.large, counts, lines, rulings),
        files=files,
        checked=checking.check(mirror, line.commit, files, numbers, wish.method, there.listed),
        people=people,
        otherwise=otherwise,
        through=there.listed,
    )
    told = past_of(repository, found, read, overrides, there.listed)
    papers = documents.read_documents(session, mirror, seen.papers, numbers, progress)
    points = read_history(session, mirror, line.commit)
    concluded = _concluded(repository, contents, described)
    return Reading(read, concluded, seen.sightings, told, papers, points, own)


def _there(session: Session, repository: Repository, line: Line, own: OwnRevisions | None) -> Line:
    """Return the line with what the register looks through, and what a list in the repository names."""
    listed = frozenset(Oid(one.commit) for one in provenance.looked_through(session, repository.id))
    return replace(line, listed=listed, own=frozenset(map(Oid, own.known if own else ())))


def _concluded(repository: Repository, contents: Contents, described: Sequence[Described]) -> Conclusion:
    sources = [source for found in contents.licences.values() for source in found.sources]
    around = Surroundings(
        paths=frozenset(one.entry.path for one in described),
        third_party=frozenset(one.entry.path for one in described if one.origin.origin is Origin.THIRD_PARTY),
        github=_opinion(repository),
    )
    return conclude(sources, around)


def _opinion(repository: Repository) -> str | None:
    return repository.state.facts.licence if repository.state else None


def _described(
    repository: Repository,
    entries: Sequence[Entry],
    contents: Contents,
    overrides: Sequence[Override],
) -> list[Described]:
    views = [
        FileView(
            entry.path, entry.oid, contents.facts.get(entry.oid), contents.claims.get(entry.path, frozenset())
        )
        for entry in entries
    ]
    by_path = origins(views, Root(repository.owner, repository.name), overrides)
    return [
        Described(
            entry,
            contents.facts.get(entry.oid),
            work_type(entry.path, contents.facts.get(entry.oid), overrides),
            by_path[entry.path],
        )
        for entry in entries
    ]


def _copyable(files: Sequence[File], contents: Contents) -> list[File]:
    """Return the files that may be copies of somebody's work: a licence's text is everybody's."""
    return [
        file
        for file in files
        if file.skip is None
        and not ((facts := contents.facts.get(Oid(file.blob))) and "licence:text" in facts.marks)
    ]


def _with_versions(file: File, versions: past.Versions, numbers: dict[Oid, int]) -> File:
    """Give a file without lines the commits that wrote it."""
    if file.skip is None:
        return file
    return attribution.with_versions(file, [numbers[oid] for oid in versions.of(file.path)])
