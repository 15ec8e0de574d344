# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The depth of a file: libyaml composes by recursion, and a file of brackets would end the whole process."""

from __future__ import annotations

from typing import Final

import yaml

DEEPEST: Final = 100


def too_deep(data: bytes) -> bool:
    """Tell whether lists and mappings stand in each other deeper than any facts file needs.

    The parser's events are counted, without recursion; a mistake in the YAML is left to the composer.
    """
    loader = yaml.CBaseLoader(data)
    depth = 0
    try:
        while depth <= DEEPEST and loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    finally:
        loader.dispose()
    return depth > DEEPEST
