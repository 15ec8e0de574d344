# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What of the evidence anybody may see."""

from __future__ import annotations

from dataclasses import replace

from registry.evidence.model import Digest, Logged, Observation, Position
from registry.pipeline.documents import DOCUMENT
from registry.pipeline.public import Hiding, KeptBack, hiding, kept_back, masked_bytes, tells_of_private
from tests.web.samples import WHEN, repository

ENTRY = Logged(Position(7), "custody.observed", "repository/8", WHEN, b"{}", ())
SEEN = Observation(
    id=7, kind="github.repository", key="k", source="s", seen_at=WHEN, status=200, headers={},
    digest=Digest("0" * 64), size=3, tool="t", previous=None, position=Position(0),
)  # fmt: skip
NOTHING = Hiding(frozenset(), ())


def test_an_escaped_address_in_raw_evidence_is_masked() -> None:
    """JSON may write its sign as an escape."""
    assert masked_bytes(b'{"a": "alma\\u0040example.org"}') == b'{"a": "address-masked"}'


def test_bytes_that_are_no_address_stay_as_they_are() -> None:
    """Masking changes nothing else."""
    body = bytes(range(256))
    assert masked_bytes(body) == body


def test_a_list_with_a_private_repository_is_not_public() -> None:
    """It was seen with a token."""
    assert tells_of_private(b'[{"name": "x", "private": true}]')
    assert not tells_of_private(b'[{"name": "x", "private": false}]')


def test_what_names_a_private_repository_is_kept_back() -> None:
    """By its number, by its name and by a former name."""
    secret = replace(repository(7), private=True, owner="skjult", name="sag")
    hidden = hiding([secret, repository(8)], {"skjult/tidligere"})
    assert hidden.hides(replace(ENTRY, subject="repository/7"))
    assert hidden.hides(replace(ENTRY, leaf=b'{"source":"https://x.example/Skjult/Sag"}'))
    assert hidden.hides(replace(ENTRY, leaf=b'{"asked":["skjult/tidligere"]}'))
    assert not hidden.hides(ENTRY)


def test_an_entry_that_holds_an_address_is_kept_back() -> None:
    """Addresses are never public."""
    assert NOTHING.hides(replace(ENTRY, leaf=b'{"asked":"alma@example.org"}'))


def test_an_entry_that_names_a_folder_is_kept_back() -> None:
    """Where the register's machine has its files is nobody's business."""
    assert NOTHING.hides(replace(ENTRY, leaf=b'{"asked":["/srv/spejle"]}'))


def test_bytes_are_kept_back_for_a_reason_that_is_said() -> None:
    """Lost ones, papers, lists with private repositories, and what holds a CPR number."""
    assert kept_back(SEEN, b"{}", NOTHING) is None
    assert kept_back(SEEN, None, NOTHING) is KeptBack.NOT_AT_HAND
    assert kept_back(replace(SEEN, kind=DOCUMENT), b"{}", NOTHING) is KeptBack.FOR_STAFF
    assert kept_back(SEEN, b'{"private": true}', NOTHING) is KeptBack.PRIVATE_REPOSITORIES
    assert kept_back(SEEN, b"cpr 070761-4285", NOTHING) is KeptBack.CPR


def test_what_was_seen_of_a_private_repository_is_kept_back() -> None:
    """Its refs in git name it as well as GitHub's list does, and so may their source alone."""
    hidden = Hiding(frozenset(), ("skjult/sag",))
    refs = replace(SEEN, kind="git.refs", source="https://x.example/Skjult/Sag.git")
    assert hidden.keeps_secret(refs, b"refs/heads/main")
    assert hidden.keeps_secret(refs, None)
    assert kept_back(refs, b"refs/heads/main", hidden) is KeptBack.PRIVATE_REPOSITORIES
    assert not hidden.keeps_secret(SEEN, b"{}")
