# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The glossary: the words of these pages, what they mean here, and the paragraph of the law where one stands behind."""

from __future__ import annotations

from dataclasses import dataclass

from registry.web.language import gettext
from registry.web.pages.frame import Crumb, Frame, way


@dataclass(frozen=True)
class Term:
    """One word; `law` is "" where no paragraph stands behind it."""

    key: str
    name: str
    meaning: str
    law: str = ""


@dataclass(frozen=True)
class Chapter:
    """Terms that belong together."""

    name: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class GlossaryPage:
    """All terms, chapter by chapter."""

    frame: Frame
    chapters: tuple[Chapter, ...]


def glossary_page() -> GlossaryPage:
    """Return the glossary in the page's language."""
    title = gettext("Glossary")
    return GlossaryPage(
        frame=Frame(
            title=title,
            answer=gettext(
                "Four facts are mixed up everywhere and kept apart here: who controls a repository, who wrote what "
                "is in it, who holds the copyright, and what others may do with it."
            ),
            crumbs=way(Crumb(title)),
        ),
        chapters=(
            Chapter(gettext("The four facts"), _facts()),
            Chapter(gettext("What is looked at"), _things()),
            Chapter(gettext("How it was written"), _writing()),
            Chapter(gettext("How one can know it"), _knowing()),
        ),
    )


def _facts() -> tuple[Term, ...]:
    act = gettext("Danish Copyright Act (ophavsretsloven), LBK 1093 of 20 August 2023 as amended")
    return (
        Term(
            "custody",
            gettext("Custody"),
            gettext(
                "Who controls the repository: in whose organisation on GitHub it lies, and since when. "
                "Custody says nothing about who holds the copyright."
            ),
        ),
        Term(
            "provenance",
            gettext("Provenance"),
            gettext(
                "Who wrote it, and when, as the history of the changes says. A name in a change is presumed to be its author's."
            ),
            gettext("Section 7; %(act)s", act=act),
        ),
        Term(
            "title",
            gettext("Title"),
            gettext(
                "Who holds the copyright, and on what chain of papers. Copyright begins with whoever wrote the work; "
                "an employer acquires the rights in computer programs, and everything else moves by agreement only."
            ),
            gettext("Sections 1, 53 and 59; %(act)s", act=act),
        ),
        Term(
            "licence",
            gettext("Licence"),
            gettext(
                "What others may do with it. A licence gives permission and moves no title; without one nobody has any "
                "permission beyond the statute. There is no annual fee for a licence: users pay suppliers for operation, "
                "connection and development."
            ),
            gettext("Sections 2 and 53; %(act)s", act=act),
        ),
        Term(
            "not-assessed",
            gettext("Not assessed"),
            gettext(
                "No paper is registered yet, so nobody has assessed the title. It is no state and no criticism: it says that "
                "nobody has looked. A deed, a contract or terms of employment would begin the assessment."
            ),
        ),
    )


def _things() -> tuple[Term, ...]:
    return (
        Term(
            "product",
            gettext("Product"),
            gettext("What OS2 offers under one name. A product may live in several repositories."),
        ),
        Term(
            "repository",
            gettext("Repository"),
            gettext(
                "The place that holds the files of a product and the history of every change to them. A wiki is a repository of its own."
            ),
        ),
        Term(
            "change",
            gettext("Change (commit)"),
            gettext(
                "One recorded step of the work: who changed which lines, when, and why in their own words."
            ),
        ),
        Term(
            "contributor",
            gettext("Contributor"),
            gettext(
                "A name with a mail address, as it stands in the changes. One person may appear as several contributors, "
                "and that two of them are the same person is never guessed from the name. Addresses are not shown."
            ),
        ),
        Term(
            "mail-domain",
            gettext("Mail domain"),
            gettext(
                "The part of the mail address after the @. It suggests for whom somebody worked, and is no proof of employment: "
                "domains change hands, and many people write from private addresses."
            ),
        ),
        Term(
            "work-type",
            gettext("Work type"),
            gettext(
                "Program, design material, configuration, documentation, media or data. The law treats programs differently from texts and pictures."
            ),
            gettext("Sections 59 and 71"),
        ),
        Term(
            "family",
            gettext("Family"),
            gettext(
                "Repositories that share their first changes: copies, continuations and moves of one another."
            ),
        ),
    )


def _writing() -> tuple[Term, ...]:
    return (
        Term(
            "grade-a",
            gettext("A: written change by change"),
            gettext(
                "Each line stands in a change of its own time, with its author. The best provenance there is."
            ),
        ),
        Term(
            "grade-b",
            gettext("B: delivered in bulk"),
            gettext(
                "The lines came all at once, as a whole release or a first import. The change shows who delivered them, not who wrote them."
            ),
        ),
        Term(
            "grade-c",
            gettext("C: not attributable"),
            gettext("Nobody can be named: the history is missing, cannot be read, or names a machine."),
        ),
        Term(
            "third-party",
            gettext("Third-party component"),
            gettext(
                "A part of another project, taken in under its own licence. OS2 does not claim it, and it is left out of the shares."
            ),
        ),
        Term(
            "generated",
            gettext("Generated"),
            gettext("Written by a tool and not by a person; left out of the shares."),
        ),
        Term(
            "left-out",
            gettext("Left out"),
            gettext(
                "Files that no line could be counted in, or that are not counted as OS2's. Every total names what was left out and why."
            ),
        ),
    )


def _knowing() -> tuple[Term, ...]:
    return (
        Term(
            "evidence",
            gettext("Evidence"),
            gettext(
                "The raw bytes as they were seen, with source, time and digest. Evidence is added and never changed."
            ),
        ),
        Term(
            "digest",
            gettext("Digest (SHA-256)"),
            gettext(
                "A number computed from the bytes. If a single character were changed, the number would be another; anyone can compute it again."
            ),
        ),
        Term(
            "observed",
            gettext("Observed"),
            gettext(
                "Seen by the register itself on the day given. Not observed means that nobody has looked, not that there is nothing."
            ),
        ),
        Term(
            "claim",
            gettext("Claim of ownership"),
            gettext(
                "Somebody's statement that somebody owns something, in a file's header for example. It is shown with its place and day, and moves no title."
            ),
        ),
        Term(
            "objection",
            gettext("Objection"),
            gettext(
                "A statement by somebody concerned that the register is wrong. It is recorded, shown and answered; nothing is removed silently."
            ),
        ),
    )
