# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The route of the API's first address."""

from __future__ import annotations

from registry.api import addresses, description
from registry.api.blueprint import Blueprint
from registry.api.language import say
from registry.api.shapes.start import Start

blueprint = Blueprint("start", __name__, tag="Start")


@blueprint.get("/")
@blueprint.output(Start)
def start() -> Start:
    """Where everything is."""
    root = addresses.ROOT
    return Start(
        name=say("OS2's ejerskabsregister", "OS2 ownership register"),
        version=description.VERSION,
        description=description.PATH,
        documentation=addresses.page("api"),
        repositories=f"{root}/repositories",
        products=f"{root}/products",
        organisations=f"{root}/organisations",
        licences=f"{root}/licences",
        parties=f"{root}/parties",
        harvests=f"{root}/harvests",
        log=f"{root}/log",
        checkpoint=f"{root}/log/checkpoint",
        information=say(
            "Oplysninger, ikke juridisk rådgivning: dokumentet, eller licensens tekst, afgør.",
            "Information, no legal advice: the paper, or the text of the licence, decides.",
        ),
    )
