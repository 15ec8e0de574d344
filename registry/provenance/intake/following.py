# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Following: the lines of a repository along its main line, from its beginning or from where it was left."""

from __future__ import annotations

from sqlalchemy.orm import Session

from harvesters.git.lineage.forward import Following, follow
from harvesters.git.model import Mirror, Oid
from registry.collector import resting
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
    row = session.get(MainLineRow, past.repository) or MainLineRow(
        repository_id=past.repository, commits=b"", seconds=b"", kinds=past.stamp
    )
    line = rewound(session, past, row, tip)
    upto, main, seconds = line.upto, line.commits, line.seconds
    held = Held(session, mirror, past, main, upto)
    gathering = Gathering(held, seconds)
    how = Following(past.number, list(line.newest), held.base, held.announce, through=past.through)
    with resting():  # what is made on the way stays, or goes by itself
        for place, version in enumerate(follow(mirror, tip, how), start=upto):
            gathering.take(place, version.edits)
        gathering.keep()
    row.kinds = past.stamp
    row.commits += pack_steps(main[upto:], main[upto - 1] if upto else 0)
    row.seconds += pack_steps(seconds[upto:], seconds[upto - 1] if upto else 0)
    session.add(row)
    return len(main) - upto
