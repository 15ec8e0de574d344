# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The pages of title: the answer first, unknown said as plainly as known, each day kept by every link."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.web.pages.dates import Dates

_BASE = "/en/r/7-x"


def test_the_share_stands_first_with_its_day(client: FlaskClient) -> None:
    """In a sentence, before any figure."""
    text = client.get(f"{_BASE}/title").text
    assert re.search(r'class="font-lead answer">As of [^,]+, [\d.]+% of the lines', text)


def test_states_lead_to_files_and_files_to_their_chains(client: FlaskClient) -> None:
    """Every figure is a link to what it counts."""
    files = client.get(f"{_BASE}/title").text
    link = re.search(r'href="(/en/r/7-[^"]+/title/files\?state=documented&amp;kind=code)"', files)
    assert link is not None
    assert re.search(r'href="/en/r/7-[^"]+/why/', client.get(unescape(link[1])).text)


def test_a_chain_is_told_step_by_step_with_its_paper(client: FlaskClient) -> None:
    """Each with its day, and the evidence that holds the paper."""
    text = client.get(f"{_BASE}/why/src/Model/Sag.php?lines=1-3").text
    assert "assigned it to OS2" in text
    assert re.search(r'Paper: [^<]+, <a href="/en/e/\d+">', text)


def test_only_the_lines_asked_for_are_told(client: FlaskClient) -> None:
    """A run that holds none of them stays away."""
    assert (
        client.get(f"{_BASE}/why/src/Model/Sag.php?lines=1-3").text.count('<section aria-labelledby="L') == 1
    )


def test_where_no_paper_is_registered_no_zero_is_shown(client: FlaskClient) -> None:
    """What is missing is said instead."""
    for number in range(1, 12):
        text = client.get(f"/en/r/{number}-x/title").text
        if "The title is not assessed" in text:
            assert 'id="missing"' in text
            assert "Lines and files by state" not in text
            return
    pytest.fail("every repository of the demonstration has papers")


def test_a_past_day_is_unmistakable_and_kept_by_every_link(client: FlaskClient) -> None:
    """On the page of title, its links to files and to the plan."""
    text = client.get(f"{_BASE}/title?as_of=2019-03-01").text
    assert "You look at the past: as of 1 March 2019" in text
    own = re.findall(r'href="(/en/r/7-[^"]+/(?:title/files|plan)[^"]*)"', text)
    assert own
    assert all("as_of=2019-03-01" in one for one in own)


def test_before_anything_was_recorded_nothing_is_assessed(client: FlaskClient) -> None:
    """As known on a day before the register began."""
    assert "not assessed" in client.get(f"{_BASE}/title?known=2020-01-01").text


@pytest.mark.parametrize("wanted", ["as_of=2023-02-30", "known=2999-01-01", "as_of=yesterday"])
def test_a_day_that_is_none_is_refused(client: FlaskClient, wanted: str) -> None:
    """In a sentence, and so is one that lies ahead."""
    assert client.get(f"{_BASE}/title?{wanted}").status_code == 400


def test_today_adds_nothing_to_a_link(app: Flask) -> None:
    """Only what was asked for is kept."""
    with app.test_request_context("/en/"):
        day = date(2026, 11, 23)
        assert Dates(day, None, day).keep("/x") == "/x"
        assert Dates(day, date(2020, 1, 2), day).keep("/x?a=1") == "/x?a=1&known=2020-01-02"


def test_the_plan_lists_papers_with_exact_revisions(client: FlaskClient) -> None:
    """And its curve stands beside the table of the same figures."""
    text = client.get(f"{_BASE}/plan").text
    assert "swh:1:rev:" in text
    assert "<polyline" in text


@pytest.mark.parametrize("address", ["title", "title/files?state=claimed", "why/README.md", "plan"])
def test_every_list_can_be_taken_along(client: FlaskClient, address: str) -> None:
    """As CSV and as JSON."""
    sign = "&" if "?" in address else "?"
    for form, kind in (("csv", "text/csv"), ("json", "application/json")):
        assert client.get(f"{_BASE}/{address}{sign}format={form}").mimetype == kind


def test_no_address_of_anybody_is_shown(client: FlaskClient) -> None:
    """Whoever is known by an address alone stands by a name."""
    for page in ("title", "why/README.md", "plan", "plan?format=csv", "why/README.md?format=json"):
        assert not re.search(r"[\w.]+@[\w.]+\.example", client.get(f"{_BASE}/{page}").text)


def test_lines_bear_sign_word_holder_and_paper(client: FlaskClient) -> None:
    """Never colour alone: each run leads to its chain, and the bar above is the legend."""
    text = client.get(f"{_BASE}/file/src/Model/Sag.php").text
    assert 'id="states-title"' in text
    run = re.search(
        r'class="edge state-[a-z-]+-edge".*?class="held" href="([^"]+)">(.*?)</a>', text, re.DOTALL
    )
    assert run is not None
    assert "<svg" in run[2]
    assert re.search(r"</svg>\s*\w+.*: .*\(paper [\w-]+\)", run[2])
    assert client.get(run[1]).status_code == 200


def test_a_file_obeys_the_days_and_keeps_them(client: FlaskClient) -> None:
    """The past is said with the content that the lines are of, and every link to a chain keeps it."""
    text = client.get(f"{_BASE}/file/src/Model/Sag.php?as_of=2019-03-01").text
    assert "You look at the past: as of 1 March 2019" in text
    assert "The lines are those of the content read on" in text
    assert all("as_of=2019-03-01" in one for one in re.findall(r'class="held" href="([^"]+)"', text))


def test_a_file_is_not_coloured_before_anything_was_recorded(client: FlaskClient) -> None:
    """No colour where nothing is assessed; it is said instead."""
    text = client.get(f"{_BASE}/file/src/Model/Sag.php?known=2020-01-01").text
    assert "The title was not assessed then" in text
    assert 'class="held"' not in text


@pytest.mark.parametrize("address", ["/en/plan", "/en/p/sagsvejen/plan"])
def test_a_product_and_everything_have_a_plan(client: FlaskClient, address: str) -> None:
    """With its curve, its table and the most that as many papers could reach."""
    text = client.get(address).text
    assert '<polyline class="most"' in text
    assert "Most possible with as many papers" in text
    assert client.get(f"{address}?format=csv").mimetype == "text/csv"


def test_a_paper_is_told_with_its_kind_and_its_day(client: FlaskClient) -> None:
    """What it is, its id, and when it was signed."""
    text = client.get(f"{_BASE}/why/src/Model/Sag.php?lines=1-3").text
    assert re.search(r"Paper: [\w ]+ [\w-]+, signed \d+ \w+ \d{4}", text)


@pytest.mark.parametrize("name", ["facts", "answers"])
def test_the_schemas_are_served(client: FlaskClient, name: str) -> None:
    """Whoever writes a facts file, or reads answers, finds its JSON schema here."""
    answer = client.get(f"/en/schema/{name}.json")
    assert answer.mimetype == "application/schema+json"
    assert answer.get_json(force=True)["$schema"].startswith("https://json-schema.org/")


def test_every_figure_leads_to_the_lines_that_it_counts(client: FlaskClient) -> None:
    """By state, by holder, by break and by weak link: the files behind a figure hold as many lines as it says."""
    text = client.get(f"{_BASE}/title").text
    figures = re.findall(r'href="([^"]+/title/files\?[^"]+)">([\d,.]+)(?: lines?)?</a>', text)
    kinds = {re.search(r"\?(\w+)=", href).group(1) for href, _ in figures}  # type: ignore[union-attr]
    assert {"state", "holder", "break", "weak"} <= kinds
    for href, count in figures:
        files = client.get(f"{unescape(href)}&format=json").get_json()["rows"]
        assert sum(one["lines"] for one in files) == int(count.replace(",", "").replace(".", "")), href


def test_a_file_behind_a_figure_leads_to_its_own_lines_alone(client: FlaskClient) -> None:
    """The chains of a file that is reached from a figure are those of the lines that the figure counts."""
    files = client.get(f"{_BASE}/title/files?state=documented").text
    why = re.search(r'<a href="([^"]+/why/[^"]+state=documented[^"]*)"', files)
    assert why is not None
    text = client.get(unescape(why[1])).text
    assert "Only these are shown: documented." in text
    assert set(re.findall(r"</span>\s*lines? [\d a-z]+: ([a-z ]+)", text)) == {"documented"}


@pytest.mark.parametrize("wanted", ["state=x", "break=x", "weak=x"])
def test_what_the_register_has_no_word_for_is_refused(client: FlaskClient, wanted: str) -> None:
    """In a sentence, on the list of files and on that of lines."""
    for page in ("title/files", "why/README.md"):
        assert client.get(f"{_BASE}/{page}?{wanted}").status_code == 400


def test_a_chain_s_page_says_its_day_and_counts_its_lines(client: FlaskClient) -> None:
    """The answer stands first, with its day, and the lines by state."""
    text = client.get(f"{_BASE}/why/src/Model/Sag.php?as_of=2025-01-01").text
    assert re.search(r'class="font-lead answer">As of 1 January 2025: \d+ lines, by state: \d+ ', text)


def test_an_employment_leads_to_the_evidence_of_who_stated_it(client: FlaskClient) -> None:
    """A step without a paper names the set of facts that states it; so does the page for addresses and papers."""
    text = client.get("/en/r/6-x/why/src/main/java/dk/demo/borgerblik/model/Afgoerelse.java?lines=15-41").text
    stated = re.search(r'made it in employment.*?Stated in:\s+[^<]+, <a href="(/en/e/\d+)">', text, re.DOTALL)
    assert stated is not None
    assert "A file of facts" in client.get(stated[1]).text
    assert "which papers there are is stated in:" in text


def test_what_is_proven_and_what_is_not_stand_in_rows_of_their_own(client: FlaskClient) -> None:
    """A holder's documented lines are never one figure with those that are only likely."""
    text = client.get("/en/r/6-x/title").text
    rows = re.findall(r'href="[^"]+title/files\?holder=os2&amp;state=(\w+)"', text)
    assert rows == ["documented", "claimed"]


def test_a_row_of_the_plan_names_those_who_wrote_the_lines(client: FlaskClient) -> None:
    """An employer who is to confirm must know of whom."""
    text = client.get("/en/r/6-x/plan").text
    assert re.search(r"848 lines [^<]* by Nordlys Udgivelse", text)
