# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The published JSON schemas describe every worked case and every answer, and the same words as the code."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from registry.ownership.answer_json import answers_json
from registry.ownership.decider import determine
from registry.ownership.reading.file import read_facts
from tests.ownership.cases import TODAY, all_cases


class _DaysAsText(yaml.SafeLoader):
    """Reads a case as JSON would hold it: days and ids such as `on` stay text."""


_DaysAsText.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp") and first not in "yYnNoO"
    ]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def validator(name: str) -> Draft202012Validator:
    """Return the validator of one published schema."""
    schema: dict[str, Any] = json.loads(
        (files("registry.ownership") / "schema" / f"{name}.json").read_text("utf-8")
    )
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("case", all_cases(), ids=lambda path: path.stem)
def test_the_schemas_describe_a_case_and_its_answer(case: Path) -> None:
    """Facts and answers of every case are valid by the schemas that are published."""
    data = case.read_bytes()
    facts = read_facts(data)
    assert not list(validator("facts").iter_errors(yaml.load(data, Loader=_DaysAsText)))
    answers = json.loads(json.dumps(answers_json(facts, determine(facts, TODAY))))
    assert not list(validator("answers").iter_errors(answers))


def test_an_unknown_key_is_no_fact() -> None:
    """The schema of facts refuses what the reader refuses."""
    assert list(validator("facts").iter_errors({"asks": {"party": "os2"}, "colour": "red"}))
