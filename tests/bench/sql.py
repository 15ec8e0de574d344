# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The same sums by SQL: every run of lines joined with its commit, author, engagement and paper, then added up.

The statement knows only what the measure's world holds (one author a run, one firm a person, whole papers). It has
to come to the same whole numbers.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from registry.ownership.facts import Facts
from tests.bench.shapes import LINES, Shape
from tests.postgres import empty_database, server

Joined = tuple[float, dict[str, int]]
"""Seconds of the processor, and lines by state."""

_TABLES = (
    "create table hunks (commit_id integer, work_type text, lines integer)",
    "create table commits (id integer primary key, repository integer, email integer, day text)",
    "create table emails (id integer primary key, firm text, person integer, start text)",
    "create table papers (firm text, repository integer, signed text)",
)
_INDEXES = ("create index of_papers on papers (firm, repository)",)
_JOIN = """
select state, sum(lines) from (
  select h.lines as lines, case
    when h.work_type = 'data' and substr(c.day, 1, 4) < '2011' then 'not_protected'
    when e.firm is null then 'unknown'
    when h.work_type in ('documentation', 'media')
      then case when p.signed <= c.day then 'claimed' else 'other' end
    when p.firm is null then 'other'
    when h.work_type = 'data' or e.person is null or c.day < e.start then 'claimed'
    else 'documented' end as state
  from hunks h
  join commits c on c.id = h.commit_id
  join emails e on e.id = c.email
  left join papers p on p.firm = e.firm and p.repository = c.repository
) s group by state
"""


def sqlite(world: list[Shape], facts: Facts) -> Joined:
    """Return what the joins cost in SQLite, in memory, and their sums."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in _TABLES:
            connection.execute(statement)
        for table, width, rows in _rows(world, facts):
            connection.executemany(f"insert into {table} values ({', '.join('?' * width)})", rows)
        for statement in (*_INDEXES, "analyze"):
            connection.execute(statement)
        started = time.process_time()
        sums = dict(connection.execute(_JOIN).fetchall())
        return time.process_time() - started, sums


def postgres(world: list[Shape], facts: Facts) -> Joined:
    """Return what the joins cost in PostgreSQL, and their sums."""
    with server() as address, empty_database(address) as url, psycopg.connect(url, autocommit=True) as here:
        for statement in _TABLES:
            here.execute(statement.encode())
        for table, _, rows in _rows(world, facts):
            with here.cursor().copy(f"copy {table} from stdin".encode()) as copy:
                for row in rows:
                    copy.write_row(row)
        for statement in (*_INDEXES, "analyze"):
            here.execute(statement.encode())
        here.execute(
            "set max_parallel_workers_per_gather = 0"
        )  # so that one process' account is the whole of it
        process = here.info.backend_pid
        before = _cpu(process)
        sums = {state: int(lines) for state, lines in here.execute(_JOIN.encode()).fetchall()}
        return _cpu(process) - before, sums


def _cpu(process: int) -> float:
    """Return the processor's seconds that another process has had (proc(5): utime and stime, in ticks)."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _rows(world: list[Shape], facts: Facts) -> Iterator[tuple[str, int, Iterable[tuple[Any, ...]]]]:
    numbers = {one.repository: number for number, one in enumerate(world)}
    commits: dict[tuple[int, int, str], int] = {}
    emails: dict[str, int] = {}
    yield "hunks", 3, _hunks(world, commits, emails)
    yield "commits", 4, ((number, *key) for key, number in commits.items())
    people = {one.email: one for shape in world for one in shape.people}
    yield "emails", 4, (_email(email, number, people.get(email)) for email, number in emails.items())
    yield (
        "papers",
        3,
        (
            (paper.assignors[0], numbers[name], paper.signed.isoformat())
            for paper in facts.agreements
            for name in sorted(paper.covers.repositories or ())
        ),
    )


def _hunks(
    world: list[Shape], commits: dict[tuple[int, int, str], int], emails: dict[str, int]
) -> Iterator[tuple[int, str, int]]:
    for number, shape in enumerate(world):
        for (hand, day, kind), hunks in shape.runs.items():
            email = emails.setdefault(shape.emails[hand], len(emails))
            key = (number, email, day.isoformat())
            commit = commits.setdefault(key, len(commits))
            for _ in range(hunks):
                yield commit, kind.value, LINES


def _email(email: str, number: int, person: Any) -> tuple[int, str | None, int | None, str | None]:
    firm = email.partition("@")[2].removesuffix(".example")
    known = (number, person.start.isoformat()) if person is not None else (None, None)
    return number, None if firm == "free" else firm, *known
