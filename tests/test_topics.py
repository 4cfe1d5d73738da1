"""What words say of an article's being about a dispute: fitted on the open articles, and kept."""

import sys
from pathlib import Path

import pytest

from detente.reading import judgement

ROOT = Path(__file__).parent.parent


@pytest.fixture
def topics(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "corpus"))
    sys.modules.pop("topics", None)
    import topics

    yield topics
    del sys.modules["topics"]


def articles(topics, *texts):
    for number, (text, is_dispute) in enumerate(texts):
        yield topics.Article(f"x{number}", "x", frozenset(text.split()), is_dispute)


def test_a_word_says_what_articles_with_it_are_about(topics):
    told = [("we zorble the gate", True), ("they snurfed the gate", False)] * 5
    weights = topics.fitted([*articles(topics, *told)])
    assert weights["zorble"] > 0 > weights["snurfed"]
    assert "gate" not in weights  # in as many of either


def test_a_word_in_few_articles_says_what_is_known_beforehand(topics):
    few = [("zorble goalkeeper", True)] * 3 + [("the gate", False)] * 4
    weights = topics.fitted([*articles(topics, *few)])
    assert "zorble" not in weights
    assert weights["grandmaster"] < 0 < weights["ceasefire"]


def test_the_most_telling_words_decide_whatever_their_order():
    weights = {f"w{number}": number for number in range(-60, 60)}
    assert judgement.leaning(list(weights), weights) == judgement.leaning(
        sorted(weights, key=str), weights
    )


@pytest.mark.soak
def test_the_table_is_what_the_open_articles_say(topics):
    weights = topics.fitted(list(topics.gathered()))
    kept = judgement.weights()
    changed = {word for word in {*weights, *kept} if weights.get(word) != kept.get(word)}
    assert len(changed) < len(kept) / 50  # some lemmas change with the parser
