# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A conclusion: the licence that all sources of a tree agree on, or why there is none. Never a guess."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from registry.licences.agreement import agree, agreed, groups, texts_together
from registry.licences.expressions import PROPRIETARY, identifiers
from registry.licences.free_text import meaning
from registry.licences.model import (
    Conclusion,
    Contradiction,
    Kind,
    Light,
    Note,
    Place,
    Reason,
    Remark,
    Remarkable,
    Source,
)
from registry.licences.policy import is_permissive, within_policy
from registry.licences.scopes import (
    Scope,
    Surroundings,
    component_folders,
    has_programs,
    scope_of,
    speaks_of_documents,
)

NOT_LOOKED_AT = Conclusion(None, Light.GREY, Reason.NOT_LOOKED_AT)
_MOST_PLACES = 50
_THEME_MARKS = (b"_config.yml", b"mkdocs.yml", b"docusaurus.config.js", b"docusaurus.config.ts", b"theme.toml", b"book.toml")


@dataclass(frozen=True)
class _Sorted:
    """The sources by scope; `whole` and `parts` name a licence, `unread` are root licence files that do not."""

    whole: tuple[Source, ...]
    documentation: tuple[Source, ...]
    parts: tuple[Source, ...]
    texts: frozenset[str]
    component: tuple[Source, ...]
    unread: tuple[Source, ...]


def conclude(sources: Iterable[Source], around: Surroundings = Surroundings()) -> Conclusion:  # noqa: B008 - frozen
    """Return what the sources amount to; GitHub's `NOASSERTION` or `other` is no opinion."""
    every = (*sources, *_github(around.github))
    by_scope = _sorted(every, around)
    contradictions = _contradictions(by_scope)
    remarks = _remarks(every, by_scope, around)
    expression, reason = _answer(by_scope, contradictions, around)
    documentation = _documentation(by_scope, expression)
    light, reason = _light(expression, reason, remarks, documents_only=bool(around.paths) and not has_programs(around))
    own = tuple(source for source in every if source not in set(by_scope.component))
    return Conclusion(expression, light, reason, documentation, own, by_scope.component, contradictions, remarks)


def _sorted(every: tuple[Source, ...], around: Surroundings) -> _Sorted:
    components = component_folders(every)
    scopes = [(source, scope_of(source, around, components)) for source in every]

    def of(scope: Scope) -> tuple[Source, ...]:
        return tuple(source for source, its in scopes if its is scope)

    texts = frozenset(one for source in of(Scope.TEXT) if source.expression for one in identifiers(source.expression))
    unread = tuple(s for s in of(Scope.WHOLE) if s.kind is Kind.LICENCE_FILE and _blocks(s, around))
    whole = texts_together(tuple(source for source in of(Scope.WHOLE) if source.expression))
    parts = tuple(source for source in of(Scope.PART) if source.expression)
    about = tuple(source for source in of(Scope.DOCUMENTATION) if source.expression)
    return _Sorted(whole, about, parts, texts, of(Scope.COMPONENT), unread)


def _blocks(source: Source, around: Surroundings) -> bool:
    """A root licence file that a person must read first; a pointer to a file that is there is none."""
    if source.expression is None and Note.POINTER in source.notes:
        return not any(_target_exists(source, target, around) for target in source.targets)
    return source.needs_person


def _answer(
    by_scope: _Sorted, contradictions: tuple[Contradiction, ...], around: Surroundings
) -> tuple[str | None, Reason]:
    strong = [source for source in by_scope.whole if source.kind not in {Kind.README, Kind.GITHUB}]
    if contradictions:
        return None, Reason.CONTRADICT
    if by_scope.unread or _only_npm_default(by_scope):
        return None, Reason.NEEDS_PERSON
    if strong:
        return (None, Reason.THEME) if _is_theme(by_scope, around) else (agreed(by_scope.whole), Reason.AGREE)
    code = [source for source in by_scope.parts if not speaks_of_documents(source)] or by_scope.parts
    if code:
        return _of_parts(list(code), by_scope)
    if by_scope.whole and by_scope.whole[0].kind is Kind.README:
        return agreed(by_scope.whole), Reason.README_ONLY
    return (None, Reason.GITHUB_ONLY) if by_scope.whole else (None, Reason.NONE)


def _of_parts(code: list[Source], by_scope: _Sorted) -> tuple[str | None, Reason]:
    """Without a word on the whole, single files' statements count if they agree with each other."""
    weighty = [source for source in code if source.expression != "CC0-1.0"] or code
    together = groups([*by_scope.whole, *weighty])
    return (agreed(together[0]), Reason.HEADERS_ONLY) if len(together) == 1 else (None, Reason.NEEDS_PERSON)


def _contradictions(by_scope: _Sorted) -> tuple[Contradiction, ...]:
    together = groups(by_scope.whole)
    if len(together) > 1:
        return (_contradiction(together),)
    if not together:
        return ()
    others = [source for source in by_scope.parts if _deviates(source, together[0], by_scope.texts)]
    return tuple(_contradiction([together[0], group]) for group in groups(others))


def _deviates(source: Source, base: list[Source], texts: frozenset[str]) -> bool:
    """Whether a part's licence speaks against the whole's; REUSE declares other licences in LICENSES/."""
    expression = str(source.expression)
    if any(agree(source, other) for other in base) or set(identifiers(expression)) <= texts:
        return False
    if source.kind is Kind.REUSE or speaks_of_documents(source) or expression in {PROPRIETARY, "CC0-1.0"}:
        return False
    return source.tagged or source.kind is Kind.MANIFEST or not is_permissive(expression)


def _contradiction(together: list[list[Source]]) -> Contradiction:
    expressions = tuple(agreed(group) for group in together)
    places = tuple(Place(source.path, source.line) for group in together for source in group[:_MOST_PLACES])
    return Contradiction(expressions, places)


def _remarks(every: tuple[Source, ...], by_scope: _Sorted, around: Surroundings) -> tuple[Remark, ...]:
    bought = [s for s in (*by_scope.parts, *by_scope.component) if s.expression == PROPRIETARY]
    base = groups(by_scope.whole)
    stray = [s for s in by_scope.parts if len(base) == 1 and is_stray(s, base[0], by_scope)]
    dead = [s for s in every if s.kind is not Kind.HEADER and _is_dead(s, around)]
    unread = [s for s in every if s.needs_person and s not in by_scope.component]
    nested = [s for s in by_scope.component if s.kind is Kind.LICENCE_FILE and s.path not in around.third_party]
    found = (
        (Remarkable.BOUGHT, bought), (Remarkable.OTHER_HEADER, stray), (Remarkable.DEAD_LINK, dead),
        (Remarkable.UNREAD, unread), (Remarkable.NESTED, nested),
    )  # fmt: skip
    return tuple(
        Remark(code, tuple(Place(one.path, one.line) for one in listed[:_MOST_PLACES]), _listed(listed))
        for code, listed in found
        if listed
    )


def is_stray(source: Source, base: list[Source], by_scope: _Sorted) -> bool:
    """A part's other licence that is no contradiction, but worth telling."""
    if any(agree(source, other) for other in base) or source.expression == PROPRIETARY:
        return False
    return not _deviates(source, base, by_scope.texts)


def _listed(sources: list[Source]) -> str:
    return ", ".join(dict.fromkeys(source.expression or source.text[:80] for source in sources[:10]))


def _is_dead(source: Source, around: Surroundings) -> bool:
    if not around.paths or not source.targets or source.expression:
        return False
    return not any(_target_exists(source, target, around) for target in source.targets)


def _target_exists(source: Source, target: str, around: Surroundings) -> bool:
    """Whether a path that a file names is in the tree; without the tree's paths nothing is said to be missing."""
    if not around.paths:
        return True
    folder = source.path.rpartition(b"/")[0]
    wanted = target.removeprefix("./").strip("/").encode("utf-8", "surrogateescape")
    near = b"/".join(filter(None, (folder, wanted)))
    return any(path in {near, wanted} or path.startswith((near + b"/", wanted + b"/")) for path in around.paths)


def _documentation(by_scope: _Sorted, concluded: str | None) -> str | None:
    stated = by_scope.documentation or tuple(
        s for s in by_scope.parts if speaks_of_documents(s) and s.expression != "CC0-1.0" and s.expression != PROPRIETARY
    )
    if not stated:
        return concluded
    together = groups(stated)
    return agreed(together[0]) if len(together) == 1 else concluded


def _light(
    expression: str | None, reason: Reason, remarks: tuple[Remark, ...], *, documents_only: bool
) -> tuple[Light, Reason]:
    if expression is None:
        return Light.RED, reason
    if not within_policy(expression, documentation=documents_only):
        return Light.YELLOW, Reason.AGREE_OUTSIDE
    if reason is Reason.README_ONLY:
        return Light.YELLOW, reason
    if any(remark.code is Remarkable.BOUGHT for remark in remarks):
        return Light.YELLOW, Reason.BOUGHT_PART
    return Light.GREEN, reason


def _only_npm_default(by_scope: _Sorted) -> bool:
    strong = [source for source in by_scope.whole if source.kind is not Kind.GITHUB]
    return bool(strong) and all(Note.NPM_DEFAULT in source.notes for source in strong)


def _is_theme(by_scope: _Sorted, around: Surroundings) -> bool:
    """A documentation site whose only word on licences is a permissive code licence: most likely its theme's."""
    if not any(mark in around.paths for mark in _THEME_MARKS) or has_programs(around):
        return False
    own_words = [source for source in by_scope.whole if source.kind not in {Kind.LICENCE_FILE, Kind.GITHUB}]
    return not own_words and is_permissive(agreed(by_scope.whole))


def _github(opinion: str | None) -> tuple[Source, ...]:
    if opinion is None or opinion.strip().lower() in {"", "noassertion", "other", "none"}:
        return ()
    said = meaning(opinion)
    blank = Source(Kind.GITHUB, b"", 0, said.expression, opinion[:100], said.notes)
    return (replace(blank, notes=(Note.LATER_UNSAID,)) if "GPL" in opinion.upper() else blank,)
