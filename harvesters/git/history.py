# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
r"""History: the commits behind a tip, and what each of them did to which paths.

Commits are read as raw objects, never through log: a pushed .mailmap could forge their authors there.

    :100644 100644 OLD NEW M\0path\0                       an ordinary commit
    ::100644 100644 100644 OLD1 OLD2 NEW MM\0path\0        a merge, where it differs from all its parents

(`git diff-tree --stdin --root -r -c --raw -z --no-abbrev --no-renames --always`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from harvesters.errors import UnreadableError
from harvesters.git import conversation, objects, process
from harvesters.git.command import git
from harvesters.git.model import Change, Commit, Mirror, Oid
from harvesters.git.signature import parse_commit
from harvesters.git.task import Task

_LARGEST_COMMIT = 32 << 20
_NOTHING = b"0" * 40
_DIFF = (
    "diff-tree",
    "--stdin",
    "--root",
    "-r",
    "-c",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--always",
)
_STEPS = tuple(word for word in _DIFF if word != "-c")
_NAMES = ("diff-tree", "--stdin", "-r", "--name-only", "-z", "--no-commit-id", "--no-renames")


def commits(mirror: Mirror, tips: Iterable[Oid], *, without: Iterable[Oid] = ()) -> Iterator[Commit]:
    """Yield the commits that the tips lead to, but none that `without` lead to, newest first."""
    for header, body in objects.contents(mirror, _walk(mirror, tips, without), _LARGEST_COMMIT):
        if body is not None:
            yield parse_commit(header.oid, body)


def changes(
    mirror: Mirror, tip: Oid, *, without: Oid | None = None
) -> Iterator[tuple[Oid, tuple[Change, ...]]]:
    """Yield for each commit what it did, without following renames; nothing for a merge that is a mere join.

    Raises UnreadableError where a commit's tree is absent: what came before was read, the rest was not.
    """
    words = _asked([tip], [without] if without else [])
    yield from _grouped(git(mirror, ("rev-list", "--stdin"), _DIFF, stdin=words))


def main_line(mirror: Mirror, tip: Oid) -> list[tuple[Oid, Oid | None]]:
    """Return each commit of the first-parent chain with the parent that it follows, the oldest first."""
    words = ("rev-list", "--first-parent", "--parents", "--reverse", "--stdin")
    done = process.output(git(mirror, words, stdin=_asked([tip], [])))
    chain = [line.decode("ascii").split() for line in done.splitlines()]
    return [(Oid(one[0]), Oid(one[1]) if one[1:] else None) for one in chain]


def steps(
    mirror: Mirror, chain: Iterable[tuple[Oid, Oid | None]]
) -> Iterator[tuple[Oid, tuple[Change, ...]]]:
    """Yield for each commit of a chain what changed since the parent named with it, renames not followed.

    Raises UnreadableError or CommandError where a tree is absent.
    """
    asked = b"".join(
        f"{commit} {parent}\n".encode() if parent else f"{commit}\n".encode() for commit, parent in chain
    )
    yield from _grouped(git(mirror, _STEPS, stdin=asked))


def _grouped(task: Task) -> Iterator[tuple[Oid, tuple[Change, ...]]]:
    current: Oid | None = None
    found: list[Change] = []
    for record in _records(task):
        if not record.startswith(b":"):
            if current is not None:
                yield current, tuple(found)
            current, found = Oid(record.strip().decode("ascii", "replace")), []
        else:
            found.append(_change(record))
    if current is not None:
        yield current, tuple(found)


def touched(mirror: Mirror, old: Oid, new: Oid) -> frozenset[bytes] | None:
    """Return the paths that changed on `new`'s first-parent chain since `old`; None if unknown.

    It is unknown when `old` is not on that chain, or a tree is absent. Git blame gives the
    lines of an unchanged path to the first parent that has the same blob, so that the blame of every other
    path is the same at both commits.
    """
    if old == new:
        return frozenset()
    words = _asked([new], [old])
    chain = process.run(git(mirror, ("rev-list", "--first-parent", "--parents", "--stdin"), stdin=words))
    pairs = [line.split()[:2] for line in chain.out.splitlines()]
    if chain.code or not pairs or pairs[-1][1:] != [old.encode()]:
        return None
    asked = b"".join(b"%s %s\n" % (commit, parent) for commit, parent in pairs)
    names = process.run(git(mirror, _NAMES, stdin=asked))
    return None if names.code else frozenset(name for name in names.out.split(b"\0") if name)


def _walk(mirror: Mirror, tips: Iterable[Oid], without: Iterable[Oid]) -> Iterator[Oid]:
    task = git(mirror, ("rev-list", "--stdin", "--ignore-missing"), stdin=_asked(tips, without))
    with conversation.Conversation(task) as talk:
        while chunk := talk.lines():
            yield from (Oid(line.decode("ascii")) for line in chunk)


def _asked(tips: Iterable[Oid], without: Iterable[Oid]) -> bytes:
    return b"".join([f"{oid}\n".encode() for oid in tips] + [f"^{oid}\n".encode() for oid in without])


def _records(task: Task) -> Iterator[bytes]:
    # a record is a commit's id, or a change with its path: two fields, the second free text
    held: list[bytes] = []
    rest = b""
    for chunk in conversation.stream(task):
        *fields, rest = (rest + chunk).split(b"\0")
        for field in fields:
            held.append(field)
            if len(held) == 2 or not field.startswith(b":"):
                yield b"\0".join(held)
                held = []
    if rest.strip():
        raise UnreadableError("The history of the repository could not be read to its end.")


def _change(record: bytes) -> Change:
    described, _, path = record.partition(b"\0")
    parents = len(described) - len(described.lstrip(b":"))
    words = described[parents:].split(b" ")
    return Change(words[-1].decode("ascii", "replace"), _object(words[parents + 1]), _object(words[-2]), path)


def _object(raw: bytes) -> Oid | None:
    return None if raw == _NOTHING else Oid(raw.decode("ascii"))
