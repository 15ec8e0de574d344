# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Changes that are looked through, told: both lists, and the files in which the register's does not act."""

from __future__ import annotations

from registry.api.shapes import looked_through as shapes
from registry.api.showing import shown, shown_path
from registry.pipeline.looked_through import Listed, Lists, OwnListed
from registry.provenance.snapshot import Snapshot


def looked_through(snapshot: Snapshot, found: Lists) -> shapes.LookedThrough:
    """Return both lists of a repository's present."""
    return shapes.LookedThrough(
        repository=snapshot.repository,
        commit=snapshot.commit,
        listed=tuple(map(_listed, found.listed)),
        ended=found.ended,
        not_in=tuple(
            shapes.NotLookedThrough(path=shown_path(path), lines=lines) for path, lines in found.not_in
        ),
        own=tuple(map(_own, found.own_listed)),
    )


def _listed(one: Listed) -> shapes.Listed:
    facts = one.effect.facts
    return shapes.Listed(
        commit=one.decision.commit,
        written_on=facts.day if facts else None,
        subject=shown(facts.subject) if facts else None,
        acts=one.acts,
        lines_handed_on=one.effect.handed_on,
        lines_that_stay=one.effect.stay,
        decided_by=shown(one.decision.by),
        decided_on=one.decision.day,
        reason=shown(one.decision.reason, 5000),
    )


def _own(one: OwnListed) -> shapes.OwnListed:
    return shapes.OwnListed(
        line=one.revision.line,
        says=shown(one.revision.said),
        standing=str(one.revision.standing),
        commit=one.revision.commit or None,
        lines_handed_on=one.effect.handed_on,
        lines_that_stay=one.effect.stay,
    )
