# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The pages: what a reader finds on them."""

from __future__ import annotations

import json
import re

import pytest
from flask.testing import FlaskClient

SAGSVEJEN = "/en/r/7-demokommunernes-faellesskab-sagsvejen"
UNLICENSED = "/en/r/4-demokommunernes-faellesskab-tilsynsmappen"
ODD = "/en/r/3-demokommunernes-faellesskab-saere-ting"


def test_every_page_that_can_be_reached_answers(reached: dict[str, str]) -> None:
    """The crawl itself asserts it."""
    assert len(reached) > 100


def test_no_page_holds_a_sign_that_cannot_be_seen(reached: dict[str, str]) -> None:
    """Whoever copies a command or a name from a page copies what stands there."""
    unseen = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
    assert [address for address, text in reached.items() if unseen.search(text)] == []


def test_the_overview_begins_with_the_answer(client: FlaskClient) -> None:
    """With its date, before any figure."""
    text = client.get("/en/").text
    assert text.index("As of ") < text.index('class="figures"')


def test_the_overview_can_be_narrowed(client: FlaskClient) -> None:
    """By a light; each figure links to what it counts."""
    text = client.get("/en/?custody=red").text
    assert "borgerblik-gammel" in text
    assert "faellesskab/skiltebasen" not in text


def test_a_new_register_says_what_to_do(empty: FlaskClient) -> None:
    """It is no error to have harvested nothing."""
    assert "os2-registry harvest --configured" in empty.get("/en/").text
    assert empty.get("/da/harvests").status_code == 200
    assert empty.get("/da/search?q=x").status_code == 200


def test_a_repository_shows_where_each_fact_comes_from(client: FlaskClient) -> None:
    """Seen on a day, with the number of the evidence."""
    text = client.get(SAGSVEJEN).text
    assert "evidence no." in text
    assert "stated to be OS2&#39;s own organisation" in text


def test_a_repository_names_those_who_share_its_beginning(client: FlaskClient) -> None:
    """With how far each went alone."""
    assert "fjordkode/sagsvejen-plus" in client.get(SAGSVEJEN).text


def test_a_folder_has_a_map_and_the_same_figures_as_a_table(client: FlaskClient) -> None:
    """The map has a title and a description."""
    text = client.get(f"{SAGSVEJEN}/tree/").text
    assert "<title id=" in text and "<desc id=" in text
    assert text.count(">src/</a>") == 1


def test_a_line_says_who_wrote_it_and_its_link_carries_the_change(client: FlaskClient) -> None:
    """Each line has an address for ever."""
    text = client.get(f"{SAGSVEJEN}/file/src/Model/Sag.php").text
    assert 'id="L10"' in text
    assert "?rev=" in text.split('id="L10"')[1][:300]
    assert "Mette Skovgaard" in text


def test_lines_asked_for_are_marked(client: FlaskClient) -> None:
    """Without script."""
    assert 'class="marked"' in client.get(f"{SAGSVEJEN}/file/src/Model/Sag.php?lines=10-12").text


def test_a_link_to_an_older_change_says_so(client: FlaskClient) -> None:
    """Lines may have moved since."""
    assert "lines may have moved" in client.get(f"{SAGSVEJEN}/file/src/Model/Sag.php?rev=0123abcd").text


def test_text_without_a_licence_is_not_shown(client: FlaskClient) -> None:
    """Who wrote it is."""
    text = client.get(f"{UNLICENSED}/file/README.md").text
    assert "no licence was found" in text
    assert "Vilkårene står i" not in text
    assert 'class="who"' in text


def test_a_long_file_is_paged(client: FlaskClient) -> None:
    """2,500 lines a page; a link to a line leads to its page."""
    address = f"{ODD}/file/indhold/mange-linjer.csv"
    assert 'id="L1"' in client.get(address).text


def test_a_contributor_is_an_address_that_is_not_shown(client: FlaskClient) -> None:
    """Names as seen, the domain, and what was written where."""
    text = client.get("/en/search?q=Skovgaard").text
    assert text.count("Mette Skovgaard") == 2
    page = client.get("/en/d/nordlys-it.example").text
    assert "presumed from the address, nothing more" in page


def test_an_organisation_is_custody_only(client: FlaskClient) -> None:
    """It says nothing of who holds the copyright."""
    assert (
        "it says nothing of who holds the copyright" in client.get("/en/o/demokommunernes-faellesskab").text
    )


def test_a_harvest_says_what_could_not_be_read(client: FlaskClient) -> None:
    """Repository by repository."""
    assert "No longer visible" in client.get("/en/harvests/2").text


def test_evidence_shows_digest_and_headers(client: FlaskClient) -> None:
    """And what was seen before."""
    text = client.get("/en/e/1").text
    assert "Digest (SHA-256) of the exact bytes" in text
    assert "etag" in text.lower()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("sagsvejen", "repository"),
        ("Karen", "contributor"),
        ("lillerup", "domain"),
        ("MPL", "licence"),
        ("eupl", "terms"),
        ("afgoer", "file"),
    ],
)
def test_the_search_finds(client: FlaskClient, words: str, kind: str) -> None:
    """Products, repositories, people, domains, licences and what they mean, files."""
    found = json.loads(client.get(f"/en/search?q={words}&format=json").data)
    assert kind in {row["kind"] for row in found["rows"]}


def test_every_page_has_a_way_to_object(client: FlaskClient) -> None:
    """With the page's own address in it."""
    assert "/en/objection?about=/en/p/sagsvejen" in client.get("/en/p/sagsvejen").text


@pytest.mark.parametrize("name", ["about", "glossary", "objection", "privacy", "accessibility"])
@pytest.mark.parametrize("code", ["da", "en"])
def test_the_pages_of_text_are_there(client: FlaskClient, code: str, name: str) -> None:
    """In both languages."""
    assert client.get(f"/{code}/{name}").status_code == 200


def test_every_printed_sheet_names_its_page_and_the_day(client: FlaskClient) -> None:
    """In its foot, by a style sheet; nothing in the address can end the string it stands in."""
    assert "/en/print.css?of=/en/glossary" in client.get("/en/glossary").text
    sheet = client.get('/en/print.css?of=/en/x"}body{display:none}').text
    assert sheet.count('"') == 2
    assert "{display" not in sheet


def test_the_page_on_objecting_does_not_lead_to_itself(client: FlaskClient) -> None:
    """A machine that follows links would never come to an end."""
    text = client.get("/en/objection?about=/en/p/sagsvejen").text
    assert "/en/p/sagsvejen</code>" in text
    assert "objection?about=/en/objection" not in text
