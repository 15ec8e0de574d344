# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Addresses: where a thing stands in the API, and where a person reads the same."""

from __future__ import annotations

from urllib.parse import quote, quote_from_bytes

from registry.api.language import language

ROOT = "/api/v1"


def repository(number: int, more: str = "") -> str:
    """/api/v1/repositories/12."""
    return f"{ROOT}/repositories/{number}{more}"


def product(slug: str) -> str:
    """/api/v1/products/SLUG."""
    return f"{ROOT}/products/{quote(slug, safe='')}"


def organisation(login: str) -> str:
    """/api/v1/organisations/LOGIN."""
    return f"{ROOT}/organisations/{quote(login, safe='')}"


def licence(identifier: str) -> str:
    """/api/v1/licences/IDENTIFIER."""
    return f"{ROOT}/licences/{quote(identifier, safe='')}"


def contributor(number: int) -> str:
    """/api/v1/contributors/7."""
    return f"{ROOT}/contributors/{number}"


def party(name: str) -> str:
    """/api/v1/parties/ID."""
    return f"{ROOT}/parties/{quote(name, safe='')}"


def observation(number: int) -> str:
    """/api/v1/observations/5."""
    return f"{ROOT}/observations/{number}"


def entry(position: int) -> str:
    """/api/v1/log/5."""
    return f"{ROOT}/log/{position}"


def with_path(address: str, path: bytes) -> str:
    """Return an address that asks about a file: any byte of its path comes back as it was."""
    return f"{address}?path={quote_from_bytes(path, safe='/')}"


def page(path: str) -> str:
    """Return the address of a page in the language asked for."""
    return f"/{language()}/{path}"
