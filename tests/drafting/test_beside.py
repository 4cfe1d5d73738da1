"""Thin drafts: what is in force, held against a side, claimed, offered; nothing where it is spent."""

from dataclasses import replace

import pytest
from analysis_judge import judge
from invented import Article

from detente.dispute.evidence import Event
from detente.dispute.file import loads
from detente.dispute.formula import atoms
from detente.dispute.writing import dumps
from detente.reading.drafting import draft

FERRY = "Norland will not reopen the ferry line until Sudmark pays the arrears."


def thin():
    return Article().says(
        "precondition", "norland", "reopen the ferry line", FERRY, "sudmark",
        condition="Sudmark pays the arrears", by="sudmark",
    )  # fmt: skip


def happens(article, kind, actor, what, date=None):
    piece = article._piece("event", what)
    article.evidence.append(piece)
    article.events.append(Event(kind, what, (actor,), (), date, (piece.id,)))
    return article


def options(article):
    dispute = draft(article.coverage)
    assert loads(dumps(dispute)).status_quo == dispute.status_quo
    return {str(o.atom): (o.label, o.status_quo) for o in dispute.options}


def wants(article, party):
    ordered = draft(article.coverage).party(party).ordered_wants
    return {str(want.formula): want.assumed for want in ordered}


@pytest.mark.parametrize(
    ("kind", "what", "option", "label", "now"),
    [
        ("coerce", "Sudmark closed its airspace", "open", "open its airspace", False),
        ("sanction", "Sudmark imposed a duty on fish", "duty", "keep the duty on fish", True),
        ("halt", "Sudmark recalled its ambassador", "ambassador", "restore its ambassador", False),
        ("coerce", "Sudmark seized two trawlers", "release", "release two trawlers", False),
    ],
)
def test_what_is_in_force_by_an_event_can_be_undone(kind, what, option, label, now):
    article = happens(thin(), kind, "sudmark", what)
    found = options(article)
    assert (label, now) in found.values(), found
    assert any(atom.startswith("sudmark.") for atom, row in found.items() if row == (label, now))
    assert option


def test_what_was_undone_is_no_longer_in_force():
    article = happens(thin(), "coerce", "sudmark", "Sudmark closed its airspace")
    happens(article, "other", "sudmark", "Sudmark reopened its airspace")
    assert not any("airspace" in label for label, _ in options(article).values())


@pytest.mark.parametrize(
    ("kind", "actor", "what", "date"),
    [
        ("coerce", "sudmark", "Sudmark closed its airspace", "1998"),
        ("coerce", "court", "The court closed its doors", None),
        ("negotiate", "sudmark", "Sudmark met the envoys", None),
        ("decide", "sudmark", "Sudmark held an election", None),
    ],
)
def test_what_has_passed_or_is_an_outsiders_is_no_option(kind, actor, what, date):
    article = happens(thin(), kind, actor, what, date)
    assert options(article).keys() == options(thin()).keys()


def test_what_one_is_accused_of_doing_the_other_wants_stopped():
    article = thin().says(
        "accusation", "norland", "block the strait", "Norland accuses Sudmark of blocking the strait.",
        "sudmark",
    )  # fmt: skip
    assert ("open the strait", False) in options(article).values()
    assert wants(article, "norland")["sudmark.open"] is False
    assert wants(article, "sudmark")["not sudmark.open"] is True


@pytest.mark.parametrize(
    "quote",
    [
        "Norland accuses Sudmark of breaking the treaty.",
        "Norland called the drills a provocation.",
        "Norland accuses Sudmark of lying to its fishermen.",
    ],
)
def test_a_judgement_is_no_option(quote):
    article = thin().says("accusation", "norland", quote, quote, "sudmark")
    assert options(article).keys() == options(thin()).keys()


def test_a_claim_is_upheld_and_contested():
    article = thin().relates("claims", "norland", "the Skerries", "Norland claims the Skerries.")
    assert ("keep its claim to the Skerries", True) in options(article).values()
    assert "not norland.claim" in wants(article, "sudmark")


def test_an_offer_of_its_own_accord_is_wanted_by_the_other_by_assumption():
    article = thin().says(
        "offer", "sudmark", "build a new pier", "Sudmark offered to build a new pier.", "norland"
    )
    assert wants(article, "norland")["sudmark.build"] is True
    assert not any("build" in want for want in wants(article, "sudmark"))


def test_a_full_draft_takes_in_nothing_beside():
    full = thin()
    for what in ("return the buoys", "publish the charts"):
        full.says("demand", "norland", what, f"Norland demands that Sudmark {what}.", "sudmark")
    before = options(full).keys()
    happens(full, "coerce", "sudmark", "Sudmark closed its airspace")
    assert options(full).keys() == before


def test_where_nobody_names_a_price_what_is_refused_is_at_issue():
    article = Article().says(
        "refusal", "sudmark", "sell the islands", "Sudmark will not sell the islands.", "norland"
    )
    dispute = draft(article.coverage)
    assert str(dispute.resolution.formula) == "sudmark.sell"


def test_a_want_never_contradicts_itself():
    article = Article().says(
        "precondition", "norland", "hold talks", "No talks until Sudmark hands over its guns.",
        "sudmark", condition="Sudmark hands over its guns", by="sudmark",
    ).says(
        "precondition", "norland", "hold talks", "You cannot hold talks with guns on the table.",
        "sudmark", condition="guns", by="sudmark", need="fails", marker="with",
    )  # fmt: skip
    (first, *_) = draft(article.coverage).party("norland").ordered_wants
    assert str(first.formula) == "norland.talk only if sudmark.guns"
    assert len(list(atoms(first.formula))) == 2


def test_a_threat_that_is_not_carried_out_waits_for_its_hour():
    article = Article().says(
        "threat", "norland", "close the port", "Norland will close the port unless Sudmark pays the arrears.",
        "sudmark", condition="Sudmark pays the arrears", by="sudmark", need="fails", marker="unless",
    )  # fmt: skip
    dispute = draft(article.coverage, judge)
    assert judge(dispute).verdict == "stuck"
    (first, *_) = dispute.party("norland").ordered_wants
    assert str(first.formula) == "not norland.open if calendar.deadline and not sudmark.pay"


def test_what_calls_off_a_threat_averts_it():
    article = Article().says(
        "threat", "norland", "walk out", "Norland's pilots will walk out on Friday unless Sudmark pays the arrears.",
        "sudmark", condition="Sudmark pays the arrears", by="sudmark", need="fails", marker="unless",
    ).says(
        "precondition", "norland", "suspend the strike", "They would suspend the strike if Sudmark orders a review.",
        "sudmark", condition="Sudmark orders a review", by="sudmark", marker="if",
    )  # fmt: skip
    (first, *_) = draft(article.coverage).party("norland").ordered_wants
    assert str(first.formula) == (
        "norland.strike if calendar.deadline and not sudmark.pay and not sudmark.order"
    )


def test_the_action_is_the_strike():
    article = Article().says(
        "precondition", "norland", "discuss staffing", "Norland will not discuss staffing until the strike is called off.",
        "sudmark", condition="the strike is called off", by="sudmark",
    ).says(
        "precondition", "sudmark", "suspend the action", "We will suspend the action once Norland pays the arrears.",
        "norland", condition="Norland pays the arrears", by="norland", marker="once",
    )  # fmt: skip
    owned = [atom for atom in options(article) if atom.startswith("sudmark.")]
    assert sum("strike" in atom or "action" in atom for atom in owned) == 1


def test_what_stands_in_the_headline_and_the_text_is_in():
    article = thin()
    for what in ("return the buoys", "publish the charts", "mend the pier"):
        article.says("demand", "norland", what, f"Norland demands that Sudmark {what}.", "sudmark")
    headline = "Sudmark refuses to sell the islands"
    article.says("refusal", "sudmark", "sell the islands", headline, "norland")
    coverage = article.says(
        "refusal", "sudmark", "sell the islands", "Sudmark refused to sell the islands.", "norland"
    ).coverage
    piece = coverage.evidence[-2]
    first = coverage.documents[0]
    document = replace(first, title=headline, headline=(piece.start, piece.end))
    dispute = draft(replace(coverage, documents=(document,)))
    assert "sudmark.sell" in {str(option.atom) for option in dispute.options}
