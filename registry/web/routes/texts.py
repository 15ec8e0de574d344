# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The pages that are text: about the register, glossary, API, objection, privacy, accessibility."""

from __future__ import annotations

from importlib.resources import files

from flask import Blueprint, Response, render_template, request

from registry.connection import now, session, settings
from registry.custody import service as custody
from registry.web.language import day, gettext
from registry.web.pages.api import api_page
from registry.web.pages.frame import Crumb, Frame, TextPage, way

blueprint = Blueprint("texts", __name__)
_LONGEST_ADDRESS = 500


@blueprint.get("/about")
def about() -> str:
    """What the register is, and what it is not."""
    title = gettext("About the register")
    answer = gettext(
        "The register shows, for each line of OS2's code and documentation, who controls it, who wrote it, "
        "and under which licence it stands, with the evidence. Who holds the copyright it shows where papers "
        "are registered."
    )
    return render_template("texts/about.html", page=_page(title, answer))


@blueprint.get("/schema/<any('facts', 'answers'):name>.json")
def schema(name: str) -> Response:
    """The JSON schema of a facts file, or of the answers to it."""
    body = (files("registry.ownership") / "schema" / f"{name}.json").read_bytes()
    return Response(body, mimetype="application/schema+json")


@blueprint.get("/glossary")
def glossary() -> str:
    """The words of these pages."""
    title = gettext("Glossary")
    answer = gettext(
        "Four facts are mixed up everywhere and kept apart here: who controls a repository, who wrote what "
        "is in it, who holds the copyright, and what others may do with it."
    )
    return render_template("texts/glossary.html", page=_page(title, answer))


@blueprint.get("/api")
def api() -> str:
    """How programs ask the register, with a public repository as the example."""
    known = custody.repositories(session())
    base = request.host_url.rstrip("/")
    return render_template(
        "texts/api.html", page=api_page(base, settings().api_calls, known[0] if known else None)
    )


@blueprint.get("/objection")
def objection() -> str:
    """How to object, to the page that the reader comes from."""
    title = gettext("Object to what the register says")
    answer = gettext(
        "Anyone who is concerned can object: a supplier, a member, a contributor. Write to OS2's "
        "secretariat; "
        "you need no lawyer and no form."
    )
    concerned = request.args.get("about", "")[:_LONGEST_ADDRESS]
    return render_template("texts/objection.html", page=_page(title, answer, concerned))


@blueprint.get("/privacy")
def privacy() -> str:
    """What is kept of people, why, and what they can ask for."""
    title = gettext("Privacy")
    answer = gettext(
        "The register shows the names of those who wrote OS2's code and documentation, because they "
        "have a right "
        "to be named and because ownership cannot be shown without them. Mail addresses are never shown."
    )
    return render_template("texts/privacy.html", page=_page(title, answer))


@blueprint.get("/accessibility")
def accessibility() -> str:
    """How accessible the pages are."""
    title = gettext("Accessibility statement")
    answer = gettext(
        "The pages are made to be used with a keyboard, a screen reader, a telephone, large letters "
        "and on paper, "
        "and they need no script."
    )
    return render_template("texts/accessibility.html", page=_page(title, answer))


@blueprint.get("/print.css")
def print_sheet() -> Response:
    """The foot of every printed sheet: the page's address and the day. Browsers put neither there alone."""
    address = request.args.get("of", "")[:_LONGEST_ADDRESS]
    foot = f"{request.host_url.rstrip('/')}{address} · {day(now())}"
    rule = f'@page {{ @bottom-left {{ content: "{_css_text(foot)}"; font-size: 8pt; }} }}'
    return Response(rule, mimetype="text/css")


def _css_text(text: str) -> str:
    # every sign but letters and digits as its number: nothing in an address can end the string
    return "".join(one if one.isalnum() else f"\\{ord(one):06x}" for one in text)


def _page(title: str, answer: str, about: str = "") -> TextPage:
    return TextPage(Frame(title=title, answer=answer, crumbs=way(Crumb(title))), about)
