# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What each parameter must be, in Danish and English: said to whoever gave something else."""

from __future__ import annotations

from collections.abc import Mapping

from registry.api.language import say
from registry.custody.model import CustodyLight
from registry.errors import NotFoundError
from registry.licences.model import Light, Reason
from registry.licences.terms.model import Use
from registry.ownership.answers import State
from registry.pipeline.relicensing import Outcome
from registry.provenance.snapshot import Skip

MOST, USUAL = 500, 100
"""How many members one answer of a list holds at most, and where nothing is asked for."""


class NothingThereError(NotFoundError):
    """The register holds no such thing, and the API knows more of why: `danish`, `english`."""

    def __init__(self, danish: str, english: str) -> None:
        super().__init__(english)
        self.danish = danish

    def told(self) -> str:
        """Return why, in the language of this request."""
        return say(self.danish, str(self))


_UNKNOWN = ("registret kender ikke denne parameter", "the register knows no such parameter")
TWICE = ("kan kun angives én gang", "can be given only once")


def _one_of(values: type[CustodyLight | Light | Reason | Use | State | Skip | Outcome]) -> tuple[str, str]:
    listed = ", ".join(values)
    return f"en af: {listed}", f"one of: {listed}"


_DAY = (
    "en dag i formen ÅÅÅÅ-MM-DD",
    "a day in the form YYYY-MM-DD",
)
_LICENCE = (
    "én licens med SPDX's navn, for eksempel MPL-2.0",
    "a single licence by SPDX's name, MPL-2.0 for example",
)
EXPECTED: Mapping[str, tuple[str, str]] = {
    "limit": (f"et helt tal fra 1 til {MOST}", f"a whole number from 1 to {MOST}"),
    "cursor": (
        "en markør, som den står i det forrige svars next",
        "a cursor as it stands in the next of the answer before",
    ),
    "q": ("højst 200 tegn", "at most 200 characters"),
    "name": ("OWNER/NAME, som på GitHub", "OWNER/NAME, as on GitHub"),
    "organisation": ("et login hos GitHub", "a login of GitHub"),
    "product": ("et produkts korte navn (slug)", "a product's short name (slug)"),
    "custody": _one_of(CustodyLight),
    "licence": _one_of(Light),
    "reason": _one_of(Reason),
    "left_out": _one_of(Skip),
    "state": _one_of(State),
    "use": _one_of(Use),
    "as_of": _DAY,
    "known": _DAY,
    "path": ("en fils sti i repositoriet", "a file's path in the repository"),
    "lines": ("linjer i formen 10 eller 10-20", "lines in the form 10 or 10-20"),
    "expression": (
        "et SPDX-udtryk, for eksempel MIT OR GPL-2.0-or-later",
        "an SPDX expression, MIT OR GPL-2.0-or-later for example",
    ),
    "to": (
        "en licens med SPDX's navn eller et valg, for eksempel MIT OR EUPL-1.2",
        "a licence by SPDX's name, or a choice, MIT OR EUPL-1.2 for example",
    ),
    "outcome": _one_of(Outcome),
    "inbound": _LICENCE,
    "outbound": _LICENCE,
    "about": (
        "hvad poster handler om, for eksempel repository/12",
        "what entries are about, repository/12 for example",
    ),
    "language": ("da eller en", "da or en"),
}


def expected(parameter: str) -> str:
    """Return what a parameter must be."""
    return say(*EXPECTED.get(parameter, _UNKNOWN))
