# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A foreign git directory: somebody else's, brought into our mirror without git ever being run in it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from harvesters.errors import SourceError, shown
from harvesters.git import arrival, boundary, objects, process, shell
from harvesters.git.command import BRINGING, FETCH_BOUNDS, environment
from harvesters.git.model import Fetched, Mirror, Problem
from harvesters.git.refs import RefText, read_refs, read_text
from harvesters.git.store import locked
from harvesters.git.task import CommandError, Task

_PACK = ("pack-objects", "--stdout", "-q", "--delta-base-offset", "--window=0")
_REVISIONS = ("--revs", "--missing=allow-any")
_LARGEST = 1 << 30


def find_git_directories(folder: Path) -> list[tuple[str, Path]]:
    """Return (label, path) of every git directory directly in `folder`, in the order of their labels.

    A folder named `owner+name` that is none is in the list, too, so that its fetch says what is wrong.
    """
    if not folder.is_dir():
        raise SourceError(f"{shown(str(folder))} is not a folder: name a folder of git directories.")
    found = []
    for place in sorted(folder.iterdir()):
        label = place.name.removesuffix(".git")
        try:
            found.append((label, shell.git_directory(place)))
        except SourceError:
            if "+" in label and place.is_dir():
                found.append((label, place))
    return found


def fetch_directory(mirror: Mirror, folder: Path) -> Fetched:
    """Bring branches and tags of a foreign git directory into the mirror; nothing else of it has an effect.

    Unchanged refs cost no process. What is absent there stays absent here and is told as a problem.
    """
    source = shell.git_directory(folder)
    seen = read_text(source)
    with locked(mirror):
        stamp = arrival.stamp(seen)
        held = arrival.load(mirror)
        if held and held.stamp == stamp and (not held.problems or held.store == _store(source)):
            return Fetched(read_refs(mirror), changed=False, problems=held.problems)
        problems = _bring(mirror, source, seen, whole=bool(held and held.problems))
        fetched = arrival.settle(mirror, seen, problems)
        arrival.save(mirror, arrival.State(stamp, _store(source), fetched.problems))
        return fetched


def _bring(mirror: Mirror, source: Path, seen: RefText, *, whole: bool) -> list[Problem]:
    there, _ = arrival.present(mirror, seen.tips)
    if there.keys() == seen.tips.keys() and not whole:
        return []
    known = set() if whole else set(read_refs(mirror).tips.values())
    with shell.opened(mirror, source) as clean:
        wanted = [header.oid for header in objects.headers(clean, set(seen.tips.values())) if header.kind]
        known = {header.oid for header in objects.headers(clean, known) if header.kind}
        asked = [f"{oid}\n" for oid in wanted] + [f"^{oid}\n" for oid in known]
        return _pack(clean, mirror, "".join(asked).encode()) if wanted else []


def _pack(clean: Mirror, mirror: Mirror, asked: bytes) -> list[Problem]:
    for attempt in (1, 2):
        try:
            _pipe(clean, mirror, _REVISIONS, asked)
        except CommandError:
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
    task = Task((pack, index), environment(mirror.path, BRINGING), asked, FETCH_BOUNDS)
    process.output(task)


def _store(source: Path) -> str:
    names = sorted(f"{file.name} {file.stat().st_size}" for file in shell.object_files(source))
    return hashlib.sha256("\n".join(names).encode()).hexdigest()
