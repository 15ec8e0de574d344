# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Trees of invented parties as a dict from path to content, and what the register concludes from them."""

from __future__ import annotations

from registry.licences.conclusions import conclude
from registry.licences.detection import detect
from registry.licences.model import Conclusion, Source
from registry.licences.scopes import Surroundings
from registry.licences.spdx_list import licence_text

TRI_HEADER = """/* ***** BEGIN LICENSE BLOCK *****
 * Version: MPL 1.1/GPL 2.0/LGPL 2.1
 *
 * The contents of this file are subject to the Mozilla Public License Version
 * 1.1 (the "License"); you may not use this file except in compliance with
 * the License.
 * ***** END LICENSE BLOCK ***** */
class Vindmølle {}
"""
GPL_HEADER = """# Kagekatalog is free software: you can redistribute it and/or modify
# it under the terms of the GNU General Public License as published by
# the Free Software Foundation, either version 3 of the License, or
# (at your option) any later version.
"""


def text_of(identifier: str) -> str:
    """SPDX's text of a licence, as a repository would hold it."""
    text = licence_text(identifier)
    assert text is not None
    return text


def sources(path: str, content: str | bytes) -> tuple[Source, ...]:
    """What one file says."""
    data = content.encode() if isinstance(content, str) else content
    return detect(path.encode(), data).sources


def only(path: str, content: str | bytes) -> Source:
    """The one thing that a file says."""
    (source,) = sources(path, content)
    return source


def concluded(
    tree: dict[str, str], *, github: str | None = None, third_party: tuple[str, ...] = ()
) -> Conclusion:
    """What a whole tree amounts to."""
    found = [source for path, content in tree.items() for source in sources(path, content)]
    paths = frozenset(path.encode() for path in tree)
    vendored = frozenset(path.encode() for path in third_party)
    return conclude(found, Surroundings(paths, vendored, github))
