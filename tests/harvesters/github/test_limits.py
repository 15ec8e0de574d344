# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Rate limits: waited out with a word about until when, as long as the caller allows."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from harvesters.errors import SourceError
from harvesters.github.answer import Answer
from harvesters.github.harvester import harvest_organisation
from harvesters.github.limits import pause_asked
from registry.demo.standin import Kind, Oddity
from tests.harvesters.github.asking import ORGANISATION, asking, repositories, world

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


def test_the_primary_limit_is_waited_out_until_its_reset(tmp_path: Path) -> None:
    """Without a token and with all calls used, the harvest says until when it waits, waits, and goes on."""
    with (
        asking(world(*repositories(450), anonymous_limit=3), tmp_path) as github,
        github.client(token=None) as client,
    ):
        found = harvest_organisation(client, ORGANISATION)
    assert len(found.repositories) == 450
    assert github.time.said == [
        "GitHub's rate limit is used up (3 calls an hour): waiting until 13:00:01 UTC."
    ]
    assert github.time.slept == [3601.0]
    assert 403 in [item.status for item in github.items]


@pytest.mark.parametrize(
    ("kind", "value", "seconds"),
    [
        (Kind.SECONDARY_LIMIT, 30, 30.0),
        (Kind.TOO_MANY, 5, 5.0),
        (Kind.SECONDARY_SILENT, 0, 60.0),
        (Kind.PRIMARY_LIMIT, 90, 91.0),
    ],
)
def test_every_kind_of_limit_is_waited_out(kind: Kind, value: int, seconds: float, tmp_path: Path) -> None:
    """A pause that GitHub asks for, in whichever way it asks, is kept, and the harvest goes on."""
    odd = world(*repositories(3), oddities=(Oddity(kind, "/orgs/.*", times=1, value=value),))
    with asking(odd, tmp_path) as github, github.client() as client:
        found = harvest_organisation(client, ORGANISATION)
    assert len(found.repositories) == 3
    assert github.time.slept == [seconds]
    assert len(github.time.said) == 1
    assert "waiting until 12:0" in github.time.said[0]


def test_a_wait_longer_than_allowed_is_one_sentence(tmp_path: Path) -> None:
    """When the limit's reset is further away than the caller allows, the harvest stops and says until when."""
    odd = world(*repositories(3), oddities=(Oddity(Kind.PRIMARY_LIMIT, "/orgs/.*", value=1800),))
    with asking(odd, tmp_path) as github, github.client(token=None, longest_wait=600) as client:
        with pytest.raises(
            SourceError, match=r"until 12:30:01 UTC, longer than the 600 seconds.*give a token"
        ):
            harvest_organisation(client, ORGANISATION)
        assert github.time.slept == []


def test_limits_without_end_use_up_the_patience(tmp_path: Path) -> None:
    """All waits together are bounded: a limit that never ends does not hold the harvest for ever."""
    odd = world(*repositories(3), oddities=(Oddity(Kind.SECONDARY_LIMIT, "/orgs/.*", value=0),))
    with asking(odd, tmp_path) as github, github.client(longest_wait=5) as client:
        with pytest.raises(SourceError, match="longer than the 0 seconds"):
            harvest_organisation(client, ORGANISATION)
        assert github.time.slept == [1.0] * 5


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "Sun, 01 Mar 2026 12:02:00 GMT"}, 120.0),
        ({"retry-after": "soon"}, 60.0),
        ({"retry-after": "-5"}, 60.0),
        ({"retry-after": "99999999999"}, 86400.0),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "x"}, 60.0),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "0", "date": "?"}, 1.0),
        (
            {
                "x-ratelimit-remaining": "0",
                "x-ratelimit-reset": "1772366460",
                "date": "Sun, 01 Mar 2026 12:00:00 GMT",
            },
            61.0,
        ),
    ],
)
def test_a_pause_is_read_whatever_its_headers_hold(headers: dict[str, str], seconds: float) -> None:
    """Seconds, dates and nonsense in the headers give a pause between a second and a day."""
    pause = pause_asked(Answer("u", 403, headers, b"{}", NOW), "", NOW)
    assert pause is not None
    assert pause.seconds == seconds


def test_the_reset_is_read_by_githubs_own_clock() -> None:
    """A clock of ours that is an hour wrong does not lengthen the wait."""
    headers = {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": "1772366410",
        "date": "Sun, 01 Mar 2026 12:00:00 GMT",
    }
    pause = pause_asked(Answer("u", 429, headers, b"{}", NOW), "", NOW.replace(hour=10))
    assert pause is not None
    assert pause.seconds == 11.0
