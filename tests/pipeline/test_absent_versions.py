# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Lines that come from a version whose bytes are absent are counted as not attributable, and the rest is exact."""

from __future__ import annotations

from pathlib import Path

from tests.builders import new_repository
from tests.running import harvest, provenance

LONG = b"".join(b"line number %d\n" % number for number in range(40))


def test_an_absent_version(tmp_path: Path) -> None:
    """One old blob that is not there costs the lines that lead to it, not the file and not the repository."""
    repository = new_repository(tmp_path / "in" / "havn+kaj")
    first = repository.commit({"a.py": LONG, "b.py": LONG})
    repository.commit({"a.py": LONG.replace(b"number 7\n", b"number seven\n")})
    last = repository.commit({"a.py": LONG.replace(b"number 7\n", b"number seven\n") + b"new\n"})
    absent = repository.git("rev-parse", f"{last}~1:a.py").decode().strip()
    (repository.path / "objects" / absent[:2] / absent[2:]).unlink()
    harvest(tmp_path / "data", tmp_path / "in")
    runs = {file["path"]: file["runs"] for file in provenance(tmp_path / "data", "havn/kaj")["files"]}
    assert runs["b.py"] == [[1, 40, first]]
    assert runs["a.py"] == [[1, 41, None]]
