"""For whom somebody speaks, where the words beside the name do not say it outright."""

import tomllib
from pathlib import Path

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene

FOR = tomllib.loads((Path(__file__).parent / "speakers.toml").read_text("utf-8"))["cases"]
TYPES = (  # text, party, what it is
    ("Aeris and its pilots fell out. Aeris wants longer days. The union refused.", "company"),
    ("Norland accused Kessia. President Milo Brand of Kessia said no. Kessia refused.", "state"),
    ("Kessia refused. The railway stayed shut. Kessia's president wants its soil back.", "state"),
    ("The province of Mara refused. Mara's administration called it blackmail.", "province"),
    ("Keshi refused to give water. Keshi's governor went to court.", "province"),
)


@pytest.mark.parametrize(("text", "sort"), TYPES)
def test_what_a_name_is_by_what_it_has(text, sort):
    named = next(word for word in ("Aeris", "Kessia", "Mara", "Keshi") if word in text)
    assert scene.build(Document("d1", text=text)).by_id[named.lower()].type == sort


@pytest.mark.parametrize(
    "office", ["health secretary", "minister of agriculture", "minister for sport"]
)
def test_a_minister_of_a_government_that_nobody_names(office):
    text = f"The nurses' union will strike. Its general secretary, Ann Lee, said so. The {office} "
    found = scene.build(Document("d1", text=f"{text}has refused to intervene.")).by_id
    assert office in found["government"].aliases


@pytest.mark.parametrize(("text", "person", "whose"), FOR, ids=[person for _, person, _ in FOR])
def test_for_whom_somebody_speaks(text, person, whose):
    parties = scene.build(Document("d1", text=text)).by_id
    assert parties[person].speaks_for == (whose or None)


@pytest.mark.parametrize(
    ("text", "id_", "type_"),
    [
        ("Srpska Lista, the main Serb party in Kosovo, says it will stay.", "srpska_lista", "group"),
        ("Caricom wants a meeting in St Vincent, whose premier wrote.", "caribbean_community", "alliance"),
    ],
)  # fmt: skip
def test_what_is_told_beside_a_name_makes_no_person_of_it(text, id_, type_):
    told = f"Kosovo refuses to talk. {text} Serbia objects."
    parties = scene.build(Document("d1", text=told)).by_id
    assert parties[id_].type == type_
    assert not any(one.type == "person" for one in parties.values())


def test_towns_of_two_names_are_both():
    text = (
        "The towns of Orstad and Hjelm refused to pay for the bridge. The province wants money. "
        "The two towns want the province to pay."
    )
    seen = scene.build(Document("d1", text=text))
    towns = [seen.refers(token) for token in seen.doc if token.lower_ == "towns"]
    assert towns == [("orstad", "hjelm")] * 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norwegian salmon farmers refused to pay the tax. Norway wants it.", "norwegian_salmon_farmers"),
        ("Aeris pilots rejected the airline's offer. Aeris Air wants talks.", "aeris_pilots"),
        ("French troops refused to leave the pass. Spain wants talks.", "france"),
        ("Danish Industry refused to pay. Denmark wants talks.", "danish_industry"),
        ("Gazprom Neft refused to sell. Serbia wants talks.", "gazprom_neft"),
        ("Greenpeace Norway refused to leave. Norway wants talks.", "greenpeace_norway"),
        ("Malta Public Transport refused to pay. Malta wants talks.", "malta_public_transport"),
        ("Developer Capitel Group refused to pay. The club wants talks.", "capitel_group"),
        ("Starbucks Workers United rejected the offer. Starbucks wants talks.", "starbucks_workers_united"),
    ],
)  # fmt: skip
def test_who_lives_by_a_trade_is_not_the_land(text, who):
    seen = scene.build(Document("d1", text=text))
    subject = next(token for token in seen.doc if token.lemma_ in {"refuse", "reject"})
    assert seen.refers(next(c for c in subject.children if c.dep_ == "nsubj")) == (who,)
