# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Files and people are found as a person types: whatever the case, with Danish letters, in both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from registry.pipeline.mirrors import harvest_mirrors
from registry.pipeline.reading import Wish
from registry.pipeline.register import Register
from registry.provenance import service as provenance
from tests.builders import Content, new_repository
from tests.postgres import empty_database, server
from tests.running import register

_PATHS: dict[str | bytes, Content] = {
    b"src/Model/Afgoerelse.php": b"a\n",
    "docs/AFGØRELSE Ærø.md".encode(): b"b\n",
    b"docs/100%_done.md": b"c\n",
    b"docs/old-\xe9\xc6.md": b"d\n",
}


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def held(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register with one repository, in each kind of database."""
    folder: Path = tmp_path_factory.mktemp("searching")
    repository = new_repository(folder / "in" / "havn+kaj")
    repository.commit(_PATHS, author="Åse Ørsted <aase@ager.example>")
    with ExitStack() as stack:
        changes = {}
        if request.param == "postgresql":
            changes["database_url"] = stack.enter_context(empty_database(stack.enter_context(server())))
        opened = stack.enter_context(register(folder / "data", **changes))
        harvest_mirrors(opened, folder / "in", Wish(), lambda *_: None)
        yield opened


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("afgoer", [b"src/Model/Afgoerelse.php"]),
        ("MODEL/AFGOER", [b"src/Model/Afgoerelse.php"]),
        ("afgørelse ærø", ["docs/AFGØRELSE Ærø.md".encode()]),
        ("AFGØRELSE", ["docs/AFGØRELSE Ærø.md".encode()]),
        ("0%_D", [b"docs/100%_done.md"]),
        ("o%e", []),
        ("OLD-", [b"docs/old-\xe9\xc6.md"]),
    ],
)
def test_a_file_is_found_whatever_the_case(held: Register, words: str, found: list[bytes]) -> None:
    """By any part of its path; signs that a pattern would read otherwise stand for themselves."""
    with held.sessions() as session:
        assert [path for _, path in provenance.found_files(session, words, [1])] == found


def test_only_the_repositories_asked_for_are_searched(held: Register) -> None:
    """Those that are private take no place among the first hits."""
    with held.sessions() as session:
        assert provenance.found_files(session, "afgoer", [2]) == ()


def test_a_person_is_found_whatever_the_case(held: Register) -> None:
    """With Danish letters, too."""
    with held.sessions() as session:
        assert [one.name for one in provenance.found_by_name(session, "åse ør")] == ["Åse Ørsted"]
