"""One doing under many words: families, signs and themes."""

import pytest

from detente.reading.drafting.phrases import doings
from detente.reading.drafting.register import Register


@pytest.mark.parametrize(
    ("phrase", "family", "sign", "theme"),
    [
        ("reopen the ferry line", "open", True, ("line", "ferry")),
        ("the ferry line is closed", "open", False, ("line", "ferry")),
        (
            "Sudmark pulls its patrol boats back behind the limit",
            "exist",
            False,
            ("boat", "patrol"),
        ),
        ("the patrol boats are withdrawn", "exist", False, ("boat", "patrol")),
        ("the withdrawal of the patrol boats", "exist", False, ("boat", "patrol")),
        ("the drilling stops", "exist", False, None),
        ("stop the fish sanctions", "exist", False, ("sanction", "fish")),
        ("no sanctions are lifted", "exist", True, ("sanction",)),
        ("lift the blockade", "open", True, None),
        ("the old rosters are back", "restore", True, ("roster",)),
        ("go back to the old rosters", "restore", True, ("roster",)),
        ("reopen its end of the bridge", "open", True, ("end", "bridge")),
        ("Lower Brod pays its half of the repairs", "pay", True, ("repair",)),
        ("the plant stays in public ownership", "exist", True, ("plant",)),
        ("the smelter stays in-house", "exist", True, ("smelter",)),
        ("14 months of port fees are paid", "pay", True, None),
        ("hand over the maps", "give", True, ("map",)),
        ("begin peace talks", "talk", True, ("peace",)),
        ("return to the negotiating table", "talk", True, None),
        ("the resumption of talks", "talk", True, ()),
        ("a political settlement has been reached", "sign", True, ()),
        ("the minister puts class sizes on the table", "talk", True, ("size", "class")),
        ("put the border on the agenda of the talks", "talk", True, ("border",)),
        ("put 7 per cent on the table", "put", True, None),
        ("pass back-to-work legislation", "pass", True, ("legislation",)),
        ("go back to work", "exist", False, ("strike",)),
        ("let the ferries sail", "sail", True, ("ferry",)),
        ("let Serbian goods back in", "allow", True, ("good",)),
        ("allow inspectors to visit the plant", "allow", True, ("inspector",)),
        ("let the crew go", "free", True, ("crew",)),
        ("it needs Sudmark's apology", "thing", True, ("apology", "Sudmark")),
        ("stop firing", "fire", False, ()),
        ("talks would be possible", "talk", True, ()),
        ("talks are pointless", "talk", False, ()),
        ("fire the manager", "hire", False, ("manager",)),
        ("sign", "sign", True, ()),
        ("the truce", "truce", True, ()),
        ("a prisoner swap", "swap", True, ("prisoner",)),
        ("their men walk free", "free", True, None),
        ("they are safe from sanctions", "exist", False, ("sanction",)),
        ("Sudmark refuses to pay the arrears", "pay", False, ("due",)),
        ("Sudmark agrees to pay the arrears", "pay", True, ("due",)),
        ("the forces home in a week", "exist", False, ("soldier",)),
        ("reject any talk of withdrawing the boats", "exist", True, ("boat",)),
        ("Sudmark pays the harbour dues", "pay", True, ("due", "harbour")),
        ("the reopening of the land crossings", "open", True, ("crossing", "land")),
        ("the terminal reopen", "open", True, ("terminal",)),
        ("pay nothing", "pay", False, ()),
        ("lift the landing ban on vessels that it imposed in March", "exist", False, None),
        ("take single crewing off the table", "exist", False, ("crewing",)),
        ("announce further walkouts on 14 and 21 February", "exist", True, ("strike",)),
        ("the suit is pending", "exist", True, ("suit",)),
        ("shelve the contract", "exist", False, ("contract",)),
        ("the millions were struck out of the budget", "exist", False, None),
        ("keep its threat on the table", "exist", True, ("threat",)),
        ("let the sailors go", "free", True, ("sailor",)),
        ("the dockers returned to work first", "exist", False, ("strike",)),
        ("the refugees have been given land", "give", True, ("land",)),
        ("tests are impossible", "allow", False, ("test",)),
        ("go to arbitration", "arbitrate", True, ()),
        ("leave the talks", "talk", False, ()),
        ("the idea of reopening the port", "open", True, ("port",)),
        ("released all of its detained commanders", "free", True, ("commander",)),
        ("publish its smelters' accounts", "publish", True, ("account", "smelter")),
        ("the city pays for the repair of its roof", "pay", True, ("roof",)),
        ("Lumaria capped claims at 20,000 euros each", "cut", True, ("claim",)),
        ("the company does not deliver", "give", False, ()),
        ("the ratification of the border treaty", "ratify", True, None),
    ],
)
def test_a_phrase_is_a_doing(phrase, family, sign, theme):
    found = doings(phrase)[0]
    assert (found.family, found.sign) == (family, sign)
    assert theme is None or found.theme == theme


def test_what_is_joined_is_several_doings():
    found = doings("Sudmark releases the nine officers and reopens the railway")
    assert [(d.family, d.theme[0]) for d in found] == [("free", "officer"), ("open", "railway")]


def test_a_list_of_clauses_is_several_doings():
    found = doings(
        "that Sudholm goes back to talks, that it pays the arrears and that it apologises"
    )
    assert [d.family for d in found][:2] == ["talk", "pay"]


def test_a_pronoun_points_back():
    assert all(doing.anaphoric for doing in doings("they do"))


@pytest.mark.parametrize("phrase", ["", "—", "“”", "Nothing", "2031", "…", "of the", "?!", "it"])
def test_odd_phrases_are_survived(phrase):
    assert isinstance(doings(phrase), tuple)


@pytest.mark.parametrize(
    ("one", "other", "same_sign"),
    [
        ("have no objection to the footpath", "accept the footpath", True),
        ("have no quarrel with the road", "accept the road", True),
        ("withdraw its patrols", "the patrols are withdrawn", True),
        ("withdraw its patrols", "ends the patrols", True),
        ("withdraw its patrols", "the patrols go on", False),
        ("pull back its patrol boats", "the patrols go on", False),
        ("hand over its heavy weapons", "the Western Front hands over its heavy weapons", True),
        ("end the illegal subsidies", "Sudmark ends what it calls illegal subsidies", True),
        ("lift the fish sanctions", "impose fish sanctions", False),
        ("open the border", "close the border", False),
        ("reopen the port", "lift the port blockade", True),
        ("pay the arrears", "the payment of the arrears", True),
        ("pay the arrears", "14 months of arrears are paid", True),
        ("resume talks", "the resumption of negotiations", True),
        ("leave the villages", "the last soldier has recrossed the river", True),
        ("release the prisoners", "the detainees walk free", True),
        ("scrap the steel duty", "keep the steel tariff", False),
        ("stop charging the drivers a fee", "drop the fee", True),
        ("hold the airport road", "leave the road", False),
        ("withdraw the two brigades of troops", "stand down", True),
        ("keep its airspace closed to airlines", "the ban is lifted", False),
        ("retract the memorandum", "retraction of the memorandum", True),
        ("reinstate the 23 nurses", "reinstatement", True),
        ("pay for the roof", "pay for the repair of the roof", True),
    ],
)
def test_the_same_action_in_other_words_is_one(one, other, same_sign):
    register = Register()
    first = register.literal("sudmark", doings(one)[0], "q1")
    second = register.literal("sudmark", doings(other)[0], "q2")
    assert first.act is second.act
    assert (first.sign == second.sign) is same_sign
    assert first.act.because == ("q1", "q2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("release the pilots", "release the wounded"),
        ("pay the arrears", "open the port"),
        ("lift the car levy", "lift the steel duty"),
        ("talks about the ferry", "talks about the border"),
        ("withdraw the patrols", "withdraw the lawsuit"),
        ("raise the tariff", "cut the tariff by half"),
        ("withdraw its plan to sell the mill", "the pensioners keep their drug plan"),
    ],
)
def test_different_actions_are_two(one, other):
    register = Register()
    first = register.literal("sudmark", doings(one)[0], "q1")
    assert register.literal("sudmark", doings(other)[0], "q2").act is not first.act


def test_another_party_has_its_own_act():
    register = Register()
    doing = doings("open the port")[0]
    assert (
        register.literal("sudmark", doing, "q1").act
        is not register.literal("norland", doing, "q2").act
    )


def test_what_goes_elsewhere_is_not_what_is_withheld():
    register = Register()
    sold = register.literal("sudmark", doings("sell the gas to Turkey")[0], "q1")
    kept = register.literal("sudmark", doings("gas")[0], "q2")
    plain = register.literal("norland", doings("sell the gas")[0], "q3")
    assert sold.act is not kept.act
    assert plain.act is register.literal("norland", doings("gas")[0], "q4").act


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("its demand for a new harbour", [("thing", ("harbour",))]),
        ("reply in a fortnight", []),
        ("do the same", []),
        ("repeat herself", []),
        ("patrols are on the table too", [("talk", ("patrol",))]),
    ],
)
def test_what_is_only_said_and_what_points_back_is_no_doing(
    phrase: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(d.family, d.theme) for d in doings(phrase)] == found


def test_whoever_frees_and_apologises_does_two_things():
    found = doings("Sudmark frees the two men and apologises")
    assert [doing.verb for doing in found] == ["free", "apologise"]


def test_who_decided_so_is_no_part_of_it():
    found = doings("the university has cleared the rights, the trustees decided on Monday")
    assert [doing.verb for doing in found] == ["clear"]


def test_a_line_drawn_under_a_phrase_is_no_doing_of_it():
    said = "a wet winter bailed everyone out and led to a stopgap under which the states took it."
    assert [doing.verb for doing in doings(f"In May 2023 {said} ___")]
