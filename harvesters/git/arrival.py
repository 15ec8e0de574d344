# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An arrival: what a fetch brought, checked, and then made the mirror's refs all at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from harvesters.errors import shown
from harvesters.git import boundary, objects
from harvesters.git.model import Fetched, Mirror, Oid, Problem, Refs
from harvesters.git.refs import RefText, read_refs
from harvesters.git.store import replace_file, write_refs

_STATE = "os2-fetched.json"
_MOST_PROBLEMS = 100


@dataclass(frozen=True)
class State:
    """What the last fetch saw: digests of the refs and, for a directory, of its object files."""

    stamp: str
    store: str
    problems: tuple[Problem, ...]


def settle(mirror: Mirror, seen: RefText, problems: list[Problem]) -> Fetched:
    """Make the mirror's refs those that were seen and whose objects are there; say what is not."""
    before = read_refs(mirror)
    tips, missing = present(mirror, seen.tips)
    cut = boundary.mend(mirror, list(set(tips.values())))
    refs = Refs(seen.head if seen.head in tips else None, tips)
    write_refs(mirror, refs)
    return Fetched(refs, refs != before, (*seen.problems, *problems, *missing, *([cut] if cut else [])))


def present(mirror: Mirror, tips: Mapping[bytes, Oid]) -> tuple[dict[bytes, Oid], list[Problem]]:
    """Return the tips whose objects are there, branches being commits, and a problem for each other one."""
    distinct = sorted(set(tips.values()))
    kinds = {oid: header.kind for oid, header in zip(distinct, objects.peeled(mirror, distinct), strict=True)}
    kept: dict[bytes, Oid] = {}
    problems: list[Problem] = []
    for name, oid in tips.items():
        if kinds[oid] == "commit" or (kinds[oid] and name.startswith(b"refs/tags/")):
            kept[name] = oid
        elif len(problems) < _MOST_PROBLEMS:
            problems.append(
                Problem(name, f"{shown(name)} names {oid}, which is absent or no commit: left out.")
            )
    return kept, problems


def stamp(seen: RefText) -> str:
    """Return a digest of what was said of the refs."""
    digest = hashlib.sha256(b"head %s\n" % (seen.head or b""))
    for name in sorted(seen.tips):
        digest.update(b"%s %s\n" % (seen.tips[name].encode(), name))
    for problem in seen.problems:
        digest.update(problem.reason.encode("utf-8", "surrogateescape") + b"\n")
    return digest.hexdigest()


def load(mirror: Mirror) -> State | None:
    """Return what the last fetch saw; None when there was none, or it cannot be read."""
    try:
        held = json.loads((mirror.path / _STATE).read_bytes())
        problems = (Problem(what and what.encode("utf-8", "surrogateescape"), why) for what, why in held[2])
        return State(held[0], held[1], tuple(problems))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def save(mirror: Mirror, state: State) -> None:
    """Keep what this fetch saw."""
    said = [[p.what and p.what.decode("utf-8", "surrogateescape"), p.reason] for p in state.problems]
    replace_file(mirror.path / _STATE, json.dumps([state.stamp, state.store, said]).encode())
