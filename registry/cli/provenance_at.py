# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry provenance OWNER/NAME --at ...`: who had written what stood there then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import click
from sqlalchemy.orm import Session

from registry.cli.showing import show_json, show_table
from registry.errors import NotFoundError
from registry.pipeline.moments import Moment, moment
from registry.provenance import service as provenance
from registry.provenance.numbers import oids_of
from registry.provenance.snapshot import CommitFacts
from registry.provenance.through_time import PastFile, day_at, files_at
from registry.text import path_bytes, path_text, visible_path


def show_at(session: Session, repository: int, asked: str, path: str | None, *, as_json: bool) -> None:
    """Print the people of a moment, or of a path the runs of lines; as JSON every file with its runs."""
    found = moment(session, repository, asked)
    files = _under(list(files_at(session, found.line, found.place)), path)
    numbers = {commit for file in files for _, commit in file.pairs}
    if as_json:
        show_json(_as_json(found, files, oids_of(session, numbers)))
        return
    commits = provenance.commits(session, numbers)
    if path is not None:
        _show_runs(files, commits)
        return
    lines: Counter[tuple[str, str]] = Counter()
    for file in files:
        for count, number in file.pairs:
            one = commits.get(number)
            lines[(one.author.name, one.author.domain) if one else ("not attributable", "")] += count
    show_table(("author", "domain", "lines"), [(*who, count) for who, count in lines.most_common()])
    commit, day = day_at(session, found.line, found.place)
    click.echo(f"{lines.total()} lines in {len(files)} files at {commit}, the main line's of {day or asked}")


def _show_runs(files: Sequence[PastFile], commits: Mapping[int, CommitFacts]) -> None:
    rows = [
        (visible_path(file.path), first, count, one.oid[:10] if one else "", one.author.name if one else "")
        for file in files
        for first, count, number in runs(file)
        for one in (commits.get(number),)
    ]
    show_table(("file", "from line", "lines", "commit", "author"), rows)


def runs(file: PastFile) -> list[tuple[int, int, int]]:
    """Return first line, number of lines and commit of each run."""
    found, first = [], 1
    for count, number in file.pairs:
        found.append((first, count, number))
        first += count
    return found


def _as_json(found: Moment, files: Sequence[PastFile], oids: dict[int, str]) -> dict[str, Any]:
    return {
        "at": found.asked,
        "commit": found.commit,
        "method": "plain",
        "files": [
            {
                "path": path_text(file.path),
                "work_type": file.work_type,
                "lines": file.lines,
                "runs": [[first, count, oids.get(number)] for first, count, number in runs(file)],
            }
            for file in files
        ],
    }


def _under(files: list[PastFile], path: str | None) -> list[PastFile]:
    if path is None:
        return files
    wanted = path_bytes(path).rstrip(b"/")
    found = [one for one in files if one.path == wanted or one.path.startswith(wanted + b"/")]
    if not found:
        msg = f"no text file or folder {path} of the repository's own stood on the main line then"
        raise NotFoundError(msg)
    return found
