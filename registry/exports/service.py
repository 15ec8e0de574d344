# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The one door of exports: a repository's inventory as the file that somebody asked for."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Session

from registry.errors import NotFoundError
from registry.exports.collecting import collect
from registry.exports.delivery import delivery
from registry.exports.model import Inventory
from registry.exports.notice import notice
from registry.exports.proposals import INSTEAD, NOTICE, PUBLICCODE, REUSE, patch, publiccode, reuse
from registry.provenance import service as provenance

__all__ = ["VERSIONS", "collect", "delivery", "notice", "proposals", "spdx"]

VERSIONS = ("2.3", "3.0.1")


def spdx(
    inventory: Inventory, version: str = "2.3", form: str = "json", *, validate: bool = False
) -> Iterator[bytes]:
    """Return the SPDX document, to be written piece by piece; 3.0.1 has JSON only.

    Raises BadInputError for a form that does not exist, RegistryError where `validate` finds something.
    """
    if version == "3.0.1":
        from registry.exports import spdx3  # noqa: PLC0415 - its model takes long to load

        return spdx3.stream(inventory, form, validate=validate)
    from registry.exports import spdx2_writing  # noqa: PLC0415 - as above

    if validate:
        spdx2_writing.validate(inventory)
    return spdx2_writing.stream(inventory, form)


def proposals(session: Session, inventory: Inventory) -> str:
    """Return those of publiccode.yml, REUSE.toml and NOTICE that the tree lacks, as one patch that adds them.

    A file that is there is its maintainers' own: it is never replaced by the little that the register knows.
    """
    return "".join(
        patch(name, make(inventory))
        for name, make in ((PUBLICCODE, publiccode), (REUSE, reuse), (NOTICE, notice))
        if not any(_is_there(session, inventory.number, other) for other in INSTEAD[name])
    )


def _is_there(session: Session, repository: int, name: str) -> bool:
    try:
        provenance.file(session, repository, name.encode())
    except NotFoundError:
        return False
    return True
