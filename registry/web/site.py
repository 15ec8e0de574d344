# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The site around a page: its name, its menus, this page's addresses in each language and form."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask, current_app, request

from registry.connection import now
from registry.web import addresses
from registry.web.language import NAMES, gettext, here, language, other_addresses

_SHEET = Path(__file__).parent / "static" / "register.css"


@dataclass(frozen=True)
class Link:
    """A link of a menu."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Switch:
    """This page in one language."""

    code: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True)
class Site:
    """What the layout needs to know besides its page."""

    name: str
    home: str
    language: str
    languages: tuple[Switch, ...]
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    static: str
    sheet: str
    script: str
    address: str
    url: str
    csv: str
    json: str
    log: str
    now: datetime


def site(digest: str) -> Site:
    """Return the site around the page of this request."""
    static = f"{current_app.static_url_path}/"  # url_for fails where the Host of the request is none
    return Site(
        name=gettext("OS2 ownership register"),
        home=addresses.page(""),
        language=language(),
        languages=tuple(
            Switch(code, NAMES[code], href, code == language()) for code, href in other_addresses()
        ),
        menu=tuple(_links("", "licences", "harvests", "glossary", "about")),
        footer=tuple(_links("about", "glossary", "api", "log", "objection", "privacy", "accessibility")),
        static=static,
        sheet=f"{static}register.css?v={digest}",
        script=f"{static}lines.js?v={digest}",
        address=here(),
        url=request.host_url.rstrip("/") + here(),
        csv=_in_form("csv"),
        json=_in_form("json"),
        log=_log(),
        now=now(),
    )


def install(app: Flask) -> None:
    """Give every template the site around it."""
    # the digest in the address lets browsers keep the style sheet until it changes
    digest = hashlib.sha256(_SHEET.read_bytes()).hexdigest()[:12]
    app.jinja_env.globals["sprite"] = f"{app.static_url_path}/dkfds/img/all-svg-icons.svg"
    app.context_processor(lambda: {"site": site(digest)})


def page_name(name: str) -> str:
    """Return the name of one of the fixed pages."""
    names = {
        "": gettext("Overview"),
        "licences": gettext("Licences"),
        "harvests": gettext("Harvests"),
        "glossary": gettext("Glossary"),
        "about": gettext("About the register"),
        "api": gettext("For programs (API)"),
        "log": gettext("The register's log"),
        "objection": gettext("Object to what the register says"),
        "privacy": gettext("Privacy"),
        "accessibility": gettext("Accessibility statement"),
    }
    return names[name]


def _links(*names: str) -> list[Link]:
    return [
        Link(page_name(name), addresses.page(name), request.path == addresses.page(name)) for name in names
    ]


def _log() -> str:
    """Return what the log holds about the repository or the product below whose address this page stands."""
    kind, name = (*request.path.split("/")[2:4], "", "")[:2]
    if kind == "r" and (number := addresses.number_of(name)) is not None:
        return addresses.log_about(f"repository/{number}")
    return addresses.log_about(f"product/{name}") if kind == "p" and name else ""


def _in_form(form: str) -> str:
    values = [(name, value) for name, value in request.args.items(multi=True) if name != "format"]
    return "?" + urlencode([*values, ("format", form)])
