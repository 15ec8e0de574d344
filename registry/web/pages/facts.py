# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The four facts about a repository, as signs, bars and sentences, from what the stages know."""

from __future__ import annotations

from functools import cache

from registry.custody.model import Keeper, Repository, Visibility
from registry.licences import words as licence_words
from registry.licences.model import Conclusion, Light, Reason
from registry.provenance.snapshot import Snapshot
from registry.web.charts import Bar, Part
from registry.web.language import N_, gettext, language, ngettext, percent
from registry.web.masking import shown
from registry.web.signs import Colour, Fact, Seen, Sign

_KEEPERS = {
    Keeper.OS2: N_("With OS2"),
    Keeper.MEMBER: N_("With a member"),
    Keeper.SUPPLIER: N_("With a supplier"),
    Keeper.OTHER: N_("With somebody else"),
    Keeper.UNSTATED: N_("Not stated whose"),
}
_KEEPER_SENTENCES = {
    Keeper.OS2: N_("It lies in %(owner)s on GitHub, which is stated to be OS2's own organisation."),
    Keeper.MEMBER: N_("It lies in %(owner)s on GitHub, which is stated to be a member's organisation."),
    Keeper.SUPPLIER: N_("It lies in %(owner)s on GitHub, which is stated to be a supplier's organisation."),
    Keeper.OTHER: N_("It lies in %(owner)s on GitHub, which is stated to be somebody else's."),
    Keeper.UNSTATED: N_("It lies in %(owner)s on GitHub. Nobody has stated whose organisation that is."),
}


def custody_sign(repository: Repository) -> Sign:
    """Return who controls the repository, as observed."""
    observation = repository.state.observation if repository.state else None
    return Sign(
        fact=Fact.CUSTODY,
        colour=Colour(repository.light.value),
        word=custody_word(repository),
        sentence=_custody_sentence(repository),
        seen=Seen(repository.last_seen, observation) if repository.state else None,
    )


def in_sentence(sign: Sign) -> str:
    """Return the sign's word as it stands within a sentence; an identifier of a licence keeps its letters."""
    word = sign.word
    named = sign.fact is Fact.LICENCE and sign.colour in {Colour.GREEN, Colour.YELLOW}
    return word if named else lowered(word)


def lowered(word: str) -> str:
    """Return a word as it stands within a sentence: OS2 stays OS2."""
    return word[0].lower() + word[1:] if word[1:2].islower() else word


def custody_word(repository: Repository) -> str:
    """Return the word of the custody light."""
    match repository.visibility:
        case Visibility.NOT_OBSERVED:
            return gettext("Not observed")
        case Visibility.GONE:
            return gettext("No longer visible")
        case Visibility.BLOCKED:
            return gettext("Blocked")
        case _:
            return keeper_word(repository.keeper)


def keeper_word(keeper: Keeper) -> str:
    """Return whose an organisation is stated to be."""
    return gettext(_KEEPERS[keeper])


def _custody_sentence(repository: Repository) -> str:
    match repository.visibility:
        case Visibility.NOT_OBSERVED:
            return gettext("GitHub was not asked about this repository; it was read from git alone.")
        case Visibility.GONE:
            return gettext(
                "GitHub answers that there is no such repository: it was deleted or made private. "
                "GitHub does not say which."
            )
        case Visibility.BLOCKED:
            return gettext(
                "GitHub has blocked the repository for legal reasons, after a notice under the DMCA for example."
            )
        case _:
            return gettext(_KEEPER_SENTENCES[repository.keeper], owner=shown(repository.owner))


def provenance_bar(snapshot: Snapshot | None) -> Bar | None:
    """Return the lines by how well their origin is known; None when nothing was read."""
    if snapshot is None:
        return None
    totals = snapshot.totals
    return abc_bar(totals.individually, totals.in_bulk, totals.not_attributable)


def abc_bar(individually: int, in_bulk: int, unknown: int) -> Bar:
    """Return the three grades of provenance as a bar."""
    amounts = (individually, in_bulk, unknown)
    total = sum(amounts)
    grades, x, parts, words = _grades(language()), 0.0, [], []
    for (letter, tone, label, href), amount in zip(grades[1], amounts, strict=True):
        share = amount / total if total else 0.0
        parts.append(Part(label, amount, tone, href, share, round(x, 3), round(100 * share, 3)))
        x += 100 * share
        if amount:
            words.append(f"{letter} {percent(share)}")
    return Bar(grades[0], total, tuple(parts), " · ".join(words) or gettext("No line of its own"))


@cache
def _grades(_code: str) -> tuple[str, tuple[tuple[str, str, str, str], ...]]:
    """The words of the bar, once a language: the overview draws it 500 times."""
    return gettext("Lines by how they were written"), (
        ("A", "tone-a", gettext("A: written change by change"), "#grade-a"),
        ("B", "tone-b", gettext("B: delivered in bulk"), "#grade-b"),
        ("C", "tone-c", gettext("C: not known by whom"), "#grade-c"),
    )


def provenance_sign(snapshot: Snapshot | None, contributors: int | None = None) -> Sign:
    """Return what is known of who wrote it; provenance has no colour."""
    if snapshot is None:
        return Sign(
            Fact.PROVENANCE,
            Colour.GREY,
            gettext("Not read"),
            gettext("The content has not been read yet, or there is none."),
        )
    lines = ngettext("%(count)s line", "%(count)s lines", snapshot.totals.lines)
    own = own_lines(snapshot.totals.lines)
    sentence = gettext("%(lines)s, read at the change %(commit)s.", lines=own, commit=snapshot.commit[:10])
    if contributors is not None:
        people = ngettext("%(count)s contributor", "%(count)s contributors", contributors)
        sentence = gettext(
            "%(lines)s, written by %(people)s, read at the change %(commit)s.",
            lines=own,
            people=people,
            commit=snapshot.commit[:10],
        )
    return Sign(Fact.PROVENANCE, Colour.NONE, lines, sentence, Seen(snapshot.read_at, snapshot.observation))


def own_lines(count: int) -> str:
    """Return in words how many lines are a repository's own: third parties' and generated ones are left out."""
    return ngettext("%(count)s line of its own", "%(count)s lines of its own", count)


def licence_sign(conclusion: Conclusion | None, seen: Seen | None = None) -> Sign:
    """Return what the places in the repository say of its licence, and whether they agree."""
    if conclusion is None:
        sentence = gettext("Nobody has looked for a licence yet.")
        return Sign(Fact.LICENCE, Colour.GREY, gettext("Not looked at"), sentence)
    colour = Colour(conclusion.light.value)
    return Sign(Fact.LICENCE, colour, _licence_word(conclusion), licence_sentence(conclusion.reason), seen)


def _licence_word(conclusion: Conclusion) -> str:
    if conclusion.concluded:
        return conclusion.concluded
    match conclusion.reason:
        case Reason.NONE:
            return gettext("No licence found")
        case Reason.CONTRADICT:
            return gettext("Contradictory")
        case Reason.NOT_LOOKED_AT:
            return gettext("Not looked at")
        case _:
            return gettext("Unclear")


def licence_sentence(reason: Reason) -> str:
    """Return in a sentence why the conclusion is what it is."""
    return licence_words.reason(reason, "en" if language() == "en" else "da")


def may_show_text(conclusion: Conclusion | None) -> bool:
    """Return whether the public may read the files' text here: only where some licence permits it."""
    if conclusion is None or conclusion.light is Light.GREY:
        return False
    return conclusion.concluded is not None or any(
        source.expression and "PROPRIETARY" not in source.expression.upper() for source in conclusion.sources
    )
