"""Sentences: every formula in words, grammatical whatever a label is, and not ambiguous."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

import strategies
from detente.dispute.file import loads
from detente.dispute.formula import atoms, parse
from detente.showing.confidence import confidence
from detente.showing.words.formulas import Voice
from detente.showing.words.grammar import phrase
from detente.showing.words.names import naming

TEXT = """
detente: 1
title: Talks
parties:
  r:
    name: Russia
    type: state
    options: {talk: {label: hold talks}, islands: {label: discuss the islands}}
  j:
    name: Japan
    type: state
    options:
      talk: {label: hold talks}
      sanctions: {label: keep its sanctions, status_quo: yes}
      quota: {label: a fish quota}
  u: {name: United States, type: state, options: {leave: {label: withdraw its troops}}}
  w: {name: Dock workers, type: group, options: {strike: {label: strike}}}
"""
VOICE = Voice(loads(TEXT))
NAMES = [str(option.atom) for option in VOICE.dispute.options]


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("r.talk only if not j.sanctions", "Russia holds talks only if Japan lifts its sanctions"),
        ("r.talk and j.talk", "Russia and Japan hold talks"),
        ("not (r.talk and j.talk)", "Russia and Japan do not both hold talks"),
        ("r.talk or r.islands", "Russia holds talks or discusses the islands"),
        ("r.talk or j.talk", "either Russia holds talks or Japan holds talks"),
        ("u.leave", "the United States withdraws its troops"),
        ("not w.strike", "Dock workers do not strike"),
        ("j.quota", "Japan chooses “a fish quota”"),
        ("not not j.talk", "Japan holds talks"),
        ("r.talk if j.talk and (u.leave or w.strike)",
         ("Russia holds talks if (Japan holds talks, and (either the United States withdraws its "
          "troops or Dock workers strike))")),
    ],
)  # fmt: skip
def test_clauses(formula, words):
    assert VOICE.clause(parse(formula)) == words


@pytest.mark.parametrize(
    ("party", "formula", "words"),
    [
        ("r", "r.talk only if j.quota", "Russia wants to hold talks only if Japan chooses “a fish quota”"),
        ("r", "not j.sanctions", "Russia wants Japan to lift its sanctions"),
        ("r", "r.talk and j.talk", "Russia wants Russia and Japan to hold talks"),
        ("w", "r.talk or j.talk",
         "Dock workers want it to be so that either Russia holds talks or Japan holds talks"),
    ],
)  # fmt: skip
def test_wants(party, formula, words):
    assert VOICE.wants(party, parse(formula)) == words


def test_words_tell_formulas_apart():
    rng = Random(3)
    formulas = {
        strategies.random_formula(rng, NAMES[:4], depth=rng.choice((1, 2))) for _ in range(4000)
    }
    told = {}
    for text in formulas:
        formula = parse(text)
        other = told.setdefault(VOICE.clause(formula), formula)
        assert same(formula, other), (text, str(other), VOICE.clause(formula))


def same(one, other):
    from detente.dispute.formula import evaluate

    names = sorted({*atoms(one), *atoms(other)}, key=str)
    return all(
        evaluate(one, dict(zip(names, values, strict=True)))
        == evaluate(other, dict(zip(names, values, strict=True)))
        for values in product((False, True), repeat=len(names))
    )


@pytest.mark.parametrize(
    "label", ["", " ", "航路を再開する", "Reopen", "x" * 300, "-", "talks", "“”", "\n"]
)
def test_any_label_makes_a_sentence(label):
    words = phrase(label)
    for form in (
        words.finite(),
        words.negated(),
        words.infinitive(),
        words.gerund(),
        words.ended(),
    ):
        assert form.strip()


@pytest.mark.parametrize(
    ("name", "kind", "words", "plural"),
    [
        ("Norland", "state", "Norland", False),
        ("The Netherlands", "state", "the Netherlands", False),
        ("European Union", "alliance", "the European Union", False),
        ("Hamas", "group", "Hamas", False),
        ("Farmers of the delta", "group", "Farmers of the delta", True),
        ("", "state", "(no name)", False),
    ],
)
def test_names(name, kind, words, plural):
    found = naming(name, kind)
    assert (found.words, found.plural) == (words, plural)


SOURCE = "documents:\n  d1: {title: A, source: %s}\n  d2: {title: B, source: %s}\nparties: {a: {}}"


@pytest.mark.parametrize(
    ("first", "second", "outlets"),
    [
        ("Courier", "courier ", 1),
        ("https://www.echo.example/1", "http://echo.example/2", 1),
        ("https://echo.example/1", "https://post.example/1", 2),
        ("one.txt", "articles/two.html", 1),
    ],
)
def test_outlets_are_counted_once(first, second, outlets):
    text = "detente: 1\ntitle: T\n" + SOURCE % (f'"{first}"', f'"{second}"')
    assert confidence(loads(text)).outlets == outlets
