# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The demonstration, built once for all its tests."""

from __future__ import annotations

from pathlib import Path

import pytest

import registry.demo
from registry.demo.build import Built, build
from registry.demo.model import Story
from registry.demo.story import read_story

STORY = Path(registry.demo.__file__).with_name("story.yaml")


@pytest.fixture(scope="session")
def story() -> Story:
    """The shipped story."""
    return read_story(STORY.read_bytes())


@pytest.fixture(scope="session")
def built(story: Story, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The shipped story, built."""
    return build(story, tmp_path_factory.mktemp("demo") / "git")
