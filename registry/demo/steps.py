# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Reads the steps of a repository: the changes, in the order in which they are told."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from registry.demo.contents import content as make
from registry.demo.model import Doings, Growth, Person, Place, Replacement, Source, Step, Vocabulary, When
from registry.demo.reading import At

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")
_RAW = re.compile(r"@(-?\d+) ([+-]\d{4,})")
_STEP = "why with with_times branch name from_nothing merges tag committer committed says_hex"
_DOINGS = "writes grows replaces removes moves"
_SOURCES = ("text", "hex", "standard", "document", "link", "gitlink")
_OPTIONS = "encoding lines executable path_encoding repeat version year holder"
_SUMMER = range(4, 11)  # the months told in Danish summer time; the exact Sundays do not matter to the story


@dataclass(frozen=True)
class Known:
    """What steps may refer to."""

    people: Mapping[str, Person]
    places: Mapping[str, Place]
    vocabulary: Vocabulary


def read_steps(root: At, known: Known) -> tuple[Step, ...]:
    """Return the steps of a list; the number in the list gives a day without an hour its hour."""
    return tuple(_step(item, number, known) for number, item in enumerate(root.items()))


def _step(item: At, number: int, known: Known) -> Step:
    fields = item.fields(f"{_STEP} {_DOINGS}", "when who says")
    when = read_when(fields["when"], number)
    who = _person(fields["who"], known)
    return Step(
        line=item.line,
        who=who,
        when=when,
        says=_message(fields, known),
        committer=_person(fields["committer"], known) if "committer" in fields else who,
        committed=read_when(fields["committed"], number) if "committed" in fields else when,
        branch=fields["branch"].text() if "branch" in fields else "",
        name=fields["name"].text() if "name" in fields else "",
        root=fields["from_nothing"].flag() if "from_nothing" in fields else False,
        merges=fields["merges"].words() if "merges" in fields else (),
        tag=fields["tag"].text() if "tag" in fields else "",
        does=_doings(fields, known),
    )


def read_when(at: At, number: int) -> When:
    """Read `2014-03-10`, `2014-03-10 09:12` (Danish time) or `@SECONDS +ZONE` (anything git can hold)."""
    text = at.text()
    if raw := _RAW.fullmatch(text):
        return When(int(raw[1]), raw[2])
    if not _DAY.fullmatch(text):
        at.fail(f"“{text}” is no day; write 2014-03-10, 2014-03-10 09:12 or @SECONDS +ZONE")
    try:
        told = datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        at.fail(f"there is no day “{text}”")
    if len(text) == len("2014-03-10"):
        told += timedelta(hours=9, minutes=number * 37 % 420)
    hours = 2 if told.month in _SUMMER else 1
    local = told.replace(tzinfo=timezone(timedelta(hours=hours)))
    return When(int(local.timestamp()), f"+0{hours}00")


def _person(at: At, known: Known) -> str:
    return _one_of(at, at.text(), known.people, "person")


def _one_of(at: At, name: str, names: Container[str], what: str) -> str:
    if name not in names:
        at.fail(f"“{name}” is no {what} of the story")
    return name


def _message(fields: Mapping[str, At], known: Known) -> bytes:
    message = fields["says"].text().strip().encode()
    if "says_hex" in fields:
        message += fields["says_hex"].hexadecimal()
    helpers = [known.people[_one_of(fields["with"], key, known.people, "person")] for key in _with(fields)]
    helpers *= fields["with_times"].number() if "with_times" in fields else 1
    if helpers:
        trailers = [b"Co-authored-by: " + person.name + b" <" + person.email + b">" for person in helpers]
        message += b"\n\n" + b"\n".join(trailers)
    return message + b"\n"


def _with(fields: Mapping[str, At]) -> tuple[str, ...]:
    return fields["with"].words() if "with" in fields else ()


def _doings(fields: Mapping[str, At], known: Known) -> Doings:
    def pairs(name: str) -> list[tuple[At, At]]:
        return fields[name].pairs() if name in fields else []

    return Doings(
        writes=tuple(_write(path, content) for path, content in pairs("writes")),
        grows=tuple(one for key, words in pairs("grows") for one in _growths(key, words, known)),
        replaces=tuple(_replacement(item) for item in fields["replaces"].items())
        if "replaces" in fields
        else (),
        removes=tuple(path.encode() for path in fields["removes"].words()) if "removes" in fields else (),
        moves=tuple((old.text().encode(), new.text().encode()) for old, new in pairs("moves")),
    )


def _write(path: At, content: At) -> tuple[bytes, Source]:
    if not content.is_mapping:
        return path.text().encode(), Source("text", content.text())
    fields = content.fields(" ".join(_SOURCES) + " " + _OPTIONS)
    kinds = [kind for kind in _SOURCES if kind in fields]
    if len(kinds) != 1:
        content.fail(f"a file is exactly one of {', '.join(_SOURCES)}")
    options = {name: fields[name].text() for name in _OPTIONS.split() if name in fields}
    source = Source(kinds[0], fields[kinds[0]].text(), options)
    try:
        encoded = path.text().encode(options.get("path_encoding", "utf-8"))
        make(source, encoded, ())
    except (LookupError, ValueError) as error:
        content.fail(f"this cannot be made into a file: {error}")
    return encoded, source


def _growths(key: At, words: At, known: Known) -> Iterator[Growth]:
    """Yield the files that a key names: every place it names, about every thing it names."""
    places = [name for name in key.words() if name in known.places]
    things = [name for name in key.words() if name in known.vocabulary.things]
    for name in key.words():
        if name not in (*places, *things):
            key.fail(f"“{name}” is neither a place of this repository nor a thing")
    if not places or not things:
        key.fail("what grows is named by at least one place and one thing, such as “code Case”")
    for word in words.words():
        _one_of(words, word, known.vocabulary.words, "word")
    yield from (Growth(place, thing, words.words()) for place in places for thing in things)


def _replacement(item: At) -> Replacement:
    fields = item.fields("", "in old new")
    return Replacement(fields["in"].text(), fields["old"].text(), fields["new"].text())
