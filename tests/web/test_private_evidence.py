# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Papers and facts files are evidence whose bytes are for signed-in staff."""

from __future__ import annotations

from flask.testing import FlaskClient

from registry.agreements import service as agreements
from registry.parties import service as parties
from registry.pipeline.register import Register


def test_the_bytes_of_papers_and_facts_files_are_not_public(story: Register, client: FlaskClient) -> None:
    """Their pages show the digest and nothing of the content, and the raw bytes are not there."""
    with story.sessions() as session:
        held = [one.observation for one in agreements.documents(session).values()]
        files = [one.observation for one in parties.statements(session)]
    assert held
    assert files
    for number in (held[0], *files):
        page = client.get(f"/da/e/{number}")
        assert page.status_code == 200
        assert "Nordlys IT ApS" not in page.text
        assert client.get(f"/da/e/{number}/raw").status_code == 404
