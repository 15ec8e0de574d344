# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry check-combination A B`: may code under one licence go into a work under another, each way."""

from __future__ import annotations

import click

from registry.cli.showing import show_json
from registry.errors import BadInputError
from registry.licences.expressions import identifiers, normalise
from registry.licences.terms.compatibility import Answer, Combination, check
from registry.licences.terms.model import NO_LICENCE
from registry.licences.terms.output import DISCLAIMER, combination_json
from registry.text import visible

_QUESTION = {
    "da": "Kode under {} ind i et værk, der gives videre under {}: {}",
    "en": "Code under {} into a work that is passed on under {}: {}",
}
_ANSWERS = {
    "da": {Answer.YES: "ja", Answer.NO: "nej", Answer.CHECK: "skal undersøges", Answer.UNKNOWN: "ukendt"},
    "en": {Answer.YES: "yes", Answer.NO: "no", Answer.CHECK: "to be checked", Answer.UNKNOWN: "unknown"},
}
_SOURCE = {"da": "kilde", "en": "source"}


@click.command("check-combination")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--language", type=click.Choice(["da", "en"]), default="da", help="Danish or English.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON, in both languages.")
def command(first: str, second: str, language: str, as_json: bool) -> None:
    """Say whether code under A may go into a work passed on under B, and the other way round."""
    a, b = _single(first), _single(second)
    found = [check(b, a), check(a, b)] if a != b else [check(a, b)]
    if as_json:
        show_json([combination_json(one) for one in found])
        return
    for one in found:
        for line in _told(one, language):
            click.echo(line)
    click.echo(DISCLAIMER.within(language))


def _single(text: str) -> str:
    if text.strip().upper() == NO_LICENCE:
        return NO_LICENCE
    normal = normalise(text)
    if normal is None or len(identifiers(normal)) != 1 or " " in normal:
        msg = (
            f"{visible(text, 100)!r} is no single SPDX licence; "
            "ask for one licence at a time, as in `check-combination EUPL-1.2 GPL-3.0-only`"
        )
        raise BadInputError(msg)
    return normal


def _told(one: Combination, language: str) -> list[str]:
    answer = _ANSWERS[language][one.answer]
    lines = [_QUESTION[language].format(one.inbound, one.outbound, answer), f"  {one.why.within(language)}"]
    said = [clause.name.within(language) for clause in one.clauses]
    if one.origin:
        day = f", {one.origin.day}" if one.origin.day else ""
        said.insert(0, f"{one.origin.name.within(language)}{day}")
    return [*lines, f"  {_SOURCE[language]}: {'; '.join(said)}"] if said else lines
