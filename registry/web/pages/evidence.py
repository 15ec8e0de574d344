# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An evidence item: what was seen, where and when, with the digest of its exact bytes; addresses masked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from registry.evidence.model import Observation
from registry.pipeline.public import Hiding, KeptBack, kept_back, masked_bytes, public_headers
from registry.text import elsewhere
from registry.web import addresses
from registry.web.language import day, gettext, moment, number
from registry.web.masking import shown
from registry.web.pages import words
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.lines import decoded

_SHOWN_BYTES = 4000


@dataclass(frozen=True)
class EvidencePage:
    """One observation; `raw` is "" where its bytes are not public, and `hidden` then says why."""

    frame: Frame
    details: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    previous: str
    previous_number: int | None
    raw: str
    hidden: str
    beginning: str
    cut: bool


def evidence_page(seen: Observation, body: bytes | None, hiding: Hiding) -> EvidencePage:
    """Return the page of an observation; `body` is None where its bytes were erased or lost."""
    hidden = why_not_public(seen, body, hiding)
    secret = hiding.keeps_secret(seen, body)
    title = gettext("Evidence no. %(number)s", number=seen.id)
    text = decoded(masked_bytes(body)) if body is not None and not hidden else ""
    return EvidencePage(
        frame=Frame(
            title,
            gettext("Seen on %(day)s at %(source)s.", day=day(seen.seen_at), source=_source(seen, secret)),
            way(Crumb(title)),
            log=addresses.log(seen.position),
        ),
        details=_details(seen, secret),
        headers=_headers(seen.headers),
        previous=addresses.evidence(seen.previous) if seen.previous else "",
        previous_number=seen.previous,
        raw="" if hidden else f"{addresses.evidence(seen.id)}/raw",
        hidden=hidden,
        beginning="\n".join(shown(line, 1000) for line in text[:_SHOWN_BYTES].split("\n")),
        cut=len(text) > _SHOWN_BYTES,
    )


def why_not_public(seen: Observation, body: bytes | None, hiding: Hiding) -> str:
    """Return why the bytes of an observation are not shown, or ""."""
    match kept_back(seen, body, hiding):
        case KeptBack.NOT_AT_HAND:
            return gettext(
                "The bytes are not at hand: they were erased, or the register's folder of evidence is damaged."
            )
        case KeptBack.FOR_STAFF:
            return gettext(
                "The bytes are not public: papers, and who worked where, are for signed-in staff. Their digest is shown."
            )
        case KeptBack.PRIVATE_REPOSITORIES:
            return gettext(
                "The bytes are not public: they tell of private repositories. Their digest is shown."
            )
        case KeptBack.CPR:
            return gettext(
                "The bytes are not public: they seem to hold a civil registration number (CPR). Their "
                "digest is shown."
            )
        case None:
            return ""


def _source(seen: Observation, secret: bool) -> str:
    # the address of a private repository's answer names it
    return gettext("a source that is not public") if secret else elsewhere(shown(seen.source))


def _details(seen: Observation, secret: bool) -> tuple[tuple[str, str], ...]:
    rows = (
        (
            gettext("What"),
            words.evidence_kind(seen.kind)
            if secret
            else f"{words.evidence_kind(seen.kind)}: {shown(seen.key)}",
        ),
        (gettext("Source"), _source(seen, secret)),
        (gettext("Time"), moment(seen.seen_at)),
        (gettext("Answer's status"), "" if seen.status is None else str(seen.status)),
        (gettext("Size"), gettext("%(count)s bytes", count=number(seen.size))),
        (gettext("Digest (SHA-256) of the exact bytes"), seen.digest),
        (gettext("Seen by"), shown(seen.tool)),
        (gettext("Place in the register's log"), str(seen.position)),
    )
    return tuple((name, value) for name, value in rows if value)


def _headers(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((shown(name, 80), shown(str(value))) for name, value in public_headers(headers).items())
