# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A remark: what a reader should know although no source contradicts another."""

from __future__ import annotations

from registry.licences.agreement import groups
from registry.licences.contradictions import MOST_PLACES, is_stray
from registry.licences.expressions import PROPRIETARY
from registry.licences.model import Kind, Place, Remark, Remarkable, Source
from registry.licences.scopes import Scoped, Surroundings, target_exists


def remarks(every: tuple[Source, ...], found: Scoped, around: Surroundings) -> tuple[Remark, ...]:
    """Return bought parts, other licences in own files, dead links, unread files and nested licences."""
    apart = frozenset(found.component)
    base = groups(found.whole)
    listed = {
        Remarkable.BOUGHT: [s for s in (*found.parts, *found.component) if s.expression == PROPRIETARY],
        Remarkable.OTHER_HEADER: [
            s for s in found.parts if len(base) == 1 and is_stray(s, base[0], found.texts)
        ],
        Remarkable.DEAD_LINK: [
            s
            for s in every
            if s.targets and not s.expression and s not in apart and not target_exists(s, around)
        ],
        Remarkable.UNREAD: [s for s in every if s.needs_person and s not in apart],
        Remarkable.NESTED: [
            s for s in found.component if s.kind is Kind.LICENCE_FILE and s.path not in around.third_party
        ],
    }
    return tuple(_remark(code, sources) for code, sources in listed.items() if sources)


def _remark(code: Remarkable, sources: list[Source]) -> Remark:
    places = tuple(Place(source.path, source.line) for source in sources[:MOST_PLACES])
    said = dict.fromkeys(source.expression or source.text[:80] for source in sources[:10])
    return Remark(code, places, ", ".join(said))
