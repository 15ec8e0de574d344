# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Shapes: the JSON in which GitHub tells of repositories, and refuses.

Field names and types follow GitHub's published OpenAPI description, against which the tests hold them.
"""

from __future__ import annotations

from registry.demo.standin.account_shapes import Json, node_id, simple_user
from registry.demo.standin.world import Account, Repository, World

DOCUMENTATION = "https://docs.github.com/rest"

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


# what the stand-in says of every repository alike
_THE_SAME: Json = {
    **dict.fromkeys(("homepage", "language", "mirror_url")),
    **dict.fromkeys(("stargazers_count", "watchers_count", "watchers", "forks_count", "forks"), 0),
    **dict.fromkeys(("open_issues_count", "open_issues"), 0),
    **dict.fromkeys(("has_issues", "has_projects", "has_downloads", "allow_forking"), True),
    **dict.fromkeys(("has_pages", "has_discussions", "is_template", "web_commit_signoff_required"), False),
}


def listed_repository(one: Repository, world: World, origin: str) -> Json:
    """Return a repository as GitHub's lists show it: without its parent."""
    owner = world.account(one.owner) or Account(1, one.owner)
    return {
        **_names(one, origin),
        "private": one.private,
        "owner": simple_user(owner, origin),
        "description": one.description,
        "fork": one.fork,
        "created_at": one.created_at,
        "updated_at": one.pushed_at,
        "pushed_at": one.pushed_at,
        **_THE_SAME,
        "size": one.size,
        "has_wiki": one.has_wiki,
        "archived": one.archived,
        "disabled": one.disabled,
        "license": _licence(one.licence, origin),
        "topics": list(one.topics),
        "visibility": "private" if one.private else "public",
        "default_branch": one.default_branch,
    }


def _names(one: Repository, origin: str) -> Json:
    """Return a repository's names and addresses."""
    url = f"{origin}/api/repos/{one.full_name}"
    host = origin.partition("//")[2]
    return {
        "id": one.id,
        "node_id": node_id("Repository", one.id),
        "name": one.name,
        "full_name": one.full_name,
        "html_url": f"{origin}/{one.full_name}",
        "url": url,
        **{name: url + tail for name, tail in _REPOSITORY_LINKS.items()},
        "git_url": f"git://{host}/{one.full_name}.git",
        "ssh_url": f"git@{host}:{one.full_name}.git",
        "clone_url": f"{origin}/{one.full_name}.git",
        "svn_url": f"{origin}/{one.full_name}",
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
