"""The drafting rules, one by one, on invented coverages."""

from dataclasses import replace

import pytest
from analysis_judge import judge
from invented import COUNCIL, Article

from detente.dispute.evidence import Actor, Event
from detente.dispute.file import loads
from detente.dispute.formula import atoms
from detente.dispute.model import AnyOrder
from detente.dispute.writing import dumps
from detente.errors import NothingToAnswerError
from detente.reading.drafting import Judgement, Mover, draft

FERRY = "Norland will not reopen the ferry line until Sudmark withdraws its patrols."
PATROLS = "Sudmark will not withdraw its patrols before Norland has paid the arrears."


def ferry():
    return Article().says(
        "precondition", "norland", "reopen the ferry line", FERRY, "sudmark",
        condition="Sudmark withdraws its patrols", by="sudmark",
    )  # fmt: skip


def both():
    return ferry().says(
        "precondition", "sudmark", "withdraw its patrols", PATROLS, "norland",
        condition="Norland has paid the arrears", by="norland", marker="before",
    )  # fmt: skip


def told(dispute):
    """The options that have a quote: none of the last resort."""
    return {o.atom for o in dispute.options if not o.assumed}


def wants(dispute, party):
    ordered = dispute.party(party).ordered_wants
    return [str(want.formula) for want in ordered if told(dispute).issuperset(atoms(want.formula))]


def options(dispute):
    return {str(o.atom): (o.label, o.status_quo) for o in dispute.options if not o.assumed}


def sound(dispute):
    assert loads(dumps(dispute)).status_quo == dispute.status_quo
    return dispute


def test_a_precondition_is_a_want():
    dispute = sound(draft(ferry().coverage))
    assert options(dispute) == {
        "norland.reopen": ("reopen the ferry line", False),
        "sudmark.patrols": ("keep its patrols", True),
    }
    assert wants(dispute, "norland") == [
        "norland.reopen only if not sudmark.patrols",
        "not sudmark.patrols",
    ]
    assert wants(dispute, "sudmark") == ["sudmark.patrols", "norland.reopen"]
    assert all(want.assumed for want in dispute.party("sudmark").ordered_wants)
    assert str(dispute.resolution.formula) == "norland.reopen"
    assert judge(dispute).verdict == "stuck"


def test_every_quoted_want_says_where_it_comes_from():
    for party in draft(both().coverage).parties:
        for want in party.ordered_wants:
            assert bool(want.because) is not want.assumed


def test_linked_preconditions_are_one_resolution():
    dispute = sound(draft(both().coverage))
    assert str(dispute.resolution.formula) == "norland.reopen and not sudmark.patrols"
    assert dispute.resolution.assumed


def test_several_conditions_for_one_prize_are_one_conjunction():
    article = ferry().says(
        "precondition", "norland", "reopen the ferry line",
        "No ferry before Sudmark has paid the port fees.", "sudmark",
        condition="Sudmark has paid the port fees", by="sudmark", marker="before",
    )  # fmt: skip
    first, *_ = wants(draft(article.coverage), "norland")
    assert first == "norland.reopen only if not sudmark.patrols and sudmark.pay"


def test_a_condition_that_fails_now_is_turned():
    article = Article().says(
        "precondition", "norland", "talks", "No talks as long as armed boats circle our trawlers.",
        "sudmark", condition="armed boats circle our trawlers", by="sudmark", need="fails",
        marker="as long as",
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    assert options(dispute)["sudmark.boats"] == ("keep armed boats", True)
    assert wants(dispute, "norland")[0] == "norland.talk only if not sudmark.boats"


def test_a_shared_doing_is_an_option_of_each_side_and_a_stake():
    article = Article().says(
        "precondition", "norland", "talks", "Talks can begin once Sudmark pays the arrears.",
        "sudmark", condition="Sudmark pays the arrears", by="sudmark", marker="once",
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    assert str(dispute.resolution.formula) == "norland.talk and sudmark.talk"
    assert wants(dispute, "sudmark")[-1] == "norland.talk and sudmark.talk"
    assert wants(dispute, "norland")[-1] == "norland.talk and sudmark.talk"


def test_no_stake_is_assumed_for_one_who_words_it_as_a_refusal():
    article = Article().says(
        "precondition", "norland", "talks", "There will be no talks until Sudmark pays the arrears.",
        "sudmark", condition="Sudmark pays the arrears", by="sudmark",
    )  # fmt: skip
    assert "norland.talk and sudmark.talk" not in wants(draft(article.coverage), "norland")


def test_a_quoted_refusal_stands_above_the_demands():
    article = ferry().says(
        "refusal",
        "sudmark",
        "withdrawing the patrols",
        "Sudmark ruled out withdrawing the patrols.",
    )
    first = draft(article.coverage).party("sudmark").ordered_wants[0]
    assert (str(first.formula), first.assumed) == ("sudmark.patrols", False)


def test_a_price_is_not_a_refusal():
    article = both().says(
        "refusal",
        "sudmark",
        "withdraw its patrols",
        "Sudmark says it will not withdraw its patrols.",
        "norland",
    )
    dispute = draft(article.coverage)
    assert wants(dispute, "sudmark")[0] == "not sudmark.patrols only if norland.pay"
    assert len(dispute.party("sudmark").ordered_wants[0].because) == 2


def test_an_absolute_position_costs_more():
    article = ferry().says(
        "refusal",
        "sudmark",
        "withdrawing the patrols",
        "The patrols are non-negotiable, Sudmark says.",
    )
    assert draft(article.coverage).party("sudmark").ordered_wants[0].cost == 2


def test_a_threat_is_an_option_that_nobody_is_assumed_to_want():
    article = ferry().says(
        "threat", "norland", "close the port", "Norland will close the port on Friday unless Sudmark pays the arrears.",
        "sudmark", condition="Sudmark pays the arrears", by="sudmark", need="fails", marker="unless",
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    threat = next(w for w in wants(dispute, "norland") if " if " in w and "only" not in w)
    assert threat == "not norland.open if calendar.deadline and not sudmark.pay"
    assert "norland.open" in wants(dispute, "sudmark")
    assert dispute.party("calendar").options[0].can == "start"


def test_a_court_is_awaited():
    article = ferry().says(
        "precondition", "norland", "pay the arrears", "Norland will pay the arrears once the court has ruled.",
        "sudmark", condition="the court has ruled", by="court", marker="once",
    ).says(
        "precondition", "sudmark", "withdraw its patrols", PATROLS, "norland",
        condition="Norland has paid the arrears", by="norland", marker="before",
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    court = dispute.party("court")
    assert [(option.can, option.status_quo) for option in court.options] == [("start", False)]
    assert court.wants == ()


def stance(
    quote="Talks can begin only if Sudmark ends its hostile stance.",
    condition="Sudmark ends its hostile stance",
):
    return (
        Article(title="Norland and Sudmark at odds")
        .says("precondition", "norland", "peace talks", quote, "sudmark", condition=condition, by="sudmark", marker="only if")
        .relates("sanctions", "sudmark", "norland", "Sudmark's sanctions on Norland")
        .relates("aligned", "sudmark", "the Western League", "Sudmark's alliance with the Western League")
    )  # fmt: skip


def test_an_umbrella_is_the_acts_that_the_text_names():
    assert wants(draft(stance().coverage), "norland")[0] == (
        "norland.talk only if not sudmark.sanctions and not sudmark.align"
    )


def test_sanctions_that_are_only_told_as_imposed_are_one_of_the_acts():
    article = stance()
    imposed, *article.relations = article.relations
    article.events.append(Event("sanction", actor=("sudmark",), because=imposed.because))
    assert wants(draft(article.coverage), "norland")[0] == (
        "norland.talk only if not sudmark.sanctions and not sudmark.align"
    )


def test_an_umbrella_that_lists_its_acts():
    quote = "Talks can begin only if Sudmark ends its hostile acts, among them espionage and the naval pact."
    article = stance(quote, quote[24:-1])
    assert wants(draft(article.coverage), "norland")[0] == (
        "norland.talk only if not sudmark.espionage and not sudmark.pact"
    )


def heart():
    return (
        stance()
        .contests("the Skerry islands", "territory")
        .relates("claims", "sudmark", "the Skerry islands", "A central issue is the Skerry islands, which Sudmark claims")
        .relates("controls", "norland", "the Skerry islands", "The central issue of the dispute is the islands, which Norland has held since 1950")
        .says("demand", "sudmark", "a settlement of the territorial quarrel as part of peace talks",
              "Sudmark still wants a settlement of the territorial quarrel as part of peace talks.", "norland")
        .says("willingness", "norland sudmark", "better relations", "Both sides say that they want better relations.")
        .stuck()
    )  # fmt: skip


def test_what_is_to_be_part_of_the_talks_is_an_option_and_a_price():
    dispute = sound(draft(heart().coverage, judge))
    assert wants(dispute, "sudmark")[0] == "sudmark.talk only if norland.discuss"
    assert options(dispute)["norland.discuss"] == ("discuss the Skerry islands", False)
    assert "not norland.discuss" in wants(dispute, "norland")


def test_the_heart_of_the_dispute_is_in_scope_with_its_claimants():
    dispute = sound(draft(heart().coverage, judge))
    assert options(dispute)["norland.hold"] == ("keep hold of the Skerry islands", True)
    assert "not norland.hold" in wants(dispute, "sudmark")
    assert len(dispute.options) == 6
    assert set(judge(dispute).diagnosis) == {"incompatible"}


def test_a_mediators_offer_is_left_out():
    article = both().says(
        "offer",
        "council",
        "host new talks",
        "The Strait Council offered to host new talks.",
        "norland sudmark",
    )
    dispute = draft(article.coverage)
    assert not dispute.party("council").options
    assert COUNCIL.name in " ".join(row.what for row in dispute.left_out)


def test_what_only_its_owner_mentions_is_left_out():
    article = both().says(
        "intent", "sudmark", "build a lighthouse", "Sudmark will build a lighthouse."
    ).says(
        "demand", "norland", "open the archive", "Norland wants Sudmark to open the archive.", "sudmark"
    )  # fmt: skip
    dispute = draft(article.coverage)
    assert "sudmark.build" not in options(dispute)
    assert any("lighthouse" in row.what for row in dispute.left_out)


def test_a_headline_is_one_more_quote():
    headline = "Norland: no ferry until patrols go"
    article = Article().says(
        "precondition",
        "norland",
        "ferry",
        headline,
        "sudmark",
        condition="patrols go",
        by="sudmark",
    )
    article.says(
        "precondition", "norland", "reopen the ferry line", FERRY, "sudmark",
        condition="Sudmark withdraws its patrols", by="sudmark",
    )  # fmt: skip
    coverage = article.coverage
    document = replace(coverage.documents[0], headline=(0, len(headline)))
    dispute = draft(replace(coverage, documents=(document,)))
    assert options(dispute).keys() == {"norland.reopen", "sudmark.patrols"}
    assert dispute.party("norland").ordered_wants[0].because == ("q2", "q1")


def test_history_is_told_not_held():
    article = both().says(
        "demand",
        "norland",
        "the whole strait",
        "In 1998 Norland demanded the whole strait.",
        "sudmark",
    )
    assert "strait" not in " ".join(label for label, _ in options(draft(article.coverage)).values())


def test_without_preconditions_what_is_most_demanded_is_at_issue():
    article = (
        Article()
        .says("demand", "norland", "withdraw its patrols", "Norland urged Sudmark to withdraw its patrols.", "sudmark")
        .says("refusal", "sudmark", "withdraw its patrols", "Sudmark refused to withdraw its patrols.", "norland")
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    assert str(dispute.resolution.formula) == "not sudmark.patrols"


def test_the_narrators_conditions_are_no_wants():
    article = both().says(
        "precondition", "author", "peace", "There will be no peace until Sudmark pays the arrears.", "sudmark",
        condition="Sudmark pays the arrears", by="sudmark",
    )  # fmt: skip
    assert draft(article.coverage).resolution == draft(both().coverage).resolution


def test_assumed_wants_that_move_a_stuck_dispute_are_dropped():
    def wary(dispute):
        gains = [
            n for n, want in enumerate(dispute.party("sudmark").ordered_wants, 1) if want.assumed
        ]
        return (
            Judgement("moving", (Mover("sudmark", tuple(gains)),))
            if len(gains) > 2
            else Judgement("stuck")
        )

    dispute = draft(ferry().coverage, wary)
    assert len(dispute.party("sudmark").ordered_wants) == 2


def test_what_still_moves_is_said_first():
    dispute = draft(ferry().coverage, lambda _: Judgement("moving", (Mover("norland"),)))
    assert "Norland would gain by acting alone" in dispute.look_first[0]


def test_a_settled_draft_gives_way_to_the_next_candidate():
    article = both().says(
        "precondition", "norland", "dredge the canal", "Norland will dredge the canal if Sudmark lends its barges.",
        "sudmark", condition="Sudmark lends its barges", by="sudmark", marker="if",
    )  # fmt: skip
    first = draft(article.coverage).resolution

    def strict(dispute):
        return Judgement("settled" if dispute.resolution == first else "stuck")

    assert draft(article.coverage, strict).resolution != first


@pytest.mark.parametrize("kinds", [(), ("claim",), ("accusation", "denial")])
def test_nothing_to_choose_is_no_dispute(kinds):
    article = Article()
    for kind in kinds:
        article.says(kind, "norland", "the strait", "Norland calls the strait its own.", "sudmark")
    with pytest.raises(NothingToAnswerError, match="no dispute found"):
        draft(article.coverage)


def test_where_nothing_can_be_said_they_could_talk_and_settle():
    """A refusal of what cannot be said still tells that they are at odds; all of it is assumed."""
    article = Article().says("refusal", "norland", "it", "Norland will not have it.", "sudmark")
    dispute = draft(article.coverage)
    assert len(dispute.decision_makers) == 2
    assert [str(option.atom) for option in dispute.options] == [
        "norland.talk", "norland.sign", "sudmark.talk", "sudmark.sign",
    ]  # fmt: skip
    assert all(want.assumed for party in dispute.parties for want in party.ordered_wants)


def test_odd_fields_are_survived():
    article = (
        ferry()
        .says("precondition", "sudmark", None, "Not before Norland pays.", "nobody", condition="Norland pays", by="norland")
        .says("demand", "norland", "", "It must.", "")
        .says("threat", "stranger", "strike", "The stranger will strike.", "sudmark")
        .says("refusal", "norland sudmark", "it", "Neither will.", "")
        .relates("controls", "nobody", "sudmark", "Nobody controls it")
        .relates("sanctions", "norland", None, "Sanctions")
    )  # fmt: skip
    sound(draft(article.coverage))


def test_the_group_has_the_assumed_ones_last():
    for party in draft(heart().coverage).parties:
        for entry in party.wants:
            if isinstance(entry, AnyOrder):
                assumed = [want.assumed for want in entry.wants]
                assert assumed == sorted(assumed)


def test_what_comes_if_things_stay_as_they_are_is_a_threat():
    article = ferry().says(
        "precondition", "norland", "close the port", "Norland would close the port if the patrols were not withdrawn.",
        "sudmark", condition="the patrols were not withdrawn", by="sudmark", marker="if",
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    assert "not norland.open if sudmark.patrols" in wants(dispute, "norland")
    assert "norland.open" in wants(dispute, "sudmark")


def test_a_threat_for_want_of_a_deal_is_averted_by_both_sides_alone():
    article = ferry().says(
        "precondition", "norland", "close the port", "If no deal is reached, Norland would close the port.",
        "sudmark", condition="no deal is reached", by="norland sudmark", marker="if",
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    said = "not norland.open if not (norland.sign and sudmark.sign)"
    assert said in wants(dispute, "norland")
    assert "norland.sign and sudmark.sign" in wants(dispute, "norland")
    assert "norland.sign" not in wants(dispute, "norland")


def test_what_is_threatened_with_a_date_is_not_there_yet():
    article = ferry().says(
        "threat", "sudmark", "walk out", "Sudmark's pilots will walk out on Friday unless Norland pays the arrears.",
        "norland", condition="Norland pays the arrears", by="norland", need="fails", marker="unless",
    ).says(
        "precondition", "norland", "pay the arrears", "Norland will pay the arrears once Sudmark calls off the strike.",
        "sudmark", condition="Sudmark calls off the strike", by="sudmark", marker="once",
    )  # fmt: skip
    assert options(sound(draft(article.coverage)))["sudmark.strike"] == ("start the strike", False)


def test_a_slogan_is_one_more_quote_of_its_price():
    article = both().says(
        "precondition", "sudmark", "withdrawal", "No arrears, no withdrawal, says Sudmark.", "norland",
        condition="arrears", by="norland", marker="no",
    )  # fmt: skip
    first = draft(article.coverage).party("sudmark").ordered_wants[0]
    assert str(first.formula) == "not sudmark.patrols only if norland.pay"


def test_a_degree_of_a_goal_is_no_goal_of_its_own():
    article = (
        Article()
        .says("precondition", "norland", "lift the tariff", "Norland will lift the tariff only when Sudmark ends the subsidies.",
              "sudmark", condition="Sudmark ends the subsidies", by="sudmark", marker="only when")
        .says("precondition", "norland", "cut the tariff by half", "Norland will cut the tariff by half if Sudmark ends the subsidies.",
              "sudmark", condition="Sudmark ends the subsidies", by="sudmark", marker="if")
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    assert str(dispute.resolution.formula) == "not norland.tariff"
    assert options(dispute)["norland.cut"] == ("cut the tariff by half", False)


def test_what_is_kept_up_until_is_to_end():
    article = Article().says(
        "precondition", "norland", "keep its airspace closed to airlines", "Norland will keep its airspace closed to airlines until Sudmark extradites the pilots.",
        "sudmark", condition="Sudmark extradites the pilots", by="sudmark",
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    assert options(dispute)["norland.open"] == ("open its airspace", False)
    assert str(dispute.resolution.formula) == "norland.open"


def test_a_refusal_by_a_noun_is_of_what_is_asked():
    article = ferry().says("refusal", "sudmark", "a withdrawal", "Sudmark ruled out a withdrawal.")
    first = draft(article.coverage).party("sudmark").ordered_wants[0]
    assert (str(first.formula), first.because) == ("sudmark.patrols", ("q2",))


@pytest.mark.parametrize(
    ("needs", "formula"),
    [
        ("Norland pays the arrears", "norland.pay"),
        ("Sudmark withdraws its patrols in exchange for payment of the arrears", "not sudmark.patrols and norland.pay"),
        ("both sides act at the same time", "norland.reopen and not sudmark.patrols"),
        ("not: the patrols go on", "not sudmark.patrols"),
        ("a court pays the arrears", None),
        ("Norland pays the arrears and a guarantor signs", None),
        ("a gesture from one of the two", None),
        ("the patrols go on", None),
    ],
)  # fmt: skip
def test_a_way_out_is_said_of_the_options_where_they_can_express_it(needs, formula):
    article = both().way_out(needs, f"What would help, they say: {needs}.")
    dispute = sound(draft(article.coverage))
    (way,) = dispute.ways_out
    assert (str(way.formula) if way.formula else None) == formula
    assert loads(dumps(dispute)).ways_out == dispute.ways_out


def test_what_answers_what_another_goes_on_with_ends_with_it():
    article = ferry().says(
        "precondition", "sudmark", "the frigates stay", "The frigates will stay as long as Norland's drilling continues.",
        "norland", condition="Norland's drilling continues", by="norland", marker="as long as",
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    assert "not sudmark.frigates only if not norland.drilling" in wants(dispute, "sudmark")
    assert options(dispute)["sudmark.frigates"][1]
    assert options(dispute)["norland.drilling"][1]


def test_a_proposal_to_both_is_nobodys_position():
    quote = "The council proposed that both freeze the fees while experts agree on a rule."
    article = both().way_out("both freeze the fees", quote, "council")
    start = article.coverage.evidence[-1].start
    coverage = article.says(
        "precondition", "norland sudmark", "freeze the fees", quote,
        condition="experts agree on a rule", by="council", marker="while",
    ).coverage  # fmt: skip
    piece = coverage.evidence[-1]
    moved = replace(
        piece, start=start, end=start + len(quote),
        condition=replace(piece.condition, start=start, end=start + 23),
    )  # fmt: skip
    given = replace(coverage, evidence=(*coverage.evidence[:-1], moved))
    assert options(draft(given)).keys() == options(draft(both().coverage)).keys()


@pytest.mark.parametrize("noun", ["measures", "idea", "steps"])
def test_a_title_names_what_tells_something(noun):
    article = Article().says(
        "precondition", "norland", f"freeze its {noun}", f"Norland will freeze its {noun} once Sudmark pays the arrears.",
        "sudmark", condition="Sudmark pays the arrears", by="sudmark", marker="once",
    )  # fmt: skip
    assert draft(article.coverage).title == "Norland and Sudmark: the arrears"


def test_two_roads_are_a_disjunction():
    article = (
        Article()
        .says("precondition", "norland", "talks", "Norland will hold talks only if Sudmark withdraws its patrols.", "sudmark",
              condition="Sudmark withdraws its patrols", by="sudmark", marker="only if")
        .says("demand", "sudmark", "go to arbitration", "Sudmark wants to go to arbitration.", "norland")
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    assert str(dispute.resolution.formula) == (
        "norland.talk and sudmark.talk or norland.arbitrate and sudmark.arbitrate"
    )
    assert wants(dispute, "sudmark")[-1] == "norland.arbitrate and sudmark.arbitrate"


def test_a_lesser_offer_beside_a_refusal_is_asked_for_too():
    quote = "A hotline, yes, but a joint command will never come, says Norland."
    article = (
        Article()
        .says("precondition", "sudmark", "withdraw its patrols", "Sudmark will withdraw its patrols once Norland accepts a joint command.",
              "norland", condition="Norland accepts a joint command", by="norland", marker="once")
        .says("offer", "norland", "accept a hotline", quote, "sudmark")
    )  # fmt: skip
    article.says("refusal", "norland", "accept a joint command", quote, "sudmark")
    coverage = article.coverage
    offer, refusal = coverage.evidence[1:]
    beside = replace(refusal, start=offer.start, end=offer.end)
    given = replace(coverage, evidence=(*coverage.evidence[:-1], beside))
    first = wants(draft(given), "sudmark")[0]
    assert first.startswith("not sudmark.patrols only if ")
    assert first.count("norland.") == 2


def test_pressure_is_priced_by_its_purpose():
    article = (
        Article()
        .says("demand", "norland", "end the strike", "Norland demands that Sudmark's dockers end the strike.", "sudmark")
        .says("demand", "sudmark", "pay the arrears", "Sudmark demands that Norland pay the arrears.", "norland")
        .says("precondition", "norland", "pay the arrears", "Norland will pay the arrears once Sudmark ends the strike.",
              "sudmark", condition="Sudmark ends the strike", by="sudmark", marker="once")
    )  # fmt: skip
    dispute = sound(draft(article.coverage))
    first = dispute.party("sudmark").ordered_wants[0]
    assert str(first.formula) == "not sudmark.strike only if norland.pay"
    assert first.assumed


def test_what_others_report_and_the_holder_denies_is_assumed():
    text = "Sudmark claims that Norland offered to pay the arrears if the patrols ended; Norland denies it."
    article = ferry().says(
        "precondition", "norland", "pay the arrears", text, "sudmark",
        condition="the patrols ended", by="sudmark", marker="if",
    )  # fmt: skip
    coverage = article.coverage
    piece = coverage.evidence[-1]
    start = piece.start + text.index("Norland denies")
    denial = replace(
        piece, id="q9", quote="Norland denies it", start=start, end=start + 17, kind="denial",
        condition=None,
    )  # fmt: skip
    dispute = draft(replace(coverage, evidence=(*coverage.evidence, denial)))
    assert dispute.look_first[0].startswith("What Sudmark calls an offer of Norland is denied")
    doubtful = [
        want
        for want in dispute.party("norland").ordered_wants
        if "norland.pay" in str(want.formula)
    ]
    assert all(want.assumed for want in doubtful)


def test_people_whose_act_is_awaited_want_it_by_assumption_only():
    voters = Actor("voters", "the islanders", "group", "third_party")
    article = ferry().says(
        "precondition", "sudmark", "withdraw its patrols", "Sudmark will withdraw its patrols once the islanders have voted for the union.",
        "norland", condition="the islanders have voted for the union", by="voters", marker="once",
    )  # fmt: skip
    article.parties = (*article.parties, voters)
    dispute = sound(draft(article.coverage))
    assert dispute.party("voters").options
    assert all(want.assumed for want in dispute.party("voters").ordered_wants)


def test_a_thin_dispute_takes_in_what_its_parties_refuse_and_hold():
    thin = ferry().says(
        "refusal", "sudmark", "recognise the new border",
        "Sudmark refuses to recognise the new border.", "norland",
    ).relates("controls", "norland", "Skerry Islands", "Norland holds the Skerry Islands.")  # fmt: skip
    dispute = sound(draft(thin.coverage))
    assert options(dispute) == {
        "norland.reopen": ("reopen the ferry line", False),
        "norland.hold": ("keep hold of the Skerry Islands", True),
        "sudmark.patrols": ("keep its patrols", True),
        "sudmark.recognise": ("recognise the new border", False),
    }
    said = {w.formula: w.assumed for p in dispute.parties for w in p.ordered_wants}
    sure = {str(formula): assumed for formula, assumed in said.items()}
    assert (sure["not sudmark.recognise"], sure["norland.hold"]) == (False, False)
    assert (sure["sudmark.recognise"], sure["not norland.hold"]) == (True, True)


def test_a_promise_not_to_do_harm_is_no_option_of_a_thin_dispute():
    thin = ferry().says(
        "refusal", "sudmark", "use force", "Sudmark will not use force.", "norland"
    )  # fmt: skip
    assert "sudmark.use" not in options(draft(thin.coverage))


def test_what_is_announced_fills_a_thin_dispute_and_waits_for_its_hour():
    thin = ferry().says(
        "intent", "sudmark", "mine the strait", "Sudmark will mine the strait.", "norland"
    )  # fmt: skip
    dispute = draft(thin.coverage, judge)
    assert options(dispute)["sudmark.mine"] == ("mine the strait", False)
    assert "not sudmark.mine" in {str(w.formula) for w in dispute.party("norland").ordered_wants}
    assert judge(dispute).verdict == "stuck"


def test_what_any_two_sides_could_do_is_the_last_resort_and_assumed():
    dispute = draft(ferry().coverage)
    assert [o.label for o in dispute.options if o.assumed] == ["hold talks", "hold talks"]
    assert any(line.endswith("Norland and Sudmark could hold talks") for line in dispute.look_first)


def test_talks_that_are_told_of_have_their_quote():
    stuck = ferry().stuck("Talks between the two collapsed in May.")
    dispute = draft(stuck.coverage)
    talks = [o for o in dispute.options if o.label == "hold talks"]
    assert len(talks) == 2
    assert not any(option.assumed for option in talks)
