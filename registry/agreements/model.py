# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Agreements: papers that move, limit or license rights. Declarations are evidence; claims are neither.

A paper is judged by what it says, never by what it is called: `Rights.moves_title`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.parties.model import Engagement
from registry.parties.scope import EVERYTHING, Covers
from registry.text import Word

PUBLIC = "public"
"""The taker of a licence that is given to everybody."""


class AgreementKind(Word):
    """What a paper is called."""

    ASSIGNMENT = "assignment"
    FLOSS_AGREEMENT = "floss_agreement"
    DEVELOPMENT_CONTRACT = "development_contract"
    EMPLOYMENT_TERMS = "employment_terms"
    CONSULTANCY_TERMS = "consultancy_terms"
    DONATION = "donation"
    CONTRIBUTOR_LICENCE = "contributor_licence"
    INBOUND_LICENCE = "inbound_licence"
    CONNECTION_AGREEMENT = "connection_agreement"
    MEMBERSHIP_AGREEMENT = "membership_agreement"
    INVOICE = "invoice"
    WAIVER = "waiver"


DECLARATION = "declaration"
"""The kind of a paper that is evidence and moves nothing; it has a noun of its own here."""

MOVING = frozenset(
    {
        AgreementKind.ASSIGNMENT,
        AgreementKind.FLOSS_AGREEMENT,
        AgreementKind.DEVELOPMENT_CONTRACT,
        AgreementKind.EMPLOYMENT_TERMS,
        AgreementKind.CONSULTANCY_TERMS,
        AgreementKind.DONATION,
    },
)
"""The only kinds that can move title."""

BINDING = frozenset(
    {AgreementKind.FLOSS_AGREEMENT, AgreementKind.DEVELOPMENT_CONTRACT, AgreementKind.CONSULTANCY_TERMS},
)
"""The kinds by which an employer can be bound beforehand to hand over its employees' texts (rule 5)."""

LICENCES = frozenset({AgreementKind.CONTRIBUTOR_LICENCE, AgreementKind.INBOUND_LICENCE})
"""The kinds that license and never move title."""


class Grant(Word):
    """What a paper says about altering, or about assigning onward."""

    GRANTED = "granted"
    SILENT = "silent"
    EXCLUDED = "excluded"


class Form(Word):
    """How a paper was signed."""

    QUALIFIED = "qualified"
    ADVANCED = "advanced"
    HANDWRITTEN = "handwritten"
    EMAIL = "email"
    ORAL = "oral"
    NONE = "none"


class Authority(Word):
    """What is known of the signer's right to sign that day (tegningsret, fuldmagt)."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    LACKING = "lacking"


class Document(Word):
    """Whether anybody has seen the paper."""

    HELD = "held"
    UNSEEN = "unseen"


class Declares(Word):
    """What a declaration is about."""

    ENGAGEMENT = "engagement"
    CONTRIBUTORS = "contributors"
    IDENTITY = "identity"
    AUTHORITY = "authority"
    RATIFICATION = "ratification"
    ONWARD = "onward"


@dataclass(frozen=True)
class Rights:
    """The rights that a paper gives; what it does not state it does not give."""

    assigns: bool = False
    all_uses: bool = False
    exclusive: bool = False
    perpetual: bool = False
    relicense: bool = False
    alter: Grant = Grant.SILENT
    reassign: Grant = Grant.SILENT

    @property
    def moves_title(self) -> bool:
        """Tell whether the paper gives the whole title: all uses, alone, for ever."""
        return self.assigns and self.all_uses and self.exclusive and self.perpetual


FULL = Rights(
    assigns=True,
    all_uses=True,
    exclusive=True,
    perpetual=True,
    relicense=True,
    alter=Grant.GRANTED,
    reassign=Grant.GRANTED,
)


@dataclass(frozen=True)
class Signature:
    """How a paper was signed and what is known of the signer's authority; not stated is the weakest."""

    form: Form = Form.NONE
    authority: Authority = Authority.UNVERIFIED


PROPER = Signature(Form.QUALIFIED, Authority.VERIFIED)


@dataclass(frozen=True)
class Agreement:
    """A paper between parties. `employees`: each employee of the assignee gives, instead of `assignors`."""

    id: str
    kind: AgreementKind
    assignors: tuple[str, ...]
    assignee: str | None
    signed: date
    effective: date | None = None
    terminated: date | None = None
    covers: Covers = EVERYTHING
    rights: Rights = Rights()
    signature: Signature = Signature()
    document: Document = Document.HELD
    employees: bool = False
    open_source: bool = False
    decision: bool = False
    recorded: date | None = None

    @property
    def begins(self) -> date:
        """Return the first day the paper can act: nothing acts before it is signed, whatever it says."""
        return self.signed if self.effective is None else max(self.signed, self.effective)

    @property
    def moves_title(self) -> bool:
        """Tell whether the paper is of a kind that moves title and gives the whole of it."""
        return self.kind in MOVING and self.rights.moves_title


@dataclass(frozen=True)
class Contributors:
    """What a list of contributors says: who made which works between which days, and who is their maker."""

    people: tuple[str, ...]
    covers: Covers = EVERYTHING
    created_from: date | None = None
    created_until: date | None = None
    maker: str | None = None


@dataclass(frozen=True)
class IdentityDeclared:
    """What a declaration of identity says: whose the address is."""

    email: str
    person: str


@dataclass(frozen=True)
class Declaration:
    """Evidence given in writing by somebody; `about` is the paper's id, or what is said."""

    id: str
    by: str
    declares: Declares
    about: str | Engagement | Contributors | IdentityDeclared
    signed: date
    signature: Signature = Signature()
    document: Document = Document.HELD
    recorded: date | None = None


@dataclass(frozen=True)
class Claim:
    """A dated statement by somebody that somebody owns something: it never moves title."""

    by: str
    owner: str
    day: date
    source: str
    covers: Covers = EVERYTHING
    withdrawn: date | None = None
    recorded: date | None = None
