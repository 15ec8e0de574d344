# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The table of origins: which signs there are, what each says in words, and which two of them suffice.

A file is taken out of the count only by two signs of different families that stand together in `PAIRS`, or by
a person. Names and claims (a folder called vendor, a pushed attribute) are made by whoever may push: two of
them are never enough.
"""

from __future__ import annotations

from dataclasses import dataclass

from registry.provenance.model import Origin, Words

SIGNS = {
    # about a folder, and all below it
    "place": Words(
        "ligger i {place}, en mappe til andres komponenter",
        "lies in {place}, a folder for others' components",
    ),
    "licence": Words(
        "{place} har en licenstekst med en anden rettighedshaver",
        "{place} has a licence text of another holder",
    ),
    "component": Words(
        "{place} har sin egen licenstekst eller pakkebeskrivelse",
        "{place} has a licence text or package description of its own",
    ),
    "package": Words("{place} er en pakke fra {detail}", "{place} is a package that comes from {detail}"),
    "release": Words(
        "{place} bærer en pakketjenestes stempel", "{place} bears the stamp of a packaging service"
    ),
    "tree": Words("hører til {detail} i {place}", "belongs to {detail} in {place}"),
    # about the file itself
    "library": Words("har en kendt komponents navn", "has the name of a well-known component"),
    "banner": Words(
        "begynder med en anden komponents mærke: {detail}", "starts with another component's banner: {detail}"
    ),
    "notice": Words(
        "har en licensangivelse med en anden rettighedshaver: {detail}",
        "has a licence notice of another holder: {detail}",
    ),
    "home": Words(
        "hedder som projektet {detail}, som den selv henviser til",
        "is called as the project {detail} that it links to",
    ),
    "namespace": Words("hører til et andet navnerum ({detail})", "belongs to another namespace ({detail})"),
    "translation": Words("er oversat af et fælles oversætterhold", "was translated by a community's team"),
    "release_name": Words(
        "har en udgave af en komponent i navnet", "carries a component's release in its name"
    ),
    "compiled": Words("er et oversat program", "is a compiled program"),
    "font": Words("er en skrifttype", "is a typeface"),
    "minified_name": Words("har navn som en komprimeret fil", "is named as a minified file"),
    "minified": Words(
        "er komprimeret, så ingen kan have skrevet den sådan", "is minified: nobody writes lines like these"
    ),
    "mark": Words("siger, at et værktøj har skrevet den", "says that a tool wrote it"),
    "warning": Words("siger, at ingen må rette i den", "says that nobody should edit it"),
    "shape": Words(
        "har en form, som kun et værktøj giver ({detail})", "has a shape that only a tool gives ({detail})"
    ),
    "generated_name": Words(
        "har navn som en fil, et værktøj skriver", "is named as a file that a tool writes"
    ),
    "output": Words(
        "ligger i {place}, en mappe til det, der bygges", "lies in {place}, a folder for what is built"
    ),
    "source": Words("er komprimeret af {place} ved siden af", "is minified from {place} beside it"),
    # what a pushed attribute says
    "vendored": Words("er i repositoriet mærket som andres", "is marked as others' in the repository"),
    "generated": Words("er i repositoriet mærket som genereret", "is marked as generated in the repository"),
}
"""What each family of signs says of a file."""


@dataclass(frozen=True)
class Pair:
    """Two families that together give an origin; `within`: the second must be seen in or below the first's folder."""

    origin: Origin
    first: str
    second: str
    within: bool = False


def _pairs(origin: Origin, first: str, seconds: str, *, within: bool = False) -> tuple[Pair, ...]:
    return tuple(Pair(origin, first, second, within) for second in seconds.split())


_THIRD, _MADE = Origin.THIRD_PARTY, Origin.GENERATED
PAIRS = (
    *_pairs(_THIRD, "release", "licence component package place"),
    *_pairs(_THIRD, "tree", "licence component release"),
    *_pairs(_THIRD, "place", "licence component package", within=True),
    *_pairs(_THIRD, "place", "banner notice home compiled"),
    *_pairs(_THIRD, "namespace", "banner home"),
    *_pairs(_THIRD, "translation", "release_name"),
    *_pairs(_THIRD, "package", "licence", within=True),
    *_pairs(_THIRD, "font", "licence component"),
    *_pairs(_THIRD, "library", "banner minified home compiled"),
    *_pairs(_MADE, "generated_name", "shape mark warning compiled"),
    *_pairs(_MADE, "mark", "warning shape output"),
    *_pairs(_MADE, "shape", "output warning"),
    *_pairs(_MADE, "generated", "mark shape"),
    *_pairs(_MADE, "source", "minified"),
    *_pairs(_MADE, "output", "minified banner"),
    *_pairs(_THIRD, "place", "minified"),
    *_pairs(_THIRD, "banner", "minified minified_name mark"),
    *_pairs(_THIRD, "minified_name", "minified"),
    *_pairs(_THIRD, "vendored", "release banner minified compiled"),
)
"""Read from the top: the first pair that a file has gives its origin."""
