# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A text: the lines of a blob as far as they can be read, and what could not be."""

from __future__ import annotations

from dataclasses import dataclass

from registry.licences.model import Note

LARGEST_LICENCE = 1024 * 1024  # bytes; the longest licence on SPDX's list has 100 kB
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


@dataclass(frozen=True)
class Text:
    """What was read: `lines` without their ends; `problem` says why there are none, or not all."""

    lines: tuple[str, ...]
    encoding: str
    problem: Note | None = None

    @property
    def whole(self) -> str:
        """The lines joined again."""
        return "\n".join(self.lines)


def read(data: bytes, largest: int = LARGEST_LICENCE) -> Text:
    """Decode a blob: by its byte order mark, else UTF-8, else Windows-1252; a binary file has no lines."""
    problem = _problem(data, largest)
    if problem is not None and problem is not Note.TOO_LARGE:
        return Text((), "", problem)
    text, encoding = _decoded(data[:largest])
    return Text(tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")), encoding, problem)


def in_string(line: str, place: int) -> bool:
    """Whether a place of a line stands inside a program's own string: it is then data and no statement."""
    before = line[:place]
    return before.count('"') % 2 == 1 or before.lstrip(" ([{,frb").startswith(("'", "`"))


def without_markup(text: Text) -> Text:
    """Return an HTML page's text: tags, scripts and styles left out, line numbers kept. Linear in time.

    A comment's text is kept: a page may hold its licence there in plain text.
    """
    kept: list[str] = []
    inside = ""
    for piece in text.whole.split("<"):
        tag, closed, rest = _tag(piece, inside) if kept else ("", ">", piece)
        name = tag.strip().split(None, 1)[0].lower().rstrip("/") if tag.strip() else ""
        inside = _inside(inside, name, piece)
        breaks = "\n" * tag.count("\n")
        kept.append(breaks + (" " + rest if closed and inside in {"", _COMMENT} else "\n" * rest.count("\n")))
    plain = "".join(kept)
    for entity, sign in (("&nbsp;", " "), ("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    return Text(tuple(plain.split("\n")), text.encoding, Note.HTML)


_COMMENT = "!--"


def _tag(piece: str, inside: str) -> tuple[str, str, str]:
    """A piece behind a "<": the tag, whether it is closed, and what follows; a comment is all text."""
    if inside == _COMMENT or piece.startswith(_COMMENT):
        return "", ">", piece.removeprefix(_COMMENT).replace("-->", " ")
    return piece.partition(">")


def is_markup(text: Text) -> bool:
    """Whether the file is an HTML or XML page rather than prose."""
    start = text.whole[:2000].lstrip().lower()
    return start.startswith(("<!doctype html", "<html", "<?xml", "<head", "<body")) or "<body" in start


def _inside(inside: str, tag: str, piece: str) -> str:
    if inside == _COMMENT or (not inside and piece.startswith(_COMMENT)):
        return "" if "-->" in piece else _COMMENT
    if inside:
        return "" if tag == "/" + inside else inside
    return tag if tag in {"script", "style"} else ""


def _problem(data: bytes, largest: int) -> Note | None:
    if not data.strip():
        return Note.EMPTY
    if data.startswith(b"%PDF"):
        return Note.PDF
    marked = any(data.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)
    if b"\0" in data[:8192] and not marked:
        return Note.BINARY
    return Note.TOO_LARGE if len(data) > largest else None


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4:  # cut in the middle of a character
            return data[: error.start].decode("utf-8"), "utf-8"
        return data.decode("cp1252", "replace"), "windows-1252"
