# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The passage from one licence to another, by a table of rules (`rules.yaml`): the first that fits answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from registry.licences.expressions import alternatives, normalise
from registry.licences.relicensing.model import WORST_LAST, Effect, Passage, Step
from registry.licences.terms.answer import known_licence
from registry.licences.terms.compatibility import Origin, matrix
from registry.licences.terms.model import NO_LICENCE, Clause, Text
from registry.licences.terms.reading import every_licence

_LONGEST = 12  # spaces; the ways to satisfy a longer expression are not spread out: a person reads it
_SAME = Text("Filen er allerede under den licens.", "The file is under that licence already.")
_UNREAD = Text(
    "Registret har ingen regel for den licens, eller den har en undtagelse. En person skal læse den.",
    "The register has no rule for that licence, or it has an exception. A person must read it.",
)


def target_of(text: str) -> str | None:
    """Return a licence to go to in SPDX's spelling: one with written terms, or a choice (OR) of such; else None."""
    normal = normalise(text[:500])
    if normal is None or normal.count(" ") > _LONGEST:
        return None
    ways = alternatives(normal)
    single = all(len(way) == 1 and way[0] in every_licence() for way in ways)
    return normal if single and " WITH " not in normal else None


@lru_cache(maxsize=4096)
def passage(inbound: str | None, target: str) -> Passage:
    """Return whether a work under an expression (None: none concluded) may be passed on under `target_of` text.

    Each choice of the target must be open; of what the work offers one way is enough, whole.
    """
    said = inbound or NO_LICENCE
    if said == target:
        return Passage(said, target, Effect.SAME, (_step(said, target, Effect.SAME, "same", _SAME),))
    found = [_best(said, choice[0]) for choice in alternatives(target)]
    steps = tuple(dict.fromkeys(step for steps in found for step in steps))
    return Passage(said, target, _worst(step.effect for step in steps), steps)


def _best(inbound: str, target: str) -> tuple[Step, ...]:
    """Return the steps of the way that goes furthest."""
    if " WITH " in inbound or inbound.count(" ") > _LONGEST:
        return (_step(inbound, target, Effect.PERSON, "unread", _UNREAD),)
    ways = ((NO_LICENCE,),) if inbound == NO_LICENCE else alternatives(inbound)
    told = [tuple(step_to(one, target) for one in way) for way in ways]
    return min(told, key=lambda steps: WORST_LAST.index(_worst(step.effect for step in steps)))


def _worst(effects: Iterable[Effect]) -> Effect:
    return max(effects, key=WORST_LAST.index)


def step_to(inbound: str, target: str) -> Step:
    """Return the answer for two single licences."""
    if inbound == target:
        return _step(inbound, target, Effect.SAME, "same", _SAME)
    rule = next((one for one in rules() if inbound in one["from"] and _leads(one["to"], target)), None)
    if rule is None:
        return _step(inbound, target, Effect.PERSON, "unread", _UNREAD)
    return Step(
        inbound,
        target,
        Effect(rule["effect"]),
        rule["key"],
        Text(rule["da"], rule["en"]),
        _cited(rule, inbound),
        _origin(rule),
    )


@cache
def rules() -> tuple[Mapping[str, Any], ...]:
    """Return the table, as it is written."""
    text = (resources.files("registry.licences.relicensing") / "rules.yaml").read_text("utf-8")
    return tuple(yaml.safe_load(text))


def _leads(to: str | list[str], target: str) -> bool:
    return to == "any" or target in to


def _cited(rule: Mapping[str, Any], inbound: str) -> tuple[Clause, ...]:
    cites = rule["cites"]
    keys = cites[inbound] if isinstance(cites, dict) else cites
    licence = known_licence(rule.get("of", inbound))
    by_key = {one.key: one for one in licence.clauses} if licence else {}
    return tuple(by_key[key] for key in keys)


def _origin(rule: Mapping[str, Any]) -> Origin | None:
    if rule.get("matrix"):
        return matrix()
    if "source" not in rule:
        return None
    return Origin(Text(rule["source"], rule["source"]), str(rule["day"]), rule["url"])


def _step(inbound: str, target: str, effect: Effect, rule: str, why: Text) -> Step:
    return Step(inbound, target, effect, rule, why)
