"""What marks say of a finding's being a position: fitted on the open articles, and kept."""

import sys
from pathlib import Path

import pytest

from detente.dispute.evidence import AUTHOR, Document
from detente.reading import scene, stances, statements
from detente.reading.attribution import Telling

ROOT = Path(__file__).parent.parent


@pytest.fixture
def sieve(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "corpus"))
    sys.modules.pop("stances", None)
    import stances as sieve

    yield sieve
    del sys.modules["stances"]


def test_a_mark_says_what_findings_with_it_are(sieve):
    told = [({"in passing", "voiced"}, False), ({"outright", "voiced"}, True)] * 40
    found = tuple(sieve.Found(frozenset(marks), right) for marks, right in told)
    weights = sieve.fitted([sieve.Article("a1", "a", found)])
    assert weights["outright"] > 0 > weights["in passing"]
    assert "voiced" not in weights  # on as many of either


TEXT = (
    "Norland accused Sudmark of theft. Sudmark denied the charge. Norland wants its nets back. "
    "Sudmark refused to return them. Norland threatened to close the port. Sudmark offered talks."
)


def test_what_weighs_too_little_does_not_stand(monkeypatch):
    telling = Telling(scene.build(Document("d1", text=TEXT)))
    found = statements.gathered(telling)
    monkeypatch.setattr(stances, "weights", lambda _: {"base": stances.LEAST, "offer": -1.0})
    assert [one.kind for one in found if one not in stances.sifted(telling, found)] == ["offer"]


def test_of_few_findings_all_stand(monkeypatch):
    telling = Telling(scene.build(Document("d1", text="Norland accused Sudmark of theft.")))
    monkeypatch.setattr(stances, "weights", lambda _: {"base": -1.0})
    found = statements.gathered(telling)
    assert stances.sifted(telling, found) == found != []


OUTLOOKS = (  # what the narrator makes the outcome hang on stands; what is done besides does not
    ("Until Sudmark sits down, the prospects for a settlement remain bleak.", True),
    ("As long as Sudmark counts its own fish, there will be no agreement.", True),
    ("Nothing will change unless Sudmark gives way.", True),
    ("Until the tide turns, the boats will stay at anchor.", False),
)


@pytest.mark.parametrize(("sentence", "stands"), OUTLOOKS)
def test_what_the_outcome_hangs_on_stands(sentence, stands, monkeypatch):
    telling = Telling(scene.build(Document("d1", text=f"{TEXT} {sentence}")))
    monkeypatch.setattr(stances, "weights", lambda _: {"base": 10.0, "held author": -100.0})
    kept = stances.sifted(telling, statements.gathered(telling))
    assert any(AUTHOR in one.holder for one in kept) == stands
