# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What is large is read in a time that grows with it, not faster."""

from __future__ import annotations

import time
from pathlib import Path

from tests.builders import new_repository
from tests.running import blamed, harvest, lines_of, provenance


def test_a_file_of_240000_lines(tmp_path: Path) -> None:
    """A file of 240,000 lines is told line by line, as git tells it, within ten seconds."""
    repository = new_repository(tmp_path / "in" / "a+long")
    lines = [b"insert %d\n" % number for number in range(240_000)]
    repository.commit({"a.py": b"".join(lines)})
    lines[::4000] = [b"changed\n"] * 60
    second = repository.commit({"a.py": b"".join(lines)})
    began = time.process_time()
    harvest(tmp_path / "data", tmp_path / "in")
    told = lines_of(provenance(tmp_path / "data", "a/long"))[b"a.py"]
    assert time.process_time() - began < 10
    assert told == blamed(repository.path, second, b"a.py")


def test_a_file_of_many_short_runs(tmp_path: Path) -> None:
    """A file whose every other line is another commit's is packed and told without loss."""
    repository = new_repository(tmp_path / "in" / "a+long")
    lines = [b"line %d\n" % number for number in range(20_000)]
    repository.commit({"a.py": b"".join(lines)})
    lines[::2] = [b"new %d\n" % number for number in range(10_000)]
    second = repository.commit({"a.py": b"".join(lines)})
    harvest(tmp_path / "data", tmp_path / "in")
    assert lines_of(provenance(tmp_path / "data", "a/long"))[b"a.py"] == blamed(
        repository.path, second, b"a.py"
    )
