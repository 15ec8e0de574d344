# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The engine's words in English, as a lawyer would say them."""

from __future__ import annotations

from registry.agreements.model import AgreementKind
from registry.ownership.answers import Break, Flag, Mend, State, Weak

STATES = {
    State.DOCUMENTED: "documented",
    State.CLAIMED: "likely, not documented",
    State.DISPUTED: "disputed",
    State.OTHER: "somebody else's",
    State.UNKNOWN: "unknown",
    State.THIRD_PARTY: "a third party's component",
    State.NOT_PROTECTED: "not protected by copyright",
}
BREAKS = {
    Break.AUTHOR_UNKNOWN: "It is not known who wrote it.",
    Break.ENGAGEMENT_UNKNOWN: "The author's engagement on the day is not known.",
    Break.ENGAGEMENT_AMBIGUOUS: "The author had several engagements, which lead to different holders.",
    Break.DOCUMENTATION_BY_EMPLOYEE: "Texts and pictures stay with the employee, and no agreement about "
    "them is registered.",
    Break.NO_AGREEMENT: "No agreement is registered by which the holder has assigned this.",
    Break.NOT_COVERED: "Assignments by the holder are registered, but none of them covers this.",
    Break.TERMINATED: "The agreement had ended before it could act on this.",
    Break.NO_REASSIGNMENT_RIGHT: "The holder acquired by an agreement that does not let it assign onward.",
    Break.PARTY_DID_NOT_EXIST: "A party to the agreement did not exist when it was signed or was to act.",
    Break.PARTY_ENDED: "The giver had ended when the agreement was signed or was to act.",
    Break.AUTHORITY_LACKING: "The agreement was signed without authority and has not been ratified.",
    Break.LIMITED_RIGHTS: "The agreement gives only a limited right of use.",
    Break.ESTATE_HOLDS: "The title is in the bankruptcy estate.",
    Break.HOLDER_ENDED: "The holder has ended without a successor.",
}
WEAK = {
    Weak.PRESUMED_IDENTITY: "whose address it is is only presumed",
    Weak.PRESUMED_ENGAGEMENT: "the engagement is only presumed",
    Weak.AUTHOR_DOUBTFUL: "the author field is doubtful",
    Weak.OUTSIDE_DUTIES: "development was not among the employee's duties",
    Weak.BULK_IMPORT: "the content was delivered in bulk, and who wrote it is only presumed",
    Weak.CREATION_DATE_UNKNOWN: "it is not known when it was made",
    Weak.DOCUMENTATION_BY_EMPLOYEE: "it is uncertain whether the employer acquired the employee's text",
    Weak.MAKER_PRESUMED: "who made the data is only presumed",
    Weak.ONWARD_PRESUPPOSED: "the right to assign onward is only presupposed",
    Weak.AUTHORITY_UNVERIFIED: "the signer's authority is not proved",
    Weak.WEAK_FORM: "the agreement was made by e-mail, by word or without a signature",
    Weak.DOCUMENT_UNSEEN: "the document has not been seen",
    Weak.UNCERTAIN_LAW: "the law is uncertain",
}
MENDS = {
    Mend.IDENTITY_CONFIRMATION: "a confirmation of whose address it is",
    Mend.ENGAGEMENT_CONFIRMATION: "a confirmation of the engagement",
    Mend.CONTRIBUTOR_DECLARATION: "a declaration of who contributed, and when",
    Mend.EMPLOYMENT_TERMS: "employment terms that assign, with the right to assign onward",
    Mend.ASSIGNMENT: "an assignment",
    Mend.ONWARD_CONSENT: "a consent to onward assignment",
    Mend.AUTHORITY_PROOF: "proof of authority to sign",
    Mend.RATIFICATION: "a ratification of what was signed without authority",
    Mend.WAIVER: "a waiver of what is claimed",
}
FLAGS = {
    Flag.EMPLOYER_USE: "The employer may use it as its activity needed when it was made.",
    Flag.MORAL_RIGHTS: "The author must be named; that cannot be waived wholesale (s. 3).",
    Flag.DEPENDS_ON: "It builds on another's work; to change its licence needs their consent, too (ss. 4-5).",
    Flag.REVERSION_POSSIBLE: "The assignment can in special cases be cancelled if it is not used (s. 54).",
    Flag.REMUNERATION_RIGHT: "The author has a right to fair remuneration (s. 55).",
    Flag.PUBLIC_LAW_UNCHECKED: "The authority's decision to give it away is not recorded.",
    Flag.RECORDING_RIGHT: "Recordings and photographs carry a right of their own, too (ss. 66, 67 and 70).",
    Flag.RETROACTIVE_CLAUSE: "A paper says that it acts from before it was signed; that moves nothing "
    "earlier.",
    Flag.CONFIRMATION_MAY_DISPUTE: "A confirmation may bring a conflict to light.",
    Flag.NO_CURE: "No single paper mends this; it needs a court or a new paper by all concerned.",
    Flag.METHOD_DECIDES: "Whose this is depends on which change counts as the one that wrote it; each was "
    "assessed, and the worst answer counts.",
}
KINDS = {
    AgreementKind.ASSIGNMENT: "assignment",
    AgreementKind.FLOSS_AGREEMENT: "FLOSS agreement",
    AgreementKind.DEVELOPMENT_CONTRACT: "development contract",
    AgreementKind.EMPLOYMENT_TERMS: "employment terms",
    AgreementKind.CONSULTANCY_TERMS: "consultancy terms",
    AgreementKind.DONATION: "donation",
    AgreementKind.CONTRIBUTOR_LICENCE: "contributor licence",
    AgreementKind.INBOUND_LICENCE: "inbound licence",
    AgreementKind.CONNECTION_AGREEMENT: "connection agreement",
    AgreementKind.MEMBERSHIP_AGREEMENT: "membership agreement",
    AgreementKind.INVOICE: "invoice",
    AgreementKind.WAIVER: "waiver",
}
LINKS = {
    "employment_code": "{giver} made it in employment; such works are the employer's, {taker} (s. 59)",
    "employment_texts": "{giver} wrote it in employment with {taker}, who was already bound to hand it over",
    "data": "{giver} was employed by {taker}, who is presumed to have made the data (s. 71)",
    "assignment": "{giver} assigned it to {taker} (s. 53)",
    "assigned_before": "it passed from {giver} to {taker} by an agreement made before (s. 53)",
    "merger": "{taker} took over everything from {giver} by merger",
    "municipal_merger": "{taker} took over everything from {giver} by municipal merger",
    "ressort": "{taker} took over the field of {giver}",
    "demerger": "{giver} was divided; it is with {taker}",
    "municipal_split": "{giver} was divided; it is with {taker}",
    "task_transfer": "a task passed from {giver}; it is with {taker}",
    "bankruptcy": "{giver} went bankrupt; it is in the estate, {taker}",
    "inheritance": "{taker} inherited from {giver}",
}
PHRASES = {
    "as_of": "Assessed as of {as_of}, as recorded by {known}. It is an assessment, no ruling.",
    "state": "{state}",
    "holders": "Holder: {names}.",
    "nobody": "No known holder.",
    "begins": "The chain begins with {name}, {day}.",
    "link": "{day}: {why}",
    "confirmed": ", confirmed by {name}",
    "usual": "by usual opinion",
    "competing": "{by} gave {owner} the same rights by {name}, signed {day}",
    "claimed": "{by} claimed on {day} that {owner} owns it ({source}); that is a claim, no agreement",
    "now": " (now {name})",
    "weak": "Weak link: {reasons}.",
    "break": "Break: {text}",
    "cure": "Missing: {paper}{by}{to}{agreement}.",
    "by": ", by {name}",
    "to": ", to {name}",
    "agreement": ", about {name}",
    "licensed_in": "May be used under the licence in {names}.",
    "contested_by": "Contested by {names}, which does not change the assessment.",
    "alter": "{name} does not say that the work may be altered.",
    "relicense": "{name} gives no right to choose another licence.",
    "paper": "{kind} {name}, signed {day}",
    "note": "Note: {text}",
    "ai": "Written with the help of artificial intelligence; the human being is the author.",
    "joint": "Each holder may alone pursue an infringement (s. 6).",
    "hand": "an employee of {name} whom its declaration is to name",
    "double": "The act has no rule on double assignment.",
    "lines": "{count} lines",
    "shares": "Documented: {all} of everything, {code} of code, {documentation} of documentation. "
    "Usable: {usable_all}, {usable_code}, {usable_documentation}.",
    "left_out": "Left out: {parts}.",
    "nothing": "nothing to measure",
}
