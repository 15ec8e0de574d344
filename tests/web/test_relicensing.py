# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The pages on another licence: the answer first, whose consent, by which clause, and what a refusal costs."""

from __future__ import annotations

import json
import re

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser

BASE = "/en/r/7-x/relicence"


def test_without_a_licence_the_page_only_asks(client: FlaskClient) -> None:
    """And says what the answer will rest on."""
    text = client.get(BASE).text
    assert "Choose the licence to go to" in text
    assert 'id="outcomes"' not in text and 'id="grounds"' in text


def test_the_answer_stands_first_with_its_day(client: FlaskClient) -> None:
    """How many files need nobody, who must agree, what a person must judge."""
    text = client.get(f"{BASE}?to=EUPL-1.2").text
    lead = re.search(r'class="font-lead answer">(.*?)</p>', text, re.DOTALL)
    assert lead and re.match(r"As of [^,]+, [\d,]+ of [\d,]+ files can be given under EUPL-1\.2", lead[1])


def test_what_the_answer_rests_on_is_said_with_it(client: FlaskClient) -> None:
    """That the GPL needs other work to go with, and that a file's word is no paper."""
    text = client.get("/en/r/9-x/relicence?to=GPL-3.0-only").text
    assert "only together with other work under it" in text
    assert "no paper shows who gave" in text


def test_a_clause_stands_beside_each_rule(client: FlaskClient) -> None:
    """The MPL file stays the MPL's beside EUPL code, and goes to the GPL with it."""
    closed, opened = client.get(f"{BASE}?to=EUPL-1.2").text, client.get(f"{BASE}?to=GPL-3.0-only").text
    assert "Closed: side by side is allowed, another licence is not" in closed and "s. 3.3" in closed
    assert "Open: only together with other work under it" in opened and "s. 1.12" in opened


def test_every_holder_leads_to_what_a_refusal_costs(client: FlaskClient) -> None:
    """The files, with their lines."""
    found = re.search(r'href="([^"]*refuses=[^"#]+)#refusal"', client.get(f"{BASE}?to=EUPL-1.2").text)
    assert found
    text = client.get(found[1].replace("&amp;", "&")).text
    assert "must be rewritten or left out" in text and 'id="refusal"' in text
    assert "It is the smallest set" in text


def test_an_outcome_leads_to_its_files_and_they_to_their_chains(client: FlaskClient) -> None:
    """Every figure is a link to what it counts."""
    found = re.search(r'href="([^"]*outcome=(\w+))#files"', client.get(f"{BASE}?to=EUPL-1.2").text)
    assert found
    address = found[1].replace("&amp;", "&")
    assert "/why/" in client.get(address).text
    rows = json.loads(client.get(f"{address}&format=json").text)["rows"]
    assert {row["outcome"] for row in rows} == {found[2]}


def test_the_list_can_be_taken_along(client: FlaskClient) -> None:
    """As CSV and JSON, file by file, with rules and clauses."""
    rows = json.loads(client.get(f"{BASE}?to=EUPL-1.2&format=json").text)["rows"]
    assert {"path", "licence", "outcome", "consent_of", "clauses"} <= rows[0].keys()
    assert "consent_of" in client.get(f"{BASE}?to=EUPL-1.2&format=csv").text


def test_a_past_day_is_said_and_kept(client: FlaskClient) -> None:
    """By every link of the page."""
    text = client.get(f"{BASE}?to=EUPL-1.2&as_of=2019-03-01").text
    assert "You look at the past" in text
    assert "as_of=2019-03-01#files" in text.replace("&amp;", "&")


def test_before_papers_only_licences_answer(client: FlaskClient) -> None:
    """And the page says why nobody is named."""
    text = client.get("/en/r/2-x/relicence?to=GPL-3.0-only").text
    assert "The title is not assessed" in text


@pytest.mark.parametrize(
    "asked", ["to=GPLv3", "to=MIT&outcome=x", "to=MIT&refuses=%1b[31m", "to=MIT&as_of=x"]
)
def test_what_is_unknown_is_refused_in_words(client: FlaskClient, asked: str) -> None:
    """One sentence, no error of the server."""
    assert client.get(f"{BASE}?{asked}").status_code == 400


def test_title_licence_and_product_pages_lead_here(client: FlaskClient) -> None:
    """And a product answers for all of its repositories."""
    assert "/relicence" in client.get("/en/r/7-x/title").text
    repository = client.get("/en/r/7-demokommunernes-faellesskab-sagsvejen").text
    assert "sagsvejen/relicence" in repository
    assert 'href="/en/p/sagsvejen/relicence"' in client.get("/en/p/sagsvejen").text
    text = client.get("/en/p/sagsvejen/relicence?to=EUPL-1.2").text
    assert "Whose consent is needed" in text and "relicence?to=EUPL-1.2" in text
    assert json.loads(client.get("/en/p/sagsvejen/relicence?to=MIT&format=json").text)["rows"]


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_from_the_title_to_a_refusal_in_a_browser(browser: Browser, address: str, width: int) -> None:
    """Choose a licence, then somebody who refuses; nothing wider than the screen."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}/en/r/7-x/title")
    page.click('a[href$="/relicence"]')
    page.select_option("#to", "EUPL-1.2")
    page.click("form.filters button")
    page.click('a[href*="refuses="] >> nth=0')
    assert "must be rewritten or left out" in page.inner_text("main")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
