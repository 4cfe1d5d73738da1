"""Drafts that stand: labels in the words of the text, threats with a purpose."""

import pytest
from invented import NORLAND, SUDMARK, Actor, Article

from detente.reading.drafting import draft
from detente.reading.drafting.cast import Cast
from detente.reading.drafting.labels import is_sayable, label, named
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.register import Register


def act(phrase, owner="sudmark"):
    return Register().literal(owner, doings(phrase)[0], "q1").act


def ferry():
    return Article().says(
        "precondition", "norland", "reopen the ferry line",
        "Norland will not reopen the ferry line until Sudmark opens its books.", "sudmark",
        condition="Sudmark opens its books", by="sudmark",
    )  # fmt: skip


def wants(dispute, party):
    return [str(want.formula) for want in dispute.party(party).ordered_wants]


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("hand over the keys", "hand over the keys"),
        ("Sudmark hands over its keys by Friday", "hand over its keys"),
        ("any attempt to block the road", "keep the road open"),
        ("halt deliveries on 1 March", "go on with deliveries"),
        ("212 euros a litre, up from 168", "pay 212 euros per litre"),
        ("20 billion dollars", "pay 20 billion dollars"),
        ("its consent", "give its consent"),
        ("threat of a full strike", "start a full strike"),
        ("cancel the contract", "keep the contract"),
        ("withdraw the threat to deliveries", "keep up the threat"),
    ],
)
def test_a_label_is_in_the_words_of_the_text(phrase, said):
    found = Register().literal("sudmark", doings(phrase)[0], "q1", now=False).act
    assert label(found) == said


@pytest.mark.parametrize("phrase", ["towns", "treat the attempt", "give such time"])
def test_what_nobody_gives_is_not_sayable(phrase):
    assert not is_sayable(act(phrase))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("accept the award", "recognise the award of 3 July 2023"),
        ("return the captives", "free the captives"),
        ("hold elections", "call fresh elections"),
        ("release its staff", "release four of its employees"),
        ("withdraw the map", "set aside the map"),
    ],
)
def test_what_is_the_same_in_other_words_is_one(one, other):
    register = Register()
    first = register.literal("sudmark", doings(one)[0], "q1")
    assert register.literal("sudmark", doings(other)[0], "q2").act is first.act


def test_what_is_not_the_same_is_not_merged():
    register = Register()
    threat = register.literal("sudmark", doings("the threat to deliveries is withdrawn")[0], "q1")
    stop = register.literal("sudmark", doings("halt deliveries")[0], "q2")
    assert threat.act is not stop.act


def test_pickets_that_block_a_road_are_that_it_is_shut():
    register = Register()
    shut = register.literal("sudmark", doings("pickets block the access road")[0], "q1")
    gone = register.literal("sudmark", doings("the pickets leave")[0], "q2")
    assert shut.act is gone.act
    assert (shut.sign, gone.sign) == (False, True)


def test_two_options_in_the_same_words_are_told_apart():
    register = Register()
    first = register.literal("sudmark", doings("negotiate over the road")[0], "q1").act
    second = register.literal("sudmark", doings("negotiate over the fee")[0], "q2").act
    first.label = second.label = "hold talks"
    named([first, second])
    assert first.label != second.label


def test_a_bare_threat_presses_for_what_its_holder_has_named_as_its_price():
    dispute = draft(
        ferry().says("threat", "norland", "build a port", "Norland threatens to build a port.",
                     "sudmark").coverage
    )  # fmt: skip
    assert "norland.build if not sudmark.open" in wants(dispute, "norland")
    assert "not norland.build" in wants(dispute, "sudmark")


def test_an_attack_that_would_answer_an_attack_is_a_threat_and_no_prize():
    article = ferry().says(
        "precondition", "norland", "resume the shelling",
        "Norland will resume the shelling if Sudmark attacks the island.", "sudmark",
        condition="Sudmark attacks the island", by="sudmark", marker="if",
    )  # fmt: skip
    dispute = draft(article.coverage)
    assert "shelling" not in str(dispute.resolution.formula)
    assert any(" if " in want and "only if" not in want for want in wants(dispute, "norland"))


def test_what_settles_it_is_no_pressure():
    article = Article().says(
        "demand", "norland", "sue the company", "Norland called on Sudmark to sue the company.",
        "sudmark",
    ).says("demand", "norland", "open the gate", "Norland called on Sudmark to open the gate.",
           "sudmark")  # fmt: skip
    assert str(draft(article.coverage).resolution.formula) == "sudmark.open"


def test_who_is_heard_most_is_a_principal_whatever_it_was_taken_for():
    loud = Actor("telvia", "Telvia", "person", "expert")
    article = Article(parties=(NORLAND, SUDMARK, loud))
    for kind in ("refusal", "accusation", "demand", "denial"):
        article.says(kind, "telvia", "open the gate", f"Telvia says {kind} of the gate.", "norland")
    assert "telvia" in Cast(article.coverage).principals


def test_what_is_asked_of_nobody_by_name_is_asked_of_who_has_priced_it():
    article = ferry().says(
        "demand", "sudmark", "the ferry line be opened",
        "Sudmark, which has called for the ferry line to be opened, says that it has paid.", "court",
    )  # fmt: skip
    dispute = draft(article.coverage)
    (option,) = [one for one in dispute.party("norland").options if "ferry" in one.label]
    assert len(option.because) > 1
