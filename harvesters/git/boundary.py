# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A boundary: commits whose parents are absent, as in a shallow copy; history is read from there on.

We find it from the objects, never from a foreign `shallow` file, and write it as our own mirror's.
"""

from __future__ import annotations

from harvesters.git import objects, process
from harvesters.git.command import git
from harvesters.git.model import Mirror, Oid, Problem
from harvesters.git.signature import parse_commit
from harvesters.git.store import replace_file

_LARGEST_COMMIT = 32 << 20


def mend(mirror: Mirror, tips: list[Oid]) -> Problem | None:
    """Make walks from these tips end where commits are absent; say so if there is such a place."""
    (mirror.path / "shallow").unlink(missing_ok=True)
    asked = "".join(f"{oid}\n" for oid in tips).encode()
    if not tips or not process.run(git(mirror, ("rev-list", "--stdin", "--count"), stdin=asked)).code:
        return None
    cut = draw(mirror)
    if not cut:
        return Problem(None, "The history of the repository could not be read whole.")
    named = ", ".join(cut[:5]) + (" and others" if len(cut) > 5 else "")
    return Problem(
        None,
        f"The history is incomplete: the parents of {len(cut)} commits are absent ({named}); "
        "fetch the whole repository, else what is older than they are counts as theirs.",
    )


def draw(mirror: Mirror) -> list[Oid]:
    """Write the boundary of whatever is stored, and return it: the commits with an absent parent."""
    stored = [header.oid for header in objects.everything(mirror) if header.kind == "commit"]
    parents = {
        header.oid: parse_commit(header.oid, body).parents
        for header, body in objects.contents(mirror, stored, _LARGEST_COMMIT)
        if body is not None and body.startswith(b"tree ")
    }
    cut = sorted(oid for oid, before in parents.items() if any(parent not in parents for parent in before))
    replace_file(mirror.path / "shallow", "".join(f"{oid}\n" for oid in cut).encode())
    return cut
