# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A licence fact: what one place in a repository says about its licence, exactly as it was read there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LONGEST_TEXT = 500  # characters of a statement that are kept with the fact; the blob itself is evidence


class Kind(StrEnum):
    """Where a statement stands (the names of `licences --json`)."""

    LICENCE_FILE = "licence_file"
    HEADER = "header"
    REUSE = "reuse"
    MANIFEST = "manifest"
    README = "readme"
    PUBLICCODE = "publiccode"
    GITHUB = "github"


class Note(StrEnum):
    """What must be known about how a statement was read; `words.note` says it in Danish and English."""

    LATER_UNSAID = "later_unsaid"  # names a version and is silent on later ones
    NAMED_ONLY = "named_only"  # names the licence without holding its text
    SEVERAL_TEXTS = "several_texts"
    MORE_TEXT = "more_text"  # says more than the licence it quotes
    CHANGED_TEXT = "changed_text"
    KNOWN_WORDING = "known_wording"  # in other words, each of which the table of known wordings explains
    UNKNOWN_TEXT = "unknown_text"
    POINTER = "pointer"
    LINK = "link"
    BINARY = "binary"
    PDF = "pdf"
    HTML = "html"
    TOO_LARGE = "too_large"
    ABSENT = "absent"  # the register's copy does not hold the bytes
    EMPTY = "empty"
    UNPARSABLE = "unparsable"
    REFUSED = "refused"  # an alias, entity or nesting bomb
    INVALID_EXPRESSION = "invalid_expression"
    VERSION_MISSING = "version_missing"
    NPM_DEFAULT = "npm_default"
    PROPRIETARY = "proprietary"
    TEXT_ON_HAND = "text_on_hand"  # LICENSES/X.txt: a text that others refer to


NEEDS_PERSON = frozenset(
    {
        Note.CHANGED_TEXT, Note.UNKNOWN_TEXT, Note.MORE_TEXT, Note.SEVERAL_TEXTS, Note.BINARY, Note.PDF,
        Note.TOO_LARGE, Note.EMPTY, Note.UNPARSABLE, Note.REFUSED, Note.INVALID_EXPRESSION,
        Note.VERSION_MISSING, Note.NPM_DEFAULT,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """One statement: `expression` is SPDX, or None where what was read names no licence for certain.

    `covers` are the REUSE globs it speaks of (empty: its own file, or for a root file the whole);
    `targets` the paths it refers the reader to; `nearest` and `similarity` tell what a text resembles,
    `known_places` by which places of the table of known wordings it is the licence.
    """

    kind: Kind
    path: bytes
    line: int
    expression: str | None
    text: str
    notes: tuple[Note, ...] = ()
    covers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    nearest: str | None = None
    similarity: float | None = None
    difference: str = ""
    known_places: tuple[str, ...] = ()
    tagged: bool = False  # an SPDX tag: meant for this very file
    documentation: bool = False  # a README's sentence on its documentation

    @property
    def needs_person(self) -> bool:
        """Whether a person must read the place before anything follows from it."""
        return not NEEDS_PERSON.isdisjoint(self.notes)


@dataclass(frozen=True)
class Notice:
    """A copyright line: who is said to hold the copyright, and of which years. A claim, never title."""

    path: bytes
    line: int
    holder: str
    years: tuple[int, ...]
    text: str


@dataclass(frozen=True)
class Detection:
    """Everything that one blob says about licences."""

    sources: tuple[Source, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class Place:
    """A line of a file of the tree."""

    path: bytes
    line: int


@dataclass(frozen=True)
class Contradiction:
    """Places of one repository's own files that name licences which do not go together."""

    expressions: tuple[str, ...]
    places: tuple[Place, ...]


class Light(StrEnum):
    """The licence light of a repository; grey = not looked at."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"


class Reason(StrEnum):
    """Why a conclusion is what it is; `words.reason` says it in Danish and English."""

    AGREE = "agree"
    AGREE_OUTSIDE = "agree_outside"
    README_ONLY = "readme_only"
    HEADERS_ONLY = "headers_only"
    FEW_HEADERS = "few_headers"
    CONTRADICT = "contradict"
    NONE = "none"
    NEEDS_PERSON = "needs_person"
    THEME = "theme"
    GITHUB_ONLY = "github_only"
    BOUGHT_PART = "bought_part"
    DECIDED = "decided"  # a person concluded it
    NOT_LOOKED_AT = "not_looked_at"


class Remarkable(StrEnum):
    """What a reader should know although it is no contradiction."""

    DEAD_LINK = "dead_link"
    NESTED = "nested"
    BOUGHT = "bought"
    OTHER_HEADER = "other_header"
    UNREAD = "unread"


@dataclass(frozen=True)
class Remark:
    """A remark with its places: a dead link, a bought component, a nested licence."""

    code: Remarkable
    places: tuple[Place, ...]
    text: str = ""


@dataclass(frozen=True)
class Conclusion:
    """What the sources of one tree amount to: a licence where they agree, else why there is none."""

    concluded: str | None
    light: Light
    reason: Reason
    documentation: str | None = None
    sources: tuple[Source, ...] = ()
    third_party: tuple[Source, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    remarks: tuple[Remark, ...] = ()


def shortened(text: str) -> str:
    """Return the statement in one line, at most LONGEST_TEXT characters."""
    line = " ".join(text[: LONGEST_TEXT * 4].split())
    return line if len(line) <= LONGEST_TEXT else line[: LONGEST_TEXT - 1] + "…"
