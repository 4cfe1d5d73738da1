"""Several articles as one coverage: copies are one witness, rows told twice are one."""

from dataclasses import replace

import pytest

from detente.dispute.copies import copied, repeats, witnesses
from detente.dispute.evidence import Actor, Document, Event, Evidence, Relation
from detente.reading.parties.gathering import Reading, gathered
from detente.reading.reader import read

AGENCY = """Norland will not reopen the ferry line until Sudmark pays the harbour dues, the
transport ministry in Norhaven said on Sunday. Sudmark refuses to pay the dues. Sudmark says that
it will withdraw its patrol boats only if Norland recognises the fishing zone. The two governments
have been deadlocked since February."""
OWN = "Norland ruled out recognition of the fishing zone, officials told this paper."


def documents(*texts):
    return [Document(f"d{n}", text=text) for n, text in enumerate(texts, 1)]


def test_a_copy_is_one_witness():
    edited = AGENCY.replace("said on Sunday", "announced on Sunday evening")
    found = read(documents(AGENCY, edited))
    assert {piece.document for piece in found.evidence} == {"d1"}
    assert any("repeats d1" in line for line in found.warnings)


def test_what_a_copy_adds_of_its_own_stays():
    found = read(documents(AGENCY, f"{AGENCY} {OWN}"))
    assert [piece.quote for piece in found.evidence if piece.document == "d2"]
    said = [piece for piece in found.statements if piece.document == "d2"]
    assert all(piece.quote in OWN for piece in said)


def test_two_reports_of_one_thing_are_two_witnesses():
    other = """Sudmark is ready to pay the harbour dues if Norland reopens the ferry line, Foreign
    Minister Pavel Rudnik said on Friday. Norland insists that Sudmark withdraw its patrol boats.
    Norland will not recognise the fishing zone. The two governments remain deadlocked."""
    found = read(documents(AGENCY, other))
    assert {piece.document for piece in found.statements} == {"d1", "d2"}
    assert copied(found.documents) == {}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_copies_of_copies_lead_to_the_first(order):
    texts = [AGENCY, f"By our staff. {AGENCY}", f"{AGENCY} {OWN}"]
    given = documents(*(texts[n] for n in order))
    assert copied(given) == {"d2": "d1", "d3": "d1"}
    assert witnesses(given, ["d2", "d3"]) == {"d1"}


def test_nothing_is_a_copy_of_nothing():
    assert copied(documents("", "", "one two three")) == {}
    assert not repeats("the ferries stay", "the ferries sail")


def test_evidence_keeps_its_place():
    found = read(documents(AGENCY, f"{OWN}\n{AGENCY}"))
    texts = {document.id: document.text for document in found.documents}
    for piece in found.evidence:
        assert texts[piece.document][piece.start : piece.end] == piece.quote
    assert len({piece.id for piece in found.evidence}) == len(found.evidence)


def reading(name, text, actor, *, source="norland", date=None):
    quotes = [Evidence("r0", "", text, 0, len(text), "relation"),
              Evidence("e0", "", text, 0, len(text), "event")]  # fmt: skip
    return Reading(
        Document(name, text=text), (actor,), tuple(quotes),
        (Event("halt", text, (source,), (), date, ("e0",)),),
        (Relation("controls", source, "the Skerries", None, ("r0",)),),
    )  # fmt: skip


def test_a_relation_told_twice_is_one_with_two_quotes():
    norland = Actor("norland", "Norland")
    found = gathered(
        [reading("d1", "Norland holds it.", norland), reading("d2", "It is held.", norland)]
    )
    assert [row.because for row in found.relations] == [("q2", "q4")]
    assert len(found.events) == 2


def test_an_event_of_one_day_is_one():
    norland = Actor("norland", "Norland")
    rows = [reading(f"d{n}", f"Told {n} times.", norland, date="2031-02-03") for n in (1, 2)]
    assert [event.because for event in gathered(rows).events] == [("q1", "q3")]


def test_a_party_under_another_name_is_one():
    first = reading(
        "d1", "Norland holds it.", Actor("norland", "Norland", "state", aliases=("Norhaven",))
    )
    second = reading(
        "d2", "Norhaven has it.", Actor("norhaven", "Norhaven", "state"), source="norhaven"
    )
    found = gathered([second, first])
    assert [(actor.id, actor.name) for actor in found.parties] == [("norland", "Norland")]
    assert [relation.source for relation in found.relations] == ["norland"]


def test_numbers_go_on_behind_what_there_is():
    norland = Actor("norland", "Norland")
    found = gathered([reading("d7", "Norland holds it.", norland)], after=40)
    assert [piece.id for piece in found.evidence] == ["q41", "q42"]


def test_what_repeats_a_known_document_is_no_news():
    known = Document("d1", text=AGENCY)
    found = read([replace(known, id="d2")], beside=[known], after=9)
    assert found.evidence == ()
