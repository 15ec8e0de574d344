# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A frame: what every page has, whatever it is about: its title, its answer in a sentence, the way to it."""

from __future__ import annotations

from dataclasses import dataclass

from registry.web import addresses
from registry.web.language import gettext


@dataclass(frozen=True)
class Crumb:
    """One step of the way to a page; the last one has no address."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Frame:
    """`answer` stands first on the page; `lists` says that its list can be taken along as CSV and JSON.

    `log` leads to what the register's log holds about the page's subject, `machine` to the same for programs.
    """

    title: str
    answer: str = ""
    crumbs: tuple[Crumb, ...] = ()
    lists: bool = False
    log: str = ""
    machine: str = ""


@dataclass(frozen=True)
class TextPage:
    """A page that is only text."""

    frame: Frame
    about: str = ""


def way(*steps: Crumb) -> tuple[Crumb, ...]:
    """Return the way to a page from the start page."""
    return (Crumb(gettext("Overview"), addresses.page("")), *steps)
