# SPDX-FileCopyrightText: 2026 OS2 - Offentligt digitaliseringsfællesskab
# SPDX-License-Identifier: MPL-2.0
"""Facts in the register: sets, documents, what was known when, and the way back to a file."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from registry.agreements.model import Document
from registry.errors import BadInputError, NotFoundError, RefusedError
from registry.evidence.service import verify
from registry.ownership.reading.mistakes import FactsError
from registry.parties import service as parties
from registry.pipeline.documents import Paper
from registry.pipeline.evidence import verified
from registry.pipeline.facts import documents_in, facts_known, import_facts
from registry.pipeline.facts_file import export_facts
from registry.pipeline.register import Register
from tests.pipeline.stating import FACTS, HEAD, PAPER, PEOPLE, at, sight, written
from tests.running import register, run

PDF = Paper("gave", "gave.pdf", b"Havnen faar koden")


@pytest.fixture
def havn(tmp_path: Path) -> Iterator[Register]:
    """A register in which GitHub has shown havn/kaj."""
    with register(tmp_path / "data") as opened:
        sight(opened, "havn/kaj", 1, "2020-01-01")
        yield opened


def test_an_import_binds_its_papers_to_repositories(havn: Register) -> None:
    """A paper names OWNER/NAME and is kept with the register's own id."""
    import_facts(havn, FACTS)
    with havn.sessions() as session:
        assert facts_known(session).agreements[0].covers.repositories == frozenset({"1"})


def test_the_same_file_twice_changes_nothing(havn: Register) -> None:
    """The second import of a file records no event."""
    import_facts(havn, FACTS, [PDF])
    assert import_facts(havn, FACTS, [PDF]).position is None


def test_an_import_closes_what_its_set_says_no_longer(havn: Register) -> None:
    """A fact that is gone from the file is closed, and was known until then."""
    first = import_facts(at(havn, "2025-01-01"), FACTS)
    second = import_facts(at(havn, "2025-02-01"), HEAD % b"proeve" + PEOPLE)
    assert (first.added, second.added, second.closed) == (7, 0, 1)
    with havn.sessions() as session:
        assert not facts_known(session).agreements
        assert len(facts_known(session, parties.position_on(session, date(2025, 1, 31))).agreements) == 1


def test_an_import_leaves_other_sets_alone(havn: Register) -> None:
    """What another set says holds, also when a set shrinks."""
    import_facts(havn, FACTS)
    import_facts(havn, HEAD % b"anden")
    with havn.sessions() as session:
        assert len(facts_known(session).agreements) == 1


def test_what_two_sets_say_holds_until_both_are_silent(havn: Register) -> None:
    """A fact said twice is one fact, and one of the two may fall silent."""
    import_facts(havn, FACTS)
    import_facts(havn, FACTS.replace(b"proeve", b"anden"))
    import_facts(havn, HEAD % b"proeve")
    with havn.sessions() as session:
        assert [one.id for one in facts_known(session).agreements] == ["gave"]


def test_two_sets_that_disagree_are_refused_with_both_places(havn: Register) -> None:
    """A paper that two sets date differently is refused, and both lines are named."""
    import_facts(havn, FACTS)
    with pytest.raises(RefusedError, match=r"line 13 of the set anden and line 13 of the set proeve .* gave"):
        import_facts(havn, FACTS.replace(b"proeve", b"anden").replace(b"2012-01-01", b"2013-01-01"))


def test_one_address_of_two_persons_is_refused_across_sets(havn: Register) -> None:
    """An address that one set confirms for Alma cannot be confirmed for Bo by another."""
    import_facts(havn, FACTS)
    other = HEAD % b"anden" + b"identities:\n  - {email: alma@example.org, person: bo, basis: confirmed}\n"
    with pytest.raises(RefusedError, match=r"line 9 of the set anden and line 11 of the set proeve"):
        import_facts(havn, other)


def test_an_engagement_of_two_kinds_is_refused_across_sets(havn: Register) -> None:
    """One person at one party on one day is of one kind, whichever sets say so."""
    import_facts(havn, FACTS)
    other = (
        b"engagements:\n  - {person: alma, party: kaj, kind: student, from: 2011-01-01, basis: confirmed}\n"
    )
    with pytest.raises(RefusedError, match="contradict each other: expected one kind"):
        import_facts(havn, HEAD % b"anden" + other)


def test_a_party_may_be_stated_in_part(havn: Register) -> None:
    """A set may leave out what another says of a party; together they say all of it."""
    import_facts(havn, FACTS)
    import_facts(
        havn, b"set: anden\nasks: {party: havn}\nparties:\n  havn: {kind: association, ended: 2030-01-01}\n"
    )
    with havn.sessions() as session:
        told = facts_known(session).parties["havn"]
        assert (told.name, told.ended) == ("Havnens Forening", date(2030, 1, 1))


def test_an_id_is_of_a_party_or_of_a_paper(havn: Register) -> None:
    """Ids are one namespace, across sets too."""
    import_facts(havn, FACTS)
    other = b"set: anden\nasks: {party: havn}\nparties:\n  havn: {kind: association}\n  gave: {kind: other}\n"
    with pytest.raises(RefusedError, match="gave"):
        import_facts(havn, other)


def test_a_register_asks_about_one_party(havn: Register) -> None:
    """A set that asks about another party is refused."""
    import_facts(havn, FACTS)
    with pytest.raises(BadInputError, match="asks about one party"):
        import_facts(havn, (HEAD % b"anden").replace(b"party: havn}", b"party: kaj}"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (FACTS.replace(b"set: proeve\n", b""), "set"),
        (FACTS.replace(b"set: proeve", b'set: "a\\u202eb"'), "plain characters"),
        (FACTS + b"contributions: []\n" + b"expect: {}\n", ""),
        (
            FACTS
            + b"contributions:\n  - {id: c, repository: r, path: a, work_type: program, authors: [], date: 2020-01-01, lines: 1}\n",
            "comes from the harvest",
        ),
    ],
)
def test_what_is_no_set_of_facts_is_refused(havn: Register, data: bytes, said: str) -> None:
    """A file needs the name of its set and brings no contributions; an empty list of them is none."""
    if not said:
        assert import_facts(havn, data).added
        return
    with pytest.raises(FactsError, match=said):
        import_facts(havn, data)


def test_a_remark_on_the_day_of_recording_is_kept_and_counts_for_nothing(havn: Register) -> None:
    """Nobody back-dates knowledge: `recorded` in a file is a remark, and comes back as one."""
    remark = FACTS.replace(b"basis: confirmed}\n", b"basis: confirmed, recorded: 2001-01-01}\n", 1)
    import_facts(at(havn, "2025-06-01"), remark)
    with havn.sessions() as session:
        assert parties.position_on(session, date(2025, 5, 31)) == -1
        assert facts_known(session).engagements[0].recorded is None
        assert b"recorded: 2001-01-01" in export_facts(session, "proeve")


def test_nothing_is_known_before_the_first_import(havn: Register) -> None:
    """On a day before any fact was recorded there is no question to ask."""
    import_facts(at(havn, "2025-06-01"), FACTS)
    with havn.sessions() as session, pytest.raises(NotFoundError, match="no facts are registered"):
        facts_known(session, parties.position_on(session, date(2025, 5, 31)))


def test_a_paper_without_its_document_is_unseen(havn: Register) -> None:
    """`document: held` in a file is a promise; held is what the register holds."""
    report = import_facts(havn, FACTS)
    assert report.unseen == ("gave",)
    with havn.sessions() as session:
        assert facts_known(session).agreements[0].document is Document.UNSEEN


def test_a_document_is_held_from_the_day_it_was_taken_in(havn: Register) -> None:
    """A paper is unseen as known before its document came, and held from then on."""
    import_facts(at(havn, "2025-01-01"), FACTS)
    assert import_facts(at(havn, "2025-03-01"), FACTS, [PDF]).documents == 1
    with havn.sessions() as session:
        before = facts_known(session, parties.position_on(session, date(2025, 2, 28)))
        assert before.agreements[0].document is Document.UNSEEN
        assert facts_known(session).agreements[0].document is Document.HELD


def test_an_import_without_documents_keeps_those_that_are_held(havn: Register) -> None:
    """A document once taken in stays, whatever later imports bring."""
    import_facts(havn, FACTS, [PDF])
    assert import_facts(havn, FACTS.replace(b"2010-01-01, basis", b"2011-01-01, basis")).unseen == ()


def zipped(text: bytes) -> bytes:
    """Return a ZIP with one deflated file, as word processors write documents."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", text)
    return made.getvalue()


CPR = b"(010180-1234)" + b" " * 100


@pytest.mark.parametrize("text", [CPR, b"%PDF-1.4\nstream\n" + zlib.compress(CPR), zipped(CPR)])
def test_a_document_with_a_cpr_number_is_refused(havn: Register, text: bytes) -> None:
    """Nothing is imported when one of the documents holds a CPR number."""
    with pytest.raises(BadInputError, match="CPR"):
        import_facts(havn, FACTS, [Paper("gave", "gave.txt", text)])
    with havn.sessions() as session:
        assert not parties.statements(session)


def test_a_facts_file_with_a_cpr_number_is_refused(havn: Register) -> None:
    """A CPR number in a name is refused like any other."""
    with pytest.raises(BadInputError, match="CPR"):
        import_facts(havn, FACTS.replace(b"Bo Eksempel", b"Bo 010180-1234"))


def test_a_document_of_no_paper_is_refused(havn: Register) -> None:
    """A file that is named for no paper of the set is not taken in silently."""
    with pytest.raises(BadInputError, match=r"kvittering\.pdf is named for no paper"):
        import_facts(havn, FACTS, [Paper("kvittering", "kvittering.pdf", b"x")])


def test_an_empty_document_is_refused(havn: Register) -> None:
    """A file of nothing is no paper."""
    with pytest.raises(BadInputError, match="0 bytes"):
        import_facts(havn, FACTS, [Paper("gave", "gave.pdf", b"")])


def test_two_documents_of_one_paper_are_refused(tmp_path: Path) -> None:
    """A folder holds one file for each paper."""
    for name in ("gave.pdf", "gave.txt"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(BadInputError, match=r"gave\.pdf and gave\.txt"):
        documents_in(tmp_path)


def test_the_export_imports_as_nothing_new(havn: Register) -> None:
    """What a set says comes back as a file that says the same."""
    whole = FACTS.replace(
        b"    document: held\n",
        b"    document: held\n    decision: {body: raad, date: 2012-01-01, reasons: gavn}\n",
    )
    whole += b"  - {id: liste, kind: declaration, declares: contributors, by: kaj, covers: {}, contributors: [alma, {email: c@d.example}],\n"
    whole += (
        b"     created_from: 2010-01-01, created_until: 2011-01-01, signed: 2020-01-01, signature: proper}\n"
    )
    whole += b"  - {id: sted, kind: declaration, declares: engagement, by: kaj, person: bo, party: kaj, engagement_kind: student,\n"
    whole += b"     from: 2010-01-01, duties: false, signed: 2020-01-01}\n"
    whole += b"  - {id: ja, kind: declaration, declares: authority, by: kaj, agreement: gave, signed: 2020-01-01}\n"
    whole += b"  - {id: opgivet, kind: waiver, by: kaj, signed: 2021-01-01, signature: proper}\n"
    whole += b"claims:\n  - {by: kaj, owner: kaj, date: 2015-01-01, source: README, repositories: [havn/kaj], paths: ['a/**']}\n"
    import_facts(havn, whole)
    with havn.sessions() as session:
        exported = export_facts(session, "proeve")
    assert import_facts(havn, exported).position is None
    assert b"body: raad" in exported


def test_facts_are_rows_that_the_log_explains(havn: Register) -> None:
    """Verification finds every fact as the log explains it."""
    import_facts(havn, FACTS, [PDF])
    import_facts(havn, HEAD % b"proeve" + PEOPLE)
    assert not verify(verified(havn)).damage


def test_a_binding_stays_when_the_name_moves_on(havn: Register) -> None:
    """A paper once bound means the same repository when another bears the name later."""
    import_facts(havn, FACTS)
    sight(havn, "havn/kaj-gammel", 1, "2026-01-01")
    sight(havn, "havn/kaj", 2, "2026-02-01")
    import_facts(havn, FACTS + b"claims: []\n")
    with havn.sessions() as session:
        assert facts_known(session).agreements[0].covers.repositories == frozenset({"1"})


def test_the_commands_import_and_export(havn: Register, tmp_path: Path) -> None:
    """`import facts FILE --documents DIR` takes both in, and `export facts` prints the set."""
    (tmp_path / "papirer").mkdir()
    (tmp_path / "papirer" / "gave.pdf").write_bytes(b"Havnen faar koden")
    data, file = tmp_path / "data", written(tmp_path, FACTS)
    imported = run(data, "import", "facts", str(file), "--documents", str(tmp_path / "papirer"), "--json")
    assert imported.json["added"] == 7
    assert imported.json["unseen"] == []
    assert run(data, "export", "facts").out.startswith("set: proeve")


def test_a_mistake_names_the_file_and_the_line(havn: Register, tmp_path: Path) -> None:
    """The command says where the mistake stands, and changes nothing."""
    file = written(
        tmp_path, FACTS + PAPER.replace(b"agreements:\n", b"").replace(b"2012-01-01", b"2012-02-30")
    )
    ran = run(tmp_path / "data", "import", "facts", str(file))
    assert ran.code == 1
    assert "facts.yaml, line" in ran.err
    with havn.sessions() as session:
        assert not parties.statements(session)
