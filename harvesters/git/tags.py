# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A tag: a name that somebody gave a commit, as it stands in our mirror. It is the name of a release."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from harvesters.git.model import Mirror, Oid
from harvesters.git.objects import peeled
from harvesters.git.refs import read_refs

_PREFIX = b"refs/tags/"
_MOST = 20_000


def tags(mirror: Mirror) -> Mapping[bytes, Oid]:
    """Return the commit of each tag by its name without `refs/tags/`; tags of anything else are left out."""
    tips = _tips(mirror)
    names = sorted(tips)[:_MOST]
    found = {}
    for name, header in zip(names, peeled(mirror, [tips[name] for name in names]), strict=True):
        if header.kind == "commit":
            found[name.removeprefix(_PREFIX)] = header.oid
    return found


def tags_digest(mirror: Mirror) -> bytes:
    """Return what stands for all tags: another digest where one came, went or was moved."""
    running = hashlib.sha256()
    for name, oid in sorted(_tips(mirror).items()):
        running.update(b"%s %s\n" % (oid.encode(), name))
    return running.digest()


def _tips(mirror: Mirror) -> dict[bytes, Oid]:
    return {name: oid for name, oid in read_refs(mirror).tips.items() if name.startswith(_PREFIX)}
