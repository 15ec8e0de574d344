# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry ownership OWNER/NAME`: shares and holders; with `--path`, the chain behind every run of lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import click
from sqlalchemy.orm import Session

from registry.cli.showing import show_json, show_table
from registry.custody import service as custody
from registry.custody.model import Repository
from registry.figures import percent
from registry.ownership.answer_json import determination_json
from registry.ownership.answers import Determination
from registry.ownership.shares import Share, Shares
from registry.ownership.telling import Language, Teller
from registry.pipeline import ownership
from registry.pipeline.owned import Answers, Run
from registry.pipeline.register import open_register
from registry.pipeline.runs import why
from registry.settings import Settings
from registry.text import visible

_DAY = click.DateTime(["%Y-%m-%d"])
_NOT_ASSESSED = "The title is not assessed: no paper is registered that could concern this repository."


@click.command("ownership")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--path", help="One file: the determination behind every run of its lines.")
@click.option("--as-of", type=_DAY, help="The day by which acts must have had effect; today by default.")
@click.option("--known", type=_DAY, help="The day by which facts must have been recorded; now by default.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--language", type=click.Choice([one.value for one in Language]), default="en")
@click.pass_obj
def command(
    settings: Settings,
    full_name: str,
    path: str | None,
    as_of: datetime | None,
    known: datetime | None,
    as_json: bool,
    language: str,
) -> None:
    """Say whose the present of OWNER/NAME is, in lines and files, and what is missing."""
    register = open_register(settings)
    asked = as_of.date() if as_of else datetime.now(UTC).date()
    recorded = known.date() if known else None
    with register.sessions() as session:
        repository = custody.by_name(session, full_name)
        if path is not None:
            runs = why(session, repository.id, path, None, asked, recorded)
            teller = _teller(session, repository, asked, recorded, Language(language))
            _show_runs(path, runs, teller, as_json)
            return
        found = ownership.answers(session, repository.id, asked, recorded)
    if as_json:
        show_json({"repository": repository.full_name} | answers_json(found))
        return
    _show(repository, found)


def answers_json(found: Answers) -> dict[str, Any]:
    """Return the answer as JSON; shares are exact fractions as text beside their decimal value."""
    return {
        "revision": found.revision,
        "asked": found.asked,
        "as_of": found.as_of.isoformat(),
        "known": found.known.isoformat() if found.known else None,
        "assessed": found.assessed,
        "lines": _shares(found.lines),
        "files": _shares(found.files),
        "by_work_type": {kind.value: _share(share) for kind, share in found.work_types.items()},
        "by_party": [
            {
                "holders": list(one.holders),
                "names": list(one.names),
                "lines": _plain(one.lines),
                "licensed_in": one.licensed,
            }
            for one in found.holders
        ],
        "breaks": _plain(found.breaks),
        "weak": _plain(found.weak),
        "by_method": found.by_method,
        "written_later": found.later,
        "left_out": _plain(found.left_out),
    }


def _shares(found: Shares) -> dict[str, Any]:
    return {
        "all": _share(found.all),
        "code": _share(found.code),
        "documentation": _share(found.documentation),
    }


def _share(one: Share) -> dict[str, Any]:
    return {
        "by_state": _plain(one.by_state),
        "claimable": one.claimable,
        "licensed_in": one.licensed,
        "documented": _number(one.documented),
        "usable": _number(one.usable),
    }


def _plain(counted: Mapping[Any, int]) -> dict[str, int]:
    return {str(key): count for key, count in counted.items()}


def _number(share: Fraction | None) -> float | None:
    return None if share is None else float(share)


def _show(repository: Repository, found: Answers) -> None:
    click.echo(f"{visible(repository.full_name)} at {found.revision}, as of {found.as_of.isoformat()}")
    if not found.assessed:
        click.echo(_NOT_ASSESSED)
        return
    show_table(("", "documented", "usable", "claimable lines"), _percents(found.lines))
    show_table(("state", "lines", "files"), _states(found))
    rows = ((", ".join(one.names), one.total, one.licensed, _plain(one.lines)) for one in found.holders)
    show_table(("holder", "lines", "licensed in", "by state"), rows)
    reasons = [("break", *one) for one in found.breaks.items()] + [
        ("weak", *one) for one in found.weak.items()
    ]
    show_table(("what", "why", "lines"), reasons)
    if found.by_method:
        click.echo(f"lines whose title depends on the method, under their worst answer: {found.by_method}")


def _percents(found: Shares) -> Iterator[tuple[str, str, str, int]]:
    for name in ("all", "code", "documentation"):
        one: Share = getattr(found, name)
        yield name, _percent(one.documented), _percent(one.usable), one.claimable


def _percent(share: Fraction | None) -> str:
    return "–" if share is None else percent(share)


def _states(found: Answers) -> Iterator[tuple[str, int, int]]:
    for state, lines in sorted(found.states.items(), key=lambda one: -one[1]):
        yield state, lines, found.files.all.by_state.get(state, 0)


def _teller(
    session: Session, repository: Repository, as_of: date, known: date | None, language: Language
) -> Teller:
    return Teller(ownership.facts_for_telling(session, repository.id, as_of, known), language)


def _show_runs(path: str, runs: tuple[Run, ...], teller: Teller, as_json: bool) -> None:
    if as_json:
        show_json({"path": path, "runs": [_run_json(one, teller) for one in runs]})
        return
    for one in runs:
        state = one.answer.state if one.answer else "written after the day asked about"
        place = f"lines {one.first}-{one.last}" if one.count else "the file"
        by = f"delivered by {one.delivered_by}" if one.delivered_by else ", ".join(one.authors)
        click.echo(f"{place}: {state} ({one.commit[:10]}, {one.day.isoformat()}, {by})")
        for link in one.answer.links if one.answer else ():
            click.echo(f"  {link.day.isoformat()} {teller.why(link)}")
        for against in one.answer.against if one.answer else ():
            click.echo(f"  against it: {teller.against(against, against.day.isoformat())}")
        for reason in one.answer.breaks if one.answer else ():
            click.echo(f"  break: {reason}")
        for part in one.parts:
            why = f" ({', '.join(part.answer.breaks)})" if part.answer.breaks else ""
            click.echo(f"  the part of {part.author}: {part.answer.state}{why}")
        for each in one.candidates:
            by_it = each.answer.state if each.answer else "written after the day asked about"
            click.echo(f"  by {each.commit[:10]}, {each.day.isoformat()}, {', '.join(each.authors)}: {by_it}")


def _run_json(one: Run, teller: Teller) -> dict[str, Any]:
    against = one.answer.against if one.answer else ()
    return {
        "first": one.first,
        "last": one.last,
        "commit": one.commit,
        "date": one.day.isoformat(),
        "work_type": one.work_type.value,
        "authors": list(one.authors),
        "bulk": one.bulk,
        "delivered_by": one.delivered_by,
        "candidates": [
            {
                "commit": each.commit,
                "date": each.day.isoformat(),
                "authors": list(each.authors),
                "answer": _answer_json(each.answer, teller),
            }
            for each in one.candidates
        ],
        "parts": [{"author": part.author, "answer": _answer_json(part.answer, teller)} for part in one.parts],
        "answer": _answer_json(one.answer, teller),
        "against": [asdict(each) | {"day": each.day.isoformat()} for each in against],
    }


def _answer_json(found: Determination | None, teller: Teller) -> dict[str, Any] | None:
    return None if found is None else determination_json(found, teller)
