# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Agreement: when two statements name one licence. GNU's "or later" is told apart from silence about it."""

from __future__ import annotations

from collections.abc import Iterable

from registry.licences.expressions import identifiers, without_content_licences
from registry.licences.model import Kind, Note, Source
from registry.licences.secondary import CLOSED, narrows


def groups(sources: Iterable[Source]) -> list[list[Source]]:
    """Sort statements into groups that agree, in the order in which they were met."""
    found: list[tuple[dict[tuple[object, ...], Source], list[Source]]] = []
    for source in sources:
        key = (source.expression, Note.LATER_UNSAID in source.notes, source.kind is Kind.LICENCE_FILE)
        home = next(
            (one for one in found if key in one[0] or all(agree(source, s) for s in one[0].values())), None
        )
        if home is None:
            home = ({}, [])
            found.append(home)
        home[0].setdefault(key, source)
        home[1].append(source)
    return [group for _, group in found]


def agree(one: Source, other: Source) -> bool:
    """Whether both name the same licence, or one is silent on later versions where the other is not."""
    assert one.expression is not None
    assert other.expression is not None
    if one.expression == other.expression or narrows(one, other):
        return True
    if one.expression in _code(other) or other.expression in _code(one):
        return True
    if _family(one.expression) == _family(other.expression):
        silent, speaking = (one, other) if Note.LATER_UNSAID in one.notes else (other, one)
        return Note.LATER_UNSAID in silent.notes and (_later(speaking) or Note.LATER_UNSAID in speaking.notes)
    return _is_part(one, other) or _is_part(other, one)


def agreed(group: Iterable[Source]) -> str:
    """Return what a group says: the widest statement, since the narrower ones are silent or a part of it."""
    said = [str(source.expression) for source in group if source.expression]
    widest = max(said, key=lambda text: (len(identifiers(text)), "-or-later" in text, text == CLOSED))
    code = without_content_licences(widest)
    return code if code in said else widest


def texts_together(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The LGPL-3.0 comes as two files (COPYING and COPYING.LESSER): the GPL's text is then a part of it."""
    stated = {source.expression for source in sources if source.kind is Kind.LICENCE_FILE}
    if not stated >= {"GPL-3.0-only", "LGPL-3.0-only"}:
        return sources
    return tuple(s for s in sources if s.kind is not Kind.LICENCE_FILE or s.expression != "GPL-3.0-only")


def _is_part(part: Source, whole: Source) -> bool:
    """A licence file that holds the text of one licence of a compound expression."""
    compound = str(whole.expression)
    if part.kind is not Kind.LICENCE_FILE or " " not in compound:
        return False
    return {_family(one) for one in identifiers(str(part.expression))} <= {
        _family(one) for one in identifiers(compound)
    }


def _code(source: Source) -> tuple[str, ...]:
    """The code's part of a manifest that also names the documentation's licence."""
    whole = str(source.expression)
    code = without_content_licences(whole)
    return (code,) if code != whole and source.kind is not Kind.LICENCE_FILE else ()


def _family(expression: str) -> str:
    return expression.replace("-or-later", "-only")


def _later(source: Source) -> bool:
    return "-or-later" in str(source.expression)
