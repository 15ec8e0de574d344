# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
# REUSE-IgnoreStart - the tests hold tags and notices of invented parties as data
"""Conclusions: what agreeing sources amount to, and the light."""

from __future__ import annotations

import pytest

from registry.licences.conclusions import conclude
from registry.licences.model import Light, Note, Reason, Remarkable
from registry.licences.words import note, reason, remark
from tests.licences.builders import GPL_HEADER, concluded, text_of

MPL = text_of("MPL-2.0")
TAG = "# SPDX-License-Identifier: {}\n"


def test_all_kinds_of_sources_agree() -> None:
    """File, manifest, publiccode, README, header and GitHub say the same."""
    tree = {
        "LICENSE": MPL,
        "package.json": '{"license": "MPL-2.0"}',
        "publiccode.yml": "legal:\n  license: MPL-2.0\n",
        "README.md": "Licensed under the Mozilla Public License 2.0.",
        "src/kage.py": TAG.format("MPL-2.0"),
    }
    answer = concluded(tree, github="MPL-2.0")
    assert (answer.concluded, answer.light, answer.reason) == ("MPL-2.0", Light.GREEN, Reason.AGREE)
    assert len(answer.sources) == 6


@pytest.mark.parametrize("opinion", ["NOASSERTION", "other", "", None])
def test_github_without_an_opinion_says_nothing(opinion: str | None) -> None:
    """NOASSERTION is no source."""
    answer = concluded({"LICENSE": MPL}, github=opinion)
    assert (answer.concluded, len(answer.sources)) == ("MPL-2.0", 1)


def test_github_against_the_file_is_a_contradiction() -> None:
    """Its opinion has no place in the tree."""
    answer = concluded({"LICENSE": MPL}, github="GPL-3.0")
    assert answer.contradictions[0].places[1].path == b""


def test_github_alone_concludes_nothing() -> None:
    """What it saw is not in the files."""
    answer = concluded({"kage.py": "kage = 1\n"}, github="MIT")
    assert (answer.concluded, answer.reason) == (None, Reason.GITHUB_ONLY)


def test_a_readme_alone_is_a_yellow_light() -> None:
    """A claim of low weight, and no text."""
    answer = concluded({"README.md": "Licensed under EUPL v1.2."})
    assert (answer.concluded, answer.light, answer.reason) == ("EUPL-1.2", Light.YELLOW, Reason.README_ONLY)


def test_a_licence_outside_the_policy_is_a_yellow_light() -> None:
    """The sources agree, but the licence is no open-source licence."""
    answer = concluded({"LICENSE": text_of("CC-BY-NC-4.0"), "kage.py": "kage = 1\n"})
    assert (answer.concluded, answer.light) == ("CC-BY-NC-4.0", Light.YELLOW)


def test_share_alike_is_green_for_documentation_and_yellow_for_programs() -> None:
    """OS2's policy has CC-BY-SA-4.0 for what is not code."""
    text = text_of("CC-BY-SA-4.0")
    lights = [concluded({"LICENSE": text, name: "kage\n"}).light for name in ("kage.md", "kage.py")]
    assert lights == [Light.GREEN, Light.YELLOW]


def test_an_unread_licence_file_needs_a_person_whatever_the_manifest_says() -> None:
    """A changed text may say anything."""
    changed = (
        MPL.replace("Contributor", "Bager")
        .replace("Covered Software", "Kage")
        .replace("Larger Work", "Lagkage")
    )
    changed += " ".join(f"undtagelse{n}" for n in range(60))
    answer = concluded({"LICENSE": changed, "composer.json": '{"license": "MPL-2.0"}'})
    assert (answer.concluded, answer.reason, answer.light) == (None, Reason.NEEDS_PERSON, Light.RED)


def test_headers_of_most_files_conclude_without_a_licence_file() -> None:
    """They agree, and the missing file is told."""
    answer = concluded({f"src/{n}.py": TAG.format("EUPL-1.2") for n in range(3)})
    assert (answer.concluded, answer.reason) == ("EUPL-1.2", Reason.HEADERS_ONLY)


def test_a_header_of_one_file_does_not_speak_for_the_rest() -> None:
    """One of four files is not the repository."""
    tree = {f"src/{n}.py": "kage = 1\n" for n in range(3)} | {"src/a.py": TAG.format("MIT")}
    assert concluded(tree).reason is Reason.FEW_HEADERS


def test_a_tag_of_another_licence_in_an_own_file_is_a_contradiction() -> None:
    """A tag is meant for this very file."""
    answer = concluded({"LICENSE": MPL, "src/kage.py": TAG.format("Apache-2.0")})
    assert answer.contradictions[0].expressions == ("MPL-2.0", "Apache-2.0")


def test_a_permissive_notice_in_an_own_file_is_a_remark() -> None:
    """A borrowed function keeps its notice; the whole stays as it is."""
    answer = concluded({"LICENSE": MPL, "src/kage.js": "/* Licensed under the MIT license. */\n"})
    assert (answer.concluded, [one.code for one in answer.remarks]) == ("MPL-2.0", [Remarkable.OTHER_HEADER])


def test_reuse_declares_other_licences_for_parts() -> None:
    """What lies in LICENSES/ is declared, and documentation has its own."""
    tree = {
        "LICENSES/MPL-2.0.txt": MPL,
        "LICENSES/CC0-1.0.txt": text_of("CC0-1.0"),
        "LICENSES/CC-BY-SA-4.0.txt": text_of("CC-BY-SA-4.0"),
        "pyproject.toml": '[project]\nlicense = "MPL-2.0"',
        ".gitignore": TAG.format("CC0-1.0"),
        "REUSE.toml": '[[annotations]]\npath = "docs/**"\nSPDX-License-Identifier = "CC-BY-SA-4.0"',
    }
    answer = concluded(tree)
    assert (answer.concluded, answer.documentation, answer.contradictions) == ("MPL-2.0", "CC-BY-SA-4.0", ())


def test_a_licence_file_for_the_documentation_is_the_documentations() -> None:
    """`LICENSE-docs` does not contradict LICENSE."""
    answer = concluded({"LICENSE": MPL, "LICENSE-docs.txt": text_of("CC-BY-SA-4.0")})
    assert (answer.concluded, answer.documentation) == ("MPL-2.0", "CC-BY-SA-4.0")


def test_a_readme_can_name_a_licence_for_each() -> None:
    """Code and documentation apart, in one sentence."""
    readme = (
        "## Licence\n\nCode: [MPL-2.0](LICENSES/MPL-2.0.txt). Documentation: CC-BY-SA-4.0. Use one or both.\n"
    )
    answer = concluded({"README.md": readme, "setup.cfg": "license = MPL-2.0", "LICENSES/MPL-2.0.txt": MPL})
    assert (answer.concluded, answer.documentation) == ("MPL-2.0", "CC-BY-SA-4.0")


def test_a_product_description_may_name_both_licences() -> None:
    """publiccode.yml describes code and documentation; the package is the code."""
    tree = {
        "publiccode.yml": "legal:\n  license: MPL-2.0 AND CC-BY-SA-4.0\n",
        "setup.cfg": "license = MPL-2.0",
    }
    answer = concluded(tree)
    assert (answer.concluded, answer.light) == ("MPL-2.0", Light.GREEN)


def test_the_lesser_gpl_in_two_files_is_one_licence() -> None:
    """COPYING holds the GPL that COPYING.LESSER adds to."""
    tree = {"COPYING": text_of("GPL-3.0-only"), "COPYING.LESSER": text_of("LGPL-3.0-only")}
    assert concluded(tree).concluded == "LGPL-3.0-only"


def test_the_texts_of_a_choice_agree_with_it() -> None:
    """Two files, one of which is enough, as the manifest says."""
    tree = {"Cargo.toml": '[package]\nlicense = "MIT OR Apache-2.0"', "LICENSE-MIT": text_of("MIT")}
    assert concluded(tree).concluded == "MIT OR Apache-2.0"


def test_a_gpl_header_in_an_mpl_tree_is_listed_with_its_line() -> None:
    """The place is the sentence."""
    answer = concluded({"LICENSE": MPL, "src/kage.py": "#!/usr/bin/python\n\n" + GPL_HEADER})
    assert answer.contradictions[0].places[1].line in {3, 4}


def test_nothing_looked_at_is_no_conclusion() -> None:
    """Without sources the answer is "none", not a licence."""
    assert conclude(()).reason is Reason.NONE


def test_every_code_has_words_in_both_languages() -> None:
    """No code reaches a reader as a code."""
    said = [reason(code, language) for code in Reason for language in ("da", "en")]
    said += [note(code, language) for code in Note for language in ("da", "en")]
    said += [remark(code, language) for code in Remarkable for language in ("da", "en")]
    assert all(said)


CLOSED = """/* SPDX-License-Identifier: MPL-2.0
 * This Source Code Form is "Incompatible With Secondary Licenses", as
 * defined by the Mozilla Public License, v. 2.0. */
"""


def test_a_file_closed_to_secondary_licences_is_remarked_under_an_open_whole() -> None:
    """Both name the MPL-2.0: no contradiction, but a file that goes into no work under the GPL."""
    answer = concluded({"LICENSE": MPL, "open.js": TAG.format("MPL-2.0"), "closed.js": CLOSED})
    assert (answer.concluded, answer.contradictions) == ("MPL-2.0", ())
    (found,) = (one for one in answer.remarks if one.code is Remarkable.OTHER_HEADER)
    assert [(one.path, one.line) for one in found.places] == [(b"closed.js", 2)]
    assert found.text == "MPL-2.0-no-copyleft-exception"


# REUSE-IgnoreEnd
