# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of evidence: observations and their bytes, the log with its proofs, the checkpoint."""

from __future__ import annotations

from flask import Response

from registry.api import paging
from registry.api.asked import LogAsked
from registry.api.blueprint import Blueprint
from registry.api.described import media
from registry.api.shapes import evidence as shapes
from registry.api.telling import evidence as told
from registry.api.words import NothingThereError
from registry.connection import session, settings
from registry.errors import DamagedError, NotFoundError, RegistryError
from registry.evidence import service as evidence
from registry.evidence.model import Logged, Observation, Position
from registry.evidence.service import Proof
from registry.pipeline.evidence import places_of
from registry.pipeline.public import hidden, kept_back, masked_bytes

blueprint = Blueprint("evidence", __name__, tag="Evidence")
_NO_BYTES = (
    "Indholdet er ikke offentligt eller ikke ved hånden. Dets fingeraftryk er offentligt.",
    "The bytes are not public, or not at hand. Their digest is public.",
)
_NO_CHECKPOINT = ("Intet kontrolpunkt er underskrevet endnu.", "No checkpoint is signed yet.")


@blueprint.get("/observations/<number:number>")
@blueprint.output(shapes.Observation)
def observation(number: int) -> shapes.Observation:
    """One thing that was seen: what, where, when, and the digest of its exact bytes."""
    seen = evidence.observation(session(), number)
    return told.observation(seen, _body(seen), hidden(session()))


@blueprint.get("/observations/<number:number>/bytes")
@blueprint.doc(responses=media("application/octet-stream"))
def observed_bytes(number: int) -> Response:
    """The bytes as they were seen, addresses masked; the digest is that of the bytes before masking."""
    seen = evidence.observation(session(), number)
    body = _body(seen)
    if body is None or kept_back(seen, body, hidden(session())) is not None:
        raise NothingThereError(*_NO_BYTES)
    return Response(masked_bytes(body), mimetype="application/octet-stream")


@blueprint.get("/log")
@blueprint.input(LogAsked, location="query")
@blueprint.output(shapes.Entries)
def log(query_data: LogAsked) -> shapes.Entries:
    """The register's log, newest first; all of it, or what is about one thing."""
    limit, cursor, about = query_data.limit, query_data.cursor, query_data.about
    if about:
        part = paging.part(evidence.events_of(session(), about), _newest_first, limit, cursor)
    else:
        before = paging.number_of(cursor) if cursor else None
        latest = evidence.latest(session(), limit + 1, None if before is None else -before)
        part = paging.cut(latest, _newest_first, limit)
    hiding = hidden(session())
    return shapes.Entries(
        size=evidence.size(session()),
        items=tuple(told.entry(one, hiding) for one in part.members),
        next=part.following,
    )


@blueprint.get("/log/<number:position>")
@blueprint.output(shapes.EntryWhole)
def entry(position: int) -> shapes.EntryWhole:
    """One entry, with the proof that it stands under the latest checkpoint."""
    one = evidence.event(session(), position)
    return told.entry_whole(one, hidden(session()), _proof(position))


@blueprint.get("/log/checkpoint")
@blueprint.output(shapes.Checkpoint)
def checkpoint() -> shapes.Checkpoint:
    """The checkpoint that was signed over the log last."""
    signed = evidence.signed(places_of(settings()))
    if signed is None:
        raise NothingThereError(*_NO_CHECKPOINT)
    return told.checkpoint(signed)


def _newest_first(one: Logged) -> bytes:
    return paging.key_of(-one.position)


def _proof(position: int) -> Proof | None:
    try:
        return evidence.proof(session(), places_of(settings()), Position(position))
    except (NotFoundError, DamagedError):
        return None


def _body(seen: Observation) -> bytes | None:
    try:
        return evidence.body(settings().blobs, seen)
    except (OSError, RegistryError):
        return None
