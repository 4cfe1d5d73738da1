from __future__ import annotations

import pytest

from detente.dispute.evidence import Document
from detente.reading import context, events, objects, scene, statements, stuck
from detente.reading.ways import told

STUCK = (
    "The peace process has been frozen since 2017.",
    "Negotiations have made no headway in six months.",
    "Both governments refuse to budge.",
    "Neither government is prepared to take the first step.",
    "After nine rounds there is still no agreement.",
    "The dispute remains unresolved after three decades.",
    "Positions have hardened on both sides.",
    "The two sides are still miles apart on wages.",
    "Diplomats see no way out.",
    "The talks are going nowhere.",
    "Efforts by the union and the company to restart talks have so far failed.",
    "A solution is not in sight.",
    "Since then there has been no contact between the two capitals.",
    "Hopes of a settlement have faded.",
    "The strike is now in its third month, with no end in sight.",
    "Each blames the other for the failure of the talks.",
    "The two countries have not spoken since May.",
    "Mediators admit that they have run out of ideas.",
    "The matter has dragged on for years without a ruling.",
    "Nobody expects the talks to resume soon.",
    "The border has remained closed ever since.",
    "The row shows no sign of easing.",
    "There has been no movement on the issue since the summer.",
    "The parties cannot even agree on a venue for the talks.",
)
NOT_STUCK = (
    "The court ruled on Tuesday that the fee was illegal.",
    "The minister said the talks had been constructive.",
    "Both sides hailed the agreement.",
    "Negotiators have narrowed their differences.",
    "The border reopened in May.",
    "The strike ended after nine days.",
    "No casualties were reported on either side.",
    "The union has 40,000 members.",
    "Norway urged Sweden to return to the talks.",
    "Neither side suffered losses.",
    "The agreement has been signed.",
    "The company has not published its accounts.",
    "There is little rain in the region.",
    "Talks will begin in May.",
)
WAYS = (
    "Analysts say a face-saving formula could unlock the talks.",
    "Observers believe that nothing will change unless both sides make concessions.",
    "A breakthrough is unlikely unless Washington steps in.",
    "Progress will hinge on whether the army pulls back.",
    "Any settlement would require guarantees from a third party.",
    "The impasse can only be broken if both sides agree to arbitration.",
    "Without an outside guarantee, no deal will hold.",
    "Until the courts decide, the dispute cannot be settled.",
    "For a solution, one of them would have to give way.",
    "The key to a settlement lies in the pension fund.",
    "Experts see a joint commission as the only way out.",
    "Qatar, which mediates, has proposed a phased withdrawal.",
    "Mediators suggested that the two sides pull back at the same time.",
    "The bishop has offered to mediate between the union and the company.",
    "If both sides froze their tariffs, talks could resume.",
    "Peace is possible only if the settlers leave.",
)
NO_WAYS = (
    "Norway will not return to the talks until Sweden pays.",
    "Norway said there could be no deal unless Sweden paid.",
    '"There will be no agreement until they leave," the minister said.',
    "The strike will go on unless the company gives in, the union warned.",
    "The shop will stay closed until Monday.",
    "Without further delay the ship left.",
    "The ferry cannot sail unless the wind drops.",
    "If elected, he would cut taxes.",
    "Norway proposed a meeting in May.",
)


def _scene(text):
    return scene.build(Document("d", text=text, published="2025-05-14", language="en"))


@pytest.mark.parametrize("text", [*stuck.EXAMPLES, *STUCK])
def test_words_of_a_standstill(text):
    assert stuck.is_standstill(text)


@pytest.mark.parametrize("text", [*stuck.COUNTER_EXAMPLES, *NOT_STUCK])
def test_words_of_no_standstill(text):
    assert not stuck.is_standstill(text)


@pytest.mark.parametrize("text", stuck.STRAINED)
def test_words_of_what_weighs_on_it(text):
    assert stuck.is_strained(text)


@pytest.mark.parametrize("text", ["Neither side has moved.", *stuck.COUNTER_EXAMPLES])
def test_words_of_nothing_that_weighs_on_it(text):
    assert not stuck.is_strained(text)


@pytest.mark.parametrize(("text", "needs"), told.EXAMPLES)
def test_what_is_needed(text, needs):
    assert [way.needs for way, _ in context.ways_out(_scene(text))] == [needs]


@pytest.mark.parametrize("text", WAYS)
def test_ways_out(text):
    assert len(context.ways_out(_scene(text))) == 1


@pytest.mark.parametrize("text", [*told.COUNTER_EXAMPLES, *NO_WAYS])
def test_no_ways_out(text):
    assert context.ways_out(_scene(text)) == []


@pytest.mark.parametrize(("text", "names"), objects.EXAMPLES)
def test_what_is_contested(text, names):
    assert tuple(thing.name for thing, _ in context.objects(_scene(text))) == names


@pytest.mark.parametrize("text", objects.COUNTER_EXAMPLES)
def test_nothing_contested(text):
    assert context.objects(_scene(text)) == []


def test_a_go_between_proposes():
    text = "Qatar, which mediates between Norway and Sweden, has proposed a phased withdrawal."
    ((way, piece),) = context.ways_out(_scene(text))
    assert (way.needs, way.proposed_by) == ("a phased withdrawal", "qatar")
    assert piece.kind == "way_out"


def test_quotes_stand_in_the_text():
    text = "Talks remain deadlocked.\n\nNothing will move until the boats leave. Norway claims the Tarn Isles."
    found = _scene(text)
    pieces = [
        *context.status_quo(found),
        *(piece for _, piece in context.ways_out(found)),
        *(piece for _, piece in context.objects(found)),
    ]
    assert len(pieces) >= 3
    assert all(text[piece.start : piece.end] == piece.quote for piece in pieces)


def test_a_way_out_is_picked_by_what_it_holds():
    text = (
        "Talks on the ferry ended on Monday. Norway wants the fare cut. Sweden accuses Norway of "
        "theft. Each side blames the other.\n\nThe two have not met since.\n\nA retired judge, Karl Hess, has "
        "asked both sides to split the fare for a season and to share the books."
    )
    seen = _scene(text)
    told = context.sentences(seen, statements.find(seen), events.find(seen))
    ways = context.ways_out(seen, told, statements.find(seen))
    assert [piece.quote.split()[2] for _, piece in ways] == ["judge,"]
    stuck = [piece.quote for piece in context.status_quo(seen, told)]
    assert "The two have not met since." in stuck
