"""What notes and terms say is done, as an analyst would label it; and drafts of such prices."""

from dataclasses import replace

import pytest
from invented import Article

from detente.reading.drafting import draft
from detente.reading.drafting.labels import is_sayable, label
from detente.reading.drafting.phrases import doings
from detente.reading.drafting.register import Register


def said(phrase, *, now=False):
    acts = (Register().literal("sudmark", doing, "q1", now=now) for doing in doings(phrase))
    return [f"{'' if one.sign else 'not '}{label(one.act)}" for one in acts]


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("the toll were delayed and fuel duty cut by a tenth", ["delay the toll", "cut fuel duty"]),
        ("both levels of government sign", ["sign a settlement"]),
        ("the rail service resumes", ["resume the rail service"]),
        ("an engineer should look at the invoices", ["look at the invoices"]),
        ("issue permits to foreign crews", ["issue permits to foreign crews"]),
        ("the harbour office is empty", ["not stay in the harbour office"]),
        ("the men arrested in May are let go", ["release the men"]),
        ("the talks have a deadline", ["set a deadline for the talks"]),
        ("the fence will come down", ["not keep the fence"]),
        ("the tank is empty", ["not fill the tank"]),
        ("link the reopening of its port to a treaty", ["reopen its port"]),
        ("make the release of the men conditional on a fee", ["release the men"]),
        ("an accountant goes through the books", ["check the books"]),
        ("the lorries stop", ["not keep the lorries running"]),
        ("pay the rent or lose the flat", ["pay the rent"]),
        ("hold back boats, in spite of appeals", ["hold back boats"]),
        ("withhold the results", ["not hand over the results"]),
        ("withhold the rent", ["not pay the rent"]),
        ("the keys of the tower are handed to them", ["hand over the keys of the tower"]),
        ("accept $30m", ["accept $30m"]),
        ("the siege of Tesk ended by Sunday", ["not go on with the siege of Tesk"]),
        ("leave the chapel, where they want to open an inn", ["not stay in the chapel"]),
        ("take the crest off its flags", ["not keep the crest on its flags"]),
        ("drop the charges from pity", ["not keep the charges"]),
        (
            "suspend the introduction of new meters",
            ["not go on with the introduction of new meters"],
        ),
    ],
)
def test_what_terms_say_is_done(phrase, found):
    assert said(phrase) == found


def test_what_is_on_is_kept_on():
    doing = doings("the power was cut")[0]
    act = Register().literal("sudmark", doing, "q1", now=True).act
    act.mentions[0] = replace(act.mentions[0], now=True)
    assert label(act) == "keep the power on"


@pytest.mark.parametrize("phrase", ["the inquiry finds", "the rest"])
def test_what_is_no_doing_of_a_party(phrase):
    acts = [Register().literal("sudmark", doing, "q1").act for doing in doings(phrase)]
    assert not any(map(is_sayable, acts))


def options(dispute):
    return {str(o.atom): (o.label, o.status_quo) for o in dispute.options}


def wants(dispute, party):
    return [str(want.formula) for want in dispute.party(party).ordered_wants]


def price(about, quote, condition, marker, need="holds", **more):
    return Article().says(
        "precondition", "norland", about, quote, "sudmark", condition=condition, by="sudmark",
        marker=marker, need=need, **more,
    )  # fmt: skip


def test_what_is_kept_shut_so_long_opens_once_that_ends():
    quote = (
        "Norland will keep the Tesk crossing closed to rye as long as Sudmark withholds the lists."
    )
    article = price("close to rye", quote, "Sudmark withholds the lists", "as long as", "fails")
    dispute = draft(article.coverage)
    assert wants(dispute, "norland")[0] == "norland.open only if sudmark.lists"
    assert options(dispute)["norland.open"] == ("open the Tesk crossing", False)


def test_what_stays_in_force_so_long_ends_with_it():
    quote = "The ban will stay in force as long as Sudmark trains the rebels."
    article = price("the ban will stay in force", quote, "Sudmark trains the rebels", "as long as",
                    "fails")  # fmt: skip
    dispute = draft(article.coverage)
    assert wants(dispute, "norland")[0] == "not norland.ban only if not sudmark.train"


def test_what_others_can_have_is_given_up():
    quote = "They can have their keys when Sudmark pays the arrears."
    article = price("They can have their keys", quote, "Sudmark pays the arrears", "when")
    assert options(draft(article.coverage))["norland.keys"] == ("hand over the keys", False)


def test_nobody_enters_is_that_it_does_not_enter():
    quote = "None of its members would enter the mill before Sudmark pays the arrears."
    article = price("none would enter the mill", quote, "Sudmark pays the arrears", "before")
    dispute = draft(article.coverage)
    assert options(dispute)["norland.enter"] == ("enter the mill", False)


def test_what_answers_a_threat_is_no_prize():
    article = price("call an election", "It would call an election if Sudmark walked out.",
                    "Sudmark walked out", "if").says(
        "threat", "sudmark", "leave the government",
        "Sudmark will leave the government unless Norland drops the tax.", "norland",
        condition="Norland drops the tax", by="norland", marker="unless", need="fails",
    )  # fmt: skip
    dispute = draft(article.coverage)
    assert "norland.election" not in str(dispute.resolution.formula)
    assert options(dispute)["sudmark.government"] == ("stay in the government", True)


def test_a_price_after_which_its_holder_gave_way_is_spent():
    quote = "Norland would not open the gate until Sudmark paid the arrears."
    article = price("open the gate", quote, "Sudmark paid the arrears", "until")
    assert "norland.open" in options(draft(article.coverage))
    article.text += " It gave way after a week."
    assert "norland.open" not in options(draft(article.coverage))
