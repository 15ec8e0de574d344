# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The page that tells programmers how to ask the register: addresses, examples that run, failures, badges."""

from __future__ import annotations

from dataclasses import dataclass

from registry.custody.model import Repository
from registry.web import addresses
from registry.web.language import gettext, language, number
from registry.web.masking import shown
from registry.web.pages.frame import Crumb, Frame, way

_PYTHON = """\
import json
from urllib.request import Request, urlopen


def ask(address):
    request = Request("{base}" + address, headers={{"Accept-Language": "{language}"}})
    with urlopen(request) as answer:
        return json.load(answer)


address = "/api/v1/repositories?limit=100"
while address:
    part = ask(address)
    for one in part["items"]:
        licence = one["licence"]
        print(one["name"], licence["concluded"] if licence else None, sep="\\t")
    address = part["next"]
"""


@dataclass(frozen=True)
class Example:
    """A command that can be copied and run as it stands."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Answer:
    """What stands at an address."""

    address: str
    what: str


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
        examples=_examples(base, example.id if example else 1),
        answers=_answers(),
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


def _examples(base: str, repository: int) -> tuple[Example, ...]:
    one = f"{base}/api/v1/repositories/{repository}"
    told = (
        (
            "list",
            gettext("The repositories, five at a time (curl)"),
            f'curl -s "{base}/api/v1/repositories?limit=5"',
        ),
        (
            "english",
            gettext("A repository's licence, with its sentences in English (curl)"),
            f'curl -s -H "Accept-Language: en" "{one}/licences"',
        ),
        (
            "past",
            gettext("Whose it was on a past day, as the papers show it (curl)"),
            f'curl -s "{one}/ownership?as_of=2019-03-01"',
        ),
        (
            "again",
            gettext("Ask again only for what has changed: 304 says that nothing has (curl)"),
            f'curl -s -o answer.json --etag-save etag.txt --etag-compare etag.txt -w "%{{http_code}}\\n" "{one}"',
        ),
        (
            "spdx",
            gettext("The SPDX document for a delivery (curl)"),
            f'curl -s -o spdx.json "{one}/spdx.json"',
        ),
        (
            "python",
            gettext("Every repository with its licence, part by part (Python, nothing to install)"),
            _PYTHON.format(base=base, language=language()),
        ),
    )
    return tuple(Example(*each) for each in told)


def _answers() -> tuple[Answer, ...]:
    of = "/api/v1/repositories/{number}"
    told = (
        ("/api/v1/", gettext("Where everything is")),
        ("/api/v1/repositories", gettext("Repositories; narrowed by name, organisation, product or light")),
        (of, gettext("One repository with its four facts")),
        (f"{of}/custody", gettext("Who controls it, and who did before")),
        (f"{of}/provenance", gettext("What was read of it, what was left out and why, and its family")),
        (f"{of}/contributors", gettext("Who wrote it")),
        (f"{of}/growth", gettext("Whose lines stood on its main line, month by month")),
        (f"{of}/files", gettext("Its files, and what each counts as")),
        (f"{of}/lines?path=", gettext("Who wrote each line of a file")),
        (f"{of}/ownership", gettext("Title: shares by state, holder and kind of work, and what is missing")),
        (f"{of}/ownership/files", gettext("Title, file by file")),
        (f"{of}/ownership/lines?path=", gettext("The chain behind each line, with its papers")),
        (f"{of}/plan", gettext("The papers that would close the gaps")),
        (f"{of}/licences", gettext("What the licence facts amount to, and what contradicts")),
        (f"{of}/licences/sources", gettext("Every place that says something of the licence")),
        (f"{of}/components", gettext("Third parties' components that manifests and lock files name")),
        (f"{of}/relicensing?to=", gettext("Whose consent another licence takes, file by file")),
        (f"{of}/terms", gettext("What one may, must and must not do, by use")),
        (f"{of}/spdx.json", gettext("SPDX 2.3; also spdx.spdx, spdx.yaml, spdx.xml, spdx.rdf, and 3.0.1 as spdx3.json")),
        (f"{of}/NOTICE", gettext("The notices that a delivery must carry")),
        (f"{of}/proposals.patch", gettext("A patch that adds what is missing of publiccode.yml, REUSE.toml and NOTICE")),
        ("/api/v1/products", gettext("Products")),
        ("/api/v1/products/{slug}", gettext("One product")),
        ("/api/v1/products/{slug}/plan", gettext("The papers that would close the gaps of a product")),
        ("/api/v1/organisations", gettext("Organisations on GitHub, and whose they are stated to be")),
        ("/api/v1/organisations/{login}", gettext("One organisation on GitHub")),
        ("/api/v1/parties", gettext("The authorities, companies and associations that papers name")),
        ("/api/v1/parties/{party}", gettext("One of them, with whom it succeeded")),
        ("/api/v1/contributors/{number}", gettext("One contributor, by name; mail addresses are never shown")),
        ("/api/v1/licences", gettext("The licences that have written terms")),
        ("/api/v1/licences/{identifier}", gettext("The terms of one licence")),
        ("/api/v1/terms?expression=", gettext("The terms of an SPDX expression")),
        ("/api/v1/combinations?inbound=&outbound=", gettext("Whether code under one licence may go into another's work")),
        ("/api/v1/harvests", gettext("When the register looked")),
        ("/api/v1/harvests/{harvest}/results", gettext("What one harvest found of each repository")),
        ("/api/v1/observations/{number}", gettext("One piece of evidence: what was seen, where and when")),
        ("/api/v1/observations/{number}/bytes", gettext("Its bytes, addresses masked")),
        ("/api/v1/log", gettext("The register's log")),
        ("/api/v1/log/{position}", gettext("One entry, with its proof")),
        ("/api/v1/log/checkpoint", gettext("The signed checkpoint")),
        ("/badge/{owner}/{name}/title.svg", gettext("A badge: how much is documented as OS2's")),
        ("/badge/{owner}/{name}/licence.svg", gettext("A badge: the licence")),
    )  # fmt: skip
    return tuple(Answer(*each) for each in told)


def _failures() -> tuple[Failure, ...]:
    told = (
        (
            400,
            gettext("A parameter cannot be read"),
            gettext(
                "The answer names each such parameter and says what it must be. Unknown ones are refused, too."
            ),
        ),
        (
            404,
            gettext("Nothing is there"),
            gettext("Check the number or the name. Private repositories answer as if they were not there."),
        ),
        (405, gettext("The interface can only be read"), gettext("Use GET or HEAD.")),
        (
            406,
            gettext("Accept rules out the answer's form"),
            gettext("Take Accept away, or allow the form that the description names."),
        ),
        (429, gettext("Too many calls"), gettext("Wait for the seconds that Retry-After gives.")),
        (
            500,
            gettext("The register failed"),
            gettext(
                "Try again in a moment; if it fails again, tell the secretariat the address and the time."
            ),
        ),
    )
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
