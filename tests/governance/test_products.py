# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Products: seeded, stated, read from a file, changed and withdrawn, with nothing of it forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.errors import BadInputError
from registry.governance.reading import read_products
from tests.running import register, run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty register."""
    with register(tmp_path / "data"):
        return tmp_path / "data"


def rows(data: Path) -> int:
    """Return how many statements about products are kept."""
    with register(data) as opened, opened.engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM governance_products").scalar() or 0)


STATED = ("products", "state", "havn", "--name-da", "OS2havn", "--name-en", "OS2harbour", "--level", "2")


def test_a_life(data: Path) -> None:
    """A product is stated, gets and loses a repository, and is withdrawn; each statement is kept."""
    assert run(data, *STATED).code == 0
    assert run(data, "products", "add", "havn", "a/kaj", "--since", "2020-01-01").code == 0
    assert run(data, "products", "remove", "havn", "A/KAJ", "--until", "2021-01-01").code == 0
    assert run(data, "products", "--json").json == [{
        "slug": "havn", "name": {"da": "OS2havn", "en": "OS2harbour"}, "level": "2",
        "repositories": [{"name": "a/kaj", "from": "2020-01-01", "until": "2021-01-01"}],
        "contact": {"role": "", "organisation": ""},
    }]  # fmt: skip
    assert run(data, "products", "withdraw", "havn").code == 0
    assert run(data, "products", "--json").json == [] and rows(data) == 3


def test_the_same_statement_again(data: Path) -> None:
    """What was stated already is not stated twice, and its repositories stay."""
    run(data, *STATED)
    run(data, "products", "add", "havn", "a/kaj")
    run(data, *STATED)
    assert rows(data) == 2 and len(run(data, "products", "--json").json[0]["repositories"]) == 1


BAD = {
    "line 1 is no YAML": b"products: [",
    "no YAML in UTF-8": b"products: \0",
    "too deep": b"[" * 100_000,
    "no calendar": b"products: 2019-13-45",
    "thousands of digits": b"products: " + b"9" * 5000,
    "no list": b"products: 3",
    "nothing": b"",
    "binary": b"\0\xff",
    "product number 1 has no slug": b"products: [{name_da: x}]",
    "number 1": b"products: [3]",
    "unknown field 'color'": b"products: [{slug: a, color: red}]",
    "level is one of": b"products: [{slug: a, level: 7}]",
    "level is a text": b"products: [{slug: a, level: [1]}]",
    "name_da": b'products: [{slug: a, name_da: "x\\0y"}]',
    "name_en": b'products: [{slug: a, name_da: x, name_en: "\\uD800"}]',
    "lower-case": b"products: [{slug: A B}]",
    "twice": b"products: [{slug: a}, {slug: a}]",
    "is a list": b"products: [{slug: a, repositories: x}]",
    "no OWNER/NAME": b"products: [{slug: a, repositories: [x]}]",
    "OWNER/NAME, or a name": b"products: [{slug: a, repositories: [3]}]",
    "is no day": b"products: [{slug: a, repositories: [{name: a/b, from: soon}]}]",
    "leaves before it joins": b"products: [{slug: a, repositories: [{name: a/b, from: 2021-01-01, until: 2020-01-01}]}]",
    "not an address": b"products: [{slug: a, contact_role: bo@example.org}]",
    "name_da is a text": b"a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
    b"d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
    b"g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nproducts: [{slug: a, name_da: *g}]",
}


@pytest.mark.parametrize("words", BAD)
def test_mistakes_are_named(words: str) -> None:
    """A mistake in the file is told by product and field."""
    with pytest.raises(BadInputError) as told:
        read_products(BAD[words])
    assert words in str(told.value) or words in {"nothing", "binary", "no list", "number 1"}
    assert "\n" not in str(told.value)


def test_all_or_none(data: Path, tmp_path: Path) -> None:
    """A file with one mistake changes nothing."""
    file = tmp_path / "products.yaml"
    file.write_bytes(b"products: [{slug: a}, {slug: b, level: 9}]")
    assert run(data, "products", "read", str(file)).code == 1 and rows(data) == 0
    file.write_bytes(b"products: [{slug: a}, {slug: b, level: 3}]")
    assert "2 of 2" in run(data, "products", "read", str(file)).out
    assert "0 of 2" in run(data, "products", "read", str(file)).out
