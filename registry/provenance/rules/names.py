# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The table of names: which names of files and folders are signs of another origin. A name proves nothing alone."""

from __future__ import annotations

import re

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
