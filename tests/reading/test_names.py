"""Names in news as written anywhere: in other languages, letters, two words; all are invented."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene

ORGANS = "Nigeria's drivers want a rise, Abuja says. "


def names(text):
    parties = scene.build(Document("d1", text=text)).parties
    return {name for party in parties for name in (party.name, *party.aliases)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The charity Hope and Dignity, which has dug there, urged both to talk.", "Hope and Dignity"),
        ("An environmental group, Water and Life, called on Norland to pay.", "Water and Life"),
        ("The union Solidarité ouvrière supports the strike at Tesk.", "Solidarité ouvrière"),
        ("The collective Stop bétonnage rejected the plan. Norland will pay.", "Stop bétonnage"),
        ("Norland and the Confédération syndicale refused to talk.", "Confédération syndicale"),
        ("Norland pays. The rival SK nexis agreed with its own drivers.", "SK nexis"),
        ("The commuters' group busfahrer.de supports the strike.", "busfahrer.de"),
        ("The online trader eBest refused to pay Norland.", "eBest"),
        ("The liberal MR rejects the law. The MR will vote against it.", "MR"),
        ("The Community of Madrid says it will sue Spain.", "Community of Madrid"),
        ("The Coordination of Border Villages wants the road reopened.", "Coordination of Border Villages"),
        ("A trade union for engineers, Prosper, urges both sides to talk.", "Prosper"),
        ("The union of Arkgaz suppliers, Tervo, rejected the offer. Arkgaz refused.", "Tervo"),
        ("The dockers' cooperative La Balsa says that it will stay. La Balsa refused.", "La Balsa"),
    ],
)  # fmt: skip
def test_a_name_is_whole(text, name):
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The Articulation of Forest Peoples of Oru (Apof) left. Apof refused.",
         "Articulation of Forest Peoples of Oru", "Apof"),
        ("The Union of Port Workers (Unipo) refused. Unipo wants more.", "Union of Port Workers",
         "Unipo"),
        ("The Rail, Maritime and Transport union (RMT) struck. Network Rail refused. RMT wants more.",
         "RMT", "Rail, Maritime and Transport union"),
        ("The Bus, Tram and Ferry Workers' union (BTF) struck. Norair refused. BTF wants more.",
         "Bus, Tram and Ferry Workers' union", "BTF"),
        ("SUD-Rail called a strike. SUD wants nine percent.", "SUD-Rail", "SUD"),
        ("Canada recalled its envoy. Global Affairs Canada rejected it.", "Canada",
         "Global Affairs Canada"),
        (ORGANS + "The Federal Ministry of Transport refused to pay.", "Nigeria",
         "Federal Ministry of Transport"),
        ("Pakistan protested. Pakistan's Foreign Office rejected it.", "Pakistan", "Foreign Office"),
        ("Norland refused. The UN mission has proposed a fund.", "United Nations", "UN mission"),
        ("Frigates of the Federation of Sangk lie there. Sangk refused to leave.", "Sangk",
         "Federation of Sangk"),
        ("Washington sent ships. President Trump broke off talks with Norland.", "United States",
         "President Trump"),
        ("Santa Irela refused. Bissand summoned the Irelan ambassador.", "Santa Irela", "Irelan"),
        (("The Old Rite Chapter will not hold services. The city waits until the Chapter signs. "
          "The Chapter refused."), "Old Rite Chapter", "Chapter"),
        (("The Corvine Islands will not let Norland in, its foreign minister told parliament. The "
          "Corvines seek a treaty with Norland, their neighbour."), "Corvine Islands", "Corvines"),
        ("Jubaland refused to vote. Kismayo rejected the law.", "Jubaland", "Kismayo"),
        (("The Kestrel Valley Nurses' Union refused an offer from Kestrel Health, a private operator. "
          "Kestrel's chief executive, Ana Holm, ruled it out."), "Kestrel Health", "Kestrel"),
        (("Ostravia refused. Meridia waits. The Ostravian minister, Pavel Kroc, told reporters in Lenz "
          "that Meridia must pay. Lenz has never accepted the bill."), "Ostravia", "Lenz"),
    ],
)  # fmt: skip
def test_two_names_are_one_partys(text, first, second):
    parties = scene.build(Document("d1", text=text)).parties
    called = [{party.name, *party.aliases} for party in parties]
    assert any({first, second} <= one for one in called)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The presidents Karim and Doll met. Karim refused.", "Karim and Doll"),
        ("Norland left the talks.it was late, and Sudmark refused.", "talks.it"),
        ("Mr Berg refused to pay Norland.", "Mr"),
        ("Norland refused. Withdrawal of the bill is not open to discussion, it says.", "Withdrawal"),
        ("Somalia refused to talk. On Friday the Presidency rejected it.", "Presidency"),
        ("The Federation of Bus Unions refused. Norland will pay.", "Bus Unions"),
        ("Putin said no. Moscow sent ships. Russia will not move.", "President Putin"),
        ("Pakistan protested. Pakistan's Foreign Office rejected it.", "United Kingdom"),
        ("The Geneva Conventions demand it. Norland refused.", "Geneva Conventions"),
    ],
)  # fmt: skip
def test_what_is_no_name(text, name):
    assert name not in names(text)


@pytest.mark.parametrize("whose", ["biggest rail workers'", "country's largest rail", "main rail"])
def test_the_biggest_union_goes_by_its_name(whose):
    text = (
        f"Rail union RWU rejects the offer\n\nThe {whose} union has rejected the offer of Norrail. "
        "RWU said it would strike. Norrail refused."
    )
    assert names(text) == {"RWU", "Norrail"}
