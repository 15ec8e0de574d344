# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The stream that `git fast-import` reads: the steps of one repository as commits, byte for byte the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from registry.demo.model import Person, Step
from registry.demo.reading import StoryError
from registry.demo.tree import Setting, Tree, apply, file_content, join

_QUOTED = {ord("\n"): b"\\n", ord('"'): b'\\"', ord("\\"): b"\\\\"}


@dataclass
class _Line:
    """A line of development while the stream is being written: its tip, its files, where it started."""

    mark: int
    tree: Tree
    start: Tree


@dataclass
class _Writing:
    """What has been written so far; the one place of this stage that changes as it goes."""

    people: Mapping[str, Person]
    setting: Setting
    default: str
    lines: dict[str, _Line] = field(default_factory=dict)
    marks: dict[str, tuple[int, Tree]] = field(default_factory=dict)
    count: int = 0


def stream(
    steps: Iterable[Step], people: Mapping[str, Person], setting: Setting, default: str
) -> Iterator[bytes]:
    """Yield the commands for the steps; the mark of a step is its number from 1."""
    writing = _Writing(people, setting, default)
    yield b"feature done\n"
    for step in steps:
        yield from _commit(step, writing)
    yield b"done\n"


def _commit(step: Step, writing: _Writing) -> Iterator[bytes]:
    writing.count += 1
    branch = step.branch or writing.default
    line = _line(step, branch, writing)
    tree = line.tree
    others = [_other(name, step, writing) for name in step.merges]
    for other in others:
        tree = join(tree, other.tree, other.start)
        other.start = other.tree
    tree = apply(tree, step.does, writing.setting, step.line)
    yield _head(step, branch, writing)
    yield b"from :%d\n" % line.mark if line.mark else b""
    yield from (b"merge :%d\n" % other.mark for other in others)
    yield from _changes(line.tree, tree, writing.setting)
    yield b"\n"
    yield _tag(step, writing) if step.tag else b""
    writing.lines[branch] = _Line(writing.count, tree, line.start)
    if step.name:
        writing.marks[step.name] = (writing.count, tree)


def _line(step: Step, branch: str, writing: _Writing) -> _Line:
    if branch in writing.lines and not step.root:
        return writing.lines[branch]
    if step.root or not writing.lines:
        return _Line(0, Tree(), Tree())
    if writing.default not in writing.lines:
        raise StoryError(f"story, line {step.line}: “{branch}” cannot begin before “{writing.default}” does")
    trunk = writing.lines[writing.default]
    return _Line(trunk.mark, trunk.tree, trunk.tree)


def _other(name: str, step: Step, writing: _Writing) -> _Line:
    if name in writing.lines:
        return writing.lines[name]
    raise StoryError(f"story, line {step.line}: there is no line of development “{name}” to merge yet")


def _head(step: Step, branch: str, writing: _Writing) -> bytes:
    author, committer = writing.people[step.who], writing.people[step.committer]
    return (
        b"commit refs/heads/%b\nmark :%d\n" % (branch.encode(), writing.count)
        + b"author " + _signature(author) + step.when.raw + b"\n"
        + b"committer " + _signature(committer) + step.committed.raw + b"\n"
        + _data(step.says)
    )  # fmt: skip


def _tag(step: Step, writing: _Writing) -> bytes:
    tagger = _signature(writing.people[step.committer]) + step.committed.raw
    name = step.tag.encode()
    return b"tag %b\nfrom :%d\ntagger %b\n" % (name, writing.count, tagger) + _data(name + b"\n")


def _signature(person: Person) -> bytes:
    return person.name + b" <" + person.email + b"> "


def _changes(before: Tree, after: Tree, setting: Setting) -> Iterator[bytes]:
    for path in sorted(before.files.keys() - after.files.keys()):
        yield b"D " + quoted(path) + b"\n"
    for path, file in sorted(after.files.items()):
        if file == before.files.get(path):
            continue
        mode, data = file_content(file, path, setting)
        if mode == b"160000":
            yield b"M 160000 " + data + b" " + quoted(path) + b"\n"
        else:
            yield b"M " + mode + b" inline " + quoted(path) + b"\n" + _data(data)


def _data(data: bytes) -> bytes:
    return b"data %d\n" % len(data) + data + b"\n"


def quoted(path: bytes) -> bytes:
    """Return a path as fast-import reads it when it holds anything but plain signs."""
    return b'"' + b"".join(_QUOTED.get(byte) or (bytes([byte]) if 32 <= byte < 127 else b"\\%03o" % byte)
                           for byte in path) + b'"'  # fmt: skip
