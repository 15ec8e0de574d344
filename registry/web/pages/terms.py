# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A licence's page: what one may, must and must not do, by use; and the list of all licences with such terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from registry.licences.expressions import identifiers
from registry.licences.model import Conclusion, Reason
from registry.licences.policy import within_policy
from registry.licences.terms.compatibility import Answer, Combination, Origin, matrix, with_every_other
from registry.licences.terms.model import NO_LICENCE, LicenceTerms, Use
from registry.licences.terms.names import use_name
from registry.licences.terms.reading import every_licence
from registry.web import addresses
from registry.web.language import gettext
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.terms_columns import (
    LicenceView,
    UseLink,
    cited,
    first_said,
    licence_address,
    licence_view,
    said,
    text_address,
    use_links,
)
from registry.web.tables import Table


@dataclass(frozen=True)
class LicenceRow:
    """One licence of the list, and how many repositories stand under it."""

    identifier: str
    name: str
    href: str
    host: str
    policy: str
    repositories: int
    repositories_href: str


@dataclass(frozen=True)
class LicencesPage:
    """The list of licences."""

    frame: Frame
    rows: tuple[LicenceRow, ...]
    uses: tuple[str, ...]


@dataclass(frozen=True)
class Direction:
    """The answer for one direction of a combination."""

    answer: str
    colour: str
    icon: str
    why: str
    source: str
    source_href: str


@dataclass(frozen=True)
class CombinationRow:
    """Another licence: this one's code into its work, and its code into this one's work."""

    identifier: str
    href: str
    into: Direction
    out_of: Direction


@dataclass(frozen=True)
class LicencePage:
    """Everything on the page of a licence; without a chosen use the columns are those of use as it is."""

    frame: Frame
    view: LicenceView
    use: str
    uses: tuple[UseLink, ...]
    clauses: tuple[tuple[str, str], ...]
    text_href: str
    combinations: tuple[CombinationRow, ...]
    matrix: Origin
    matrix_name: str
    is_none: bool


def licences_page(concluded: Iterable[Conclusion]) -> LicencesPage:
    """Return the list of licences."""
    counts = Counter(name for one in concluded for name in _named(one))
    rows = [_row(one, counts[one.identifier]) for one in every_licence().values()]
    rows.sort(key=lambda row: -row.repositories)  # those in use first, the rest as they were: by identifier
    title = gettext("Licences and what they mean")
    answer = gettext(
        "Choose a licence to see what you may, must and must not do under it. There is no annual licence fee: "
        "users pay suppliers for operation, connection and development."
    )
    uses = tuple(said(use_name(use)) for use in Use)
    return LicencesPage(Frame(title, answer, way(Crumb(title)), lists=True), tuple(rows), uses)


def _named(concluded: Conclusion) -> set[str]:
    """Return the licences of a repository; NONE only where nothing at all was found."""
    if concluded.reason is Reason.NONE:
        return {NO_LICENCE}
    return set(identifiers(concluded.concluded)) if concluded.concluded else set()


def licences_table(page: LicencesPage) -> Table:
    """Return the list to take along."""
    columns = ("licence", "name", "hosting", "policy", "repositories")
    return Table(
        "licences", columns, [(r.identifier, r.name, r.host, r.policy, r.repositories) for r in page.rows]
    )


def licence_page(one: LicenceTerms, use: Use) -> LicencePage:
    """Return the page of one licence for one use."""
    base, name = licence_address(one.identifier), said(one.name)
    title = name if one.identifier == NO_LICENCE else one.identifier
    return LicencePage(
        frame=Frame(
            title,
            _answer(one, use),
            way(_list_crumb(), Crumb(title)),
            machine=addresses.api(f"licences/{one.identifier}"),
        ),
        view=licence_view(one, use),
        use=said(use_name(use)),
        uses=use_links(base, use),
        clauses=tuple((said(clause.name), clause.opening) for clause in cited(one, use)),
        text_href=text_address(one.identifier),
        combinations=_combinations(one.identifier),
        matrix=matrix(),
        matrix_name=said(matrix().name),
        is_none=one.identifier == NO_LICENCE,
    )


def _list_crumb() -> Crumb:
    return Crumb(gettext("Licences and what they mean"), addresses.page("licences"))


def _answer(one: LicenceTerms, use: Use) -> str:
    if one.identifier == NO_LICENCE:
        return gettext(
            "Where there is no licence nobody has any permission beyond the statute. Ask the right holder."
        )
    return gettext(
        "%(use)s under %(name)s: %(answer)s What it takes stands below.",
        name=said(one.name),
        use=said(use_name(use)),
        answer=first_said(one, use),
    )


def _row(one: LicenceTerms, repositories: int) -> LicenceRow:
    return LicenceRow(
        identifier=one.identifier,
        name=said(one.name),
        href=licence_address(one.identifier),
        host=_hosting(one),
        policy=_policy(one.identifier),
        repositories=repositories,
        repositories_href=_repositories(one.identifier),
    )


def _repositories(identifier: str) -> str:
    if identifier == NO_LICENCE:
        return f"{addresses.page('')}?licence=none"
    return f"{addresses.page('search')}?q={identifier}"


def _hosting(one: LicenceTerms) -> str:
    """What running it for others sets off, in a few words."""
    keys = {statement.key for column in one.uses[Use.HOST].values() for statement in column}
    if "no_hosting" in keys:
        return gettext("Not allowed")
    if "network_counts" in keys:
        return gettext("Counts as passing on: offer the source code")
    if "network_source" in keys:
        return gettext("Offer the source code if you changed it")
    if "public_counts" in keys:
        return gettext("Counts as sharing: name the author")
    if "nothing" in keys:
        return gettext("Allowed without conditions")
    return gettext("Allowed; the conditions reach only what others receive a copy of")


def _policy(identifier: str) -> str:
    if identifier == NO_LICENCE:
        return gettext("No licence")
    if within_policy(identifier):
        return gettext("Allowed for code")
    if within_policy(identifier, documentation=True):
        return gettext("Allowed for documentation")
    return gettext("Outside OS2's policy")


def _combinations(identifier: str) -> tuple[CombinationRow, ...]:
    """Return the table; without a licence there is nothing that could be combined."""
    pairs = with_every_other(identifier) if identifier != NO_LICENCE else ()
    return tuple(_combination(*pair) for pair in pairs)


def _combination(into: Combination, out_of: Combination) -> CombinationRow:
    return CombinationRow(into.outbound, licence_address(into.outbound), _direction(into), _direction(out_of))


def _direction(one: Combination) -> Direction:
    """An answer of the matrix is named once, above the table; any other names its source in the row."""
    word, colour, icon = _word(one.answer)
    of_matrix = one.origin == matrix()
    if of_matrix and one.answer in {Answer.YES, Answer.NO}:
        return Direction(word, colour, icon, "", "", "")
    parts = [said(clause.name) for clause in one.clauses]
    if one.origin and not of_matrix:
        parts.insert(0, ", ".join(filter(None, (said(one.origin.name), one.origin.day))))
    href = one.origin.url if one.origin and not of_matrix else ""
    return Direction(word, colour, icon, said(one.why), "; ".join(parts), href)


def _word(answer: Answer) -> tuple[str, str, str]:
    match answer:
        case Answer.YES:
            return gettext("Yes"), "green", "success"
        case Answer.NO:
            return gettext("No"), "red", "error"
        case Answer.CHECK:
            return gettext("To be checked"), "yellow", "warning"
        case Answer.UNKNOWN:
            return gettext("Unknown"), "grey", "help"
