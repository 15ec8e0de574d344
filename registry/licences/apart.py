# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What stands apart: the folders and files of a repository that the licence of the whole does not reach."""

from __future__ import annotations

from dataclasses import dataclass

from registry.licences.model import Conclusion, Kind, Remarkable


@dataclass(frozen=True)
class Apart:
    """Folders with a licence file of their own, and files whose head names another licence."""

    folders: frozenset[bytes] = frozenset()
    files: frozenset[bytes] = frozenset()

    def holds(self, path: bytes) -> bool:
        """Whether a file stands apart."""
        if path in self.files:
            return True
        folder = path.rpartition(b"/")[0]
        while folder and folder not in self.folders:
            folder = folder.rpartition(b"/")[0]
        return bool(folder)


def apart(concluded: Conclusion | None) -> Apart:
    """Return what stands apart by a conclusion; nothing where there is none."""
    if concluded is None:
        return Apart()
    own = {one.path.rpartition(b"/")[0] for one in concluded.third_party if one.kind is Kind.LICENCE_FILE}
    strays = (one for one in concluded.remarks if one.code is Remarkable.OTHER_HEADER)
    return Apart(frozenset(own - {b""}), frozenset(place.path for one in strays for place in one.places))
