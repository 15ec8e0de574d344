# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The shapes of repositories: the four facts apart, in their order, each with what it rests on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import WithJsonSchema

from registry.api.shapes.shape import Shape
from registry.custody.model import CustodyLight, Keeper, Visibility
from registry.licences.model import Light, Reason
from registry.provenance.bulk import Confidence
from registry.provenance.bulk import Kind as BulkKind
from registry.provenance.snapshot import Method


class Custody(Shape):
    """Who controls a repository, as observed. It says nothing of who owns what is in it."""

    light: CustodyLight
    visibility: Visibility
    organisation: str
    keeper: Keeper
    seen_at: datetime | None
    observation: int | None


class Provenance(Shape):
    """What was read: `lines` are the repository's own; those delivered in bulk are counted apart."""

    commit: str
    branch: str
    read_at: datetime
    observation: int | None
    commits: int
    files: int
    lines: int
    lines_written_individually: int
    lines_in_bulk: int
    lines_not_attributable: int


class Title(Shape):
    """Who holds the copyright: shares of the lines that somebody can hold. Without papers it is not assessed."""

    assessed: bool
    as_of: date
    documented: float | None
    usable: float | None


class Licence(Shape):
    """What is concluded of the licence, and why; `reason_text` is in the language asked for."""

    light: Light
    concluded: str | None
    documentation: str | None
    reason: Reason
    reason_text: str


class Repository(Shape):
    """A repository as the register knows it now. Null: its content was never read, or no licence looked for."""

    id: int
    name: str
    github_id: int | None
    wiki_of: int | None
    archived: bool
    fork: bool
    first_seen: datetime
    last_seen: datetime | None
    products: tuple[str, ...]
    custody: Custody
    provenance: Provenance | None
    licence: Licence | None
    address: str
    page: str


class Repositories(Shape):
    """A part of the repositories, by name; `next` is the address of those that follow."""

    items: tuple[Repository, ...]
    next: str | None


class Whole(Repository):
    """A repository with the title behind its licence, and the addresses of what is known of it."""

    description: str
    title: Title | None
    title_address: str
    custody_address: str
    provenance_address: str
    licences_address: str
    terms_address: str
    files_address: str
    contributors_address: str
    growth_address: str
    looked_through_address: str


class Holding(Shape):
    """A dated name and controller: one custody row. `until` is null while it lasts."""

    name: str
    since: datetime
    until: datetime | None
    observation: int | None


class CustodyWhole(Shape):
    """Custody with its past, and on what ground the organisation is stated to be somebody's."""

    repository: int
    now: Custody
    basis: str | None
    holdings: tuple[Holding, ...]


class Counted(Shape):
    """Files and lines of one kind or reason."""

    name: str
    files: int
    lines: int


class Ruling(Shape):
    """What a person decided of a commit; it takes the rule's place."""

    deliverer: str
    by: str
    reason: str
    day: date


class Bulk(Shape):
    """A commit that brought much at once, by which rule and signs; `delivers`: its lines count as in bulk."""

    commit: str
    kind: Annotated[BulkKind, WithJsonSchema({"type": "string", "enum": list(BulkKind)})]
    rule: str
    confidence: Confidence
    signs: dict[str, int]
    delivers: bool
    ruling: Ruling | None


class Relative(Shape):
    """Another repository that shares root commits: what both have, and what each has alone."""

    repository: int
    name: str
    shared: int
    only_there: int
    only_here: int


class ProvenanceWhole(Shape):
    """What was read, by kind of work, what was left out and why, and the family of the repository."""

    repository: int
    now: Provenance
    method: Method
    roots: tuple[str, ...]
    by_work_type: tuple[Counted, ...]
    left_out: tuple[Counted, ...]
    bulk: tuple[Bulk, ...]
    family: tuple[Relative, ...]


class Contributor(Shape):
    """What one identity wrote. No person follows from a name, no employer from a mail domain."""

    id: int
    name: str
    mail_domain: str
    lines: int
    files: int
    documents: int
    commits: int
    co_authored: int
    first_day: date | None
    last_day: date | None
    address: str


class Contributors(Shape):
    """A part of those who wrote a repository, most lines first."""

    items: tuple[Contributor, ...]
    next: str | None


class Wrote(Shape):
    """What an identity wrote of one repository."""

    repository: int
    name: str
    lines: int
    commits: int
    first_day: date | None
    last_day: date | None


class Identity(Shape):
    """One identity: the names seen with an address that is never shown, and what it wrote."""

    id: int
    names: tuple[str, ...]
    mail_domain: str
    wrote: tuple[Wrote, ...]
    page: str
