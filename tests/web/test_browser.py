# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The pages in a real browser: accessible, within the screen, without errors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from registry.web.assets import MODULES

pytestmark = pytest.mark.browser

AXE = MODULES / "axe-core" / "axe.min.js"
ADDRESSES = (
    "/",
    "/?licence=contradict",
    "/p/sagsvejen",
    "/p/os2mo",
    "/r/7-demokommunernes-faellesskab-sagsvejen",
    "/r/1-demokommunernes-faellesskab-tomt-rum",
    "/r/7-x/contributors",
    "/r/7-x/time",
    "/r/7-x/time?at=2021-01-01",
    "/r/7-x/time?from=2019-01-01",
    "/r/7-x/file/src/Model/Sag.php?at=2021-06-01",
    "/r/7-x/tree/",
    "/r/7-x/tree/src",
    "/r/7-x/files?reason=binary",
    "/r/7-x/file/README.md",
    "/r/4-x/file/README.md",
    "/r/3-x/file/kode/indberetning.py",
    "/c/3",
    "/d/nordlys-it.example",
    "/o/demokommunernes-faellesskab",
    "/e/1",
    "/harvests",
    "/log",
    "/log?about=repository/7",
    "/log/7",
    "/r/7-x/title",
    "/r/7-x/title?as_of=2019-03-01",
    "/r/7-x/title/files?state=documented",
    "/r/7-x/why/src/Model/Sag.php",
    "/r/7-x/plan",
    "/r/7-x/relicence",
    "/r/7-x/relicence?to=EUPL-1.2",
    "/p/sagsvejen/relicence?to=GPL-3.0-only",
    "/harvests/2",
    "/search?q=sag",
    "/search?q=findes-ikke",
    "/about",
    "/glossary",
    "/objection?about=/da/",
    "/privacy",
    "/accessibility",
    "/nowhere",
)


@pytest.fixture(params=[1280, 390], ids=["wide", "narrow"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a wide and of a narrow screen. The policy is lifted so that axe can be put in."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()


def _axe() -> str:
    if not AXE.is_file():
        pytest.fail(f"axe-core is missing in {AXE.parent}; run npm ci in {Path(AXE).parents[2]}")
    return AXE.read_text("utf-8")


@pytest.mark.parametrize("language", ["da", "en"])
def test_axe_finds_nothing_and_nothing_stands_outside_the_screen(
    address: str, page: Page, language: str
) -> None:
    """On every kind of page, on both screens, in both languages."""
    found: list[Any] = []
    script = _axe()
    for one in ADDRESSES:
        page.goto(f"{address}/{language}{one}")
        page.evaluate(script)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found += [(one, each["id"], each["nodes"][0]["html"][:200]) for each in result["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append((one, "wider than the screen", ""))
    assert found == []


def test_the_policy_refuses_nothing_of_ours(address: str, browser: Browser) -> None:
    """No message on the console, no file that is missing."""
    context = browser.new_context()
    page = context.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("requestfailed", lambda request: messages.append(request.url))
    for one in ("/da/", "/da/r/7-demokommunernes-faellesskab-sagsvejen/tree/", "/da/r/7-x/file/README.md"):
        page.goto(address + one, wait_until="networkidle")
    assert messages == []
    context.close()


def test_a_line_that_the_address_names_is_marked(address: str, browser: Browser) -> None:
    """By the style sheet alone, with script switched off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/r/7-x/file/src/Model/Sag.php#L12")
    locator = page.locator("#L12")
    assert page.locator("li:target").count() == 1
    assert locator.is_visible()
    context.close()


def test_a_range_that_the_address_names_is_marked(address: str, page: Page) -> None:
    """By a little script."""
    page.goto(f"{address}/en/r/7-x/file/src/Model/Sag.php#L12-L14")
    assert page.locator(".lines li.marked").count() == 3


def test_the_first_tab_leads_past_the_header(address: str, page: Page) -> None:
    """For those who use the keyboard alone."""
    page.goto(f"{address}/da/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main-content"
