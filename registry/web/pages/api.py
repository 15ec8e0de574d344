# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The page that tells programmers how to ask the register: addresses, examples that run, failures, badges."""

from __future__ import annotations

from dataclasses import dataclass

from registry.custody.model import Repository
from registry.web import addresses
from registry.web.language import gettext, language, number
from registry.web.masking import shown
from registry.web.pages.api_answers import Answer, answers
from registry.web.pages.api_examples import Example, examples
from registry.web.pages.frame import Crumb, Frame, way


@dataclass(frozen=True)
class Failure:
    """A status that is no answer, and what to do about it."""

    status: int
    word: str
    advice: str


@dataclass(frozen=True)
class Picture:
    """A badge: its picture here, and what to put into a README."""

    address: str
    text: str
    markdown: str


@dataclass(frozen=True)
class ApiPage:
    """Everything on the page; `badges` are empty while the register holds no repository."""

    frame: Frame
    description: str
    limit: str
    examples: tuple[Example, ...]
    answers: tuple[Answer, ...]
    failures: tuple[Failure, ...]
    badges: tuple[Picture, ...]


def api_page(base: str, calls: int, example: Repository | None) -> ApiPage:
    """Return the page; `base` is the site's own address, `calls` are those allowed a minute (0: any number)."""
    title = gettext("Machine-readable: the register for programs")
    return ApiPage(
        frame=Frame(
            title=title,
            answer=gettext(
                "Everything public in the register can be read as JSON at %(address)s: free, without a key, by "
                "any program.",
                address=f"{base}/api/v1/",
            ),
            crumbs=way(Crumb(title)),
        ),
        description="/api/v1/openapi.json",
        limit=_limit(calls),
        examples=examples(base, example.id if example else 1),
        answers=answers(),
        failures=_failures(),
        badges=_badges(base, example) if example else (),
    )


def _limit(calls: int) -> str:
    if not calls:
        return gettext("This register sets no limit to the number of calls.")
    return gettext(
        "One address may make %(calls)s calls a minute. Each answer tells what is left, in the headers "
        "RateLimit-Policy and RateLimit; whoever asks for more gets 429 and, in Retry-After, the seconds to wait.",
        calls=number(calls),
    )


def _failures() -> tuple[Failure, ...]:
    told = (
        (400, gettext("A parameter cannot be read"), gettext("The answer names each such parameter and says what it must be. Unknown ones are refused, too.")),
        (404, gettext("Nothing is there"), gettext("Check the number or the name. Private repositories answer as if they were not there.")),
        (405, gettext("The interface can only be read"), gettext("Use GET or HEAD.")),
        (406, gettext("Accept rules out the answer's form"), gettext("Take Accept away, or allow the form that the description names.")),
        (429, gettext("Too many calls"), gettext("Wait for the seconds that Retry-After gives.")),
        (500, gettext("The register failed"), gettext("Try again in a moment; if it fails again, tell the secretariat the address and the time.")),
    )  # fmt: skip
    return tuple(Failure(*each) for each in told)


def _badges(base: str, one: Repository) -> tuple[Picture, ...]:
    name = shown(one.full_name)
    page = f"{base}{addresses.repository(one.id, one.full_name)}"
    words = (("title", gettext("title")), ("licence", gettext("licence")))
    return tuple(
        Picture(
            address=f"/badge/{name}/{kind}.svg?language={language()}",
            text=gettext("Badge of %(name)s: %(fact)s", name=name, fact=word),
            markdown=f"[![{word}]({base}/badge/{name}/{kind}.svg?language={language()})]({page})",
        )
        for kind, word in words
    )
