"""Which of the events found are told as such: weighed, in an article of some length."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import events, statements
from detente.reading.events.sieve import WEIGHTS, Sieve
from detente.reading.scene import build

STEP = "On 3 March 2025 Norland closed its border with Sudmark."
ASIDE = 'Farmers of a valley in Norland sued a bank, Ana Berg said, "and it hurts".'
REST = (
    "Norland and Sudmark are at odds over a ferry. The weather was fine. "
    "Norland wants Sudmark to pay. Sudmark refuses. Nobody knows what comes of it. "
    "The ferry is white. "
)


def _told(text):
    scene = build(Document("d1", text=text, published="2025-03-20"))
    return [event.what for event, _ in events.find(scene, statements.find(scene))]


def test_a_dated_step_of_one_side_against_the_other_is_told():
    assert _told(REST + STEP) == [STEP.rstrip(".")]


def test_what_somebody_did_by_the_way_is_told_in_a_note_and_left_out_of_an_article():
    note = "Norland and Sudmark are at odds over a ferry. "
    assert len(_told(note + ASIDE)) == 1
    assert _told(REST + ASIDE) == []


@pytest.mark.parametrize("mark", ["undated", "deed", "inside", "weighed", "said_here"])
def test_what_speaks_against_an_event_makes_it_lighter(mark):
    assert Sieve.weight({mark}) < Sieve.weight(set()) == WEIGHTS["base"]
