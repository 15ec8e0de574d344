# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The files of one line of development at one step of the story, and what a step makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from registry.demo.contents import PLAIN, content, replaced
from registry.demo.model import Doings, Growth, Place, Replacement, Source, Vocabulary
from registry.demo.reading import StoryError
from registry.demo.shapes import render


@dataclass(frozen=True)
class Written:
    """A file as a step wrote it out."""

    source: Source
    replaces: tuple[Replacement, ...] = ()


@dataclass(frozen=True)
class Grown:
    """A file of a shape, and the words that it has grown by so far."""

    place: Place
    thing: str
    words: tuple[str, ...] = ()
    replaces: tuple[Replacement, ...] = ()


File = Written | Grown


@dataclass(frozen=True)
class Tree:
    """What stands at each path."""

    files: Mapping[bytes, File] = field(default_factory=dict)


@dataclass(frozen=True)
class Setting:
    """What files are made from."""

    places: Mapping[str, Place]
    vocabulary: Vocabulary
    product: str


def apply(tree: Tree, does: Doings, setting: Setting, line: int) -> Tree:
    """Return the tree after a step's doings: moves, removals, writing, growth, replacements."""
    files = dict(tree.files)
    for old, new in does.moves:
        files[new] = _taken(files, old, line)
    for path in does.removes:
        _taken(files, path, line)
    files |= {path: Written(source) for path, source in does.writes}
    for growth in does.grows:
        path, grown = _grown(files, growth, setting.places[growth.place], line)
        files[path] = grown
    for one in does.replaces:
        _replace(files, one, setting, line)
    return Tree(files)


def join(ours: Tree, theirs: Tree, start: Tree) -> Tree:
    """Return our tree with what their line of development changed since its start; growth adds up."""
    files = dict(ours.files)
    for path in start.files.keys() - theirs.files.keys():
        files.pop(path, None)
    for path, file in theirs.files.items():
        if file != start.files.get(path):
            files[path] = _joined(files.get(path), file)
    return Tree(files)


def _joined(ours: File | None, theirs: File) -> File:
    if isinstance(ours, Grown) and isinstance(theirs, Grown):
        new = tuple(word for word in theirs.words if word not in ours.words)
        return replace(ours, words=ours.words + new)
    return theirs


def file_content(file: File, path: bytes, setting: Setting) -> tuple[bytes, bytes]:
    """Return mode and bytes of a file of a tree."""
    if isinstance(file, Written):
        return content(file.source, path, file.replaces)
    words = [setting.vocabulary.words[word] for word in file.words]
    thing = setting.vocabulary.things[file.thing]
    names = {"Product": setting.product[:1].upper() + setting.product[1:], "product": setting.product}
    text = file.place.top + render(file.place.shape, thing, words, names)
    return PLAIN, replaced(text, path, file.replaces).encode()


def _taken(files: dict[bytes, File], path: bytes, line: int) -> File:
    if path not in files:
        raise StoryError(f"story, line {line}: {path!r} does not exist at this step")
    return files.pop(path)


def _grown(files: Mapping[bytes, File], growth: Growth, place: Place, line: int) -> tuple[bytes, Grown]:
    path = place.path.replace("{Thing}", growth.thing).replace("{thing}", growth.thing.lower()).encode()
    before = files.get(path, Grown(place, growth.thing))
    if isinstance(before, Written):
        raise StoryError(f"story, line {line}: {path!r} was written out and cannot grow")
    if again := set(before.words) & set(growth.words):
        raise StoryError(f"story, line {line}: {path!r} has already grown by {', '.join(sorted(again))}")
    return path, replace(before, words=before.words + growth.words)


def _replace(files: dict[bytes, File], one: Replacement, setting: Setting, line: int) -> None:
    found = False
    for path, file in files.items():
        if fnmatchcase(path.decode("utf-8", "surrogateescape"), one.pattern):
            mode_and_bytes = file_content(file, path, setting)
            if one.old.encode() in mode_and_bytes[1]:
                files[path] = replace(file, replaces=(*file.replaces, one))
                found = True
    if not found:
        raise StoryError(f"story, line {line}: no file that fits “{one.pattern}” says “{one.old}”")
