# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An object: what git keeps under an id. Read one by one, so that a bad one costs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from harvesters.git.command import git
from harvesters.git.conversation import Conversation
from harvesters.git.model import Mirror, Oid
from harvesters.git.task import CommandError, Limits

_AT_ONCE = 400  # requests of one breath: they must fit a pipe (64 KiB) before the first answer is read
_MOST_FAILURES = 2000
_BOUNDS = Limits(output=1 << 50)  # each object has its own bound: together they may be many


@dataclass(frozen=True)
class Header:
    """What is known of an object before its content is read; `kind` is None when it is absent."""

    oid: Oid
    kind: str | None
    size: int


def headers(mirror: Mirror, oids: Iterable[Oid], limits: Limits | None = None) -> Iterator[Header]:
    """Yield kind and size of each, in order; what is absent or unreadable has no kind."""
    for header, _ in _walk(mirror, oids, 0, limits or _BOUNDS, contents=False):
        yield header


def peeled(mirror: Mirror, oids: Iterable[Oid]) -> Iterator[Header]:
    """Yield the header of what each leads to, through any number of tags."""
    return headers(mirror, (Oid(f"{oid}^{{}}") for oid in oids))


def contents(
    mirror: Mirror, oids: Iterable[Oid], largest: int, limits: Limits | None = None
) -> Iterator[tuple[Header, bytes | None]]:
    """Yield each object's content, in order; None when it is absent, unreadable or larger than `largest`."""
    return _walk(mirror, oids, largest, limits or _BOUNDS, contents=True)


def everything(mirror: Mirror) -> Iterator[Header]:
    """Yield the header of every object that is stored, reachable or not."""
    command = ("cat-file", "--batch-all-objects", "--batch-check", "--unordered", "--buffer")
    with Conversation(git(mirror, command, limits=_BOUNDS)) as talk:
        while chunk := talk.lines():
            for line in chunk:
                yield _header(line)


def _walk(
    mirror: Mirror, oids: Iterable[Oid], largest: int, limits: Limits, *, contents: bool
) -> Iterator[tuple[Header, bytes | None]]:
    waiting = iter(oids)
    left: list[Oid] = []
    failures, careful = 0, 0
    while left or (left := list(islice(waiting, _AT_ONCE))):
        try:
            with _talk(mirror, limits) as talk:
                while left or (left := list(islice(waiting, _AT_ONCE))):
                    chunk = left[: 1 if careful else _AT_ONCE]
                    for answer in _ask(talk, chunk, largest, contents=contents):
                        del left[0]
                        careful -= bool(careful)
                        yield answer
        except CommandError:
            failures += 1
            if failures > _MOST_FAILURES:
                raise
            if careful or len(left) == 1:  # asked alone: this is the one that cannot be read
                yield Header(left.pop(0), None, 0), None
                careful -= bool(careful)
            else:
                careful = len(left)


def _talk(mirror: Mirror, limits: Limits) -> Conversation:
    return Conversation(
        git(mirror, ("cat-file", "--batch-command", "--buffer"), limits=limits), speaking=True
    )


def _ask(
    talk: Conversation, chunk: list[Oid], largest: int, *, contents: bool
) -> Iterator[tuple[Header, bytes | None]]:
    talk.say(b"".join(b"info %s\n" % oid.encode() for oid in chunk) + b"flush\n")
    known = [_header(talk.line()) for _ in chunk]
    wanted = [header for header in known if contents and header.kind and header.size <= largest]
    if wanted:
        talk.say(b"".join(b"contents %s\n" % header.oid.encode() for header in wanted) + b"flush\n")
    for header in known:
        if not contents or not header.kind or header.size > largest:
            yield header, None
            continue
        talk.line()
        content = talk.exactly(header.size)
        talk.exactly(1)
        yield header, content


def _header(line: bytes) -> Header:
    words = line.decode("ascii", "replace").split(" ")
    if len(words) != 3 or not words[2].isdigit():
        return Header(Oid(words[0]), None, 0)
    return Header(Oid(words[0]), words[1], int(words[2]))
