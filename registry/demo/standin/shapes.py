# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Shapes: the JSON in which GitHub tells of accounts, repositories, contents and refusals.

Field names and types follow GitHub's published OpenAPI description, against which the tests hold them.
"""

from __future__ import annotations

import base64
from typing import Any

from registry.demo.standin.world import Account, Repository, Token, World

Json = dict[str, Any]
DOCUMENTATION = "https://docs.github.com/rest"

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
_REPOSITORY_LINKS = {
    "archive_url": "/{archive_format}{/ref}",
    "assignees_url": "/assignees{/user}",
    "blobs_url": "/git/blobs{/sha}",
    "branches_url": "/branches{/branch}",
    "collaborators_url": "/collaborators{/collaborator}",
    "comments_url": "/comments{/number}",
    "commits_url": "/commits{/sha}",
    "compare_url": "/compare/{base}...{head}",
    "contents_url": "/contents/{+path}",
    "contributors_url": "/contributors",
    "deployments_url": "/deployments",
    "downloads_url": "/downloads",
    "events_url": "/events",
    "forks_url": "/forks",
    "git_commits_url": "/git/commits{/sha}",
    "git_refs_url": "/git/refs{/sha}",
    "git_tags_url": "/git/tags{/sha}",
    "hooks_url": "/hooks",
    "issue_comment_url": "/issues/comments{/number}",
    "issue_events_url": "/issues/events{/number}",
    "issues_url": "/issues{/number}",
    "keys_url": "/keys{/key_id}",
    "labels_url": "/labels{/name}",
    "languages_url": "/languages",
    "merges_url": "/merges",
    "milestones_url": "/milestones{/number}",
    "notifications_url": "/notifications{?since,all,participating}",
    "pulls_url": "/pulls{/number}",
    "releases_url": "/releases{/id}",
    "stargazers_url": "/stargazers",
    "statuses_url": "/statuses/{sha}",
    "subscribers_url": "/subscribers",
    "subscription_url": "/subscription",
    "tags_url": "/tags",
    "teams_url": "/teams",
    "trees_url": "/git/trees{/sha}",
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
    links = {
        "repos_url": "/repos",
        "events_url": "/events",
        "hooks_url": "/hooks",
        "issues_url": "/issues",
        "members_url": "/members{/member}",
        "public_members_url": "/public_members{/member}",
    }
    return {
        "login": account.login,
        "id": account.id,
        "node_id": node_id("Organization", account.id),
        "url": url,
        **{name: url + tail for name, tail in links.items()},
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


def listed_repository(one: Repository, world: World, origin: str) -> Json:
    """Return a repository as GitHub's lists show it: without its parent."""
    url = f"{origin}/api/repos/{one.full_name}"
    owner = world.account(one.owner) or Account(1, one.owner)
    return {
        "id": one.id,
        "node_id": node_id("Repository", one.id),
        "name": one.name,
        "full_name": one.full_name,
        "private": one.private,
        "owner": simple_user(owner, origin),
        "html_url": f"{origin}/{one.full_name}",
        "description": one.description,
        "fork": one.fork,
        "url": url,
        **{name: url + tail for name, tail in _REPOSITORY_LINKS.items()},
        "created_at": one.created_at,
        "updated_at": one.pushed_at,
        "pushed_at": one.pushed_at,
        "git_url": f"git://{origin.partition('//')[2]}/{one.full_name}.git",
        "ssh_url": f"git@{origin.partition('//')[2]}:{one.full_name}.git",
        "clone_url": f"{origin}/{one.full_name}.git",
        "svn_url": f"{origin}/{one.full_name}",
        "homepage": None,
        "size": one.size,
        **dict.fromkeys(("stargazers_count", "watchers_count", "watchers", "forks_count", "forks"), 0),
        **dict.fromkeys(("open_issues_count", "open_issues"), 0),
        "language": None,
        "has_issues": True,
        "has_projects": True,
        "has_downloads": True,
        "has_wiki": one.has_wiki,
        "has_pages": False,
        "has_discussions": False,
        "mirror_url": None,
        "archived": one.archived,
        "disabled": one.disabled,
        "license": _licence(one.licence, origin),
        "allow_forking": True,
        "is_template": False,
        "web_commit_signoff_required": False,
        "topics": list(one.topics),
        "visibility": "private" if one.private else "public",
        "default_branch": one.default_branch,
    }


def full_repository(one: Repository, world: World, origin: str) -> Json:
    """Return the answer of `GET /repos/OWNER/NAME`."""
    shown = {**listed_repository(one, world, origin), "network_count": 0, "subscribers_count": 0}
    shown["temp_clone_token"] = None
    owner = world.account(one.owner)
    if owner is not None and owner.kind == "Organization":
        shown["organization"] = simple_user(owner, origin)
    parent = world.by_id(one.parent) if one.parent is not None else None
    if parent is not None:
        shown["parent"] = shown["source"] = listed_repository(parent, world, origin)
    return shown


def private_user(token: Token, world: World, origin: str) -> Json:
    """Return the answer of `GET /user`."""
    account = world.account(token.login) or Account(1, token.login, "User")
    counts = ("private_gists", "total_private_repos", "owned_private_repos", "disk_usage", "collaborators")
    return {
        **public_user(account, world, origin),
        **dict.fromkeys(counts, 0),
        "two_factor_authentication": True,
    }


def refusal(message: str, status: int) -> Json:
    """Return a basic error."""
    return {"message": message, "documentation_url": DOCUMENTATION, "status": str(status)}


def dmca(one: str) -> Json:
    """Return what a 451 says."""
    return {
        "message": "Repository access blocked",
        "block": {
            "reason": "dmca",
            "created_at": "2024-02-03T04:05:06Z",
            "html_url": f"https://github.com/github/dmca/blob/master/2024/02/2024-02-03-{one.partition('/')[2]}.md",
        },
    }


def _licence(spdx: str | None, origin: str) -> Json | None:
    if spdx is None:
        return None
    key = "other" if spdx == "NOASSERTION" else spdx.lower()
    url = None if spdx == "NOASSERTION" else f"{origin}/api/licenses/{key}"
    return {"key": key, "name": spdx, "spdx_id": spdx, "url": url, "node_id": node_id("License", len(key))}


def _public_count(account: Account, world: World) -> int:
    return sum(one.owner == account.login and not one.private for one in world.repositories)
