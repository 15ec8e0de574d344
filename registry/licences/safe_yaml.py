# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Safe YAML: a stranger's YAML file, read only when it is no bomb."""

from __future__ import annotations

from typing import Any

import yaml

LARGEST = 256 * 1024
_DEEPEST = 40
_MOST_ALIASES = 10  # each level of aliases may multiply; real metadata has none

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RefusedYamlError(ValueError):
    """The file could exhaust memory or the stack: aliases upon aliases, endless nesting, or sheer size."""


def load(text: str, largest: int = LARGEST) -> Any:
    """Return plain values; ValueError when it cannot be read, RefusedYamlError for a bomb."""
    if len(text) > largest:
        raise RefusedYamlError
    try:
        _inspect(text)
        return yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader, C's where it is there
    except (yaml.YAMLError, RecursionError, TypeError, OverflowError) as error:
        raise ValueError("not YAML") from error


def _inspect(text: str) -> None:
    depth = aliases = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        aliases += isinstance(event, yaml.AliasEvent)
        if depth > _DEEPEST or aliases > _MOST_ALIASES:
            raise RefusedYamlError
