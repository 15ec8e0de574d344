# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Assets: the browser files of DKFDS, copied from npm's folder, and the compiled catalogues of the languages."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from registry.errors import RegistryError

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
STATIC = HERE / "static" / "dkfds"
TRANSLATIONS = HERE / "translations"

_WEIGHTS = ("Regular", "Italic", "Medium", "MediumItalic", "SemiBold", "SemiBoldItalic", "Bold", "BoldItalic")


class MissingAssetsError(RegistryError):
    """The browser assets were not fetched."""


def copy_assets(modules: Path = MODULES, static: Path = STATIC) -> int:
    """Copy what the pages use of DKFDS into `static`; return how many files. Raises MissingAssetsError."""
    dist = modules / "dkfds" / "dist"
    if not (dist / "css" / "dkfds.min.css").is_file():
        msg = f"the browser assets (DKFDS) are missing in {modules}; install npm and run make setup"
        raise MissingAssetsError(msg)
    names = _names(dist)
    for name in names:
        target = static / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(dist / name, target)
    # the style sheet moves one folder up, so that make finds it by a fixed name: its own links move with it
    sheet = (dist / "css" / "dkfds.min.css").read_text("utf-8")
    sheet = re.sub(r"/\*# sourceMappingURL=[^*]*\*/", "", sheet)
    (static / "dkfds.css").write_text(sheet.replace('url("../', 'url("').replace("url(../", "url("), "utf-8")
    return len(names) + 1


def compile_catalogues(folder: Path = TRANSLATIONS) -> int:
    """Compile every messages.po below `folder` to the messages.mo beside it; return how many."""
    sources = sorted(folder.glob("*/LC_MESSAGES/messages.po"))
    for source in sources:
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3])
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
    return len(sources)


def compile_stale(folder: Path = TRANSLATIONS) -> bool:
    """Compile the catalogues when one is newer than its compiled form; return whether that was so."""
    sources = folder.glob("*/LC_MESSAGES/messages.po")
    times = [(one.stat().st_mtime, one.with_suffix(".mo")) for one in sources]
    if all(target.is_file() and target.stat().st_mtime >= changed for changed, target in times):
        return False
    compile_catalogues(folder)
    return True


def main() -> int:
    """Make the pages ready to be served; return the exit code."""
    try:
        files = copy_assets()
    except MissingAssetsError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command speaks
        return 1
    print(f"{files} browser files of DKFDS copied, {compile_catalogues()} catalogue compiled")  # noqa: T201
    return 0


def _names(dist: Path) -> list[str]:
    fonts = [f"fonts/IBMPlexSans/complete/woff2/IBMPlexSans-{weight}.woff2" for weight in _WEIGHTS]
    icons = [path.relative_to(dist).as_posix() for path in sorted((dist / "img").rglob("*.svg"))]
    # browsers take the first form they can read, and the regular weight names woff before woff2
    return ["LICENSE.md", "fonts/IBMPlexSans/complete/woff/IBMPlexSans-Regular.woff", *fonts, *icons]


if __name__ == "__main__":
    sys.exit(main())
