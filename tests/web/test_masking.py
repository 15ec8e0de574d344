# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is masked before the public sees it."""

from __future__ import annotations

from flask import Flask

from registry.evidence.model import Digest, Observation, Position
from registry.pipeline.public import Hiding
from registry.web.masking import shown
from registry.web.pages.evidence import evidence_page
from tests.web.samples import WHEN


def test_an_address_in_a_name_is_masked(app: Flask) -> None:
    """Some people's name is their address."""
    with app.test_request_context("/en/"):
        assert shown("alma@example.org") == "[adresse maskeret]"


def test_evidence_of_a_private_repository_does_not_name_it(app: Flask) -> None:
    """Its address would."""
    seen = Observation(
        id=7, kind="github.repository", key="example/inside", source="https://api.example/repos/example/inside",
        seen_at=WHEN, status=200, headers={}, digest=Digest("0" * 64), size=3, tool="t", previous=None,
        position=Position(0),
    )  # fmt: skip
    with app.test_request_context("/en/"):
        assert "inside" not in repr(evidence_page(seen, b'{"private": true}', Hiding(frozenset(), ())))
