# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A document: a file that lines cannot show (docx, pdf, picture); attributed by version, counted in files."""

from __future__ import annotations

from registry.provenance.content import ContentFacts, Kind
from registry.provenance.model import Words

_FORMATS = (
    ("docx docm dotx", "Word-dokument", "Word document"),
    ("doc dot", "Word-dokument (ældre format)", "Word document (older format)"),
    ("odt ott fodt", "OpenDocument-tekst", "OpenDocument text"),
    ("rtf", "RTF-tekst", "RTF text"),
    ("pdf", "PDF-dokument", "PDF document"),
    ("pptx pptm potx ppt", "PowerPoint-præsentation", "PowerPoint presentation"),
    ("odp", "OpenDocument-præsentation", "OpenDocument presentation"),
    ("xlsx xlsm xls xlsb", "Excel-regneark", "Excel spreadsheet"),
    ("ods", "OpenDocument-regneark", "OpenDocument spreadsheet"),
    ("odg vsd vsdx", "Tegning", "Drawing"),
    ("epub", "E-bog", "E-book"),
    ("png jpg jpeg gif bmp ico webp avif tif tiff heic", "Billede", "Picture"),
    (
        "psd xcf ai eps indd sketch fig xd",
        "Billede i et tegneprograms format",
        "Picture in a drawing program's format",
    ),
    ("mp3 m4a wav ogg oga flac wma", "Lyd", "Sound"),
    ("mp4 m4v ogv webm mov avi mkv 3gpp wmv", "Film", "Film"),
    ("ttf otf woff woff2 eot", "Skrifttype", "Typeface"),
    ("zip tar gz tgz bz2 xz 7z rar zst cab iso", "Arkiv med filer", "Archive of files"),
    ("dll exe so dylib jar war class pyc nupkg msi wasm", "Oversat program", "Compiled program"),
    ("sqlite db mdb accdb dbf", "Database", "Database"),
)
_BY_ENDING = {ending: Words(da, en) for endings, da, en in _FORMATS for ending in endings.split()}
_POINTER = Words(
    "Henvisning til en stor fil uden for repositoriet (Git LFS)",
    "Pointer to a large file outside the repository (Git LFS)",
)
_UTF_16 = Words(
    "Tekst i UTF-16, som git ikke opdeler i linjer", "Text in UTF-16, which git does not split into lines"
)
_BINARY = Words("Binær fil", "Binary file")


def document_format(path: bytes, facts: ContentFacts | None) -> Words | None:
    """Return the format of a file that is counted in files, in words; None for text, counted in lines.

    `facts` is None where the content could not be read: then the name tells.
    """
    if facts and facts.kind in {Kind.TEXT, Kind.EMPTY}:
        return None
    if facts and facts.kind is Kind.LFS_POINTER:
        return _POINTER
    ending = path.rpartition(b"/")[2].rpartition(b".")[2].decode("utf-8", "replace").lower()
    if facts and facts.encoding == "utf-16":
        return _UTF_16
    return _BY_ENDING.get(ending) or (_BINARY if facts else None)
