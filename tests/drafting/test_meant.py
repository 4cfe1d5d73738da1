"""Statements as they are meant, and what their pronouns stand for."""

import pytest

from detente.dispute.evidence import Condition, Document, Evidence
from detente.reading.drafting.meant import meant
from detente.reading.drafting.pointing import pointed


def piece(kind, about, marker="", need="holds"):
    condition = Condition("Sudmark pays", 40, 52, marker, ("sudmark",), need) if marker else None
    return Evidence(
        "q1", "d1", "…", 0, 60, kind, ("norland",), None, ("sudmark",), about, condition
    )


@pytest.mark.parametrize(
    ("kind", "about", "marker", "found"),
    [
        ("threat", "halt the evictions", "once", "precondition"),
        ("threat", "stop firing", "the moment", "precondition"),
        ("threat", "halt the evictions", "if", "threat"),
        ("threat", "close the port", "once", "threat"),
        ("precondition", "ask for a cut in rates", "as long as", "demand"),
        ("precondition", "cut the rates", "as long as", "precondition"),
        ("precondition", "sue the company", "if", "threat"),
        ("denial", "that there is anything to discuss", "", "refusal"),
        ("denial", "that it fired first", "", "denial"),
    ],
)
def test_a_statement_is_taken_as_it_is_meant(kind, about, marker, found):
    assert [said.kind for said in meant([piece(kind, about, marker)])] == [found]


def test_a_question_asks_nothing_of_anybody():
    assert not list(meant([piece("demand", "who must pay for the drone")]))


def test_a_refusal_that_says_until_when_is_a_price():
    quote = "would not return to the talks while the pickets blocked the depots"
    where = quote.index("the pickets")
    condition = Condition("the pickets blocked the depots", where, len(quote), "while", (), "fails")
    price = Evidence(
        "q1", "d1", quote, 0, len(quote), "precondition", ("norland",), None, (), "afford it",
        condition,
    )  # fmt: skip
    refusal = Evidence(
        "q2", "d1", quote, 0, len(quote), "refusal", ("norland",), None, (),
        "return to the talks while the pickets blocked the depots",
    )  # fmt: skip
    last = list(meant([price, refusal]))[-1]
    assert (last.kind, last.about, last.condition) == (
        "precondition", "return to the talks", condition,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("Brae has recalled its ambassador and will not send him back.", "send him back",
         "send its ambassador back"),
        ("They have stopped paying rent in protest and will not start again.", "start again",
         "paying rent"),
        ("Of the mine the mayor says that he will accept it.", "accept it", "accept the mine"),
        ("Norland seized the boats. It will not return them.", "return them", "return the boats"),
        ("Norland will open a crossing; Sudmark would open one too.", "open one",
         "open a crossing"),
        ("Norland said no.", "accept it", "accept it"),
        ("It called the vote a declaration of war and said it would ask the board to void it.",
         "void it", "void the vote"),
        ("A demand for rosters came from the Treasury, which holds the purse; the firm would drop it.",
         "drop it", "drop the demand for rosters"),
        ("There would be no visas while Mr Dorn sat in a cell, the minister said. Release him.",
         "release him", "release Mr Dorn"),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_what_was_named_before(text, phrase, found):
    said = Evidence("q1", "d1", text, 0, len(text), "refusal", ("norland",))
    assert pointed(Document("d1", text=text), said, phrase) == found
