# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The licences' pages and the answer cards, over the demonstration's story."""

from __future__ import annotations

import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser

from registry.licences.model import Conclusion, Detection, Light, Notice, Reason
from registry.licences.service import Kept
from registry.licences.terms.model import Use
from registry.licences.terms.reading import every_licence
from registry.web import language
from registry.web.pages.answer_card import applicable, card_page
from registry.web.pages.delivery import Material
from registry.web.pages.notices import Notices, notices
from registry.web.pages.terms_questions import asked_use
from tests.licences.builders import concluded, text_of
from tests.web.samples import PERMITTED, UNLICENSED, WHEN, repository

CASE = "/en/r/7-demokommunernes-faellesskab-sagsvejen/terms"
CLASHING = "/en/r/6-demokommunernes-faellesskab-borgerblik/terms"
UNLICENSED_CARD = "/en/r/4-demokommunernes-faellesskab-tilsynsmappen/terms"
NAMED = "/en/r/10-demokommunernes-faellesskab-gebyrregner/terms"
EMPTY = "/en/r/1-demokommunernes-faellesskab-tomt-rum/terms"


def test_the_list_names_every_licence_with_terms(client: FlaskClient) -> None:
    """In both languages, as CSV and JSON, too."""
    text = client.get("/da/licences").text
    assert all(f'href="/da/l/{identifier}"' in text for identifier in every_licence())
    assert len(json.loads(client.get("/en/licences?format=json").text)["rows"]) == len(every_licence())


@pytest.mark.parametrize("code", ["da", "en"])
@pytest.mark.parametrize("identifier", sorted(every_licence()))
def test_every_licence_has_a_page_in_both_languages(client: FlaskClient, identifier: str, code: str) -> None:
    """With the three columns and the clauses."""
    for use in Use:
        text = client.get(f"/{code}/l/{identifier}?use={use.value}").text
        headings = (
            ("Du må", "Du skal", "Du må ikke") if code == "da" else ("You may", "You must", "You must not")
        )
        assert all(f"<span>{heading}</span>" in text for heading in headings)


def test_a_licence_tells_what_hosting_takes(client: FlaskClient) -> None:
    """EUPL reaches it, and the clause stands beside the sentence."""
    text = client.get("/en/l/EUPL-1.2?use=host").text
    assert "also where the work is unchanged" in text
    assert "art. 1 (Distribution and Communication)" in text


def test_another_spelling_leads_to_the_identifier(client: FlaskClient) -> None:
    """The use goes along."""
    response = client.get("/da/l/gpl-3.0?use=host")
    assert (response.status_code, response.headers["Location"]) == (301, "/da/l/GPL-3.0-only?use=host")


def test_a_licence_without_terms_needs_a_person(client: FlaskClient) -> None:
    """Not found, in a sentence that says what to do."""
    response = client.get("/en/l/WTFPL")
    assert response.status_code == 404
    assert "a person must read its text" in response.text


def test_an_unknown_use_is_refused_in_words(client: FlaskClient) -> None:
    """With the choices."""
    response = client.get("/en/l/MIT?use=%3Cscript%3E")
    assert response.status_code == 400
    assert "host" in response.text and "<script>" not in response.text.split("<main")[1].split("</main")[0]


def test_combinations_name_their_source_and_day(client: FlaskClient) -> None:
    """And unknown stays unknown."""
    text = client.get("/en/l/EUPL-1.2").text
    assert "OSADL&#39;s compatibility matrix (CC-BY-4.0)" in text and "2024-05-21" in text
    assert "Unknown means neither yes nor no" in text


def test_no_licence_tells_what_the_statute_permits(client: FlaskClient) -> None:
    """And that one must ask."""
    text = client.get("/en/l/NONE").text
    assert "Copyright Act s. 36" in text
    assert "You must have permission from the right holder" in text


def test_a_card_asks_before_it_answers(client: FlaskClient) -> None:
    """Three questions, and the uses as links."""
    text = client.get(CASE).text
    assert text.count('<select class="form-select"') == 3
    assert 'id="answer"' not in text


def test_a_card_answers_for_one_change(client: FlaskClient) -> None:
    """Licence, commit, title, notices, whom to ask, no fee, no advice."""
    text = client.get(f"{CASE}?use=host").text
    assert "stands under MPL-2.0" in text
    assert "Holds for exactly this change" in text
    assert "Title behind the licence" in text
    assert "Copyright (c) 2013-2019 Nordlys IT ApS" in text
    assert "Produktkoordinator" in text
    assert "no annual licence fee" in text
    assert "Information, not legal advice" in text


def test_answers_lead_to_the_use(client: FlaskClient) -> None:
    """Somebody who gives copies passes it on."""
    text = client.get(f"{CASE}?what=software&changed=yes&receiver=copy").text
    assert '<h2 id="answer">Pass it on</h2>' in text
    assert "Say where the source code of demokommunernes-faellesskab/sagsvejen" in text


def test_contradictions_are_said_first(client: FlaskClient) -> None:
    """And no terms are shown, because none is concluded."""
    text = client.get(f"{CLASHING}?use=host").text
    assert "needs a person" in text
    assert text.index("contradict each other") < text.index('id="answer"')
    assert "<span>You may</span>" not in text


def test_a_card_says_that_the_text_is_not_in_the_repository(client: FlaskClient) -> None:
    """Whoever passes it on must give the text along, and is told where it stands."""
    assert "The repository does not hold it." in client.get(f"{NAMED}?use=distribute").text
    assert "The repository does not hold it." not in client.get(f"{CASE}?use=distribute").text


def test_a_contradiction_says_which_place_names_which_licence(client: FlaskClient) -> None:
    """A reader need not look for each place in the list."""
    text = " ".join(client.get(f"{CLASHING}?use=host").text.split())
    found = re.findall(
        r'<strong class="expression">([^<]+)</strong> stands in <a href="[^"]+">([^<]+)</a>', text
    )
    assert len(dict(found)) > 1


def test_a_repository_without_a_licence_gets_the_statute(client: FlaskClient) -> None:
    """Nobody has permission beyond it."""
    text = client.get(f"{UNLICENSED_CARD}?use=host").text
    assert "has no licence" in text
    assert "You must not run the program for others" in text
    assert "A line that names the work" not in text


def test_a_repository_that_was_not_read_is_not_answered_for(client: FlaskClient) -> None:
    """Nobody has looked; nothing is guessed."""
    text = client.get(f"{EMPTY}?use=use").text
    assert "has not been looked at" in text


def test_a_card_can_be_taken_along(client: FlaskClient) -> None:
    """JSON for the one use with clauses; CSV of the notices."""
    body = json.loads(client.get(f"{CASE}?use=host&format=json").text)
    assert body["concluded"] == "MPL-2.0" and len(body["commit"]) == 40
    assert list(body["terms"]["alternatives"][0]["licences"][0]["uses"]) == ["host"]
    assert "Nordlys IT ApS" in client.get(f"{CASE}?use=host&format=csv").text


def test_a_product_leads_to_the_cards_of_its_repositories(client: FlaskClient) -> None:
    """The chosen use goes along."""
    response = client.get("/en/p/sagsvejen/terms?use=host", follow_redirects=True)
    assert response.status_code == 200
    assert "sagsvejen/terms?use=host" in response.text or 'id="answer"' in response.text


def test_the_title_behind_the_licence_is_said_with_its_day(client: FlaskClient) -> None:
    """Shares and holders where papers are registered; else that nobody has assessed it."""
    assessed = client.get(f"{CASE}?use=host").text
    assert "are documented as OS2&#39;s" in assessed and "By the papers most lines lead" in assessed
    assert "Not assessed" in client.get("/en/r/2-x/terms?use=host").text
    assert json.loads(client.get("/en/r/2-x/terms?format=json").text)["title"] == {"assessed": False}


def test_a_card_says_where_the_text_of_the_licence_stands(client: FlaskClient) -> None:
    """So that it can be copied along."""
    text = client.get(f"{CASE}?use=distribute").text
    assert "Text of the licence" in text and "sagsvejen/file/LICENSE" in text


def test_an_unknown_repository_is_not_found(client: FlaskClient) -> None:
    """By number and by form."""
    assert client.get("/en/r/999999/terms").status_code == 404
    assert client.get("/en/r/x/terms").status_code == 404


def test_documentation_has_its_own_licence() -> None:
    """Taking over the manual follows the manual's licence."""
    concluded = Conclusion("MPL-2.0", Light.GREEN, Reason.AGREE, documentation="CC-BY-SA-4.0")
    manual, program = applicable(concluded, Use.DOCUMENTATION), applicable(concluded, Use.HOST)
    assert manual and program
    assert (manual.expression, program.expression) == ("CC-BY-SA-4.0", "MPL-2.0")


def test_only_a_repository_without_any_licence_falls_to_the_statute() -> None:
    """A contradiction is no absence."""
    statute = applicable(UNLICENSED, Use.HOST)
    assert statute and statute.expression == "NONE"
    assert applicable(Conclusion(None, Light.RED, Reason.CONTRADICT), Use.HOST) is None
    assert applicable(None, Use.HOST) is None


def test_a_use_named_in_the_address_comes_before_answers() -> None:
    """And without either there is none."""
    assert asked_use({"use": "link", "receiver": "copy"}) is Use.LINK
    assert asked_use({}) is None


def test_a_card_without_contact_names_the_secretariat(app: Flask) -> None:
    """Never a person."""
    with app.test_request_context("/en/"):
        language.speak("en")
        card = card_page(Material(repository(), [], None, Notices()), Use.HOST, {})
    assert card.contacts == ()
    assert card.needs_person


def test_a_source_offer_names_the_public_address(app: Flask) -> None:
    """Where the register has seen one, with the change."""
    kept = Kept(PERMITTED, "a" * 40, WHEN)
    with app.test_request_context("/en/"):
        language.speak("en")
        card = card_page(Material(repository(), [], kept, Notices()), Use.DISTRIBUTE, {})
    assert (
        f"is available at https://github.example/example/one (change {'a' * 40})"
        in card.delivery.source_offer
    )


def test_notices_alike_are_one_and_hostile_ones_are_masked(app: Flask) -> None:
    """The own apart from those of third-party components; a publiccode.yml is a claim and no notice."""
    line = Notice(
        b"a.py", 1, "Alma <alma@example.org>\x1b[2J", (2020,), "Copyright 2020 Alma <alma@example.org>\x1b[2J"
    )
    found = {
        path: Detection(notices=(Notice(path, 1, line.holder, line.years, line.text),))
        for path in (b"a.py", b"b.py", b"vendor/c.js", b"publiccode.yml")
    }
    with app.test_request_context("/en/"):
        language.speak("en")
        rows = notices(found, frozenset({b"vendor/c.js"}), "/en/r/1-x")
    assert [(row.place, row.places) for row in rows.own] == [("a.py:1", 2)]
    assert [row.place for row in rows.foreign] == ["vendor/c.js:1"]
    assert "alma@" not in rows.own[0].text and "\x1b" not in rows.own[0].text


def test_what_is_permitted_is_told_whole(client: FlaskClient) -> None:
    """The sample's licence is one that the register has terms for."""
    assert PERMITTED.concluded in every_licence()
    assert client.get(f"/en/l/{PERMITTED.concluded}").status_code == 200


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_three_clicks_from_the_overview_to_a_card(browser: Browser, address: str, width: int) -> None:
    """Overview, repository, card, answer; nothing wider than the screen."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}/en/")
    page.click('a[href$="/r/7-demokommunernes-faellesskab-sagsvejen"] >> nth=0')
    page.click('a[href$="/terms"] >> nth=0')
    page.click('a[href$="?use=host"] >> nth=0')
    assert page.inner_text("#answer") == "Run it for others (hosting)"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


@pytest.mark.browser
def test_a_printed_card_holds_the_answer_and_no_forms(browser: Browser, address: str) -> None:
    """With the address and the day at its foot, and what no page may lack."""
    page = browser.new_page(viewport={"width": 794, "height": 1100})
    page.goto(f"{address}/da{CASE.removeprefix('/en')}?use=host")
    page.emulate_media(media="print")
    assert page.locator("form:visible").count() == 0
    printed = page.inner_text("body")
    assert "Udskrevet fra" in printed and "terms?use=host" in printed
    assert "Der er ingen årlig licensafgift" in printed
    assert "Information, ikke juridisk rådgivning" in printed
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()


def test_a_card_leads_to_one_text_for_the_delivery(client: FlaskClient) -> None:
    """Notices, source and licence texts of exactly this version."""
    assert "sagsvejen/delivery.txt" in client.get(f"{CASE}?use=host").text
    text = client.get(CASE.replace("/terms", "/delivery.txt")).text
    assert "Copyright (c) 2013-2019 Nordlys IT ApS" in text and "Mozilla Public License Version 2.0" in text


def test_a_card_answers_first(client: FlaskClient) -> None:
    """Whether one may host it stands in the first sentence, before the licence's name."""
    lead = re.search(
        r'class="font-lead answer">(.*?)</p>', client.get("/da/r/7-x/terms?use=host").text, re.DOTALL
    )
    assert lead is not None
    assert lead[1].startswith("Drive det for andre: Du må drive programmet for andre over nettet")


def test_a_product_leads_to_hosting_in_one_click(client: FlaskClient) -> None:
    """The question that suppliers come with stands on the product's page."""
    assert 'href="/da/p/sagsvejen/terms?use=host"' in client.get("/da/p/sagsvejen").text


def test_a_bought_part_is_said_with_the_answer(app: Flask) -> None:
    """“You may host it” is no whole answer where parts of the repository are bought or closed."""
    kept = Kept(Conclusion("MPL-2.0", Light.YELLOW, Reason.BOUGHT_PART), "a" * 40, WHEN)
    with app.test_request_context("/en/"):
        language.speak("en")
        page = card_page(Material(repository(), (), kept, Notices()), Use.HOST, {})
    assert "You may" in page.frame.answer
    assert "But: The sources agree, but parts of the repository are bought or closed." in page.frame.answer


def test_who_wrote_a_licence_holds_nothing_under_it() -> None:
    """The notice of the GPL's own text is none of the work; the signs of a comment are none of a notice."""
    fsf = "Free Software Foundation, Inc."
    text = Notice(b"lib/LICENSE", 1, fsf, (2007,), f"Copyright (C) 2007 {fsf}")
    head = Notice(b"src/a.py", 1, "Alma Eng", (2020,), "# Copyright 2020 Alma Eng")
    found = {one.path: Detection((), (one,)) for one in (text, head)}
    assert [row.text for row in notices(found, frozenset(), "").own] == ["Copyright 2020 Alma Eng"]


def test_a_folder_with_a_licence_of_its_own_is_excepted_in_the_answer(app: Flask) -> None:
    """The card answers for the whole, says what it does not reach, and where that stands."""
    tree = {"LICENSE": text_of("MPL-2.0"), "a.py": "a = 1\n", "part/LICENSE": text_of("GPL-2.0-only")}
    kept = Kept(concluded(tree), "a" * 40, WHEN)
    with app.test_request_context("/en/"):
        language.speak("en")
        page = card_page(Material(repository(), (), kept, Notices()), Use.HOST, {})
    assert "Except for 1 folder that has a licence of its own" in page.frame.answer
    (part,) = page.delivery.apart
    assert (part.expression, part.place) == ("GPL-2.0-only", "part/LICENSE")
    assert part.href.endswith("/file/part/LICENSE#L1")


def test_a_file_whose_head_names_another_licence_is_excepted_in_the_answer(app: Flask) -> None:
    """A copied file keeps its terms, and its writer is none of the holders of the whole."""
    head = "# Licensed under the Apache License, Version 2.0\n"
    tree = {"LICENSE": text_of("MPL-2.0"), "a.py": "a = 1\n", "copied.py": head}
    kept = Kept(concluded(tree), "a" * 40, WHEN)
    with app.test_request_context("/en/"):
        language.speak("en")
        page = card_page(Material(repository(), (), kept, Notices()), Use.HOST, {})
    assert "Except for 1 file whose head names another licence" in page.frame.answer
    assert [(one.expression, one.place) for one in page.delivery.apart] == [("Apache-2.0", "copied.py")]


def test_a_line_that_names_the_work_names_each_holder_once(app: Flask) -> None:
    """With or without an address behind the name."""
    lines = ("Kage ApS <https://kage.example>", "Kage ApS, http://kage.example.", "Kage ApS", "Te ApS")
    found = {
        b"%d.py" % n: Detection((), (Notice(b"%d.py" % n, 1, one, (2020 + n,), f"Copyright {one}"),))
        for n, one in enumerate(lines)
    }
    kept = Kept(concluded({"LICENSE": text_of("MPL-2.0")}), "a" * 40, WHEN)
    with app.test_request_context("/en/"):
        language.speak("en")
        material = Material(repository(), (), kept, notices(found, frozenset(), ""))
        page = card_page(material, Use.HOST, {})
    assert ". Kage ApS, Te ApS. MPL-2.0" in page.delivery.attribution
