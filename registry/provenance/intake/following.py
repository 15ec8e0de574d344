# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Following: the lines of a repository along its main line, from its beginning or from where it was left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from harvesters.git.lineage.forward import Following, follow
from harvesters.git.model import Commit, Mirror, Oid
from registry.provenance.intake.gathering import Gathering
from registry.provenance.intake.held import Held
from registry.provenance.intake.model import Past
from registry.provenance.intake.rewinding import rewound
from registry.provenance.records import MainLineRow
from registry.provenance.runs import pack_steps

FOLLOWER = 1
"""The version of this following: another one reads every repository anew."""


def keep_past(session: Session, mirror: Mirror, tip: Oid, past: Past) -> int:
    """Follow the main line to its tip and keep what it tells; returns how many commits of it were new.

    Starts behind the newest commit that was followed before and is still on the main line.
    """
    chain = main_line(past.commits, tip)
    main, seconds = [past.numbers[one.oid] for one in chain], _risen(chain)
    upto = rewound(session, past, main)
    held = Held(session, mirror, past, main, upto)
    gathering = Gathering(held, seconds)
    without = [chain[upto - 1].oid] if upto else []
    how = Following(without, held.base, held.announce, through=past.through)
    for place, version in enumerate(follow(mirror, tip, how), start=upto):
        gathering.take(place, version.edits)
    gathering.keep()
    row = session.get(MainLineRow, past.repository)
    if row is None:
        row = MainLineRow(repository_id=past.repository, commits=b"", seconds=b"")
        session.add(row)
    row.kinds = past.stamp
    row.commits += pack_steps(main[upto:], main[upto - 1] if upto else 0)
    row.seconds += pack_steps(seconds[upto:], seconds[upto - 1] if upto else 0)
    return len(chain) - upto


def main_line(commits: Sequence[Commit], tip: Oid) -> list[Commit]:
    """Return the chain of first parents that ends at the tip, oldest first."""
    known = {commit.oid: commit for commit in commits}
    chain = []
    at: Oid | None = tip
    while at is not None and (commit := known.get(at)) is not None:
        chain.append(commit)
        at = commit.parents[0] if commit.parents else None
    return chain[::-1]


def _risen(chain: Iterable[Commit]) -> list[int]:
    """Return when each commit was put on the main line: never before the one in front of it."""
    seconds: list[int] = []
    for commit in chain:
        own = max(-(2**62), min(2**62, commit.committer.seconds))
        seconds.append(max(own, seconds[-1]) if seconds else own)
    return seconds
