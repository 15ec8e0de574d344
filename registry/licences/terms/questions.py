# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A question: what do you do with it, do you change it, who gets it? The answers lead to one of the uses."""

from __future__ import annotations

from enum import StrEnum

from registry.licences.terms.model import Use


class Purpose(StrEnum):
    """What somebody does with it."""

    SOFTWARE = "software"
    MODULE = "module"
    COMBINE = "combine"
    DOCUMENTATION = "documentation"


class Receiver(StrEnum):
    """Who gets it: nobody else, people who use it over the network, or people who receive a copy."""

    SELF = "self"
    NETWORK = "network"
    COPY = "copy"


_PURPOSES = {
    Purpose.MODULE: Use.LINK,
    Purpose.COMBINE: Use.COMBINE,
    Purpose.DOCUMENTATION: Use.DOCUMENTATION,
}


def use_for(purpose: Purpose, receiver: Receiver, *, changed: bool) -> Use:
    """Return the use that the answers amount to."""
    if purpose in _PURPOSES:
        return _PURPOSES[purpose]
    if receiver is Receiver.NETWORK:
        return Use.HOST
    if receiver is Receiver.COPY:
        return Use.DISTRIBUTE
    return Use.MODIFY if changed else Use.USE
