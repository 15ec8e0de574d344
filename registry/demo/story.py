# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The story of the demonstration: one readable file, read into nouns; a mistake is told with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from registry.demo.model import (
    Fork,
    Organisation,
    Person,
    Place,
    Product,
    ProductRepository,
    Repository,
    Standing,
    Story,
    Vocabulary,
)
from registry.demo.reading import At, compose
from registry.demo.shapes import KINDS, Thing, Word, exists
from registry.demo.steps import Known, read_steps

_KEEPERS = ("os2", "member", "supplier")
_REPOSITORY = (
    "about topics private default_branch licence wiki_announced fork shows places steps wiki product"
)


def read_story(data: bytes) -> Story:
    """Return the story told by a YAML file; raise `StoryError` naming the line of the first mistake."""
    fields = compose(data).fields("", "title looks organisations people things words repositories products")
    people = {key.text(): _person(key, value) for key, value in fields["people"].pairs()}
    vocabulary = Vocabulary(
        things={key.text(): _thing(key, value) for key, value in fields["things"].pairs()},
        words={key.text(): _word(key, value) for key, value in fields["words"].pairs()},
    )
    repositories: dict[str, Repository] = {}
    for key, value in fields["repositories"].pairs():
        repositories[key.text()] = _repository(key, value, Known(people, {}, vocabulary), repositories)
    return Story(
        title=fields["title"].text(),
        looks=tuple(_day(item) for item in fields["looks"].items()),
        organisations=tuple(_organisation(key, value) for key, value in fields["organisations"].pairs()),
        people=people,
        vocabulary=vocabulary,
        repositories=tuple(repositories.values()),
        products=tuple(_product(key, value, repositories) for key, value in fields["products"].pairs()),
    )


def _day(at: At) -> date:
    try:
        return date.fromisoformat(at.text())
    except ValueError:
        at.fail(f"“{at.text()}” is no day; write 2019-03-01")


def _organisation(key: At, value: At) -> Organisation:
    fields = value.fields("", "id name about keeper")
    if fields["keeper"].text() not in _KEEPERS:
        fields["keeper"].fail(f"a keeper is one of {', '.join(_KEEPERS)}")
    return Organisation(
        github_id=fields["id"].number(),
        login=key.text(),
        name=fields["name"].text(),
        description=fields["about"].text(),
        keeper=fields["keeper"].text(),
    )


def _person(key: At, value: At) -> Person:
    fields = value.fields("about encoding name_hex", "name email")
    encoding = fields["encoding"].text() if "encoding" in fields else "utf-8"
    name = fields["name"].text().encode(encoding)
    if "name_hex" in fields:
        name += fields["name_hex"].hexadecimal()
    if any(sign in name + fields["email"].text().encode() for sign in (b"<", b">", b"\n")):
        value.fail("git itself has no room for < > or a line break in a name or an address")
    return Person(key.text(), name, fields["email"].text().encode(encoding))


def _thing(key: At, value: At) -> Thing:
    fields = value.fields("", "label plural says")
    return Thing(key.text(), *(fields[name].text() for name in ("label", "plural", "says")))


def _word(key: At, value: At) -> Word:
    fields = value.fields("", "kind label says")
    if fields["kind"].text() not in KINDS:
        fields["kind"].fail(f"a word is one of {', '.join(sorted(KINDS))}")
    return Word(key.text(), *(fields[name].text() for name in ("kind", "label", "says")))


def _repository(key: At, value: At, known: Known, told: Mapping[str, Repository]) -> Repository:
    fields = value.fields(_REPOSITORY, "id stands")
    fork = _fork(fields["fork"], told) if "fork" in fields else None
    places = dict(told[fork.repository].places) if fork else {}
    places |= {name.text(): _place(at) for name, at in fields["places"].pairs()} if "places" in fields else {}
    known = replace(known, places=places)
    return Repository(
        key=key.text(),
        github_id=fields["id"].number(),
        description=fields["about"].text() if "about" in fields else "",
        topics=fields["topics"].words() if "topics" in fields else (),
        private="private" in fields and fields["private"].flag(),
        default_branch=fields["default_branch"].text() if "default_branch" in fields else "main",
        licence=fields["licence"].text() if "licence" in fields else None,
        has_wiki="wiki" in fields or ("wiki_announced" in fields and fields["wiki_announced"].flag()),
        fork=fork,
        standings=tuple(_standing(item) for item in fields["stands"].items()),
        shows=fields["shows"].words() if "shows" in fields else (),
        places=places,
        product=fields["product"].text() if "product" in fields else key.text(),
        steps=read_steps(fields["steps"], known) if "steps" in fields else (),
        wiki=read_steps(fields["wiki"], known) if "wiki" in fields else (),
    )


def _fork(at: At, told: Mapping[str, Repository]) -> Fork:
    fields = at.fields("shown", "of after")
    origin = fields["of"].text()
    if origin not in told:
        fields["of"].fail(f"no repository “{origin}” is told before this one")
    if fields["after"].text() not in {step.name for step in told[origin].steps}:
        fields["after"].fail(f"no step of “{origin}” is named “{fields['after'].text()}”")
    return Fork(origin, fields["after"].text(), "shown" not in fields or fields["shown"].flag())


def _place(at: At) -> Place:
    fields = at.fields("top", "path shape")
    if not exists(fields["shape"].text()):
        fields["shape"].fail(f"there is no shape “{fields['shape'].text()}”")
    return Place(
        fields["path"].text(), fields["shape"].text(), fields["top"].text() if "top" in fields else ""
    )


def _standing(at: At) -> Standing:
    fields = at.fields("answer archived", "since at")
    owner, slash, name = fields["at"].text().partition("/")
    if not slash or not owner or not name:
        fields["at"].fail("a repository is named OWNER/NAME")
    status = fields["answer"].number() if "answer" in fields else 200
    return Standing(
        _day(fields["since"]), owner, name, status, "archived" in fields and fields["archived"].flag()
    )


def _product(key: At, value: At, repositories: Mapping[str, Repository]) -> Product:
    fields = value.fields("", "da en level contact repositories")
    contact = fields["contact"].fields("", "role organisation")
    return Product(
        slug=key.text(),
        name_da=fields["da"].text(),
        name_en=fields["en"].text(),
        level=fields["level"].text(),
        contact_role=contact["role"].text(),
        contact_organisation=contact["organisation"].text(),
        repositories=tuple(_part(item, repositories) for item in fields["repositories"].items()),
    )


def _part(at: At, repositories: Mapping[str, Repository]) -> ProductRepository:
    fields = at.fields("until", "repository since")
    if fields["repository"].text() not in repositories:
        fields["repository"].fail(f"no repository “{fields['repository'].text()}” is told")
    until = _day(fields["until"]) if "until" in fields else None
    return ProductRepository(fields["repository"].text(), _day(fields["since"]), until)
