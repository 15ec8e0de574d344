# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Machines among the authors: a small reviewed table of bots, of agents (AI), and of who commits for others.

Rule 1: what a bot makes without a human author is not protected; a bot that commits on behalf of people is none,
and its authors are unknown; an agent with a human author beside it leaves the human the author, and the answer is
flagged. Each row says why it stands here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class MachineKind(StrEnum):
    """What kind of machine signs."""

    BOT = "bot"
    AGENT = "agent"
    ON_BEHALF = "on_behalf"


@dataclass(frozen=True)
class Machine:
    """One row: how the signature reads (address or name, in lower case), what it is, and why it is listed."""

    kind: MachineKind
    signs: tuple[str, ...]
    reason: str


_BOT, _AGENT, _ON_BEHALF = MachineKind.BOT, MachineKind.AGENT, MachineKind.ON_BEHALF

MACHINES = (
    Machine(
        _BOT,
        ("dependabot[bot]", "dependabot-preview[bot]", "support@dependabot.com"),
        "raises version numbers",
    ),
    Machine(
        _BOT,
        ("renovate[bot]", "bot@renovateapp.com", "renovate@whitesourcesoftware.com", "renovate-bot"),
        "raises version numbers",
    ),
    Machine(_BOT, ("greenkeeper[bot]", "pyup-bot", "snyk-bot", "snyk-bot@snyk.io"), "raises version numbers"),
    Machine(
        _BOT,
        ("github-actions[bot]", "action@github.com", "actions@github.com", "github-action"),
        "writes what a workflow made; nobody is named in it",
    ),
    Machine(
        _BOT,
        ("semantic-release-bot", "semantic-release-bot@martynus.net", "semantic-release[bot]"),
        "writes version numbers and change logs from commit messages",
    ),
    Machine(_BOT, ("release-please[bot]", "release-drafter[bot]"), "writes change logs from commit messages"),
    Machine(
        _BOT, ("travis@travis-ci.org", "builds@travis-ci.org", "builds@circleci.com"), "publishes builds"
    ),
    Machine(
        _BOT, ("pre-commit-ci[bot]", "stylecibot", "bot@styleci.io"), "reformats; creates nothing (s. 4)"
    ),
    Machine(_BOT, ("imgbot[bot]", "imgbotapp"), "packs pictures; creates nothing"),
    Machine(_BOT, ("allcontributors[bot]",), "writes a list of names"),
    Machine(
        _AGENT, ("copilot-swe-agent[bot]", "copilot", "copilot@github.com"), "writes with a language model"
    ),
    Machine(_AGENT, ("noreply@anthropic.com", "claude[bot]"), "writes with a language model"),
    Machine(_AGENT, ("codex@openai.com", "noreply@openai.com"), "writes with a language model"),
    Machine(_AGENT, ("cursoragent@cursor.com", "cursoragent"), "writes with a language model"),
    Machine(_AGENT, ("aider@aider.chat", "noreply@aider.chat"), "writes with a language model"),
    Machine(
        _AGENT,
        ("devin-ai-integration[bot]", "google-labs-jules[bot]", "gemini-code-assist[bot]"),
        "writes with a language model",
    ),
    Machine(
        _ON_BEHALF,
        ("noreply@github.com", "web-flow"),
        "GitHub's own signature under what somebody did in the browser; who did is not said",
    ),
    Machine(
        _ON_BEHALF,
        ("hosted@weblate.org", "noreply@weblate.org", "crowdin-bot", "transifex-integration[bot]"),
        "brings what translators wrote; who did is not said",
    ),
    Machine(
        _ON_BEHALF,
        ("copybara-service[bot]", "svn2github", "svn@svn", "git-svn@svn"),
        "brings commits of another place; who wrote them is not said",
    ),
)
"""The table; reviewed 2026-11-23. Whoever signs as `NAME[bot]` and stands nowhere here counts as a bot."""

_BY_SIGN = {sign: machine for machine in MACHINES for sign in machine.signs}
_ACCOUNT = re.compile(r"(?:(\d{1,20})\+)?([^@+]{1,100})@users\.noreply\.github\.com")
_PROJECT = re.compile(r"(?:project|group)_\d{1,12}_bot(?:_[0-9a-z]{1,64})?@noreply\.[a-z0-9.-]{1,255}")
UNLISTED = Machine(_BOT, (), "signs as a bot account: GitHub gives `[bot]` to applications only")
PROJECT = Machine(_ON_BEHALF, (), "the token of a GitLab project: whoever holds it is not said")


def machine(name: str, email: str) -> Machine | None:
    """Return the machine that signs so, or None for what may be a human being."""
    address, called = email.lower(), name.strip().lower()
    login = login_of(address)
    for sign in (address, login, called):
        if sign in _BY_SIGN:
            return _BY_SIGN[sign]
    if login.endswith("[bot]") or called.endswith("[bot]"):
        return UNLISTED
    return PROJECT if _PROJECT.fullmatch(address) else None


def login_of(address: str) -> str:
    """Return the login that GitHub's own address names, or the empty text."""
    found = _ACCOUNT.fullmatch(address)
    return found[2] if found else ""


def account_of(address: str) -> str:
    """Return the account's number that GitHub's own address names, or the empty text."""
    found = _ACCOUNT.fullmatch(address)
    return (found[1] or "") if found else ""
