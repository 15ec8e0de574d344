# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The questions of an answer card, and the use that the answers in an address lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from registry.licences.terms.model import Use
from registry.licences.terms.questions import Purpose, Receiver, use_for
from registry.web.language import gettext
from registry.web.pages.filters import Option, one_of, options

_NAMES = ("what", "changed", "receiver")
_LEADING_TO: Mapping[str, dict[str, str]] = {
    Use.MODIFY: {"changed": "yes"},
    Use.HOST: {"receiver": Receiver.NETWORK},
    Use.DISTRIBUTE: {"receiver": Receiver.COPY},
    Use.LINK: {"what": Purpose.MODULE},
    Use.COMBINE: {"what": Purpose.COMBINE},
    Use.DOCUMENTATION: {"what": Purpose.DOCUMENTATION},
}


@dataclass(frozen=True)
class Question:
    """One question with its possible answers."""

    name: str
    text: str
    options: tuple[Option, ...]


def asked_use(arguments: Mapping[str, str]) -> Use | None:
    """Return the use that the address names, or that its answers lead to; raises BadInputError."""
    named = one_of(arguments, "use", ("", *(use.value for use in Use)))
    if named:
        return Use(named)
    if not any(arguments.get(name) for name in _NAMES):
        return None
    purpose = one_of(arguments, "what", tuple(Purpose), Purpose.SOFTWARE)
    receiver = one_of(arguments, "receiver", tuple(Receiver), Receiver.SELF)
    changed = one_of(arguments, "changed", ("no", "yes"), "no")
    return use_for(Purpose(purpose), Receiver(receiver), changed=changed == "yes")


def answers(arguments: Mapping[str, str]) -> dict[str, str]:
    """Return the answers that the address gives, or those that lead to the use that it names."""
    given = {name: arguments[name] for name in _NAMES if arguments.get(name)}
    return given or _LEADING_TO.get(arguments.get("use", ""), {})


def questions(given: Mapping[str, str]) -> tuple[Question, ...]:
    """Return the questions, with the given answers chosen."""
    what = (
        (Purpose.SOFTWARE, gettext("Use the software")),
        (Purpose.MODULE, gettext("Put a closed module of my own beside it")),
        (Purpose.COMBINE, gettext("Combine it with code under another licence")),
        (Purpose.DOCUMENTATION, gettext("Take over the documentation")),
    )
    changed = (("no", gettext("No, I use it as it is")), ("yes", gettext("Yes, I change it")))
    receiver = (
        (Receiver.SELF, gettext("Nobody outside my own organisation")),
        (Receiver.NETWORK, gettext("Others use it over the network; I run it")),
        (Receiver.COPY, gettext("Others receive a copy")),
    )
    return (
        Question("what", gettext("What do you do with it?"), options(what, given.get("what", "software"))),
        Question("changed", gettext("Do you change it?"), options(changed, given.get("changed", "no"))),
        Question("receiver", gettext("Who gets it?"), options(receiver, given.get("receiver", "self"))),
    )
