# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A licence text: which licences of SPDX's list a file quotes, where, and what else it says.

Likeness is Sørensen-Dice over the sets of words, as GitHub's licensee measures it; 98 % is the same licence.
A file that holds more than one text, or a text and words of its own, is taken apart where runs of five words say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from registry.licences.corpus import Corpus, Entry, bits, signs
from registry.licences.known_wordings import KnownWording, known_wording
from registry.licences.packing import corpus
from registry.licences.places import find_text
from registry.licences.sameness import leaves_it_the_same
from registry.licences.wording import wording

SAME = 0.98
SIMILAR = 0.75  # below this the nearest licence is not worth naming
_CONTAINED = 0.93
_HEAVIEST = 1.67  # times a text's different words: a licence of more is neither similar nor contained
_NEEDED = 0.96  # of a licence's different words: with fewer no text is the same licence to 98 %
_CANDIDATES = 40
_MOST_WORDS = 200_000


@dataclass(frozen=True)
class Quoted:
    """A licence whose text stands in lines `first` to `last`."""

    identifier: str
    similarity: float
    first: int
    last: int


@dataclass(frozen=True)
class Reading:
    """What a text was found to hold; `rest` are the words outside the quoted licences.

    `known`: the quoted licence stands there in other words, which the table of known wordings explains one by one.
    """

    quoted: tuple[Quoted, ...]
    rest: tuple[str, ...]
    rest_lines: tuple[int, ...]
    nearest: str | None = None
    similarity: float = 0.0
    difference: str = ""
    known: KnownWording | None = None


@dataclass(frozen=True)
class _Signs:
    """A text with one sign a word, beside each its line and the word; the set of the signs, and how many."""

    text: str
    lines: list[int]
    present: int
    different: int
    words: list[str]


def quoted_licences(lines: Sequence[str]) -> Reading:
    """Return the licences that the lines quote; with none, the nearest one and how the text differs."""
    known, said = corpus(), wording(lines)
    words = said.words[:_MOST_WORDS]
    found = _signs(signs(words, known.vocabulary), said.lines[:_MOST_WORDS], words)
    exact = known.exact.get(found.present)
    if exact and exact.weight == found.different and _is_it(found, exact):
        return _whole(exact, 1.0, found)
    ranked = _ranked(found, known)
    if not ranked:
        return Reading((), tuple(words), ())
    likeness, best = ranked[0]
    if likeness >= SAME and _is_it(found, best):
        return _whole(best, likeness, found)
    known_as = known_wording(words)
    if known_as:
        return _known(known_as, ranked, found)
    quoted, rest = _taken_apart(found, [entry for _, entry in ranked])
    rest_lines = tuple(dict.fromkeys(rest.lines))
    if quoted or likeness < SIMILAR:
        return Reading(tuple(quoted), tuple(rest.words), rest_lines)
    difference = _difference(words, known.words_of(best))
    return Reading((), tuple(words), rest_lines, best.identifier, round(likeness, 4), difference)


def _whole(entry: Entry, likeness: float, found: _Signs) -> Reading:
    return Reading((Quoted(entry.identifier, likeness, found.lines[0], found.lines[-1]),), (), ())


def _known(wording_: KnownWording, ranked: list[tuple[float, Entry]], found: _Signs) -> Reading:
    likeness = next((one for one, entry in ranked if entry.identifier == wording_.identifier), 0.0)
    whole = Quoted(wording_.identifier, round(likeness, 4), found.lines[0], found.lines[-1])
    return Reading((whole,), (), (), known=wording_)


def _signs(text: str, lines: list[int], words: list[str]) -> _Signs:
    different = set(text)
    return _Signs(text, lines, bits(different, len(corpus().vocabulary)), len(different), words)


def _ranked(found: _Signs, known: Corpus) -> list[tuple[float, Entry]]:
    """Licences by likeness; those of which the text holds nearly all words are kept, too."""
    present, size, scored = found.present, found.different, []
    for entry in known.entries:
        if entry.weight > _HEAVIEST * size:
            continue
        shared = (entry.words & present).bit_count()
        likeness = 2 * shared / (entry.weight + size)
        if likeness >= SIMILAR or shared >= _CONTAINED * entry.weight:
            scored.append((likeness, entry))
    return sorted(scored, key=lambda pair: -pair[0])  # stable: the likelier identifier stays first


def _taken_apart(rest: _Signs, candidates: list[Entry]) -> tuple[list[Quoted], _Signs]:
    """Cut the text of one licence after the other out of the words, the longest licence first."""
    quoted: list[Quoted] = []
    for entry in sorted(candidates[:_CANDIDATES], key=lambda entry: -len(entry.signs)):
        if (entry.words & rest.present).bit_count() < _NEEDED * entry.weight:
            continue
        place = find_text(rest.text, entry.signs)
        if place is None:
            continue
        start, end = place
        cut = _signs(rest.text[start:end], rest.lines[start:end], rest.words[start:end])
        if _likeness(cut, entry) < SAME or not _is_it(cut, entry):
            continue
        likeness, likest = _likest(cut, candidates)
        quoted.append(Quoted(likest.identifier, round(likeness, 4), cut.lines[0], cut.lines[-1]))
        lines = rest.lines[:start] + rest.lines[end:]
        rest = _signs(rest.text[:start] + rest.text[end:], lines, rest.words[:start] + rest.words[end:])
    return sorted(quoted, key=lambda one: one.first), rest


def _likest(cut: _Signs, candidates: list[Entry]) -> tuple[float, Entry]:
    """Of sister licences of about that length (BSD has dozens) the most alike; the likelier name on a tie."""
    size = len(cut.text)
    sisters = [one for one in candidates if abs(len(one.signs) - size) <= size // 5]
    return max(((_likeness(cut, one), one) for one in sisters), key=lambda pair: pair[0])


def _likeness(found: _Signs, entry: Entry) -> float:
    return 2 * (entry.words & found.present).bit_count() / (found.different + entry.weight)


def _is_it(found: _Signs, entry: Entry) -> bool:
    return _about_as_long(found.text, entry) and leaves_it_the_same(found.words, corpus().words_of(entry))


def _about_as_long(text: str, entry: Entry) -> bool:
    return 0.95 * len(entry.signs) - 20 <= len(text) <= 1.01 * len(entry.signs) + 25


def _difference(found: Sequence[str], model: Sequence[str], most: int = 12) -> str:
    """The words that only one side has, or has oftener, as `-word` (the licence's) and `+word` (the file's)."""
    here, there = Counter(found), Counter(model)
    gone = [f"-{word}" for word in there - here][:most]
    added = [f"+{word}" for word in here - there][:most]
    return " ".join(gone + added)
