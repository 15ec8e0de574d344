# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Those who wrote, told: names as they were seen, and never an address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from registry.api import addresses
from registry.api.shapes import repositories as shapes
from registry.api.showing import shown
from registry.custody.model import Repository
from registry.provenance.snapshot import Author, Share


def contributor(share: Share) -> shapes.Contributor:
    """Return what one identity wrote of a repository."""
    return shapes.Contributor(
        id=share.author.id,
        name=shown(share.author.name, 120),
        mail_domain=shown(share.author.domain, 120),
        lines=share.total,
        files=share.files,
        documents=share.documents,
        commits=share.commits,
        co_authored=share.co_authored,
        first_day=share.first_day,
        last_day=share.last_day,
        address=addresses.contributor(share.author.id),
    )


def identity(
    author: Author, names: Iterable[str], wrote: Iterable[Share], public: Mapping[int, Repository]
) -> shapes.Identity:
    """Return one identity, with what it wrote of the public repositories."""
    return shapes.Identity(
        id=author.id,
        names=tuple(shown(name, 120) for name in names),
        mail_domain=shown(author.domain, 120),
        wrote=tuple(
            shapes.Wrote(
                repository=one.repository,
                name=shown(public[one.repository].full_name),
                lines=one.total,
                commits=one.commits,
                first_day=one.first_day,
                last_day=one.last_day,
            )
            for one in wrote
            if one.repository in public
        ),
        page=addresses.page(f"c/{author.id}"),
    )
