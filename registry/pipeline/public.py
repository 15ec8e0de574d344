# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What of the evidence is public: never an address, a private repository's name, a paper's bytes, a CPR number."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from registry.custody import service as custody
from registry.custody.model import Repository
from registry.evidence.model import Logged, Observation, Position
from registry.evidence.tiles import parse_bundle
from registry.pipeline.documents import NOT_PUBLIC
from registry.provenance import cpr
from registry.text import mask_addresses

# in JSON an address may stand with its sign escaped
_ESCAPED = re.compile(
    rb"[A-Za-z0-9._%+'-]{1,64}(?:@|\\u0040|%40)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
)
_PRIVATE = re.compile(rb'"(?:private|isPrivate)"\s*:\s*true')
RAW_MASK = b"address-masked"
_OF_THE_TOKEN = frozenset(
    {"authorization", "set-cookie", "x-oauth-scopes", "x-accepted-oauth-scopes", "x-github-sso"}
)


class KeptBack(StrEnum):
    """Why the bytes of an observation are not public; their digest is all the same."""

    NOT_AT_HAND = "not_at_hand"
    FOR_STAFF = "for_staff"
    PRIVATE_REPOSITORIES = "private_repositories"
    CPR = "cpr"


@dataclass(frozen=True)
class Hiding:
    """What of the log is not public: entries that name a private repository, an address or a folder."""

    numbers: frozenset[str]
    names: tuple[str, ...]

    def hides(self, one: Logged) -> bool:
        """Whether the text of an entry is kept back; its hash and its proof are public all the same."""
        text = one.leaf.decode("utf-8", "replace")
        if mask_addresses(text, "") != text or one.subject in self.numbers:
            return True
        if '"/' in text:  # a folder of the machine on which the register runs
            return True
        return self.names_one(text)

    def names_one(self, text: str) -> bool:
        """Whether a text names a private repository."""
        # a name stands in JSON as it is, but for signs that a name of GitHub's never holds
        return any(name in text.lower() for name in self.names)

    def keeps_secret(self, seen: Observation, body: bytes | None) -> bool:
        """Whether an observation tells of a private repository: its key and source are then kept back, too."""
        told = f"{seen.key}\n{seen.source}\n{(body or b'').decode('utf-8', 'replace')}" if self.names else ""
        return tells_of_private(body or b"") or self.names_one(told)


def hides_of(hiding: Hiding, bundle: bytes) -> bool:
    """Whether any entry of a bundle is kept back."""
    return any(hiding.hides(_logged(leaf)) for leaf in parse_bundle(bundle))


def _logged(leaf: bytes) -> Logged:
    said = json.loads(leaf)
    at = datetime.fromisoformat(said["at"])
    return Logged(Position(said["position"]), said["kind"], said["subject"], at, leaf, ())


def hidden(session: Session) -> Hiding:
    """Return what of the log is kept back now."""
    everything = custody.repositories(session, private=True)
    past = [held for one in everything if one.private for held in custody.holdings(session, one.id)]
    return hiding(everything, {held.full_name for held in past})


def hiding(repositories: Iterable[Repository], former: Collection[str] = ()) -> Hiding:
    """Return what is kept back because of the private ones among the repositories; `former` are names they had."""
    private = [one for one in repositories if one.private]
    return Hiding(
        frozenset(f"repository/{one.id}" for one in private),
        tuple({*(one.full_name.lower() for one in private), *(name.lower() for name in former)}),
    )


def kept_back(seen: Observation, body: bytes | None, hiding: Hiding) -> KeptBack | None:
    """Return why the bytes of an observation are not public; None where they are. `body` is None where lost."""
    if body is None:
        return KeptBack.NOT_AT_HAND
    if seen.kind in NOT_PUBLIC:
        return KeptBack.FOR_STAFF
    if hiding.keeps_secret(seen, body):
        return KeptBack.PRIVATE_REPOSITORIES
    return KeptBack.CPR if cpr.count(body) else None


def public_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return an answer's headers without those that tell of the register's own token."""
    return {name: str(value) for name, value in headers.items() if name.lower() not in _OF_THE_TOKEN}


def masked_bytes(body: bytes) -> bytes:
    """Return raw evidence with every address replaced; the digest is that of the bytes before."""
    return _ESCAPED.sub(RAW_MASK, body)


def tells_of_private(body: bytes) -> bool:
    """Return whether a list seen with a token names private repositories: it is then not public."""
    return _PRIVATE.search(body) is not None
