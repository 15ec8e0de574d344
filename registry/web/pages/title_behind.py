# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The title behind a licence: who could give it, and how sure that is. A licence moves no title, and needs one."""

from __future__ import annotations

from collections.abc import Sequence

from registry.ownership.answers import State
from registry.pipeline.owned import InShort
from registry.web.language import day, gettext, ngettext, percent
from registry.web.masking import shown
from registry.web.signs import Colour, Fact, Sign, title_sign


def title_behind(known: InShort | None) -> Sign:
    """Return what is known of the title; without a registered paper it is not assessed, which is no state."""
    if known is None or not known.assessed:
        return title_sign()
    documented = percent(_share(known, State.DOCUMENTED))
    return Sign(Fact.TITLE, Colour.NONE, _word(documented), _sentence(known, documented))


def title_in_short(known: InShort | None) -> Sign:
    """Return the same without its sentence, for a row among hundreds that has no room for it."""
    if known is None or not known.assessed:
        return title_sign()
    return Sign(Fact.TITLE, Colour.NONE, _word(percent(_share(known, State.DOCUMENTED))), "")


def title_together(parts: Sequence[InShort | None]) -> Sign:
    """Return the title of several repositories added up; those that are not assessed are left out, and counted."""
    assessed = [one for one in parts if one is not None and one.assessed]
    if not assessed:
        return title_sign()
    if len(parts) == 1:
        return title_behind(assessed[0])
    total = sum(one.lines.claimable for one in assessed)
    documented = sum(one.lines.by_state.get(State.DOCUMENTED, 0) for one in assessed)
    share = percent(documented / total if total else 0.0)
    sentence = gettext(
        "As of %(day)s: %(documented)s of the lines that somebody can hold are documented as OS2's. "
        "See each repository for the rest.",
        day=day(assessed[0].as_of),
        documented=share,
    )
    return Sign(
        Fact.TITLE,
        Colour.NONE,
        _word(share),
        sentence + _not_assessed(len(parts) - len(assessed)),
    )


def title_said(sign: Sign) -> str:
    """Return the title in one short sentence, for the answer at the head of a page."""
    if sign.colour is Colour.GREY:
        return gettext("The title is not assessed: no paper is registered.")
    return gettext("Title: %(title)s as OS2's.", title=sign.word)


def _not_assessed(count: int) -> str:
    if not count:
        return ""
    return " " + ngettext(
        "%(count)s of the repositories is not assessed, and not counted.",
        "%(count)s of the repositories are not assessed, and not counted.",
        count,
    )


def _word(share: str) -> str:
    return gettext("%(share)s documented", share=share)


def _sentence(known: InShort, documented: str) -> str:
    sentence = gettext(
        "As of %(day)s: %(documented)s of the lines that somebody can hold are documented as OS2's, "
        "%(claimed)s are likely to be, %(disputed)s are disputed.",
        day=day(known.as_of),
        documented=documented,
        claimed=percent(_share(known, State.CLAIMED)),
        disputed=percent(_share(known, State.DISPUTED)),
    )
    holders = _holders(known)
    return sentence + (
        " " + gettext("By the papers most lines lead, proven or not, to: %(holders)s.", holders=holders)
        if holders
        else ""
    )


def _holders(known: InShort) -> str:
    """The holders of most lines, joint ones together."""
    return "; ".join(shown(" + ".join(one.names), 200) for one in known.holders)


def _share(known: InShort, state: State) -> float:
    total = known.lines.claimable
    return known.lines.by_state.get(state, 0) / total if total else 0.0
