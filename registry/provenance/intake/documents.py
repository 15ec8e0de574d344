# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Documents are read version by version; text is taken out of each blob once for ever, by a process of its own."""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from harvesters.git import objects, process, trees
from harvesters.git.lineage.hunks import Differ
from harvesters.git.model import Change, Mirror, Oid
from harvesters.git.task import MIB, CommandError, Done, Limits, Task
from registry.database import chunks
from registry.provenance import cpr
from registry.provenance.document import Document, DocumentText, Version, form_of, paragraphs_by
from registry.provenance.extracting import EXTRACTOR, Problem
from registry.provenance.findings import DocumentRow, TextRow
from registry.provenance.intake.past import Names
from registry.provenance.intake.tracing import Progress
from registry.provenance.records import path_key
from registry.provenance.runs import pack
from registry.provenance.snapshot import Skip
from registry.provenance.texts import known_texts

DOCUMENTS = frozenset({Skip.BINARY, Skip.TOO_LARGE, Skip.LFS_POINTER})
_LARGEST = 20_000_000  # bytes that text is taken out of
_MOST_VERSIONS = 1000  # of one document, the newest
_MOST_NEW = 500  # documents that one reading takes text out of; the present versions come first
_LIMITS = Limits(seconds=60, output=32 * MIB, memory=1024 * MIB, file=MIB)
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}


class Past:
    """Which blobs the commits wrote of each document, newest first, whatever its name was then."""

    def __init__(self, paths: Iterable[bytes], names: Names) -> None:
        self.written: dict[bytes, list[tuple[Oid, Oid]]] = {path: [] for path in paths}
        self._names = names

    def look(self, commit: Oid, changes: tuple[Change, ...]) -> None:
        """Note what a commit wrote of a document."""
        for change in changes:
            for path in self._names.written(change):
                if change.new is not None:
                    self.written[path].append((commit, change.new))


@dataclass
class _Work:
    """A reading of documents: the mirror, sizes and texts by blob."""

    mirror: Mirror
    sizes: Mapping[Oid, int | None] = field(default_factory=dict)
    texts: dict[Oid, DocumentText] = field(default_factory=dict)


def read_documents(
    session: Session, mirror: Mirror, past: Past, numbers: Mapping[Oid, int], progress: Progress
) -> list[Document]:
    """Return every document with its versions and whose its paragraphs are; new texts are kept on the way."""
    written = {
        path: [(numbers[commit], blob) for commit, blob in some[:_MOST_VERSIONS] if commit in numbers][::-1]
        for path, some in past.written.items()
    }
    blobs = {blob for some in written.values() for _, blob in some}
    work = _Work(mirror, _sizes(mirror, sorted(blobs)))
    _read_texts(session, work, written, progress)
    differ = Differ()
    return [_document(path, some, work, differ) for path, some in sorted(written.items())]


def keep_documents(session: Session, repository: int, found: Iterable[Document]) -> None:
    """Keep the documents of a repository in place of those before."""
    session.execute(delete(DocumentRow).where(DocumentRow.repository_id == repository))
    rows = [
        {
            "repository_id": repository,
            "path": one.path,
            "path_key": path_key(one.path),
            "versions": [[version.commit, version.blob, version.size] for version in one.versions],
            "runs": pack(one.pairs) if one.pairs else None,
            "unread": one.unread,
        }
        for one in found
    ]
    for chunk in chunks(rows):
        session.execute(insert(DocumentRow), chunk)


def extract(documents: Mapping[tuple[str, Oid], bytes]) -> Iterable[tuple[Oid, DocumentText]]:
    """Yield the text of each document, each taken out by a process of its own with bounds on time and memory."""
    tasks = ((blob, _task(form, data)) for (form, blob), data in documents.items())
    for blob, answer in process.run_each(tasks, processes=2):
        yield blob, _told(answer)


def _sizes(mirror: Mirror, blobs: Sequence[Oid]) -> dict[Oid, int | None]:
    return {one.oid: one.size if one.kind == "blob" else None for one in objects.headers(mirror, blobs)}


def _document(path: bytes, some: Sequence[tuple[int, Oid]], work: _Work, differ: Differ) -> Document:
    versions = tuple(Version(commit, blob, work.sizes.get(blob)) for commit, blob in some)
    if form_of(path) is None:
        return Document(path, versions)
    texts = [work.texts.get(Oid(version.blob)) for version in versions]
    pairs, unread = paragraphs_by(versions, texts, differ.hunks)
    return Document(path, versions, pairs, unread)


def _read_texts(
    session: Session, work: _Work, written: Mapping[bytes, Sequence[tuple[int, Oid]]], progress: Progress
) -> None:
    """Take text out of those blobs that nobody read before, the present versions first."""
    forms: dict[Oid, str] = {}
    ages = [
        (age, blob, path) for path, some in written.items() for age, (_, blob) in enumerate(reversed(some))
    ]
    for _, blob, path in sorted(ages):
        if (form := form_of(path)) is not None:
            forms.setdefault(blob, form)
    work.texts = dict(known_texts(session, forms))
    new = [blob for blob in forms if blob not in work.texts][:_MOST_NEW]
    for place, blob in enumerate(new, start=1):
        work.texts[blob] = text = _text(work, forms[blob], blob)
        session.add(_row(blob, text))
        progress("documents", place, len(new))
    session.flush()


def _text(work: _Work, form: str, blob: Oid) -> DocumentText:
    size = work.sizes.get(blob)
    if size is None:
        return DocumentText(problem=Problem.ABSENT)
    data = trees.blob(work.mirror, blob, _LARGEST)
    if data is None:
        return DocumentText(problem=Problem.TOO_LARGE if size > _LARGEST else Problem.ABSENT)
    (_, found), *_ = extract({(form, blob): data})
    # a text that holds a civil registration number is not kept
    if cpr.count("\n".join(found.paragraphs).encode("utf-8", "replace")):
        return DocumentText(problem=Problem.CPR)
    return found


def _task(form: str, data: bytes) -> Task:
    command = (sys.executable, "-I", "-m", "registry.provenance.extracting", form)
    return Task((command,), _ENVIRONMENT, data, _LIMITS)


def _told(answer: Done | CommandError) -> DocumentText:
    if isinstance(answer, CommandError):
        return DocumentText(problem=Problem.TOO_LONG)
    try:
        said = json.loads(answer.out)
        if "problem" in said:
            return DocumentText(problem=Problem(said["problem"]))
        return DocumentText(tuple(map(str, said["paragraphs"])))
    except (ValueError, KeyError, TypeError):
        return DocumentText(problem=Problem.UNREADABLE)  # it was killed, or ran out of memory


def _row(blob: Oid, text: DocumentText) -> TextRow:
    return TextRow(
        blob=bytes.fromhex(blob),
        extractor=EXTRACTOR,
        problem=text.problem,
        paragraphs=len(text.paragraphs),
        text=zlib.compress(json.dumps(list(text.paragraphs)).encode()),
    )
