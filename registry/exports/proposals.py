# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A proposal: a file that a repository could have upstream, written from what is registered, as a patch."""

from __future__ import annotations

import difflib

import yaml

from registry.exports.model import Inventory

PUBLICCODE = "publiccode.yml"
REUSE = "REUSE.toml"


def publiccode(inventory: Inventory) -> str:
    """Return a publiccode.yml (v0.7) with what the register knows; it names no person.

    What is not known is left for the maintainers under a comment: a value is never invented.
    """
    name = inventory.products[0] if inventory.products else inventory.full_name.rpartition("/")[2]
    known = {
        "publiccodeYmlVersion": "0.7",
        "name": name,
        **({"url": inventory.url} if inventory.url else {}),
        **({"legal": {"license": inventory.concluded}} if inventory.concluded else {}),
    }
    missing = "platforms, developmentStatus, softwareType, description, maintenance, localisation"
    legal = "" if inventory.concluded else ", legal (the register concludes no licence)"
    head = f"# Proposal from the OS2 ownership register. To be added by hand: {missing}{legal}\n"
    return head + yaml.safe_dump(known, sort_keys=False, allow_unicode=True)


def reuse(inventory: Inventory) -> str:
    """Return a REUSE.toml: an annotation for each third-party part and own licence that is concluded.

    Who holds the copyright is left out: the register proposes no holder before title is assessed.
    """
    blocks = ["version = 1\n# SPDX-FileCopyrightText is to be added by the holders; see the register\n"]
    groups: dict[str, list[str]] = {}
    for one in inventory.files:
        if one.concluded and not one.stated:
            groups.setdefault(one.concluded, []).append(one.name)
    for licence in sorted(groups):
        paths = "".join(f"    {_quoted(name)},\n" for name in groups[licence])
        blocks.append(
            f'[[annotations]]\npath = [\n{paths}]\nprecedence = "closest"\nSPDX-License-Identifier = "{licence}"\n'
        )
    return "\n".join(blocks)


def patch(name: str, before: str | None, after: str) -> str:
    """Return a unified diff that turns the tree's file, or none, into the proposal."""
    old = (before or "").splitlines(keepends=True)
    source = f"a/{name}" if before is not None else "/dev/null"
    lines = difflib.unified_diff(old, after.splitlines(keepends=True), source, f"b/{name}")
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines
    )


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"').replace("*", "\\\\*")
    return f'"{escaped}"'
