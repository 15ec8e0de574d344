# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A signed note: a few lines of text and below them the signatures that stand for it (C2SP signed-note).

The text, an empty line, and a line a signature: an em dash, the key's name, base64 of key id and signature.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from registry.errors import BadInputError

_ED25519 = b"\x01"
_KEY = 32
_SIGNATURE = 64
_DASH = "\u2014 "


@dataclass(frozen=True)
class Verifier:
    """A public key with the name it signs under; written `name+id+base64`."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """The first four bytes of a hash of name and key: tells signatures of one name apart."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{_base64(_ED25519 + self.public)}"


@dataclass(frozen=True)
class Signer:
    """A private key with the name it signs under; written `PRIVATE+KEY+name+id+base64`."""

    name: str
    seed: bytes = field(repr=False)

    @property
    def verifier(self) -> Verifier:
        """The public half."""
        key = Ed25519PrivateKey.from_private_bytes(self.seed)
        return Verifier(self.name, key.public_key().public_bytes_raw())

    def secret(self) -> str:
        """Return the key as it stands in its file."""
        return f"PRIVATE+KEY+{self.name}+{self.verifier.id.hex()}+{_base64(_ED25519 + self.seed)}"


def new_signer(name: str) -> Signer:
    """Return a new key from the system's randomness."""
    if not _is_name(name):
        msg = f"{name!r} cannot name a key: give a name without spaces and plus signs"
        raise BadInputError(msg)
    return Signer(name, Ed25519PrivateKey.generate().private_bytes_raw())


def parse_signer(text: str) -> Signer:
    """Return the key that `Signer.secret` wrote; raises BadInputError (which never repeats the text)."""
    parts = text.strip().split("+", 4)
    if len(parts) != 5 or parts[:2] != ["PRIVATE", "KEY"]:
        msg = "the signing key is not written as PRIVATE+KEY+name+id+base64; restore its file"
        raise BadInputError(msg)
    signer = Signer(parts[2], _key(parts[4]))
    if signer.verifier.id.hex() != parts[3] or not _is_name(parts[2]):
        msg = f"the signing key of {parts[2]!r} does not fit the id beside it; restore its file"
        raise BadInputError(msg)
    return signer


def parse_verifier(text: str) -> Verifier:
    """Return the public key that `str(Verifier)` wrote; raises BadInputError."""
    parts = text.strip().split("+", 2)
    if len(parts) == 3 and _is_name(parts[0]):
        verifier = Verifier(parts[0], _key(parts[2]))
        if verifier.id.hex() == parts[1]:
            return verifier
    msg = f"{text.strip()[:200]!r} is no verifier key: it is written as name+id+base64"
    raise BadInputError(msg)


def sign(text: str, signers: Iterable[Signer]) -> bytes:
    """Return the note: `text` (ends in a newline, holds no control characters) and its signatures."""
    if not _is_text(text):
        msg = "a note's text ends in a newline and holds no control characters"
        raise BadInputError(msg)
    lines = []
    for signer in signers:
        signature = Ed25519PrivateKey.from_private_bytes(signer.seed).sign(text.encode())
        lines.append(f"{_DASH}{signer.name} {_base64(signer.verifier.id + signature)}\n")
    return (text + "\n" + "".join(lines)).encode()


def open_note(data: bytes, verifiers: Iterable[Verifier]) -> tuple[str, tuple[Verifier, ...]]:
    """Return the text of a note and who of `verifiers` signed it; raises BadInputError when none did.

    A signature under a known key that does not fit is an error even beside a good one.
    """
    text, lines = _parts(data)
    known = {(verifier.name, verifier.id): verifier for verifier in verifiers}
    good: dict[Verifier, None] = {}
    for line in lines:
        name, signature = _signature(line)
        verifier = known.get((name, signature[:4]))
        if verifier is not None:
            _check(verifier, signature[4:], text)
            good[verifier] = None
    if not good:
        msg = "the note bears no signature of a key that is known here"
        raise BadInputError(msg)
    return text, tuple(good)


def _parts(data: bytes) -> tuple[str, list[str]]:
    try:
        text, gap, signatures = data.decode("utf-8").rpartition("\n\n")
    except UnicodeDecodeError:
        gap = ""
    if not gap or not signatures.endswith("\n") or not _is_text(text + "\n"):
        msg = "these bytes are no signed note: text, an empty line, signatures"
        raise BadInputError(msg)
    return text + "\n", signatures[:-1].split("\n")


def _signature(line: str) -> tuple[str, bytes]:
    name, _, encoded = line.removeprefix(_DASH).partition(" ")
    try:
        signature = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        signature = b""
    if not line.startswith(_DASH) or not _is_name(name) or len(signature) < 5:
        msg = "a signature line of the note is not written as — name base64"
        raise BadInputError(msg)
    return name, signature


def _check(verifier: Verifier, signature: bytes, text: str) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(verifier.public).verify(signature, text.encode())
    except InvalidSignature:
        msg = f"the note's signature under {verifier.name}+{verifier.id.hex()} is not that key's"
        raise BadInputError(msg) from None


def _key(encoded: str) -> bytes:
    try:
        data = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        data = b""
    if len(data) != 1 + _KEY or data[:1] != _ED25519:
        msg = "the key is no Ed25519 key of 32 bytes"
        raise BadInputError(msg)
    return data[1:]


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(c.isspace() for c in name) and name.isprintable()


def _is_text(text: str) -> bool:
    return text.endswith("\n") and not any(ord(c) < 0x20 and c != "\n" for c in text)
