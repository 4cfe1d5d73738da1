"""What marks say of a finding's being a relation: fitted on the open articles."""

import sys
from pathlib import Path

import pytest

from detente.dispute.evidence import Document
from detente.reading import relations, scene
from detente.reading.odds import weights
from detente.reading.relations import sieve
from detente.reading.relations.reader import Reader
from detente.reading.relations.ways import name_of

ROOT = Path(__file__).parent.parent
TEXT = (
    "Norway and Greece quarrel over cod. Norway refused to pay Greece. Greece accused Norway of "
    "theft. Norway denied it. Qatar backs Norway. Sweden stands by Greece. Talks failed in May."
)


@pytest.fixture
def related(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "corpus"))
    sys.modules.pop("related", None)
    import related

    yield related
    del sys.modules["related"]


def found(text):
    told = relations.find(scene.build(Document("d1", text=text)))
    return [(one.kind, one.source, one.target) for one, _ in told]


def test_a_mark_says_what_findings_with_it_are(related):
    told = [({"in passing", "narrated"}, False), ({"outright", "narrated"}, True)] * 40
    findings = tuple(related.Found(frozenset(marks), right) for marks, right in told)
    by = related.fitted([related.Article("a1", "a", findings)])
    assert by["outright"] > 0 > by["in passing"]
    assert "narrated" not in by  # on as many of either


def test_each_way_that_is_weighed_is_one_of_the_ways():
    known = {name_of(way.find) for way in (*relations.WAYS, *relations.LAST)}
    told = {mark.partition("way ")[2] for mark in weights("related") if "way " in mark}
    assert told
    assert told <= known


def test_what_weighs_too_little_does_not_stand(monkeypatch):
    monkeypatch.setattr(sieve, "weights", lambda _: {"base": 100.0, "word stand": -200.0})
    assert found(TEXT) == [("aligned", "qatar", "norway")]


def test_what_is_found_alone_stands(monkeypatch):
    monkeypatch.setattr(sieve, "weights", lambda _: {"base": -100.0})
    assert found(TEXT.replace("Sweden stands by Greece. ", "")) == [("aligned", "qatar", "norway")]


def test_in_a_note_all_stand(monkeypatch):
    monkeypatch.setattr(sieve, "weights", lambda _: {"base": -100.0})
    assert found("Qatar backs Norway.") == [("aligned", "qatar", "norway")]


def test_what_two_oppose_in_is_not_weighed(monkeypatch):
    monkeypatch.setattr(sieve, "weights", lambda _: {"base": -100.0})
    told = found(TEXT.replace("Qatar backs", "Qatar opposes"))
    assert ("opposes", "qatar", "norway") in told


def test_a_mark_stands_alone_and_with_the_kind():
    reader = Reader(scene.build(Document("d1", text=TEXT)))
    marked = [*sieve.marks(reader, relations.gathered(reader))]
    backs = next(marks for marks in marked if "word back" in marks)
    assert {"aligned", "source third", "aligned: source third", "target side", "main"} <= backs
    assert {"told 1", "source there", "target there", "narrated"} <= backs
