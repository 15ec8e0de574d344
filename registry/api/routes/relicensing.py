# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The route of relicensing: whose consent another licence takes."""

from __future__ import annotations

from registry.api import paging, reading
from registry.api.asked import RelicensingAsked
from registry.api.blueprint import Blueprint
from registry.api.shapes.relicensing import Relicensing
from registry.api.telling import relicensing as told
from registry.api.words import NothingThereError
from registry.connection import now, session
from registry.licences.relicensing.passage import target_of
from registry.pipeline.relicensing import FilePassage, relicensing

blueprint = Blueprint("relicensing", __name__, tag="Relicensing")
_NO_TARGET = (
    "Registret har ingen skrevne vilkår for den licens. Skriv den som EUPL-1.2 eller MIT OR Apache-2.0.",
    "The register has no written terms for that licence. Write it as EUPL-1.2, or MIT OR Apache-2.0.",
)


@blueprint.get("/repositories/<number:number>/relicensing")
@blueprint.input(RelicensingAsked, location="query")
@blueprint.output(Relicensing)
def relicensing_of(number: int, query_data: RelicensingAsked) -> Relicensing:
    """Whose consent it takes, file by file, to pass a repository on under another licence, and whose it does not."""
    reading.read(session(), number)
    target = target_of(query_data.to)
    if target is None:
        raise NothingThereError(*_NO_TARGET)
    as_of, known = reading.days(query_data, now().date())
    found = relicensing(session(), number, target, as_of, known)
    chosen = [one for one in found.files if query_data.outcome in {None, one.outcome}]
    return told.relicensing(found, paging.part(chosen, _by_path, query_data.limit, query_data.cursor))


def _by_path(one: FilePassage) -> bytes:
    return paging.key_of(one.path)
