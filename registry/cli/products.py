# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry products`: list the products, state one, give it a repository, read many from a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from registry.cli.given import read_given
from registry.cli.opening import open_register
from registry.cli.showing import show_json, show_table
from registry.governance import service as governance
from registry.governance.model import Level, Product
from registry.settings import Settings

_LARGEST = 1024 * 1024
_DAY = click.DateTime(["%Y-%m-%d"])


@click.group("products", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """List the products and the repositories they are made of."""
    if ctx.invoked_subcommand is not None:
        return
    register = open_register(ctx.obj)
    with register.sessions() as session:
        known = governance.products(session)
    if as_json:
        show_json([_as_json(one) for one in known])
        return
    rows = [
        (one.slug, one.name_da, one.level, ", ".join(part.full_name for part in one.parts)) for one in known
    ]
    show_table(("slug", "name", "level", "repositories"), rows)


@command.command("state")
@click.argument("slug")
@click.option("--name-da", required=True)
@click.option("--name-en", required=True)
@click.option("--level", type=click.Choice([str(one) for one in Level]), default=str(Level.UNSTATED))
@click.option("--contact-role", default="", help="A role, never a person.")
@click.option("--contact-organisation", default="")
@click.pass_obj
def state(
    settings: Settings,
    slug: str,
    name_da: str,
    name_en: str,
    level: str,
    contact_role: str,
    contact_organisation: str,
) -> None:
    """State a product, new or anew; its repositories stay."""
    register = open_register(settings)
    with register.sessions.begin() as session:
        before = {one.slug: one for one in governance.products(session)}.get(slug)
        stated = Product(
            slug=slug,
            name_da=name_da,
            name_en=name_en,
            level=Level(level),
            parts=before.parts if before else (),
            contact_role=contact_role,
            contact_organisation=contact_organisation,
        )
        governance.state(session, stated, register.clock())


@command.command("add")
@click.argument("slug")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--since", type=_DAY, help="The first day on which it belonged to the product.")
@click.pass_obj
def add(settings: Settings, slug: str, full_name: str, since: datetime | None) -> None:
    """Add a repository to a product."""
    register = open_register(settings)
    with register.sessions.begin() as session:
        stated = governance.product(session, slug)
        more = governance.with_part(stated, full_name, since.date() if since else None)
        governance.state(session, more, register.clock())


@command.command("remove")
@click.argument("slug")
@click.argument("full_name", metavar="OWNER/NAME")
@click.option("--until", type=_DAY, required=True, help="The last day on which it belonged to the product.")
@click.pass_obj
def remove(settings: Settings, slug: str, full_name: str, until: datetime) -> None:
    """State the last day of a repository in a product; the record of it stays."""
    register = open_register(settings)
    with register.sessions.begin() as session:
        stated = governance.product(session, slug)
        less = governance.without_part(stated, full_name, until.date())
        governance.state(session, less, register.clock())


@command.command("withdraw")
@click.argument("slug")
@click.pass_obj
def withdraw(settings: Settings, slug: str) -> None:
    """State that a product is no longer listed."""
    register = open_register(settings)
    with register.sessions.begin() as session:
        governance.withdraw(session, slug, register.clock())


@command.command("read")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def read(settings: Settings, file: Path) -> None:
    """State every product of a YAML file; all of them or, where there is a mistake, none."""
    stated = governance.read_products(read_given(file, _LARGEST, "products"))
    register = open_register(settings)
    with register.sessions.begin() as session:
        changed = sum(governance.state(session, one, register.clock()) for one in stated)
    click.echo(f"{changed} of {len(stated)} products changed")


def _as_json(one: Product) -> dict[str, object]:
    return {
        "slug": one.slug,
        "name": {"da": one.name_da, "en": one.name_en},
        "level": one.level,
        "repositories": [
            {
                "name": part.full_name,
                "from": part.since.isoformat() if part.since else None,
                "until": part.until.isoformat() if part.until else None,
            }
            for part in one.parts
        ],
        "contact": {"role": one.contact_role, "organisation": one.contact_organisation},
    }
