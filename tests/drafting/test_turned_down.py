"""A refusal that names nothing of its own turns down what was asked just before."""

import pytest

from detente.dispute.evidence import Document
from detente.dispute.formula import Atom, Not
from detente.reading import reader
from detente.reading.drafting import draft

PRICE = "Norland will not open the dam until Sudmark pays the arrears"
ASKED = "Norland demanded that Sudmark pay the arrears"
NOES = (
    f"{PRICE}. Sudmark ruled that out.",
    f"{PRICE}. Sudmark refused.",
    f"{PRICE}, which Sudmark refuses to do.",
    f"{PRICE}, a step Sudmark has ruled out.",
    f"{PRICE}. Sudmark dismissed the condition as blackmail.",
    f"{ASKED}. Sudmark rejected the demand.",
    f"{ASKED}. Sudmark said it would do no such thing.",
    f"{ASKED}. Sudmark's premier called the demand absurd.",
    f"{ASKED}. Sudmark said no.",
    "Norland offered to open the dam if Sudmark paid the arrears. Sudmark turned the offer down.",
    f"{PRICE}. Sudmark rejected any such payment.",
    f"{PRICE}. Sudmark has ruled out payments of that kind.",
)
OTHERS = (  # no refusal of what Norland asked
    f"{PRICE}. Sudmark offered to pay half. Norland refused.",
    f"{ASKED}. Sudmark refused to reopen the road.",
    f"{ASKED}. Sudmark rejected any such inspection.",
)
UNPAID = Not(Atom("sudmark", "pay"))


def quoted(text):
    """What Sudmark wants by a quote."""
    drafted = draft(reader.read([Document("d1", text=text)]))
    (sudmark,) = (party for party in drafted.parties if party.id == "sudmark")
    return [want.formula for want in sudmark.ordered_wants if getattr(want, "because", ())]


@pytest.mark.parametrize("text", NOES)
def test_what_was_asked_is_refused(text):
    assert quoted(text)[0] == UNPAID


@pytest.mark.parametrize("text", OTHERS)
def test_what_others_asked_or_what_is_named_is_not(text):
    assert UNPAID not in quoted(text)
