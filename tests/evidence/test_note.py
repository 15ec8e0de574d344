# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Signed notes and checkpoints against the examples of their specifications."""

from __future__ import annotations

import pytest

from registry.errors import BadInputError
from registry.evidence import note
from registry.evidence.checkpoint import Checkpoint, open_checkpoint, parse_checkpoint, sign_checkpoint

# The example of C2SP signed-note, and of the Go implementation that the format comes from.
VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SIGNER = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
SIGNATURE = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
NOTE = f"{TEXT}\n\u2014 PeterNeumann {SIGNATURE}\n".encode()
C2SP_VERIFIER = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
C2SP_NOTE = (
    "This is an example message.\n\n\u2014 example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
).encode()


def test_signature_is_the_published_one() -> None:
    """Signing the published text with the published key gives the published note, byte for byte."""
    signer = note.parse_signer(SIGNER)
    assert note.sign(TEXT, [signer]) == NOTE
    assert str(signer.verifier) == VERIFIER
    assert signer.secret() == SIGNER


@pytest.mark.parametrize(("key", "data"), [(VERIFIER, NOTE), (C2SP_VERIFIER, C2SP_NOTE)])
def test_published_note_is_opened(key: str, data: bytes) -> None:
    """The published notes are accepted under their published keys."""
    text, signed = note.open_note(data, [note.parse_verifier(key)])
    assert data.startswith(text.encode())
    assert [str(verifier) for verifier in signed] == [key]


def test_no_changed_byte_is_accepted() -> None:
    """A note with any one byte changed is refused or opens with exactly the signed text."""
    verifier = note.parse_verifier(VERIFIER)
    for at in range(len(NOTE)):
        changed = NOTE[:at] + bytes([NOTE[at] ^ 1]) + NOTE[at + 1 :]
        with pytest.raises(BadInputError):
            note.open_note(changed, [verifier])


@pytest.mark.parametrize("text", [VERIFIER[:-1], VERIFIER.replace("c7", "c8"), "", "a+b+c", VERIFIER + "\0"])
def test_mangled_key_is_refused(text: str) -> None:
    """A verifier key that was cut or altered is refused."""
    with pytest.raises(BadInputError):
        note.parse_verifier(text)


def test_error_never_shows_the_key() -> None:
    """A signing key that cannot be read is refused without its text in the sentence."""
    with pytest.raises(BadInputError) as caught:
        note.parse_signer(SIGNER.replace("c74f20a3", "c74f20a4"))
    assert "AYEKFALV" not in str(caught.value)
    assert "seed" not in repr(note.parse_signer(SIGNER))


def test_checkpoint_comes_back() -> None:
    """A signed checkpoint opens with the size, the root and the time that were signed."""
    signer = note.new_signer("register.example/log")
    checkpoint = Checkpoint("register.example/log", 12, b"\7" * 32, 1_800_000_000)
    assert open_checkpoint(sign_checkpoint(checkpoint, [signer]), [signer.verifier]) == checkpoint


def test_checkpoint_needs_a_signature_under_its_own_name() -> None:
    """A checkpoint that somebody else signed under another name is refused."""
    other = note.new_signer("elsewhere.example")
    data = sign_checkpoint(Checkpoint("register.example/log", 12, b"\7" * 32), [other])
    with pytest.raises(BadInputError, match="under that name"):
        open_checkpoint(data, [other.verifier])


@pytest.mark.parametrize(
    "text", ["", "o\n", "o\n012\n" + "A" * 43 + "=\n", "o\n-1\n" + "A" * 43 + "=\n", "o\n1\nAA==\n"]
)
def test_malformed_checkpoint_is_refused(text: str) -> None:
    """Lines that do not write origin, size and root exactly are refused."""
    with pytest.raises(BadInputError):
        parse_checkpoint(text)
