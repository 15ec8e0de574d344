# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Calling the API as a program does: each documented address with values that lead somewhere, and every next."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from flask.testing import FlaskClient

ROOT = "/api/v1"
REPOSITORY, NAME = 7, "demokommunernes-faellesskab/sagsvejen"
PATHS: Mapping[str, str] = {
    "number": str(REPOSITORY), "position": "7", "harvest": "1", "slug": "sagsvejen", "login": "fjordkode",
    "identifier": "MPL-2.0", "party": "nordlys", "owner": NAME.split("/", maxsplit=1)[0],
    "name": NAME.split("/", maxsplit=1)[1], "document": "spdx.json",
}  # fmt: skip
"""A value of each path parameter that leads to something in the demonstration."""

QUERIES: Mapping[str, str] = {
    "path": "README.md", "expression": "MIT+OR+GPL-2.0-or-later", "inbound": "MIT", "outbound": "GPL-3.0-only",
    "to": "EUPL-1.2",
}  # fmt: skip
"""A value of each parameter that must be there."""

_ADDRESS = re.compile(rf"{ROOT}/[^\s\"]*")


def described(client: FlaskClient) -> dict[str, Any]:
    """Return the API's description."""
    found: dict[str, Any] = json.loads(client.get(f"{ROOT}/openapi.json").text)
    return found


def operations(description: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every described address with what is said of it."""
    for path, methods in description["paths"].items():
        yield path, methods["get"]


def filled(path: str, operation: Mapping[str, Any], **other: str) -> str:
    """Return a described address filled in; `other` values stand in place of the good ones."""
    values = {**PATHS, **other}
    for name, value in values.items():
        path = path.replace("{" + name + "}", value)
    required = [one["name"] for one in operation["parameters"] if one["in"] == "query" and one["required"]]
    return path + ("?" + "&".join(f"{name}={QUERIES[name]}" for name in required) if required else "")


def ask(base: str, path: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    """Ask a running server, byte for byte as it is written; returns status, headers and body."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=30)
    connection.putrequest("GET", path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.headers), body


def everything(client: FlaskClient, most: int = 400) -> dict[str, str]:
    """Return every answer that the first one leads to, by address, as its text."""
    found: dict[str, str] = {}
    waiting = [f"{ROOT}/", *(f"{ROOT}/observations/{number}" for number in range(1, 80))]
    while waiting and len(found) < most:
        here = waiting.pop(0)
        if here in found or "{" in here:
            continue
        response = client.get(here)
        assert response.status_code in {200, 404}, (here, response.text)
        found[here] = response.text
        waiting += [one for one in _texts(response) if _ADDRESS.fullmatch(one)]
    return found


def _texts(response: Any) -> list[str]:
    if response.mimetype != "application/json" or response.status_code != 200:
        return []
    found, waiting = [], [json.loads(response.text)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict | list):
            waiting += one.values() if isinstance(one, dict) else one
    return found
