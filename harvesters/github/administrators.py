# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Administrators: who administers an organisation, where a member's token is shown it."""

from __future__ import annotations

from harvesters.errors import SourceError, UnreadableError
from harvesters.github.access import About
from harvesters.github.answers import account_of
from harvesters.github.client import Client
from harvesters.github.fields import json_list, json_object
from harvesters.github.harvester import list_pages
from harvesters.github.model import Administrators, NotObserved

_NOT_A_MEMBER = NotObserved("the token is not that of a member, who alone is shown all administrators")


def observe_administrators(client: Client, login: str) -> Administrators | NotObserved:
    """Return who administers `login`: two calls with a member's token, one with another's, none without.

    A caller who is no member is shown those alone who want to be seen: that is no observation of all.
    """
    if client.access.token is None:
        return NotObserved("GitHub was asked without a token")
    about = About("github.administrators", login)
    answer = client.get(f"/user/memberships/orgs/{login}", about)
    if answer.status != 200:
        return _NOT_A_MEMBER
    try:
        if json_object(answer.body).get("state") != "active":
            return _NOT_A_MEMBER
        pages = list(list_pages(client, f"/orgs/{login}/members?role=admin&per_page=100", about))
        return Administrators(tuple(account_of(entry) for page in pages for entry in json_list(page.body)))
    except UnreadableError as error:
        raise SourceError(f"GitHub's list of administrators of {login} cannot be read ({error}).") from error
