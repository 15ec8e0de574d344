# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The engine's words in Danish, as a lawyer would say them."""

from __future__ import annotations

from registry.agreements.model import AgreementKind
from registry.ownership.answers import Break, Flag, Mend, State, Weak

STATES = {
    State.DOCUMENTED: "dokumenteret",
    State.CLAIMED: "sandsynliggjort",
    State.DISPUTED: "omtvistet",
    State.OTHER: "tilhører en anden",
    State.UNKNOWN: "uafklaret",
    State.THIRD_PARTY: "tredjepartskomponent",
    State.NOT_PROTECTED: "ikke ophavsretligt beskyttet",
}
BREAKS = {
    Break.AUTHOR_UNKNOWN: "Det vides ikke, hvem der har skrevet det.",
    Break.ENGAGEMENT_UNKNOWN: "Ophavsmandens tilknytning på dagen kendes ikke.",
    Break.ENGAGEMENT_AMBIGUOUS: "Ophavsmanden havde flere tilknytninger, som fører til hver sin indehaver.",
    Break.DOCUMENTATION_BY_EMPLOYEE: "Tekster og billeder bliver hos den ansatte, og der er ikke "
    "registreret en aftale herom.",
    Break.NO_AGREEMENT: "Der er ikke registreret en aftale, hvorved indehaveren har overdraget dette.",
    Break.NOT_COVERED: "Der er registreret overdragelser fra indehaveren, men ingen af dem omfatter dette.",
    Break.TERMINATED: "Aftalen var ophørt, før den kunne virke for dette.",
    Break.NO_REASSIGNMENT_RIGHT: "Indehaveren har fået rettighederne ved en aftale, som ikke giver lov "
    "til videreoverdragelse.",
    Break.PARTY_DID_NOT_EXIST: "En part i aftalen fandtes ikke, da den blev underskrevet eller skulle virke.",
    Break.PARTY_ENDED: "Overdrageren var ophørt, da aftalen blev underskrevet eller skulle virke.",
    Break.AUTHORITY_LACKING: "Aftalen er underskrevet uden tegningsret og er ikke godkendt.",
    Break.LIMITED_RIGHTS: "Aftalen giver kun en begrænset brugsret.",
    Break.ESTATE_HOLDS: "Rettighederne er i konkursboet.",
    Break.HOLDER_ENDED: "Indehaveren er ophørt uden efterfølger.",
}
WEAK = {
    Weak.PRESUMED_IDENTITY: "det er kun formodet, hvem adressen tilhører",
    Weak.PRESUMED_ENGAGEMENT: "tilknytningen er kun formodet",
    Weak.AUTHOR_DOUBTFUL: "forfatterfeltet er tvivlsomt",
    Weak.OUTSIDE_DUTIES: "udvikling hørte ikke til den ansattes opgaver",
    Weak.BULK_IMPORT: "indholdet er leveret samlet, og det er kun formodet, hvem der skrev det",
    Weak.CREATION_DATE_UNKNOWN: "det vides ikke, hvornår det er skrevet",
    Weak.DOCUMENTATION_BY_EMPLOYEE: "det er usikkert, om arbejdsgiveren har fået rettighederne til den "
    "ansattes tekst",
    Weak.MAKER_PRESUMED: "det er kun formodet, hvem der har frembragt dataene",
    Weak.ONWARD_PRESUPPOSED: "retten til videreoverdragelse er kun forudsat",
    Weak.AUTHORITY_UNVERIFIED: "tegningsretten er ikke dokumenteret",
    Weak.WEAK_FORM: "aftalen er indgået pr. e-mail, mundtligt eller uden underskrift",
    Weak.DOCUMENT_UNSEEN: "dokumentet er ikke set",
    Weak.UNCERTAIN_LAW: "retstilstanden er usikker",
}
MENDS = {
    Mend.IDENTITY_CONFIRMATION: "bekræftelse af, hvem adressen tilhører",
    Mend.ENGAGEMENT_CONFIRMATION: "bekræftelse af tilknytningen",
    Mend.CONTRIBUTOR_DECLARATION: "erklæring om, hvem der har bidraget og hvornår",
    Mend.EMPLOYMENT_TERMS: "ansættelsesvilkår, der overdrager rettighederne med ret til videreoverdragelse",
    Mend.ASSIGNMENT: "rettighedsoverdragelse",
    Mend.ONWARD_CONSENT: "samtykke til videreoverdragelse",
    Mend.AUTHORITY_PROOF: "bevis for tegningsret",
    Mend.RATIFICATION: "godkendelse af det, der blev underskrevet uden tegningsret",
    Mend.WAIVER: "opgivelse af det, der gøres krav på",
}
FLAGS = {
    Flag.EMPLOYER_USE: "Arbejdsgiveren må bruge det, som driften krævede, da det blev til.",
    Flag.MORAL_RIGHTS: "Ophavsmanden skal nævnes; det kan ikke frafaldes generelt (§ 3).",
    Flag.DEPENDS_ON: "Det bygger på andres værk; ændring af licens kræver også deres samtykke (§§ 4-5).",
    Flag.REVERSION_POSSIBLE: "Overdragelsen kan i særlige tilfælde hæves, hvis den ikke udnyttes (§ 54).",
    Flag.REMUNERATION_RIGHT: "Ophavsmanden har krav på et rimeligt vederlag (§ 55).",
    Flag.PUBLIC_LAW_UNCHECKED: "Myndighedens beslutning om at give det bort er ikke registreret.",
    Flag.RECORDING_RIGHT: "Optagelser og fotografier bærer også en egen ret (§§ 66, 67 og 70).",
    Flag.RETROACTIVE_CLAUSE: "En aftale siger, at den virker fra før underskriften; det flytter intet "
    "tidligere.",
    Flag.CONFIRMATION_MAY_DISPUTE: "En bekræftelse kan bringe en konflikt for dagen.",
    Flag.NO_CURE: "Intet enkelt dokument afhjælper dette; det kræver en dom eller en ny aftale mellem "
    "alle berørte.",
    Flag.METHOD_DECIDES: "Hvem det tilhører, afhænger af, hvilken ændring der regnes for den, der skrev "
    "det; hver af dem er vurderet, og den dårligste vurdering gælder.",
}
KINDS = {
    AgreementKind.ASSIGNMENT: "rettighedsoverdragelse",
    AgreementKind.FLOSS_AGREEMENT: "FLOSS-aftale",
    AgreementKind.DEVELOPMENT_CONTRACT: "udviklingskontrakt",
    AgreementKind.EMPLOYMENT_TERMS: "ansættelsesvilkår",
    AgreementKind.CONSULTANCY_TERMS: "konsulentvilkår",
    AgreementKind.DONATION: "gave",
    AgreementKind.CONTRIBUTOR_LICENCE: "bidragslicens",
    AgreementKind.INBOUND_LICENCE: "licens til foreningen",
    AgreementKind.CONNECTION_AGREEMENT: "tilslutningsaftale",
    AgreementKind.MEMBERSHIP_AGREEMENT: "medlemsaftale",
    AgreementKind.INVOICE: "faktura",
    AgreementKind.WAIVER: "frafald",
}
LINKS = {
    "employment_code": "{giver} skrev det som ansat; kode, der skrives som led i ansættelsen, tilhører "
    "arbejdsgiveren {taker} (§ 59)",
    "employment_texts": "{giver} skrev det som ansat hos {taker}, der allerede var forpligtet til at "
    "aflevere det",
    "data": "{giver} er ansat hos {taker}, der formodes at have frembragt dataene (§ 71)",
    "assignment": "{giver} overdrog det til {taker} (§ 53)",
    "assigned_before": "det gik over fra {giver} til {taker} efter en aftale, der var indgået forinden (§ 53)",
    "merger": "{taker} overtog alt fra {giver} ved fusion",
    "municipal_merger": "{taker} overtog alt fra {giver} ved kommunesammenlægning",
    "ressort": "{taker} overtog {giver}s område ved ressortomlægning",
    "demerger": "{giver} blev spaltet; det er hos {taker}",
    "municipal_split": "{giver} blev delt; det er hos {taker}",
    "task_transfer": "en opgave gik fra {giver}; det er hos {taker}",
    "bankruptcy": "{giver} gik konkurs; det er i boet {taker}",
    "inheritance": "{taker} arvede {giver}",
}
PHRASES = {
    "as_of": "Vurdering pr. {as_of}, som registreret {known}. Det er en vurdering, ingen afgørelse.",
    "state": "{state}",
    "holders": "Indehaver: {names}.",
    "nobody": "Ingen kendt indehaver.",
    "begins": "Kæden begynder hos {name}, {day}.",
    "link": "{day}: {why}",
    "confirmed": ", bekræftet ved {name}",
    "usual": "efter den sædvanlige opfattelse",
    "competing": "{by} har givet {owner} de samme rettigheder ved {name}, underskrevet {day}",
    "claimed": "{by} gjorde {day} gældende, at det tilhører {owner} ({source}); det er et udsagn, ingen aftale",
    "now": " (nu {name})",
    "weak": "Svagt led: {reasons}.",
    "break": "Brud: {text}",
    "cure": "Udestående: {paper}{by}{to}{agreement}.",
    "by": ", fra {name}",
    "to": ", til {name}",
    "agreement": ", om {name}",
    "licensed_in": "Må bruges med licens efter {names}.",
    "contested_by": "Bestridt af {names}, hvilket ikke ændrer vurderingen.",
    "alter": "{name} siger ikke, at værket må ændres.",
    "relicense": "{name} giver ikke ret til at vælge en anden licens.",
    "paper": "{kind} {name}, underskrevet {day}",
    "note": "Bemærk: {text}",
    "ai": "Skrevet med hjælp fra kunstig intelligens; mennesket er ophavsmand.",
    "joint": "Hver indehaver kan alene påtale en krænkelse (§ 6).",
    "hand": "en ansat hos {name}, som erklæringen skal nævne",
    "double": "Loven har ingen regel om dobbeltoverdragelse.",
    "lines": "{count} linjer",
    "shares": "Dokumenteret: {all} af alt, {code} af kode, {documentation} af dokumentation. "
    "Kan bruges: {usable_all}, {usable_code}, {usable_documentation}.",
    "left_out": "Ikke medregnet: {parts}.",
    "nothing": "intet at måle",
}
