# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A tag: a name that somebody gave a commit, as it stands in our mirror. It is the name of a release."""

from __future__ import annotations

from collections.abc import Mapping

from harvesters.git.model import Mirror, Oid
from harvesters.git.objects import peeled
from harvesters.git.refs import read_refs

_PREFIX = b"refs/tags/"
_MOST = 20_000


def tags(mirror: Mirror) -> Mapping[bytes, Oid]:
    """Return the commit of each tag by its name without `refs/tags/`; tags of anything else are left out."""
    tips = {name: oid for name, oid in read_refs(mirror).tips.items() if name.startswith(_PREFIX)}
    names = sorted(tips)[:_MOST]
    found = {}
    for name, header in zip(names, peeled(mirror, [tips[name] for name in names]), strict=True):
        if header.kind == "commit":
            found[name.removeprefix(_PREFIX)] = header.oid
    return found
