# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Attribution: each path gets its work type and origin, and its lines the commits that wrote them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from harvesters.git import history
from harvesters.git.model import NOBODY, Commit, Entry, Mirror, Oid, Problem, Run
from registry.provenance import runs
from registry.provenance.content import ContentFacts, Kind
from registry.provenance.intake.tracing import Plan, Progress, traced
from registry.provenance.model import Origin, OriginAnswer, WorkTypeAnswer
from registry.provenance.runs import Pair
from registry.provenance.snapshot import BLAMED, File, Skip, Why

LARGEST = 20_000_000
"""Bytes of a blob beyond which its lines are not attributed: no text that people write is larger."""

_SYMLINK = 0o120000
_BY_KIND = {Kind.EMPTY: Skip.EMPTY, Kind.LFS_POINTER: Skip.LFS_POINTER, Kind.BINARY: Skip.BINARY}
_LINES_WITHOUT_OWNER = frozenset({Origin.THIRD_PARTY, Origin.GENERATED})


@dataclass(frozen=True)
class Described:
    """One path with what its bytes and its place in the tree tell."""

    entry: Entry
    facts: ContentFacts | None
    work_type: WorkTypeAnswer
    origin: OriginAnswer


@dataclass(frozen=True)
class Lines:
    """Who wrote the lines of a path; or, where `skip` is given, why nobody is named."""

    pairs: tuple[Pair, ...] = ()
    skip: Skip | None = None
    detail: str = ""


def skipped(one: Described) -> Lines | None:
    """Return why a path's lines are attributed to nobody; None when they can be."""
    entry, facts = one.entry, one.facts
    reasons: tuple[tuple[bool, Skip, str], ...] = (
        (entry.kind == "commit", Skip.SUBMODULE, "a link to a commit of another repository"),
        (entry.mode == _SYMLINK, Skip.SYMLINK, "a symbolic link"),
        (entry.size is None, Skip.UNREADABLE, "the object is not in the mirror"),
        ((entry.size or 0) > LARGEST, Skip.TOO_LARGE, f"{entry.size} bytes"),
        (facts is None, Skip.UNREADABLE, "the object cannot be read"),
    )
    for applies, skip, detail in reasons:
        if applies:
            return Lines(skip=skip, detail=detail)
    assert facts is not None
    if facts.kind in _BY_KIND:
        return Lines(skip=_BY_KIND[facts.kind], detail=facts.encoding)
    if one.origin.origin in _LINES_WITHOUT_OWNER:
        return Lines(skip=Skip(str(one.origin.origin)))
    return None


def attribute(
    mirror: Mirror,
    commit: Oid,
    described: Sequence[Described],
    numbers: Mapping[Oid, int],
    plan: Plan,
    progress: Progress,
) -> list[File]:
    """Return every path of the tree, attributed; results that are known and still exact are taken over."""
    answers = {one.entry.path: lines for one in described if (lines := skipped(one))}
    for path, lines in _still_exact(mirror, commit, described, plan).items():
        answers.setdefault(path, lines)
    wanted = {
        one.entry.path: one.facts.lines for one in described if one.facts and one.entry.path not in answers
    }
    found = traced(mirror, commit, wanted, numbers, plan, progress)
    for one in described:
        path = one.entry.path
        if path not in answers:
            lines = _lines(found.lines.get(path), numbers, one.facts)
            not_through = plan.through and path in found.by_blame and lines.skip is None
            answers[path] = replace(lines, detail=BLAMED) if not_through else lines
    return [_file(one, answers[one.entry.path]) for one in described]


def with_versions(file: File, numbers: Sequence[int]) -> File:
    """Return the file with the commits that wrote its versions."""
    return replace(file, versions=tuple(numbers))


def roots(commits: Sequence[Commit]) -> tuple[Oid, ...]:
    """Return the commits without parents, sorted."""
    return tuple(sorted(commit.oid for commit in commits if not commit.parents))


def _still_exact(
    mirror: Mirror, commit: Oid, described: Sequence[Described], plan: Plan
) -> dict[bytes, Lines]:
    """A path that nothing touched on the first-parent way from the known commit has the same writers.

    git blame hands a whole file to the first parent that holds the same blob, so the answers are equal.
    """
    if plan.known_commit is None:
        return {}
    touched = history.touched(mirror, plan.known_commit, commit)
    if touched is None:
        return {}
    known = plan.known
    return {
        one.entry.path: Lines(known[one.entry.path].pairs)
        for one in described
        if one.entry.path not in touched
        and one.entry.path in known
        and known[one.entry.path].skip is None
        and known[one.entry.path].blob == one.entry.oid
    }


def _lines(
    answer: tuple[Run, ...] | Problem | None, numbers: Mapping[Oid, int], facts: ContentFacts | None
) -> Lines:
    if not isinstance(answer, tuple):
        return Lines(skip=Skip.UNREADABLE, detail=answer.reason if answer else "git gave no answer")
    known = {NOBODY: runs.NOBODY, **{run.commit: numbers.get(run.commit, -1) for run in answer if run.commit}}
    if -1 in known.values():
        return Lines(skip=Skip.UNREADABLE, detail="the lines lead to a commit that cannot be read")
    pairs = tuple((run.count, known[run.commit]) for run in answer)
    if facts is None or sum(count for count, _ in pairs) != facts.lines:
        return Lines(skip=Skip.UNREADABLE, detail="git counts other lines than the file has")
    return Lines(pairs)


def _file(one: Described, lines: Lines) -> File:
    return File(
        path=one.entry.path,
        blob=one.entry.oid,
        mode=one.entry.mode,
        size=one.entry.size,
        lines=one.facts.lines if one.facts and one.facts.kind is Kind.TEXT else 0,
        skip=lines.skip,
        detail=lines.detail,
        work_type=str(one.work_type.work_type),
        work_type_reason=_why(one.work_type),
        origin=str(one.origin.origin),
        origin_reason=_why(one.origin),
        pairs=lines.pairs,
    )


def _why(answer: WorkTypeAnswer | OriginAnswer) -> Why:
    return Why(answer.rule, answer.reason.da, answer.reason.en)
