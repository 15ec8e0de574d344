# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Lists: what each kind of manifest and lock file names, and lists that are no such thing."""

from __future__ import annotations

import json
import time

import pytest

from registry.licences.dependencies.model import Dependency, Listing, Scope
from registry.licences.dependencies.reading import LARGEST, MOST, list_components, listing_class
from registry.licences.model import Note

LOCK = {
    "lockfileVersion": 3,
    "packages": {
        "": {"dependencies": {"@kage/kerne": "^1.0.0"}, "devDependencies": {"proeve": "~2.0"}},
        "node_modules/@kage/kerne": {"version": "1.2.3", "license": "(MIT OR Apache-2.0)"},
        "node_modules/proeve": {"version": "2.0.1", "dev": True, "license": "ISC"},
        "node_modules/proeve/node_modules/glasur": {"version": "0.1.0", "dev": True},
        "node_modules/egen": {"resolved": "pakker/egen", "link": True},
        "pakker/egen": {"version": "1.0.0"},
    },
}
COMPOSER_LOCK = {
    "packages": [{"name": "kage/kerne", "version": "v2.1.0", "license": ["MIT", "GPL-3.0-or-later"]}],
    "packages-dev": [{"name": "kage/proeve", "version": "1.0.0", "license": ["proprietary"]}],
}
POM = """<project><groupId>dk.kage</groupId><artifactId>bageri</artifactId><version>1.0</version>
<properties><ovn.version>3.1</ovn.version></properties>
<dependencyManagement><dependencies><dependency><groupId>org.eksempel</groupId><artifactId>styret</artifactId>
<version>4.0</version></dependency></dependencies></dependencyManagement>
<dependencies>
<dependency><groupId>org.eksempel</groupId><artifactId>ovn</artifactId><version>${ovn.version}</version>
<exclusions><exclusion><groupId>org.eksempel</groupId><artifactId>ude</artifactId></exclusion></exclusions></dependency>
<dependency><groupId>org.eksempel</groupId><artifactId>styret</artifactId></dependency>
<dependency><groupId>org.eksempel</groupId><artifactId>arvet</artifactId><scope>test</scope></dependency>
</dependencies></project>"""
CSPROJ = """<Project><ItemGroup><PackageReference Include="Kage.Kerne" Version="1.2.3" />
<PackageReference Include="Kage.Ovn"><Version>[2.0,3.0)</Version><PrivateAssets>all</PrivateAssets></PackageReference>
<ProjectReference Include="..\\Egen\\Egen.csproj" /></ItemGroup></Project>"""
NUGET_LOCK = {"dependencies": {"net8.0": {
    "Kage.Kerne": {"type": "Direct", "requested": "[1.2.3, )", "resolved": "1.2.3"},
    "Kage.Glasur": {"type": "Transitive", "resolved": "0.9.0"}, "egen": {"type": "Project"}}}}  # fmt: skip
UV = """[[package]]\nname = "bageri"\nsource = { virtual = "." }\ndependencies = [{ name = "kerne" }]
[package.dev-dependencies]\ndev = [{ name = "proeve" }]
[[package]]\nname = "kerne"\nversion = "1.0"\nsource = { registry = "x" }
[[package]]\nname = "proeve"\nversion = "2.0"\nsource = { registry = "x" }
[[package]]\nname = "glasur"\nversion = "3.0"\nsource = { registry = "x" }"""
PNPM = """lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      '@kage/kerne': {specifier: ^1.0.0, version: 1.2.3}
packages:
  '@kage/kerne@1.2.3': {resolution: {integrity: x}}
  glasur@0.1.0(peer@1.0.0): {resolution: {integrity: y}}"""
GEMFILE = """GEM\n  remote: x\n  specs:\n    kerne (1.2.3)\n      glasur (>= 0.1)\n    glasur (0.2.0)

PLATFORMS\n  ruby\n\nDEPENDENCIES\n  kerne (~> 1.2)\n"""


def listed(path: str, content: object) -> Listing:
    """What a file names."""
    kind = listing_class(path.encode())
    assert kind is not None
    text = content if isinstance(content, str) else json.dumps(content)
    return list_components(kind, text.encode())


def short(one: Dependency) -> tuple[str, str, bool | None]:
    """A component in three words."""
    return one.purl, one.scope.value, one.direct


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("package.json", {"dependencies": {"@kage/kerne": "^1.0.0", "egen": "file:../egen"}},
         [("pkg:npm/%40kage/kerne", "runtime", True)]),
        ("package-lock.json", LOCK,
         [("pkg:npm/%40kage/kerne@1.2.3", "runtime", True), ("pkg:npm/proeve@2.0.1", "development", True),
          ("pkg:npm/glasur@0.1.0", "development", False)]),
        ("package-lock.json", {"dependencies": {"a": {"version": "1.0.0", "dependencies": {"b": {"version": "2.0.0", "dev": True}}}}},
         [("pkg:npm/a@1.0.0", "runtime", None), ("pkg:npm/b@2.0.0", "development", None)]),
        ("yarn.lock", '# yarn lockfile v1\n\n"@kage/kerne@^1.0.0", "@kage/kerne@~1.2":\n  version "1.2.3"\n',
         [("pkg:npm/%40kage/kerne@1.2.3", "unknown", None)]),
        ("yarn.lock", '"egen@workspace:.":\n  version: 0.0.0\n\n"kerne@npm:^1.0.0":\n  version: 1.2.3\n',
         [("pkg:npm/kerne@1.2.3", "unknown", None)]),
        ("pnpm-lock.yaml", PNPM,
         [("pkg:npm/%40kage/kerne@1.2.3", "runtime", True), ("pkg:npm/glasur@0.1.0", "unknown", False)]),
        ("composer.json", {"require": {"php": ">=8", "ext-json": "*", "kage/kerne": "^2"}},
         [("pkg:composer/kage/kerne", "runtime", True)]),
        ("composer.lock", COMPOSER_LOCK,
         [("pkg:composer/kage/kerne@v2.1.0", "runtime", None), ("pkg:composer/kage/proeve@1.0.0", "development", None)]),
        ("requirements.txt", "-r other.txt\nKage_Kerne==1.2.3  # ja\novn[varme]>=2 ; python_version > '3'\n",
         [("pkg:pypi/kage-kerne@1.2.3", "runtime", True), ("pkg:pypi/ovn", "runtime", True)]),
        ("requirements/test.txt", "proeve==1.0\n", [("pkg:pypi/proeve@1.0", "development", True)]),
        ("requirements.txt", "kerne==1.0 \\\n    --hash=sha256:00\n    # via bageri\n", [("pkg:pypi/kerne@1.0", "runtime", None)]),
        ("pyproject.toml", '[project]\ndependencies = ["kerne>=1"]\n[dependency-groups]\ndev = ["proeve"]',
         [("pkg:pypi/kerne", "runtime", True), ("pkg:pypi/proeve", "development", True)]),
        ("pyproject.toml", '[tool.poetry.dependencies]\npython = "^3.11"\nkerne = {version = "^1", optional = true}',
         [("pkg:pypi/kerne", "optional", True)]),
        ("poetry.lock", '[[package]]\nname = "kerne"\nversion = "1.0"\ngroups = ["main", "dev"]',
         [("pkg:pypi/kerne@1.0", "runtime", None)]),
        ("uv.lock", UV, [("pkg:pypi/kerne@1.0", "runtime", True), ("pkg:pypi/proeve@2.0", "development", True),
                         ("pkg:pypi/glasur@3.0", "unknown", False)]),
        ("Pipfile.lock", {"default": {"kerne": {"version": "==1.0"}}, "develop": {"proeve": {"version": "==2.0"}}},
         [("pkg:pypi/kerne@1.0", "runtime", None), ("pkg:pypi/proeve@2.0", "development", None)]),
        ("pom.xml", POM, [("pkg:maven/org.eksempel/ovn@3.1", "runtime", True),
                          ("pkg:maven/org.eksempel/styret@4.0", "runtime", True),
                          ("pkg:maven/org.eksempel/arvet", "development", True)]),
        ("build.gradle", "dependencies {\n implementation 'org.eksempel:ovn:3.1'\n testImplementation(\"org.eksempel:proeve:1.+\")\n // api 'a:b:1'\n}",
         [("pkg:maven/org.eksempel/ovn@3.1", "runtime", True), ("pkg:maven/org.eksempel/proeve", "development", True)]),
        ("gradle.lockfile", "# ja\norg.eksempel:ovn:3.1=runtimeClasspath\norg.eksempel:proeve:1.0=testRuntimeClasspath\nempty=x\n",
         [("pkg:maven/org.eksempel/ovn@3.1", "runtime", None), ("pkg:maven/org.eksempel/proeve@1.0", "development", None)]),
        ("gradle/libs.versions.toml", '[versions]\novn = "3.1"\n[libraries]\novn = { module = "org.eksempel:ovn", version.ref = "ovn" }',
         [("pkg:maven/org.eksempel/ovn@3.1", "unknown", True)]),
        ("Kage.csproj", CSPROJ, [("pkg:nuget/Kage.Kerne@1.2.3", "runtime", True), ("pkg:nuget/Kage.Ovn", "development", True)]),
        ("packages.config", '<packages><package id="Kage.Kerne" version="1.2.3" developmentDependency="true" /></packages>',
         [("pkg:nuget/Kage.Kerne@1.2.3", "development", None)]),
        ("packages.lock.json", NUGET_LOCK,
         [("pkg:nuget/Kage.Kerne@1.2.3", "runtime", True), ("pkg:nuget/Kage.Glasur@0.9.0", "runtime", False)]),
        ("Cargo.toml", '[dependencies]\nkerne = "1"\negen = { path = "egen" }', [("pkg:cargo/kerne", "runtime", True)]),
        ("Cargo.lock", '[[package]]\nname = "bageri"\nversion = "0.1.0"\ndependencies = ["kerne"]\n[[package]]\nname = "kerne"\nversion = "1.0.0"\nsource = "x"',
         [("pkg:cargo/kerne@1.0.0", "unknown", True)]),
        ("Gemfile.lock", GEMFILE, [("pkg:gem/kerne@1.2.3", "unknown", True), ("pkg:gem/glasur@0.2.0", "unknown", False)]),
        ("go.mod", "module kage.example/b\n\ngo 1.22\n\nrequire (\n\tkage.example/kerne v1.2.3\n\tkage.example/glasur v0.1.0 // indirect\n)\n",
         [("pkg:golang/kage.example/kerne@v1.2.3", "runtime", True), ("pkg:golang/kage.example/glasur@v0.1.0", "runtime", False)]),
        ("kage.info.yml", "name: Kage\ndependencies:\n  - drupal:node\n  - formular:formular (>=6.0)\n  - uden_projekt\n",
         [("pkg:composer/drupal/core", "runtime", True), ("pkg:composer/drupal/formular", "runtime", True)]),
    ],
)  # fmt: skip
def test_what_a_list_names(path: str, content: object, expected: list[tuple[str, str, bool | None]]) -> None:
    """Each component has its package URL, a version only where one is pinned, and what it is needed for."""
    assert [short(one) for one in listed(path, content).named] == expected


def test_the_licence_that_a_lock_file_carries() -> None:
    """A lock file's licence field is read as a manifest's: a list is a choice, and its words are kept."""
    first, second = listed("composer.lock", COMPOSER_LOCK).named
    assert (first.licence, first.said) == ("MIT OR GPL-3.0-or-later", "MIT, GPL-3.0-or-later")
    assert second.licence == "LicenseRef-proprietary"


def test_what_is_not_told_is_unknown() -> None:
    """A lock file without licence fields leaves the licence unknown."""
    assert [one.licence for one in listed("uv.lock", UV).named] == [None, None, None]


def test_each_package_of_a_lock_file_has_its_line() -> None:
    """The place of a component is the line that names it."""
    assert [one.line for one in listed("uv.lock", UV).named] == [8, 12, 16]


def test_no_password_is_kept() -> None:
    """The user and password of an address in a requirement are left out."""
    (one,) = listed("requirements.txt", "kerne @ git+https://bo:hemmelig@git.example/kerne\n").named
    assert "hemmelig" not in one.requirement
    assert "git.example/kerne" in one.requirement


@pytest.mark.parametrize(
    ("path", "content", "note"),
    [
        ("package-lock.json", b"{", Note.UNPARSABLE),
        ("package.json", b'["a"]' * 1 + b"\x00", Note.UNPARSABLE),
        ("composer.lock", b"[" * 100_000, Note.UNPARSABLE),
        ("pyproject.toml", b"a = [" * 5000, Note.UNPARSABLE),
        ("pom.xml", b'<!DOCTYPE p [<!ENTITY a "aa">]><project/>', Note.REFUSED),
        (
            "pnpm-lock.yaml",
            b"a: &a [x]\n" + b"".join(b"b%d: [*a, *a]\n" % n for n in range(20)),
            Note.REFUSED,
        ),
        ("yarn.lock", b" " * (LARGEST + 1), Note.TOO_LARGE),
    ],
)
def test_a_list_that_cannot_be_read(path: str, content: bytes, note: Note) -> None:
    """What does not parse, could exhaust the machine, or is too large is recorded as that, and names nothing."""
    kind = listing_class(path.encode())
    assert kind is not None
    assert list_components(kind, content) == Listing(problem=note)


def test_a_list_of_too_many_is_cut_and_says_so() -> None:
    """Beyond the bound the rest is counted."""
    found = listed("package.json", {"dependencies": {f"kage-{n}": "1" for n in range(MOST + 5)}})
    assert (len(found.named), found.total, found.problem) == (MOST, MOST + 5, Note.TOO_LARGE)


@pytest.mark.parametrize("value", [7, None, "x", ["a"], {"a": {"b": ["c"]}}])
@pytest.mark.parametrize(
    "path",
    [
        "package.json",
        "package-lock.json",
        "composer.json",
        "composer.lock",
        "Pipfile.lock",
        "packages.lock.json",
    ],
)
def test_values_of_the_wrong_kind(path: str, value: object) -> None:
    """A field that holds something else than the format allows names nothing and stops nothing."""
    fields = (
        "packages",
        "packages-dev",
        "dependencies",
        "devDependencies",
        "require",
        "default",
        "name",
        "license",
    )
    assert all(one.purl for one in listed(path, dict.fromkeys(fields, value)).named)


@pytest.mark.parametrize(
    "line", ["implementation " * 50_000, "a" * 500_000, '"' * 500_000, "kerne@" * 80_000, "kage (" * 80_000]
)
@pytest.mark.parametrize("path", ["build.gradle", "requirements.txt", "yarn.lock", "Gemfile.lock", "go.mod"])
def test_a_line_without_end_takes_no_time(path: str, line: str) -> None:
    """No pattern runs away on a hostile line."""
    started = time.process_time()
    listed(path, line)
    assert time.process_time() - started < 1


def test_a_package_describes_itself() -> None:
    """The package that a manifest is of stands apart from those that it asks for."""
    own = listed("package.json", {"name": "bageri", "version": "1.0.0", "license": "MIT"}).own
    assert own and (own.purl, own.scope, own.licence) == ("pkg:npm/bageri@1.0.0", Scope.VENDORED, "MIT")
