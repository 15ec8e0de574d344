# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Which lines a page of title is about: in words, and as what an address asks for."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from registry.errors import BadInputError
from registry.ownership.answers import Break, State, Weak
from registry.pipeline.only import Only
from registry.web.language import gettext
from registry.web.pages.title_words import break_sentence, state_word, weak_words

_NOBODY = "nobody"
_KINDS = {"code": True, "documentation": False}


def read_only(arguments: MultiDict[str, str]) -> Only:
    """Return the lines that an address asks for; raises BadInputError for words that the register does not know."""
    try:
        holders = tuple(one for one in arguments.getlist("holder") if one != _NOBODY)
        return Only(
            state=State(arguments["state"]) if arguments.get("state") else None,
            holders=holders if arguments.get("holder") else None,
            broken=Break(arguments["break"]) if arguments.get("break") else None,
            weak=Weak(arguments["weak"]) if arguments.get("weak") else None,
            by_method=arguments.get("method") == "decides",
            code=_KINDS[arguments["kind"]] if arguments.get("kind") else None,
        )
    except (ValueError, KeyError):
        raise BadInputError(
            gettext("The address names a state of the title that the register does not know.")
        ) from None


def asked_by(only: Only) -> list[tuple[str, str]]:
    """Return the lines as what an address asks for."""
    holders = [("holder", one) for one in (only.holders or (_NOBODY,))] if only.holders is not None else []
    single = (
        ("state", only.state),
        ("break", only.broken),
        ("weak", only.weak),
        ("method", "decides" if only.by_method else None),
        ("kind", next((name for name, code in _KINDS.items() if code is only.code), None)),
    )
    return holders + [(name, str(value)) for name, value in single if value]


def address_of(href: str, only: Only) -> str:
    """Return an address with these lines in it."""
    return f"{href}?{urlencode(asked_by(only))}" if only.limits else href


def only_words(only: Only, names: Sequence[str] = ()) -> str:
    """Return the lines in a few words; `names` are those of the holders."""
    told = []
    if only.holders is not None:
        told.append(gettext("Holder: %(names)s", names=" + ".join(names) or gettext("nobody who is known")))
    if only.state is not None:
        told.append(state_word(only.state))
    if only.broken is not None:
        told.append(break_sentence(only.broken).rstrip("."))
    if only.weak is not None:
        told.append(weak_words(only.weak))
    if only.code is not None:
        told.append(gettext("code") if only.code else gettext("documentation"))
    if only.by_method:
        told.append(gettext("whose it is depends on which change counts"))
    return "; ".join(told)
