# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The routes of contributors and mail domains."""

from __future__ import annotations

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from registry.connection import session
from registry.custody import service as custody
from registry.errors import NotFoundError
from registry.provenance import service as provenance
from registry.web import tables
from registry.web.language import gettext
from registry.web.pages.contributor import contributor_page, domain_page, works_table

blueprint = Blueprint("people", __name__)


@blueprint.get("/c/<number:number>")
def contributor(number: int) -> str | Response:
    """One identity."""
    form = tables.asked_format()
    author = provenance.author(session(), number)
    shares = provenance.shares_of(session(), [number])
    public = custody.repositories_among(session(), {one.repository for one in shares})
    if not any(share.repository in public for share in shares):
        raise NotFoundError(gettext("There is no contributor %(number)s in this register.", number=number))
    page = contributor_page(author, provenance.names(session(), number), shares, public)
    if form != "html":
        return tables.answer(works_table(page.works, "contributor"), form)
    return render_template("people/contributor.html", page=page)


@blueprint.get("/d/<domain>")
def domain(domain: str) -> str | Response:
    """One mail domain."""
    form = tables.asked_format()
    identities = provenance.at_domain(session(), domain)
    shares = provenance.shares_of(session(), identities)
    public = custody.repositories_among(session(), {one.repository for one in shares})
    page = domain_page(domain, shares, public)
    if not page.works:
        raise NotFoundError(gettext("The register knows no contributor with an address at this domain."))
    if form != "html":
        return tables.answer(works_table(page.works, "mail-domain"), form)
    return render_template("people/domain.html", page=page)
