# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The words of the log: what each kind of event is called."""

from __future__ import annotations

from registry.web.language import N_, gettext
from registry.web.masking import shown

_KINDS = {
    "custody.administrators": N_("administrators observed"),
    "custody.first_seen": N_("repository seen for the first time"),
    "custody.labelled": N_("repository taken in from a folder"),
    "custody.moved": N_("repository moved or renamed"),
    "custody.named": N_("name of a repository recorded"),
    "custody.observed": N_("state of a repository observed"),
    "custody.organisation": N_("stated whose an organisation is"),
    "evidence.blob_back": N_("lost evidence is there again"),
    "evidence.blob_lost": N_("evidence found missing or damaged"),
    "evidence.erased": N_("evidence erased"),
    "evidence.observed": N_("evidence kept"),
    "evidence.sealed": N_("digest of computed figures recorded"),
    "facts.imported": N_("facts and papers recorded"),
    "governance.product": N_("product recorded"),
    "governance.product_withdrawn": N_("product withdrawn"),
    "harvest.ended": N_("harvest ended"),
    "harvest.result": N_("result of a harvest"),
    "harvest.started": N_("harvest begun"),
    "licences.concluded": N_("licence concluded"),
    "log.clock_set_right": N_("clock set right"),
    "log.key_made": N_("key of the log made"),
    "log.key_rotated": N_("key of the log replaced"),
    "provenance.decided": N_("decision on origin recorded"),
    "provenance.identified": N_("people in git recorded, without their names"),
    "provenance.looked_through": N_("decision on a change to be looked through recorded"),
    "provenance.read": N_("content of a repository read"),
    "provenance.ruled": N_("decision on a delivery in bulk recorded"),
}


def event_name(kind: str) -> str:
    """Return what a kind of event is called; one without a word keeps its own name."""
    word = _KINDS.get(kind)
    return gettext(word) if word else shown(kind, 60)
