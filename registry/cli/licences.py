# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry licences OWNER/NAME`: what every place in a repository says of its licence, now or at any tag."""

from __future__ import annotations

import click
from sqlalchemy.orm import Session

from registry.cli.opening import open_register
from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.custody.model import Repository
from registry.errors import BadInputError
from registry.licences.history import Point, Said
from registry.licences.model import Conclusion, Place
from registry.licences.output import Told, changes_json, to_json, told_json
from registry.licences.statements import sides
from registry.pipeline.licence_at import At, between, licence_at
from registry.pipeline.licence_told import told
from registry.pipeline.register import Register
from registry.pipeline.revisions import mirror_of, revision
from registry.settings import Settings
from registry.text import visible_path


@click.command("licences")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option(
    "--at", "at", metavar="TAG", help="The licence of a tag, branch or commit; every file of it is read."
)
@click.option("--since", metavar="TAG", help="With --at: what changed from this tag to that one.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_obj
def command(settings: Settings, full_name: str, at: str | None, since: str | None, as_json: bool) -> None:
    """Tell the licence of a repository: each source with its place, whether they agree, and how it came to be."""
    register = open_register(settings)
    if since is not None and at is None:
        msg = "--since needs --at: say from which tag to which"
        raise BadInputError(msg)
    with register.sessions.begin() as session:
        repository = custody.by_name(session, full_name)
        if at is not None:
            new = _at(session, register, repository, at)
            old = _at(session, register, repository, since) if since else None
            _show_at(repository, new, old, as_json)
            return
        found = told(session, repository, register.clock().date())
    if as_json:
        show_json(told_json(found))
    else:
        _show(found)


def _at(session: Session, register: Register, repository: Repository, name: str) -> At:
    mirror = mirror_of(register.settings, repository.id)
    return licence_at(session, mirror, repository, revision(mirror, name), whole=True)


def _show_at(repository: Repository, new: At, old: At | None, as_json: bool) -> None:
    changes = between(old, new).changes if old else ()
    if as_json:
        document = to_json(new.conclusion, repository.full_name, new.revision.commit)
        more = {
            "at": new.revision.name,
            "documentation": new.conclusion.documentation,
            "unread": len(new.unread),
        }
        since = {"since": old.revision.name, "changes": changes_json(changes)} if old else {}
        show_json(document | more | since)
        return
    if old is None:
        _show_conclusion(new.conclusion)
    else:
        show_table(
            ("file", "before", "after"),
            [(visible_path(one.path), _words(one.before), _words(one.after)) for one in changes],
        )
        click.echo(f"{old.revision.name}: {old.conclusion.concluded or 'no licence concluded'}")
    day = f" of {new.revision.day}" if new.revision.day else ""
    licence = new.conclusion.concluded or "no licence concluded"
    click.echo(f"{new.revision.name} ({new.revision.commit[:10]}{day}): {licence} ({new.conclusion.reason})")
    if new.unread:
        click.echo(f"not read: {len(new.unread)} of {new.files} files (absent or too large)")


def _show(found: Told) -> None:
    _show_conclusion(found.conclusion)
    turned = [one for one in found.history if one.turned]
    if turned:
        show_table(("commit", "licence from then on", "why"), [_turn(one) for one in turned])
    concluded = found.conclusion
    click.echo(f"policy on {found.policy.day}: {found.policy.verdict}")
    click.echo(f"{concluded.concluded or 'no licence concluded'} ({concluded.light}: {concluded.reason})")


def _show_conclusion(found: Conclusion) -> None:
    show_table(
        ("kind", "place", "licence", "text"),
        [
            (one.kind, f"{visible_path(one.path)}:{one.line}", one.expression or "", one.text[:80])
            for one in found.sources
        ],
    )
    for contradiction in found.contradictions:
        click.echo(f"contradiction: {' / '.join(contradiction.expressions)}")
        for expression, places in sides(found, contradiction).items():
            click.echo(f"  {', '.join(map(_stands, places))}: {expression}")


def _stands(place: Place) -> str:
    return f"{visible_path(place.path)}:{place.line}" if place.path else "GitHub"


def _turn(one: Point) -> tuple[str, str, str]:
    return one.commit[:10], one.concluded or "none concluded", one.reason


def _words(said: Said | None) -> str:
    if said is None:
        return "not there"
    return ", ".join(dict.fromkeys(one.expression or "no licence for certain" for one in said)) or "nothing"
