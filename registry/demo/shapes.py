# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A shape: the pattern of a source file or a manual page that grows word by word as the story goes on.

A shape is a text file beside this module. `«name»` stands for a value; the lines between `@each` and
`@end` are written once for each word that the file has grown by (`@each first`: for the first word only).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "shapes"
_NAME = re.compile(r"«([A-Za-z_]+)»")

# What a kind of word is called, and an example of it, in each language of the demonstration's products.
_KINDS: Mapping[str, Mapping[str, str]] = {
    "text": {
        "php": "string", "java": "String", "cs": "string", "py": "str", "sql": "VARCHAR(255)",
        "form": "text", "example": "Rådhuspladsen 1", "kind_da": "tekst",
    },
    "number": {
        "php": "int", "java": "Integer", "cs": "int", "py": "int", "sql": "INTEGER",
        "form": "number", "example": "42", "kind_da": "helt tal",
    },
    "date": {
        "php": "string", "java": "String", "cs": "string", "py": "str", "sql": "DATE",
        "form": "date", "example": "2020-02-29", "kind_da": "dato",
    },
    "flag": {
        "php": "bool", "java": "Boolean", "cs": "bool", "py": "bool", "sql": "BOOLEAN",
        "form": "checkbox", "example": "1", "kind_da": "ja eller nej",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """A field of a product's records: its name in code, its kind, and what a manual says of it."""

    name: str
    kind: str
    label: str
    says: str


@dataclass(frozen=True)
class Thing:
    """What a product keeps records of."""

    name: str
    label: str
    plural: str
    says: str


KINDS = frozenset(_KINDS)


def exists(shape: str) -> bool:
    """Say whether a shape of this name stands in the folder."""
    return (_FOLDER / f"{shape}.txt").is_file()


def render(shape: str, thing: Thing, words: Sequence[Word], names: Mapping[str, str]) -> str:
    """Return the text of a file of `shape` about `thing` that has grown by `words`."""
    values = {**names, "Thing": thing.name, "thing": thing.name[0].lower() + thing.name[1:]}
    values |= {
        "label": thing.label,
        "Label": _capital(thing.label),
        "plural": thing.plural,
        "about": thing.says,
    }
    lines: list[str] = []
    for mark, block in _blocks(_source(shape)):
        chosen = {"": [values], "first": [values | _word(word) for word in words[:1]]}.get(
            mark, [values | _word(word) for word in words]
        )
        lines += [_fill(line, named) for named in chosen for line in block]
    return "\n".join(lines) + "\n"


@cache
def _source(shape: str) -> str:
    return (_FOLDER / f"{shape}.txt").read_text(encoding="utf-8")


def _blocks(source: str) -> Iterator[tuple[str, list[str]]]:
    mark, block = "", list[str]()
    for line in source.splitlines():
        if line.startswith(("@each", "@end")):
            yield mark, block
            mark, block = line.removeprefix("@").removeprefix("end").removeprefix("each ").strip(), []
        else:
            block.append(line)
    yield mark, block


def _word(word: Word) -> dict[str, str]:
    return {
        **_KINDS[word.kind],
        "word": word.name,
        "Word": _capital(word.name),
        "word_label": word.label,
        "Word_label": _capital(word.label),
        "word_says": word.says,
    }


def _fill(line: str, values: Mapping[str, str]) -> str:
    return _NAME.sub(lambda match: values[match[1]], line)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
