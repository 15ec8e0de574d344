# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A package: what a manifest or the head of a file says of its component and where that lives."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

_LARGEST_MANIFEST, _LARGEST_POM, _HEAD = 512 * 1024, 16 * 1024, 1500
_HOME = re.compile(
    r"(?:github|gitlab|bitbucket)\.(?:com|org)[/:]([\w.-]{1,80})/([\w.-]{1,80})", re.IGNORECASE | re.ASCII
)
_SHORT = re.compile(r"(?:github:)?([\w.-]{1,80})/([\w.-]{1,80})", re.ASCII)
_PARENT = re.compile(rb"<parent>.{0,2000}?</parent>|<(build|dependencies|profiles|modules)>.*", re.DOTALL)
_COORDINATE = re.compile(rb"<(groupId|artifactId)>\s{0,9}([^<\s]{1,120})\s{0,9}<")


@dataclass(frozen=True)
class Package:
    """A name (`vendor/name`, `@scope/name`, `group:artifact`), and the OWNER/NAME it says it comes from."""

    name: str = ""
    upstream: str = ""


def package(data: bytes) -> Package:
    """Return what a manifest in JSON (npm, composer, bower) or Maven's XML says; else the head's link."""
    if len(data) <= _LARGEST_MANIFEST and data.lstrip()[:1] == b"{":
        return _json_package(data)
    if b"/POM/" in data[:2000]:
        return _maven_package(data[:_LARGEST_POM])
    return Package(upstream=_home(data[:_HEAD].decode("utf-8", "replace")))


def _json_package(data: bytes) -> Package:
    if b'"name"' not in data:
        return Package()
    try:
        manifest = json.loads(data)
    except (ValueError, RecursionError):
        return Package()
    if not isinstance(manifest, dict) or not isinstance(name := manifest.get("name"), str):
        return Package()
    return Package(name[:200], _upstream(manifest))


def _upstream(manifest: dict[str, object]) -> str:
    repository = manifest.get("repository")
    if isinstance(repository, dict):
        repository = repository.get("url")
    if isinstance(repository, str) and (short := _SHORT.fullmatch(repository[:200])):
        return "/".join(short.groups())
    texts = (text[:300] for text in (repository, manifest.get("homepage")) if isinstance(text, str))
    return next((home for home in map(_home, texts) if home), "")


def _home(text: str) -> str:
    return "/".join(match.groups()).removesuffix(".git") if (match := _HOME.search(text)) else ""


def _maven_package(data: bytes) -> Package:
    stated = {
        key: value.decode("utf-8", "replace") for key, value in _COORDINATE.findall(_PARENT.sub(b"", data))
    }
    return Package(f"{stated.get(b'groupId', '')}:{stated.get(b'artifactId', '')}" if stated else "")
