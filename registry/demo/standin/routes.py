# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Routes: which question of GitHub's API is asked, and what the world answers to it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from registry.demo.standin import account_shapes, shapes
from registry.demo.standin.contents import blob_at
from registry.demo.standin.reply import Reply
from registry.demo.standin.world import Account, Repository, Token, World

NOT_FOUND = Reply(404, shapes.refusal("Not Found", 404))
_BAD_LOGIN = Reply(401, shapes.refusal("Requires authentication", 401))


@dataclass(frozen=True)
class Question:
    """One call: the world it is put to, who asks, and what for."""

    world: World
    token: Token | None
    origin: str
    path: str
    query: Mapping[str, str]
    limits: Mapping[str, str]

    def sees(self, one: Repository) -> bool:
        """Whether this caller may see a repository."""
        return not one.private or (self.token is not None and one.owner in self.token.sees)


Handler = Callable[..., Reply]


def answer(question: Question) -> tuple[str, Reply]:
    """Return the route's name and the answer."""
    for name, pattern, handler in _ROUTES:
        match = pattern.fullmatch(question.path)
        if match:
            return name, handler(question, *match.groups())
    return "GET /?", NOT_FOUND


def _organisation(question: Question, login: str) -> Reply:
    account = question.world.account(login)
    if account is None or account.kind != "Organization":
        return NOT_FOUND
    return Reply(200, account_shapes.organisation(account, question.world, question.origin))


def _user(question: Question, login: str) -> Reply:
    account = question.world.account(login)
    return (
        NOT_FOUND
        if account is None
        else Reply(200, account_shapes.public_user(account, question.world, question.origin))
    )


def _organisation_repositories(question: Question, login: str) -> Reply:
    account = question.world.account(login)
    if account is None or account.kind != "Organization":
        return NOT_FOUND
    return _list(question, account, hidden=question.query.get("type", "all") in {"all", "private"})


def _user_repositories(question: Question, login: str) -> Reply:
    account = question.world.account(login)
    return NOT_FOUND if account is None else _list(question, account, hidden=False)


def _list(question: Question, account: Account, *, hidden: bool) -> Reply:
    shown = [
        one
        for one in question.world.repositories
        if one.owner.lower() == account.login.lower() and question.sees(one) and (hidden or not one.private)
    ]
    down = question.query.get("direction", "desc") != "asc"
    shown.sort(key=lambda one: (one.created_at, one.id), reverse=down)
    entries = [shapes.listed_repository(one, question.world, question.origin) for one in shown]
    return _page(question, entries)


def _page(question: Question, entries: list[account_shapes.Json]) -> Reply:
    size = min(max(_number(question.query.get("per_page"), 30), 1), 100)
    page = max(_number(question.query.get("page"), 1), 1)
    last = max(1, -(-len(entries) // size))
    numbers = {"prev": page - 1, "next": page + 1, "last": last, "first": 1}
    wanted = [rel for rel in ("prev", "first") if page > 1] + [rel for rel in ("next", "last") if page < last]
    links = [f'<{_address(question, numbers[rel])}>; rel="{rel}"' for rel in wanted]
    headers = {"Link": ", ".join(links)} if links else {}
    return Reply(200, entries[(page - 1) * size : page * size], headers)


def _address(question: Question, page: int) -> str:
    query = urlencode({**question.query, "page": str(page)})
    return f"{question.origin}/api{question.path}?{query}"


def _repository(question: Question, owner: str, name: str) -> Reply:
    full_name = f"{owner}/{name}"
    one = question.world.by_name(full_name)
    if one is not None:
        return _shown(question, one)
    moved = question.world.moved_from(full_name)
    if moved is None or not question.sees(moved):
        return NOT_FOUND
    url = f"{question.origin}/api/repositories/{moved.id}"
    return Reply(301, {**shapes.refusal("Moved Permanently", 301), "url": url}, {"Location": url})


def _repository_by_id(question: Question, number: str) -> Reply:
    one = question.world.by_id(int(number))
    return NOT_FOUND if one is None else _shown(question, one)


def _shown(question: Question, one: Repository) -> Reply:
    if not question.sees(one):
        return NOT_FOUND
    if one.blocked:
        return Reply(451, shapes.dmca(one.full_name))
    return Reply(200, shapes.full_repository(one, question.world, question.origin))


def _contents(question: Question, owner: str, name: str, path: str) -> Reply:
    one = question.world.by_name(f"{owner}/{name}")
    if one is None or one.git is None or not question.sees(one):
        return NOT_FOUND
    body = blob_at(one.git, question.query.get("ref", one.default_branch), path)
    if body is None:
        return NOT_FOUND
    sha = hashlib.sha1(b"blob %d\0" % len(body) + body, usedforsecurity=False).hexdigest()
    url = f"{question.origin}/api/repos/{one.full_name}/contents/{path}?ref={one.default_branch}"
    git = f"{question.origin}/api/repos/{one.full_name}/git/blobs/{sha}"
    html = f"{question.origin}/{one.full_name}/blob/{one.default_branch}/{path}"
    return Reply(200, {
        "name": path.rpartition("/")[2], "path": path, "sha": sha, "size": len(body), "url": url,
        "html_url": html, "git_url": git, "download_url": html, "type": "file",
        "content": base64.encodebytes(body).decode(), "encoding": "base64",
        "_links": {"self": url, "git": git, "html": html},
    })  # fmt: skip


def _rate_limit(question: Question) -> Reply:
    core = {
        "limit": int(question.limits["X-RateLimit-Limit"]),
        "used": int(question.limits["X-RateLimit-Used"]),
        "remaining": int(question.limits["X-RateLimit-Remaining"]),
        "reset": int(question.limits["X-RateLimit-Reset"]),
    }
    search = {"limit": 10, "used": 0, "remaining": 10, "reset": core["reset"]}
    return Reply(200, {"resources": {"core": core, "search": search}, "rate": core})


def _me(question: Question) -> Reply:
    if question.token is None:
        return _BAD_LOGIN
    return Reply(200, account_shapes.private_user(question.token, question.world, question.origin))


def _membership(question: Question, login: str) -> Reply:
    if question.token is None:
        return _BAD_LOGIN
    account, member = question.world.account(login), question.world.account(question.token.login)
    if account is None or member is None or login not in question.token.sees:
        return NOT_FOUND
    return Reply(200, account_shapes.membership(account, member, question.origin))


def _members(question: Question, login: str) -> Reply:
    account = question.world.account(login)
    if account is None:
        return NOT_FOUND
    people = [question.world.account(name) for name in account.administrators]
    inside = question.token is not None and login in question.token.sees
    return _page(
        question, [account_shapes.simple_user(one, question.origin) for one in people if one and inside]
    )


def _number(text: str | None, otherwise: int) -> int:
    return (
        int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 8 else otherwise
    )


_ROUTES: tuple[tuple[str, re.Pattern[str], Handler], ...] = tuple(
    (f"GET {name}", re.compile(pattern), handler)
    for name, pattern, handler in (
        ("/orgs/{org}", r"/orgs/([^/]+)", _organisation),
        ("/orgs/{org}/repos", r"/orgs/([^/]+)/repos", _organisation_repositories),
        ("/orgs/{org}/members", r"/orgs/([^/]+)/members", _members),
        ("/users/{username}", r"/users/([^/]+)", _user),
        ("/users/{username}/repos", r"/users/([^/]+)/repos", _user_repositories),
        ("/repos/{owner}/{repo}", r"/repos/([^/]+)/([^/]+)", _repository),
        ("/repos/{owner}/{repo}/contents/{path}", r"/repos/([^/]+)/([^/]+)/contents/(.+)", _contents),
        ("/repositories/{id}", r"/repositories/([0-9]{1,18})", _repository_by_id),
        ("/rate_limit", r"/rate_limit", _rate_limit),
        ("/user", r"/user", _me),
        ("/user/memberships/orgs/{org}", r"/user/memberships/orgs/([^/]+)", _membership),
    )
)
