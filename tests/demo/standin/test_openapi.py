# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Every well-formed answer of the stand-in, held against GitHub's published OpenAPI description."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.demo.standin import Account, Kind, Oddity, Repository, Token, World
from tests.builders import new_repository
from tests.demo.standin.calling import calling
from tests.demo.standin.description import Description
from tests.demo.standin.published import github_description

TOKEN = "ghp_inventedInventedInvented0001"
REPOSITORY = "/repos/{owner}/{repo}"


@pytest.fixture(scope="module")
def description(pytestconfig: pytest.Config) -> Description:
    """GitHub's description."""
    return Description(github_description(pytestconfig))


def _world(git: Path | None = None) -> World:
    return World(
        accounts=(
            Account(7, "harbour-os", administrators=("ada-harbour",)),
            Account(8, "ada-harbour", "User"),
        ),
        repositories=(
            Repository(
                1, "harbour-os/quay", description="Quay", topics=("os2",), licence="MPL-2.0", git=git,
                has_wiki=True, former_names=("harbour-os/kaj",),
            ),
            Repository(2, "harbour-os/quay-fork", fork=True, parent=1, licence="NOASSERTION", archived=True),
            Repository(3, "harbour-os/hidden", private=True),
            Repository(4, "harbour-os/blocked", blocked=True),
            Repository(5, "ada-harbour/notes"),
        ),
        tokens=(Token(TOKEN, "ada-harbour", sees=("harbour-os",)),),
        oddities=(
            Oddity(Kind.PRIMARY_LIMIT, "/repos/limit/primary"),
            Oddity(Kind.SECONDARY_LIMIT, "/repos/limit/secondary", value=5),
            Oddity(Kind.TOO_MANY, "/repos/limit/many", value=5),
            Oddity(Kind.SECONDARY_SILENT, "/repos/limit/silent"),
            Oddity(Kind.FORBIDDEN, "/repos/limit/forbidden"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("route", "path", "status", "token"),
    [
        ("/orgs/{org}", "/orgs/harbour-os", 200, None),
        ("/orgs/{org}", "/orgs/nobody", 404, None),
        ("/orgs/{org}/repos", "/orgs/harbour-os/repos", 200, None),
        ("/orgs/{org}/repos", "/orgs/harbour-os/repos?per_page=1&page=2", 200, None),
        ("/orgs/{org}/repos", "/orgs/harbour-os/repos?type=all&per_page=100", 200, TOKEN),
        ("/orgs/{org}/members", "/orgs/harbour-os/members?role=admin", 200, TOKEN),
        ("/users/{username}/repos", "/users/ada-harbour/repos", 200, None),
        (REPOSITORY, "/repos/harbour-os/quay", 200, None),
        (REPOSITORY, "/repos/harbour-os/quay-fork", 200, None),
        (REPOSITORY, "/repos/harbour-os/hidden", 200, TOKEN),
        (REPOSITORY, "/repos/harbour-os/hidden", 404, None),
        (REPOSITORY, "/repos/ada-harbour/notes", 200, None),
        (REPOSITORY, "/repos/harbour-os/kaj", 301, None),
        (REPOSITORY, "/repos/harbour-os/blocked", 451, None),
        (REPOSITORY, "/repos/limit/primary", 403, None),
        (REPOSITORY, "/repos/limit/secondary", 403, None),
        (REPOSITORY, "/repos/limit/many", 429, None),
        (REPOSITORY, "/repos/limit/silent", 403, None),
        (REPOSITORY, "/repos/limit/forbidden", 403, None),
        (REPOSITORY, "/repos/harbour-os/quay", 401, "ghp_wrong"),
        (REPOSITORY, "/repositories/1", 200, None),
        (REPOSITORY, "/repositories/77", 404, None),
        ("/rate_limit", "/rate_limit", 200, None),
        ("/users/{username}", "/users/ada-harbour", 200, None),
        ("/users/{username}", "/users/harbour-os", 200, None),
        ("/user", "/user", 200, TOKEN),
        ("/user", "/user", 401, None),
        ("/user/memberships/orgs/{org}", "/user/memberships/orgs/harbour-os", 200, TOKEN),
        ("/user/memberships/orgs/{org}", "/user/memberships/orgs/nobody", 404, TOKEN),
    ],
)
def test_an_answer_is_as_github_describes_it(
    description: Description, route: str, path: str, status: int, token: str | None
) -> None:
    """Status and JSON of an answer are what GitHub's description says of that route."""
    with calling(_world()) as caller:
        answer = caller.get(path, token)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert description.complaint(route, status, answer.json()) is None


def test_a_files_content_is_as_github_describes_it(description: Description, tmp_path: Path) -> None:
    """The contents of a file are told in GitHub's form."""
    git = new_repository(tmp_path / "quay.git")
    git.commit({"docs/read me.md": b"# Quay\n"})
    with calling(_world(git.path)) as caller:
        answer = caller.get("/repos/harbour-os/quay/contents/docs/read me.md")
        missing = caller.get("/repos/harbour-os/quay/contents/nothing.md")
    route = "/repos/{owner}/{repo}/contents/{path}"
    assert description.complaint(route, 200, answer.json()) is None
    assert (missing.status_code, description.complaint(route, 404, missing.json())) == (404, None)


def test_no_field_is_invented(description: Description) -> None:
    """Every field of a listed and of a whole repository has its place in GitHub's description."""
    with calling(_world()) as caller:
        listed = caller.get("/orgs/harbour-os/repos").json()[0]
        whole = caller.get("/repositories/2").json()
        organisation = caller.get("/orgs/harbour-os").json()
    for shown, name in (
        (listed, "minimal-repository"),
        (whole, "full-repository"),
        (organisation, "organization-full"),
        (listed["owner"], "simple-user"),
    ):
        assert set(shown) <= set(description.component(name)["properties"])


def test_the_comparison_finds_what_is_wrong(description: Description) -> None:
    """An answer that lacks a field, or has one of another type, does not pass."""
    with calling(_world()) as caller:
        whole = caller.get("/repositories/1").json()
    short = {name: value for name, value in whole.items() if name != "owner"}
    assert "'owner' is a required property" in str(description.complaint(REPOSITORY, 200, short))
    assert "full_name" in str(description.complaint(REPOSITORY, 200, {**whole, "full_name": 5}))
    assert "private" in str(description.complaint(REPOSITORY, 200, {**whole, "private": None}))
