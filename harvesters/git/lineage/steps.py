# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
r"""Steps: the history in order, each commit with what differs between it and each of its parents.

    COMMIT\0:100644 100644 OLD NEW M\0path\0...\0COMMIT\0...

(`git diff-tree --stdin -r --raw -z` for `COMMIT PARENT`, one line for each parent: once a commit each time.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from harvesters.errors import UnreadableError
from harvesters.git import conversation, process
from harvesters.git.command import git
from harvesters.git.lineage.model import Step
from harvesters.git.model import Mirror

_WALK = ("rev-list", "--topo-order", "--parents", "--stdin")
_DIFF = ("diff-tree", "--stdin", "--root", "-r", "--raw", "-z", "--no-abbrev", "--no-renames", "--always")

Compared = tuple[bytes, Mapping[bytes, bytes]]
"""A commit, and the record of each path that differs from one of its parents."""


def steps(mirror: Mirror, tips: Iterable[bytes], without: Iterable[bytes] = ()) -> Iterator[Step]:
    """Yield the commits that the tips lead to, but none that `without` lead to; a child before its parents.

    Raises UnreadableError where a commit or a tree is absent.
    """
    return compared(mirror, ordered(mirror, tips, without))


def ordered(
    mirror: Mirror, tips: Iterable[bytes], without: Iterable[bytes] = (), *, oldest_first: bool = False
) -> list[list[bytes]]:
    """Return each commit with its parents behind it, a child before its parents; or the other way round."""
    asked = b"".join([b"%s\n" % one for one in tips] + [b"^%s\n" % one for one in without])
    command = (*_WALK, "--reverse") if oldest_first else _WALK
    done = process.run(git(mirror, command, stdin=asked))
    if done.code:
        raise UnreadableError(f"The history cannot be walked: {done.complaint}")
    return [line.split() for line in done.out.splitlines()]


def compared(mirror: Mirror, order: Sequence[Sequence[bytes]], *, roots: bool = False) -> Iterator[Step]:
    """Yield these commits, each compared with its parents; with `roots`, one without any with nothing."""
    pairs = [
        b"%s %s\n" % (line[0], parent) for line in order for parent in line[1:] or ([b""] if roots else [])
    ]
    answers = _compared(mirror, b"".join(pairs))
    for commit, *parents in order:
        asked = len(parents) or int(roots)
        yield Step(commit, tuple(parents), tuple(_next(answers, commit) for _ in range(asked)))


def _compared(mirror: Mirror, pairs: bytes) -> Iterator[Compared]:
    """Yield each commit of the pairs with the records of the paths that differ."""
    commit, record, rest = b"", b"", b""
    found: dict[bytes, bytes] = {}
    for chunk in conversation.stream(git(mirror, _DIFF, stdin=pairs)) if pairs else ():
        *fields, rest = (rest + chunk).split(b"\0")
        for field in fields:
            if record:
                found[field] = record
                record = b""
            elif field.startswith(b":"):
                record = field
            else:
                if commit:
                    yield commit, found
                commit, found = field.strip(), {}
    if commit:
        yield commit, found


def _next(compared: Iterator[Compared], commit: bytes) -> Mapping[bytes, bytes]:
    told, changes = next(compared, (b"", {}))
    if told != commit:
        raise UnreadableError(f"What commit {commit.decode()} changed cannot be read.")
    return changes
