# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry provenance OWNER/NAME`: who wrote it, by person and by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from registry.cli.opening import last_read, open_register
from registry.cli.provenance_at import show_at
from registry.cli.showing import show_json, show_table
from registry.errors import NotFoundError
from registry.provenance import service as provenance
from registry.provenance.methods import Difference, otherwise
from registry.provenance.numbers import oids_of
from registry.provenance.snapshot import CommitFacts, File, Share, Snapshot
from registry.settings import Settings
from registry.text import path_bytes, path_text, visible_path


@click.command("provenance")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--path", "path", metavar="P", help="One file or folder of it.")
@click.option(
    "--at",
    "at",
    metavar="REVISION|DAY",
    help="As it stood then: a day (2019-03-01), a tag, or a commit of the main line.",
)
@click.option("--json", "as_json", is_flag=True, help="Print every file with its runs of lines as JSON.")
@click.pass_obj
def command(settings: Settings, full_name: str, path: str | None, at: str | None, as_json: bool) -> None:
    """Tell who wrote a repository, as it was harvested last, or as it stood at an earlier commit."""
    register = open_register(settings)
    with register.sessions() as session:
        repository, read = last_read(session, full_name)
        if at is not None:
            show_at(session, repository.id, at, path, as_json=as_json)
            return
        files = _under(provenance.files(session, repository.id, lines=as_json or path is not None), path)
        shares = provenance.shares(session, repository.id)
        if as_json:
            found = provenance.differences(session, repository.id)
            every = [one.pairs for one in files] + [one.pairs for one in found]
            numbers = {commit for pairs in every for _, commit in pairs}
            told = Told(read, files, shares, found, oids_of(session, numbers))
            show_json(_as_json(repository.full_name, told))
            return
        if path is None:
            _show_people(read, shares)
            return
        commits = provenance.commits(session, {commit for file in files for _, commit in file.pairs})
        rows = [
            (visible_path(file.path), first, count, *_who(commits.get(number)))
            for file in files
            for first, count, number in _runs(file)
        ]
    show_table(("file", "from line", "lines", "commit", "author"), rows)


def _under(files: tuple[File, ...], path: str | None) -> list[File]:
    if path is None:
        return list(files)
    wanted = path_bytes(path).rstrip(b"/")
    found = [one for one in files if one.path == wanted or one.path.startswith(wanted + b"/")]
    if not found:
        msg = f"no file or folder {path} in the commit that was read last"
        raise NotFoundError(msg)
    return found


@dataclass(frozen=True)
class Told:
    """What is known of a repository, or of a part of it, and the ids of all commits that it names."""

    read: Snapshot
    files: Sequence[File]
    shares: Sequence[Share]
    differences: Sequence[Difference]
    oids: Mapping[int, str]


def _as_json(full_name: str, told: Told) -> dict[str, Any]:
    return {
        "repository": full_name,
        "commit": told.read.commit,
        "method": told.read.method,
        "other_methods": {
            method: {"lines_that_differ": lines}
            for method, lines in sorted(told.read.totals.by_other_method.items())
        },
        "contributors": [_share_as_json(one) for one in told.shares],
        "files": _files_as_json(told),
        "skipped": [
            {"path": path_text(file.path), "reason": file.skip}
            for file in told.files
            if file.skip is not None
        ],
    }


def _share_as_json(one: Share) -> dict[str, Any]:
    return {
        "contributor": one.author.id,
        "name": one.author.name,
        "mail_domain": one.author.domain,
        "lines": one.total,
        "fewest": one.span[0],
        "most": one.span[1],
        "lines_by_other_method": dict(sorted(one.by_other_method.items())),
    }


def _files_as_json(told: Told) -> list[dict[str, Any]]:
    said: dict[bytes, list[Difference]] = {}
    for one in told.differences:
        said.setdefault(one.path, []).append(one)
    return [
        {
            "path": path_text(file.path),
            "blob": file.blob,
            "lines": file.lines,
            "runs": [[first, count, told.oids.get(number)] for first, count, number in _runs(file)],
            "otherwise": [
                [run.method, run.first, run.count, told.oids.get(run.other)]
                for one in said.get(file.path, ())
                for run in otherwise(file.pairs, one)
            ],
            "not_looked_at_by": [one.method for one in said.get(file.path, ()) if not one.pairs],
        }
        for file in told.files
        if file.skip is None
    ]


def _who(one: CommitFacts | None) -> tuple[str, str]:
    return (one.oid[:10], one.author.name) if one else ("", "not attributable")


def _runs(file: File) -> list[tuple[int, int, int]]:
    runs, first = [], 1
    for count, number in file.pairs:
        runs.append((first, count, number))
        first += count
    return runs


def _show_people(read: Snapshot, shares: tuple[Share, ...]) -> None:
    show_table(
        ("author", "domain", "lines", "documents", "commits", "first", "last"),
        [
            (
                one.author.name,
                one.author.domain,
                _span(one),
                one.documents,
                one.commits,
                one.first_day or "",
                one.last_day or "",
            )
            for one in shares
        ],
    )
    left_out = ", ".join(f"{files} files {reason}" for reason, (files, _) in read.totals.left_out.items())
    click.echo(
        f"{read.totals.lines} lines in {read.totals.files} files at {read.commit} ({read.method}); "
        f"left out: {left_out or 'nothing'}"
    )
    others = ", ".join(f"{method}: {lines}" for method, lines in read.totals.by_other_method.items())
    said = f"lines of which another method names another change: {others}" if others else ""
    click.echo(said or "no other method was looked by; harvest --methods all does")


def _span(one: Share) -> str:
    fewest, most = one.span
    return str(most) if fewest == most else f"{fewest}-{most}"
