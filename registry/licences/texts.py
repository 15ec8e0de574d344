# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A licence text: which licences of SPDX's list a file quotes, where, and what else it says.

Likeness is Sørensen-Dice over the sets of words, as GitHub's licensee measures it; 98 % is the same licence.
A file that holds more than one text, or a text and words of its own, is taken apart by runs of five words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from registry.licences.corpus import Corpus, Entry, bits, corpus, template, words

SAME = 0.98
SIMILAR = 0.75  # below this the nearest licence is not worth naming
_CONTAINED = 0.93
_RUN = 5
_CANDIDATES = 40
_MOST_WORDS = 200_000
_EDGE = 5  # words that a copy may have lost or gained close to its edge

Words = Sequence[tuple[int, str]]


@dataclass(frozen=True)
class Quoted:
    """A licence whose text stands in lines `first` to `last`."""

    identifier: str
    similarity: float
    first: int
    last: int


@dataclass(frozen=True)
class Reading:
    """What a text was found to hold; `rest` counts the words outside the quoted licences."""

    quoted: tuple[Quoted, ...]
    rest: int
    rest_lines: tuple[int, ...]
    nearest: str | None = None
    similarity: float = 0.0
    difference: str = ""


def quoted_licences(lines: Sequence[str]) -> Reading:
    """Return the licences that the lines quote; with none, the nearest one and how the text differs."""
    found = words(tuple(lines))[:_MOST_WORDS]
    ranked = _ranked(found, corpus())
    if not ranked:
        return Reading((), len(found), ())
    likeness, best = ranked[0]
    if likeness >= SAME and _about_as_long(found, template(best.identifier, best.variant)):
        whole = Quoted(best.identifier, likeness, found[0][0], found[-1][0])
        return Reading((whole,), 0, ())
    quoted, rest = _taken_apart(found, [entry for _, entry in ranked])
    rest_lines = tuple(dict.fromkeys(line for line, _ in rest))
    if quoted or likeness < SIMILAR:
        return Reading(tuple(quoted), len(rest), rest_lines)
    difference = _difference(found, template(best.identifier, best.variant))
    return Reading((), len(rest), rest_lines, best.identifier, round(likeness, 4), difference)


def _ranked(found: Words, known: Corpus) -> list[tuple[float, Entry]]:
    """Licences by likeness; those of which the text holds nearly all words are kept, too."""
    different = {word for _, word in found}
    present = bits(different, known.vocabulary)
    scored = []
    for entry in known.entries:
        shared = (entry.words & present).bit_count()
        likeness = 2 * shared / (entry.weight + len(different))
        if likeness >= SIMILAR or shared >= _CONTAINED * entry.weight:
            scored.append((likeness, entry))
    return sorted(scored, key=lambda pair: -pair[0])  # stable: the likelier identifier stays first


def _taken_apart(found: Words, candidates: list[Entry]) -> tuple[list[Quoted], Words]:
    """Cut the text of one licence after the other out of the words, the longest licence first."""
    longest_first = sorted(
        candidates[:_CANDIDATES], key=lambda entry: -len(template(entry.identifier, entry.variant))
    )
    quoted: list[Quoted] = []
    rest = list(found)
    for entry in longest_first:
        region = _region(rest, template(entry.identifier, entry.variant))
        if region is None:
            continue
        start, end, _ = region
        likeness, likest = _likest({word for _, word in rest[start:end]}, end - start, candidates)
        quoted.append(Quoted(likest.identifier, round(likeness, 4), rest[start][0], rest[end - 1][0]))
        rest = rest[:start] + rest[end:]
    return sorted(quoted, key=lambda one: one.first), rest


def _likest(region: set[str], length: int, candidates: list[Entry]) -> tuple[float, Entry]:
    """Of sister licences of about that length (BSD has dozens) the most alike; the likelier name on a tie."""
    sisters = [
        one for one in candidates if abs(len(template(one.identifier, one.variant)) - length) <= length // 5
    ]
    scored = [(_likeness(region, set(template(one.identifier, one.variant))), one) for one in sisters]
    return max(scored, key=lambda pair: pair[0])


def _region(found: Words, model: tuple[str, ...]) -> tuple[int, int, float] | None:
    """Where in the words the model's text stands, if it does so to 98 %."""
    if len(found) < 0.9 * len(model) or len(model) < _RUN:
        return None
    places = _run_places(tuple(word for _, word in found))
    hits = [
        (place, place - start)
        for start in range(len(model) - _RUN + 1)
        for place in places.get(model[start : start + _RUN], ())[:3]
    ]
    if len(hits) < 0.5 * len(model):
        return None
    usual = Counter(offset for _, offset in hits).most_common(1)[0][0]
    slack = len(model) // 20 + 15  # words that a copy may have lost or gained before a place
    near = sorted((place, offset) for place, offset in hits if abs(offset - usual) <= slack)
    start, end = _edge(near), _edge(near[::-1]) + _RUN
    likeness = _likeness({word for _, word in found[start:end]}, set(model))
    whole = _about_as_long(found[start:end], model) and len({p for p, _ in near}) >= 0.75 * len(model)
    return (start, end, likeness) if likeness >= SAME and whole else None


def _edge(near: Sequence[tuple[int, int]]) -> int:
    """The outermost run that stands as far from the model's as most runs near that edge do.

    Words before a text that name the licence share a run with its title, and are none of the text.
    """
    here = near[: max(20, len(near) // 20)]
    local = Counter(offset for _, offset in here).most_common(1)[0][0]
    return next(place for place, offset in here if abs(offset - local) <= _EDGE)


def _run_places(found: tuple[str, ...]) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(found) - _RUN + 1):
        places.setdefault(found[start : start + _RUN], []).append(start)
    return places


def _likeness(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _about_as_long(found: Words, model: tuple[str, ...]) -> bool:
    return 0.95 * len(model) - 20 <= len(found) <= 1.01 * len(model) + 25


def _difference(found: Words, model: tuple[str, ...], most: int = 12) -> str:
    """The words that only one side has, as `-word` (the licence's) and `+word` (the file's)."""
    here, there = dict.fromkeys(word for _, word in found), dict.fromkeys(model)
    gone = [f"-{word}" for word in there if word not in here][:most]
    added = [f"+{word}" for word in here if word not in there][:most]
    return " ".join(gone + added)
