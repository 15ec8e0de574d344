# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A contradiction: places of a repository's own files that name licences which do not go together."""

from __future__ import annotations

from registry.licences.agreement import agree, agreed, groups
from registry.licences.expressions import PROPRIETARY, identifiers
from registry.licences.model import Contradiction, Kind, Note, Place, Source
from registry.licences.policy import is_permissive
from registry.licences.scopes import Scoped
from registry.licences.secondary import CLOSED
from registry.licences.subjects import speaks_of_documents

MOST_PLACES = 50


def contradictions(found: Scoped) -> tuple[Contradiction, ...]:
    """Return where statements on the whole differ, or with these at one, which parts speak against them."""
    together = groups(found.whole)
    if len(together) > 1:
        return (_contradiction(together),)
    if not together:
        return ()
    others = [source for source in found.parts if deviates(source, together[0], found.texts)]
    return tuple(_contradiction([together[0], group]) for group in groups(others))


def deviates(source: Source, base: list[Source], texts: frozenset[str]) -> bool:
    """Whether a part's licence speaks against the whole's.

    REUSE declares the licences of parts in LICENSES/; documentation has a licence of its own; a file that
    came with a permissive notice, or was bought, is a remark: its notice and the whole's can both be true.
    """
    expression = str(source.expression)
    if _agrees(source, base) or set(identifiers(expression)) <= texts or source.kind is Kind.REUSE:
        return False
    if speaks_of_documents(source) or expression == "CC0-1.0" or Note.NPM_DEFAULT in source.notes:
        return False
    if source.kind is Kind.MANIFEST or source.tagged:
        return True
    return expression != PROPRIETARY and not is_permissive(expression)


def is_stray(source: Source, base: list[Source], texts: frozenset[str]) -> bool:
    """Whether a part has another licence that was not declared, without contradicting the whole."""
    expression = str(source.expression)
    if expression == CLOSED:  # a file that is more closed than what was said of the whole
        return agreed(base) != CLOSED
    declared = expression == PROPRIETARY or set(identifiers(expression)) <= texts
    return not declared and not _agrees(source, base) and not deviates(source, base, texts)


def _agrees(source: Source, base: list[Source]) -> bool:
    return any(agree(source, other) for other in base)


def _contradiction(together: list[list[Source]]) -> Contradiction:
    expressions = tuple(agreed(group) for group in together)
    places = tuple(Place(source.path, source.line) for group in together for source in group[:MOST_PLACES])
    return Contradiction(expressions, places)
