# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A document's past: its versions with their sizes, and who first wrote each paragraph of its text.

The text is derived: a program took it out, and a paragraph belongs to the version that first had it. It counts
in no figure; a document is counted in files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from registry.provenance.extracting import FORMATS, Problem
from registry.provenance.runs import Pair

Hunk = tuple[int, int, int, int]
"""Old first paragraph, old count, new first paragraph, new count; from 0. Between hunks nothing differs."""

Differ = Callable[[bytes, bytes], Sequence[Hunk]]


@dataclass(frozen=True)
class Version:
    """One version: the commit (the register's number) that wrote it, its blob, its size in bytes if that is known."""

    commit: int
    blob: str
    size: int | None


@dataclass(frozen=True)
class Document:
    """A document's versions, oldest first, and the runs of its present text; none where no text was had.

    `unread` counts the earlier versions that gave no text: a paragraph may be older than it is told.
    """

    path: bytes
    versions: tuple[Version, ...]
    pairs: tuple[Pair, ...] = ()
    unread: int = 0


@dataclass(frozen=True)
class DocumentText:
    """What was taken out of a blob: paragraphs, or why there are none."""

    paragraphs: tuple[str, ...] = ()
    problem: Problem | None = None


def form_of(path: bytes) -> str | None:
    """Return the format in which text is taken out of a file; None where none can be."""
    ending = path.rpartition(b"/")[2].rpartition(b".")[2].decode("ascii", "replace").lower()
    return FORMATS.get(ending)


def paragraphs_by(
    versions: Sequence[Version], texts: Sequence[DocumentText | None], differ: Differ
) -> tuple[tuple[Pair, ...], int]:
    """Return the runs of the last version's paragraphs by commit, and how many versions gave no text."""
    owners: list[int] = []
    before = b""
    unread = 0
    for version, text in zip(versions, texts, strict=True):
        if text is None or not text.paragraphs:
            unread += 1
            continue
        after = "".join(f"{paragraph}\n" for paragraph in text.paragraphs).encode("utf-8", "replace")
        owners = _spliced(owners, differ(before, after), version.commit)
        before = after
    if not texts or texts[-1] is None or not texts[-1].paragraphs:
        return (), unread
    return tuple(_runs(owners)), unread


def _spliced(owners: list[int], hunks: Sequence[Hunk], commit: int) -> list[int]:
    """Return who wrote each paragraph after a change: what the hunks bring is the commit's."""
    found: list[int] = []
    at = 0
    for old, gone, _, came in hunks:
        found += owners[at:old]
        found += [commit] * came
        at = old + gone
    return found + owners[at:]


def _runs(owners: Sequence[int]) -> list[Pair]:
    runs: list[Pair] = []
    for owner in owners:
        if runs and runs[-1][1] == owner:
            runs[-1] = (runs[-1][0] + 1, owner)
        else:
            runs.append((1, owner))
    return runs
