# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The pack of the licence list: the same as what it was made of, or not read at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.licences import packing
from registry.licences.corpus import Corpus, build_corpus


@pytest.fixture(scope="module")
def built() -> Corpus:
    """The corpus, built from the list."""
    return build_corpus()


def test_a_pack_holds_the_corpus_that_was_packed(built: Corpus, tmp_path: Path) -> None:
    """Every text, every set of words and their order come back as they were."""
    packing.write_pack(tmp_path / "pack", built)
    assert packing.read_pack(tmp_path / "pack") == built


def test_a_pack_of_other_rules_is_not_read(
    built: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed rule of reading makes the pack nobody's answer."""
    packing.write_pack(tmp_path / "pack", built)
    monkeypatch.setattr(packing, "_RULES", ("corpus.py",))
    assert packing.read_pack(tmp_path / "pack") is None


def test_without_a_pack_the_corpus_is_built(built: Corpus, tmp_path: Path) -> None:
    """A missing pack costs time and nothing else."""
    assert packing.read_pack(tmp_path / "pack") is None
    assert packing.corpus() == built
