# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Every page: the addresses that can be reached from the overview by its own links."""

from __future__ import annotations

import re
from html import unescape

from flask.testing import FlaskClient

_LINK = re.compile(r'href="(/[^"#]*)')


def pages(client: FlaskClient, language: str, most: int = 400) -> dict[str, str]:
    """Return the HTML of the pages that the overview leads to, nearest first, in one language."""
    found: dict[str, str] = {}
    waiting = [f"/{language}/"]
    while waiting and len(found) < most:
        address = waiting.pop(0)
        if address in found or not address.startswith(f"/{language}/"):
            continue
        # the test client cannot send path bytes that are no UTF-8; test_addresses asks a real server for those
        if "%E9" in address or "objection?" in address or "/print.css" in address:
            continue
        response = client.get(address, follow_redirects=True)
        assert response.status_code == 200, address
        found[address] = response.text if response.mimetype == "text/html" else ""
        waiting += [unescape(link) for link in _LINK.findall(found[address])]
    return found
