# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What stands where in the API, in the order in which somebody new would look."""

from __future__ import annotations

from dataclasses import dataclass

from registry.web.language import gettext


@dataclass(frozen=True)
class Answer:
    """What stands at an address."""

    address: str
    what: str


def answers() -> tuple[Answer, ...]:
    """Return every address with what stands there."""
    told = (*_lists(), *_of_a_repository(), *_of_others(), *_of_licences(), *_of_evidence(), *_badges())
    return tuple(Answer(*each) for each in told)


def _lists() -> list[tuple[str, str]]:
    return [
        ("/api/v1/", gettext("Where everything is")),
        ("/api/v1/repositories", gettext("Repositories; narrowed by name, organisation, product or light")),
    ]  # fmt: skip


def _of_a_repository() -> list[tuple[str, str]]:
    of = "/api/v1/repositories/{number}"
    return [
        (of, gettext("One repository with its four facts")),
        (f"{of}/custody", gettext("Who controls it, and who did before")),
        (f"{of}/provenance", gettext("What was read of it, what was left out and why, and its family")),
        (f"{of}/contributors", gettext("Who wrote it")),
        (f"{of}/looked-through", gettext("Changes that are looked through, by decision or by the repository's own list")),
        (f"{of}/growth", gettext("Whose lines stood on its main line, month by month")),
        (f"{of}/files", gettext("Its files, and what each counts as")),
        (f"{of}/lines?path=", gettext("Who wrote each line of a file")),
        (f"{of}/ownership", gettext("Title: shares by state, holder and kind of work, and what is missing")),
        (f"{of}/ownership/files", gettext("Title, file by file")),
        (f"{of}/ownership/lines?path=", gettext("The chain behind each line, with its papers")),
        (f"{of}/plan", gettext("The papers that would close the gaps")),
        (f"{of}/licences", gettext("What the licence facts amount to, and what contradicts")),
        (f"{of}/licences/sources", gettext("Every place that says something of the licence")),
        (f"{of}/components", gettext("Third parties' components that manifests and lock files name")),
        (f"{of}/relicensing?to=", gettext("Whose consent another licence takes, file by file")),
        (f"{of}/terms", gettext("What one may, must and must not do, by use")),
        (f"{of}/spdx.json", gettext("SPDX 2.3; also spdx.spdx, spdx.yaml, spdx.xml, spdx.rdf, and 3.0.1 as spdx3.json")),
        (f"{of}/NOTICE", gettext("The notices that a delivery must carry")),
        (f"{of}/proposals.patch", gettext("A patch that adds what is missing of publiccode.yml, REUSE.toml and NOTICE")),
    ]  # fmt: skip


def _of_others() -> list[tuple[str, str]]:
    return [
        ("/api/v1/products", gettext("Products")),
        ("/api/v1/products/{slug}", gettext("One product")),
        ("/api/v1/products/{slug}/plan", gettext("The papers that would close the gaps of a product")),
        ("/api/v1/organisations", gettext("Organisations on GitHub, and whose they are stated to be")),
        ("/api/v1/organisations/{login}", gettext("One organisation on GitHub")),
        ("/api/v1/parties", gettext("The authorities, companies and associations that papers name")),
        ("/api/v1/parties/{party}", gettext("One of them, with whom it succeeded")),
        ("/api/v1/contributors/{number}", gettext("One contributor, by name; mail addresses are never shown")),
    ]  # fmt: skip


def _of_licences() -> list[tuple[str, str]]:
    return [
        ("/api/v1/licences", gettext("The licences that have written terms")),
        ("/api/v1/licences/{identifier}", gettext("The terms of one licence")),
        ("/api/v1/terms?expression=", gettext("The terms of an SPDX expression")),
        ("/api/v1/combinations?inbound=&outbound=", gettext("Whether code under one licence may go into another's work")),
    ]  # fmt: skip


def _of_evidence() -> list[tuple[str, str]]:
    return [
        ("/api/v1/harvests", gettext("When the register looked")),
        ("/api/v1/harvests/{harvest}/results", gettext("What one harvest found of each repository")),
        ("/api/v1/observations/{number}", gettext("One piece of evidence: what was seen, where and when")),
        ("/api/v1/observations/{number}/bytes", gettext("Its bytes, addresses masked")),
        ("/api/v1/log", gettext("The register's log")),
        ("/api/v1/log/{position}", gettext("One entry, with its proof")),
        ("/api/v1/log/checkpoint", gettext("The signed checkpoint")),
    ]  # fmt: skip


def _badges() -> list[tuple[str, str]]:
    return [
        ("/badge/{owner}/{name}/title.svg", gettext("A badge: how much is documented as OS2's")),
        ("/badge/{owner}/{name}/licence.svg", gettext("A badge: the licence")),
    ]  # fmt: skip
