# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A package URL: the one name of a component across package managers (`pkg:npm/%40scope/name@1.2.3`)."""

from __future__ import annotations

import re

from packageurl import PackageURL

from registry.text import mask_addresses, visible

_LONGEST_NAME, _LONGEST_VERSION = 214, 100
_USER = re.compile(r"//[^/@\s]{1,200}@")
_PINNED = re.compile(r"v?\d[\w.+!-]{0,98}", re.ASCII)
_PYPI = re.compile(r"[-_.]+")


def purl(kind: str, name: str, version: str = "") -> str | None:
    """Return the package URL; None where the name is none, or too long. `name` may hold a namespace and "/"."""
    name, version = name.strip(), version.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable() or len(version) > _LONGEST_VERSION:
        return None
    if kind == "pypi":
        name = _PYPI.sub("-", name).lower()
    namespace, _, short = name.rpartition("/")
    try:
        return PackageURL(kind, namespace or None, short, version or None).to_string()
    except ValueError:
        return None


def parts(text: str) -> tuple[str, str, str]:
    """Return ecosystem, name with its namespace, and version ("" where none is pinned) of a package URL."""
    read = PackageURL.from_string(text)
    name = f"{read.namespace}/{read.name}" if read.namespace else read.name
    return read.type, name, read.version or ""


def without_version(text: str) -> str:
    """Return a package URL without its version."""
    read = PackageURL.from_string(text)
    return PackageURL(read.type, read.namespace, read.name).to_string()


def pinned(requirement: str) -> str:
    """Return the one version that a plain requirement names ("1.2.3", "=1.2.3"), or ""."""
    bare = requirement.strip().lstrip("=").strip()
    return bare if _PINNED.fullmatch(bare) and not bare.endswith("+") and ".x" not in bare else ""


def as_written(requirement: object) -> str:
    """Return a requirement for keeping: no user or password of an address, no address of mail, one line."""
    if not isinstance(requirement, str):
        return ""
    return visible(mask_addresses(_USER.sub("//", requirement[:1000]), "…").strip(), 200)
