# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Provenance: who wrote each line, when, for whom; what kind of work a file is, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.provenance.content import ContentFacts
from registry.text import Word


class WorkType(Word):
    """The kind of work (værksart), because the statute treats programs otherwise than manuals."""

    PROGRAM = "program"
    DESIGN = "design"
    CONFIGURATION = "configuration"
    DOCUMENTATION = "documentation"
    MEDIA = "media"
    DATA = "data"


class Origin(Word):
    """Where a file's content comes from (oprindelse)."""

    ORIGINAL = "original"
    THIRD_PARTY = "third_party"
    IMPORTED = "imported"
    GENERATED = "generated"
    BOT = "bot"
    OFFICIAL_TEXT = "official_text"


@dataclass(frozen=True)
class Words:
    """One sentence in the two languages of the register."""

    da: str
    en: str


@dataclass(frozen=True)
class FileView:
    """One file of a tree: where it lies, which blob, what its bytes tell (None: not read).

    `claims` are the attributes `linguist-vendored` and `linguist-generated` that a pushed `.gitattributes`
    gives the path: statements by whoever may push.
    """

    path: bytes
    blob: str
    facts: ContentFacts | None = None
    claims: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Root:
    """Whose tree it is: owner and name of the repository, and other names that mean "our own" here."""

    owner: str = ""
    name: str = ""
    own: tuple[str, ...] = ("os2",)


@dataclass(frozen=True)
class WorkTypeAnswer:
    """The work type of a file, the rule that gave it, and why."""

    work_type: WorkType
    rule: str
    reason: Words


@dataclass(frozen=True)
class Sign:
    """Something that speaks for an origin: its family, and where it was seen.

    `place` is the folder or file it was seen at; the empty path is the file itself.
    """

    family: str
    place: bytes
    detail: str = ""


@dataclass(frozen=True)
class OriginAnswer:
    """The origin of a file, every sign that was seen (also where they do not suffice), the rule, and why."""

    origin: Origin
    signs: tuple[Sign, ...]
    rule: str
    reason: Words


@dataclass(frozen=True)
class Override:
    """What a person decided about the files of one repository that `glob` describes: the later one wins."""

    glob: str
    work_type: WorkType | None
    origin: Origin | None
    by: str
    reason: str
    day: date

    def words(self) -> Words:
        """Return who decided, when and why, as the reason of the answer."""
        return Words(
            f"Fastsat af {self.by} den {self.day.isoformat()}: {self.reason}",
            f"Decided by {self.by} on {self.day.isoformat()}: {self.reason}",
        )
