# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""What an SPDX document of 5,000 files costs, three pieces of another title in each: bar 300 MiB and 10 s."""

from __future__ import annotations

import tempfile
from pathlib import Path

from registry.pipeline.facts import import_facts
from registry.pipeline.mirrors import harvest_mirrors
from registry.pipeline.reading import Wish
from registry.pipeline.register import open_register
from registry.settings import Settings
from tests.bench.timing import cost_of
from tests.builders import Content, new_repository
from tests.pipeline.stating import FACTS

FILES = 5000
_FORMS = (
    ("2.3", "json"),
    ("2.3", "tag-value"),
    ("2.3", "yaml"),
    ("2.3", "xml"),
    ("2.3", "rdf"),
    ("3.0.1", "json"),
)
_AUTHORS = ("Bo Eksempel <bo@example.org>", "Caj Eksempel <caj@example.net>")


def measure_exports() -> None:
    """Print what each form costs as a whole command; validation, which holds it whole, of a tenth of the files."""
    with tempfile.TemporaryDirectory() as folder:
        data = _built(Path(folder), FILES)
        for version, form in _FORMS:
            _measure(data, version, form, FILES)
    with tempfile.TemporaryDirectory() as folder:
        data = _built(Path(folder), FILES // 10)
        print("and with SPDX's own validator, whose time grows faster than the document:")
        _measure(data, "2.3", "json", FILES // 10, "--validate")
        _measure(data, "3.0.1", "json", FILES // 10, "--validate")


def _measure(data: Path, version: str, form: str, files: int, *more: str) -> None:
    asked = ("export", "spdx", "havn/kaj", "--spdx-version", version, "--format", form, *more)
    cost, printed = cost_of(("--data", str(data), *asked))
    print(f"SPDX {version} {form:9} {files} files  {cost}  {len(printed) / 1e6:5.1f} MB")


def _built(folder: Path, count: int) -> Path:
    """Make a repository in whose files three people wrote, with papers about the first of them."""
    git = new_repository(folder / "in" / "havn+kaj")
    texts: dict[str | bytes, Content] = {f"src/part{n % 50}/file{n}.py": _text(n) for n in range(count)}
    git.commit(texts, date="1300000000 +0000")
    for number, author in enumerate(_AUTHORS, 1):
        texts = {f"src/part{n % 50}/file{n}.py": _text(n, number) for n in range(count)}
        git.commit(texts, author=author)
    data = folder / "data"
    register = open_register(Settings(f"sqlite:///{data / 'register.sqlite'}", data), seed=False)
    harvest_mirrors(register, folder / "in", Wish(), lambda *_: None)
    import_facts(register, FACTS)
    register.engine.dispose()
    return data


def _text(number: int, added: int = 0) -> bytes:
    head = b"# Copyright 20%02d Eksempel ApS\n" % (number % 20)
    lines = b"".join(b"value_%d = %d\n" % (line, number) for line in range(20))
    return head + lines + b"".join(b"added_%d = %d\n" % (each, number) for each in range(added))
