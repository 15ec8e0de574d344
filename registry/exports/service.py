# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one door of exports: a repository's inventory as the file that somebody asked for."""

from __future__ import annotations

from sqlalchemy.orm import Session

from registry.errors import NotFoundError
from registry.exports.collecting import collect
from registry.exports.model import Inventory
from registry.exports.notice import notice
from registry.exports.proposals import PUBLICCODE, REUSE, patch, publiccode, reuse
from registry.pipeline import texts
from registry.provenance import service as provenance
from registry.settings import Settings

__all__ = ["VERSIONS", "collect", "notice", "proposals", "spdx"]

VERSIONS = ("2.3", "3.0.1")


def spdx(inventory: Inventory, version: str = "2.3", form: str = "json", *, validate: bool = False) -> bytes:
    """Return the SPDX document; 3.0.1 has JSON only. Raises BadInputError, RegistryError."""
    if version == "3.0.1":
        from registry.exports import spdx3  # noqa: PLC0415 - its model takes long to load

        return spdx3.write(inventory, form, validate=validate)
    from registry.exports import spdx2  # noqa: PLC0415 - as above

    return spdx2.write(inventory, form, validate=validate)


def proposals(session: Session, settings: Settings, inventory: Inventory) -> str:
    """Return those of publiccode.yml and REUSE.toml that the tree lacks, as one patch that adds them.

    A file that is there is its maintainers' own: it is never replaced by the little that the register knows.
    """
    return "".join(
        patch(name, None, make(inventory))
        for name, make in ((PUBLICCODE, publiccode), (REUSE, reuse))
        if _present(session, settings, inventory.number, name) is None
    )


def _present(session: Session, settings: Settings, repository: int, name: str) -> str | None:
    try:
        blob = provenance.file(session, repository, name.encode()).blob
    except NotFoundError:
        return None
    data = texts.text(settings, repository, blob)
    return None if data is None else data.decode("utf-8", "replace")
