# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Inventories: each component of a tree once, with all that the places tell of it."""

from __future__ import annotations

from pathlib import Path

from registry.licences.dependencies.inventory import inventory
from registry.licences.dependencies.model import Component, Dependencies, Scope
from registry.licences.dependencies.reading import list_components, listing_class
from registry.licences.model import Note
from tests.builders import Content, new_repository
from tests.running import harvest, run

MANIFEST = '{"name": "bageri", "dependencies": {"kerne": "^1.0.0"}, "devDependencies": {"proeve": "2"}}'
LOCK = (
    """kerne@^1.0.0:\n  version "1.2.3"\n\nproeve@2:\n  version "2.0.0"\n\nglasur@*:\n  version "0.1.0"\n"""
)


def of(tree: dict[str, str], third_party: tuple[str, ...] = ()) -> Dependencies:
    """The inventory of a tree."""
    kinds = {path.encode(): listing_class(path.encode()) for path in tree}
    found = {
        path: list_components(kind, tree[path.decode()].encode()) for path, kind in kinds.items() if kind
    }
    return inventory(found, [path.encode() for path in third_party])


def one(found: Dependencies, name: str) -> Component:
    """The one component of a name."""
    (component,) = (each for each in found.components if each.name == name)
    return component


def test_a_manifest_and_its_lock_file_are_one_component() -> None:
    """What is asked for is what is pinned, with both places."""
    kerne = one(of({"package.json": MANIFEST, "yarn.lock": LOCK}), "kerne")
    assert (kerne.purl, kerne.direct, kerne.scope) == ("pkg:npm/kerne@1.2.3", True, Scope.RUNTIME)
    assert [(place.path, place.requirement) for place in kerne.places] == [
        (b"package.json", "^1.0.0"),
        (b"yarn.lock", ""),
    ]


def test_what_only_the_lock_file_names_is_asked_for_by_another() -> None:
    """A manifest beside the lock file tells who asks."""
    assert one(of({"package.json": MANIFEST, "yarn.lock": LOCK}), "glasur").direct is False


def test_a_lock_file_alone_does_not_tell_who_asks() -> None:
    """Without a manifest it is unknown."""
    assert one(of({"yarn.lock": LOCK}), "glasur").direct is None


def test_a_manifest_alone_pins_nothing() -> None:
    """A range is no version."""
    assert one(of({"package.json": MANIFEST}), "kerne").version == ""


def test_the_trees_own_packages_are_no_others() -> None:
    """A package that another manifest of the tree describes is left out."""
    tree = {"a/package.json": MANIFEST, "b/package.json": '{"dependencies": {"bageri": "1", "kerne": "1"}}'}
    assert [each.name for each in of(tree).components] == ["kerne", "proeve"]


def test_a_third_partys_own_manifest_names_that_party_alone() -> None:
    """What a vendored package would need for its own development is not the tree's."""
    vendored = '{"name": "glasur", "version": "3.0.0", "license": "MIT", "devDependencies": {"kerne": "1"}}'
    (glasur,) = of({"lib/glasur/package.json": vendored}, ("lib/glasur/package.json",)).components
    assert (glasur.purl, glasur.scope, glasur.licence) == ("pkg:npm/glasur@3.0.0", Scope.VENDORED, "MIT")


def test_places_that_declare_different_licences_settle_none() -> None:
    """Both are told, and no licence is."""
    lock = '{"packages": {"node_modules/kerne": {"version": "1.0.0", "license": "%s"}}}'
    found = one(of({"a/package-lock.json": lock % "MIT", "b/package-lock.json": lock % "ISC"}), "kerne")
    assert (found.licence, found.licences) == (None, ("MIT", "ISC"))


def test_a_list_that_was_not_read_is_named() -> None:
    """A broken lock file is in the inventory with its reason."""
    (unread,) = of({"package-lock.json": "{"}).unread
    assert (unread.path, unread.note) == (b"package-lock.json", Note.UNPARSABLE)


def test_the_command_tells_what_a_harvest_read(tmp_path: Path) -> None:
    """`dependencies --json` has each component with its places, and the commit that it is about."""
    files: dict[str | bytes, Content] = {"package.json": MANIFEST.encode(), "yarn.lock": LOCK.encode()}
    commit = new_repository(tmp_path / "git" / "kage+bageri").commit(files)
    harvest(tmp_path / "data", tmp_path / "git")
    told = run(tmp_path / "data", "dependencies", "kage/bageri", "--json").json
    assert told["commit"] == commit
    assert [each["purl"] for each in told["components"]] == [
        "pkg:npm/glasur@0.1.0",
        "pkg:npm/kerne@1.2.3",
        "pkg:npm/proeve@2.0.0",
    ]


def test_a_repository_that_was_never_read_gets_one_sentence(tmp_path: Path) -> None:
    """Nothing read, nothing named, and the sentence says what to do."""
    new_repository(tmp_path / "git" / "kage+tom")
    harvest(tmp_path / "data", tmp_path / "git")
    ran = run(tmp_path / "data", "dependencies", "kage/tom")
    assert (ran.code, "harvest it first" in ran.err) == (1, True)
