# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Files grow word by word, keep what was exchanged in them, and come together where lines of development do."""

from __future__ import annotations

import pytest

from registry.demo.contents import content
from registry.demo.model import Doings, Growth, Place, Replacement, Source, Vocabulary
from registry.demo.shapes import Thing, Word, render
from registry.demo.stream import quoted
from registry.demo.tree import Setting, Tree, apply, file_content, join

SAG = Thing("Sag", "sag", "sager", "Et forløb.")
WORDS = {name: Word(name, "text", name, "Noget.") for name in ("emne", "tekst", "navn")}
SETTING = Setting({"tabel": Place("{thing}.csv", "tabel", "")}, Vocabulary({"Sag": SAG}, WORDS), "demo")
PATH = b"sag.csv"


def _grow(tree: Tree, *words: str) -> Tree:
    return apply(tree, Doings(grows=(Growth("tabel", "Sag", words),)), SETTING, 1)


def _text(tree: Tree) -> str:
    return file_content(tree.files[PATH], PATH, SETTING)[1].decode()


def test_growth_adds_lines_and_changes_none() -> None:
    """What stood there before a file grew stands there afterwards."""
    before = _text(_grow(Tree(), "emne"))
    after = _text(_grow(_grow(Tree(), "emne"), "tekst"))

    assert after.startswith(before)
    assert after.splitlines()[-1].startswith("tekst;")


def test_an_exchange_outlives_growth() -> None:
    """A text that was exchanged for another stays exchanged when the file grows on."""
    tree = apply(_grow(Tree(), "emne"), Doings(replaces=(Replacement("*.csv", ";", ","),)), SETTING, 1)

    assert ";" not in _text(_grow(tree, "tekst"))


def test_both_lines_of_development_are_kept() -> None:
    """Where two lines come together, a file that grew on both has grown by both."""
    start = _grow(Tree(), "emne")
    joined = join(_grow(start, "tekst"), _grow(start, "navn"), start)

    assert [line.split(";")[0] for line in _text(joined).splitlines()[1:]] == ["emne", "tekst", "navn"]


def test_a_removal_is_joined_too() -> None:
    """What the other line removed is gone where they come together."""
    start = _grow(Tree(), "emne")
    other = apply(start, Doings(removes=(PATH,)), SETTING, 1)

    assert PATH not in join(start, other, start).files


def test_a_shape_fills_every_place() -> None:
    """No place of a shape is left unfilled."""
    names = {"Product": "Demo", "product": "demo"}

    for shape in ("php-klasse", "java-tjeneste", "cs-side", "py-modul", "js-komponent", "manual"):
        assert not {"«", "@each"} & set(render(shape, SAG, list(WORDS.values()), names).split())


@pytest.mark.parametrize(
    ("source", "mode", "data"),
    [
        (Source("text", "å\n", {"lines": "crlf"}), b"100644", "å\r\n".encode()),
        (Source("text", "å", {"encoding": "utf-16-be"}), b"100644", b"\xfe\xff\0\xe5"),
        (Source("hex", "00ff", {"repeat": "2"}), b"100644", b"\0\xff\0\xff"),
        (Source("link", "LICENSE.txt"), b"120000", b"LICENSE.txt"),
        (Source("gitlink", "1" * 40), b"160000", b"1" * 40),
        (Source("text", "#!/bin/sh\n", {"executable": "yes"}), b"100755", b"#!/bin/sh\n"),
    ],
)
def test_kinds_of_content(source: Source, mode: bytes, data: bytes) -> None:
    """Text becomes bytes as its options say; links and modules have modes of their own."""
    assert content(source, b"a", ()) == (mode, data)


def test_a_path_of_any_bytes_is_quoted() -> None:
    """fast-import is given every byte of a path as it is."""
    assert quoted(b'a\n"\\\xe9.txt') == b'"a\\n\\"\\\\\\351.txt"'
