# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A glob: REUSE's way to name many paths (`docs/**`, `*.md`), matched without backtracking."""

from __future__ import annotations


def matches(glob: bytes, path: bytes) -> bool:
    r"""Whether a REUSE.toml glob covers a path: `*` stays in its folder, `**` does not, `\` escapes.

    In time at most length times length: states are kept side by side instead of tried one after the other.
    """
    tokens = _tokens(glob)
    states = _closed({0}, tokens)
    for position in range(len(path)):
        letter = path[position : position + 1]
        states = _closed({step for state in states for step in _steps(state, tokens, letter)}, tokens)
        if not states:
            return False
    return len(tokens) in states


def _tokens(glob: bytes) -> list[tuple[str, bytes]]:
    tokens: list[tuple[str, bytes]] = []
    place = 0
    while place < len(glob):
        letter = glob[place : place + 1]
        if letter == b"*":
            end = place + len(glob[place:]) - len(glob[place:].lstrip(b"*"))
            tokens.append(("any" if end - place > 1 else "star", b""))
            place = end
            continue
        place += 1 + (letter == b"\\")
        tokens.append(("letter", glob[place - 1 : place]))
    return tokens


def _closed(states: set[int], tokens: list[tuple[str, bytes]]) -> set[int]:
    """A star may stand for nothing."""
    for state in sorted(states):
        place = state
        while place < len(tokens) and tokens[place][0] != "letter":
            place += 1
            states.add(place)
    return states


def _steps(state: int, tokens: list[tuple[str, bytes]], letter: bytes) -> list[int]:
    if state == len(tokens):
        return []
    kind, wanted = tokens[state]
    if kind == "letter":
        return [state + 1] if wanted == letter else []
    return [state] if kind == "any" or letter != b"/" else []
