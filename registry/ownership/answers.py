# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Answers: what the engine says of a contribution (vurdering; no ruling), word for word as shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.text import Word


class State(Word):
    """The title's state; claimable is all but the last two."""

    DOCUMENTED = "documented"
    CLAIMED = "claimed"
    DISPUTED = "disputed"
    OTHER = "other"
    UNKNOWN = "unknown"
    THIRD_PARTY = "third_party"
    NOT_PROTECTED = "not_protected"


CLAIMABLE = (State.DISPUTED, State.UNKNOWN, State.OTHER, State.CLAIMED, State.DOCUMENTED)
"""The states of works that somebody can hold, worst first (rule 11)."""

WORST_FIRST = (*CLAIMABLE, State.THIRD_PARTY, State.NOT_PROTECTED)
"""All states: behind those, what is others' component, and what nobody can hold."""


class Break(Word):
    """Why a chain does not reach the party that is asked about (brud)."""

    AUTHOR_UNKNOWN = "author_unknown"
    ENGAGEMENT_UNKNOWN = "engagement_unknown"
    ENGAGEMENT_AMBIGUOUS = "engagement_ambiguous"
    DOCUMENTATION_BY_EMPLOYEE = "documentation_by_employee"
    NO_AGREEMENT = "no_agreement"
    NOT_COVERED = "not_covered"
    TERMINATED = "terminated"
    NO_REASSIGNMENT_RIGHT = "no_reassignment_right"
    PARTY_DID_NOT_EXIST = "party_did_not_exist"
    PARTY_ENDED = "party_ended"
    AUTHORITY_LACKING = "authority_lacking"
    LIMITED_RIGHTS = "limited_rights"
    ESTATE_HOLDS = "estate_holds"
    HOLDER_ENDED = "holder_ended"


class Weak(Word):
    """Why a link is only likely."""

    PRESUMED_IDENTITY = "presumed_identity"
    PRESUMED_ENGAGEMENT = "presumed_engagement"
    AUTHOR_DOUBTFUL = "author_doubtful"
    OUTSIDE_DUTIES = "outside_duties"
    BULK_IMPORT = "bulk_import"
    CREATION_DATE_UNKNOWN = "creation_date_unknown"
    DOCUMENTATION_BY_EMPLOYEE = "documentation_by_employee"
    MAKER_PRESUMED = "maker_presumed"
    ONWARD_PRESUPPOSED = "onward_presupposed"
    AUTHORITY_UNVERIFIED = "authority_unverified"
    WEAK_FORM = "weak_form"
    DOCUMENT_UNSEEN = "document_unseen"
    UNCERTAIN_LAW = "uncertain_law"


class Mend(Word):
    """A paper that would mend a break or a weak link (udestående dokument)."""

    IDENTITY_CONFIRMATION = "identity_confirmation"
    ENGAGEMENT_CONFIRMATION = "engagement_confirmation"
    CONTRIBUTOR_DECLARATION = "contributor_declaration"
    EMPLOYMENT_TERMS = "employment_terms"
    ASSIGNMENT = "assignment"
    ONWARD_CONSENT = "onward_consent"
    AUTHORITY_PROOF = "authority_proof"
    RATIFICATION = "ratification"
    WAIVER = "waiver"


class Flag(Word):
    """What changes no state and is shown beside the answer."""

    EMPLOYER_USE = "employer_use"
    MORAL_RIGHTS = "moral_rights"
    DEPENDS_ON = "depends_on"
    REVERSION_POSSIBLE = "reversion_possible"
    REMUNERATION_RIGHT = "remuneration_right"
    PUBLIC_LAW_UNCHECKED = "public_law_unchecked"
    RECORDING_RIGHT = "recording_right"
    RETROACTIVE_CLAUSE = "retroactive_clause"
    CONFIRMATION_MAY_DISPUTE = "confirmation_may_dispute"
    NO_CURE = "no_cure"
    METHOD_DECIDES = "method_decides"


class Grade(Word):
    """How firm a link is: by settled law, by usual opinion, or weak."""

    SETTLED = "settled"
    USUAL = "usual"
    WEAK = "weak"


@dataclass(frozen=True, order=True)
class Cure:
    """A paper to get: what, by whom, to whom, about which paper; empty where unknown or not meant."""

    paper: Mend
    by: str = ""
    to: str = ""
    agreement: str = ""


@dataclass(frozen=True, order=True)
class Against:
    """What stands against an answer: a later paper of a giver who had given before, or a claim, which is no paper.

    `by` gave the paper to `owner` on `day` (as signed), or claimed that `owner` owns it; `now` is the owner, read as
    its successor. `paper` is the paper's id, else `source` says where the claim stands.
    """

    owner: str
    by: str
    day: date
    now: str
    paper: str = ""
    source: str = ""


@dataclass(frozen=True)
class Link:
    """One step of a chain: from whom to whom, by which rule and which paper, engagement or succession.

    `confirmed_by` is the later paper that lends the link its grade, if one does.
    """

    giver: str
    taker: str
    rule: str
    by: str
    grade: Grade
    day: date
    weak: tuple[Weak, ...] = ()
    confirmed_by: str = ""

    def on(self, day: date) -> Link:
        """Return the same step on another day."""
        return Link(self.giver, self.taker, self.rule, self.by, self.grade, day, self.weak, self.confirmed_by)


@dataclass(frozen=True)
class Determination:
    """The engine's answer for one contribution. Every list is sorted and says each thing once."""

    state: State
    holders: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    breaks: tuple[Break, ...] = ()
    weak: tuple[Weak, ...] = ()
    cures: tuple[Cure, ...] = ()
    flags: tuple[Flag, ...] = ()
    limits: tuple[str, ...] = ()
    contested_by: tuple[str, ...] = ()
    licensed_in: tuple[str, ...] = ()
    ai_assisted: bool = False
    against: tuple[Against, ...] = ()

    def linked(self, links: tuple[Link, ...]) -> Determination:
        """Return the same answer with other links; `replace` takes four times as long, and they are many."""
        other = object.__new__(Determination)
        vars(other).update(vars(self), links=links)
        return other
