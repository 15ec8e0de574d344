# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry terms LICENCE`: what a licence lets, makes and forbids people to do, with its clauses."""

from __future__ import annotations

import click

from registry.cli.showing import show_json
from registry.errors import BadInputError
from registry.licences.terms.answer import terms
from registry.licences.terms.model import Alternative, Column, Statement, Terms, Use
from registry.licences.terms.names import column_name, use_name
from registry.licences.terms.output import DISCLAIMER, NO_FEE, terms_json
from registry.text import visible

_TOGETHER = {"da": "Disse licenser gælder alle:", "en": "All of these licences apply:"}
_CHOOSE = {
    "da": "Du kan vælge mellem {} muligheder. Én er nok:",
    "en": "You can choose between {} ways. One is enough:",
}
_PERSON = {
    "da": "{}: her skal en person læse licensen; registret har ingen skrevne vilkår for den.",
    "en": "{}: a person must read this licence; the register has no written terms for it.",
}


@click.command("terms")
@click.argument("licence", metavar="LICENCE")
@click.option("--use", "use", type=click.Choice([one.value for one in Use]), help="Only this use.")
@click.option("--language", type=click.Choice(["da", "en"]), default="da", help="Danish or English.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON, in both languages.")
def command(licence: str, use: str | None, language: str, as_json: bool) -> None:
    """Say what one may, must and must not do under LICENCE: an SPDX expression, or NONE for no licence."""
    found = terms(licence)
    if found is None:
        msg = f"{visible(licence, 100)!r} is no SPDX licence expression; write it as in `MPL-2.0` or `MIT OR GPL-2.0-or-later`"
        raise BadInputError(msg)
    uses = (Use(use),) if use else tuple(Use)
    if as_json:
        show_json(terms_json(found, uses))
        return
    for line in _told(found, uses, language):
        click.echo(line)


def _told(found: Terms, uses: tuple[Use, ...], language: str) -> list[str]:
    lines = [found.expression]
    if not found.alternatives:
        lines.append(_PERSON[language].format(found.expression))
    if len(found.alternatives) > 1:
        lines += ["", _CHOOSE[language].format(len(found.alternatives))]
    for number, way in enumerate(found.alternatives, 1):
        if len(found.alternatives) > 1:
            lines += ["", f"({number})"]
        lines += _way(way, uses, language)
    return [*lines, "", NO_FEE.within(language), DISCLAIMER.within(language)]


def _way(way: Alternative, uses: tuple[Use, ...], language: str) -> list[str]:
    lines = [_TOGETHER[language]] if len(way.licences) + len(way.unknown) > 1 else []
    lines += [_PERSON[language].format(visible(name)) for name in way.unknown]
    for licence in way.licences:
        lines += ["", f"{licence.identifier}: {licence.name.within(language)}"]
        for use in uses:
            lines += ["", f"  {use_name(use).within(language)}"]
            for column in Column:
                lines.append(f"    {column_name(column).within(language)}")
                lines += [_line(one, language) for one in licence.uses[use][column]]
    return lines


def _line(one: Statement, language: str) -> str:
    clauses = ", ".join(clause.name.within(language) for clause in one.clauses)
    return f"      - {one.text.within(language)} [{clauses}]"
