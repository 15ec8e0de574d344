# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A shelf: the answers of a source between being heard and being kept as evidence, in a transaction."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sqlalchemy.orm import Session

from harvesters.github.answer import Answer
from harvesters.github.wire import evidence_headers
from harvesters.items import Item
from registry.evidence import service as evidence
from registry.pipeline.register import Register

_IDS = re.compile(rb'"id"\s*:\s*(\d{1,18})\b')


class Shelf:
    """Takes every answer as it is heard; `keep` makes observations of them in the caller's transaction."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._waiting: list[Item] = []
        self._shows: dict[int, int] = {}
        self._latest: int | None = None

    def take(self, item: Item) -> None:
        """Take one answer."""
        self._waiting.append(item)

    def heard(self, answer: Answer) -> bool:
        """Whether an answer with these bytes, from this address, was heard before: just now, or by the evidence."""
        headers = evidence_headers(answer.headers)
        for item in self._waiting:
            if (item.source, item.body) == (answer.url, answer.body):
                return _same(item.headers or {}, headers)
        with self._register.sessions() as session:
            before = evidence.seen_before(session, answer.url, answer.body)
            return any(_same(one.headers, headers) for one in before)

    def keep(self, session: Session, github_id: int | None) -> int | None:
        """Keep what is waiting; returns the observation that shows this repository, else the latest one."""
        for item in self._waiting:
            self._latest = self._observe(session, item)
        self._waiting.clear()
        return self._latest if github_id is None else self._shows.get(github_id, self._latest)

    def _observe(self, session: Session, item: Item) -> int:
        seen = evidence.Seen(
            kind=item.kind,
            key=item.key,
            source=item.source,
            seen_at=item.seen_at,
            body=item.body,
            status=item.status,
            headers=item.headers,
        )
        kept = evidence.observe(session, self._register.settings.blobs, seen)
        # A number in the bytes is an index into the evidence, not a fact: facts are parsed by the harvester.
        self._shows.update((int(number), kept.id) for number in _IDS.findall(item.body))
        return kept.id


def _same(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether both lead on to the same next page, and are asked for again by the same mark."""
    return all(one.get(name) == other.get(name) for name in ("link", "etag"))
