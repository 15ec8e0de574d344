# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The documents of the demonstration's papers: a page of PDF for each paper that is said to be held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from registry.demo.documents import pdf
from registry.demo.reading import compose

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TITLES = {
    "assignment": "Overdragelse af ophavsret",
    "floss_agreement": "FLOSS-aftale",
    "development_contract": "Udviklingskontrakt",
    "employment_terms": "Tillæg til ansættelseskontrakt",
    "consultancy_terms": "Konsulentvilkår",
    "donation": "Gave",
    "contributor_licence": "Bidragserklæring",
    "connection_agreement": "Tilslutningsaftale",
    "invoice": "Faktura",
    "declaration": "Erklæring om, hvem der har skrevet en udgivelse",
}
_ALL = "Overdrageren overdrager ophavsretten fuldt ud: til enhver brug, med eneret og uden tidsbegrænsning."
_SOME = "Ophavsretten overdrages til enhver brug, med eneret og uden tidsbegrænsning, og værket må ændres."
_NONE = "Papiret overdrager ingen ophavsret."
_SIGNED = {
    "qualified": "kvalificeret digital signatur",
    "advanced": "digital signatur",
    "handwritten": "egenhændig underskrift",
    "email": "e-mail",
    "none": "uden underskrift",
}
_PROPER = {"form": "qualified", "authority": "verified"}


def write_documents(papers: bytes, folder: Path) -> Mapping[str, Path]:
    """Write the held papers of a facts file as `ID.pdf`; return where each id's document stands."""
    compose(papers)  # one document, no references: said with the line before anything is believed
    facts = yaml.load(papers, Loader=_LOADER)  # noqa: S506 - the safe loader, in C where there is one
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, Path] = {}
    for paper in facts["agreements"]:
        if paper.get("document") == "held":
            written[paper["id"]] = folder / f"{paper['id']}.pdf"
            written[paper["id"]].write_bytes(pdf("\n".join(_lines(paper, facts["parties"]))))
    return written


def _lines(paper: Mapping[str, Any], parties: Mapping[str, Any]) -> Iterator[str]:
    def names(ids: Sequence[str]) -> str:
        return ", ".join(parties[one]["name"] for one in ids)

    yield f"{_TITLES[paper['kind']]} ({paper['id']})"
    yield "Opdigtet til demonstrationen"
    yield ""
    if paper["kind"] == "declaration":
        yield f"{names([paper['by']])} erklærer, at værket er skrevet af {names(paper['contributors'])}"
        yield f"mellem {paper['created_from']} og {paper['created_until']}."
    else:
        yield f"Fra: {names(paper['assignors'])}"
        yield f"Til: {names([paper['assignee']])}"
        yield {"full": _ALL, "none": _NONE}.get(str(paper["rights"]), _SOME)
        yield from _more(paper)
    yield ""
    yield from _scope(paper["covers"])
    yield ""
    signature = _PROPER if paper["signature"] == "proper" else paper["signature"]
    yield f"Underskrevet {paper['signed']}: {_SIGNED[signature['form']]}"


def _more(paper: Mapping[str, Any]) -> Iterator[str]:
    if paper["rights"] == "full":
        yield "Erhververen må ændre værket, give det videre og vælge en anden licens."
    if paper.get("purpose") == "open_source":
        yield "Værket laves for at blive udgivet som open source gennem OS2."
    if "licence" in paper:
        yield f"Bidraget gives på vilkårene i {paper['licence']}."
    if "terminated" in paper:
        yield f"Aftalen er ophørt {paper['terminated']}."


def _scope(covers: Mapping[str, Any]) -> Iterator[str]:
    yield "Omfatter:"
    yield from (f"  {name}" for name in covers.get("repositories", ["alt"]))
    if "work_types" in covers:
        yield f"  kun: {', '.join(covers['work_types'])}"
    if "created_from" in covers:
        yield f"  skrevet fra {covers['created_from']}"
    if "created_until" in covers:
        yield f"  skrevet til og med {covers['created_until']}"
