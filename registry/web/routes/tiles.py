# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The log for machines: checkpoint and tiles where C2SP tlog-tiles has them, below /tlog, in no language.

Whoever keeps checkpoints reads them here, and checks with any client of such logs. An entry bundle in which one
entry is not public is not handed out; the hashes of all its entries are.
"""

from __future__ import annotations

from flask import Blueprint, Response

from registry.connection import session, settings
from registry.errors import DamagedError, RegistryError
from registry.evidence import service as evidence
from registry.pipeline.evidence import places_of
from registry.pipeline.public import hidden, hides_of
from registry.web import addresses
from registry.web.security import RAW_POLICY

blueprint = Blueprint("tiles", __name__, url_prefix=addresses.TILES)
_WEEK = "public, max-age=604800, immutable"
_DAMAGED = "the checkpoint kept here, or its keys, are not as the register left them; tell whoever runs it"


@blueprint.get("/checkpoint")
def checkpoint() -> Response:
    """The latest checkpoint, a signed note."""
    try:
        signed = evidence.signed(places_of(settings()))
    except DamagedError:
        return _said(500, _DAMAGED)
    if signed is None:
        return _said(404, "no checkpoint is signed yet")
    return _bytes(signed.note, "text/plain; charset=utf-8", "no-cache")


@blueprint.get("/tile/<any_path:rest>")
def tile(rest: str) -> Response:
    """A tile of hashes, or a bundle of entries."""
    try:
        found = evidence.tile_at(places_of(settings()), f"tile/{rest}")
    except DamagedError:
        return _said(500, _DAMAGED)
    except RegistryError as error:
        return _said(404, str(error))
    if found.entries and hides_of(hidden(session()), found.data):
        sentence = (
            "an entry of this bundle is not public; its hashes and their proofs are, in the tile of level 0"
        )
        return _said(404, sentence)
    return _bytes(found.data, "application/octet-stream", _WEEK if not found.entries else "no-cache")


def _bytes(data: bytes, media: str, keep: str) -> Response:
    response = Response(data, content_type=media)
    response.headers["Cache-Control"] = keep
    response.headers["Content-Security-Policy"] = RAW_POLICY
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _said(status: int, sentence: str) -> Response:
    return Response(f"{sentence}\n", status, content_type="text/plain; charset=utf-8")
