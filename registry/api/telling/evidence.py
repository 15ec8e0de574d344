# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Evidence told: observations, entries of the log, proofs; nothing of what is not public."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from registry.api import addresses
from registry.api.shapes import evidence as shapes
from registry.api.showing import shown
from registry.evidence.merkle import leaf_hash
from registry.evidence.model import Logged, Observation
from registry.evidence.service import Proof, Signed
from registry.pipeline.public import Hiding, kept_back, public_headers
from registry.text import elsewhere


def observation(one: Observation, body: bytes | None, hiding: Hiding) -> shapes.Observation:
    """Return an observation; `body` is None where its bytes were erased or lost."""
    reason, secret = kept_back(one, body, hiding), hiding.keeps_secret(one, body)
    address = addresses.observation(one.id)
    return shapes.Observation(
        id=one.id,
        kind=shown(one.kind, 60),
        key=None if secret else elsewhere(shown(one.key)),
        source=None if secret else elsewhere(shown(one.source)),
        seen_at=one.seen_at,
        status=one.status,
        headers={} if secret else {shown(n, 80): shown(v) for n, v in public_headers(one.headers).items()},
        sha256=one.digest,
        size=one.size,
        tool=shown(one.tool),
        previous=one.previous,
        log_entry=one.position,
        kept_back=reason,
        bytes_address=None if reason else f"{address}/bytes",
        page=addresses.page(f"e/{one.id}"),
    )


def entry(one: Logged, hiding: Hiding) -> shapes.Entry:
    """Return an entry of the log."""
    return shapes.Entry(**_entry(one, hiding.hides(one)))


def entry_whole(one: Logged, hiding: Hiding, proof: Proof | None) -> shapes.EntryWhole:
    """Return an entry with its exact text and its proof."""
    hidden = hiding.hides(one)
    counted = Counter(table for table, _ in one.rows).most_common()
    return shapes.EntryWhole(
        **_entry(one, hidden),
        leaf=None if hidden else one.leaf.decode(),
        explains=tuple(shapes.ExplainedRows(table=table, count=count) for table, count in counted),
        proof=_proof(proof) if proof else None,
    )


def checkpoint(signed: Signed) -> shapes.Checkpoint:
    """Return the latest checkpoint."""
    return shapes.Checkpoint(
        note=signed.note.decode(),
        origin=signed.origin,
        size=signed.size,
        root=signed.root.hex(),
        signed_at=None if signed.seconds is None else datetime.fromtimestamp(signed.seconds, UTC),
        public_key=signed.verifier,
    )


def _proof(one: Proof) -> shapes.Proof:
    path = tuple(each.hex() for each in one.path)
    return shapes.Proof(index=one.index, size=one.size, path=path, root=one.root.hex())


def _entry(one: Logged, hidden: bool) -> dict[str, Any]:
    return {
        "position": one.position,
        "at": one.at,
        "hidden": hidden,
        "kind": None if hidden else shown(one.kind, 60),
        "about": None if hidden else shown(one.subject),
        "entry": None if hidden else json.loads(one.leaf),
        "leaf_hash": leaf_hash(one.leaf).hex(),
        "address": addresses.entry(one.position),
        "page": addresses.page(f"log/{one.position}"),
    }
