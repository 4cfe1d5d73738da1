"""What depends on a condition and is named before, or by no table; harm, and steps supposed."""

import pytest
from invented import Article

from detente.dispute.evidence import Document
from detente.reading import reader
from detente.reading.drafting import draft

PAYS = {"condition": "Sudmark pays the arrears", "by": "sudmark"}


def wants(article):
    return {
        str(want.formula)
        for party in draft(article.coverage).parties
        for want in party.ordered_wants
    }


def labels(article):
    return {option.label for option in draft(article.coverage).options}


def test_what_begins_is_what_its_holder_wants_to_do():
    line = "Norland wants to line the canal."
    waits = "It cannot begin until Sudmark pays the arrears."
    article = (
        Article()
        .says("intent", "norland", "line the canal", line, "sudmark")
        .says("precondition", "norland", "begin", waits, "sudmark", **PAYS)
    )
    assert "norland.line only if sudmark.pay" in wants(article)


def test_what_one_agrees_to_is_what_was_asked():
    asks = "Sudmark demands that Norland dismantle the weir."
    agrees = "Norland would agree to that if Sudmark pays the arrears."
    article = (
        Article()
        .says("demand", "sudmark", "dismantle the weir", asks, "norland")
        .says("precondition", "norland", "agree to that", agrees, "sudmark", marker="if", **PAYS)
    )
    assert "not norland.weir only if sudmark.pay" in wants(article)


def test_a_verb_that_no_table_knows_stands_in_its_own_words():
    quote = "Norland will skate under the old terms once Sudmark pays the arrears."
    article = Article().says(
        "precondition", "norland", "skate under the old terms", quote, "sudmark",
        marker="once", **PAYS,
    )  # fmt: skip
    assert "skate under the old terms" in labels(article)


def test_a_passive_has_its_auxiliary_back():
    quote = "The funds will be released once Sudmark pays the arrears."
    article = Article().says(
        "precondition", "norland", "the funds released", quote, "sudmark", marker="once", **PAYS
    )
    assert "release the funds" in labels(article)


def test_what_would_not_be_done_if_a_step_were_taken_is_no_threat():
    quote = "Norland would not lend its hall if the path was built."
    article = Article().says(
        "precondition", "norland", "lend its hall", quote, "sudmark",
        condition="the path was built", by="sudmark", need="fails", marker="if",
    )  # fmt: skip
    assert "norland.lend only if not sudmark.build" in wants(article)
    assert not any(option.status_quo for option in draft(article.coverage).options)


def test_a_harm_that_answers_a_step_is_a_threat():
    quote = "Norland will hold back its subsidy if there is a strike."
    article = Article().says(
        "precondition", "norland", "hold back its subsidy", quote, "sudmark",
        condition="there is a strike", by="sudmark", marker="if",
    )  # fmt: skip
    found = wants(article)
    assert "sudmark.strike" not in found
    assert "not norland.subsidy" in found


def test_what_another_may_do_is_let_it_do():
    quote = "Norland says that Sudmark may use the mast if Sudmark pays the arrears."
    article = Article().says(
        "precondition", "norland", "use the mast", quote, "sudmark", marker="if", **PAYS
    )
    assert "let Sudmark use the mast" in labels(article)


def test_a_pronoun_that_is_done_to_is_what_was_spoken_of():
    quote = "Norland has a wine duty. It would be lifted once Sudmark pays the arrears."
    article = Article().says(
        "precondition", "norland", "it lifted", quote, "sudmark", marker="once", **PAYS
    )
    assert "not norland.duty only if sudmark.pay" in wants(article)


def test_without_doing_something_is_without_doing_it_oneself():
    quote = "Norland cannot reopen the port without dredging the channel."
    article = Article().says(
        "precondition", "norland", "reopen the port", quote, "sudmark",
        condition="dredging the channel", by="sudmark", marker="without",
    )  # fmt: skip
    assert "norland.reopen only if norland.dredge" in wants(article)


def test_otherwise_denies_the_condition_that_was_named():
    first = "Norland would reopen the port if Sudmark pays the arrears."
    then = "Otherwise Norland will close the canal."
    whole = f"{first} {then}"
    article = (
        Article()
        .says("precondition", "norland", "reopen the port", first, "sudmark", marker="if", **PAYS)
        .says("threat", "norland", "close the canal", whole, "sudmark",
              condition=first, by="sudmark", marker="otherwise", need="fails")
    )  # fmt: skip
    assert "not norland.open if not sudmark.pay" in wants(article)


def test_what_another_offered_is_accepted_at_a_price():
    offers = "Sudmark has offered to pay each farm 900 crowns."
    accepts = "Norland would accept that if Sudmark pays the arrears."
    article = (
        Article()
        .says("offer", "sudmark", "pay each farm 900 crowns", offers, "norland")
        .says("precondition", "norland", "accept that", accepts, "sudmark", marker="if", **PAYS)
    )
    assert "accept Sudmark's offer" in labels(article)


def test_not_to_discuss_a_thing_is_no_refusal_to_talk():
    quote = "Norland will hold talks only if the grant is not discussed."
    article = Article().says(
        "precondition", "norland", "hold talks", quote, "sudmark",
        condition="the grant is not discussed", by="sudmark", marker="only if",
    )  # fmt: skip
    assert "norland.talk only if not sudmark.discuss" in wants(article)


def test_what_stays_shut_until_is_opened_then():
    quote = "Brec will stay shut until Sudmark pays the arrears."
    article = Article().says("precondition", "norland", "stay shut", quote, "sudmark", **PAYS)
    assert any("only if sudmark.pay" in want for want in wants(article))


def test_staying_out_is_the_strike_where_there_is_one():
    quote = "Its members will stay out until Sudmark pays the arrears."
    article = (
        Article()
        .says("intent", "norland", "go on with the strike", "The strike goes on.", "sudmark")
        .says("precondition", "norland", "stay out", quote, "sudmark", marker="until", **PAYS)
    )
    assert "not norland.strike only if sudmark.pay" in wants(article)


def test_what_the_other_would_do_is_what_it_was_just_asked():
    asks = "Norland would reopen the crossing once Sudmark withdraws its guns."
    does = "Sudmark would do so if Norland did the same."
    article = (
        Article()
        .says(
            "precondition", "norland", "reopen the crossing", asks, "sudmark",
            condition="Sudmark withdraws its guns", by="sudmark", marker="once",
        )
        .says(
            "precondition", "sudmark", "do so", does, "norland",
            condition="Norland did the same", by="norland", marker="if",
        )
    )  # fmt: skip
    assert "not sudmark.guns only if not norland.guns" in wants(article)


def test_what_stays_while_something_is_lacking_ends_with_it():
    quote = "The boats stay in the lock as long as Norland has no receipt."
    article = Article().says(
        "precondition", "norland", "the boats stay in the lock", quote, "sudmark",
        condition="Norland has no receipt", by="sudmark", marker="as long as", need="fails",
    )  # fmt: skip
    assert any(want.startswith("not norland.boats only if sudmark.") for want in wants(article))


def test_what_is_done_when_the_other_gives_in_is_no_threat():
    quote = "Norland will close the sluice when Sudmark stops pumping the wells."
    article = Article().says(
        "threat", "norland", "close the sluice", quote, "sudmark",
        condition="Sudmark stops pumping the wells", by="sudmark", marker="when",
    )  # fmt: skip
    assert "not norland.open only if not sudmark.pump" in wants(article)


def test_what_others_are_not_to_do_before_something_is_asked_of_them():
    quote = "Norland insists that no dam be built before there is a treaty."
    article = Article().says(
        "precondition", "norland", "dam built", quote, "sudmark",
        condition="there is a treaty", by="norland sudmark", marker="before",
    )  # fmt: skip
    assert "not sudmark.build" in wants(article)


def drafted(text):
    """What is drafted of a text as it is read."""
    return draft(reader.read([Document("d1", text=text)]))


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        (("Norland and Sudmark are at odds. Norland has named two conditions under which it would "
          'agree to unblock the commission. "The first condition is that Sudmark pays the arrears," '
          "said its minister, Ana Berg. Sudmark refuses to pay the arrears."),
         "norland.unblock only if sudmark.pay"),
        (('"We hope that the crew will be released. Otherwise Norland will close the port," said '
          "Norland's minister, Ana Berg. Sudmark refused to release the crew."),
         "not norland.open if not sudmark.release"),
        (("Norland's minister linked any easing of the sanctions on Sudmark to the release of the "
          "crew. Sudmark will not release the crew."),
         "not norland.sudmark only if sudmark.release"),
    ],
)  # fmt: skip
def test_what_depends_is_told_before_or_beside_it(text, formula):
    parties = drafted(text).parties
    assert formula in {str(want.formula) for party in parties for want in party.ordered_wants}


def test_what_both_are_friends_of_is_no_option():
    text = (
        "Norland and Sudmark, both allies of France, are at odds over the road. Norland will not "
        "open the road until Sudmark pays the arrears. Sudmark refuses to pay the arrears."
    )
    assert not any("alignment" in option.label for option in drafted(text).options)
