# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An organisation on GitHub: whose it is stated to be, and which repositories lie in it. Custody only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from registry.custody.model import Administrators, Organisation
from registry.errors import NotFoundError
from registry.web import addresses
from registry.web.language import day, gettext, ngettext
from registry.web.masking import shown
from registry.web.pages.facts import keeper_word, lowered
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.rows import Row, columns
from registry.web.pages.told import recorded


@dataclass(frozen=True)
class OrganisationPage:
    """One organisation."""

    frame: Frame
    basis: str
    administrators: str
    rows: tuple[Row, ...]
    columns: tuple[str, ...]


def organisation_page(
    login: str, stated: Organisation | None, administrators: Administrators | None, rows: Sequence[Row]
) -> OrganisationPage:
    """Return the page of an organisation; raises NotFoundError for one that the register never met."""
    own = tuple(row for row in rows if row.owner.lower() == login.lower())
    if stated is None and not own:
        raise NotFoundError(
            gettext("The register knows no organisation %(login)s on GitHub.", login=shown(login, 60))
        )
    name = shown(stated.login if stated else own[0].owner)
    return OrganisationPage(
        frame=Frame(
            name,
            _answer(name, stated, len(own)),
            way(Crumb(gettext("Organisation")), Crumb(name)),
            lists=True,
            log=addresses.log_about(f"organisation/{stated.login}") if stated else "",
        ),
        basis=recorded(stated.basis) if stated else gettext("nobody has stated it"),
        administrators=_administrators(administrators),
        rows=own,
        columns=columns(),
    )


def _administrators(seen: Administrators | None) -> str:
    if seen is None or seen.count is None:
        return gettext("Not observed: GitHub shows them only to members")
    return ngettext(
        "%(count)s account, seen on %(day)s",
        "%(count)s accounts, seen on %(day)s",
        seen.count,
        day=day(seen.seen_at),
    )


def _answer(name: str, stated: Organisation | None, count: int) -> str:
    repositories = ngettext("%(count)s repository", "%(count)s repositories", count)
    if stated is None:
        return gettext(
            "%(repositories)s of the register lie in %(name)s. Nobody has stated whose organisation it is.",
            repositories=repositories,
            name=name,
        )
    return gettext(
        "%(repositories)s of the register lie in %(name)s. Stated: %(keeper)s. This is custody; it "
        "says nothing of who holds the copyright.",
        repositories=repositories,
        name=name,
        keeper=lowered(keeper_word(stated.keeper)),
    )
