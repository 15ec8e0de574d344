# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Relicensing of a repository: for each file, whether another licence takes anybody's consent, and whose.

Two questions meet in every file: does the licence that it is under let anybody pass it on under the target, and
who holds what stands in it. The register answers for lines that stand there today: what was replaced leaves no trace.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from registry.licences.file_conclusions import Part
from registry.licences.relicensing.model import Effect, Passage
from registry.licences.relicensing.passage import passage
from registry.ownership.answers import Determination, State
from registry.ownership.consent import Consent, Need, consent
from registry.ownership.facts import Contribution
from registry.ownership.matter import Matter
from registry.ownership.opening import open_book
from registry.ownership.rules.origin import by_origin
from registry.pipeline.determined import Determined, determine_repository
from registry.pipeline.grouping import Key
from registry.pipeline.licensed import concluded_files
from registry.pipeline.ownership import answers
from registry.pipeline.showing import Showing
from registry.pipeline.written import WrittenFile
from registry.provenance import service as provenance
from registry.provenance.model import WorkType
from registry.text import path_bytes


class Outcome(StrEnum):
    """What becomes of a file, the easiest first."""

    SAME = "same"  # under the target already
    FREE = "free"  # no copyright arises
    OWN = "own"  # the asked party holds all of it and decides itself
    LICENCE = "licence"  # its licence already allows it
    UNPROVEN = "unproven"  # the asked party decides, if the weak links hold
    CONSENT = "consent"  # those named must agree
    PERSON = "person"  # the licence's text, or a dispute on title, needs a person
    UNKNOWN = "unknown"  # somebody must agree of whom nothing is known
    THIRD_PARTY = "third_party"  # another project's; its own licence stays


@dataclass(frozen=True)
class FilePassage:
    """One file. `of` counts, by who must agree, the lines for which they must; `unknown` those of nobody known.

    `depends_on`: own lines stand upon lines that others hold, or upon a stated base of theirs. `assumed`: its
    licence opens the way, but no paper shows that those who hold it gave it under that licence.
    """

    path: str
    part: Part
    work_type: WorkType
    passage: Passage
    outcome: Outcome
    lines: int
    of: Mapping[str, int] = field(default_factory=dict)
    unknown: int = 0
    limits: tuple[str, ...] = ()
    depends_on: bool = False
    assumed: bool = False


@dataclass(frozen=True)
class Asked:
    """Somebody whose consent is needed, in how many files and for how many lines."""

    id: str
    name: str
    files: int
    lines: int


@dataclass(frozen=True)
class Relicensing:
    """The answer for one repository; `consents` are those of its groups of lines (ids as shown)."""

    repository: int
    revision: str
    target: str
    asked: str
    as_of: date
    known: date | None
    assessed: bool
    files: tuple[FilePassage, ...]
    parties: tuple[Asked, ...]
    consents: Mapping[Key, Consent]

    def counted(self) -> dict[Outcome, tuple[int, int]]:
        """Return (files, lines) by outcome, in the outcomes' order."""
        files, lines = Counter[Outcome](), Counter[Outcome]()
        for one in self.files:
            files[one.outcome] += 1
            lines[one.outcome] += one.lines
        return {outcome: (files[outcome], lines[outcome]) for outcome in Outcome if files[outcome]}


def relicensing(
    session: Session, repository: int, target: str, as_of: date, known: date | None = None
) -> Relicensing:
    """Return what it takes to give a repository's present under `target` (as `target_of` returns it)."""
    found = determine_repository(session, repository, as_of, known)
    show = Showing(found.facts, found.groups.written.people)
    consents = _consents(found, show)
    concluded = concluded_files(session, provenance.files(session, repository))
    files = tuple(
        _file(file, _held(keys, consents), concluded[path].part, passage(concluded[path].expression, target))
        for file, keys in found.groups.files
        if (path := path_bytes(file.path)) in concluded and any(key in consents for key in keys)
    )
    return Relicensing(
        repository=repository,
        revision=found.key.commit,
        target=target,
        asked=found.facts.asks.party,
        as_of=as_of,
        known=known,
        assessed=answers(session, repository, as_of, known).assessed,
        files=files,
        parties=parties_asked(files, show.name),
        consents=consents,
    )


def outcome_of(way: Passage, needs: Collection[Need]) -> Outcome:
    """Return what becomes of a file from its licence's way to the target and what its lines need."""
    if Need.THIRD_PARTY in needs:
        return Outcome.THIRD_PARTY
    if set(needs) <= {Need.FREE}:
        return Outcome.FREE
    if way.effect is Effect.SAME:
        return Outcome.SAME
    if set(needs) <= {Need.FREE, Need.OWN}:
        return Outcome.OWN
    if way.is_open or way.effect is Effect.PERSON:
        return Outcome.LICENCE if way.is_open else Outcome.PERSON
    return max((_BY_NEED[need] for need in needs if need in _BY_NEED), key=list(Outcome).index)


_BY_NEED = {
    Need.OWN: Outcome.OWN,
    Need.UNPROVEN: Outcome.UNPROVEN,
    Need.CONSENT: Outcome.CONSENT,
    Need.DISPUTED: Outcome.PERSON,
    Need.UNKNOWN: Outcome.UNKNOWN,
}
_STATES = {State.THIRD_PARTY: Need.THIRD_PARTY, State.NOT_PROTECTED: Need.FREE}
_WAITS = frozenset({Outcome.UNPROVEN, Outcome.CONSENT, Outcome.PERSON, Outcome.UNKNOWN})
_NOT_OURS = frozenset({Need.CONSENT, Need.DISPUTED, Need.UNKNOWN})


def parties_asked(files: Iterable[FilePassage], name: Callable[[str], str]) -> tuple[Asked, ...]:
    """Return whose consent the files need, of the most lines first."""
    count, lines = Counter[str](), Counter[str]()
    for one in files:
        count.update(one.of.keys())
        lines.update(one.of)
    order = sorted(count, key=lambda party: (-lines[party], -count[party], party))
    return tuple(Asked(party, name(party), count[party], lines[party]) for party in order)


def _consents(found: Determined, show: Showing) -> dict[Key, Consent]:
    """Return what each group of lines needs, without addresses; where no party is asked about, nobody holds."""
    if not found.facts.asks.party:
        return {key: Consent(_unasked(one)) for key, one in found.groups.contributions.items()}
    book = open_book(found.facts)
    once: dict[Determination, Consent] = {}
    told = {}
    for key, answer in found.answers.items():
        if answer not in once:
            plain = consent(book, answer)
            once[answer] = replace(plain, of=tuple(map(show.id, plain.of)))
        told[key] = once[answer]
    return told


def _unasked(one: Contribution) -> Need:
    matter = Matter(
        one.work_type, 0, one.day, one.authors, one.origin, bulk=one.bulk, ai_assisted=one.ai_assisted
    )
    state = by_origin(matter)
    return Need.UNKNOWN if state is None else _STATES[state]


_Held = Mapping[Consent, int]
"""The lines of a file by what they need."""


def _held(keys: Mapping[Key, int], consents: Mapping[Key, Consent]) -> _Held:
    lines = Counter[Consent]()
    for key, count in keys.items():
        if key in consents:
            lines[consents[key]] += count
    return lines


def _file(file: WrittenFile, held: _Held, part: Part, way: Passage) -> FilePassage:
    needs = {one.need for one in held}
    outcome = outcome_of(way, needs)
    waits = outcome in _WAITS
    of = Counter[str]()
    for one, count in held.items():
        of.update(dict.fromkeys(one.of, count) if waits else {})
    return FilePassage(
        path=file.path,
        part=part,
        work_type=file.work_type,
        passage=way,
        outcome=outcome,
        lines=sum(held.values()),
        of=dict(of),
        unknown=sum(count for one, count in held.items() if waits and one.need is Need.UNKNOWN),
        limits=tuple(sorted({name for one in held for name in one.limits if waits})),
        depends_on=_depends(held),
        assumed=outcome is Outcome.LICENCE and not needs.isdisjoint(_NOT_OURS),
    )


def _depends(held: _Held) -> bool:
    """Tell whether lines of the asked party stand among lines of others, or have a base of others."""
    needs = {one.need for one in held}
    mixed = bool(needs & {Need.OWN, Need.UNPROVEN}) and not needs.isdisjoint(_NOT_OURS)
    return mixed or any(one.depends_on for one in held)
