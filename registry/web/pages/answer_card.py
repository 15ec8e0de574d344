# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An answer card: what a use of exactly this repository, at exactly this change, takes; to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from registry.governance.model import Product
from registry.licences import words as licence_words
from registry.licences.apart import apart
from registry.licences.model import Conclusion, Reason, Remarkable
from registry.licences.terms.answer import terms
from registry.licences.terms.model import NO_LICENCE, Terms, Use
from registry.licences.terms.names import use_name
from registry.web import addresses
from registry.web.language import gettext, language, ngettext
from registry.web.masking import shown
from registry.web.pages.delivery import Delivery, Material, delivery
from registry.web.pages.facts import licence_sign
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.licence import Clash, licence_view
from registry.web.pages.rows import product_name
from registry.web.pages.terms_columns import (
    UseLink,
    WayView,
    said,
    short_answer,
    use_links,
    ways,
)
from registry.web.pages.terms_questions import Question, questions
from registry.web.pages.title_behind import title_behind
from registry.web.signs import Sign


@dataclass(frozen=True)
class CardPage:
    """Everything on an answer card; `use` is "" until one is chosen."""

    frame: Frame
    base: str
    use: str
    uses: tuple[UseLink, ...]
    questions: tuple[Question, ...]
    clashes: tuple[Clash, ...]
    expression: str
    reason: str
    commit: str
    since: datetime | None
    ways: tuple[WayView, ...]
    needs_person: bool
    delivery: Delivery
    licence: Sign
    title: Sign
    contacts: tuple[tuple[str, str], ...]


def card_page(known: Material, use: Use | None, asked: dict[str, str]) -> CardPage:
    """Return the card of a repository for one use; without a use, the questions that lead to one."""
    repository = known.repository
    base = addresses.repository(repository.id, repository.full_name)
    concluded = known.kept.conclusion if known.kept else None
    found = applicable(concluded, use)
    return CardPage(
        frame=_frame(known, base, _answer(known, found, use), lists=use is not None),
        base=base,
        use=said(use_name(use)) if use else "",
        uses=use_links(f"{base}/terms", use),
        questions=questions(asked),
        clashes=licence_view(concluded, base).clashes,
        expression=found.expression if found and found.expression != NO_LICENCE else "",
        reason=_reason(concluded),
        commit=known.kept.commit if known.kept else "",
        since=known.kept.since if known.kept else None,
        ways=ways(found, use) if found and use else (),
        needs_person=found is None or found.needs_person,
        delivery=delivery(known, found, use),
        licence=licence_sign(concluded),
        title=title_behind(known.answers.in_short if known.answers else None),
        contacts=_contacts(known.products),
    )


def _frame(known: Material, base: str, answer: str, *, lists: bool) -> Frame:
    name = shown(known.repository.full_name)
    title = gettext("Answer card: %(repository)s", repository=name)
    steps = way(Crumb(name, base), Crumb(gettext("What may I do with it?")))
    machine = addresses.api(f"repositories/{known.repository.id}/terms") if known.kept else ""
    return Frame(title, answer, steps, lists, machine=machine)


def applicable(concluded: Conclusion | None, use: Use | None) -> Terms | None:
    """Return the terms that apply: the documentation's for its use; None where a person must decide first."""
    if concluded is None:
        return None
    if concluded.reason is Reason.NONE:
        return terms(NO_LICENCE)
    expression = concluded.documentation if use is Use.DOCUMENTATION else concluded.concluded
    return terms(expression) if expression else None


def _answer(known: Material, found: Terms | None, use: Use | None) -> str:
    name = shown(known.repository.full_name)
    if known.kept is None:
        return gettext(
            "The licence of %(repository)s has not been looked at. Ask before you use it.", repository=name
        )
    if found is None:
        return gettext(
            "%(repository)s needs a person: no licence can be concluded for this. %(reason)s",
            repository=name,
            reason=_reason(known.kept.conclusion),
        )
    if found.expression == NO_LICENCE:
        return gettext(
            "%(repository)s has no licence: nobody has any permission beyond the statute. Ask whoever is named below.",
            repository=name,
        )
    concluded = known.kept.conclusion
    return _concluded(name, found, use) + _reservation(concluded.reason) + _except(concluded)


def _concluded(name: str, found: Terms, use: Use | None) -> str:
    if use is None:
        return gettext(
            "%(repository)s stands under %(licence)s. Answer the questions, or choose what you want to do.",
            repository=name,
            licence=found.expression,
        )
    return gettext(
        "%(use)s: %(answer)s %(repository)s stands under %(licence)s; what it takes stands below.",
        use=said(use_name(use)),
        answer=short_answer(found, use)
        or gettext("It depends on which licence you choose, or which part you use."),
        repository=name,
        licence=found.expression,
    )


def _reservation(reason: Reason) -> str:
    """Return what stands in the way of a plain answer, behind it; "" where the sources simply agree."""
    if reason in {Reason.AGREE, Reason.AGREE_OUTSIDE}:
        return ""
    said_of_it = licence_words.reason(reason, "en" if language() == "en" else "da")
    return " " + gettext("But: %(reason)s", reason=said_of_it)


def _except(concluded: Conclusion) -> str:
    """Return that folders and files have a licence of their own; "" where none has."""
    places = [place for one in concluded.remarks if one.code is Remarkable.NESTED for place in one.places]
    folders = len({place.path.rpartition(b"/")[0] for place in places})
    files = len(apart(concluded).files)
    said = []
    if folders:
        said.append(
            ngettext(
                "Except for %(count)s folder that has a licence of its own: see below.",
                "Except for %(count)s folders that have licences of their own: see below.",
                folders,
            )
        )
    if files:
        said.append(
            ngettext(
                "Except for %(count)s file whose head names another licence: see below.",
                "Except for %(count)s files whose heads name another licence: see below.",
                files,
            )
        )
    return "".join(f" {one}" for one in said)


def _reason(concluded: Conclusion | None) -> str:
    reason = concluded.reason if concluded else Reason.NOT_LOOKED_AT
    return licence_words.reason(reason, "en" if language() == "en" else "da")


def _contacts(products: Sequence[Product]) -> tuple[tuple[str, str], ...]:
    """Product and the role that answers for it; never a person."""
    rows = (
        (product_name(one), ", ".join(filter(None, (one.contact_role, one.contact_organisation))))
        for one in products
    )
    return tuple((name, shown(role)) for name, role in rows if role)
