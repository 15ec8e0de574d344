# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Words: reasons, notes and remarks of licence facts, one sentence each, in Danish and English."""

from __future__ import annotations

from typing import Literal

from registry.licences.model import Note, Reason, Remarkable

Language = Literal["da", "en"]

_REASONS: dict[Reason, tuple[str, str]] = {
    Reason.AGREE: (
        "Kilderne er enige om en licens, som OS2's politik tillader.",
        "The sources agree on a licence that OS2's policy allows.",
    ),
    Reason.AGREE_OUTSIDE: (
        "Kilderne er enige, men om en licens uden for OS2's politik.",
        "The sources agree, but on a licence outside OS2's policy.",
    ),
    Reason.README_ONLY: (
        "Kun README nævner en licens; selve licensteksten mangler.",
        "Only the README names a licence; the licence text itself is missing.",
    ),
    Reason.HEADERS_ONLY: (
        "Kun de enkelte filer angiver en licens, og de er enige; en licensfil i roden mangler.",
        "Only single files state a licence, and they agree; a licence file at the root is missing.",
    ),
    Reason.FEW_HEADERS: (
        "Kun nogle få filer angiver en licens, og intet gælder hele repositoriet.",
        "Only a few files state a licence, and nothing speaks of the whole repository.",
    ),
    Reason.CONTRADICT: (
        "Kilderne modsiger hinanden; stederne står nedenfor.",
        "The sources contradict each other; the places are listed below.",
    ),
    Reason.NONE: (
        "Ingen licens fundet: ingen tilladelse ud over lovens; spørg OS2.",
        "No licence found: no permission beyond the statute; ask OS2.",
    ),
    Reason.NEEDS_PERSON: (
        "Det fundne skal læses af et menneske, før der kan konkluderes.",
        "What was found must be read by a person before anything follows from it.",
    ),
    Reason.THEME: (
        "Licensfilen ser ud til at være temaets og ikke dokumentationens; et menneske skal afgøre det.",
        "The licence file looks like the theme's and not the documentation's; a person must decide.",
    ),
    Reason.GITHUB_ONLY: (
        "Kun GitHub mener at kende licensen; i filerne er den ikke fundet.",
        "Only GitHub thinks that it knows the licence; it was not found in the files.",
    ),
    Reason.BOUGHT_PART: (
        "Kilderne er enige, men dele af repositoriet er købt eller lukket.",
        "The sources agree, but parts of the repository are bought or closed.",
    ),
    Reason.DECIDED: (
        "Et menneske har konkluderet det; hvem, hvornår og hvorfor står nedenfor.",
        "A person has concluded it; who, when and why is told below.",
    ),
    Reason.NOT_LOOKED_AT: ("Licensen er ikke undersøgt.", "The licence has not been looked at."),
}
_NOTES: dict[Note, tuple[str, str]] = {
    Note.LATER_UNSAID: (
        "nævner en version, men ikke om senere versioner må bruges",
        "names a version, but not whether later ones may be used",
    ),
    Note.NAMED_ONLY: ("nævner licensen uden at gengive den", "names the licence without its text"),
    Note.SEVERAL_TEXTS: (
        "indeholder flere licenser uden at sige, hvordan de forholder sig",
        "holds several licences and does not say how they relate",
    ),
    Note.MORE_TEXT: ("siger mere end licensens tekst", "says more than the licence's text"),
    Note.CHANGED_TEXT: ("ligner en licens, men er ændret", "resembles a licence, but is changed"),
    Note.KNOWN_WORDING: (
        "licensen i en kendt ordlyd, der afviger fra SPDX' og siger det samme",
        "the licence in a known wording that differs from SPDX's and says the same",
    ),
    Note.UNKNOWN_TEXT: ("en tekst, der ikke er genkendt", "a text that was not recognised"),
    Note.POINTER: ("henviser til en anden fil", "points to another file"),
    Note.LINK: ("linker til en licensfil", "links to a licence file"),
    Note.BINARY: ("ikke læst: binær fil", "not read: a binary file"),
    Note.PDF: ("ikke læst: PDF", "not read: a PDF"),
    Note.HTML: ("læst som tekst uden HTML-mærker", "read as text without its HTML tags"),
    Note.TOO_LARGE: ("ikke læst: filen er for stor", "not read: the file is too large"),
    Note.ABSENT: (
        "ikke læst: registrets kopi indeholder ikke filen",
        "not read: the register's copy does not hold the file",
    ),
    Note.EMPTY: ("filen er tom", "the file is empty"),
    Note.UNPARSABLE: (
        "kan ikke læses som det, filen giver sig ud for",
        "cannot be read as what it claims to be",
    ),
    Note.REFUSED: (
        "afvist: filen kan udtømme maskinen, når den læses",
        "refused: reading the file could exhaust the machine",
    ),
    Note.INVALID_EXPRESSION: ("er ikke et SPDX-udtryk", "is no SPDX expression"),
    Note.VERSION_MISSING: ("nævner en licens uden version", "names a licence without its version"),
    Note.NPM_DEFAULT: (
        "ISC er, hvad npm selv skriver; det er måske ingens beslutning",
        "ISC is what npm writes by itself; it may be nobody's decision",
    ),
    Note.PROPRIETARY: ("ikke åben", "not open"),
    Note.TEXT_ON_HAND: (
        "en licenstekst, som andre filer henviser til",
        "a licence text that other files refer to",
    ),
}
_REMARKS: dict[Remarkable, tuple[str, str]] = {
    Remarkable.DEAD_LINK: ("henviser til en fil, der ikke findes", "refers to a file that is not there"),
    Remarkable.NESTED: (
        "en mappe med sin egen licens, der ikke er hele repositoriets",
        "a folder with a licence of its own that is not the whole repository's",
    ),
    Remarkable.BOUGHT: ("en købt eller lukket del", "a bought or closed part"),
    Remarkable.OTHER_HEADER: (
        "enkelte filer under en anden licens, der ikke modsiger helhedens",
        "single files under another licence that does not contradict the whole's",
    ),
    Remarkable.UNREAD: ("skal læses af et menneske", "must be read by a person"),
}


def reason(code: Reason, language: Language = "da") -> str:
    """Return why a conclusion is what it is, as a sentence."""
    return _REASONS[code][language == "en"]


def note(code: Note, language: Language = "da") -> str:
    """Return what must be known of how a statement was read, as half a sentence."""
    return _NOTES[code][language == "en"]


def remark(code: Remarkable, language: Language = "da") -> str:
    """Return what a remark says, as half a sentence."""
    return _REMARKS[code][language == "en"]
