# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""OS2's licence policy: MPL-2.0 for code, CC-BY-SA-4.0 for the rest; any OSI-approved licence is allowed."""

from __future__ import annotations

from registry.licences.expressions import alternatives
from registry.licences.osi import approved

CODE = "MPL-2.0"
DOCUMENTATION = "CC-BY-SA-4.0"
# known to ask for nothing but a notice: such a file inside a work under another licence is no contradiction
PERMISSIVE = frozenset(
    {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "ISC", "MIT", "MIT-0",
     "Unlicense", "WTFPL", "Zlib", "X11", "PSF-2.0", "Python-2.0", "OFL-1.1", "W3C"}
)  # fmt: skip
_PUBLIC_DOMAIN = frozenset({"CC0-1.0"})


def within_policy(expression: str, *, documentation: bool = False) -> bool:
    """Whether the policy allows the expression: one of its alternatives must be allowed whole."""
    return any(
        _allowed({one.removesuffix("+") for one in way}, documentation) for way in alternatives(expression)
    )


def _allowed(way: set[str], documentation: bool) -> bool:
    """The documentation's licence may stand beside a licence for the code, or alone where there is no code."""
    code = way - {DOCUMENTATION} - _PUBLIC_DOMAIN
    return code <= approved() and (bool(code) or documentation)


def is_permissive(expression: str) -> bool:
    """Whether some alternative of the expression is permissive throughout."""
    return any(all(one in PERMISSIVE for one in way) for way in alternatives(expression))
