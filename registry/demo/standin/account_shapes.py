# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Shapes of accounts: the JSON in which GitHub tells of organisations, persons and memberships.

Field names and types follow GitHub's published OpenAPI description, against which the tests hold them.
"""

from __future__ import annotations

import base64
from typing import Any

from registry.demo.standin.world import Account, Token, World

Json = dict[str, Any]

_ACCOUNT_LINKS = {
    "followers_url": "/followers",
    "following_url": "/following{/other_user}",
    "gists_url": "/gists{/gist_id}",
    "starred_url": "/starred{/owner}{/repo}",
    "subscriptions_url": "/subscriptions",
    "organizations_url": "/orgs",
    "repos_url": "/repos",
    "events_url": "/events{/privacy}",
    "received_events_url": "/received_events",
}


_ORGANISATION_LINKS = {
    "repos_url": "/repos",
    "events_url": "/events",
    "hooks_url": "/hooks",
    "issues_url": "/issues",
    "members_url": "/members{/member}",
    "public_members_url": "/public_members{/member}",
}


def node_id(kind: str, number: int) -> str:
    """Return an opaque name as GitHub's GraphQL has them."""
    return base64.b64encode(f"{len(kind):02}:{kind}{number}".encode()).decode()


def simple_user(account: Account, origin: str) -> Json:
    """Return an account as GitHub shows it inside other answers."""
    url = f"{origin}/api/users/{account.login}"
    return {
        "login": account.login,
        "id": account.id,
        "node_id": node_id(account.kind, account.id),
        "avatar_url": f"{origin}/avatars/{account.id}",
        "gravatar_id": "",
        "url": url,
        "html_url": f"{origin}/{account.login}",
        **{name: url + tail for name, tail in _ACCOUNT_LINKS.items()},
        "type": account.kind,
        "user_view_type": "public",
        "site_admin": False,
    }


def public_user(account: Account, world: World, origin: str) -> Json:
    """Return the answer of `GET /users/LOGIN`."""
    nothing = ("name", "company", "location", "email", "hireable", "bio", "twitter_username")
    return {
        **simple_user(account, origin),
        **dict.fromkeys(nothing),
        "blog": "",
        "public_repos": _public_count(account, world),
        "public_gists": 0,
        "followers": 0,
        "following": 0,
        "created_at": account.created_at,
        "updated_at": account.created_at,
    }


def organisation(account: Account, world: World, origin: str) -> Json:
    """Return the answer of `GET /orgs/LOGIN`."""
    url = f"{origin}/api/orgs/{account.login}"
    return {
        "login": account.login,
        "id": account.id,
        "node_id": node_id("Organization", account.id),
        "url": url,
        **{name: url + tail for name, tail in _ORGANISATION_LINKS.items()},
        "avatar_url": f"{origin}/avatars/{account.id}",
        "description": None,
        "is_verified": False,
        "has_organization_projects": True,
        "has_repository_projects": True,
        "public_repos": _public_count(account, world),
        "public_gists": 0,
        "followers": 0,
        "following": 0,
        "html_url": f"{origin}/{account.login}",
        "created_at": account.created_at,
        "updated_at": account.created_at,
        "archived_at": None,
        "type": "Organization",
    }


def membership(account: Account, member: Account, origin: str) -> Json:
    """Return the answer of `GET /user/memberships/orgs/ORG`."""
    role = "admin" if member.login in account.administrators else "member"
    url = f"{origin}/api/orgs/{account.login}"
    short = {**organisation(account, World(), origin), "description": None}
    keys = (
        "login",
        "id",
        "node_id",
        "url",
        "repos_url",
        "events_url",
        "hooks_url",
        "issues_url",
        "members_url",
    )
    more = ("public_members_url", "avatar_url", "description")
    return {
        "url": f"{url}/memberships/{member.login}",
        "state": "active",
        "role": role,
        "organization_url": url,
        "organization": {key: short[key] for key in keys + more},
        "user": simple_user(member, origin),
    }


def private_user(token: Token, world: World, origin: str) -> Json:
    """Return the answer of `GET /user`."""
    account = world.account(token.login) or Account(1, token.login, "User")
    counts = ("private_gists", "total_private_repos", "owned_private_repos", "disk_usage", "collaborators")
    return {
        **public_user(account, world, origin),
        **dict.fromkeys(counts, 0),
        "two_factor_authentication": True,
    }


def _public_count(account: Account, world: World) -> int:
    return sum(one.owner == account.login and not one.private for one in world.repositories)
