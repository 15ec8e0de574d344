# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Sameness: whether what two nearly equal texts differ in leaves the licence what it is.

A likeness of 98 % of the words is much and may still be another licence: "for any purpose" and "for no purpose". So
inside a short licence only words that carry nothing may differ; before and after it, and in a long one (whose copies
differ by addresses and titles), no word that allows, forbids or demands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

_SHORT = 700  # words: MIT, BSD, ISC, zlib, the OFL and the like
_FORBIDDING = frozenset({
    "not", "no", "non", "never", "cannot", "except", "excepting", "excluding", "unless", "only", "solely", "must",
    "shall", "prohibited", "prohibit", "forbidden", "commercial", "commercially", "noncommercial",
})  # fmt: skip
_TURNING = _FORBIDDING | {
    "nor", "neither", "without", "exclude", "limited", "may", "should", "required", "require", "restricted",
    "restriction", "deny", "denied", "profit", "fee", "fees", "royalty", "royalties", "pay", "payment", "paid",
    "price", "charge", "bearing", "educational", "academic", "research", "personal", "private", "internal",
    "evaluation", "military", "government", "revoke", "revoked", "revocable", "irrevocable", "terminate",
    "terminated", "expire", "expires", "perpetual", "exclusive", "condition", "conditions", "provided", "grant",
    "grants", "granted", "permit", "permits", "permitted", "allow", "allows", "allowed",
}  # fmt: skip
_LIGHT = frozenset({
    "the", "a", "an", "and", "of", "this", "these", "that", "is", "are", "its", "their", "his", "her", "author",
    "authors", "copyright", "holder", "holders", "owner", "owners", "express", "expressed", "software", "license",
    "licence", "file", "files", "isc",
})  # fmt: skip
# what stands under the GPL-2.0 wherever it comes from the Free Software Foundation, and not in SPDX's copy
_ADVICE = (
    "this general public license does not permit incorporating your program into proprietary programs if your program"
    " is a subroutine library you may consider it more useful to permit linking proprietary applications with the"
    " library if this is what you want to do use the gnu {} general public license instead of this license"
)
_ADVICES = tuple(_ADVICE.format(which).split() for which in ("lesser", "library"))


def leaves_it_the_same(found: Sequence[str], model: Sequence[str]) -> bool:
    """Return whether the words `found` are the licence whose words are `model`, in what they allow and ask for."""
    if found == model:
        return True
    if len(model) > _SHORT:
        found = _without_advice(found)
        here, there = Counter(found), Counter(model)
        return _turns_nothing((here - there) | (there - here))
    changes = SequenceMatcher(None, model, found, autojunk=False).get_opcodes()
    return all(
        _turns_nothing((*model[first:end], *found[start:stop]))
        and (first == 0 or end == len(model) or _carries_nothing((*model[first:end], *found[start:stop])))
        for tag, first, end, start, stop in changes
        if tag != "equal"
    )


def forbids(words: Iterable[str]) -> bool:
    """Return whether words beside a licence may ask for or forbid something, few as they are."""
    return not _FORBIDDING.isdisjoint(words)


def _without_advice(found: Sequence[str]) -> Sequence[str]:
    return next((found[: -len(one)] for one in _ADVICES if list(found[-len(one) :]) == one), found)


def _turns_nothing(words: Iterable[str]) -> bool:
    return _TURNING.isdisjoint(words)


def _carries_nothing(words: Iterable[str]) -> bool:
    """Articles, numbers and letters before a condition, and what a holder or the program is called."""
    return all(word in _LIGHT or word.isdigit() or len(word) == 1 for word in words)
