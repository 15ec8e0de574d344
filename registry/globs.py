# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A glob: a pattern of paths, as papers and overrides write them.

Case-sensitive, anchored at the root and matching the whole path: `?` is one character and `*` any number of
them, neither crosses `/`; `**` is any number of characters, `/` too; `**/` at the start of a part is none or
more folders. Everything else, `[` and `{` too, stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from registry.text import path_text

_WILD = re.compile(r"[?*]")
_TOKEN = re.compile(r"(?<![^/])(?:\*\*/)+|\*\*+|\*|\?|[^*?]", re.DOTALL)


@dataclass(frozen=True)
class Glob:
    """A compiled glob. A path is read once, character by character, whatever the glob: nothing can blow up.

    Bit *n* of every mask is state *n*: so many of the glob's single characters have been matched.
    """

    text: str
    literal: str
    consumes: dict[str, int]
    consumes_any: int
    loops: int
    loops_in_part: int
    skips: int
    last: int

    def matches(self, path: bytes | str) -> bool:
        """Tell whether the whole of `path` (git's bytes, or text by `path_text`) is described."""
        name = path_text(path) if isinstance(path, bytes) else path
        if not name.startswith(self.literal):
            return False
        states = 1 | (self.skips & 1) << 1
        for character in name[len(self.literal) :]:
            in_part = 0 if character == "/" else self.consumes_any
            moved = (states & (self.consumes.get(character, 0) | in_part)) << 1
            moved |= (moved & self.skips) << 1
            stays = self.loops if character == "/" else self.loops | self.loops_in_part
            states = moved | (states & stays)
            if not states:
                return False
        return bool(states & self.last)


@lru_cache(maxsize=4096)
def compile_glob(text: str) -> Glob:
    """Return `text` as a glob, the same object for the same text."""
    literal = text[: wild.start()] if (wild := _WILD.search(text)) else text
    consumes: dict[str, int] = {}
    consumes_any = loops = loops_in_part = skips = 0
    bit = 1
    for part in _TOKEN.findall(text, len(literal)):
        if part == "*":
            loops_in_part |= bit
            continue
        if part.startswith("**") and not part.endswith("/"):
            loops |= bit
            continue
        if part.startswith("**"):
            loops, skips, part = loops | bit, skips | bit, "/"  # noqa: PLW2901
        if part == "?":
            consumes_any |= bit
        else:
            consumes[part] = consumes.get(part, 0) | bit
        bit <<= 1
    return Glob(text, literal, consumes, consumes_any, loops, loops_in_part, skips, bit)


def any_matches(globs: Iterable[str], path: bytes | str) -> bool:
    """Tell whether one of `globs` describes `path`."""
    name = path_text(path) if isinstance(path, bytes) else path
    return any(compile_glob(text).matches(name) for text in globs)
