# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A name class: what of a path the reading of its blob depends on; two alike blobs of a class read alike."""

from __future__ import annotations

import re

from registry.licences.manifests import manifest_class

_LICENCE_NAME = re.compile(
    r"^(?:.{0,80}[-_. ])?(?:un)?"
    r"(?:licen[sc]es?|licens|licensvilk[aå]r|licensaftale|copying|copyright|eula)(?:[-_. ].{0,60})?$"
)
_README_NAME = re.compile(r"^(?:readme|læsmig|laesmig|liesmich)(?:[-_.].{0,40})?$")
_LONGEST = 150
_CODE = frozenset(
    """
    py js mjs cjs ts tsx jsx php cs java kt go rs rb c h cpp hpp css scss less vue svelte sh ps1 bat
    sql json xml yml yaml toml lock csv png jpg jpeg gif svg ico woff woff2 ttf eot map inc module
    install theme twig cshtml razor resx po mo properties gradle zip gz jar dll exe snap phtml ejs
    hbs j2 tpl xsd wsdl drawio dart swift scala pl pm lua tf
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_METADATA = {"reuse.toml": "reuse", "publiccode.yml": "publiccode", "publiccode.yaml": "publiccode"}


def name_class(path: bytes) -> str:
    """Return the class: a word, and after a colon what else of the name matters."""
    folder, _, base = path.rpartition(b"/")
    name = base.decode("utf-8", "replace").lower()
    if folder == b"LICENSES" or folder.endswith(b"/LICENSES"):
        return "licences_folder:" + base.decode("utf-8", "replace")
    if name == "dep5" and folder.endswith(b".reuse"):
        return "dep5"
    manifest = manifest_class(name)
    if manifest:
        return "manifest:" + manifest
    return _METADATA.get(name) or _prose_class(name)


def is_licence_name(name: str) -> bool:
    """Whether a lower-case base name is that of a licence file, in any spelling."""
    return len(name) <= _LONGEST and _suffix(name) not in _CODE and bool(_LICENCE_NAME.match(name))


def _prose_class(name: str) -> str:
    if name.endswith(".license") and name.count(".") > 1:
        return "sidecar:" + name
    if is_licence_name(name):
        return "licence_file:copyright" if name.startswith("copyright") else "licence_file"
    return "readme" if _README_NAME.match(name) and _suffix(name) not in _CODE else "other"


def _suffix(name: str) -> str:
    return name.rpartition(".")[2] if "." in name else ""
