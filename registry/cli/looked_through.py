# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry repositories looked-through | look-through`: the changes whose lines count for whoever wrote them before."""

from __future__ import annotations

from typing import Any

import click

from registry.cli.opening import last_read, open_register
from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.pipeline.looked_through import Effect, Lists, lists
from registry.provenance import service as provenance
from registry.provenance.looked_through import LookedThrough
from registry.settings import Settings
from registry.text import path_text, visible_path


@click.command("looked-through")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--json", "as_json", is_flag=True, help="Print both lists as JSON.")
@click.pass_obj
def listed(settings: Settings, full_name: str, as_json: bool) -> None:
    """List the changes that the register looks through, and those that the repository itself asks to ignore."""
    register = open_register(settings)
    with register.sessions() as session:
        _, read = last_read(session, full_name)
        found = lists(session, read)
    if as_json:
        show_json(_as_json(found))
        return
    _show_listed(found)
    for path, lines in found.not_in:
        click.echo(
            f"the list does not act in {visible_path(path)} ({lines} lines): git blame had to tell who wrote it"
        )
    _show_own(found)


@click.command("look-through")
@click.argument("full_name", metavar="OWNER/NAME")
@click.argument("commit")
@click.option("--by", required=True, help="Who decides: a role and an organisation.")
@click.option("--reason", required=True, help="Why.")
@click.option("--no-longer", is_flag=True, help="Take the commit off the list.")
@click.pass_obj
def decide(settings: Settings, full_name: str, commit: str, by: str, reason: str, no_longer: bool) -> None:
    """Look through one commit: what it reformatted, moved or copied counts for whoever wrote it; acts at the next harvest."""
    register = open_register(settings)
    now = register.clock()
    decision = LookedThrough(commit, by, reason, now.date())
    act = provenance.look_through_no_longer if no_longer else provenance.look_through
    with register.sessions.begin() as session:
        repository = custody.by_name(session, full_name)
        whole = act(session, repository.id, decision, now)
    click.echo(f"recorded for {whole}; harvest {repository.full_name} again for it to act")


def _show_listed(found: Lists) -> None:
    columns = ("commit", "day", "handed on", "stay", "acts", "decided by", "reason")
    rows = [
        (
            one.decision.commit[:10],
            _day(one.effect) or "",
            one.effect.handed_on,
            one.effect.stay,
            "yes" if one.acts else "at the next harvest",
            one.decision.by,
            one.decision.reason,
        )
        for one in found.listed
    ]
    show_table(columns, rows)


def _show_own(found: Lists) -> None:
    if found.own is None:
        click.echo("the repository has no .git-blame-ignore-revs")
        return
    if found.own.problem is not None:
        click.echo(f"the repository's .git-blame-ignore-revs was not read: {found.own.problem}")
        return
    rows = [
        (
            one.revision.line,
            one.revision.said[:40],
            one.revision.standing,
            one.effect.handed_on,
            one.effect.stay,
        )
        for one in found.own_listed
    ]
    click.echo("the repository's own .git-blame-ignore-revs, which never improves a title:")
    show_table(("line", "says", "found", "would hand on", "has now"), rows)
    if found.own.further:
        click.echo(f"{found.own.further} further lines are not looked at")


def _day(effect: Effect) -> str | None:
    return effect.facts.day.isoformat() if effect.facts and effect.facts.day else None


def _as_json(found: Lists) -> dict[str, Any]:
    return {
        "listed": [
            {
                "commit": one.decision.commit,
                "day": _day(one.effect),
                "subject": one.effect.facts.subject if one.effect.facts else None,
                "acts": one.acts,
                "lines_handed_on": one.effect.handed_on,
                "lines_that_stay": one.effect.stay,
                "by": one.decision.by,
                "decided": one.decision.day.isoformat(),
                "reason": one.decision.reason,
            }
            for one in found.listed
        ],
        "ended": list(found.ended),
        "not_in": [{"path": path_text(path), "lines": lines} for path, lines in found.not_in],
        "own": _own_as_json(found),
    }


def _own_as_json(found: Lists) -> dict[str, Any] | None:
    own = found.own
    if own is None:
        return None
    return {
        "blob": own.blob,
        "problem": own.problem,
        "further": own.further,
        "revisions": [
            {
                "line": one.revision.line,
                "says": one.revision.said,
                "commit": one.revision.commit or None,
                "standing": one.revision.standing,
                "would_hand_on": one.effect.handed_on,
                "lines_now": one.effect.stay,
            }
            for one in found.own_listed
        ],
    }
