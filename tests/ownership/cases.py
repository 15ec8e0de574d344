# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The worked cases: where they stand, and what each expects of the engine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from registry.ownership.answers import Cure, Determination

TODAY = date(2026, 6, 1)
"""The day of a question that names none."""

OWN = Path(__file__).parent / "cases"
_LISTS = ("breaks", "weak", "contested_by", "licensed_in")


def all_cases() -> list[Path]:
    """Return the project's own cases and, where it lies beside the checkout, the whole shared suite."""
    root = Path(__file__).resolve().parents[2]
    folders = [above / "shared" / "cases" for above in (root.parent, root.parent.parent)]
    shared = next((folder for folder in folders if folder.is_dir()), None)
    found = {path.name: path for path in sorted(OWN.glob("*.yaml"))}
    found |= {path.name: path for path in sorted(shared.glob("*.yaml"))} if shared else {}
    return list(found.values())


def expectations(data: bytes) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Return what a case expects of each contribution, and of the shares."""
    said = yaml.load(data, Loader=yaml.BaseLoader)
    return said.get("expect") or {}, said.get("shares")


def unmet(expected: Mapping[str, Any], answer: Determination) -> list[str]:
    """Return what an answer does not say though it is expected."""
    missing = []
    if answer.state != expected["state"]:
        missing.append(f"state {expected['state']}, not {answer.state}")
    if sorted(answer.holders) != sorted(expected["holders"]):
        missing.append(f"holders {expected['holders']}, not {list(answer.holders)}")
    for name in _LISTS:
        said = {str(one) for one in getattr(answer, name)}
        missing += [f"{name} {one} among {sorted(said)}" for one in expected.get(name, ()) if one not in said]
    for cure in expected.get("cures", ()):
        if not any(_is_meant(cure, one) for one in answer.cures):
            missing.append(f"cure {cure} among {answer.cures}")
    if expected.get("ai_assisted", "false") == "true" and not answer.ai_assisted:
        missing.append("ai_assisted")
    for name in expected.get("absent", ()):
        said = {str(one) for one in (*answer.breaks, *answer.weak, *answer.contested_by, *answer.licensed_in)}
        missing += [f"no {name}"] if name in said else []
    return missing


def _is_meant(expected: Mapping[str, str], cure: Cure) -> bool:
    return all(getattr(cure, name) == value for name, value in expected.items())
