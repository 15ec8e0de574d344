# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The composed file: nodes with line numbers, by libyaml and only once.

No value is guessed: text stays text.
"""

from __future__ import annotations

from typing import Final

import yaml

from registry.ownership.reading.depth import DEEPEST, too_deep
from registry.ownership.reading.mistakes import FactsError, shown

LARGEST: Final = 64 * 1024 * 1024
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TAGS = "tag:yaml.org,2002:"
_PLAIN = frozenset({"str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value"})


_DEFAULT = {yaml.ScalarNode: _TAGS + "str", yaml.SequenceNode: _TAGS + "seq", yaml.MappingNode: _TAGS + "map"}


class _Loader(yaml.CBaseLoader):
    """The loader that guesses no type: it need not be asked for one at every node."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Return the tag of a node that states none."""
        return _DEFAULT[kind]

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Do nothing: no tag depends on a place."""

    def ascend_resolver(self) -> None:
        """Do nothing, too."""


def compose(data: bytes) -> yaml.MappingNode:
    """Return the one mapping that the file is; refuse aliases, tags of programs and a second document."""
    if len(data) > LARGEST:
        raise FactsError(1, "file", f"expected at most {LARGEST} bytes")
    try:
        if too_deep(data):
            raise FactsError(1, "file", f"expected lists and mappings at most {DEEPEST} deep")
        loader = _Loader(data)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise FactsError(mark.line + 1 if mark else 1, "file", f"expected YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise FactsError(
            _line_of(error, data), "file", "expected YAML in UTF-8 without control characters"
        ) from error
    if not isinstance(node, yaml.MappingNode):
        raise FactsError(1, "file", "expected a mapping with `asks`, `parties` and `contributions`")
    if b"&" in data or b"!" in data:
        _refuse_aliases_and_tags(node)
    return node


def line(node: yaml.Node) -> int:
    """Return the line a node stands on, from 1."""
    return int(node.start_mark.line) + 1


def is_null(node: yaml.Node) -> bool:
    """Tell whether the node states nothing."""
    return isinstance(node, yaml.ScalarNode) and node.style is None and node.value in _NULLS


def text(node: yaml.Node, field: str, expected: str = "expected text") -> str:
    """Return a scalar as it is written."""
    if not isinstance(node, yaml.ScalarNode) or is_null(node):
        raise FactsError(line(node), field, expected)
    return str(node.value)


def items(node: yaml.Node, field: str) -> list[yaml.Node]:
    """Return the members of a list."""
    if not isinstance(node, yaml.SequenceNode):
        raise FactsError(line(node), field, "expected a list")
    return list(node.value)


def pairs(node: yaml.Node, field: str) -> list[tuple[str, yaml.Node, yaml.Node]]:
    """Return key, key's node and value of each entry of a mapping; refuse a key that stands twice."""
    if not isinstance(node, yaml.MappingNode):
        raise FactsError(line(node), field, "expected a mapping")
    found: dict[str, yaml.Node] = {}
    entries = []
    for key_node, value in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
        if not key:
            raise FactsError(line(key_node), field, "expected a key of plain text")
        if key in found:
            raise FactsError(line(key_node), key, "expected each key once", line(found[key]))
        found[key] = key_node
        entries.append((key, key_node, value))
    return entries


def _refuse_aliases_and_tags(root: yaml.Node) -> None:
    seen: set[int] = set()
    waiting: list[yaml.Node] = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise FactsError(line(node), "file", "expected no YAML aliases: write the value out")
        seen.add(id(node))
        if not (node.tag.startswith(_TAGS) and node.tag.removeprefix(_TAGS) in _PLAIN):
            raise FactsError(line(node), "file", f"expected no YAML tag, found {shown(node.tag)}")
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _line_of(error: Exception, data: bytes) -> int:
    position = getattr(error, "position", 0)
    return data.count(b"\n", 0, position) + 1 if isinstance(position, int) else 1
