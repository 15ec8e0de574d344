# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""The API tells what the services tell, and proves what it says can be proved."""

from __future__ import annotations

from hashlib import sha256

from flask.testing import FlaskClient

from registry.custody.model import RepositoryId
from registry.evidence.checkpoint import open_checkpoint
from registry.evidence.merkle import includes, leaf_hash
from registry.evidence.note import parse_verifier
from registry.pipeline.public import RAW_MASK
from registry.pipeline.register import Register
from registry.pipeline.runs import why
from registry.provenance import service as provenance
from tests.api.calling import NAME, REPOSITORY, ROOT
from tests.running import run


def test_shares_are_those_of_the_command_line(client: FlaskClient, story: Register) -> None:
    """Of lines, of files, and of each kind of work."""
    told = client.get(f"{ROOT}/repositories/{REPOSITORY}/ownership").json
    said = run(story.settings.data, "ownership", NAME, "--json").json
    assert told
    assert told["lines"] == said["lines"]
    assert told["files"] == said["files"]
    assert told["by_work_type"] == said["by_work_type"]
    assert [[one["id"] for one in each["holders"]] for each in told["by_party"]] == [
        each["holders"] for each in said["by_party"]
    ]


def test_a_past_day_is_answered_as_of_that_day(client: FlaskClient) -> None:
    """By the acts of then, and by what was recorded then."""
    asked = f"{ROOT}/repositories/{REPOSITORY}/ownership"
    now, then, unknown = (
        client.get(f"{asked}?{query}").json for query in ("", "as_of=2015-01-01", "known=2001-01-01")
    )
    assert now and then and unknown
    assert then["as_of"] == "2015-01-01"
    assert then["lines"]["all"]["claimable"] < now["lines"]["all"]["claimable"]
    assert then["commit"] != now["commit"]  # it is about the lines that stood there then
    assert (unknown["assessed"], unknown["lines"], unknown["by_party"]) == (False, None, None)


def test_the_runs_of_a_file_are_those_of_the_engine(client: FlaskClient, story: Register) -> None:
    """Each with its state, its chain and the papers that would mend it."""
    told = client.get(f"{ROOT}/repositories/{REPOSITORY}/ownership/lines?path=README.md&limit=500").json
    with story.sessions() as session:
        runs = why(session, REPOSITORY, "README.md")
    assert told
    assert [(one["first"], one["last"], one["commit"]) for one in told["items"]] == [
        (one.first, one.last, one.commit) for one in runs
    ]
    for one, run_ in zip(told["items"], runs, strict=True):
        assert run_.answer
        found = one["determination"]
        assert found["state"] == run_.answer.state
        assert [link["rule"] for link in found["links"]] == [link.rule for link in run_.answer.links]
        assert all(link["why"] for link in found["links"])
        assert [cure["paper"] for cure in found["cures"]] == [cure.paper for cure in run_.answer.cures]


def test_lines_of_a_file_are_told_apart_by_who_wrote_them(client: FlaskClient) -> None:
    """Every line once."""
    told = client.get(f"{ROOT}/repositories/{REPOSITORY}/lines?path=README.md&limit=500").json
    assert told
    lines = [line for one in told["items"] for line in range(one["first"], one["last"] + 1)]
    assert lines == list(range(1, told["file"]["lines"] + 1))


def test_an_entry_is_proved_by_what_the_api_hands_out_alone(client: FlaskClient) -> None:
    """Leaf, path, root, signature."""
    entry = client.get(f"{ROOT}/log/7").json
    signed = client.get(f"{ROOT}/log/checkpoint").json
    assert entry and signed
    proof, leaf = entry["proof"], entry["leaf"].encode()
    assert leaf_hash(leaf).hex() == entry["leaf_hash"]
    path = [bytes.fromhex(one) for one in proof["path"]]
    root = bytes.fromhex(proof["root"])
    assert includes(leaf_hash(leaf), proof["index"], proof["size"], path, root)
    checkpoint = open_checkpoint(signed["note"].encode(), [parse_verifier(signed["public_key"])])
    assert (checkpoint.root, checkpoint.size) == (root, proof["size"])


def test_the_bytes_of_evidence_have_the_digest_that_is_told(client: FlaskClient) -> None:
    """Where nothing in them was masked."""
    kept = 0
    for number in range(1, 30):
        seen = client.get(f"{ROOT}/observations/{number}").json
        if seen and seen.get("bytes_address"):
            body = client.get(seen["bytes_address"]).data
            same = sha256(body).hexdigest() == seen["sha256"]
            assert same or RAW_MASK in body
            kept += same
    assert kept > 5


def test_spdx_is_the_document_of_the_pages(client: FlaskClient) -> None:
    """Byte for byte."""
    page = client.get(f"/da/r/{REPOSITORY}-{NAME.replace('/', '-')}/spdx.json").data
    assert client.get(f"{ROOT}/repositories/{REPOSITORY}/spdx.json").data == page


def test_the_way_of_a_combination_matters(client: FlaskClient) -> None:
    """MIT goes into GPL, and GPL does not go into MIT."""
    asked = f"{ROOT}/combinations"
    into = client.get(f"{asked}?inbound=MIT&outbound=GPL-3.0-only").json
    back = client.get(f"{asked}?inbound=GPL-3.0-only&outbound=MIT").json
    assert into and back
    assert (into["answer"], back["answer"]) == ("yes", "no")


def test_terms_are_told_for_one_use(client: FlaskClient) -> None:
    """Each sentence with its clause."""
    told = client.get(f"{ROOT}/licences/mpl-2.0?use=host").json
    assert told
    uses = told["alternatives"][0]["licences"][0]["uses"]
    assert list(uses) == ["host"]
    assert all(one["clauses"] for column in uses["host"].values() for one in column)
    assert client.get(f"{ROOT}/terms?expression=GPLv3").status_code == 404
    assert client.get(f"{ROOT}/licences/Sleepycat").status_code == 404


def test_repositories_are_found_by_what_is_asked(client: FlaskClient) -> None:
    """By name in any case, and by light."""
    found = client.get(f"{ROOT}/repositories?name={NAME.upper()}").json
    assert found
    assert [one["id"] for one in found["items"]] == [REPOSITORY]
    red = client.get(f"{ROOT}/repositories?licence=red").json
    assert red
    assert red["items"] and {one["licence"]["light"] for one in red["items"]} == {"red"}


def test_an_empty_register_has_an_api(empty: FlaskClient) -> None:
    """With nothing in its lists, and without a checkpoint."""
    assert empty.get(f"{ROOT}/repositories").json == {"items": [], "next": None}
    assert empty.get(f"{ROOT}/parties").json == {"items": [], "next": None}
    assert empty.get(f"{ROOT}/log/checkpoint").status_code == 404


def test_a_repository_in_the_list_is_the_repository_itself(client: FlaskClient) -> None:
    """Whatever the list tells of one, the one tells too: the documentation's licence as well."""
    every = client.get(f"{ROOT}/repositories?limit=500").json
    whole = client.get(f"{ROOT}/repositories/{REPOSITORY}").json
    assert every and whole
    (listed,) = (one for one in every["items"] if one["id"] == REPOSITORY)
    assert listed == {name: whole[name] for name in listed}
    assert whole["licence"]["documentation"] is not None


def test_another_licence_takes_what_the_command_line_says(client: FlaskClient, story: Register) -> None:
    """The same sums, the same consents, the same files with what becomes of each."""
    told = client.get(f"{ROOT}/repositories/{REPOSITORY}/relicensing?to=EUPL-1.2&limit=500").json
    said = run(story.settings.data, "relicense", NAME, "--to", "EUPL-1.2", "--json").json
    assert told
    assert {one["outcome"]: [one["files"], one["lines"]] for one in told["sums"]} == {
        name: [one["files"], one["lines"]] for name, one in said["outcomes"].items()
    }
    assert told["consent_of"] == said["consent_of"]
    assert [(one["path"], one["outcome"], one["lines"]) for one in told["items"]] == [
        (one["path"], one["outcome"], one["lines"]) for one in said["files"]
    ]
    assert {rule for one in told["items"] for rule in one["rules"]} == {one["id"] for one in told["rules"]}


def test_the_last_month_of_growth_is_the_present(client: FlaskClient, story: Register) -> None:
    """As many lines as were read last, every one of them written by somebody or told as not attributable."""
    told = client.get(f"{ROOT}/repositories/{REPOSITORY}/growth?limit=500").json
    assert told
    with story.sessions() as session:
        read = provenance.snapshot(session, REPOSITORY)
        wrote = {one.author.id: one.total for one in provenance.shares(session, RepositoryId(REPOSITORY))}
    last = told["items"][-1]
    assert read
    assert told["commit"] == read.commit
    assert {one["contributor"] for one in last["written"]} <= set(wrote)
    assert last["lines"] == last["lines_not_attributable"] + sum(one["lines"] for one in last["written"])


def test_a_harvest_tells_what_it_found_of_each_repository(client: FlaskClient) -> None:
    """The runs lead to their results, and each result to a repository that is there."""
    runs = client.get(f"{ROOT}/harvests").json
    assert runs and runs["items"]
    found = client.get(f"{runs['items'][-1]['results_address']}?limit=500").json
    assert found and found["items"]
    numbers = {one["repository"] for one in found["items"] if one["repository"]}
    assert REPOSITORY in numbers
    assert client.get(f"{ROOT}/harvests/999999/results").status_code == 404
