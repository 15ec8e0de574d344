# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A proposal: a file that a repository could have upstream, written from what is registered, as a patch."""

from __future__ import annotations

import json

import yaml

from registry.exports.model import Inventory

PUBLICCODE = "publiccode.yml"
REUSE = "REUSE.toml"
NOTICE = "NOTICE"
INSTEAD = {
    PUBLICCODE: ("publiccode.yml", "publiccode.yaml"),
    REUSE: ("REUSE.toml", ".reuse/dep5"),
    NOTICE: ("NOTICE", "NOTICE.txt", "NOTICE.md"),
}
"""What a tree may have in place of each: its maintainers' own, which is never replaced."""


def publiccode(inventory: Inventory) -> str:
    """Return a publiccode.yml (v0.7) with what the register knows; it names no person.

    What is not known is left for the maintainers under a comment: a value is never invented.
    """
    name = inventory.products[0] if inventory.products else inventory.full_name.rpartition("/")[2]
    known = {
        "publiccodeYmlVersion": "0.7",
        "name": name,
        **({"url": inventory.url} if inventory.url else {}),
        **({"organisation": {"name": inventory.organisation}} if inventory.organisation else {}),
        **({"legal": {"license": inventory.concluded}} if inventory.concluded else {}),
    }
    missing = "platforms, developmentStatus, softwareType, description, maintenance, localisation"
    legal = "" if inventory.concluded else ", legal (the register concludes no licence)"
    head = f"# Proposal from the OS2 ownership register. To be added by hand: {missing}{legal}\n"
    return head + yaml.safe_dump(known, sort_keys=False, allow_unicode=True)


def reuse(inventory: Inventory) -> str:
    """Return a REUSE.toml: an annotation for each licence that is concluded of files that state none themselves.

    Who holds the copyright is proposed only where it is documented for every line of the files.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    left_out = 0
    for one in inventory.files:
        if one.concluded and not one.stated:
            left_out += not one.plain
            groups.setdefault((one.concluded, one.holder), []).extend([one.name] if one.plain else [])
    head = "version = 1\n# SPDX-FileCopyrightText is proposed where title is documented; the holders add the rest\n"
    if left_out:
        head += f"# {left_out} files have names that cannot be written here\n"
    blocks = [_annotation(*key, groups[key]) for key in sorted(groups) if groups[key]]
    return "\n".join([head, *blocks])


def patch(name: str, content: str) -> str:
    """Return a unified diff that adds a file, for `git apply` and `patch -p1`."""
    lines = content.split("\n")
    ends = lines[-1] == ""
    added = lines[:-1] if ends else lines
    body = "".join(f"+{line}\n" for line in added)
    head = f"diff --git a/{name} b/{name}\nnew file mode 100644\n--- /dev/null\n+++ b/{name}\n"
    return f"{head}@@ -0,0 +1,{len(added)} @@\n{body}" + ("" if ends else "\\ No newline at end of file\n")


def _annotation(licence: str, holder: str, names: list[str]) -> str:
    paths = "".join(f"    {_quoted(_literal(name))},\n" for name in names)
    held = f"SPDX-FileCopyrightText = {_quoted(holder)}\n" if holder else ""
    return (
        f'[[annotations]]\npath = [\n{paths}]\nprecedence = "closest"\n{held}'
        f"SPDX-License-Identifier = {_quoted(licence)}\n"
    )


def _literal(name: str) -> str:
    """A star in a name is a star, and a backslash a backslash (REUSE 3.3)."""
    return name.replace("\\", "\\\\").replace("*", "\\*")


def _quoted(text: str) -> str:
    """A basic string of TOML, which for what can be read is the string of JSON."""
    return json.dumps(text, ensure_ascii=False)
