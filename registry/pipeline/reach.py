# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reach: what a paper bound to a revision covers is what can be reached from that commit, and nothing later."""

from __future__ import annotations

import re
from collections.abc import Collection

from sqlalchemy.orm import Session

from harvesters.errors import HarvestError
from harvesters.git import history
from harvesters.git.model import Mirror, Oid
from registry.pipeline.register import MIRRORS, mirror_path
from registry.provenance.numbers import oids_of
from registry.provenance.signatures import reachable

REVISION = "swh:1:rev:"
"""How a revision is written in a scope: the SWHID of a commit."""

_WRITTEN = re.compile(re.escape(REVISION) + "([0-9a-f]{40})")


def reached(session: Session, repository: int, revision: str, numbers: Collection[int]) -> frozenset[int]:
    """Return those of the commits with these numbers that the revision reaches.

    The register knows what each head reached that it read; for any other commit our own mirror is asked.
    """
    told = _WRITTEN.fullmatch(revision)
    if told is None:
        return frozenset()
    read = reachable(session, told[1])
    if read:
        return read
    mirrors = session.info.get(MIRRORS)
    place = None if mirrors is None else mirror_path(mirrors, repository)
    if place is None or not place.is_dir():
        return frozenset()
    try:
        oids = {one.oid for one in history.commits(Mirror(place), [Oid(told[1])])}
    except HarvestError:
        return frozenset()
    return frozenset(number for number, oid in oids_of(session, numbers).items() if oid in oids)
