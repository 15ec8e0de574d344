# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry determine`: whose is it, by the facts of one file, without a register."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from registry.cli.given import read_facts_file
from registry.errors import BadInputError
from registry.ownership.answer_json import answers_json
from registry.ownership.answers import Determination
from registry.ownership.decider import determine
from registry.ownership.facts import Facts
from registry.ownership.reading.file import read_facts
from registry.ownership.shares import shares
from registry.ownership.telling import Language, Teller
from registry.text import visible

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("determine")
@click.argument(
    "facts_file", metavar="FACTS.yaml", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--as-of", type=_DAY, help="The day by which acts must have had effect.")
@click.option("--known", type=_DAY, help="The day by which facts must have been recorded.")
@click.option("--json", "as_json", is_flag=True, help="Print the answers as JSON.")
@click.option(
    "--language", type=click.Choice([one.value for one in Language]), default="da", help="Danish or English."
)
def command(
    facts_file: Path, as_of: datetime | None, known: datetime | None, as_json: bool, language: str
) -> None:
    """Say for each contribution of FACTS.yaml who holds the title, on what chain, and what is missing."""
    data = read_facts_file(facts_file)
    try:
        facts = read_facts(data)
    except BadInputError as error:
        raise click.ClickException(f"{visible(facts_file.name)}, {error}") from error
    gc.freeze()  # the facts stay to the end: the collector need not look at them again
    facts = _asked(facts, as_of, known)
    answers = determine(facts, _today())
    if as_json:
        english = Language.ENGLISH if _is_default() else Language(language)
        click.echo("\n".join(_lines(answers_json(facts, answers, english))))
        return
    for line in _told(facts, answers, Language(language)):
        click.echo(line)


def _lines(found: Mapping[str, object]) -> Iterator[str]:
    """Yield an object of JSON in lines: a key each, and of an object in it a key each, too."""
    for place, (key, value) in enumerate(found.items()):
        begin = f"{',' if place else '{'}{_json(key)}:"
        if not isinstance(value, dict):
            yield f"{begin} {_json(value)}"
            continue
        yield f"{begin} {{"
        inner = [f" {_json(name)}: {_json(one)}" for name, one in value.items()]
        yield from (f"{one}," for one in inner[:-1])
        yield from inner[-1:]
        yield " }"
    yield "}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _told(facts: Facts, answers: dict[str, Determination], language: Language) -> list[str]:
    teller = Teller(facts, language)
    lines = [visible(facts.title)] if facts.title else []
    lines += [teller.phrase("as_of", as_of=facts.asks.as_of, known=facts.asks.known), ""]
    for one in facts.contributions:
        if one.id in answers:
            lines += [*teller.told(one, answers[one.id]), ""]
    return lines + teller.shares(shares(facts.contributions, answers))


def _asked(facts: Facts, as_of: datetime | None, known: datetime | None) -> Facts:
    asks = facts.asks
    asks = replace(
        asks,
        as_of=as_of.date() if as_of else asks.as_of,
        known=known.date() if known else asks.known,
    )
    return replace(facts, asks=asks.on(_today()))


def _today() -> date:
    return datetime.now(UTC).date()


def _is_default() -> bool:
    source = click.get_current_context().get_parameter_source("language")
    return source is click.core.ParameterSource.DEFAULT
