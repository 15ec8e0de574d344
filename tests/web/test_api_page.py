# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The page for programmers: complete, and every example on it runs as it stands."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from urllib.request import Request, urlopen

import pytest
from flask.testing import FlaskClient

from tests.api.calling import described, operations

_EXAMPLE = re.compile(r'<pre class="beginning"[^>]*aria-labelledby="example-(\w+)">(.*?)</pre>', re.DOTALL)
_LINK = re.compile(r'<a href="(/api/v1/[^"]+)">')


def _examples(address: str) -> dict[str, str]:
    with urlopen(Request(f"{address}/en/api")) as answer:
        text = answer.read().decode()
    return {name: html.unescape(found) for name, found in _EXAMPLE.findall(text)}


@pytest.mark.parametrize("name", ["list", "english", "past", "again", "spdx"])
def test_an_example_for_curl_runs(address: str, tmp_path: object, name: str) -> None:
    """Copied as it stands."""
    command = _examples(address)[name].replace("curl -s", "curl -sS --fail")
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False, cwd=str(tmp_path)
    )
    assert done.returncode == 0, done.stderr
    assert "problem" not in done.stdout


def test_the_example_for_python_runs(address: str) -> None:
    """It lists every repository, part by part."""
    program = _examples(address)["python"].replace("limit=100", "limit=2")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "demokommunernes-faellesskab/sagsvejen\tMPL-2.0\n" in done.stdout


def test_an_unchanged_answer_is_304_for_curl(address: str, tmp_path: object) -> None:
    """The second time."""
    command = _examples(address)["again"]
    said = [
        subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=str(tmp_path))
        for _ in range(2)
    ]
    assert [one.stdout.strip() for one in said] == ["200", "304"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_address_stands_on_the_page(client: FlaskClient, language: str) -> None:
    """And every failure, at the place to which a problem's type leads."""
    text = html.unescape(client.get(f"/{language}/api").text)
    shown = {one.partition("?")[0] for one in re.findall(r"<code>([^<]+)</code>", text)}
    for path, operation in operations(described(client)):
        assert path.replace("{document}", "spdx.json") in shown, path
        for status in operation["responses"]:
            assert status in {"200", "304"} or f'id="problem-{status}"' in text


@pytest.mark.parametrize(
    "page",
    [
        "/da/p/sagsvejen", "/da/p/sagsvejen/terms", "/da/r/7-demokommunernes-faellesskab-sagsvejen", "/da/l/MPL-2.0",
        "/da/r/7-demokommunernes-faellesskab-sagsvejen/terms", "/da/r/7-demokommunernes-faellesskab-sagsvejen/title",
        "/da/r/7-demokommunernes-faellesskab-sagsvejen/title?as_of=2015-01-01",
        "/da/r/7-demokommunernes-faellesskab-sagsvejen/title/files?state=claimed",
        "/da/r/7-demokommunernes-faellesskab-sagsvejen/why/README.md?lines=2-3",
        "/da/r/7-demokommunernes-faellesskab-sagsvejen/plan",
    ],
)  # fmt: skip
def test_a_page_leads_to_the_same_for_programs(client: FlaskClient, page: str) -> None:
    """In one click, with the days that the page is about."""
    text = client.get(page, follow_redirects=True).text
    found = _LINK.search(text)
    assert found, page
    answer = client.get(html.unescape(found[1]))
    assert answer.status_code == 200
    assert answer.json
    assert answer.json.get("as_of") in {None, "2015-01-01"} or "2015" not in page


def test_the_page_is_whole_before_anything_was_harvested(empty: FlaskClient) -> None:
    """There are no badges to show yet."""
    assert "/badge/{owner}/{name}/title.svg" in empty.get("/en/api").text
    assert "<img" not in empty.get("/en/api").text
