# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Assets: the browser files, and the compiled catalogues."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.web.assets import MissingAssetsError, compile_stale, copy_assets


def test_missing_assets_are_told_in_a_sentence(tmp_path: Path) -> None:
    """With what to do about it."""
    with pytest.raises(MissingAssetsError, match="install npm and run make setup"):
        copy_assets(tmp_path / "none", tmp_path / "static")


def test_the_style_sheet_finds_its_fonts_where_it_is_put(tmp_path: Path) -> None:
    """It moves one folder up, and its links move with it."""
    dist = tmp_path / "modules" / "dkfds" / "dist"
    for name in (
        "css/dkfds.min.css",
        "LICENSE.md",
        "fonts/IBMPlexSans/complete/woff/IBMPlexSans-Regular.woff",
    ):
        (dist / name).parent.mkdir(parents=True, exist_ok=True)
        (dist / name).write_text("a{src:url(../fonts/x.woff2)}", "utf-8")
    fonts = dist / "fonts/IBMPlexSans/complete/woff2"
    fonts.mkdir(parents=True)
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        (fonts / f"IBMPlexSans-{weight}.woff2").touch()
        (fonts / f"IBMPlexSans-{'' if weight == 'Regular' else weight}Italic.woff2").touch()
    copy_assets(tmp_path / "modules", tmp_path / "static")
    assert (tmp_path / "static" / "dkfds.css").read_text("utf-8") == "a{src:url(fonts/x.woff2)}"


def test_a_catalogue_is_compiled_when_it_is_newer(tmp_path: Path) -> None:
    """And only then."""
    folder = tmp_path / "da" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text('msgid "yes"\nmsgstr "ja"\n', "utf-8")
    assert [compile_stale(tmp_path), compile_stale(tmp_path)] == [True, False]
