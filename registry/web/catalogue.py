# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The catalogue: every sentence of the pages in English, as the code has it, and in Danish, as people wrote it.

`python -m registry.web.catalogue` brings the Danish catalogue up to date with the code and the templates.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
TEMPLATES = HERE.parent.parent / "templates"
DANISH = HERE / "translations" / "da" / "LC_MESSAGES" / "messages.po"
_HEADER = """\
# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
# The Danish of the pages. After a change of the code: python -m registry.web.catalogue

"""


def extracted() -> Catalog:
    """Return every sentence of the code and the templates, in the order in which they stand there."""
    found = Catalog(project="os2-ownership-registry", charset="utf-8")
    for folder, method in ((TEMPLATES, "jinja2"), (HERE, "python")):
        patterns = [("**.html" if method == "jinja2" else "**.py", method)]
        for name, line, message, _comments, context in extract_from_dir(folder, patterns):
            found.add(message, locations=[(name, line)], context=context)
    return found


def danish() -> Catalog:
    """Return the Danish catalogue as it is kept."""
    with DANISH.open("rb") as file:
        return read_po(file, locale="da")


def gaps(code: Catalog, kept: Catalog) -> list[str]:
    """Return in words what is missing, uncertain or no longer used in a catalogue."""
    wanted = {message.id: message for message in code if message.id}
    have = {message.id: message for message in kept if message.id}
    missing = [f"not translated: {_first(one)}" for one in wanted.values() if not _whole(have.get(one.id))]
    uncertain = [f"uncertain (fuzzy): {_first(one)}" for one in have.values() if one.fuzzy]
    unused = [f"no longer used: {_first(one)}" for key, one in have.items() if key not in wanted]
    obsolete = [f"obsolete: {_first(one)}" for one in kept.obsolete.values()]
    return [*missing, *uncertain, *unused, *obsolete]


def write(kept: Catalog) -> None:
    """Write the Danish catalogue, in the order of the English, without days that would change each time."""
    kept.obsolete.clear()
    for message in kept:
        # the reader takes the lines of the header for comments of the first sentence
        message.user_comments = [one for one in message.user_comments if f"# {one}\n" not in _HEADER]
    with DANISH.open("wb") as file:
        file.write(_HEADER.encode())
        write_po(file, kept, width=110, no_location=True, omit_header=True, sort_output=True)


def main() -> int:
    """Bring the Danish catalogue up to date; the exit code is 1 while sentences wait for their Danish."""
    code = extracted()
    kept = danish()
    kept.update(code, no_fuzzy_matching=True)
    write(kept)
    waiting = gaps(code, kept)
    print("\n".join(waiting) or "every sentence has its Danish")  # noqa: T201 - a command speaks
    return 1 if waiting else 0


def placeholders(message: Message) -> Iterator[tuple[set[str], set[str]]]:
    """Return the %(names)s of a sentence and of its Danish, form by form."""
    wanted = {name for one in _forms(message.id) for name in _names(one)}
    for text in _forms(message.string):
        yield wanted, _names(text)


def _forms(texts: object) -> tuple[str, ...]:
    return tuple(map(str, texts)) if isinstance(texts, tuple | list) else (str(texts),)


def _names(text: str) -> set[str]:
    return {piece.split(")", 1)[0] for piece in text.split("%(")[1:]}


def _whole(message: Message | None) -> bool:
    if message is None:
        return False
    return message.string is not None and all(_forms(message.string))


def _first(message: Message) -> str:
    return _forms(message.id)[0]


if __name__ == "__main__":
    sys.exit(main())
