# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""A check: what anybody types, with tools that every machine has, to see that an entry stands in the log."""

from __future__ import annotations

from dataclasses import dataclass

from registry.evidence.service import Signed
from registry.web import addresses
from registry.web.language import gettext

_CLIMB = """\
python3 - <<'END'
import base64, hashlib, json
proof = json.load(open("proof-{position}.json"))
node = hashlib.sha256(b"\\0" + open("leaf-{position}.json", "rb").read()).digest()
index, last = proof["index"], proof["size"] - 1
for other in map(bytes.fromhex, proof["path"]):
    if index % 2 or index == last:
        node = hashlib.sha256(b"\\1" + other + node).digest()
        while index and index % 2 == 0:
            index, last = index >> 1, last >> 1
    else:
        node = hashlib.sha256(b"\\1" + node + other).digest()
    index, last = index >> 1, last >> 1
lines = open("checkpoint").read().split("\\n")
held = last == 0 and int(lines[1]) == proof["size"] and base64.b64decode(lines[2]) == node
print("the entry stands under the checkpoint" if held else "IT DOES NOT")
END"""
# an Ed25519 key as openssl reads it is these twelve bytes (RFC 8410) and the key's own 32
_SIGNATURE = """\
sed '/^$/,$d' checkpoint > signed
sed -n 's/^— [^ ]* //p' checkpoint | head -n 1 | base64 -d | tail -c 64 > signature
{{ printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'
  printf %s '{key}' | base64 -d | tail -c 32; }} > key
openssl pkeyutl -verify -pubin -inkey key -keyform DER -rawin -in signed -sigfile signature"""
_GROW = """\
python3 - <<'END'
import base64, hashlib, urllib.request
def get(path): return urllib.request.urlopen("{address}/" + path).read()
def said(note): lines = note.decode().split("\\n"); return int(lines[1]), base64.b64decode(lines[2])
def tile(n, width):
    name, rest = f"{{n % 1000:03}}", n // 1000
    while rest: name, rest = f"x{{rest % 1000:03}}/" + name, rest // 1000
    return get("tile/0/" + name + (f".p/{{width}}" if width < 256 else ""))
def root(leaves):
    if len(leaves) == 1: return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\\1" + root(leaves[:half]) + root(leaves[half:])).digest()
(old, was), (new, now) = said(open("checkpoint", "rb").read()), said(get("checkpoint"))
hashes = b"".join(tile(n, min(256, new - 256 * n)) for n in range((new + 255) // 256))
leaves = [hashes[at:at + 32] for at in range(0, len(hashes), 32)]
held = new >= old and root(leaves[:old]) == was and root(leaves) == now
print("today's log goes on from your checkpoint" if held else "IT DOES NOT")
END"""


@dataclass(frozen=True)
class Step:
    """One step: what it does, in a sentence, and what to type."""

    text: str
    commands: str


def steps(position: int, signed: Signed) -> tuple[Step, ...]:
    """Return the steps for one entry; they need the three downloads in one folder.

    A public key is written NAME+NUMBER+KEY; the key may hold plus signs of its own.
    """
    return (
        Step(
            gettext("Hash the entry. The answer must be the hash that stands on this page."),
            f"{{ printf '\\0'; cat leaf-{position}.json; }} | sha256sum",
        ),
        Step(
            gettext("Climb from the entry to the root of the tree, and compare it with the checkpoint's."),
            _CLIMB.format(position=position),
        ),
        Step(
            gettext(
                "Check the signature of the checkpoint. Better than the key of this page is one that you kept from before."
            ),
            _SIGNATURE.format(key=signed.verifier.split("+", 2)[2]),
        ),
    )


def growth(host: str) -> Step:
    """Return how somebody who kept a checkpoint sees that nothing before it was changed since."""
    address = host.rstrip("/") + addresses.TILES
    return Step(
        gettext(
            "For machines the log stands at %(address)s, in the form of C2SP tlog-tiles: any program that reads such "
            "transparency logs finds checkpoint and hashes there. Keep a checkpoint of each month in a place of your "
            "own. In the folder where one lies, this shows that today's log goes on from it; its signature is checked "
            "as on the page of an entry.",
            address=address,
        ),
        _GROW.format(address=address),
    )
