"""What is asked, made to do, left open or put off: its doing, its label, and no doing at all."""

import pytest
from invented import Article

from detente.dispute.evidence import Evidence
from detente.reading.drafting.idle import asks_nothing
from detente.reading.drafting.labels import label
from detente.reading.drafting.meant import meant
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.positions import positions
from detente.reading.drafting.register import Register
from detente.reading.drafting.unreported import unreported


def said(phrase):
    acts = (Register().literal("sudmark", doing, "q1", now=False) for doing in doings(phrase))
    return [f"{'' if one.sign else 'not '}{label(one.act)}" for one in acts]


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Tavians be included in the preamble", ["include Tavians in the preamble"]),
        ("all prisoners be released", ["release prisoners"]),
        ("the drafts be published by Friday", ["publish the drafts"]),
        ("the buoy be towed away", ["tow away the buoy"]),
        ("the waters to be diverted", ["divert the waters"]),
        ("reason for the League not to sign the accord", ["sign the accord"]),
        ("there is no reason not to open the gate", ["open the gate"]),
        ("prepare for peace talks", ["hold peace talks"]),
        ("full deliveries would come back", ["resume full deliveries"]),
        ("puts in the same amount", ["pay the same amount"]),
        ("these points are out of the way", ["settle the points"]),
        ("lift its objection", ["give its consent"]),
        ("takes these questions seriously", ["take the questions seriously"]),
        ("the rules are followed word for word", ["follow the rules"]),
        ("the canal is not up for negotiation", ["discuss the canal"]),
        ("the port is not for sale", ["sell the port"]),
        ("feel bound by a finding", ["accept a finding"]),
        ("the canal could go ahead", ["go ahead with the canal"]),
        ("make high earners pay a levy", ["make high earners pay a levy"]),
        ("force the firm to open its books", ["force the firm to open its books"]),
        ("permit the waters to be diverted by Norland", ["let the waters be diverted"]),
        ("let the school be closed", ["let the school be closed"]),
        ("allow a drop to be taken out of the basin", ["let a drop be taken out of the basin"]),
        ("the bank, which holds the bonds, drop the claim", ["not keep the claim"]),
        ("go back to bargaining", ["hold talks"]),
        ("bring in salt", ["bring in salt"]),
        ("no question of a full renewal of the lease", ["renew the lease"]),
        ("reopen the question of its status", ["reopen the question of its status"]),
        ("the survey ship out", ["not keep the survey ship"]),
        ("the rebels hand over the receipts", ["hand over the receipts"]),
        ("the order will have to be redrawn", ["redraw the order"]),
    ],
)
def test_the_label_of_what_is_asked(phrase, found):
    assert said(phrase) == found


@pytest.mark.parametrize(
    ("kind", "about", "found"),
    [
        ("demand", "hope that the city will open the gate", "the city will open the gate"),
        ("demand", "expect the firm to pay the arrears", "pay the arrears"),
        ("demand", "ask for the map to be withdrawn", "the map to be withdrawn"),
        (
            "demand",
            "appeal strongly to villagers blocking a track used by the mine to free it",
            "free it",
        ),
        ("demand", "would like to see the tax lifted", "want the tax lifted"),
        ("demand", "want the dam to keep to the old level", "let the dam keep to the old level"),
        ("refusal", "unwilling to send police", "send police"),
        ("refusal", "against official contacts", "official contacts"),
        ("refusal", "reject a text bearing its name", "accept a text bearing its name"),
        ("refusal", "reject a text", "a text"),
    ],
)
def test_what_is_asked_without_the_words_that_report_it(kind, about, found):
    assert unreported(Evidence("q1", "d1", "", 0, 0, kind, about=about)) == found


@pytest.mark.parametrize(
    ("about", "kind", "found"),
    [
        ("consider any deal other than the return of the mine", "demand", "the return of the mine"),
        ("accept nothing but a new treaty", "demand", "a new treaty"),
        ("consider any deal on the mine", "refusal", "consider any deal on the mine"),
    ],
)
def test_nothing_but_one_thing_is_accepted(about, kind, found):
    refused = Evidence("q1", "d1", "…", 0, 60, "refusal", ("norland",), about=about)
    (told,) = meant([refused])
    assert (told.kind, told.about) == (kind, found)


@pytest.mark.parametrize(
    ("about", "idle"),
    [
        ("call on its followers to stay at home", True),
        ("urge its members not to vote", True),
        ("call on Sudmark to stay at home", False),
        ("call on its neighbour to stay at home", False),
    ],
)
def test_what_is_asked_of_ones_own_people_asks_nothing_of_others(about, idle):
    assert asks_nothing(Evidence("q1", "d1", "…", 0, 1, "demand", about=about)) is idle


def held(article):
    return [
        (one.kind, [x.act.family for x in one.about], [x.act.family for x in one.condition])
        for one in positions(article.coverage).positions
    ]


def priced(about, quote, condition, marker):
    return Article().says(
        "precondition", "norland", about, quote, "sudmark", condition=condition, by="sudmark",
        marker=marker,
    )  # fmt: skip


def test_what_one_would_consider_at_a_price_has_that_price():
    quote = "Norland will consider larger releases provided Sudmark lines its canals."
    article = priced("consider larger releases", quote, "Sudmark lines its canals", "provided")
    assert held(article) == [("precondition", ["consider"], ["line"])]


def test_nothing_less_than_a_price_is_asked_for():
    quote = "Norland said it could not accept anything less than the withdrawal of the decree."
    article = priced("accept", quote, "the withdrawal of the decree", "nothing less than")
    assert held(article) == [("demand", ["exist"], [])]


def test_who_fails_to_do_it_does_not_do_it_now():
    quote = "Norland will halt the trains if Sudmark fails to reinstate the drivers."
    article = Article().says(
        "threat", "norland", "halt the trains", quote, "sudmark",
        condition="Sudmark fails to reinstate the drivers", by="sudmark", marker="if",
    )  # fmt: skip
    (threat,) = positions(article.coverage).positions
    (asked,) = threat.condition
    assert (asked.sign, asked.act.now) == (False, False)
