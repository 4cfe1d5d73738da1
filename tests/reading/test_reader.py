"""The reader: several articles under common parties, numbered evidence, and honest refusals."""

import json

import pytest

from detente.dispute.evidence import Document
from detente.reading import reader
from detente.showing.coverage import as_json

FERRY = """Norland keeps its port shut

Norland will not reopen the port until Sudmark withdraws its patrols, Norland's ministry said.

Sudmark rejected the demand and accused Norland of blackmail. It demanded compensation.

- Advertisement -

Norland has closed the strait since May. Talks between the two countries have stalled."""
ANOTHER = """Sudmark ready to talk

Sudmark will withdraw its patrols only if Norland pays for the lost catch, its minister said.

Norland refused to pay. Sudmark urged Norland to return to talks. Neither government has moved, and
the dispute remains at an impasse."""
MATCH = """Norland beat Sudmark in extra time

The coach demanded a penalty and the referee refused. Norland's goalkeeper saved the ball, and
the striker scored the winning goal before half-time of extra time in a full stadium."""


CREWS = """Norda crews walk off

Norda's cabin crews walked off the job on Saturday after their union and the carrier failed to agree.

The Cabin Crew Union says members go unpaid during boarding. The carrier has offered to pay half.

Jobs Minister Pat Hajek ordered binding arbitration. The union defied the order and sued."""


def test_whoever_is_told_of_is_listed():
    coverage = reader.read([Document("", text=CREWS)])
    told = {id_ for piece in coverage.evidence for id_ in (*piece.holder, *piece.addressee)}
    told |= {id_ for event in coverage.events for id_ in (*event.actor, *event.target)}
    told |= {party.speaks_for for party in coverage.parties if party.speaks_for}
    assert "government" in told
    assert told <= {party.id for party in coverage.parties}


def test_two_articles_share_their_parties():
    coverage = reader.read([Document("", text=FERRY), Document("", text=ANOTHER)])
    assert [document.id for document in coverage.documents] == ["d1", "d2"]
    assert [party.id for party in coverage.parties] == ["norland", "sudmark"]
    assert [piece.id for piece in coverage.evidence] == [
        f"q{number}" for number in range(1, len(coverage.evidence) + 1)
    ]
    assert {piece.document for piece in coverage.evidence} == {"d1", "d2"}


def test_every_quote_is_in_its_text_and_none_in_noise():
    coverage = reader.read([Document("", text=FERRY)])
    (document,) = coverage.documents
    assert coverage.statements
    for piece in coverage.evidence:
        assert document.text[piece.start : piece.end] == piece.quote
        assert not any(piece.start < end and start < piece.end for start, end in document.noise)


def test_a_match_is_no_dispute():
    coverage = reader.read([Document("", text=MATCH, source="match.txt")])
    assert not coverage.documents[0].is_dispute
    assert (coverage.evidence, coverage.parties) == ((), ())
    assert "match.txt: no dispute found in it" in coverage.warnings


def test_a_body_in_another_language_is_said_to_be_read_by_cues_alone():
    text = (
        "Norland schließt den Hafen\n\nDie Regierung von Norland hat am Montag den Hafen gesperrt."
    )
    coverage = reader.read([Document("", text=text, source="a.txt")])
    assert coverage.warnings == (
        "a.txt: body in de is read by cues alone",
        "a.txt: no dispute found in it",
    )
    assert coverage.evidence == ()


def test_the_same_input_gives_the_same_bytes():
    one, other = (json.dumps(as_json(reader.read([Document("", text=FERRY)]))) for _ in range(2))
    assert one == other


def test_json_has_single_ids_as_strings():
    answer = as_json(reader.read([Document("", text=FERRY)]))
    first = answer["statements"][0]
    assert first["holder"] == "norland"
    assert first["condition"]["by"] == "sudmark"
    assert answer["documents"][0]["noise"] == [[FERRY.index("- Adv"), FERRY.index("- Adv") + 17]]


@pytest.mark.parametrize(
    ("noise", "told"),
    [
        ("ADVERTISEMENT", "1 line that is no part of it left out"),
        ("ADVERTISEMENT\n\nRead more: the harbour", "2 lines that are no part of it left out"),
    ],
)
def test_lines_left_out_are_counted(noise, told):
    text = f"Norland will not talk until Sudmark leaves.\n\n{noise}\n\nSudmark refuses to leave."
    assert reader.read([Document("", text=text, source="a.txt")]).warnings == (f"a.txt: {told}",)
