# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Looking back: one walk through a main line's history, for everybody who wants to see something of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harvesters.git.model import Commit, Mirror, Oid
from registry.provenance.intake import documents, past
from registry.provenance.intake.sightings import Sightings
from registry.provenance.intake.signs import HEAVY, Large
from registry.provenance.snapshot import File


@dataclass(frozen=True)
class Seen:
    """What the walk shows: large commits, versions of files without lines, sightings of blobs, documents."""

    large: Large
    versions: past.Versions
    sightings: Sightings
    papers: documents.Past


def look_back(
    mirror: Mirror,
    found: Sequence[Commit],
    files: Sequence[File],
    lines: Mapping[Oid, int],
    sightings: Sightings,
) -> Seen:
    """Walk through the history of the first of `found`; `lines` says how many of each commit's lines stand."""
    heavy = [oid for oid, count in lines.items() if count >= HEAVY]
    without_lines = [file.path for file in files if file.skip is not None]
    papers = [file.path for file in files if file.skip in documents.DOCUMENTS]
    names = past.Names(mirror, papers)
    seen = Seen(
        Large(found, heavy), past.Versions(without_lines, names), sightings, documents.Past(papers, names)
    )
    looks = (names.look, seen.large.look, seen.versions.look, seen.sightings.look, seen.papers.look)
    past.walk(mirror, found[0].oid, *looks)
    return seen
