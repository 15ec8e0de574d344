# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Methods: the lines of which it depends on the method who wrote them, with what each method says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from registry.custody.model import Repository
from registry.provenance.methods import Difference, Otherwise, otherwise
from registry.provenance.snapshot import METHODS, CommitFacts, File, Method, Snapshot
from registry.web import addresses
from registry.web.language import day, gettext, ngettext, short_day
from registry.web.masking import shown_path
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.origins import steps_to
from registry.web.pages.people import person_name
from registry.web.tables import Table

MOST = 200
"""Stretches of lines that the page of one file lists; all of them can be taken along."""


@dataclass(frozen=True)
class Said:
    """What other methods say of a repository or of one file of it, and the commits that they name."""

    differences: Sequence[Difference] = ()
    without_list: Sequence[Difference] = ()  # if the register looked nothing through
    commits: Mapping[int, CommitFacts] = field(default_factory=dict)


@dataclass(frozen=True)
class Named:
    """A change as it is named beside another: who, when, and its id."""

    name: str
    href: str
    day: str
    commit: str


@dataclass(frozen=True)
class OtherwiseRow:
    """Lines, the change that the main method names, and the one that other methods name."""

    first: int
    last: int
    now: Named
    other: Named
    methods: str


@dataclass(frozen=True)
class FileRow:
    """A file and how many of its lines each other method names another change for; None: it could not look."""

    path: str
    href: str
    lines: int
    by_space: int | None
    by_moves: int | None
    by_own: int | None


@dataclass(frozen=True)
class MethodsPage:
    """The files with such lines, most of them first."""

    frame: Frame
    base: str
    looked: bool
    rows: tuple[FileRow, ...]


def method_name(method: Method) -> str:
    """Return a method in a few words."""
    names = {
        Method.PLAIN: gettext("every change of a line counts"),
        Method.WHITE_SPACE: gettext("white space not counted"),
        Method.MOVED_AND_COPIED: gettext("moves and copies followed"),
        Method.OWN_REVISIONS: gettext("the repository's own list of changes looked through"),
        Method.WITHOUT_LIST: gettext("no change looked through"),
    }
    return names[method]


def methods_said(snapshot: Snapshot | None) -> str:
    """Return in a few sentences what is looked through, and how far the figures depend on the method."""
    if snapshot is None:
        return ""
    said = _said_by_methods(snapshot)
    if not snapshot.totals.looked_through:
        return said
    listed = ngettext("%(count)s change", "%(count)s changes", len(snapshot.totals.looked_through))
    return gettext("The register looks through %(changes)s by decision.", changes=listed) + f" {said}"


def _said_by_methods(snapshot: Snapshot) -> str:
    looked = snapshot.totals.by_other_method
    if not any(str(method) in looked for method in METHODS):
        return _said_by_own(looked)
    most = max(looked.values())
    if not most:
        return gettext(
            "Moving, copying and reformatting make no difference here: every method names the same."
        )
    return gettext(
        "For at least %(lines)s it depends on the method who wrote them, because they were moved, copied or "
        "reformatted; such figures stand as a range.",
        lines=ngettext("%(count)s line", "%(count)s lines", most),
    )


def _said_by_own(looked: Mapping[str, int]) -> str:
    """Return what is to be said where none of the methods was looked by but the repository's own list at most."""
    said = gettext(
        "It was not looked at whether lines were only moved, copied or reformatted: the figures count "
        "whoever changed a line last."
    )
    lines = looked.get(Method.OWN_REVISIONS, 0)
    if not lines:
        return said
    return f"{said} " + gettext(
        "By the repository's own list of changes to ignore %(lines)s would count for somebody else; such figures "
        "stand as a range.",
        lines=ngettext("%(count)s line", "%(count)s lines", lines),
    )


def methods_page(
    repository: Repository, snapshot: Snapshot, files: Iterable[File], found: Sequence[Difference]
) -> MethodsPage:
    """Return the list of files."""
    title = gettext("Lines that depend on the method")
    answer = f"{methods_said(snapshot)} " + gettext("As of %(day)s.", day=day(snapshot.read_at))
    return MethodsPage(
        frame=Frame(title, answer, way(steps_to(repository), Crumb(title)), lists=True),
        base=addresses.repository(repository.id, repository.full_name),
        looked=bool(snapshot.totals.by_other_method),
        rows=_file_rows(repository, files, found),
    )


def otherwise_rows(file: File, said: Said, commits: Mapping[int, CommitFacts]) -> tuple[OtherwiseRow, ...]:
    """Return the lines of a file that another method gives to another change; methods that agree together."""
    together: dict[tuple[int, int, int, int], list[Method]] = {}
    for one in (*said.differences, *said.without_list):
        for run in otherwise(file.pairs, one):
            together.setdefault((run.first, run.count, run.commit, run.other), []).append(run.method)
    known = {**commits, **said.commits}
    return tuple(
        OtherwiseRow(
            first,
            first + count - 1,
            _named(known.get(now)),
            _named(known.get(other)),
            "; ".join(method_name(one) for one in methods),
        )
        for (first, count, now, other), methods in sorted(together.items())
    )


def methods_table(
    files: Iterable[File], found: Sequence[Difference], commits: Mapping[int, CommitFacts]
) -> Table:
    """Return every stretch of such lines as a list to take along."""
    columns = (
        "path", "method", "first_line", "last_line", "commit", "contributor", "name",
        "other_commit", "other_contributor", "other_name",
    )  # fmt: skip
    pairs = {file.path: file.pairs for file in files}
    rows = [
        (
            shown_path(one.path), str(run.method), run.first, run.first + run.count - 1,
            *_columns(commits.get(run.commit)), *_columns(commits.get(run.other)),
        )
        for one, run in _runs(pairs, found)
    ]  # fmt: skip
    return Table("methods", columns, rows)


def _runs(
    pairs: Mapping[bytes, Sequence[tuple[int, int]]], found: Iterable[Difference]
) -> Iterator[tuple[Difference, Otherwise]]:
    return ((one, run) for one in found if one.path in pairs for run in otherwise(pairs[one.path], one))


def _columns(one: CommitFacts | None) -> tuple[str | int | None, ...]:
    return (None,) * 3 if one is None else (one.oid, one.author.id, person_name(one.author))


def _named(one: CommitFacts | None) -> Named:
    if one is None:
        return Named(gettext("not attributable"), "", "", "")
    return Named(
        person_name(one.author), addresses.contributor(one.author.id), short_day(one.day), one.oid[:10]
    )


def _file_rows(
    repository: Repository, files: Iterable[File], found: Sequence[Difference]
) -> tuple[FileRow, ...]:
    base = addresses.repository(repository.id, repository.full_name)
    by_path: dict[bytes, dict[Method, int | None]] = {}
    for one in found:
        by_path.setdefault(one.path, {})[one.method] = one.lines if one.pairs else None
    rows = [
        FileRow(
            path=shown_path(file.path),
            href=f"{base}/file/{addresses.path(file.path)}#methods",
            lines=file.lines,
            by_space=by_path[file.path].get(Method.WHITE_SPACE, 0),
            by_moves=by_path[file.path].get(Method.MOVED_AND_COPIED, 0),
            by_own=by_path[file.path].get(Method.OWN_REVISIONS, 0),
        )
        for file in files
        if file.path in by_path
    ]
    return tuple(
        sorted(rows, key=lambda row: (-max(row.by_space or 0, row.by_moves or 0, row.by_own or 0), row.path))
    )
