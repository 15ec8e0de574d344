# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Text from strangers: made visible, so that no name, path or subject can steer a screen or a reader."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_LOCAL = re.compile(r"(?<![\w:/.~-])/(?:[^\s/:;,]+/)+([^\s/:;,]+)")
_LONGEST = 500


class Word(StrEnum):
    """A word out of a fixed set, hashed as the text that it is: an enum's own hash is a call into Python."""

    __hash__ = str.__hash__


def visible(text: str, longest: int = _LONGEST) -> str:
    """Return `text` with every character that could act instead of being read shown as its code.

    Control characters (terminal escapes), bidirectional and zero-width marks, lone surrogates and
    unassigned code points become `<U+XXXX>`; what is longer than `longest` characters ends in an ellipsis.
    """
    cut = text[:longest]
    shown = cut if cut.isascii() and cut.isprintable() else "".join(map(_visible_character, cut))
    return shown + "…" if len(text) > longest else shown


def visible_path(path: bytes) -> str:
    r"""Return a git path for reading: UTF-8 where it is, other bytes as `\xNN`."""
    return visible(path.decode("utf-8", "backslashreplace"), longest=4096)


def path_text(path: bytes) -> str:
    """Return a git path as text that gives the same bytes back (`os.fsencode`), for JSON and addresses."""
    return path.decode("utf-8", "surrogateescape")


def path_bytes(text: str) -> bytes:
    """Return the bytes of a path that `path_text` wrote."""
    return text.encode("utf-8", "surrogateescape")


def storable(text: str, longest: int) -> str:
    """Return `text` as a database can hold it: no NUL, no lone surrogate, at most `longest` characters."""
    cut = text[:longest].replace("\0", "\ufffd")
    return cut.encode("utf-8", "replace").decode("utf-8") if not cut.isascii() else cut


def mask_addresses(text: str, mask: str) -> str:
    """Return `text` with every e-mail address replaced: addresses are never public."""
    return ADDRESS.sub(mask, text) if "@" in text else text


def elsewhere(text: str) -> str:
    """Return a text without the folders of the register's own machine: they are nobody's business."""
    return _LOCAL.sub("…/\\1", text)


def _visible_character(character: str) -> str:
    # Cc control, Cf format (bidirectional, zero-width), Cs surrogate, Co private, Cn unassigned, Zl/Zp breaks
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
        return f"<U+{ord(character):04X}>"
    return character
