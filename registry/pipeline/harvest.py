# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A harvest: each repository is fetched, read and kept in a transaction of its own, so that none costs another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from harvesters.errors import HarvestError, NotFoundError
from harvesters.git.mirror import open_mirror
from harvesters.git.model import Fetched, Mirror, Problem, Refs
from registry.custody import service as custody
from registry.custody.model import Outcome, Repository, RepositoryId, Result
from registry.errors import RegistryError, cause_of
from registry.evidence import service as evidence
from registry.licences import service as licences
from registry.pipeline.copies import look_across
from registry.pipeline.evidence import seal, sign
from registry.pipeline.finding_titles import find_titles
from registry.pipeline.reading import MainLine, Wish, decided, inputs_of, main_line, read_main_line
from registry.pipeline.register import Register
from registry.provenance import service as provenance
from registry.provenance.intake.documents import keep_documents
from registry.provenance.intake.following import keep_past
from registry.provenance.intake.keeping import keep_snapshot
from registry.provenance.intake.own_revisions import keep_own_revisions
from registry.provenance.intake.sightings import keep_sightings
from registry.provenance.intake.tracing import Progress
from registry.text import visible

Fetch = Callable[[Mirror], Fetched]


@dataclass(frozen=True)
class Source:
    """One repository to be harvested: how it is called, and how its content is fetched into our mirror."""

    name: str
    address: str
    repository: RepositoryId
    fetch: Fetch


@dataclass(frozen=True)
class Run:
    """A harvest that is under way."""

    register: Register
    number: int
    wish: Wish
    say: Progress


@dataclass
class Report:
    """What a harvest came to: a result for each repository, and the calls it cost."""

    number: int
    results: list[Result] = field(default_factory=list)
    calls: int | None = None
    unsigned: str = ""  # why the log could not be signed afterwards, in one sentence

    @property
    def failures(self) -> tuple[Result, ...]:
        """The results that are not what was asked for."""
        return tuple(one for one in self.results if one.outcome is Outcome.FAILED)


def begin(register: Register, kind: str, asked: Iterable[str]) -> int:
    """Record that a harvest begins; returns its number."""
    with register.sessions.begin() as session:
        return custody.begin(session, kind, tuple(asked), register.clock())


def end(run: Run, report: Report) -> Report:
    """Record that a harvest ended, look across repositories, find titles, and sign the log if the register has a key."""
    if any(one.outcome in {Outcome.NEW, Outcome.CHANGED} for one in report.results):
        look_across(run.register)
    with run.register.sessions.begin() as session:
        custody.end(session, run.number, report.calls, len(report.failures), run.register.clock())
    find_titles(run.register)
    try:
        sign(run.register)
    except RegistryError as error:
        report.unsigned = str(error)
    return report


def harvest_each(run: Run, sources: Iterable[Source]) -> list[Result]:
    """Harvest one repository after the other; one that fails is recorded, and the next one follows."""
    results = []
    for source in sources:
        try:
            results.append(harvest_one(run, source))
        except NotFoundError as error:
            results.append(note(run, source, Outcome.FAILED, str(error)))
    return results


def harvest_one(run: Run, source: Source) -> Result:
    """Fetch, read and keep one repository. Either all of it is kept, or the reason why not.

    NotFoundError of the fetch is the caller's to explain: what was there before may be deleted or blocked.
    """
    try:
        mirror = open_mirror(run.register.mirror_path(source.repository))
        fetched = source.fetch(mirror)
        with run.register.sessions.begin() as session:
            result = _keep(session, run, source, mirror, fetched)
            custody.add_result(session, result)
            return result
    except NotFoundError:
        raise
    except (HarvestError, RegistryError) as error:
        return note(run, source, Outcome.FAILED, str(error))
    except (OSError, SQLAlchemyError) as error:
        return note(run, source, Outcome.FAILED, f"{source.name} could not be kept: {cause_of(error)}")


def note(run: Run, source: Source, outcome: Outcome, message: str) -> Result:
    """Record a result that left nothing else behind."""
    result = say_result(run, source.name, source.repository, outcome, message)
    with run.register.sessions.begin() as session:
        custody.add_result(session, result)
    return result


def _keep(session: Session, run: Run, source: Source, mirror: Mirror, fetched: Fetched) -> Result:
    seen = evidence.observe(session, run.register.settings.blobs, _refs_seen(run, source, fetched.refs))
    line = main_line(fetched)
    if line is None:
        text = "the repository is empty: it has no branch"
        return say_result(run, source.name, source.repository, Outcome.EMPTY, text, fetched.problems, seen.id)
    repository = custody.repository(session, source.repository, private=True)
    said = decided(session, source.repository)
    before = provenance.inputs(session, source.repository)
    if before == inputs_of(line, run.wish, repository, said):
        return say_result(
            run, source.name, source.repository, Outcome.UNCHANGED, "", fetched.problems, seen.id
        )
    _read_and_keep(session, run, repository, mirror, line, seen.id)
    outcome = Outcome.NEW if before is None else Outcome.CHANGED
    return say_result(
        run,
        source.name,
        source.repository,
        outcome,
        _said_of_head(fetched.refs, line),
        fetched.problems,
        seen.id,
    )


def _read_and_keep(
    session: Session, run: Run, repository: Repository, mirror: Mirror, line: MainLine, observation: int
) -> None:
    def progress(stage: str, done: int, total: int) -> None:
        run.say(f"{repository.full_name}: {stage}", done, total)

    reading = read_main_line(session, repository, mirror, line, run.wish, observation, progress)
    now = run.register.clock()
    keep_snapshot(session, reading.provenance, now)
    keep_sightings(session, repository.id, reading.sightings)
    keep_past(session, mirror, line.commit, reading.past)
    keep_documents(session, repository.id, reading.documents)
    keep_own_revisions(session, repository.id, reading.own)
    licences.keep_conclusion(session, repository.id, line.commit, reading.licence, now)
    licences.keep_points(session, repository.id, reading.points)
    seal(session, [repository.id], now)


def _refs_seen(run: Run, source: Source, refs: Refs) -> evidence.Seen:
    lines = [b"%s %s\n" % (oid.encode(), name) for name, oid in sorted(refs.tips.items())]
    head = b"ref: %s\n" % refs.head if refs.head else b""
    return evidence.Seen(
        kind="git.refs",
        key=f"repository/{source.repository}",
        source=source.address,
        seen_at=run.register.clock(),
        body=head + b"".join(lines),
    )


def _said_of_head(refs: Refs, line: MainLine) -> str:
    if refs.head == line.branch:
        return ""
    branch = visible(line.branch.decode("utf-8", "backslashreplace"))
    return f"HEAD names no branch that is there; {branch} was read instead"


def say_result(
    run: Run,
    name: str,
    repository: RepositoryId | None,
    outcome: Outcome,
    message: str,
    problems: tuple[Problem, ...] = (),
    observation: int | None = None,
) -> Result:
    """Return what this harvest found of one repository, to be recorded."""
    return Result(
        harvest=run.number,
        repository=repository,
        name=name,
        outcome=outcome,
        message=message,
        problems=tuple(problem.reason for problem in problems),
        at=run.register.clock(),
        observation=observation,
    )
