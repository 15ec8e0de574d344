# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What a document says in words, alike in every form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from registry.exports.model import ExportedDependency, ExportedFile, ExportedNotice, Inventory
from registry.licences.expressions import joined

ABOUT = (
    "Written from the OS2 ownership register. Evidence, no legal advice: the licence texts decide. "
    "A copyright notice is a claim and proves no title."
)
_TEXT_TAG = re.compile(r"</?\s*text\s*>", re.IGNORECASE)  # ends a text in the tag-value form
UNKNOWN_TEXT = "The text of this licence is not in SPDX's list; read it in the files that name it."


def namespace(inventory: Inventory) -> str:
    """Return the document's own address: one for each repository and commit."""
    page = inventory.url or f"https://spdx.org/spdxdocs/{quote(inventory.full_name)}"
    return f"{page}/spdx/{inventory.commit}"


def download(inventory: Inventory) -> str | None:
    """Return where exactly this tree was seen; None where it is known from git alone."""
    return f"git+{inventory.url}.git@{inventory.commit}" if inventory.url else None


def summary(inventory: Inventory) -> str:
    """Return what the repository is part of."""
    return (
        f"Part of: {', '.join(inventory.products)}" if inventory.products else "Of no product in the register"
    )


def why(inventory: Inventory) -> str:
    """Return why the licence is concluded, or why none is."""
    documents = f"; documentation: {inventory.documentation}" if inventory.documentation else ""
    return f"reason: {inventory.reason}{documents}"


def left_out(inventory: Inventory) -> str:
    """Return the files that the document does not list, each with the reason."""
    gone = [f"{one.name} ({one.left_out})" for one in inventory.files if not one.digests]
    return "Files not listed: " + ", ".join(gone) if gone else ""


def standing(inventory: Inventory) -> str:
    """Return the state of title, and who wrote the tree by mail domain."""
    wrote = ", ".join(inventory.domains) or "none shared by two authors"
    return f"title: {inventory.title}; mail domains of the authors: {wrote}"


def of_file(one: ExportedFile) -> str:
    """Return the kind of work and where it comes from; why its lines are nobody's, where they are."""
    skipped = f"; lines attributed to nobody: {one.unattributed}" if one.unattributed else ""
    return f"work type: {one.work_type}; origin: {one.origin}{skipped}"


def of_dependency(one: ExportedDependency) -> str:
    """Return what a component is needed for, who asks for it, and where it is named."""
    asked = {
        True: "asked for by the repository",
        False: "asked for by another component",
        None: "not told by whom",
    }
    return f"needed for: {one.needed}; {asked[one.direct]}; named in: {', '.join(one.places)}"


def title_of(said: str, inventory: Inventory) -> str:
    """Return what is said of the title of a file or a piece of it, and that it is no ruling."""
    return f"title, as of {inventory.as_of.isoformat()}: {said} (an assessment, no ruling)"


def notices(files: Iterable[ExportedFile]) -> str:
    """Return the copyright lines of files, each once."""
    return notice_lines(notice for one in files for notice in one.notices)


def notice_lines(found: Iterable[ExportedNotice]) -> str:
    """Return copyright lines, each once."""
    said = dict.fromkeys(_TEXT_TAG.sub("", notice.text) for notice in found)
    return "\n".join(line for line in said if line.strip())


def common(files: Iterable[ExportedFile]) -> str | None:
    """Return the licences of all files together; None where one of them has none concluded."""
    every = {one.concluded for one in files}
    return joined(tuple(sorted(one for one in every if one)), "AND") if every and None not in every else None
