# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The examples on the page for programs: commands that can be copied and run as they stand."""

from __future__ import annotations

from dataclasses import dataclass

from registry.web.language import gettext, language

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


def examples(base: str, repository: int) -> tuple[Example, ...]:
    """Return the examples; `base` is the site's own address, `repository` the number of one that is there."""
    one = f"{base}/api/v1/repositories/{repository}"
    told = (
        ("list", gettext("The repositories, five at a time (curl)"), f'curl -s "{base}/api/v1/repositories?limit=5"'),
        ("english", gettext("A repository's licence, with its sentences in English (curl)"), f'curl -s -H "Accept-Language: en" "{one}/licences"'),
        ("past", gettext("Whose it was on a past day, as the papers show it (curl)"), f'curl -s "{one}/ownership?as_of=2019-03-01"'),
        ("again", gettext("Ask again only for what has changed: 304 says that nothing has (curl)"), _again(one)),
        ("spdx", gettext("The SPDX document for a delivery (curl)"), f'curl -s -o spdx.json "{one}/spdx.json"'),
        ("python", gettext("Every repository with its licence, part by part (Python, nothing to install)"), _PYTHON.format(base=base, language=language())),
    )  # fmt: skip
    return tuple(Example(*each) for each in told)


def _again(one: str) -> str:
    etags = "--etag-save etag.txt --etag-compare etag.txt"
    return f'curl -s -o answer.json {etags} -w "%{{http_code}}\\n" "{one}"'
