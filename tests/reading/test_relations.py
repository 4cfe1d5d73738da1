from __future__ import annotations

import pytest

from detente.dispute.evidence import SYMMETRIC_RELATIONS, Document
from detente.reading import relations, scene
from detente.reading.relations import sieve
from detente.reading.relations.cues import COUNTER_EXAMPLES, EXAMPLES
from detente.reading.relations.ways import name_of

SAID = (  # (kind, source, target, text)
    ("controls", "kenya", "Skerry Islands", "Kenya has had the Skerry Islands since 1961."),
    (
        "claims",
        "uganda",
        "Skerry Islands",
        "Uganda has gone to court to recover the Skerry Islands from Kenya.",
    ),
    ("controls", "kenya", "Skerry Islands", "Kenya has held the Skerry Islands since 1945."),
    (
        "controls",
        "kenya",
        "Skerry Islands",
        "Uganda wants the return of the Skerry Islands, which have been under Kenyan control since 1961.",
    ),
    (
        "controls",
        "kenya",
        "Skerry Islands",
        "The Skerry Islands, occupied by Kenya in 1967, are home to 300 people.",
    ),
    (
        "controls",
        "kenya",
        "Skerry Islands",
        "The Skerry Islands have been in Kenyan hands since 1982.",
    ),
    ("controls", "kenya", "Skerry Islands", "Kenya took over the Skerry Islands in 1970."),
    (
        "controls",
        "kenya",
        "Skerry Islands",
        "The Skerry Islands are administered by Kenya but claimed by Uganda.",
    ),
    (
        "claims",
        "uganda",
        "Skerry Islands",
        "The Skerry Islands are administered by Kenya but claimed by Uganda.",
    ),
    (
        "claims",
        "uganda",
        "Skerry Islands",
        "The Skerry Islands, which Uganda also claims, are run by Kenya.",
    ),
    ("claims", "uganda", "Skerry Islands", "Uganda says the Skerry Islands belong to it."),
    (
        "claims",
        "uganda",
        "Skerry Islands",
        "Uganda insists that the Skerry Islands are its territory.",
    ),
    (
        "claims",
        "uganda",
        "Skerry Islands",
        "Uganda's sovereignty claim over the Skerry Islands is rejected by Kenya.",
    ),
    (
        "claims",
        "uganda",
        "Skerry Islands",
        "Uganda views the Skerry Islands as an integral part of its territory.",
    ),
    ("claims", "uganda", "Skerry Islands", "Both Kenya and Uganda claim the Skerry Islands."),
    (
        "claims",
        "uganda",
        "Skerry Islands",
        "Uganda disputes Kenya's control of the Skerry Islands, which it claims as its own.",
    ),
    (
        "claims",
        "uganda",
        "Skerry Islands",
        "Uganda has long asserted sovereignty over the Skerry Islands.",
    ),
    ("sanctions", "kenya", "uganda", "Kenya maintains an arms embargo against Uganda."),
    ("sanctions", "kenya", "uganda", "Kenyan sanctions on Uganda have been in force since 2014."),
    ("sanctions", "kenya", "uganda", "Uganda demanded the lifting of Kenya's sanctions."),
    ("sanctions", "kenya", "uganda", "Uganda wants Kenya to lift its sanctions."),
    (
        "sanctions",
        "kenya",
        "uganda",
        "The sanctions that Kenya imposed on Uganda in 2014 remain in force.",
    ),
    ("sanctions", "kenya", "uganda", "Uganda has been under Kenyan sanctions since 2014."),
    ("aligned", "kenya", "uganda", "Kenya is Uganda's closest ally."),
    ("aligned", "kenya", "uganda", "Kenya and its ally Uganda boycotted the meeting."),
    ("aligned", "kenya", "uganda", "Kenya has supported Uganda throughout the war."),
    ("aligned", "kenya", "uganda", "The Kenyan-backed government of Uganda is silent."),
    ("aligned", "kenya", "uganda", "Kenya sided with Uganda in the row."),
    ("aligned", "kenya", "uganda", "Kenya supplies arms to Uganda."),
    ("aligned", "kenya", "uganda", "Kenya and Uganda are allies."),
    ("aligned", "kenya", "uganda", "Kenya has a defence pact with Uganda."),
    ("aligned", "kenya", "uganda", "Uganda, which is supported by Kenya, rejected the plan."),
    ("aligned", "kenya", "uganda", "Kenya voiced its support for Uganda."),
    ("aligned", "kenya", "uganda", "Kenya stands behind Uganda."),
    ("recognises", "qatar", "kenya", "Qatar recognises Kenya's sovereignty over the islands."),
    ("recognises", "qatar", "kenya", "In May Qatar became the first state to recognise Kenya."),
    ("not_recognises", "qatar", "kenya", "Qatar does not recognise Kenya's claim."),
    ("not_recognises", "qatar", "kenya", "Qatar has refused to recognise Kenya."),
    ("claims", "kenya", "ship", "Uganda refused. Kenya insists that the ship is state property."),
    (
        "claims",
        "kenya",
        "valley",
        "Uganda left. Kenya regards the valley as part of its forest reserve.",
    ),
    ("controls", "kenya", "Tern-Vale", "Uganda refused. The land of Tern-Vale is held by Kenya."),
    ("mediates", "qatar", None, "Qatar has mediated between Kenya and Uganda since 2019."),
    ("mediates", "qatar", None, "Mediators from Qatar met both sides."),
    ("mediates", "qatar", None, "Qatari mediators met Kenya and Uganda."),
    ("mediates", "qatar", None, "Talks brokered by Qatar between Kenya and Uganda failed."),
    ("mediates", "qatar", None, "The Qatari-mediated talks between Kenya and Uganda stalled."),
    ("mediates", "qatar", None, "Qatar, the mediator, proposed a pause to Kenya and Uganda."),
    (
        "controls",
        "kenya",
        "corridor",
        "The corridor, which links Uganda with the sea and which Kenya has controlled since 1992, is shut.",
    ),
    ("mediates", "qatar", None, "Qatar hosted talks between Kenya and Uganda in May."),
    ("mediates", "qatar", None, "Kenya and Uganda signed a truce with Qatar as guarantor."),
    ("mediates", "qatar", None, "Qatar is trying to mediate between Kenya and Uganda."),
    ("mediates", "qatar", None, "Qatar's envoy shuttled between Kenya and Uganda."),
    ("mediates", "qatar", None, "Kenya accepted Qatar as mediator with Uganda."),
    ("opposes", "kenya", "uganda", "Kenya, Uganda's rival, is silent."),
)
NOT_SAID = (  # (kind, text)
    ("aligned", "Kenya relies on the Supreme Court. The Supreme Court ruled on it."),
    ("aligned", "Kenya has paused two million dollars in support for Uganda."),
    ("recognises", "Kenya recognised the right of Uganda's workers to join the union."),
    ("controls", "Kenya's patrol boats seized the trawler Frida of Uganda."),
    ("claims", "Kenya claims the drought was caused by Uganda."),
    ("claims", "Kenya claimed victory over Uganda."),
    ("claims", "Kenya has dropped its claim to the Skerry Islands."),
    ("claims", "Kenya claimed 12 lives in Uganda."),
    ("controls", "Kenya held elections in the Skerry Islands."),
    ("controls", "Kenya lost control of the Skerry Islands."),
    ("controls", "Kenya has never controlled the Skerry Islands."),
    ("controls", "Kenya should hand control of the Skerry Islands to Uganda."),
    ("aligned", "Kenya supported the resumption of talks with Uganda."),
    ("aligned", "Kenya's support for the plan surprised Uganda."),
    ("aligned", "Kenya backs down from its claim against Uganda."),
    ("aligned", "Kenya broke its alliance with Uganda."),
    ("sanctions", "Kenya threatened sanctions against Uganda."),
    ("sanctions", "Kenya and Uganda discussed sanctions on timber."),
    ("mediates", "Qatar said it was ready to mediate between Kenya and Uganda."),
    ("mediates", "Kenya rejected mediation by Qatar."),
    ("mediates", "Kenya and Uganda quarrel. The Lake Association asked both governments to sign."),
    ("mediates", "Kenya and Uganda quarrel. Qatar offered a dollar to each family that returns."),
    ("mediates", "Kenya ruled out any role for Qatar as mediator."),
    ("recognises", "Kenya recognised the need for talks with Uganda."),
)
_EXAMPLES = [(kind, source, target, text) for kind, text, source, target in EXAMPLES]


def _read(text):
    return relations.find(scene.build(Document("d", text=text, language="en")))


@pytest.mark.parametrize(("kind", "source", "target", "text"), [*SAID, *_EXAMPLES])
def test_what_is_said_is_found(kind, source, target, text):
    found = [(r.kind, r.source, r.target) for r, _ in _read(text)]
    if kind in SYMMETRIC_RELATIONS:
        found += [(k, two, one) for k, one, two in found]
    assert (kind, source, target) in found


@pytest.mark.parametrize(("kind", "text"), [*NOT_SAID, *COUNTER_EXAMPLES])
def test_what_is_not_said_is_not(kind, text):
    assert kind not in [relation.kind for relation, _ in _read(text)]


def test_a_claim_and_a_control_in_one_relative_clause():
    text = "The row over the Skerry Islands, which Norway claims but has been occupied by Sweden since 1945."
    found = {(r.kind, r.source, r.target, r.since) for r, _ in _read(text)}
    assert ("claims", "norway", "Skerry Islands", None) in found
    assert ("controls", "sweden", "Skerry Islands", "1945") in found


def test_a_triple_stands_once_and_quotes_its_first_place():
    text = "Norway claims the Skerry Islands. Sweden knows that Norway claims the Skerry Islands."
    ((relation, piece),) = _read(text)
    assert relation.because == (piece.id,)
    assert text[piece.start : piece.end] == piece.quote == "Norway claims the Skerry Islands"


def test_the_islets_are_those_that_were_named():
    text = "The Tarn Islets lie off Norway. Sweden has administered the islets since 1962."
    assert [(r.kind, r.source, r.target, r.since) for r, _ in _read(text)] == [
        ("controls", "sweden", "Tarn Islets", "1962")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Vanguard Bank is a shoal at the western end of the South China Sea. "
                "China claims it because it lies within its line."
            ),
            ("claims", "china", "Vanguard Bank"),
        ),
        (
            (
                "The Tarn Triangle is an area of 500 square kilometres on the Amber Sea coast that is "
                "disputed between Norway and Sweden."
            ),
            ("claims", "sweden", "Tarn Triangle"),
        ),
        (
            (
                "Norway recognises Kosovo. Many in the European Union do so. Greece does not "
                "recognise it."
            ),
            ("not_recognises", "greece", "kosovo"),
        ),
    ],
)
def test_what_it_stands_for_is_what_the_passage_is_about(text, told):
    assert told in [(r.kind, r.source, r.target) for r, _ in _read(text)]


def test_a_measure_of_one_of_the_two_on_the_other_stands_whatever_it_weighs(monkeypatch):
    monkeypatch.setattr(sieve, "odds", lambda _weights, _marks: -999)
    text = (
        "Norway and Greece are at odds over herring. Norway wants Greece to pay. Greece refuses. "
        "The boats are white. Nobody knows what comes of it. Norway has fined its own boats. "
        "Greece answered with sanctions against Norway. Greece has banned Norwegian cod. "
        "Qatar backs Greece. Sweden has claimed the Skerry Islands."
    )
    assert {(r.kind, r.source, r.target) for r, _ in _read(text) if r.kind != "opposes"} == {
        ("sanctions", "greece", "norway")
    }


def test_the_ways_that_stand_whatever_they_weigh_are_ways():
    known = {name_of(way.find) for way in relations.WAYS}
    assert known >= {*sieve.PLAIN, sieve.BARRING}
