"""Parties without a proper name: crowds told of once, their unions, offices, proposers."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene

BEFORE = """\
Norland has closed the strait of Ormen to trawlers since May. Sudmark refuses to recognise the \
decree. Talks in April broke down over the wording of a preamble. Prices have doubled since then. \
Nobody expects the quarrel to end before the winter. A first round of talks had failed in March. """


def names(text):
    parties = scene.build(Document("d1", text=BEFORE + text)).parties
    return {name.casefold() for party in parties for name in (party.name, *party.aliases)}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Exporters of lentils and potash in Tesk want the government to leave them to trade.",
         "exporters of lentils and potash in tesk"),
        ("The foreign companies pumping in the region want a guarantee of their price.",
         "foreign companies"),
        ("Five mayors have asked the state to pay.", "five mayors"),
        ("The streaming companies, who foot the bills, oppose anything that goes further.",
         "streaming companies"),
        ("Western governments insist that the ban be lifted.", "western governments"),
        ("The millers of Sudmark have asked their government to yield.", "millers of sudmark"),
        ("The imams of the bay villages are for clearing it by force.",
         "imams of the bay villages"),
        ("Canners along the coast live off it. Their federation urges the ministry to give way.",
         "canners"),
        ("Norland accused the porters of blackmail; their union called that an insult.", "porters"),
        ("The two teachers stand by the parents.", "two teachers"),
        ("The union at the mine in Lompo supports the company.", "union at the mine in lompo"),
        ("The ombudsman's office has proposed that a retired judge review each case.",
         "ombudsman's office"),
        ("The office of the moderator has suggested a pause of ten years.",
         "office of the moderator"),
        ("The harbour master has sided with the pilots.", "harbour master"),
        ("The old abbot has invited both sides to the feast.", "old abbot"),
        ("The port chaplain has been carrying messages.", "port chaplain"),
        ("A canon lawyer in Lisse suggests leaving the matter to each parish by vote.",
         "canon lawyer in lisse"),
        ("A retired pilot has drawn a plan in which the crane moves thirty metres.",
         "retired pilot"),
        ("Campaigners from Save Our Pond will not leave. They accused the council.",
         "save our pond"),
        ("A salt firm cut the school board's grant. The health board refused. The board wants talks.",
         "health board"),
        ("FC Orra, Norla United and seven clubs met. The clubs refused to play.", "clubs"),
        ("FC Orra refused to play. Its president left. The club wants more.", "fc orra"),
        ("Two shippers, Brae Oil and Kestrel, have accepted it. Kestrel said it had no choice.",
         "kestrel"),
        ("The city sued. The city has told the judge that it will not pay.", "city"),
        ("They let the basin to a marina company. The company says it could leave the shed.",
         "marina company"),
    ],
)  # fmt: skip
def test_who_wants_refuses_or_proposes_something_is_a_party(text, party):
    assert party in names(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Exporters of lentils sell it abroad.", "exporters"),
        ("Can citizens demand a vote?", "citizens"),
        ("Drivers were asked to take another road.", "drivers"),
        ("Analysts expect a long closure.", "analysts"),
        ("The doors refused to open.", "doors"),
        ("Teachers stand by us, although their union does not.", "union"),
        ("The minister's office confirmed the date.", "minister's office"),
        ("A lawyer for the ministry suggests waiting until May.", "lawyer"),
        ("A lawyer drew a card.", "lawyer"),
        ("Planners in the town hall drew a map.", "planners"),
        ("FC Orra refused to play. Its president left. The club wants more.", "club"),
        ("He named other towns, where a joint committee proposes two names.", "joint committee"),
        ("Campaigners from Save Our Pond will not leave.", "campaigners"),
        (
            "Herders of the Upper Loma Growers' Association struck. The farmers' association refused.",
            "farmers' association",
        ),
    ],
)
def test_who_only_appears_is_no_party(text, nobody):
    assert nobody not in names(text)


APART = """Nurses and trust apart

By our health correspondent

Talks between the Oster Trust and the Nurses' Union broke up. The Nurses' Union refused."""
MEMBERS = """The union, PARA, wants shorter shifts. The trust refused. PARA's secretary said members
would begin a ban on overtime. Members voted on Monday."""
COMMISSION = """Vanuatu and France are at odds. The French High Commission in Noumea said patrols
would continue. Vanuatu protested."""


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (APART, {"oster_trust", "nurses_union"}),  # what goes on opens a sentence, and is nobody
        (MEMBERS, {"para", "trust"}),  # members are those of the one union of the page
        (COMMISSION, {"vanuatu", "france"}),  # that land's whose it is
        (
            "Kenya closed the border. Uganda protested. The Kenya Ports Authority refused it.",
            {"kenya", "uganda", "kenya_ports_authority"},
        ),
        (
            "Norland refused. The High Commission for Forests sued Norland.",
            {"norland", "high_commission_for_forests"},
        ),
    ],
)
def test_who_is_nobody_of_its_own(text: str, ids: set[str]) -> None:
    built = scene.build(Document("d1", text=text))
    assert {party.id for party in built.parties if party.type != "person"} == ids
