# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The closing plan: which papers to get first, and how many lines each of them turns documented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from registry.ownership.answers import CLAIMABLE, Break, Cure, Determination, State
from registry.ownership.coverage import Gap, best_lines, greedy, share_bound
from registry.ownership.decider import Answers, Decider, determine
from registry.ownership.facts import Contribution, Facts
from registry.ownership.opening import open_book
from registry.ownership.remedy import can_be_given, given
from registry.parties.model import EngagementKind

ROUNDS = 5
"""A cure may bring the next break to light; a chain has not more kinds of papers than this."""

_UNKNOWN = frozenset({Break.AUTHOR_UNKNOWN, Break.ENGAGEMENT_UNKNOWN, Break.ENGAGEMENT_AMBIGUOUS})

EXACT = 20
"""Up to so many papers the best that as many papers can do is found exactly."""


@dataclass(frozen=True)
class Row:
    """One paper, or a bundle that only works together; no plan of as many papers exceeds `bound`."""

    papers: tuple[Cure, ...]
    lines: int
    cumulative: int
    bound: int
    contributions: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """The rows in order, what is documented already, and what no paper would mend.

    Of what is `unforeseen` among that the author or the engagement must be known before anything can be planned.
    `left_as_licensed` is what volunteers gave under a licence: nobody asks them to transfer it (rule 15).
    """

    rows: tuple[Row, ...]
    claimable: int
    documented: int
    unreachable: tuple[str, ...]
    exact: bool
    left_as_licensed: tuple[str, ...] = ()
    unforeseen: tuple[str, ...] = ()

    def share_after(self, row: Row) -> Fraction:
        """Return the documented share once the papers up to and with `row` are there."""
        return Fraction(self.documented + row.cumulative, self.claimable)


def plan(facts: Facts, today: date) -> Plan:
    """Return the closing plan of the question: the papers that close it, the most lines a paper first."""
    facts = replace(facts, asks=facts.asks.on(today))
    answers = determine(facts, today)
    lines = {one.id: one.lines for one in facts.contributions if one.id in answers}
    given_freely = {name for name, one in answers.items() if _is_given_freely(facts, one)}
    bundles = _bundles(facts, {name: one for name, one in answers.items() if name not in given_freely})
    gaps = _gaps(facts, bundles, lines)
    papers = frozenset(paper for gap in gaps for paper in gap.papers)
    open_ids = [name for name, one in answers.items() if _is_open(one)]
    closed = {name for gap in gaps for name in gap.contributions}
    unreachable = tuple(sorted(set(open_ids) - closed - given_freely))
    return Plan(
        rows=tuple(_rows(gaps, exact=len(papers) <= EXACT)),
        claimable=sum(lines[name] for name, one in answers.items() if one.state in CLAIMABLE),
        documented=sum(lines[name] for name, one in answers.items() if one.state is State.DOCUMENTED),
        unreachable=unreachable,
        exact=len(papers) <= EXACT,
        left_as_licensed=tuple(sorted(given_freely)),
        unforeseen=tuple(name for name in unreachable if not _UNKNOWN.isdisjoint(answers[name].breaks)),
    )


def _is_open(answer: Determination) -> bool:
    return answer.state in CLAIMABLE and answer.state is not State.DOCUMENTED


def _is_given_freely(facts: Facts, answer: Determination) -> bool:
    """A volunteer who gave a licence is not asked for more: the Standard for Public Code forbids requiring it."""
    volunteers = {one.person for one in facts.engagements if one.kind is EngagementKind.VOLUNTEER}
    others = set(answer.holders) - {facts.asks.party}
    return answer.state is State.OTHER and bool(answer.licensed_in) and bool(others) and others <= volunteers


def _bundles(facts: Facts, answers: Answers) -> dict[str, frozenset[Cure]]:
    """Return for each open contribution the papers that, round by round, make it documented.

    Each is judged with its own papers alone: another's never help it to an answer, nor keep it from one.
    """
    waiting = {name: frozenset[Cure]() for name, one in answers.items() if _is_open(one)}
    done: dict[str, frozenset[Cure]] = {}
    now: Mapping[str, Determination] = answers
    for _ in range(ROUNDS):
        asked = {
            name: papers | {cure for cure in now[name].cures if can_be_given(cure)}
            for name, papers in waiting.items()
        }
        # where nothing more is asked for, nothing more changes
        waiting = {name: papers for name, papers in asked.items() if papers != waiting[name]}
        now = {
            name: answer
            for papers, names in _by_papers(waiting).items()
            for name, answer in _answers(facts, papers, names).items()
        }
        done |= {name: papers for name, papers in waiting.items() if not _is_open(now[name])}
        waiting = {name: papers for name, papers in waiting.items() if name not in done}
        if not waiting:
            break
    return done


def _by_papers(bundles: Mapping[str, frozenset[Cure]]) -> dict[frozenset[Cure], list[str]]:
    grouped: dict[frozenset[Cure], list[str]] = {}
    for name, papers in bundles.items():
        grouped.setdefault(papers, []).append(name)
    return grouped


def _answers(facts: Facts, papers: frozenset[Cure], names: Iterable[str]) -> Answers:
    """Return the answers for the named contributions, had these papers been given."""
    return dict(_told(facts, papers, names))


def _told(facts: Facts, papers: frozenset[Cure], names: Iterable[str]) -> Iterator[tuple[str, Determination]]:
    wanted = set(names)
    asked = _with_sources(facts, wanted)
    assert facts.asks.as_of is not None
    decider = Decider(open_book(given(replace(facts, contributions=asked), papers, facts.asks.as_of)))
    yield from ((one.id, decider.answer(one)) for one in asked if one.id in wanted)


def _gaps(facts: Facts, bundles: Mapping[str, frozenset[Cure]], lines: Mapping[str, int]) -> list[Gap]:
    """Return the bundles, each as small as it can be, with the lines that it turns documented."""
    smallest: dict[frozenset[Cure], list[str]] = {}
    for papers, names in sorted(_by_papers(bundles).items(), key=lambda group: sorted(group[0])):
        smallest.setdefault(_least(facts, papers, names), []).extend(names)
    return [
        Gap(papers, sum(lines[name] for name in names), tuple(sorted(names)))
        for papers, names in smallest.items()
    ]


def _least(facts: Facts, papers: frozenset[Cure], names: list[str]) -> frozenset[Cure]:
    """Return the papers without those that are not needed; without any each of these is open, it is known."""
    for paper in sorted(papers):
        without = papers - {paper}
        if without and not any(_is_open(answer) for _, answer in _told(facts, without, names)):
            papers = without
    return papers


def _with_sources(facts: Facts, names: set[str]) -> tuple[Contribution, ...]:
    """Return the named contributions with those that they were generated from: no other can matter to them."""
    by_id = facts.by_id
    found, waiting = dict[str, Contribution](), sorted(names)
    while waiting:
        name = waiting.pop()
        if name in by_id and name not in found:
            found[name] = by_id[name]
            waiting += by_id[name].generated_from
    return tuple(found.values())


def _rows(gaps: list[Gap], *, exact: bool) -> list[Row]:
    rows: list[Row] = []
    cumulative = used = 0
    for papers, closed in greedy(gaps):
        turned = sum(gap.lines for gap in closed)
        cumulative += turned
        used += len(papers)
        bound = best_lines(gaps, used) if exact else share_bound(gaps, used)
        names = tuple(sorted(name for gap in closed for name in gap.contributions))
        rows.append(Row(tuple(sorted(papers)), turned, cumulative, max(bound, cumulative), names))
    return rows
