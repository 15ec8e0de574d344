# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A facts file with a mistake is refused with the line, the field and what was expected."""

from __future__ import annotations

import pytest

from registry.ownership.reading.file import read_facts
from registry.ownership.reading.mistakes import FactsError

HEAD = """title: A mistake
asks: {party: os2, as_of: 2026-01-01}
parties:
  os2: {kind: association}
  sup: {kind: company}
  newco: {kind: company}
  dev: {kind: person}
  two: {kind: person}
"""
LINE = "{id: c, repository: r, path: a, work_type: program, authors: [dev], date: 2015-03-01, lines: 1"
JOB = "{person: dev, party: sup, kind: employee, basis: confirmed"
PAPER = "{id: a, kind: assignment, assignors: [sup], assignee: os2, signed: 2016-01-01, rights: full"

MISTAKES = {
    "an impossible day": (f"contributions:\n  - {LINE.replace('2015-03-01', '2023-02-30')}}}\n", 10, "date"),
    "an unknown key": (f"contributions:\n  - {LINE}, colour: red}}\n", 10, "colour"),
    "a key that stands twice": ("claims: []\nclaims: []\n", 10, "claims"),
    "an unknown state of a flag": (f"contributions:\n  - {LINE}, bulk: perhaps}}\n", 10, "bulk"),
    "an author who is a company": (
        f"contributions:\n  - {LINE.replace('[dev]', '[sup]')}}}\n",
        10,
        "authors",
    ),
    "an unknown author": (f"contributions:\n  - {LINE.replace('[dev]', '[no]')}}}\n", 10, "authors"),
    "an unknown assignor": (f"agreements:\n  - {PAPER.replace('[sup]', '[x]')}}}\n", 10, "assignors"),
    "an id of a party for a paper": (f"agreements:\n  - {PAPER.replace('id: a', 'id: sup')}}}\n", 10, "id"),
    "two papers of one id": (f"agreements:\n  - {PAPER}}}\n  - {PAPER}}}\n", 11, "id"),
    "a paper that ends before it begins": (
        f"agreements:\n  - {PAPER}, terminated: 2015-01-01}}\n",
        10,
        "terminated",
    ),
    "an engagement that ends before it begins": (
        (f"engagements:\n  - {JOB}, from: 2016-01-01, until: 2015-01-01}}\n"),
        10,
        "until",
    ),
    "two kinds of engagement on one day": (
        (
            "engagements:\n"
            f"  - {JOB}, from: 2014-01-01, until: 2015-01-01}}\n"
            "  - {person: dev, party: sup, kind: consultant, from: 2015-01-01, basis: confirmed}\n"
        ),
        11,
        "kind",
    ),
    "one address confirmed for two": (
        (
            "identities:\n"
            "  - {email: a@b.example, person: dev, basis: confirmed}\n"
            "  - {email: A@B.example, person: two, basis: confirmed}\n"
        ),
        11,
        "person",
    ),
    "a party succeeded twice": (
        (
            "successions:\n"
            "  - {kind: merger, from: sup, to: newco, date: 2015-01-01}\n"
            "  - {kind: merger, from: sup, to: os2, date: 2016-01-01}\n"
        ),
        11,
        "from",
    ),
    "a party that succeeds itself": (
        "successions:\n  - {kind: merger, from: sup, to: sup, date: 2015-01-01}\n",
        10,
        "to",
    ),
    "a circle of successions": (
        (
            "successions:\n"
            "  - {kind: merger, from: sup, to: newco, date: 2015-01-01}\n"
            "  - {kind: merger, from: newco, to: sup, date: 2016-01-01}\n"
        ),
        10,
        "to",
    ),
    "a declaration about no paper": (
        (
            "agreements:\n"
            "  - {id: x, kind: declaration, declares: authority, by: sup, agreement: y, signed: 2025-01-01}\n"
        ),
        10,
        "agreement",
    ),
    "a work made from itself": (
        f"contributions:\n  - {LINE}, origin: generated, generated_from: [c]}}\n",
        10,
        "generated_from",
    ),
    "an alias": ("claims: &a []\nset: *a\n", 9, "file"),
    "a tag of a program": ("set: !!python/name:os.system x\n", 9, "file"),
    "a second document": ("---\ntitle: more\n", 9, "file"),
    "no YAML at all": ("claims: [\n", 10, "file"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_by_line_and_field(mistake: str) -> None:
    """The error names the line where the mistake stands and the field it is about."""
    text, line, field = MISTAKES[mistake]
    with pytest.raises(FactsError) as caught:
        read_facts((HEAD + text).encode())
    assert (caught.value.line, caught.value.field) == (line, field)


def test_a_contradiction_names_both_places() -> None:
    """Two facts that cannot both be true are refused with the lines of both."""
    text, line, _ = MISTAKES["a party succeeded twice"]
    with pytest.raises(FactsError, match="see line 10") as caught:
        read_facts((HEAD + text).encode())
    assert (caught.value.line, caught.value.also) == (line, 10)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"\x00", b"- a\n", b"[" * 100_000, b"title: x\n"])
def test_bytes_that_are_no_facts_file_are_refused(data: bytes) -> None:
    """Whatever the bytes are, the answer is a mistake with a line, never a crash."""
    with pytest.raises(FactsError):
        read_facts(data)


def test_ids_are_strings_as_written() -> None:
    """`no` and `1e3` are ids, not a truth value and a number."""
    text = HEAD.replace("two:", "no:").replace("dev:", "1e3:")
    line = LINE.replace("[dev]", "[no, 1e3]")
    facts = read_facts(f"{text}contributions:\n  - {line}}}\n".encode())
    assert [one.person for one in facts.contributions[0].authors] == ["no", "1e3"]


def test_a_hostile_value_is_shown_harmless() -> None:
    """A terminal escape in a value does not reach the screen through the error."""
    text = f"contributions:\n  - {LINE.replace('program', chr(34) + chr(92) + 'e[2J' + chr(34))}}}\n"
    with pytest.raises(FactsError) as caught:
        read_facts((HEAD + text).encode())
    assert "\x1b" not in str(caught.value)
