# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is said beside a closing plan: how its rows stand, and of which lines it asks nothing, or nothing yet."""

from __future__ import annotations

from registry.pipeline.planning import ClosingPlan
from registry.web.language import gettext, ngettext


def beside(plan: ClosingPlan) -> tuple[str, ...]:
    """Return the sentences that stand under a plan."""
    told = (_order(plan), _unforeseen(plan), _unreachable(plan), _licensed(plan), _by_method(plan))
    return tuple(one for one in told if one)


def _order(plan: ClosingPlan) -> str:
    if all(len(one.papers) == 1 for one in plan.rows):
        return ""
    return gettext(
        "Papers that only work together stand in one row; the rows stand by what they close for each of their papers."
    )


def _licensed(plan: ClosingPlan) -> str:
    if not plan.left_as_licensed:
        return ""
    return ngettext(
        "%(count)s line was licensed in by volunteers: it may be used, and nobody asks them for more.",
        "%(count)s lines were licensed in by volunteers: they may be used, and nobody asks for more.",
        plan.left_as_licensed,
    )


def _by_method(plan: ClosingPlan) -> str:
    if not plan.by_method:
        return ""
    return ngettext(
        "For %(count)s line the answer depends on which change counts as the one that wrote it: the plan asks for "
        "the papers that each of them makes needful.",
        "For %(count)s lines the answer depends on which change counts as the one that wrote them: the plan asks "
        "for the papers that each of them makes needful.",
        plan.by_method,
    )


def _unforeseen(plan: ClosingPlan) -> str:
    if not plan.unforeseen:
        return ""
    return ngettext(
        "Of %(count)s line it must first be known who wrote it, and for whom: no plan can foresee what follows.",
        "Of %(count)s lines it must first be known who wrote them, and for whom: no plan can foresee what follows.",
        plan.unforeseen,
    )


def _unreachable(plan: ClosingPlan) -> str:
    hopeless = plan.unreachable - plan.unforeseen
    if not hopeless:
        return ""
    return ngettext(
        "%(count)s line no paper of anybody who is known would mend.",
        "%(count)s lines no paper of anybody who is known would mend.",
        hopeless,
    )
