# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Verification: rows against leaves, leaves against root, blobs against digests, derived tables: at once."""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from registry.evidence.erasure import erased_apart
from registry.evidence.merkle import extend, root
from registry.evidence.verification import blobs
from registry.evidence.verification.derived import check_derived
from registry.evidence.verification.events import extent, read_events, tell_erased
from registry.evidence.verification.log import check_log, first_frontier, stored_size
from registry.evidence.verification.model import (
    Damage,
    DamageKind,
    Register,
    Scope,
    Told,
    Verification,
    Watch,
    quiet,
)
from registry.evidence.verification.personal import check_personal
from registry.evidence.verification.rows import check_rows, check_some

_OWN = frozenset({"evidence_events", "evidence_head", "evidence_personal"})
_NOT_OURS = frozenset({"alembic_version", "sqlite_sequence"})
_THREADS = 2


def verify(register: Register, scope: Scope | None = None, watch: Watch = quiet) -> Verification:
    """Hold the whole register against its log, as it stands at this moment."""
    scope = scope or Scope()
    told = Told()
    with register.sessions() as session, ThreadPoolExecutor(_THREADS) as pool:
        begin_snapshot(session)
        told.start = min(scope.since, extent(session), stored_size(register.places))
        if told.start < scope.since:
            told.notes.append(f"the log ends at {told.start}: there are no events from {scope.since} on")
        damage = list(read_events(session, told, watch))
        for facts in erased_apart(register.places):
            tell_erased(facts, told)
        names = blobs.named_blobs(session, told.start)
        if scope.sample is not None:
            names = random.sample(names, min(scope.sample, len(names)))
        futures = blobs.start(pool, register.blobs, names, frozenset(told.erased_blobs))
        damage += check_log(register.places, told)
        damage += _tables(session, register, scope, told, watch)
        for future in futures:
            looked, found = future.result()
            watch("blobs", looked)
            damage += found
        if not scope.since:
            told.notes += _strangers(session, register)
    return _answer(register, told, damage, len(names))


def begin_snapshot(session: Session) -> None:
    """Read everything as of one moment, whoever writes meanwhile."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    else:
        # the driver begins a transaction only at the first change
        session.connection().exec_driver_sql("BEGIN")


def _tables(session: Session, register: Register, scope: Scope, told: Told, watch: Watch) -> Iterator[Damage]:
    yield from check_personal(session, told, watch)
    derived = frozenset(table for one in register.derived for table in one.tables)
    whole = not told.start and scope.sample is None
    if scope.sample is not None:
        _draw(told, scope.sample)
    for table in register.tables:
        if table.name not in _OWN | derived:
            yield from (check_rows if whole else check_some)(session, table, told, watch)
    for name in sorted(told.rows.keys() - derived):
        yield Damage(
            DamageKind.REMOVED, name, "every row", "the log explains rows of a table that is unknown"
        )
    for one in register.derived:
        yield from check_derived(session, one, told)


def _draw(told: Told, sample: int) -> None:
    for table, rows in told.rows.items():
        keys = random.sample(list(rows), min(sample, len(rows)))
        told.rows[table] = {key: rows[key] for key in keys}


def _strangers(session: Session, register: Register) -> Iterator[str]:
    known = frozenset(name for name, _ in blobs.named_blobs(session))
    for path in blobs.strangers(register.blobs, known):
        yield f"no observation names the blob {path.parent.name}{path.name}: a run that died may have left it"
    ours = {table.name for table in register.tables} | {t for one in register.derived for t in one.tables}
    for name in sorted(set(inspect(session.connection()).get_table_names()) - ours - _NOT_OURS):
        yield f"the database holds a table {name} that is none of the register's"


def _answer(register: Register, told: Told, damage: list[Damage], looked: int) -> Verification:
    top = b""
    if b"" not in told.hashes and not any(one.table == "log" for one in damage):
        top = root(extend(first_frontier(register.places, told.start), told.hashes))
    return Verification(
        damage=tuple(damage),
        notes=tuple(told.notes),
        events=len(told.hashes),
        rows=told.looked,
        blobs=looked,
        size=told.size,
        root=top,
    )
