# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is masked before the public sees it."""

from __future__ import annotations

from flask import Flask

from registry.evidence.model import Digest, Observation, Position
from registry.web.masking import masked_bytes, shown, tells_of_private
from registry.web.pages.evidence import evidence_page
from tests.web.samples import WHEN


def test_an_address_in_a_name_is_masked(app: Flask) -> None:
    """Some people's name is their address."""
    with app.test_request_context("/en/"):
        assert shown("alma@example.org") == "[adresse maskeret]"


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


def test_evidence_of_a_private_repository_does_not_name_it(app: Flask) -> None:
    """Its address would."""
    seen = Observation(
        id=7, kind="github.repository", key="example/inside", source="https://api.example/repos/example/inside",
        seen_at=WHEN, status=200, headers={}, digest=Digest("0" * 64), size=3, tool="t", previous=None,
        position=Position(0),
    )  # fmt: skip
    with app.test_request_context("/en/"):
        assert "inside" not in repr(evidence_page(seen, b'{"private": true}'))
