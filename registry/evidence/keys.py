# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The key that signs checkpoints: made here, readable by its owner alone, checked at each use."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from registry.errors import NotFoundError, RefusedError
from registry.evidence import disk
from registry.evidence.note import Signer, Verifier, new_signer, parse_signer, parse_verifier
from registry.evidence.places import Places

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_key(places: Places, name: str) -> Signer:
    """Make the signing key of a log named `name`; raises RefusedError when there is one already."""
    if places.key.exists():
        msg = f"there is a signing key at {places.key} already; use --rotate to replace it"
        raise RefusedError(msg)
    signer = new_signer(name)
    trust(places, signer.verifier)
    keep_key(places, signer)
    return signer


def keep_key(places: Places, signer: Signer) -> None:
    """Write the key's file, readable by its owner alone."""
    disk.make_folder(places.keys, 0o700)
    disk.write_durably(places.key, f"{signer.secret()}\n".encode(), 0o600)


def load_key(places: Places) -> Signer:
    """Return the signing key.

    Raises NotFoundError when there is none, RefusedError when anybody else could read or replace it.
    """
    try:
        handle = os.open(places.key, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        msg = f"there is no signing key at {places.key}; make one with `os2-registry checkpoint --new-key`"
        raise NotFoundError(msg) from None
    with os.fdopen(handle, "r", encoding="utf-8") as file:
        _check(places.key, os.fstat(file.fileno()))
        _check(places.keys, os.stat(places.keys))  # noqa: PTH116
        return parse_signer(file.read())


def trust(places: Places, verifier: Verifier) -> None:
    """Add a public key to those that checkpoints are believed under."""
    known = trusted(places)
    if verifier not in known:
        lines = "".join(f"{one}\n" for one in (*known, verifier))
        disk.write_durably(places.verifiers, lines.encode())


def trusted(places: Places) -> tuple[Verifier, ...]:
    """Return the public keys that checkpoints are believed under, oldest first."""
    try:
        text = places.verifiers.read_text("utf-8")
    except FileNotFoundError:
        return ()
    return tuple(parse_verifier(line) for line in text.splitlines() if line)


def _check(path: Path, found: os.stat_result) -> None:
    if found.st_mode & _OTHERS & ~(stat.S_IXGRP | stat.S_IXOTH if stat.S_ISDIR(found.st_mode) else 0):
        kind = "700" if stat.S_ISDIR(found.st_mode) else "600"
        msg = (
            f"{path} is open to others (mode {stat.S_IMODE(found.st_mode):o}) and nothing was signed: "
            f"chmod {kind} it, and make a new key if others may have read it"
        )
        raise RefusedError(msg)
    if found.st_uid not in {os.geteuid(), 0}:
        msg = f"{path} belongs to another user and nothing was signed: give it to the register's user"
        raise RefusedError(msg)
