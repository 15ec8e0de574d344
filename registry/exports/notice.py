# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A NOTICE: the copyright lines and licence names of own and third-party parts, each with its place."""

from __future__ import annotations

from collections.abc import Iterable

from registry.exports import words
from registry.exports.model import ExportedFile, Inventory

_PLACES = 3


def notice(inventory: Inventory) -> str:
    """Return the text of a NOTICE file."""
    parts = [
        f"NOTICE\n{inventory.full_name} at commit {inventory.commit}\n{words.ABOUT}\n",
        _section("Own parts", inventory.own, inventory.concluded),
    ]
    for place, files in inventory.components.items():
        parts.append(_section(f"Third-party part: {place}", files, words.common(files)))
    return "\n".join(parts)


def _section(title: str, files: Iterable[ExportedFile], concluded: str | None) -> str:
    listed = tuple(files)
    licences: dict[str, list[str]] = {}
    lines: dict[str, list[str]] = {}
    for one in listed:
        licences.setdefault(one.concluded or "no licence concluded", []).append(one.name)
        for said in one.notices:
            lines.setdefault(said.text, []).append(f"{one.name}:{said.line}")
    head = f"== {title} ==\nLicence: {concluded or 'none concluded'}\n"
    return head + _listed("Licences of the files", licences) + _listed("Copyright notices", lines)


def _listed(title: str, found: dict[str, list[str]]) -> str:
    if not found:
        return f"{title}: none found\n"
    rows = "".join(f"  {said}\n    {_places(found[said])}\n" for said in sorted(found))
    return f"{title}:\n{rows}"


def _places(places: list[str]) -> str:
    more = len(places) - _PLACES
    return ", ".join(places[:_PLACES]) + (f" and {more} more" if more > 0 else "")
