# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A place: from where to where a licence's text stands among other words, by the runs of five words that both share.

Texts have one sign a word (`corpus.signs`), so that a run is looked for by `str.find`. Copies lose and gain words:
a run may stand a twentieth of the text further on than most do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

_RUN = 5
_EDGE = 5  # words that a copy may have lost or gained close to its edge
_SAMPLE = 32  # runs that tell about where a text stands
_ORDERED = 128  # runs that tell whether its words stand in order
_MOST = 3  # places of one run that are looked at
_NEAR = 60  # runs from an edge that tell where it is
_FEW = 20  # of them; with fewer the whole text is looked at

Hit = tuple[int, int]
"""A place in the words, and how far it is from the place in the licence."""


def find_text(found: str, model: str) -> tuple[int, int] | None:
    """Return where the model's text begins and ends in `found`, or None when most of its runs are not there."""
    if len(found) < 0.9 * len(model) or len(model) < _RUN:
        return None
    verbatim = found.find(model)
    if verbatim >= 0:
        return verbatim, verbatim + len(model)
    every = range(len(model) - _RUN + 1)
    sample = every[:: len(every) // _SAMPLE + 1]
    hits = _hits(found, model, sample)
    if len(hits) < 0.5 * len(sample):
        return None
    usual = Counter(offset for _, offset in hits).most_common(1)[0][0]
    ordered = every[:: len(every) // _ORDERED + 1]
    if len({place for place, _ in _hits(found, model, ordered, usual)}) < 0.75 * len(ordered):
        return None
    head, tail = _hits(found, model, every[:_NEAR], usual), _hits(found, model, every[-_NEAR:], usual)
    if min(len(head), len(tail)) < _FEW:
        head = tail = _hits(found, model, every, usual)
    return _edge(sorted(head)), _edge(sorted(tail, reverse=True)) + _RUN


def _hits(found: str, model: str, starts: Iterable[int], usual: int | None = None) -> list[Hit]:
    """Where runs of the model stand; with `usual`, not further from it than a copy may have lost or gained."""
    slack = len(model) // 20 + 15
    hits: list[Hit] = []
    first, end = 0, len(found)
    for start in starts:
        run = model[start : start + _RUN]
        if usual is not None:
            first, end = max(0, start + usual - slack), max(0, start + usual + slack + _RUN)
        place = found.find(run, first, end)
        for _ in range(_MOST):
            if place < 0:
                break
            hits.append((place, place - start))
            place = found.find(run, place + 1, end)
    return hits


def _edge(near: Sequence[Hit]) -> int:
    """The outermost run that stands as far from the model's as most runs near that edge do.

    Words before a text that name the licence share a run with its title, and are none of the text.
    """
    here = near[: max(_FEW, len(near) // 20)]
    local = Counter(offset for _, offset in here).most_common(1)[0][0]
    return next(place for place, offset in here if abs(offset - local) <= _EDGE)
