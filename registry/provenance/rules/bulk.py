# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The table of deliveries: which signs there are, what each says in words, and which of them suffice for what.

Tried on seventeen real repositories, each answer read by eye. Nobody writes twenty thousand lines between two
changes, and nobody moves a tree by writing it: what was only moved is no sign of anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from registry.provenance.model import Words


class Kind(StrEnum):
    """What a change that brought much at once is. INDIVIDUAL is what a person decides, never a rule."""

    INITIAL_IMPORT = "initial_import"
    RELEASE_DUMP = "release_dump"
    VENDOR_DROP = "vendor_drop"
    REFORMATTING = "reformatting"
    INDIVIDUAL = "individual"


class Confidence(StrEnum):
    """How far the signs carry. What is POSSIBLE is shown to a person and counts for nothing."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class Need:
    """A sign that a rule asks for, at least or at most so much. A sign that was not measured suffices for nothing."""

    sign: str
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class Rule:
    """All of `needs` together tell the kind of a change, with this confidence."""

    key: str
    kind: Kind
    confidence: Confidence
    needs: tuple[Need, ...]


def _needs(text: str) -> tuple[Need, ...]:
    """Read `sign>=5 other<=3`: the table stays one line a rule."""
    found = []
    for word in text.split():
        sign, how, number = re.split(r"(>=|<=)", word)
        found.append(Need(sign, int(number), None) if how == ">=" else Need(sign, None, int(number)))
    return tuple(found)


_SURE, _LIKELY, _POSSIBLE = Confidence.SURE, Confidence.LIKELY, Confidence.POSSIBLE
_IMPORT, _DUMP, _VENDOR, _FORMAT = Kind.INITIAL_IMPORT, Kind.RELEASE_DUMP, Kind.VENDOR_DROP, Kind.REFORMATTING

RULES = tuple(
    Rule(key, kind, confidence, _needs(needs))
    for key, kind, confidence, needs in (
        # formatted: the files are the same but for spaces and punctuation
        ("format-files", _FORMAT, _SURE, "compared>=20 share_new<=10 reshaped>=80"),
        ("format-lines", _FORMAT, _SURE, "compared>=20 share_new<=10 reshaped>=30 respaced>=80"),
        ("format-most", _FORMAT, _LIKELY, "compared>=20 share_new<=10 reshaped>=60"),
        ("format-said", _FORMAT, _LIKELY, "compared>=20 share_new<=10 reshaped>=30 says_format>=1"),
        ("format-spaces-said", _FORMAT, _LIKELY, "compared>=20 share_new<=10 respaced>=50 says_format>=1"),
        # others' components
        ("vendor-places", _VENDOR, _SURE, "files>=20 foreign>=90 own_lines<=5"),
        ("vendor-said", _VENDOR, _LIKELY, "files>=20 foreign>=50 says_vendor>=1"),
        ("vendor-stamped", _VENDOR, _LIKELY, "same_shape>=50 says_vendor>=1"),
        ("vendor-large", _VENDOR, _LIKELY, "files_added>=20 lines_added>=10000 says_vendor>=1"),
        # the beginning of a history, or of a tree
        ("root", _IMPORT, _SURE, "root>=1 files_added>=20 lines_added>=500"),
        ("empty-tree-said", _IMPORT, _SURE, "tree_before<=10 files_added>=20 lines_added>=1000 says_import>=1"),
        ("empty-tree", _IMPORT, _LIKELY, "tree_before<=10 files_added>=20 lines_added>=1000"),
        # one account that delivers what was written elsewhere: months apart, many files each time
        ("dumps-release", _DUMP, _SURE, "authors<=2 files>=20 days>=14 says_release>=1"),
        ("dumps", _DUMP, _SURE, "authors<=2 typical_files>=10 files>=5 days>=5"),
        ("dumps-far-apart", _DUMP, _LIKELY, "authors<=2 files>=50 days>=30 lines_added>=1000"),
        ("tree-release", _DUMP, _SURE, "share>=25 files>=100 lines_added>=5000 days>=14 says_release>=1"),
        ("tree", _DUMP, _LIKELY, "share>=25 files>=100 lines_added>=5000 days>=14"),
        ("release", _DUMP, _LIKELY, "authors_before<=3 files>=50 lines_added>=1000 days>=14 says_release>=1"),
        ("dump-early", _DUMP, _POSSIBLE, "authors_before<=1 files>=50 days>=7 lines_added>=1000"),
        # brought into a tree that was there
        ("import-said", _IMPORT, _LIKELY, "files_added>=20 lines_added>=5000 says_import>=1"),
        ("import-large", _IMPORT, _LIKELY, "files_added>=50 lines_added>=20000"),
        ("import-lines", _IMPORT, _LIKELY, "lines_added>=20000 lines_a_day>=5000"),
        ("import-share", _IMPORT, _LIKELY, "share>=25 files_added>=100 lines_added>=2000"),
        ("import-fast", _IMPORT, _POSSIBLE, "files_added>=50 lines_added>=5000 lines_a_day>=2000"),
    )
)  # fmt: skip
"""Read from the top: the first rule whose needs are all met tells what a change is."""

SAID = {
    "says_import": re.compile(
        r"\b(initial|first|f[øo]rste|init)\b|\bimport(ed|er|eret|ing)?\b|\bindl[æa]s(t|ning)?\b|\bopstart\b|\bbaseline\b"
        r"|\b(code|kode)[ -]?(drop|dump)\b|\bcop(y|ied) (from|over|in)\b|\bkopi(eret)? fra\b|\boverf[øo]rt fra\b"
        r"|\b(moved?|flyttet|migrated?|brought|hentet) (in )?(from|fra)\b|\bentire\b|\bopen[ -]?sourced?\b"
        r"|\bsub-?(tree|project)\b|\bdelprojekt\b",
        re.IGNORECASE,
    ),
    "says_release": re.compile(
        r"\b(release|version|udgave|udgivelse|leverance|levering|aflevering|delivery|deploy(ment)?|milestone|dump|snapshot)\b"
        r"|\bv?\d+\.\d+(\.\d+)*\b|\b20\d\d ?r\d+\b|\bmerged? into (public )?master\b|\bpublic (release|master)\b",
        re.IGNORECASE,
    ),
    "says_vendor": re.compile(
        r"\d ?(->|=>|→|til|to) ?v?\d|\bvendor(ed|s)?\b|\bthird[ -]?part(y|ies)\b|\btredjepart|\bdependencies\b|\bafh[æa]ngigheder"
        r"|\b(packages?|pakker?|librar(y|ies)|biblioteker?|nuget|npm|bower|composer|plugins?|contrib|typings)\b"
        r"|\b(drupal|wordpress|joomla|typo3|angular(js)?|jquery|bootstrap|kendo(ui)?|ckeditor|tinymce|select2|fontawesome)\b"
        r"|\bSA-CORE-|\bcore update\b|\bupdat\w+ core\b",
        re.IGNORECASE,
    ),
    "says_format": re.compile(
        r"\b(re)?format(ted|ting|tering|teret|er)?\b|\bauto-?format|\blint(ed|ing|er)?\b|\b(pretti(er|fied)|black|isort|ruff|eslint"
        r"|tslint|djlint|php-?cs\w*|gofmt|clang-format|csharpier|editorconfig|pep-?8|pre-commit)\b|\bindent(ed|ation)?\b|\bindryk"
        r"|\bwhite ?-?spaces?\b|\btrailing\b|\bline ?-?endings?\b|\blinjeskift\b|\b(cr)?lf\b|\beol\b|\b(cod(e|ing)|kode) ?(style|stil|standards?)\b"
        r"|\bclean[ -]?up\b|\boprydning\b|\btabs?\b",
        re.IGNORECASE,
    ),
}
"""What a change's own first line may say, in English and Danish. Words alone never make a change anything."""

SIGNS = {
    "root": Words("er den første ændring i en historik", "is the first change of a history"),
    "files": Words("{n} filer skrevet", "{n} files written"),
    "files_added": Words("{n} filer var nye", "{n} files were new"),
    "files_moved": Words("{n} filer blev kun flyttet", "{n} files were only moved"),
    "files_deleted": Words("{n} filer fjernet", "{n} files removed"),
    "files_unread": Words("{n} filer uden linjer eller uden for rækkevidde", "{n} files without lines or out of reach"),
    "tree": Words("{n} filer i repositoriet derefter", "{n} files in the repository afterwards"),
    "tree_before": Words("{n} filer i repositoriet forinden", "{n} files in the repository before"),
    "share": Words("{n} % af repositoriets filer", "{n} % of the repository's files"),
    "folders": Words("{n} mapper berørt", "{n} folders touched"),
    "endings": Words("{n} slags filer", "{n} sorts of files"),
    "lines_added": Words("{n} nye linjer", "{n} new lines"),
    "lines_removed": Words("{n} linjer fjernet", "{n} lines removed"),
    "lines_foreign": Words("{n} linjer i andres komponenter eller skrevet af værktøjer", "{n} lines in others' components or written by tools"),
    "own_lines": Words("{n} % af de nye linjer er uden for andres komponenter", "{n} % of the new lines are outside others' components"),
    "foreign": Words("{n} % af filerne er andres eller skrevet af værktøjer", "{n} % of the files are others' or written by tools"),
    "share_new": Words("{n} % af filerne var nye", "{n} % of the files were new"),
    "compared": Words("{n} filer sammenlignet med deres forrige udgave", "{n} files compared with their previous version"),
    "reshaped": Words("{n} % af dem er ens bortset fra mellemrum og tegnsætning", "{n} % of them are equal but for spaces and punctuation"),
    "respaced": Words("{n} % af linjerne er ens bortset fra mellemrum", "{n} % of the lines are equal but for spaces"),
    "same_shape": Words("{n} filer ændret på samme måde", "{n} files changed in the same way"),
    "days": Words("{n} dage siden forrige ændring", "{n} days since the change before"),
    "lines_a_day": Words("{n} nye linjer pr. dag siden samme persons forrige ændring", "{n} new lines a day since the same person's change before"),
    "named": Words("indsendt fra en organisations maildomæne", "sent from an organisation's mail domain"),
    "authors": Words("{n} bidragydere i hele historikken", "{n} contributors in the whole history"),
    "authors_before": Words("{n} bidragydere forinden", "{n} contributors before"),
    "typical_files": Words("{n} filer i en typisk ændring i repositoriet", "{n} files in a typical change of the repository"),
    "lines_now": Words("{n} af linjerne står her endnu", "{n} of the lines still stand here"),
    "says_import": Words("kalder sig en indlæsning", "calls itself an import"),
    "says_release": Words("kalder sig en udgave", "calls itself a release"),
    "says_vendor": Words("nævner andres komponenter", "names others' components"),
    "says_format": Words("kalder sig formatering", "calls itself formatting"),
}  # fmt: skip
"""What each sign says, in the order in which they are shown; a sign without {n} is said where it is not 0."""
