# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The repositories themselves, over HTTP, by git's own server."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from registry.demo.standin import Account, Repository, Running, Token, World
from tests.builders import new_repository
from tests.demo.standin.calling import calling

TOKEN = "ghp_inventedInventedInvented0001"
LARGE = bytes(range(256)) * 4096
ENVIRONMENT = {
    "PATH": os.defpath,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_TERMINAL_PROMPT": "0",
}


@dataclass(frozen=True)
class Quay:
    """A world with one repository and its wiki on disk."""

    world: World
    tip: str


@pytest.fixture
def quay(tmp_path: Path) -> Quay:
    """A repository of one large and one small file, with a wiki."""
    git, wiki = new_repository(tmp_path / "quay.git"), new_repository(tmp_path / "quay.wiki.git")
    tip = git.commit({"small.txt": b"one\n", "large.bin": LARGE})
    wiki.commit({"Home.md": b"# Quay\n"})
    one = Repository(
        1, "harbour-os/quay", has_wiki=True, git=git.path, wiki=wiki.path, former_names=("harbour-os/kaj",)
    )
    tokens = (Token(TOKEN, "ada-harbour", ("harbour-os",)), Token("other", "bo"))
    return Quay(World((Account(7, "harbour-os"),), (one,), tokens), tip)


def _git(*words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(("git", *words), env=ENVIRONMENT, capture_output=True, timeout=60, check=False)


def _clone(served: Running, name: str, to: Path, *more: str) -> subprocess.CompletedProcess[bytes]:
    return _git("clone", "--quiet", "--bare", *more, f"{served.web}/{name}.git", str(to))


@pytest.mark.parametrize("name", ["harbour-os/quay", "harbour-os/kaj"])
def test_a_repository_is_cloned_under_its_name_and_its_former_one(
    quay: Quay, name: str, tmp_path: Path
) -> None:
    """A clone has the commit, whether the new name was asked for or the old one, which redirects."""
    with calling(quay.world) as caller:
        done = _clone(caller.served, name, tmp_path / "to")
    assert done.returncode == 0, done.stderr
    assert _git("--git-dir", str(tmp_path / "to"), "rev-parse", "HEAD").stdout.decode().strip() == quay.tip


def test_a_wiki_is_a_repository_of_its_own(quay: Quay, tmp_path: Path) -> None:
    """The wiki is cloned beside its repository; one that does not exist is not found."""
    without = replace(quay.world, repositories=(replace(quay.world.repositories[0], wiki=None),))
    with calling(quay.world) as caller:
        assert _clone(caller.served, "harbour-os/quay.wiki", tmp_path / "to").returncode == 0
        caller.served.standin.world = without
        assert b"not found" in _clone(caller.served, "harbour-os/quay.wiki", tmp_path / "no").stderr


def test_large_blobs_can_be_left_out(quay: Quay, tmp_path: Path) -> None:
    """A clone with a blob size limit lacks the large blob and has the small one."""
    with calling(quay.world) as caller:
        done = _clone(caller.served, "harbour-os/quay", tmp_path / "to", "--filter=blob:limit=1k")
    assert done.returncode == 0, done.stderr
    listed = _git(
        "--git-dir", str(tmp_path / "to"), "rev-list", "--objects", "--missing=print", "HEAD"
    ).stdout
    assert sum(line.startswith(b"?") for line in listed.splitlines()) == 1


def test_a_private_repository_is_cloned_with_its_token_alone(quay: Quay, tmp_path: Path) -> None:
    """Who does not say who they are is asked; who may not see a private repository does not find it."""
    hidden = replace(quay.world, repositories=(replace(quay.world.repositories[0], private=True),))
    with calling(hidden) as caller:
        assert b"could not read Username" in _clone(caller.served, "harbour-os/quay", tmp_path / "a").stderr
        host = caller.served.web.removeprefix("http://")
        for token, code in (("other", 128), (TOKEN, 0)):
            url = f"http://x-access-token:{token}@{host}/harbour-os/quay.git"
            assert _git("clone", "-q", "--bare", url, str(tmp_path / token)).returncode == code


def test_nothing_can_be_pushed(quay: Quay, tmp_path: Path) -> None:
    """The stand-in serves reading alone."""
    with calling(quay.world) as caller:
        _clone(caller.served, "harbour-os/quay", tmp_path / "to")
        done = _git(
            "--git-dir",
            str(tmp_path / "to"),
            "push",
            "-q",
            f"{caller.served.web}/harbour-os/quay.git",
            "HEAD:x",
        )
    assert done.returncode != 0


@pytest.mark.parametrize(
    "path", ["/harbour-os/../quay.git/info/refs", "/harbour-os/quay.git/config", "/a/b.git/info/refs"]
)
def test_nothing_else_of_the_disk_is_served(quay: Quay, path: str) -> None:
    """Only git's own two addresses of a known repository are answered."""
    with calling(quay.world) as caller:
        answer = caller.session.get(
            caller.served.web + path, params={"service": "git-upload-pack"}, timeout=20
        )
    assert answer.status_code == 401
