# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A foreign git directory: somebody else's, brought into our mirror without git ever being run in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from harvesters.errors import SourceError, shown
from harvesters.git import boundary, objects, process, shell
from harvesters.git.command import environment
from harvesters.git.mirror import locked, replace_file, write_refs
from harvesters.git.model import Fetched, Mirror, Oid, Problem, Refs
from harvesters.git.refs import RefText, read_refs, read_text

_STATE = "os2-fetched.json"
_PACK = ("pack-objects", "--stdout", "-q", "--delta-base-offset", "--window=0")
_REVISIONS = ("--revs", "--missing=allow-any")
_LARGEST = 1 << 30
_MOST_PROBLEMS = 100


def find_git_directories(folder: Path) -> list[tuple[str, Path]]:
    """Return (label, path) of every git directory directly in `folder`, in the order of their labels."""
    found = []
    for place in sorted(folder.iterdir()):
        try:
            found.append((place.name.removesuffix(".git"), shell.git_directory(place)))
        except SourceError:
            continue
    return found


def fetch_directory(mirror: Mirror, folder: Path) -> Fetched:
    """Bring branches and tags of a foreign git directory into the mirror; nothing else of it has an effect.

    Unchanged refs cost no process. What is absent there stays absent here and is told as a problem.
    """
    source = shell.git_directory(folder)
    seen = read_text(source)
    with locked(mirror):
        stamp = _stamp(seen)
        held, problems = _load(mirror)
        if held and held[0] == stamp and (not problems or held[1] == _store(source)):
            return Fetched(read_refs(mirror), changed=False, problems=problems)
        before = read_refs(mirror)
        refs, problems = _take(mirror, source, seen, whole=bool(problems))
        _save(mirror, (stamp, _store(source)), problems)
        return Fetched(refs, refs != before, problems)


def _take(mirror: Mirror, source: Path, seen: RefText, *, whole: bool) -> tuple[Refs, tuple[Problem, ...]]:
    there, _ = present(mirror, seen.tips)
    problems = list(seen.problems)
    if whole or there.keys() != seen.tips.keys():
        known = [] if whole else list(set(read_refs(mirror).tips.values()))
        with shell.opened(mirror, source) as clean:
            problems += _bring(clean, mirror, list(set(seen.tips.values())), known)
    tips, missing = present(mirror, seen.tips)
    cut = boundary.mend(mirror, list(set(tips.values())))
    refs = Refs(seen.head if seen.head in tips else None, tips)
    write_refs(mirror, refs)
    return refs, (*problems, *missing, *([cut] if cut else []))


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


def _bring(clean: Mirror, mirror: Mirror, wanted: list[Oid], known: list[Oid]) -> list[Problem]:
    wanted = [header.oid for header in objects.headers(clean, wanted) if header.kind]
    known = [header.oid for header in objects.headers(clean, known) if header.kind]
    asked = "".join([f"{oid}\n" for oid in wanted] + [f"^{oid}\n" for oid in known]).encode()
    if not wanted:
        return []
    for attempt in (1, 2):
        try:
            _pipe(clean, mirror, _REVISIONS, asked)
        except process.CommandError:
            if attempt == 1:
                boundary.draw(clean)
        else:
            return []
    return _bring_readable(clean, mirror)


def _bring_readable(clean: Mirror, mirror: Mirror) -> list[Problem]:
    # the walk itself stumbles over what is broken: take every object that can be read
    stored = [header.oid for header in objects.everything(clean)]
    sound = [header.oid for header, body in objects.contents(clean, stored, _LARGEST) if body is not None]
    _pipe(clean, mirror, (), "".join(f"{oid}\n" for oid in sound).encode())
    lost = sorted(set(stored) - set(sound))
    if not lost:
        return [Problem(None, "Objects that the history needs are absent: what could be read was taken.")]
    named = ", ".join(lost[:5]) + (" and others" if len(lost) > 5 else "")
    return [Problem(None, f"{len(lost)} objects are damaged and were left out ({named}).")]


def _pipe(clean: Mirror, mirror: Mirror, options: tuple[str, ...], asked: bytes) -> None:
    pack = ("git", f"--git-dir={clean.path}", *_PACK, *options)
    index = ("git", f"--git-dir={mirror.path}", "index-pack", "--stdin")
    task = process.Task((pack, index), environment(mirror.path), asked, process.Limits(seconds=3600))
    process.output(task)


def _stamp(seen: RefText) -> str:
    lines = [b"%s %s" % (oid.encode(), name) for name, oid in sorted(seen.tips.items())]
    lines += [b"head " + (seen.head or b"")] + [problem.reason.encode() for problem in seen.problems]
    return hashlib.sha256(b"\n".join(lines)).hexdigest()


def _store(source: Path) -> str:
    names = sorted(f"{file.name} {file.stat().st_size}" for file in shell.object_files(source))
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def _load(mirror: Mirror) -> tuple[tuple[str, str] | None, tuple[Problem, ...]]:
    try:
        held = json.loads((mirror.path / _STATE).read_bytes())
        problems = (Problem(what and what.encode("utf-8", "surrogateescape"), why) for what, why in held[2])
        return (held[0], held[1]), tuple(problems)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None, ()


def _save(mirror: Mirror, stamps: tuple[str, str], problems: tuple[Problem, ...]) -> None:
    said = [[p.what and p.what.decode("utf-8", "surrogateescape"), p.reason] for p in problems]
    replace_file(mirror.path / _STATE, json.dumps([*stamps, said]).encode())
