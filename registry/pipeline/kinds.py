# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Kinds: what each path of a main line counts as, those that are gone included, and what that depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from harvesters.git.model import Commit, Oid
from registry.custody.model import Repository
from registry.provenance.content import INSPECTOR
from registry.provenance.intake.keeping import Read
from registry.provenance.intake.model import Kinds, Past
from registry.provenance.model import Origin, Override
from registry.provenance.origins import origin_by_path
from registry.provenance.rules import RULES
from registry.provenance.snapshot import File, Skip
from registry.provenance.worktypes import work_type

_NOT_OWN = frozenset({Skip.THIRD_PARTY, Skip.GENERATED})
_NOT_OWN_BY_PATH = frozenset({Origin.THIRD_PARTY, Origin.GENERATED})


def past_of(
    repository: Repository,
    found: Sequence[Commit],
    read: Read,
    overrides: Sequence[Override],
    through: frozenset[Oid],
) -> Past:
    """Return what a main line that was read is followed by."""
    return Past(
        repository=repository.id,
        commits=found,
        numbers=read.numbers,
        now=kinds_now(read.files),
        kinds=kinds_before(overrides),
        judged=judged_by(repository, overrides),
        through=through,
    )


def kinds_now(files: Iterable[File]) -> Mapping[bytes, str | None]:
    """Return the work type of each file that is there; None where it is not the repository's own."""
    return {file.path: None if file.skip in _NOT_OWN else file.work_type for file in files}


def kinds_before(overrides: Sequence[Override]) -> Kinds:
    """Return how paths that are gone are judged: each by its own name and place, and by what a person says of it."""

    def kinds(paths: Sequence[bytes]) -> Mapping[bytes, str]:
        own = [path for path in paths if origin_by_path(path, overrides) not in _NOT_OWN_BY_PATH]
        return {path: str(work_type(path, None, overrides).work_type) for path in own}

    return kinds


def judged_by(repository: Repository, overrides: Sequence[Override]) -> str:
    """Return one digest of all that kinds of gone paths depend on."""
    said = repr((INSPECTOR, RULES, repository.full_name, tuple(overrides)))
    return hashlib.sha256(said.encode()).hexdigest()
