# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Checking: at every reading git blame is asked about a few files, and how far both agree is kept and shown."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence

from harvesters.errors import HarvestError
from harvesters.git.blame import blame
from harvesters.git.model import Mirror, Oid
from registry.provenance.intake.tracing import BLAME
from registry.provenance.snapshot import Checked, File, Method

_FILES = 3
_SECONDS = 20.0


def check(
    mirror: Mirror,
    commit: Oid,
    files: Sequence[File],
    numbers: Mapping[Oid, int],
    method: Method,
    through: Collection[Oid] = (),
) -> Checked:
    """Return how many lines of a few files were compared, and how many have the commit that git blame names.

    Which files is chance, but the same for the same commit. One that blame cannot tell is not counted, nor a line
    of a commit that is looked `through`: blame does not look as we do.
    """
    chosen = random.Random(commit)  # noqa: S311 - a sample, no secret
    own = [file for file in files if file.pairs]
    compared = same = 0
    for file in chosen.sample(own, min(_FILES, len(own))):
        try:
            runs = blame(mirror, commit, file.path, method=BLAME[method], timeout=_SECONDS)
        except HarvestError:
            continue
        theirs = [run.commit for run in runs for _ in range(run.count)]
        ours = [number for count, number in file.pairs for _ in range(count)]
        both = [pair for pair in zip(ours, theirs, strict=False) if pair[1] not in through]
        compared += len(both)
        same += sum(one == numbers.get(other) for one, other in both)
    return Checked(compared, same)
