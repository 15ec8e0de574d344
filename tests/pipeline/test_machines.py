# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Machines among the authors: told by the reviewed table, and by GitHub's own sign for applications."""

from __future__ import annotations

import pytest

from registry.pipeline.machines import MACHINES, MachineKind, account_of, machine


@pytest.mark.parametrize(
    ("name", "email", "kind"),
    [
        ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com", MachineKind.BOT),
        ("Renovate", "bot@renovateapp.com", MachineKind.BOT),
        ("ukendt[bot]", "1+ukendt[bot]@users.noreply.github.com", MachineKind.BOT),
        ("Claude", "noreply@anthropic.com", MachineKind.AGENT),
        ("Copilot", "198982749+Copilot@users.noreply.github.com", MachineKind.AGENT),
        ("GitHub", "noreply@github.com", MachineKind.ON_BEHALF),
        ("release", "project_12_bot_ab12@noreply.gitlab.example.org", MachineKind.ON_BEHALF),
    ],
)
def test_a_machine_is_told_by_its_signature(name: str, email: str, kind: MachineKind) -> None:
    """Bots, agents and accounts that commit for others are told apart."""
    found = machine(name, email)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Alma Eksempel", "alma@example.org"),
        ("Bo", "1+bo-bot@users.noreply.github.com"),
        ("Claude Eksempel", "claude@example.org"),
        ("", ""),
    ],
)
def test_a_human_being_is_no_machine(name: str, email: str) -> None:
    """A name that sounds like a machine's makes nobody one."""
    assert machine(name, email) is None


def test_every_row_has_a_reason_and_signs_stand_once() -> None:
    """The table says why each row stands there, and no sign stands in two rows."""
    signs = [sign for one in MACHINES for sign in one.signs]
    assert all(one.reason for one in MACHINES)
    assert len(signs) == len(set(signs))
    assert all(sign == sign.lower() for sign in signs)


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("77+alma@users.noreply.github.com", "77"),
        ("alma@users.noreply.github.com", ""),
        ("77+alma@example.org", ""),
    ],
)
def test_github_s_own_address_names_the_account(address: str, number: str) -> None:
    """The number before the plus is the account's, because logins are used again."""
    assert account_of(address) == number
