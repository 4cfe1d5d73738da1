"""Whose a thing is, who must act where nobody is named, and what is only supposed."""

import pytest
from invented import Article

from detente.reading.drafting import draft


def said(about, condition, quote="", marker="if", by="sudmark", kind="precondition"):
    quote = quote or f"Norland would {about} {marker} {condition}."
    return Article().says(
        kind, "norland", about, quote, "sudmark", condition=condition, by=by, marker=marker,
    )  # fmt: skip


def labels(article, party="sudmark"):
    return {option.label for option in draft(article.coverage).party(party).options}


@pytest.mark.parametrize(
    ("condition", "label"),
    [
        ("Sudmark recognises its right to build dams", "recognise Norland's right to build dams"),
        ("Sudmark exempts its carmakers", "exempt Norland's carmakers"),
        ("Sudmark frees their crews", "free the crews"),
        ("Sudmark opens its archives", "open its archives"),
        ("Sudmark shares its own", "share its own data"),
        ("Sudmark undertakes to send it back", "send the data back"),
    ],
)
def test_its_is_of_the_holder_where_a_verb_regards_another(condition, label):
    assert label in labels(said("share the data", condition))


def test_the_same_and_more_is_both():
    article = said("withdraw its complaints", "Sudmark did the same and freed the crew")
    assert {"keep its complaints", "free the crew"} <= labels(article)


def test_a_part_of_a_sum_is_not_the_sum():
    article = said("resume deliveries", "Sudmark pays 40 million crowns", marker="only if").says(
        "precondition", "sudmark", "pay half of the sum",
        "Sudmark would pay half of the sum if shipments resume.", "norland",
        condition="shipments resume", by="norland", marker="if",
    )  # fmt: skip
    assert {"pay 40 million crowns", "pay half of the sum"} <= labels(article)
    assert not {"resume deliveries", "resume shipments"} <= labels(article, "norland")


def test_whoever_strikes_is_who_must_end_the_strike():
    article = (
        Article()
        .says(
            "precondition", "norland", "end the strike",
            "Norland will end the strike when Sudmark pays the arrears.", "sudmark",
            condition="Sudmark pays the arrears", by="sudmark", marker="when",
        )
        .says(
            "precondition", "sudmark", "release the allowances",
            "Sudmark will release the allowances once the lecturers call off the strike.",
            condition="the lecturers call off the strike", by="", marker="once",
        )
    )  # fmt: skip
    wants = {str(w.formula) for w in draft(article.coverage).party("sudmark").ordered_wants}
    assert "sudmark.release only if not norland.strike" in wants


def test_what_is_refused_is_not_done():
    article = said("let the monks stay", "Sudmark opens the archives", marker="so long as").says(
        "refusal", "sudmark", "open the archives", "Sudmark will not open the archives.", "norland"
    )
    option = next(o for o in draft(article.coverage).options if o.label == "open the archives")
    assert not option.status_quo


def test_a_threat_that_cannot_be_said_is_what_it_asks():
    article = said(
        "take the matter further", "Sudmark signs the treaty", marker="unless", kind="threat"
    ).says("demand", "sudmark", "open the border", "Sudmark wants Norland to open the border.",
           "norland")  # fmt: skip
    assert "sign the treaty" in labels(article)


def test_whoever_tells_it_to_tells_it_what_it_would_do():
    article = said("return the money", "Sudmark asks it to", marker="once")
    assert "ask Norland to return the money" in labels(article)


def test_it_is_the_thing_that_is_spoken_of():
    quote = "Norland will not teach in the east wing until it has been inspected."
    article = said("teach in the east wing", "it has been inspected", quote, marker="until")
    assert "inspect the east wing" in labels(article)


def test_whatever_would_return_is_who_returns():
    quote = "Norland said the 44 teachers would return when Sudmark pays the arrears."
    article = said("return", "Sudmark pays the arrears", quote, marker="when")
    assert "let the 44 teachers return" in labels(article, "norland")


def test_another_puts_up_with_the_holders_own_control():
    article = said("reopen the airport", "its own customs control", marker="only under")
    assert "accept Norland's customs control" in labels(article)


def test_the_others_do_the_same():
    article = said("cut its quota", "the others cut", "Norland will cut its quota when the others cut.",
                   marker="when")  # fmt: skip
    assert "cut its quota" in labels(article)


def test_one_or_the_other_is_a_price_in_either_way():
    quote = "Norland will reopen the port only if Sudmark pays the arrears or withdraws its boats."
    article = said("reopen the port", "Sudmark pays the arrears or withdraws its boats", quote,
                   marker="only if")  # fmt: skip
    found = [str(w.formula) for w in draft(article.coverage).party("norland").ordered_wants]
    assert "norland.reopen only if sudmark.pay or not sudmark.boats" in found
    assert "sudmark.pay or not sudmark.boats" in found
    assert "sudmark.pay" not in found


def test_nobody_decides_that_a_war_is_over():
    article = said("reopen the port", "the war is over", marker="until")
    assert "circumstances" in {party.id for party in draft(article.coverage).parties}


def test_warships_sent_if_another_does_something_are_a_threat():
    quote = "Norland will send warships if a Sudmark vessel maps the seabed."
    dispute = draft(said("send warships", "a Sudmark vessel maps the seabed", quote).coverage)
    assert "norland.send if sudmark.map" in [
        str(want.formula) for want in dispute.party("norland").ordered_wants
    ]


def test_what_depends_is_the_promise():
    quote = "Norland will guarantee that no carrier would lose a route if Sudmark signed."
    article = said("lose a route", "Sudmark signed", quote)
    assert labels(article, "norland") >= {"guarantee that no carrier would lose a route"}


def test_what_one_would_withdraw_that_presses_is_offered():
    article = said("pay the arrears", "Norland withdraws its gunboats from the bay", by="norland")
    article.says(
        "threat", "norland", "withdraw them", "Norland will withdraw them if payment is made.",
        "sudmark", condition="payment is made", by="sudmark", marker="if",
    )  # fmt: skip
    wanted = [str(want.formula) for want in draft(article.coverage).party("norland").ordered_wants]
    assert "not sudmark.pay" not in wanted


def test_what_stays_is_kept():
    article = said("suspend the charge", "Sudmark drops its court case", marker="only if")
    article.says(
        "refusal", "sudmark", "The case stays", "“The case stays,” Sudmark said.", "norland"
    )
    wanted = [str(want.formula) for want in draft(article.coverage).party("sudmark").ordered_wants]
    assert "sudmark.case" in wanted


def test_the_building_is_the_one_that_is_occupied():
    article = said("cut its ties", "Sudmark leaves the rectorate", by="sudmark")
    quote = "Norland would publish the contracts if the building was vacated."
    article.says(
        "precondition", "norland", "publish the contracts", quote, "sudmark",
        condition="the building was vacated", by="sudmark", marker="if",
    )  # fmt: skip
    assert "stay in the rectorate" in labels(article)
    assert not any("building" in label for label in labels(article))


def test_on_them_is_on_what_depends():
    article = said("confirm the lists", "the under-25s are put on them", marker="unless")
    assert "put the under-25s on the lists" in labels(article)


def test_who_would_be_allowed_to_do_it_is_whoever_says_so():
    article = said("suspend the case", "it were allowed to sell its stake")
    assert "let Norland sell its stake" in labels(article)


def test_what_one_insists_on_having_at_the_other_s_is_accepted_there():
    quote = "Norland insists on its own customs officers at both ends."
    article = said("share the data", "Sudmark opens its archives").says(
        "demand", "norland", "insist on its own customs officers at both ends", quote, "sudmark"
    )
    assert "accept Norland's customs officers at both ends" in labels(article)


def test_pressure_is_ended_by_the_other_side_where_nobody_is_named():
    article = said("reopen the mill", "the pickets left the gate", by="")
    assert "sudmark" in {o.party for o in draft(article.coverage).options if "picket" in o.label}


def test_what_one_wants_its_own_to_do_is_let_by_the_other():
    quote = "Norland wants its engineers to inspect the dam."
    article = said("share the data", "Sudmark opens its archives").says(
        "demand", "norland", "want its engineers to inspect the dam", quote, "sudmark"
    )
    assert "let Norland's engineers inspect the dam" in labels(article)
