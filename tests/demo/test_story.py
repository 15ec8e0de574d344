# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A story is read from one file, and every mistake in it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.demo.build import build
from registry.demo.model import Source, Story, When
from registry.demo.reading import StoryError
from registry.demo.story import read_story

HEAD = """\
title: En lille historie
looks: [2020-01-01]
organisations:
  os: {id: 1, name: OS, about: en, keeper: os2}
people:
  karen: {name: Karen, email: karen@lillerup.example}
things:
  Sag: {label: sag, plural: sager, says: Noget.}
words:
  emne: {kind: text, label: emne, says: Noget.}
products: {}
repositories:
  en:
    id: 2
    stands: [{since: 2020-01-01, at: os/en}]
    places: {kode: {path: "src/{Thing}.php", shape: php-klasse}}
    steps:
"""
FIRST = "      - {when: 2020-01-02, who: karen, says: Begynd, grows: {kode Sag: emne}}\n"


def _read(steps: str) -> Story:
    return read_story((HEAD + steps).encode())


def _mistake(steps: str) -> str:
    with pytest.raises(StoryError) as caught:
        _read(steps)
    return str(caught.value)


def test_a_step() -> None:
    """A step tells who changed what on which day; a day without an hour gets one, in Danish time."""
    step = _read(FIRST).repositories[0].steps[0]

    assert (step.who, step.committer, step.says) == ("karen", "karen", b"Begynd\n")
    assert step.when == When(1577952000, "+0100")
    assert step.does.grows[0].words == ("emne",)


def test_any_moment_git_can_hold() -> None:
    """A moment beyond the calendar is told in seconds, with any offset."""
    told = _read('      - {when: "@253402300800 +9999", who: karen, says: Sent}\n')

    assert told.repositories[0].steps[0].when.raw == b"253402300800 +9999"


def test_a_file_in_another_encoding() -> None:
    """What a step writes may name how its text becomes bytes."""
    told = _read(
        "      - {when: 2020-01-02, who: karen, says: A, writes: {a: {text: å, encoding: latin-1}}}\n"
    )

    assert told.repositories[0].steps[0].does.writes == (
        (b"a", Source("text", "å", {"encoding": "latin-1"})),
    )


@pytest.mark.parametrize(
    ("steps", "line", "said"),
    [
        ("      - {when: 2020-02-30, who: karen, says: A}\n", 18, "no day"),
        ("      - {when: i går, who: karen, says: A}\n", 18, "is no day"),
        ("      - {when: 2020-01-02, who: ingen, says: A}\n", 18, "no person"),
        ("      - {when: 2020-01-02, says: A}\n", 18, "“who” is missing"),
        ("      - {when: 2020-01-02, who: karen, says: A, hvorfor: B}\n", 18, "no field"),
        ("      - {when: 2020-01-02, who: karen, who: karen, says: A}\n", 18, "said twice"),
        (
            FIRST + "      - {when: 2020-01-03, who: karen, says: A, grows: {kode Sag: frist}}\n",
            19,
            "no word",
        ),
        (FIRST + "      - {when: 2020-01-03, who: karen, says: A, grows: {kode: emne}}\n", 19, "one thing"),
        (FIRST + "      - {when: 2020-01-03, who: karen, says: A, grows: {sti Sag: emne}}\n", 19, "neither"),
        ("      - {when: 2020-01-02, who: karen, says: A, writes: {a: {text: b, link: c}}}\n", 18, "one of"),
        ("      - {when: 2020-01-02, who: karen, says: A, writes: {a: {hex: zz}}}\n", 18, "cannot be made"),
        ("      - {when: 2020-01-02, who: karen, says: A, writes: {a: {standard: nix}}}\n", 18, "cannot be"),
        (
            "      - {when: 2020-01-02, who: karen, says: A, writes: {a: {text: å, encoding: ascii}}}\n",
            18,
            "cannot be made",
        ),
        ("      - {when: 2020-01-02, who: karen, says: A, writes: {a.odt: {document: b}}}\n", 18, "odt"),
        ("      - {when: 2020-01-02, who: karen, says: &a A}\n      - *a\n", 19, "reference"),
        ("      - {when: 2020-01-02, who: karen, says: A\n", 19, "not YAML"),
    ],
)
def test_mistakes_are_told_with_their_line(steps: str, line: int, said: str) -> None:
    """A mistake names its line and what was expected."""
    mistake = _mistake(steps)

    assert mistake.startswith(f"story, line {line}:")
    assert said in mistake


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("grows: {kode Sag: emne}", "already grown"),
        ("removes: [findes-ikke]", "does not exist"),
        ("moves: {findes-ikke: her}", "does not exist"),
        ("merges: [gren]", "no line of development"),
        ("replaces: [{in: '*', old: findes ikke, new: x}]", "no file"),
    ],
)
def test_mistakes_of_the_telling(step: str, said: str, tmp_path: Path) -> None:
    """What only shows while the story is built names the step's line, too."""
    told = _read(FIRST + f"      - {{when: 2020-01-03, who: karen, says: A, {step}}}\n")

    with pytest.raises(StoryError, match=f"story, line 19: .*{said}"):
        build(told, tmp_path)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"- a", b"a: 1\n---\nb: 2\n", b"\x00"])
def test_not_a_story(data: bytes) -> None:
    """Anything else than one YAML mapping is refused in a sentence."""
    with pytest.raises(StoryError, match=r"^story, line \d+: "):
        read_story(data)
