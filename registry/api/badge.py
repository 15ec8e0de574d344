# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A badge: one fact of a repository in two words, as a picture for its README. It says no more than is proven."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from registry.api.language import say
from registry.figures import percent
from registry.licences.model import Conclusion, Light, Reason
from registry.pipeline.owned import Answers
from registry.text import visible

_GREY, _BLUE, _GREEN, _YELLOW, _RED = "#5f6368", "#0b5394", "#20652b", "#6d4c00", "#a61b1b"
_LIGHTS: Mapping[Light, str] = {
    Light.GREEN: _GREEN,
    Light.YELLOW: _YELLOW,
    Light.RED: _RED,
    Light.GREY: _GREY,
}
_NARROW, _WIDE = frozenset("iljtfrI.,:;|!'()[] "), frozenset("mwMW%@")
_LONGEST = 60


@dataclass(frozen=True)
class Badge:
    """What stands on the left, on the right, behind which colour, and the whole sentence."""

    label: str
    word: str
    colour: str
    sentence: str


def title_badge(found: Answers | None) -> Badge:
    """Return the badge of title: the documented share and its day; nothing is anybody's before it is proven."""
    label = say("rettigheder", "title")
    if found is None or not found.assessed or found.lines.all.documented is None:
        sentence = say(
            "Rettighederne er ikke vurderet: ingen dokumenter er registreret. Det siger intet for eller imod nogen.",
            "The title is not assessed: no paper is registered. This says nothing for or against anybody.",
        )
        return Badge(label, say("ikke vurderet", "not assessed"), _GREY, sentence)
    documented = percent(found.lines.all.documented, say(",", "."))
    day = found.as_of.isoformat()
    sentence = say(
        f"{documented} af de linjer, nogen kan have rettigheder til, er pr. {day} dokumenteret som OS2's. "
        "Registrets oplysning; dokumenterne afgør.",
        f"{documented} of the lines that somebody can hold are documented as OS2's as of {day}. "
        "The register's information; the papers decide.",
    )
    return Badge(label, say(f"{documented} dokumenteret", f"{documented} documented"), _BLUE, sentence)


def licence_badge(found: Conclusion | None) -> Badge:
    """Return the badge of the licence: what is concluded, or why nothing is."""
    label = say("licens", "licence")
    if found is None or found.reason is Reason.NOT_LOOKED_AT:
        word = say("ikke undersøgt", "not looked at")
        return Badge(
            label, word, _GREY, say("Licensen er ikke undersøgt.", "The licence has not been looked at.")
        )
    word = visible(found.concluded or _why_not(found.reason), _LONGEST)
    sentence = say(
        f"Licens, som registret fandt den i repositoriet: {word}. Licensens tekst afgør.",
        f"Licence as the register found it in the repository: {word}. The text of the licence decides.",
    )
    return Badge(label, word, _LIGHTS[found.light], sentence)


def drawn(badge: Badge) -> str:
    """Return the badge as SVG, with title and description; no font, script or address from elsewhere."""
    left, right = _width(badge.label), _width(badge.word)
    name, sentence = escape(f"{badge.label}: {badge.word}"), escape(badge.sentence)
    style = 'font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle" fill="#fff"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" '
        'role="img" aria-labelledby="t d">'
        f'<title id="t">{name}</title><desc id="d">{sentence}</desc>'
        f'<rect width="{left + 3}" height="20" rx="3" fill="#333"/>'
        f'<rect x="{left}" width="{right}" height="20" rx="3" fill="{badge.colour}"/>'
        f'<rect x="{left}" width="3" height="20" fill="{badge.colour}"/>'
        f"<g {style}>{_text(badge.label, left / 2, left)}{_text(badge.word, left + right / 2, right)}</g></svg>"
    )


def _text(text: str, middle: float, width: int) -> str:
    # whatever font draws it, the text takes the room that it was given
    return f'<text x="{middle:g}" y="14" textLength="{width - 12}">{escape(text)}</text>'


def _width(text: str) -> int:
    return 12 + round(sum(4.2 if one in _NARROW else 10 if one in _WIDE else 7 for one in text))


def _why_not(reason: Reason) -> str:
    if reason is Reason.NONE:
        return say("ingen fundet", "none found")
    return say("modstridende", "contradictory") if reason is Reason.CONTRADICT else say("uklar", "unclear")
