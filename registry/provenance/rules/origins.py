# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The table of origins: which signs there are, what each says in words, and which two of them suffice.

A file is taken out of the count only by two signs of different families that stand together in `PAIRS`, or by
a person. Names and claims (a folder called vendor, a pushed attribute) are made by whoever may push: two of
them are never enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from registry.provenance.model import Origin, Words

SIGNS = {
    # about a folder, and all below it
    "place": Words(
        "ligger i {place}, en mappe til andres komponenter",
        "lies in {place}, a folder for others' components",
    ),
    "licence": Words(
        "{place} har en licenstekst med en anden rettighedshaver",
        "{place} has a licence text of another holder",
    ),
    "component": Words(
        "{place} har sin egen licenstekst eller pakkebeskrivelse",
        "{place} has a licence text or package description of its own",
    ),
    "package": Words("{place} er en pakke fra {detail}", "{place} is a package that comes from {detail}"),
    "release": Words(
        "{place} bærer en pakketjenestes stempel", "{place} bears the stamp of a packaging service"
    ),
    "tree": Words("hører til {detail} i {place}", "belongs to {detail} in {place}"),
    # about the file itself
    "library": Words("har en kendt komponents navn", "has the name of a well-known component"),
    "banner": Words(
        "begynder med en anden komponents mærke: {detail}", "starts with another component's banner: {detail}"
    ),
    "notice": Words(
        "har en licensangivelse med en anden rettighedshaver: {detail}",
        "has a licence notice of another holder: {detail}",
    ),
    "home": Words(
        "hedder som projektet {detail}, som den selv henviser til",
        "is called as the project {detail} that it links to",
    ),
    "namespace": Words("hører til et andet navnerum ({detail})", "belongs to another namespace ({detail})"),
    "translation": Words("er oversat af et fælles oversætterhold", "was translated by a community's team"),
    "release_name": Words(
        "har en udgave af en komponent i navnet", "carries a component's release in its name"
    ),
    "compiled": Words("er et oversat program", "is a compiled program"),
    "font": Words("er en skrifttype", "is a typeface"),
    "minified_name": Words("har navn som en komprimeret fil", "is named as a minified file"),
    "minified": Words(
        "er komprimeret, så ingen kan have skrevet den sådan", "is minified: nobody writes lines like these"
    ),
    "mark": Words("siger, at et værktøj har skrevet den", "says that a tool wrote it"),
    "warning": Words("siger, at ingen må rette i den", "says that nobody should edit it"),
    "shape": Words(
        "har en form, som kun et værktøj giver ({detail})", "has a shape that only a tool gives ({detail})"
    ),
    "generated_name": Words(
        "har navn som en fil, et værktøj skriver", "is named as a file that a tool writes"
    ),
    "output": Words(
        "ligger i {place}, en mappe til det, der bygges", "lies in {place}, a folder for what is built"
    ),
    "source": Words("er komprimeret af {place} ved siden af", "is minified from {place} beside it"),
    # what a pushed attribute says
    "vendored": Words("er i repositoriet mærket som andres", "is marked as others' in the repository"),
    "generated": Words("er i repositoriet mærket som genereret", "is marked as generated in the repository"),
}
"""What each family of signs says of a file."""


@dataclass(frozen=True)
class Pair:
    """Two families that together give an origin; `within`: the second must be seen in or below the first's folder."""

    origin: Origin
    first: str
    second: str
    within: bool = False


def _pairs(origin: Origin, first: str, seconds: str, *, within: bool = False) -> tuple[Pair, ...]:
    return tuple(Pair(origin, first, second, within) for second in seconds.split())


_THIRD, _MADE = Origin.THIRD_PARTY, Origin.GENERATED
PAIRS = (
    *_pairs(_THIRD, "release", "licence component package place"),
    *_pairs(_THIRD, "tree", "licence component release"),
    *_pairs(_THIRD, "place", "licence component package", within=True),
    *_pairs(_THIRD, "place", "banner notice home compiled"),
    *_pairs(_THIRD, "namespace", "banner home"),
    *_pairs(_THIRD, "translation", "release_name"),
    *_pairs(_THIRD, "package", "licence", within=True),
    *_pairs(_THIRD, "font", "licence component"),
    *_pairs(_THIRD, "library", "banner minified home compiled"),
    *_pairs(_MADE, "generated_name", "shape mark warning compiled"),
    *_pairs(_MADE, "mark", "warning shape output"),
    *_pairs(_MADE, "shape", "output warning"),
    *_pairs(_MADE, "generated", "mark shape"),
    *_pairs(_MADE, "source", "minified"),
    *_pairs(_MADE, "output", "minified banner"),
    *_pairs(_THIRD, "place", "minified"),
    *_pairs(_THIRD, "banner", "minified minified_name mark"),
    *_pairs(_THIRD, "minified_name", "minified"),
    *_pairs(_THIRD, "vendored", "release banner minified compiled"),
)
"""Read from the top: the first pair that a file has gives its origin."""

PLACES = tuple(
    tuple(place.split("/"))
    for place in [
        "vendor",
        "vendors",
        "node_modules",
        "bower_components",
        "jspm_packages",
        "pods",
        "carthage",
        "godeps",
        "third_party",
        "third-party",
        "thirdparty",
        "3rdparty",
        "3rd_party",
        "3rd-party",
        "typings",
        "typings-custom",
        "@types",
        "microsoft.webview2.*",
        "modules/contrib",
        "themes/contrib",
        "profiles/contrib",
        "sites/all/modules",
        "sites/all/themes",
        "sites/all/libraries",
        "web/core",
        "docroot/core",
        "web/libraries",
        "profiles/*/libraries",
        "wwwroot/lib",
        "wwwroot/libs",
        "static/lib",
        "static/libs",
        "assets/lib",
        "assets/libs",
        "js/lib",
        "js/libs",
        "public/lib",
        "public/libs",
    ]
)
"""Folders in which others' components are usually put; `*` is any name, case does not matter."""

OWN_FOLDERS = frozenset({"custom"})
"""A folder of this name below such a place holds own code again."""

OUTPUT = re.compile(
    r"^(dist|build|out|obj|target|gen|coverage|_site|__generated__|(auto_?)?generated([_-].*)?"
    r"|(connected services|service references|web references))$"
)
"""Folders into which tools write what they build."""


@dataclass(frozen=True)
class Tree:
    """A well-known system that is copied whole: known by `markers`, and `covers` is what belongs to it."""

    name: str
    markers: tuple[str, ...]
    covers: tuple[str, ...]


TREES = (
    Tree(
        "Drupal 7",
        ("authorize.php", "includes/bootstrap.inc", "modules/system/system.info"),
        (
            *[
                "includes/",
                "misc/",
                "scripts/",
                "modules/",
                "themes/bartik/",
                "themes/garland/",
                "themes/seven/",
                "themes/stark/",
            ],
            *[
                "themes/engines/",
                "profiles/minimal/",
                "profiles/standard/",
                "profiles/testing/",
                "themes/tests/",
            ],
            *[
                "authorize.php",
                "cron.php",
                "index.php",
                "install.php",
                "update.php",
                "xmlrpc.php",
                "web.config",
                "robots.txt",
            ],
            *[
                "CHANGELOG.txt",
                "COPYRIGHT.txt",
                "INSTALL.mysql.txt",
                "INSTALL.pgsql.txt",
                "INSTALL.sqlite.txt",
                "INSTALL.txt",
            ],
            *[
                "LICENSE.txt",
                "MAINTAINERS.txt",
                "README.txt",
                "UPGRADE.txt",
                ".editorconfig",
                ".htaccess",
                "sites/README.txt",
            ],
            *["sites/example.sites.php", "sites/default/default.settings.php", "sites/all/README.txt"],
            *["sites/all/modules/README.txt", "sites/all/themes/README.txt", "profiles/README.txt"],
        ),
    ),
    Tree("Drupal", ("core/core.services.yml", "core/includes/bootstrap.inc"), ("core/",)),
    Tree(
        "WordPress",
        ("wp-includes/version.php", "wp-admin/admin.php"),
        (
            "wp-includes/",
            "wp-admin/",
            "wp-login.php",
            "wp-settings.php",
            "wp-load.php",
            "xmlrpc.php",
            "license.txt",
        ),
    ),
)

MANIFESTS = frozenset(
    ["package.json", "composer.json", "bower.json", "component.json", "pom.xml", ".bower.json"]
)
STAMPED = re.compile(r"\.info(\.yml)?$|^(package|bower|\.bower)\.json$", re.IGNORECASE)
LICENCE_NAME = re.compile(
    r"^(un)?licen[cs]e|^copying|^copyright|^mit-licen[cs]e|[.-]licen[cs]e(\.txt|\.md)?$", re.IGNORECASE
)
MINIFIED_NAME = re.compile(r"[.-]min\.(js|css|mjs|cjs)$|[.-]pack\.js$|\.bundle\.js$", re.IGNORECASE)
MINIFIABLE = re.compile(r"\.(js|css|mjs|cjs)$", re.IGNORECASE)
GENERATED_NAME = re.compile(
    r"^(package-lock[^/]{0,40}\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|composer\.lock|poetry\.lock|uv\.lock|cargo\.lock"
    r"|pdm\.lock|gemfile\.lock|pipfile\.lock|packages\.lock\.json|project\.assets\.json|go\.sum|flake\.lock|podfile\.lock"
    r"|mix\.lock|bun\.lock|deno\.lock|reference\.(cs|vb))$"
    r"|\.(dll|exe|so|dylib|jar|war|class|pyc|nupkg|phar|msi|pdb|winmd)$"
    r"|\.(js|css|mjs|cjs|ts)\.map$|\.designer\.(cs|vb)$|\.g(\.i)?\.cs$|_pb2(_grpc)?\.pyi?$|\.pb\.(go|cc|h|cs|swift)$"
    r"|modelsnapshot\.cs$|[._-](auto)?gen(erated)?\.[a-z]{1,5}$|^(auto)?generated[._-]|^\d{12,}_.*\.resx$",
    re.IGNORECASE,
)
LIBRARY_NAME = re.compile(
    r"^(composer\.phar|(gradle|maven)-wrapper\.jar|chromedriver(\.exe)?|pdf(\.worker)?\.js)$"
    r"|^(jquery|loguru|catch|bootstrap|angular|d3|moment|lodash|underscore|backbone|select2|datatables|modernizr|handlebars|mustache"
    r"|popper|font-?awesome|chart|chartjs|sweetalert2?|ckeditor|tinymce|leaflet|normalize|html5shiv|respond|htmx|toastr"
    r"|knockout|react|react-dom|vue|vuex|requirejs|require|prototype|mootools|fullcalendar|codemirror|dropzone|swagger-ui"
    r"|hammer|hammerjs|clipboard|axios|polyfill|es5-shim|json2|swiper|slick|highcharts|raphael|three|socket\.io|signalr"
    r"|jquery[.-](ui|tablesorter(\.widgets)?|migrate|validate|validate\.unobtrusive|form|cookie|once|modal|signalr|mobile|slim|datatables|dataTables"
    r"|fileupload|timepicker|ba-bbq|unobtrusive-ajax)|bootstrap-(datepicker|select|table|theme|grid|reboot))"
    r"([.-]?v?\d+(\.\d+)*([.-](rc|beta|alpha)[.\d]*)?)?([.-](slim|bundle|umd|full|all|core))*([.-](min|pack))?\.(js|css|mjs|[ch]pp|h)$",
    re.IGNORECASE,
)
FONT_NAME = re.compile(r"\.(woff2?|ttf|otf|eot)$", re.IGNORECASE)
RELEASE_NAME = re.compile(
    r"^[a-z0-9_]{1,60}-\d{1,2}\.x-\d[^/]{0,30}\.po$|^drupal-\d[\d.]{1,9}\.[a-z-]{2,8}\.po$"
)
BANNERED = re.compile(r"\.(js|css|mjs|cjs|ts|scss|less|c|cpp|h|hpp|java)$", re.IGNORECASE)
