# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A checkpoint: the size and the root of the log at one moment, signed (C2SP tlog-checkpoint)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass

from registry.errors import BadInputError
from registry.evidence.note import Signer, Verifier, open_note, sign

_TIME = "time "


@dataclass(frozen=True)
class Checkpoint:
    """What was signed: whose log, how many leaves, their root; and when, by the signer's own clock.

    The time stands in an extension line `time SECONDS` (since 1970, UTC); None where there is none.
    """

    origin: str
    size: int
    root: bytes
    seconds: int | None = None

    def text(self) -> str:
        """Return the lines that are signed."""
        lines = [self.origin, str(self.size), base64.b64encode(self.root).decode("ascii")]
        if self.seconds is not None:
            lines.append(f"{_TIME}{self.seconds}")
        return "".join(f"{line}\n" for line in lines)


def sign_checkpoint(checkpoint: Checkpoint, signers: Iterable[Signer]) -> bytes:
    """Return the checkpoint as a signed note."""
    return sign(checkpoint.text(), signers)


def open_checkpoint(data: bytes, verifiers: Iterable[Verifier]) -> Checkpoint:
    """Return the checkpoint of a signed note; raises BadInputError when no known key signed it."""
    text, signed = open_note(data, verifiers)
    checkpoint = parse_checkpoint(text)
    if all(verifier.name != checkpoint.origin for verifier in signed):
        msg = f"the checkpoint of {checkpoint.origin!r} bears no signature under that name"
        raise BadInputError(msg)
    return checkpoint


def parse_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint that `text` writes; raises BadInputError."""
    lines = text.split("\n")
    try:
        root = base64.b64decode(lines[2], validate=True)
        size = int(lines[1])
        seconds = next((int(line.removeprefix(_TIME)) for line in lines[3:] if line.startswith(_TIME)), None)
    except (IndexError, ValueError, binascii.Error):
        root, size, seconds = b"", -1, None
    if not lines[0] or len(root) != 32 or size < 0 or str(size) != lines[1]:
        msg = "these lines are no checkpoint: origin, size, root"
        raise BadInputError(msg)
    return Checkpoint(lines[0], size, root, seconds)
