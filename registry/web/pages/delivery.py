# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A delivery: what an answer card lists to be taken along, and the parts for which it does not answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.governance.model import Product
from registry.licences.apart import apart
from registry.licences.conclusions import NOT_LOOKED_AT
from registry.licences.model import Kind, Source
from registry.licences.service import Kept
from registry.licences.terms.model import NO_LICENCE, Terms, Use
from registry.pipeline.owned import Answers
from registry.web import addresses
from registry.web.language import gettext
from registry.web.masking import shown, shown_path
from registry.web.pages.notices import MOST_SHOWN, NoticeRow, Notices
from registry.web.pages.origins import source_address
from registry.web.pages.terms_columns import asks_for_source

_MOST_HOLDERS = 3
_ADDRESS = re.compile(r"<|https?://")


@dataclass(frozen=True)
class Material:
    """What the stages know that a card needs."""

    repository: Repository
    products: Sequence[Product]
    kept: Kept | None
    notices: Notices
    answers: Answers | None = None


@dataclass(frozen=True)
class PartRow:
    """A licence of parts that the repository's does not reach: its first place, and in how many it stands."""

    expression: str
    place: str
    href: str
    places: int


@dataclass(frozen=True)
class Delivery:
    """What goes into the delivery: notices, lines to copy, and the source offer where one is asked for."""

    texts: tuple[tuple[str, str], ...]
    own: tuple[NoticeRow, ...]
    foreign: tuple[NoticeRow, ...]
    more: int
    attribution: str
    source_offer: str
    source_for_copies: str
    apart: tuple[PartRow, ...]


def delivery(known: Material, found: Terms | None, use: Use | None) -> Delivery:
    """Return what goes along with a use under these terms."""
    own, foreign = known.notices.own, known.notices.foreign
    offer = _source_offer(known)
    asked = bool(found and use and asks_for_source(found, use))
    copies = bool(found and asks_for_source(found, Use.DISTRIBUTE))
    return Delivery(
        texts=_texts(known),
        own=own[:MOST_SHOWN],
        foreign=foreign[:MOST_SHOWN],
        more=max(len(own) - MOST_SHOWN, 0) + max(len(foreign) - MOST_SHOWN, 0),
        attribution=_attribution(known, found),
        source_offer=offer if asked else "",
        source_for_copies=offer if use is Use.HOST and not asked and copies else "",
        apart=_apart(known),
    )


def _texts(known: Material) -> tuple[tuple[str, str], ...]:
    """Where the licence's text stands in the repository itself, for copying along."""
    base = addresses.repository(known.repository.id, known.repository.full_name)
    sources = known.kept.conclusion.sources if known.kept else ()
    paths = dict.fromkeys(one.path for one in sources if one.kind is Kind.LICENCE_FILE and one.path)
    return tuple((shown_path(path), f"{base}/file/{addresses.path(path)}") for path in paths)


def _apart(known: Material) -> tuple[PartRow, ...]:
    """Return the licences of third-party components, of folders with one of their own, of files that name another."""
    base = addresses.repository(known.repository.id, known.repository.full_name)
    together: dict[str, list[Source]] = {}
    concluded = known.kept.conclusion if known.kept else NOT_LOOKED_AT
    files = apart(concluded).files
    for one in (*concluded.third_party, *(one for one in concluded.sources if one.path in files)):
        if one.expression:
            together.setdefault(one.expression, []).append(one)
    return tuple(
        PartRow(
            shown(expression),
            shown_path(found[0].path),
            f"{base}/file/{addresses.path(found[0].path)}#L{found[0].line}",
            len({one.path for one in found}),
        )
        for expression, found in together.items()
    )


def _attribution(known: Material, found: Terms | None) -> str:
    """A line that names work, holders, licence and place; "" where there is no licence to name."""
    if found is None or found.expression == NO_LICENCE:
        return ""
    named = dict.fromkeys(_ADDRESS.split(one)[0].strip(" ,.") or one for one in known.notices.holders)
    holders = ", ".join([*named][:_MOST_HOLDERS])
    parts = (shown(known.repository.full_name), holders, found.expression, source_address(known.repository))
    return ". ".join(filter(None, parts))


def _source_offer(known: Material) -> str:
    name, place = shown(known.repository.full_name), source_address(known.repository)
    commit = known.kept.commit if known.kept else ""
    if not place:
        return gettext(
            "Say where the source code of %(repository)s (change %(commit)s) can be had: "
            "the register has not seen it at a public address.",
            repository=name,
            commit=commit,
        )
    return gettext(
        "The source code of %(repository)s is available at %(place)s (change %(commit)s).",
        repository=name,
        place=place,
        commit=commit,
    )
