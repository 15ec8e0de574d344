# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""`os2-registry determine` prints the answers to a facts file, for people and for machines."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from registry.cli.determine import command
from tests.ownership.cases import OWN

MAIL = OWN / "30-confirming-deed.yaml"


def run(*words: str) -> tuple[int, str]:
    """Run the command and return its exit code and what it printed."""
    result = CliRunner().invoke(command, list(words))
    return result.exit_code, result.output


def test_json_has_every_list_of_every_answer() -> None:
    """The JSON names the case, each contribution with all its lists, and the shares."""
    code, printed = run(str(MAIL), "--json")
    said = json.loads(printed)
    assert code == 0
    assert set(said) == {"case", "contributions", "shares"}
    assert said["contributions"]["b"]["weak"] == ["authority_unverified", "weak_form"]
    assert said["shares"]["usable"] == {"all": 0.5, "code": 0.5, "documentation": None}


def test_a_link_says_from_to_rule_paper_grade_why_and_day() -> None:
    """A link has exactly the seven fields that the format names."""
    link = json.loads(run(str(MAIL), "--json")[1])["contributions"]["a"]["links"][-1]
    assert set(link) == {"from", "to", "rule", "by", "grade", "why", "day"}
    assert (link["from"], link["to"], link["by"], link["day"]) == ("supplier", "os2", "mail", "2016-05-01")
    assert link["why"].endswith("confirmed by deed")


def test_the_day_can_be_given_on_the_command_line() -> None:
    """Before the confirming deed the link by e-mail is still weak."""
    said = json.loads(run(str(MAIL), "--json", "--as-of", "2023-01-01")[1])
    assert said["contributions"]["a"]["state"] == "claimed"


def test_what_was_known_can_be_given_on_the_command_line() -> None:
    """A declaration that was not yet recorded does not count."""
    said = json.loads(run(str(OWN / "07-employer-confirms-later.yaml"), "--json", "--known", "2025-01-01")[1])
    assert said["contributions"]["inside"]["state"] == "claimed"


def test_the_chain_is_told_in_danish_and_in_english() -> None:
    """The human output is the chain in the language asked for; Danish unless said otherwise."""
    danish, english = run(str(MAIL))[1], run(str(MAIL), "--language", "en")[1]
    assert "Supplier A overdrog det til OS2 (§ 53), bekræftet ved deed" in danish
    assert "Supplier A assigned it to OS2 (s. 53), confirmed by deed" in english


def test_a_mistake_is_named_by_file_line_and_field(tmp_path: Path) -> None:
    """A facts file with a mistake ends the command with one sentence."""
    file = tmp_path / "facts.yaml"
    file.write_text("asks: {party: os2, as_of: 2023-02-30}\nparties: {os2: {kind: association}}\n")
    code, printed = run(str(file))
    assert code == 1
    assert (
        printed == "Error: facts.yaml, line 1, as_of: expected a day such as 2023-02-28, found `2023-02-30`\n"
    )


def test_a_hostile_name_reaches_the_screen_harmless(tmp_path: Path) -> None:
    """Terminal escapes and bidirectional marks in names are shown, not obeyed."""
    file = tmp_path / "facts.yaml"
    work = "{id: c, repository: r, path: a, work_type: program, authors: [d], date: 2015-01-01, lines: 1}"
    name = '"\\e[2J\\u202e"'
    file.write_text(
        f"asks: {{party: o}}\nparties: {{o: {{kind: company}}, d: {{kind: person, name: {name}}}}}\n"
        "engagements: [{person: d, party: o, kind: consultant, from: 2014-01-01, basis: confirmed}]\n"
        f"contributions: [{work}]\n"
    )
    printed = run(str(file))[1]
    assert "<U+001B>" in printed
    assert "\x1b" not in printed
    assert "\u202e" not in printed
