"""How features and background pages tell whose a position is."""

from __future__ import annotations

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene, statements

HELD = (  # text, the words of a position, its kind, whose it is (nobody: it is none)
    (
        (
            "Norland claims the port. Sudmark refuses to leave it. Sudmark's premier, Ana Berg, said "
            "that she would talk. But she won't pay into a fund."
        ),
        "she won't pay",
        "refusal",
        "sudmark",
    ),
    (
        (
            "Norland wants the quarry shut. Sudmark refuses. Norland has a lawyer, a website and a "
            "list of three demands. Sudmark must survey the wells. It must also stop the blasting."
        ),
        "also stop the blasting",
        "demand",
        "norland",
    ),
    (
        (
            "Norland claims the ridge. Norland's line, a former minister explains, is simple: there "
            "can be no railway, no trade and no ambassador until Sudmark withdraws its troops."
        ),
        "no railway",
        "precondition",
        "norland",
    ),
    (
        (
            "Norland claims the port. Sudmark refuses to leave it. “We will not sit down with "
            "thieves,” Norland's then president, Davit Orbel, once said."
        ),
        "We will not sit down",
        "refusal",
        "norland",
    ),
    (
        (
            "Norland claims the ridge. Sudmark refuses to leave it. The European Union should extend "
            "its mission for as long as both sides do not share a border."
        ),
        "should extend",
        None,
        None,
    ),
    (
        (
            "Sudmark wants the ridge back. Norland turned it down. “They will not keep it,” says "
            "Milan Drago, who was Norland's minister and now teaches in the capital, Sorin. Sorin "
            "rejected Sudmark's proposal."
        ),
        "rejected Sudmark's proposal",
        "refusal",
        "norland",
    ),
    (
        (
            "The Vatican insists that the chapter choose a bishop. The chapter rejected it. Rome "
            "refused to send another list."
        ),
        "Rome refused",
        "refusal",
        "vatican_city",
    ),
    (
        (
            "Norland wants to reopen the quarry. The islanders, or most of them, want neither. Norland "
            "refuses to stop."
        ),
        "want neither",
        "refusal",
        "islanders",
    ),
    (
        (
            "Sudmark wants a treaty. Norland refuses one. Idris Mbeki, who runs the ferry, fears that "
            "without work the place will be empty. The Ferrymen's Union wants the quarry shut."
        ),
        "without work",
        "claim",
        "idris_mbeki",
    ),
    (
        (
            "Two unions at Zambia's Mopani Copper Mines said that they would strike unless the "
            "company paid. The Mine Workers Union and the Drivers Union demand 15 per cent. Mopani "
            "offered 6."
        ),
        "Two unions",
        "threat",
        ("mine_workers_union", "drivers_union"),
    ),
    (
        (
            "Norland shut the gate. Sudmark wants it open. Sudmark insists that it won't pay a "
            "crown before the sum has been counted."
        ),
        "won't pay",
        "precondition",
        "sudmark",
    ),
    (
        (
            "Eritrea: we'll open the border at Zalambessa when Ethiopia withdraws from Badme. "
            "Ethiopia has said no."
        ),
        "we'll open",
        "precondition",
        "eritrea",
    ),
    (
        (
            "The Kaluwe community has rejected a plan by Norrland Copper, the miner that wants to "
            "expand its pit, saying that it will go to court if bulldozers move in."
        ),
        "that it will go to court if bulldozers",
        "threat",
        "kaluwe",
    ),
    (
        (
            "The Kaluwe community rejected a plan by Norrland Copper. Norrland Copper said it would "
            "raise its offer to 110,000 if the community signed by July."
        ),
        "raise its offer",
        "precondition",
        "norrland_copper",
    ),
)

LISTED = (
    "Norland accused Sudmark. Sudmark accused Ostmark. Ostmark refused to talk to Norland.\n\n"
    "NORLAND\n- Wants: to fill the dam as it sees fit.\n"
    "- Won't accept: mediation by the European Union.\n\n"
    "SUDMARK\n- Wants: a binding treaty on the dam.\n"
    "- Says: it won't return to the talks unless Norland changes its course.\n\n"
    "OSTMARK\n- Rejects: a role for the United Nations.\n"
)


def test_lists_are_of_whom_they_stand_under():
    found = statements.find(scene.build(Document("d1", text=LISTED)))
    told = [(one.kind, *one.holder) for one in found]
    assert told[3:] == [
        ("intent", "norland"),
        ("refusal", "norland"),
        ("demand", "sudmark"),
        ("precondition", "sudmark"),
        ("refusal", "ostmark"),
    ]


WHO = (  # text, who is named in it: the id, its type, for whom it speaks
    (
        (
            "Norland and Sudmark are at odds over the dam. Norland refuses to stop it. And there is "
            "Lower Sefu, the third country on the river. It backs Norland."
        ),
        "lower_sefu",
        "state",
        None,
    ),
    (
        (
            "Norland and Sudmark are at odds over a mine. Norland refuses to shut it. The owner is the "
            "company that holds the licence, Cobalt River of Canada. It has told Sudmark so."
        ),
        "cobalt_river_of_canada",
        "company",
        None,
    ),
    (
        (
            "Norland and Sudmark are at odds over Abyei. Sudmark rejects partition. The Ngok Dinka "
            "refuse to leave. In May the Ngok Dinka held a vote of their own."
        ),
        "ngok_dinka",
        "group",
        None,
    ),
    (
        (
            "Norland wants a quarry. The Inish Council refuses it. “You can't eat granite,” said Peig "
            "Conneely, a retired teacher who chairs the Inish Council."
        ),
        "peig_conneely",
        "person",
        "inish_council",
    ),
    (
        (
            "Norland refuses to shut the mine. The third party is the federation of the seventeen "
            "communities around the flats, Fecusal, which wants the water. The federation will not go."
        ),
        "fecusal",
        "organisation",
        None,
    ),
    (
        (
            "The Albion Action Group occupied the hall. Crestline Developments wants it. The Action "
            "Group refuses to leave it until the sale is dropped."
        ),
        "albion_action_group",
        "group",
        None,
    ),
    (
        (
            "Donald Trump broke off talks with Canada. He said they would not resume until Ontario "
            "apologised. Premier Doug Ford refused to apologise."
        ),
        "doug_ford",
        "person",
        "ontario",
    ),
    (
        (
            "Iran banned bulbs from the Netherlands. Van Meer & Zonen, the breeder that registered it, "
            "refuses to share the licence."
        ),
        "van_meer_and_zonen",
        "company",
        None,
    ),
    (
        (
            "Iran will allow no inspection. The spokesman of the Ministry of Foreign Affairs, Esmail "
            "Baghaei, in his weekly meeting with journalists, said so. He rejected the offer of the "
            "United States."
        ),
        "esmail_baghaei",
        "person",
        "iran",
    ),
    (
        (
            "The Lowlands refuse to pay. Alto Lessa shut the gates. Their spokesman, the lawyer Duarte "
            "Pires, insists that they will not."
        ),
        "duarte_pires",
        "person",
        "lowlands",
    ),
    (
        (
            "Halvorsen Seafoods rejected the price. It cut its forecast after its main supplier, Nordic "
            "Feeds, stopped deliveries. “It is not due,” Nordic Feeds said."
        ),
        "nordic_feeds",
        "company",
        None,
    ),
)


@pytest.mark.parametrize(("text", "id_", "type_", "speaks_for"), WHO, ids=[w[1] for w in WHO])
def test_parties_are_who_they_are(text, id_, type_, speaks_for):
    found = {one.id: one for one in scene.build(Document("d1", text=text)).parties}
    assert (found[id_].type, found[id_].speaks_for) == (type_, speaks_for)


@pytest.mark.parametrize(("text", "words", "kind", "holder"), HELD)
def test_positions_are_whose_they_are(text, words, kind, holder):
    found = statements.find(scene.build(Document("d1", text=text)))
    told = {(one.kind, one.holder) for one in found if words in one.quote}
    held = holder if isinstance(holder, tuple) else (holder,)
    assert (kind, held) in told if kind else not told
