# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""An entry of the log: what was recorded, its hash, the proof that it stands there, and how to check it alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from registry.custody.model import Repository
from registry.evidence.merkle import leaf_hash
from registry.evidence.model import Logged
from registry.evidence.service import Proof
from registry.pipeline.public import Hiding
from registry.web import addresses
from registry.web.language import gettext, moment, ngettext, number
from registry.web.masking import shown
from registry.web.pages.frame import Crumb, Frame, way
from registry.web.pages.log import Last, checkpoint_details, checkpoint_sentence, standing
from registry.web.pages.log_check import Step, steps
from registry.web.pages.log_words import event_name


@dataclass(frozen=True)
class Recorded:
    """What is known of one entry; `proof` is None where no checkpoint covers it yet."""

    event: Logged
    proof: Proof | None
    last: Last
    hidden: Hiding
    public: Mapping[int, Repository]


@dataclass(frozen=True)
class EntryPage:
    """One entry; `leaf` is "" where its text is not public, `path` empty where no checkpoint covers it."""

    frame: Frame
    details: tuple[tuple[str, str], ...]
    about: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, int], ...]
    leaf: str
    hash: str
    proved: str
    path: tuple[str, ...]
    checkpoint: tuple[tuple[str, str], ...]
    downloads: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    standing: str
    earlier: str
    later: str


def entry_page(known: Recorded, size: int) -> EntryPage:
    """Return the page of one entry of a log of `size` events."""
    one, secret = known.event, known.hidden.hides(known.event)
    title = gettext("Entry %(number)s of the log", number=number(one.position))
    here = addresses.log(one.position)
    return EntryPage(
        frame=Frame(
            title,
            _answer(known),
            way(Crumb(gettext("The register's log"), addresses.page("log")), Crumb(title)),
        ),
        details=_details(one, secret),
        about=() if secret else _about(known),
        rows=tuple(Counter(table for table, _ in one.rows).most_common()),
        leaf="" if secret else shown(one.leaf.decode("utf-8", "replace"), 20_000),
        hash=leaf_hash(one.leaf).hex(),
        proved=_proved(known),
        path=tuple(each.hex() for each in known.proof.path) if known.proof else (),
        checkpoint=checkpoint_details(known.last.signed),
        downloads=_downloads(known, here, secret),
        steps=()
        if secret or known.proof is None or known.last.signed is None
        else steps(one.position, known.last.signed),
        standing=standing(),
        earlier=addresses.log(one.position - 1) if one.position else "",
        later=addresses.log(one.position + 1) if one.position + 1 < size else "",
    )


def proof_json(proof: Proof) -> bytes:
    """Return a proof for programs: hashes as hexadecimal text, lowest first."""
    told = {
        "index": proof.index,
        "size": proof.size,
        "leaf_hash": leaf_hash(proof.leaf).hex(),
        "path": [one.hex() for one in proof.path],
        "root": proof.root.hex(),
    }
    return json.dumps(told, indent=1).encode()


def _answer(known: Recorded) -> str:
    return gettext(
        "Recorded on %(moment)s: %(what)s. %(proved)s",
        moment=moment(known.event.at),
        what=event_name(known.event.kind),
        proved=_proved(known),
    )


def _proved(known: Recorded) -> str:
    if known.proof is not None and known.last.signed is not None:
        return (
            gettext("It stands under the checkpoint, and the proof holds.")
            if known.proof.holds
            else gettext(
                "The proof does not hold: the entry is not the one that the checkpoint was signed over. "
                "Tell the secretariat."
            )
        )
    if known.last.signed is None:
        return checkpoint_sentence(known.last)
    return gettext(
        "It was recorded after the last checkpoint; the next one will cover it, and only then can it be proved."
    )


def _details(one: Logged, secret: bool) -> tuple[tuple[str, str], ...]:
    about = gettext("not public") if secret else shown(one.subject)
    return (
        (gettext("What was recorded"), event_name(one.kind)),
        (gettext("Kind of event, as the entry has it"), shown(one.kind, 60)),
        (gettext("About"), about),
        (gettext("Time"), moment(one.at)),
        (gettext("Place in the register's log"), str(one.position)),
        (gettext("Hash of the entry (RFC 6962, SHA-256)"), leaf_hash(one.leaf).hex()),
    )


def _about(known: Recorded) -> tuple[tuple[str, str], ...]:
    one = known.event
    kind, _, name = one.subject.partition("/")
    links = [(gettext("All entries about the same"), addresses.log_about(one.subject))]
    if kind == "repository" and name.isdigit() and int(name) in known.public:
        found = known.public[int(name)]
        links.append((shown(found.full_name), addresses.repository(found.id, found.full_name)))
    if kind == "product" and one.kind == "governance.product":
        links.append((shown(name), addresses.product(name)))
    if kind == "organisation":
        links.append((shown(name), addresses.organisation(name)))
    if kind == "harvest":
        links.append((gettext("The harvest"), addresses.page(f"harvests/{name}")))
    seen = [key[0] for table, key in one.rows if table == "evidence_observations" and isinstance(key[0], int)]
    links += [
        (gettext("Evidence no. %(number)s", number=each), addresses.evidence(each)) for each in seen[:20]
    ]
    return tuple(links)


def _downloads(known: Recorded, here: str, secret: bool) -> tuple[tuple[str, str], ...]:
    found = [] if secret else [(gettext("The entry, byte for byte"), f"{here}/leaf")]
    if known.proof is not None:
        count = ngettext("%(count)s hash", "%(count)s hashes", len(known.proof.path))
        found.append((gettext("The proof as JSON (%(hashes)s)", hashes=count), f"{here}/proof"))
    if known.last.signed is not None:
        found.append((gettext("The checkpoint, as it was signed"), addresses.page("log/checkpoint")))
    return tuple(found)
