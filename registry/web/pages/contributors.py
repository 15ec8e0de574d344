# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The contributors of a repository, all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.provenance.snapshot import Share, Snapshot
from registry.web.language import gettext, ngettext
from registry.web.masking import shown
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.methods import methods_said
from registry.web.pages.origins import steps_to
from registry.web.pages.people import DomainRow, PersonRow, by_domain, person_rows


@dataclass(frozen=True)
class ContributorsPage:
    """All contributors of one repository."""

    frame: Frame
    people: tuple[PersonRow, ...]
    domains: tuple[DomainRow, ...]
    methods_said: str
    methods_href: str


def contributors_page(
    repository: Repository, snapshot: Snapshot | None, shares: Sequence[Share]
) -> ContributorsPage:
    """Return the page."""
    title = gettext("Contributors")
    domains = by_domain(shares)
    answer = gettext(
        "%(people)s from %(domains)s have changed %(repository)s; %(writers)s of them wrote lines "
        "that stand today.",
        people=ngettext("%(count)s contributor", "%(count)s contributors", len(shares)),
        domains=ngettext("%(count)s mail domain", "%(count)s mail domains", len(domains)),
        repository=shown(repository.full_name),
        writers=sum(1 for share in shares if share.total),
    )
    return ContributorsPage(
        frame=Frame(title, answer, way(steps_to(repository), Crumb(title)), lists=True),
        people=person_rows(shares),
        domains=domains,
        methods_said=methods_said(snapshot),
        methods_href=f"{steps_to(repository).href}/methods",
    )
