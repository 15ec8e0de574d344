# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Readings: where neither the statute nor the domain's rules settle a question, how the engine reads it, and why.

Whoever disagrees finds here what to change. The register's caution is the measure: what is not settled never makes a
title better. `shown` is the worked case or the test that holds the engine to the reading.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """A question that a rule (its number on the page of rules) leaves open, and how it is read."""

    rule: str
    question: str
    reading: str
    shown: str


READINGS: tuple[Reading, ...] = (
    Reading(
        "2",
        "The methods name the same author on different days.",
        "Each day is determined like another author's: an employment may have begun or ended in between.",
        "pipeline/test_title_by_method.py",
    ),
    Reading(
        "2",
        "A method can name nobody for a line, because an older version is not at hand.",
        "It says nothing against a method that can: being unable to look is no statement.",
        "provenance/test_methods.py",
    ),
    Reading(
        "2",
        "The methods lead to equal states with different holders.",
        "All of them are listed; a licence counts only when each of them has given one.",
        "ownership/test_otherwise.py",
    ),
    Reading(
        "2",
        "A change that is recognised as reformatting stands as the author of lines.",
        "It created nothing, so its author is doubtful, and the link weak; what an earlier change says counts beside it.",
        "pipeline/test_title_by_method.py",
    ),
    Reading(
        "2",
        "What did the other methods say of a past day?",
        "They were asked about the content that was read last. A file that has not changed since is told by all of "
        "them; one that has, by the main one alone.",
        "pipeline/test_title_by_method.py",
    ),
    Reading(
        "3",
        "A person rules that an organisation delivered a change, though the change names an author.",
        "The chain begins at the deliverer, weakly: the author is whoever committed. Of a drop of others' components "
        "nobody's chain begins at whoever delivered it.",
        "pipeline/test_title_by_method.py",
    ),
    Reading(
        "3",
        "Can a paper by somebody who wrote what was delivered in bulk conflict with the deliverer's (rule 12)?",
        "Not before a list names the writer: until then the chain knows no earlier holder who could have given twice.",
        "ownership/cases/277-writer-s-paper-beside-a-delivery.yaml",
    ),
    Reading(
        "3",
        "From when does data delivered in bulk age, when a list says that it was made earlier, and a maker is named?",
        "From the end of the period that the list names: the maker says whose it is, and the list when.",
        "ownership/cases/278-data-in-bulk-ages-from-its-list.yaml",
    ),
    Reading(
        "4",
        "The employer was founded after the day of the work.",
        "An engagement that is stated to cover the day stands: the day of foundation may be that of a register, and "
        "papers alone are held to it (rule 7).",
        "ownership/cases/279-employer-founded-after-the-day.yaml",
    ),
    Reading(
        "4",
        "The employer had ended before the day, and nobody took its place.",
        "It acquires nothing, and the employee is the holder; the break says why, and the employee's own paper mends it.",
        "ownership/cases/137-employer-had-ended.yaml",
    ),
    Reading(
        "5",
        "Employment terms without the right to assign onward, of a text that the employer was bound to hand over.",
        "They do not confirm the weak link once the employer has passed the title on: it then gave what it was not "
        "allowed to give.",
        "ownership/cases/155-manual-bound-terms-without-onward.yaml",
    ),
    Reading(
        "7",
        "The giver of a paper acquires a title only after the paper acted.",
        "The paper does not reach it: the giver must hold at that moment, and works that exist already do not come "
        "into being again. A new paper is needed.",
        "ownership/cases/280-title-acquired-after-the-deed.yaml",
    ),
    Reading(
        "8",
        "A consent to assign onward that is given after the same holder gave the title away once more.",
        "It mends the first chain: both gifts lean on the same right, and the earlier one stands.",
        "ownership/cases/285-onward-consent-after-a-second-gift.yaml",
    ),
    Reading(
        "7",
        "The giver of a link has died and several heirs stand in its place: who confirms the link?",
        "Each of them, by one paper or by several; together they are as strong as the weakest that is needed.",
        "ownership/cases/299-both-heirs-confirm.yaml",
    ),
    Reading(
        "9",
        "Who proves the authority behind a paper by which every employee gives?",
        "Each employee for herself: a declaration by anybody else leaves the link weak.",
        "ownership/cases/281-authority-for-the-employees-paper.yaml",
    ),
    Reading(
        "10",
        "A demerger that says nothing of what it covers.",
        "Nothing passes, and for everything that the party held that day the link is weak; what it had given before "
        "is not touched.",
        "ownership/cases/282-demerger-that-names-nothing.yaml",
    ),
    Reading(
        "12",
        "A second paper goes to whoever holds that very day, and passes the title on later.",
        "It is no conflict: its taker had what the paper names, and gave it away itself.",
        "ownership/cases/286-paper-to-a-holder-in-the-middle.yaml",
    ),
    Reading(
        "12",
        "What does a waiver reach of papers that are signed after it, or by whoever stands there only later?",
        "Nothing: what is bought after a waiver was not given up by it, and nobody waives for a successor to be.",
        "ownership/cases/297-waiver-before-the-sale.yaml",
    ),
    Reading(
        "12",
        "A claim that is made after the claimant gave up what it claims.",
        "It is given up already: a waiver reaches later claims about the same works, too.",
        "ownership/cases/283-claim-after-a-waiver.yaml",
    ),
    Reading(
        "13",
        "A claim that is older than the work.",
        "It contradicts: a notice stands, and what is written beside it later stands under it.",
        "ownership/cases/284-claim-older-than-the-work.yaml",
    ),
    Reading(
        "13",
        "A claim names a company that is bankrupt.",
        "It is read as its estate, in which its titles are: where the estate holds, its old header contradicts nobody.",
        "ownership/cases/290-header-of-the-bankrupt.yaml",
    ),
    Reading(
        "13",
        "Who is asked for a waiver where a claim contradicts a holder who is not the asked party?",
        "The claimant. The holder by the papers is asked for an assignment, and has nothing to give up.",
        "ownership/test_telling.py",
    ),
    Reading(
        "14",
        "May a plan lean on papers that other lines need?",
        "No: each line is judged by the papers that it asks for itself. What depends on an author or an engagement "
        "that nobody knows is foreseen by no plan, and is counted apart.",
        "ownership/test_plan.py",
    ),
)
