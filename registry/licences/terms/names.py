# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The names of licences, clauses, uses and columns, in Danish and English."""

from __future__ import annotations

from registry.licences.terms.model import NO_LICENCE, Column, Text, Use

_STYLES = {
    "section": Text("punkt {}", "s. {}"),
    "article": Text("artikel {}", "art. {}"),
    "part": Text("afsnit {}", "s. {}"),
    "statute": Text("ophavsretslovens § {}", "Copyright Act s. {}"),
}
_PARTS = {
    "opening": Text("indledningen", "the opening words"),
    "permission": Text("tilladelsen", "the permission"),
    "notice": Text("betingelsen om meddelelser", "the condition on notices"),
    "dedication": Text("afståelsen", "the dedication"),
    "disclaimer": Text("ansvarsfraskrivelsen", "the disclaimer"),
    "appendix": Text("bilaget", "the appendix"),
}
_LICENCES = {
    "0BSD": "BSD Zero Clause License",
    "AGPL-3.0": "GNU Affero General Public License 3.0",
    "Apache-2.0": "Apache License 2.0",
    "BSD-2-Clause": "BSD 2-Clause License",
    "BSD-3-Clause": "BSD 3-Clause License",
    "CC-BY-3.0": "Creative Commons Attribution 3.0",
    "CC-BY-4.0": "Creative Commons Attribution 4.0",
    "CC-BY-SA-3.0": "Creative Commons Attribution-ShareAlike 3.0",
    "CC-BY-SA-4.0": "Creative Commons Attribution-ShareAlike 4.0",
    "CC0-1.0": "Creative Commons Zero 1.0",
    "EPL-2.0": "Eclipse Public License 2.0",
    "EUPL-1.1": "European Union Public Licence 1.1",
    "EUPL-1.2": "European Union Public Licence 1.2",
    "GPL-2.0": "GNU General Public License 2",
    "GPL-3.0": "GNU General Public License 3",
    "ISC": "ISC License",
    "LGPL-2.1": "GNU Lesser General Public License 2.1",
    "LGPL-3.0": "GNU Lesser General Public License 3",
    "MIT": "MIT License",
    "MPL-1.1": "Mozilla Public License 1.1",
    "MPL-2.0": "Mozilla Public License 2.0",
    "OFL-1.1": "SIL Open Font License 1.1",
    "Python-2.0": "Python License 2.0",
    "Unlicense": "The Unlicense",
    "Zlib": "zlib License",
}
_USES = {
    Use.USE: Text("Bruge det, som det er", "Use it as it is"),
    Use.MODIFY: Text("Ændre det til eget brug", "Change it for your own use"),
    Use.HOST: Text("Drive det for andre", "Run it for others (hosting)"),
    Use.DISTRIBUTE: Text("Give det videre", "Pass it on"),
    Use.LINK: Text("Lægge et lukket modul ved siden af", "Put a closed module beside it"),
    Use.COMBINE: Text(
        "Kombinere med kode under en anden licens", "Combine it with code under another licence"
    ),
    Use.DOCUMENTATION: Text("Overtage dokumentationen", "Take over the documentation"),
}
_COLUMNS = {
    Column.MAY: Text("Du må", "You may"),
    Column.MUST: Text("Du skal", "You must"),
    Column.MUST_NOT: Text("Du må ikke", "You must not"),
}


def use_name(use: Use) -> Text:
    """Return what a use is called."""
    return _USES[use]


def column_name(column: Column) -> Text:
    """Return the heading of a column."""
    return _COLUMNS[column]


def clause_name(key: str, style: str) -> Text:
    """Return how a clause is cited: "punkt 3.1" and "s. 3.1"."""
    form = _PARTS.get(key) or _STYLES[style]
    return Text(form.da.format(key), form.en.format(key))


def licence_name(identifier: str) -> Text:
    """Return the full name of a licence, with what -only and -or-later mean."""
    if identifier == NO_LICENCE:
        return Text("Ingen licens", "No licence at all")
    family = identifier.removesuffix("-only").removesuffix("-or-later")
    name = _LICENCES[family]
    if identifier.endswith("-only"):
        return Text(f"{name}, kun denne version", f"{name}, this version only")
    if identifier.endswith("-or-later"):
        return Text(f"{name} eller en senere version", f"{name} or a later version")
    return Text(name, name)
