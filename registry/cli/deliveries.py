# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry repositories deliveries | rule`: the changes that brought much at once, and what a person rules."""

from __future__ import annotations

from typing import Any

import click

from registry.cli.opening import last_read, open_register
from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.figures import percent
from registry.pipeline.depths import ReleaseDepth, depth_now, release_depths
from registry.provenance import service as provenance
from registry.provenance.bulk import Bulk, Kind, Ruling
from registry.provenance.depth import grade
from registry.provenance.numbers import numbers_of
from registry.provenance.snapshot import CommitFacts
from registry.settings import Settings


@click.command("deliveries")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--json", "as_json", is_flag=True, help="Print every change with all its signs as JSON.")
@click.pass_obj
def deliveries(settings: Settings, full_name: str, as_json: bool) -> None:
    """List the changes that brought much at once, what they are taken for, and on what signs."""
    register = open_register(settings)
    with register.sessions() as session:
        _, read = last_read(session, full_name)
        numbers = numbers_of(session, (one.commit for one in read.bulk))
        facts = {one.oid: one for one in provenance.commits(session, numbers.values()).values()}
    if as_json:
        show_json([_as_json(one) for one in read.bulk])
        return
    columns = ("commit", "day", "kind", "grade", "lines now", "subject")
    show_table(columns, [_as_row(one, facts[one.commit]) for one in read.bulk])
    totals = read.totals
    click.echo(
        f"A {totals.individually}, B {totals.in_bulk}, C {totals.delivered_by_nobody} of {totals.lines} lines"
    )


@click.command("depth")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def depths(settings: Settings, full_name: str, as_json: bool) -> None:
    """Tell, for the head and the newest releases, how much was written change by change and how much delivered."""
    register = open_register(settings)
    with register.sessions() as session:
        repository, read = last_read(session, full_name)
        now = ReleaseDepth("head", read.commit, read.read_at.date(), depth_now(read))
        found = [now, *release_depths(session, repository.id)]
    if as_json:
        show_json([_depth_json(one) for one in found])
        return
    rows = [(one.name, one.day or "", one.depth.lines, *_percent(one)) for one in found]
    show_table(("release", "day", "lines", "A %", "B %", "C %"), rows)


@click.command("rule")
@click.argument("full_name", metavar="OWNER/NAME")
@click.argument("commit")
@click.option("--kind", required=True, type=click.Choice([str(one) for one in Kind]), help="What it is.")
@click.option("--deliverer", default="", help="Which organisation delivered it, if that is known.")
@click.option("--by", required=True, help="Who decides: a role and an organisation.")
@click.option("--reason", required=True, help="Why.")
@click.pass_obj
def ruling(
    settings: Settings, full_name: str, commit: str, kind: str, deliverer: str, by: str, reason: str
) -> None:
    """Decide what one commit is: a delivery, reformatting, or its author's work; acts at the next harvest."""
    register = open_register(settings)
    now = register.clock()
    decision = Ruling(commit, Kind(kind), deliverer, by, reason, now.date())
    with register.sessions.begin() as session:
        repository = custody.by_name(session, full_name)
        whole = provenance.rule(session, repository.id, decision, now)
    click.echo(f"recorded for {whole}; harvest {repository.full_name} again for it to act")


def _as_row(one: Bulk, facts: CommitFacts) -> tuple[object, ...]:
    kind = f"{one.kind} ({'decided' if one.ruling else one.confidence})"
    return one.commit[:10], facts.day or "", kind, grade(one), one.signs.get("lines_now", 0), facts.subject


def _percent(one: ReleaseDepth) -> tuple[str, ...]:
    return tuple(percent(share / 100).removesuffix(" %") for share in one.depth.percent())


def _depth_json(one: ReleaseDepth) -> dict[str, Any]:
    found = one.depth
    return {
        "release": one.name,
        "commit": one.commit,
        "day": one.day.isoformat() if one.day else None,
        "individually": found.individually,
        "in_bulk": found.in_bulk,
        "unknown": found.unknown,
    }


def _as_json(one: Bulk) -> dict[str, Any]:
    told: dict[str, Any] = {
        "commit": one.commit,
        "kind": one.kind,
        "rule": one.rule,
        "confidence": one.confidence,
        "delivers": one.delivers,
        "grade": grade(one),
        "signs": dict(one.signs),
    }
    if one.ruling is not None:
        told["decided"] = {
            "by": one.ruling.by,
            "day": one.ruling.day.isoformat(),
            "reason": one.ruling.reason,
            "deliverer": one.ruling.deliverer,
        }
    return told
