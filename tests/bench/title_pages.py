# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The page of a repository's title with ten million hunks in the database; and `determine` on 5,000 contributions."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from registry.app import create_app
from registry.pipeline.facts import import_facts
from registry.pipeline.planning import closing_plan
from registry.pipeline.register import Register
from registry.provenance import service as provenance
from tests.bench.shapes import NOBODY_S
from tests.bench.timing import cost_of, percentiles

COPIED = (
    "custody_repositories",
    "custody_holdings",
    "provenance_snapshots",
    "provenance_files",
    "provenance_lines",
    "provenance_rollups",
)
_ASKED = 400
TODAY = date(2026, 11, 1)


def measure_title_pages(register: Register, hunks: int) -> None:
    """Multiply a register's repositories until they hold so many runs of lines, and ask for their pages of title.

    Pages are asked for in this very process, and told in seconds of the processor.
    """
    with register.sessions() as session:
        originals = sorted(provenance.snapshots(session))
        here = sum(
            len(file.pairs) for one in originals for file in provenance.files(session, one, lines=True)
        )
    domains = _domains(register)
    import_facts(register, _facts(domains))
    with register.sessions() as session:
        started = time.process_time()
        rows = len(closing_plan(session, originals, TODAY).rows)
        took = time.process_time() - started
    print(f"closing plan of {len(originals)} repositories, first look {took:8.2f} s CPU ({rows} rows)")
    times = -(-hunks // here)
    with register.engine.begin() as connection:
        for copy in range(1, times):
            _copy(connection, copy * 1000)
    print(f"{here * times:,} hunks of {len(originals) * times} repositories in the database")
    client = create_app(register.settings, register.sessions).test_client()
    chosen = random.Random(7)
    asked = [chosen.choice(originals) + 1000 * chosen.randrange(times) for _ in range(_ASKED)]
    for label in ("title page, most never asked for before", "title page, asked for before"):
        print(f"{label:40} {percentiles(list(_ask(client, asked)))}")
    import_facts(register, _facts(domains).replace(b"2016-01-01", b"2017-01-01"))
    print(f"{'title page, after one paper changed':40} {percentiles(list(_ask(client, asked)))}")


def measure_determine() -> None:
    """Print what `determine` costs, as a whole process, on 5,000 contributions."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "facts.yaml"
        place.write_text("\n".join(_five_thousand()), "utf-8")
        cost, _ = cost_of(["determine", str(place), "--json"])
        print(f"determine, 5,000 contributions          {cost}")


def _ask(client: object, asked: list[int]) -> Iterator[float]:
    for number in asked:
        started = time.process_time()
        answer = client.get(f"/da/r/{number}-x/title")  # type: ignore[attr-defined]
        yield time.process_time() - started
        if answer.status_code != 200:
            raise SystemExit(f"the title of {number} answered {answer.status_code}")


def _domains(register: Register) -> list[str]:
    """Return the domains at which most people have an address, free mail aside: they are shown to nobody."""
    with register.engine.connect() as connection:
        asked = text(
            "select domain from provenance_identities group by domain order by count(*) desc, domain"
        )
        found = [one for (one,) in connection.execute(asked) if "." in one]
    return [one for one in found if one not in NOBODY_S][:20]


def _copy(connection: Connection, offset: int) -> None:
    """Copy every original row under other numbers; commits and people are shared, as among forks."""
    for table in COPIED:
        columns = [one["name"] for one in inspect(connection).get_columns(table)]
        chosen = [_as(table, one, offset) for one in columns if one != "id" or table in COPIED[::2]]
        kept = [one for one in columns if one != "id" or table in COPIED[::2]]
        where = "id" if table == "custody_repositories" else "repository_id"
        quoted = ", ".join(f'"{one}"' for one in kept)
        select = f"select {', '.join(chosen)} from {table} where {where} < 1000"
        connection.execute(text(f"insert into {table} ({quoted}) {select}"))


def _as(table: str, column: str, offset: int) -> str:
    if column in ("repository_id", "from_snapshot", "snapshot_id") or (
        column == "id" and table in COPIED[::2]
    ):
        return f"{column} + {offset}"
    if column == "label":
        return f"label || '-{offset}'"
    return f"name || '-{offset}'" if table == "custody_holdings" and column == "name" else f'"{column}"'


def _facts(domains: list[str]) -> bytes:
    """Return facts: a firm behind each of these domains, with a paper that covers whatever its people wrote."""
    lines = ["set: bench", "asks: {party: os2}", "parties:", "  os2: {kind: association, name: OS2}"]
    lines += [f"  firm{number}: {{kind: company, name: Firm {number}}}" for number in range(len(domains))]
    lines += ["domains:", *(f"  - {{domain: {one}, party: firm{n}}}" for n, one in enumerate(domains))]
    lines += ["agreements:"]
    for number in range(len(domains)):
        lines.append(
            f"  - {{id: p{number}, kind: assignment, assignors: [firm{number}], assignee: os2, "
            f"signed: {2012 + number % 9}-01-01, covers: {{}}, rights: full, signature: proper}}"
        )
    return ("\n".join(lines) + "\n").encode()


def _five_thousand() -> Iterator[str]:
    chosen = random.Random(1)
    yield "title: bench\nasks: {party: os2, as_of: 2026-01-01}\nparties:"
    yield "  os2: {kind: association, name: OS2, founded: 2012-04-24}"
    yield from (f"  firm{n}: {{kind: company, name: Firm {n}}}" for n in range(20))
    yield from (f"  p{n}: {{kind: person, name: Person {n}}}" for n in range(200))
    yield "engagements:"
    for n in range(200):
        basis = "confirmed" if n % 3 else "presumed"
        yield f"  - {{person: p{n}, party: firm{n % 20}, kind: employee, from: 2010-01-01, basis: {basis}}}"
    yield "agreements:"
    for n in range(20):
        yield (
            f"  - {{id: a{n}, kind: floss_agreement, assignors: [firm{n}], assignee: os2, signed: {2012 + n % 10}-06-01, "
            f"covers: {{repositories: [r{n % 7}, r{n % 5}]}}, rights: full, signature: proper}}"
        )
    yield "contributions:"
    for n in range(5000):
        kind = chosen.choice(("program", "program", "documentation", "configuration"))
        day = f"{chosen.randrange(2012, 2025)}-{chosen.randrange(1, 13):02}-{chosen.randrange(1, 28):02}"
        yield (
            f"  - {{id: c{n}, repository: r{chosen.randrange(8)}, path: src/f{chosen.randrange(500)}.py, work_type: {kind}, "
            f"authors: [p{chosen.randrange(200)}], date: {day}, lines: {chosen.randrange(1, 200)}}}"
        )
