# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A conclusion: the licence that all sources of a tree agree on, or why there is none. Never a guess."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from registry.licences.agreement import agreed, groups
from registry.licences.contradictions import contradictions
from registry.licences.expressions import PROPRIETARY
from registry.licences.free_text import meaning
from registry.licences.model import Conclusion, Kind, Light, Note, Reason, Remark, Remarkable, Source
from registry.licences.policy import is_permissive, within_policy
from registry.licences.remarks import remarks
from registry.licences.scopes import Scoped, Surroundings, scoped
from registry.licences.subjects import speaks_of_documents

NOT_LOOKED_AT = Conclusion(None, Light.GREY, Reason.NOT_LOOKED_AT)
NOTHING_KNOWN = Surroundings()
_CLAIMS = frozenset(
    {Kind.README, Kind.GITHUB}
)  # what others or prose say; never enough alone for a green light
_SITE_MARKS = frozenset(
    {
        b"_config.yml",
        b"mkdocs.yml",
        b"docusaurus.config.js",
        b"docusaurus.config.ts",
        b"theme.toml",
        b"book.toml",
    }
)


def conclude(sources: Iterable[Source], around: Surroundings = NOTHING_KNOWN) -> Conclusion:
    """Return what a tree's sources amount to; GitHub's `NOASSERTION` is no opinion."""
    every = (*sources, *_github(around.github))
    found = scoped(every, around)
    against = contradictions(found)
    remarked = remarks(every, found, around)
    expression, reason = (None, Reason.CONTRADICT) if against else _answer(found, around)
    light, reason = _light(expression, reason, remarked, around)
    apart = frozenset(found.component)
    own = tuple(source for source in every if source not in apart)
    documentation = _documentation(found, expression)
    return Conclusion(expression, light, reason, documentation, own, found.component, against, remarked)


def _answer(found: Scoped, around: Surroundings) -> tuple[str | None, Reason]:
    """The statements on the whole, else those of single files, else the README's."""
    if found.unread or _only_npm_default(found):
        return None, Reason.NEEDS_PERSON
    if any(source.kind not in _CLAIMS for source in found.whole):
        return (None, Reason.THEME) if _is_theme(found, around) else (agreed(found.whole), Reason.AGREE)
    code = [source for source in found.parts if not speaks_of_documents(source)] or found.parts
    if code:
        return _of_parts(code, found, around)
    if any(source.kind is Kind.README for source in found.whole):
        return agreed(found.whole), Reason.README_ONLY
    return None, Reason.GITHUB_ONLY if found.whole else Reason.NONE


def _of_parts(code: Sequence[Source], found: Scoped, around: Surroundings) -> tuple[str | None, Reason]:
    """Without a word on the whole, single files count if they agree and are at least half of the program."""
    weighty = [source for source in code if source.expression != "CC0-1.0"] or list(code)
    together = groups([*found.whole, *weighty])
    if len(together) > 1:
        return None, Reason.NEEDS_PERSON
    programs = around.own_programs
    stated = {source.path for source in weighty} & programs
    headers = all(source.kind is Kind.HEADER for source in weighty)
    if headers and 2 * len(stated) < len(programs):
        return None, Reason.FEW_HEADERS
    return agreed(together[0]), Reason.HEADERS_ONLY


def _documentation(found: Scoped, concluded: str | None) -> str | None:
    """Return the documentation's licence: its own statements, or with none the whole's; None if unclear."""
    stated = found.documentation or tuple(
        s for s in found.parts if speaks_of_documents(s) and s.expression not in {"CC0-1.0", PROPRIETARY}
    )
    if not stated:
        return concluded
    together = groups(source for source in stated if source.expression)
    read = all(source.expression for source in stated)
    return agreed(together[0]) if read and len(together) == 1 else None


def _light(
    expression: str | None, reason: Reason, remarked: tuple[Remark, ...], around: Surroundings
) -> tuple[Light, Reason]:
    if expression is None:
        return Light.RED, reason
    documents_only = bool(around.paths) and not around.own_programs
    if not within_policy(expression, documentation=documents_only):
        return Light.YELLOW, Reason.AGREE_OUTSIDE
    if reason is Reason.README_ONLY:
        return Light.YELLOW, reason
    if any(remark.code is Remarkable.BOUGHT for remark in remarked):
        return Light.YELLOW, Reason.BOUGHT_PART
    return Light.GREEN, reason


def _only_npm_default(found: Scoped) -> bool:
    """`npm init` writes ISC unasked: alone it is nobody's decision."""
    said = [source for source in found.whole if source.kind is not Kind.GITHUB]
    return bool(said) and all(Note.NPM_DEFAULT in source.notes for source in said)


def _is_theme(found: Scoped, around: Surroundings) -> bool:
    """A documentation site whose only licence is a permissive one for code: most likely its theme's."""
    if _SITE_MARKS.isdisjoint(around.paths) or around.own_programs:
        return False
    return is_permissive(agreed(found.whole))  # its README and manifest come with the theme, too


def _github(opinion: str | None) -> tuple[Source, ...]:
    if opinion is None or opinion.strip().lower() in {"", "noassertion", "other", "none"}:
        return ()
    said = meaning(opinion)
    source = Source(Kind.GITHUB, b"", 0, said.expression, opinion[:100], said.notes)
    # GitHub names a text and never says whether later versions are allowed
    return (replace(source, notes=(Note.LATER_UNSAID,)) if "GPL" in opinion.upper() else source,)
