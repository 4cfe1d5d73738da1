"""Who is a side: go-betweens who quarrel, outsiders who are awaited, whoever is asked most."""

from dataclasses import replace

import pytest
from invented import Article

from detente.dispute.evidence import Actor, Condition, Document, Evidence
from detente.reading import reader
from detente.reading.drafting import draft
from detente.reading.drafting.cast import Cast
from detente.reading.drafting.labels import label
from detente.reading.drafting.pointing import pointed
from detente.reading.drafting.positions import ends_another, positions

LEAGUE = Actor("league", "the Strait League", "organisation", "mediator")
TOWN = Actor("town", "the town of Skerry", "group", "third_party")


def ferry(parties):
    return Article(parties=parties).says(
        "precondition", "norland", "reopen the ferry line",
        "Norland will not reopen the ferry line until Sudmark pays the arrears.", "sudmark",
        condition="Sudmark pays the arrears", by="sudmark",
    )  # fmt: skip


def quarrelling(*kinds):
    """A go-between that is on record with some kinds of statements, and is pressed as well."""
    article = Article(parties=(*Article().parties[:2], LEAGUE))
    for number, kind in enumerate(kinds):
        article.says(kind, "league", f"share its records {number}", f"The League spoke {number}.")
    return article.says("demand", "norland", "open its archive", "Norland presses.", "league")


@pytest.mark.parametrize(
    ("kinds", "decides"),
    [
        (("refusal", "threat"), True),
        (("accusation", "refusal"), True),
        (("offer", "offer", "offer"), False),
        (("refusal",), False),
    ],
)
def test_a_go_between_who_quarrels_and_is_pressed_is_a_side(kinds, decides):
    assert Cast(quarrelling(*kinds).coverage).may_decide("league") is decides


def test_a_go_between_who_speaks_for_a_side_is_none():
    article = quarrelling("refusal", "threat")
    spokesman = replace(LEAGUE, speaks_for="norland")
    article.parties = (*article.parties[:2], spokesman)
    assert not Cast(article.coverage).may_decide("league")


def test_an_outsider_without_a_want_of_its_own_is_awaited():
    article = ferry((*Article().parties[:2], TOWN)).says(
        "precondition", "sudmark", "pay the arrears",
        "Sudmark will pay the arrears once the town clears the pier.", "norland",
        condition="the town clears the pier", by="town", marker="once",
    )  # fmt: skip
    dispute = draft(article.coverage)
    town = dispute.party("town")
    assert [(option.label, option.can) for option in town.options] == [("clear the pier", "start")]
    assert town.wants == ()


def test_where_only_one_side_is_left_whom_it_asks_most_is_the_other():
    """The town is an outsider, but there is nobody else to be at odds with."""
    article = Article(parties=(Article().parties[0], TOWN))
    for number, doing in enumerate(("clear the pier", "pay the harbour dues", "clear the pier")):
        quote = f"Norland demands that the town {doing} ({number})."
        article.says("demand", "norland", doing, quote, "town")
    dispute = draft(article.coverage)
    wants = {str(want.formula) for want in dispute.party("town").ordered_wants}
    assert {"not town.clear", "not town.pay"} <= wants
    assert all(want.assumed for want in dispute.party("town").ordered_wants)
    assert {option.can for option in dispute.party("town").options} == {"both"}


# What is refused and shared -----------------------------------------------------------------------


def refused():
    return Article().says(
        "refusal", "norland", "hold talks", "Norland will not hold talks.", "sudmark"
    )


def test_what_is_shared_and_refused_has_both_its_sides():
    dispute = draft(refused().coverage)
    assert {str(option.atom) for option in dispute.options} >= {"norland.talk", "sudmark.talk"}
    assert str(dispute.resolution.formula) == "norland.talk and sudmark.talk"


def test_nobody_wants_what_it_has_refused_outright():
    wants = [str(want.formula) for want in draft(refused().coverage).party("norland").ordered_wants]
    assert wants == ["not norland.talk"]


# What statements are about ------------------------------------------------------------------------


def told(article):
    return {str(option.atom): option.label for option in draft(article.coverage).options}


def test_a_refusal_whose_reason_cannot_be_said_is_a_refusal():
    article = ferry(Article().parties).says(
        "precondition", "sudmark", "dismantling of the customs post",
        "There can be no dismantling of the customs post while our jobs are under attack.",
        "norland", condition="our jobs are under attack", by="norland", need="fails", marker="while",
    )  # fmt: skip
    found = [p for p in positions(article.coverage).positions if p.holder == "sudmark"]
    assert [(p.kind, p.condition) for p in found] == [("refusal", ())]


def test_what_a_side_is_to_get_is_its_own():
    article = ferry(Article().parties).says(
        "demand", "norland", "get its safety", "Norland must get its safety.", "sudmark"
    )
    assert "guarantee Norland's safety" in told(article).values()


def test_who_says_so_is_no_part_of_it():
    article = ferry(Article().parties).says(
        "offer", "sudmark", "open the lock at night, its ministry repeated in Sudholm",
        "Sudmark would open the lock at night, its ministry repeated in Sudholm.", "norland",
    )  # fmt: skip
    labels = [p.about[0].act.mentions[0].doing.noun for p in positions(article.coverage).positions]
    assert "the lock" in labels


def test_not_to_work_the_shifts_is_the_boycott():
    article = Article().says(
        "precondition", "sudmark", "discuss sick pay",
        "Sudmark will discuss sick pay only once the weekend shifts are being worked again.",
        "norland", condition="the weekend shifts are being worked again", by="norland",
        marker="only once",
    ).says(
        "precondition", "norland", "the boycott would end",
        "Norland says the boycott would end the day Sudmark put the contracts on paper.",
        "sudmark", condition="Sudmark put the contracts on paper", by="sudmark", marker="the day",
    )  # fmt: skip
    mine = [label for atom, label in told(article).items() if atom.startswith("norland.")]
    assert sorted(mine) == ["discuss sick pay", "go on with the boycott"]


def test_what_is_only_imagined_does_not_hold_yet():
    article = Article().says(
        "precondition", "sudmark", "join the pact",
        "Sudmark would join the pact so long as it got a seat on the board.", "norland",
        condition="it got a seat on the board", by="norland", marker="so long as",
    )  # fmt: skip
    dispute = draft(article.coverage)
    assert not any(option.status_quo for option in dispute.party("norland").options)


def test_what_is_written_into_a_pact_is_written():
    about = "want a cap of eight boats written into the pact"
    article = ferry(Article().parties).says(
        "demand",
        "norland",
        about,
        "They want a cap of eight boats written into the pact.",
        "sudmark",
    )
    assert "write a cap of eight boats into the pact" in told(article).values()


def test_what_is_called_off_is_the_strike():
    article = Article(text="The strike of the pilots went on.\n").says(
        "precondition", "norland", "call this off",
        "The pilots would call this off if Sudmark paid the arrears.", "sudmark",
        condition="Sudmark paid the arrears", by="sudmark", marker="if",
    )  # fmt: skip
    assert ("norland.strike", "go on with the strike") in told(article).items()


def test_all_of_them_are_not_what_waits_for_them():
    """No permits until all of them have gone: the launches."""
    article = Article(text="Sudmark has three launches in the strait. ").says(
        "precondition", "norland", "permits issued",
        "No permits will be issued until all of them have gone.", "sudmark",
        condition="all of them have gone", by="sudmark",
    )  # fmt: skip
    assert "keep three launches in the strait" in told(article).values()


def test_what_a_thing_does_is_let_do_it():
    """No cable crosses by its own will, and "no lorry" is a lorry."""
    article = ferry(Article().parties).says(
        "precondition", "sudmark", "no cable can cross its shelf",
        "No cable can cross its shelf unless no lorry carries coal.",
        "norland", condition="no lorry carries coal", by="norland", marker="unless",
    )  # fmt: skip
    found = next(p for p in positions(article.coverage).positions if p.holder == "sudmark")
    labels = [label(literal.act) for literal in (*found.about, *found.condition)]
    assert labels == ["let a cable cross its shelf", "let a lorry carry coal"]
    assert [literal.sign for literal in found.condition] == [False]


def test_it_is_the_paper_just_spoken_of():
    article = ferry(Article().parties).says(
        "precondition", "sudmark", "respect a ruling",
        "Sudmark would respect a ruling only if it covered safety as well.",
        "norland", condition="it covered safety as well", by="norland", marker="only if",
    )  # fmt: skip
    found = next(p for p in positions(article.coverage).positions if p.holder == "sudmark")
    assert [label(lit.act) for lit in found.condition] == ["let the ruling cover safety"]


def test_what_will_not_be_used_if_talks_begin_is_a_threat():
    article = ferry(Article().parties).says(
        "precondition", "norland", "use the order",
        "The order will not be used if talks begin, Norland said.",
        "sudmark", condition="talks begin", by="sudmark", need="fails", marker="if",
    )  # fmt: skip
    found = [p for p in positions(article.coverage).positions if p.holder == "norland"]
    threat = next(p for p in found if "order" in p.piece.quote)
    assert threat.kind == "threat"
    assert not any(literal.act.now for literal in threat.condition)


def test_a_suit_before_the_court_is_no_second_condition():
    quote = "Norland will not pay as long as the suit before the court in Esk is pending"
    at, inside = quote.index("the suit"), quote.index("the court")
    long = Condition(quote[at:], at, len(quote), "as long as")
    short = Condition(quote[inside:], inside, len(quote), "before")
    one, other = (
        Evidence(f"q{n}", "d1", quote, 0, len(quote), "precondition", ("norland",),
                 about=quote[13:condition.start - 1], condition=condition)
        for n, condition in enumerate((long, short))
    )  # fmt: skip
    assert ends_another(other, [one, other])
    assert not ends_another(one, [one, other])


def test_who_leaves_leaves_what_he_took():
    text = "Readers occupied the library in May. They say they will leave only when Norland pays."
    said = "they will leave only when Norland pays"
    at = text.index(said)
    piece = Evidence("q1", "d1", said, at, at + len(said), "precondition", ("readers",))
    assert pointed(Document("d1", text=text), piece, "leave") == "leave the library"


def test_prices_between_the_same_two_are_drafted_while_there_is_room():
    article = (
        ferry(Article().parties)
        .says("precondition", "norland", "share its maps",
              "Norland would share its maps if Sudmark opened its archive.", "sudmark",
              condition="Sudmark opened its archive", by="sudmark", marker="if")
        .says("precondition", "sudmark", "cut its quota",
              "Sudmark would cut its quota if Norland withdrew its claim.", "norland",
              condition="Norland withdrew its claim", by="norland", marker="if")
    )  # fmt: skip
    wants = {str(w.formula) for p in draft(article.coverage).parties for w in p.ordered_wants}
    assert "norland.share only if sudmark.open" in wants
    assert "sudmark.cut only if not norland.claim" in wants


def test_who_puts_a_price_on_what_a_side_does_comes_in_where_there_is_room():
    article = ferry((*Article().parties[:2], replace(LEAGUE, role="principal"))).says(
        "precondition", "league", "repair the quay",
        "The League would repair the quay if Sudmark dredged the channel.", "sudmark",
        condition="Sudmark dredged the channel", by="sudmark", marker="if",
    )  # fmt: skip
    wants = {str(w.formula) for p in draft(article.coverage).parties for w in p.ordered_wants}
    assert "league.repair only if sudmark.dredge" in wants


def test_letters_may_be_those_of_a_union():
    text = (
        "The drivers' union ASFV will end the strike if Norair restores the second pilot. Norair "
        "rejected that. Norair will not talk until the union withdraws its complaint. The union "
        "refused. The smaller union UTF has signed."
    )
    drafted = draft(reader.read([Document("d1", text=text)]))
    assert "smaller_union" not in {party.id for party in drafted.parties}
