# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Blobs against digests: every byte of every observation, read from the disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from registry.evidence.blobs import blob_path, digest_at
from registry.evidence.model import Digest
from registry.evidence.records import ObservationRow
from registry.evidence.verification.model import Damage, DamageKind

_CHUNK = 200

Found = tuple[int, list[Damage]]


def named_blobs(session: Session, since: int = 0) -> list[tuple[Digest, int]]:
    """Return digest and size of every blob that an observation names, each once."""
    columns = (ObservationRow.digest, ObservationRow.size)
    query = (
        select(*columns).where(ObservationRow.recorded >= since).distinct().order_by(ObservationRow.digest)
    )
    return [(Digest(name), size) for name, size in session.execute(query)]


def start(
    pool: ThreadPoolExecutor, folder: Path, names: Sequence[tuple[Digest, int]], erased: frozenset[Digest]
) -> list[Future[Found]]:
    """Begin to read the blobs; hashing lets other threads run."""
    chunks = (names[at : at + _CHUNK] for at in range(0, len(names), _CHUNK))
    return [pool.submit(_check_all, folder, chunk, erased) for chunk in chunks]


def check_blob(folder: Path, name: Digest, size: int) -> Damage | None:
    """Return what is wrong with one blob, None when it is whole."""
    path = blob_path(folder, name)
    try:
        found = digest_at(path)
        length = path.stat().st_size
    except FileNotFoundError:
        return Damage(DamageKind.MISSING, "blobs", name, "there is no such file")
    except OSError as error:
        return Damage(DamageKind.MISSING, "blobs", name, f"it cannot be read: {error.strerror}")
    if found != name:
        return Damage(DamageKind.ALTERED, "blobs", name, f"its bytes have the digest {found}")
    if length != size:
        return Damage(DamageKind.ALTERED, "blobs", name, f"an observation says {size} bytes, it has {length}")
    return None


def strangers(folder: Path, known: frozenset[str]) -> Iterator[Path]:
    """Yield the files that stand as blobs and that no observation names."""
    for path in sorted(folder.glob("[0-9a-f][0-9a-f]/*")):
        if path.parent.name + path.name not in known:
            yield path


def _check_all(folder: Path, names: Sequence[tuple[Digest, int]], erased: frozenset[Digest]) -> Found:
    wrong = (_check(folder, name, size, erased) for name, size in names)
    return len(names), [damage for damage in wrong if damage is not None]


def _check(folder: Path, name: Digest, size: int, erased: frozenset[Digest]) -> Damage | None:
    if name not in erased:
        return check_blob(folder, name, size)
    if blob_path(folder, name).exists():
        text = "it was erased and its bytes are still there: run `os2-registry verify --scrub`"
        return Damage(DamageKind.ALTERED, "blobs", name, text)
    return None
