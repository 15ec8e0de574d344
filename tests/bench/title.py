# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Title at ten million hunks: sums from nothing, sums after one changed paper, and the same by SQL joins.

The hunks are copies of a few real repositories' shapes (who wrote how many lines of what, on which day), each copy
with people of its own, until there are ten million of six lines. Names are numbers: nothing of anybody is printed.
"""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

from registry.agreements.model import FULL, PROPER, Agreement, AgreementKind
from registry.ownership.facts import Asks, Facts
from registry.ownership.tally import Tally
from registry.parties.model import (
    Basis,
    Domain,
    Engagement,
    EngagementKind,
    Identity,
    Party,
    PartyKind,
)
from registry.parties.scope import Covers
from tests.bench.shapes import FIRMS, Pattern, Shape, copies, harvested, patterns
from tests.bench.sql import Joined, postgres, sqlite
from tests.bench.title_pages import measure_determine, measure_title_pages

HUNKS = 10_000_000
TODAY = date(2026, 11, 1)
CHANGES = 15


def measure_title(mirrors: Path) -> None:
    """Print what the sums cost, and how many times faster they follow a paper than SQL joins."""
    measure_determine()
    with harvested(mirrors) as register:
        _measure_sums(list(patterns(register)))
        measure_title_pages(register, HUNKS)


def _measure_sums(found: list[Pattern]) -> None:
    world = list(copies(found, HUNKS))
    facts = replace(_facts(world), asks=Asks("os2", TODAY, TODAY))
    strands = [strand for one in world for strand in one.strands]
    print(f"{sum(one.hunks for one in world):,} hunks of {len(world)} repositories, {len(strands):,} strands")
    gc.collect()
    gc.freeze()  # as serve does
    started = time.process_time()
    tally = Tally(facts, strands)
    print(f"everything determined from nothing      {time.process_time() - started:8.2f} s CPU")
    seconds = [_changed(tally, number)[0] for number in range(CHANGES)]
    print(
        f"all sums after one paper changed        {median(seconds) * 1000:8.1f} ms (max {max(seconds) * 1000:.1f})"
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at the peak                      {peak:8.0f} MiB")
    for name, ask in (("SQLite", sqlite), ("PostgreSQL", postgres)):
        _compare(name, ask(world, facts), tally, median(seconds))


def _changed(tally: Tally, number: int) -> tuple[float, Tally]:
    """Return how long the sums take after one paper of one firm was terminated, and the sums."""
    papers = list(tally.facts.agreements)
    place = number * 7 % len(papers)
    papers[place] = replace(papers[place], terminated=date(2020, 6, 30))
    started = time.process_time()
    after = tally.changed(replace(tally.facts, agreements=tuple(papers)))
    return time.process_time() - started, after


def _compare(name: str, joined: Joined, tally: Tally, seconds: float) -> None:
    took, sums = joined
    ours: dict[str, int] = {}
    for entry, lines in tally.totals.items():
        ours[entry.state] = ours.get(entry.state, 0) + lines
    same = {state: lines for state, lines in ours.items() if lines} == sums
    print(f"the same by joins in {name:18} {took:8.2f} s: {took / seconds:6.0f} times as long, "
          f"{'the same integers' if same else f'OTHER INTEGERS {sums} {ours}'}")  # fmt: skip


def _facts(world: list[Shape]) -> Facts:
    """Return plausible facts: firms by domain, half of their people confirmed, and a paper for every few repositories."""
    firms = {name: Party(name, PartyKind.COMPANY, name) for name in FIRMS}
    people = sorted({person for one in world for person in one.people})
    parties = {"os2": Party("os2", PartyKind.ASSOCIATION, "OS2", date(2012, 4, 24)), **firms}
    parties |= {one.id: Party(one.id, PartyKind.PERSON, one.id) for one in people}
    return Facts(
        asks=Asks("os2"),
        parties=parties,
        engagements=tuple(
            Engagement(one.id, one.firm, EngagementKind.EMPLOYEE, one.start, None, Basis.CONFIRMED)
            for one in people
        ),
        identities=tuple(Identity(one.id, Basis.CONFIRMED, one.email) for one in people),
        domains=tuple(Domain(f"{name}.example", name) for name in FIRMS),
        agreements=tuple(_papers(world)),
    )


def _papers(world: list[Shape]) -> Iterator[Agreement]:
    """Yield a paper of each firm for some of the repositories in which its people wrote."""
    for number, firm in enumerate(FIRMS):
        here = sorted({one.repository for one in world if firm in one.firms})
        for part in range(6):
            chosen = frozenset(here[part::8])
            yield Agreement(
                f"{firm}-{part}", AgreementKind.FLOSS_AGREEMENT, (firm,), "os2",
                date(2012 + (number + part) % 10, 6, 1), covers=Covers(repositories=chosen), rights=FULL,
                signature=PROPER,
            )  # fmt: skip
