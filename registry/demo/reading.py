# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A place in a YAML file: read field by field, so that every mistake is told with its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

import yaml

from registry.errors import BadInputError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class StoryError(BadInputError):
    """The story cannot be told as it is written; the sentence names the line."""


@dataclass(frozen=True)
class At:
    """One node of the file, and where it stands."""

    node: yaml.Node

    @property
    def line(self) -> int:
        """The line of the node, from 1."""
        return int(self.node.start_mark.line) + 1

    def fail(self, sentence: str) -> NoReturn:
        """Raise the mistake at this line."""
        raise StoryError(f"story, line {self.line}: {sentence}")

    def text(self) -> str:
        """Return the value as it is written."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.fail("a text was expected here")
        return str(self.node.value)

    def number(self) -> int:
        """Return a whole number."""
        text = self.text()
        if not text.removeprefix("-").isdigit():
            self.fail(f"a whole number was expected, not “{text}”")
        return int(text)

    def flag(self) -> bool:
        """Return yes or no."""
        text = self.text()
        if text not in {"true", "false"}:
            self.fail(f"true or false was expected, not “{text}”")
        return text == "true"

    def hexadecimal(self) -> bytes:
        """Return the bytes that are written as hexadecimal digits, two a byte."""
        try:
            return bytes.fromhex(self.text())
        except ValueError:
            self.fail("bytes are written as hexadecimal digits, two a byte")

    def items(self) -> list[At]:
        """Return the members of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.fail("a list was expected here")
        return [At(node) for node in self.node.value]

    def words(self) -> tuple[str, ...]:
        """Return a list of texts, or the words of one text."""
        if isinstance(self.node, yaml.ScalarNode):
            return tuple(self.text().split())
        return tuple(item.text() for item in self.items())

    def pairs(self) -> list[tuple[At, At]]:
        """Return the keys and values of a mapping in their order; a key said twice is a mistake."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("a mapping (name: value) was expected here")
        pairs = [(At(key), At(value)) for key, value in self.node.value]
        seen: set[str] = set()
        for key, _ in pairs:
            if key.text() in seen:
                key.fail(f"“{key.text()}” is said twice")
            seen.add(key.text())
        return pairs

    def fields(self, allowed: str, needed: str = "") -> dict[str, At]:
        """Return a mapping with every `needed` key and perhaps `allowed` ones (set apart by spaces)."""
        pairs = self.pairs()
        for key, _ in pairs:
            if key.text() not in allowed.split() and key.text() not in needed.split():
                key.fail(f"“{key.text()}” is no field here; known are: {needed} {allowed}")
        found = {key.text(): value for key, value in pairs}
        for name in needed.split():
            if name not in found:
                self.fail(f"“{name}” is missing here")
        return found

    @property
    def is_mapping(self) -> bool:
        """Whether names and values stand here."""
        return isinstance(self.node, yaml.MappingNode)


def compose(data: bytes) -> At:
    """Return the root of one YAML document; references to other places and a second document are refused."""
    try:
        for event in yaml.parse(data, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent):
                line = 1 + getattr(event.start_mark, "line", 0)
                raise StoryError(f"story, line {line}: a reference (*name) is not read; write it out")
        node = yaml.compose(data, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = 1 + getattr(error.problem_mark, "line", 0)
        raise StoryError(f"story, line {line}: this is not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise StoryError(f"story, line 1: this is not YAML: {error}") from error
    if node is None:
        raise StoryError("story, line 1: the file is empty")
    return At(node)
