# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""publiccode.yml: what a product's metadata says of its licence and of who owns it.

It may describe a product of which this repository is a part, and its owner fields are claims.
"""

from __future__ import annotations

from typing import Any

from registry.licences.free_text import meaning
from registry.licences.model import Detection, Kind, Note, Notice, Source, shortened
from registry.licences.safe_yaml import RefusedYamlError, load

_OWNERS = ("mainCopyrightOwner", "repoOwner")


def publiccode(path: bytes, data: bytes) -> Detection:
    """Read legal.license, legal.mainCopyrightOwner, legal.repoOwner and organisation.name."""
    text = data.decode("utf-8-sig", "replace")
    try:
        document = _object(load(text))
    except RefusedYamlError:
        return Detection((Source(Kind.PUBLICCODE, path, 1, None, "", (Note.REFUSED,)),))
    except ValueError:
        return Detection((Source(Kind.PUBLICCODE, path, 1, None, "", (Note.UNPARSABLE,)),))
    legal = _object(document.get("legal"))
    owners = [(key, legal.get(key)) for key in _OWNERS] + [
        ("organisation", _object(document.get("organisation")).get("name"))
    ]
    held = tuple(
        _notice(path, text, key, owner) for key, owner in owners if isinstance(owner, str) and owner.strip()
    )
    return Detection(_licence(path, text, legal.get("license")), held)


def _licence(path: bytes, text: str, stated: object) -> tuple[Source, ...]:
    if not isinstance(stated, str) or not stated.strip():
        return ()
    said = meaning(stated)
    return (
        Source(
            Kind.PUBLICCODE, path, _line(text, "license:"), said.expression, shortened(stated), said.notes
        ),
    )


def _notice(path: bytes, text: str, key: str, owner: str) -> Notice:
    return Notice(path, _line(text, key + ":"), shortened(owner), (), f"{key}: {shortened(owner)}")


def _line(text: str, key: str) -> int:
    start = text.find(key)
    return text.count("\n", 0, start) + 1 if start >= 0 else 1


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
