# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The known traps of real repositories: each must be seen and none may be guessed away."""

from __future__ import annotations

import pytest

from registry.licences.model import Conclusion, Light, Place, Reason, Remarkable
from tests.licences.builders import GPL_HEADER, TRI_HEADER, concluded, text_of

MPL = text_of("MPL-2.0")


def remarked(conclusion: Conclusion) -> dict[Remarkable, list[str]]:
    """The remarks with their paths."""
    return {one.code: [place.path.decode() for place in one.places] for one in conclusion.remarks}


@pytest.mark.parametrize(
    ("manifest", "content"),
    [("composer.json", '{\n"license": "proprietary"}'), ("package.json", '{\n"license": "UNLICENSED"}')],
)
def test_a_manifest_that_says_proprietary_contradicts_an_mpl_file(manifest: str, content: str) -> None:
    """Both places are listed, nothing is concluded, the light is red."""
    answer = concluded({"LICENSE": MPL, manifest: content})
    (against,) = answer.contradictions
    assert against.expressions == ("MPL-2.0", "LicenseRef-proprietary")
    assert against.places == (Place(b"LICENSE", 1), Place(manifest.encode(), 2))
    assert (answer.concluded, answer.light, answer.reason) == (None, Light.RED, Reason.CONTRADICT)


def test_npms_default_beside_an_mpl_file_is_a_contradiction() -> None:
    """Somebody must mend the manifest."""
    answer = concluded({"LICENSE": MPL, "package.json": '{"license": "ISC"}'})
    assert answer.contradictions[0].expressions == ("MPL-2.0", "ISC")


def test_npms_default_alone_needs_a_person() -> None:
    """It may be nobody's decision."""
    answer = concluded({"package.json": '{"license": "ISC"}', "kage.js": "let kage = 1\n"})
    assert (answer.concluded, answer.reason) == (None, Reason.NEEDS_PERSON)


def test_isc_with_its_text_is_a_decision() -> None:
    """Somebody put the text there."""
    assert concluded({"package.json": '{"license": "ISC"}', "LICENSE": text_of("ISC")}).concluded == "ISC"


def test_a_gpl_2_file_contradicts_a_readme_that_says_gpl_3_or_later() -> None:
    """The versions are different licences."""
    answer = concluded({"LICENSE": text_of("GPL-2.0-only"), "README.md": "License: GPLv3+"})
    assert answer.contradictions[0].expressions == ("GPL-2.0-only", "GPL-3.0-or-later")


def test_a_gpl_text_agrees_with_a_manifest_that_says_or_later() -> None:
    """The text is silent on later versions; the manifest is not."""
    answer = concluded(
        {"LICENSE": text_of("GPL-2.0-only"), "composer.json": '{"license": "GPL-2.0-or-later"}'}
    )
    assert (answer.concluded, answer.light) == ("GPL-2.0-or-later", Light.GREEN)


def test_only_contradicts_or_later() -> None:
    """Two manifests that speak, and differently."""
    tree = {"composer.json": '{"license": "GPL-3.0-only"}', "package.json": '{"license": "GPL-3.0-or-later"}'}
    assert concluded(tree).contradictions[0].expressions == ("GPL-3.0-only", "GPL-3.0-or-later")


def test_tri_licence_headers_under_an_mpl_2_file_are_a_contradiction() -> None:
    """MPL-1.1/GPL/LGPL headers stayed when the file was changed."""
    answer = concluded({"LICENSE": MPL, "src/kage.php": "<?php\n" + TRI_HEADER})
    (against,) = answer.contradictions
    assert against.expressions == ("MPL-2.0", "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later")
    assert against.places[1].path == b"src/kage.php"
    assert answer.light is Light.RED


def test_a_documentation_site_under_its_themes_licence_needs_a_person() -> None:
    """The MIT text came with the theme, and so did the README's sentence."""
    tree = {
        "LICENSE": text_of("MIT"),
        "_config.yml": "theme: kage\n",
        "index.md": "# Kage\n",
        "_layouts/a.html": "x",
        "README.md": "This repository is licensed under the MIT License.",
    }
    answer = concluded(tree)
    assert (answer.concluded, answer.light, answer.reason) == (None, Light.RED, Reason.THEME)


def test_an_identifier_only_in_composer_json_is_the_conclusion() -> None:
    """One source agrees with itself; the missing text is a matter for policy."""
    answer = concluded({"composer.json": '{"license": "EUPL-1.2"}', "src/Kage.php": "<?php\n"})
    assert (answer.concluded, answer.light) == ("EUPL-1.2", Light.GREEN)


def test_a_pointer_to_a_file_that_is_there_is_that_file() -> None:
    """`LICENSE` says "see COPYING"."""
    answer = concluded({"LICENSE": "See COPYING", "COPYING": text_of("EUPL-1.2")})
    assert (answer.concluded, answer.contradictions) == ("EUPL-1.2", ())


def test_a_pointer_to_nothing_needs_a_person() -> None:
    """And is told as a dead link."""
    answer = concluded({"LICENSE": "See COPYING", "composer.json": '{"license": "MIT"}'})
    assert (answer.concluded, answer.reason) == (None, Reason.NEEDS_PERSON)
    assert remarked(answer)[Remarkable.DEAD_LINK] == ["LICENSE"]


def test_a_readme_that_links_to_a_missing_licence_is_told() -> None:
    """The link is no licence."""
    answer = concluded({"README.md": "See the [licence](LICENSE.md).", "kage.py": "kage = 1\n"})
    assert (answer.concluded, answer.reason) == (None, Reason.NONE)
    assert remarked(answer) == {Remarkable.DEAD_LINK: ["README.md"]}


def test_a_third_partys_licence_deep_in_the_tree_is_not_the_repositorys() -> None:
    """It stands apart and concludes nothing."""
    answer = concluded({"src/lib/slider/LICENSE": text_of("MIT"), "src/kage.js": "let kage = 1\n"})
    assert (answer.concluded, answer.reason) == (None, Reason.NONE)
    assert [one.expression for one in answer.third_party] == ["MIT"]
    assert remarked(answer)[Remarkable.NESTED] == ["src/lib/slider/LICENSE"]


def test_a_nested_licence_like_the_roots_is_the_repositorys_own() -> None:
    """A part that repeats the text is no component apart."""
    answer = concluded({"LICENSE": MPL, "backend/LICENSE": MPL, "backend/kage.py": GPL_HEADER})
    assert (answer.third_party, len(answer.contradictions)) == ((), 1)


def test_headers_of_third_party_files_do_not_contradict() -> None:
    """Vendored code has its own licence."""
    answer = concluded({"LICENSE": MPL, "vendor/x.py": GPL_HEADER}, third_party=("vendor/x.py",))
    assert (answer.concluded, answer.contradictions) == ("MPL-2.0", ())


def test_a_bought_theme_inside_an_open_repository_turns_the_light_yellow() -> None:
    """The root licence stands, but not for everything."""
    theme = "/*\n * Kageskabelon: license https://themeforest.net/licenses/terms/regular\n */\nbody {}\n"
    answer = concluded({"LICENSE": MPL, "web/theme.css": theme})
    assert (answer.concluded, answer.light, answer.reason) == ("MPL-2.0", Light.YELLOW, Reason.BOUGHT_PART)
    assert remarked(answer)[Remarkable.BOUGHT] == ["web/theme.css"]


def test_no_licence_at_all_is_an_answer() -> None:
    """No permission beyond the statute."""
    answer = concluded({"kage.py": "kage = 1\n", "README.md": "# Kage\n"})
    assert (answer.concluded, answer.light, answer.reason) == (None, Light.RED, Reason.NONE)
