"""Stable states: small games worked out by hand, the judge on random disputes, the theorems."""

import random

import numpy as np
import pytest

import oracle
import strategies
from detente.analysis.concepts import CONCEPTS, concepts
from detente.analysis.engines.explicit import Explicit
from detente.analysis.graph_model import GraphModel, subsets
from detente.analysis.preferences import lexicographic, preference
from detente.analysis.stability import stability
from detente.analysis.states import MOST_OPTIONS, StateSpace
from detente.dispute.file import loads
from detente.dispute.formula import parse
from detente.errors import LimitReachedError, NothingToAnswerError


def graph(data):
    return GraphModel.of(loads(strategies.as_yaml(data)))


def game(a, b):
    """Two parties with one option each and a ranking each."""
    parties = {"a": {"options": {"x": {}}, "ranking": a}, "b": {"options": {"x": {}}, "ranking": b}}
    return graph({"detente": 1, "title": "A game", "parties": parties})


def equilibria(model):
    found = stability(model)
    return {name: set(model.space.listed(found.equilibria(name))) for name in CONCEPTS}


DILEMMA = game(["YN", "NN", "YY", "NY"], ["NY", "NN", "YY", "YN"])
CHICKEN = game(["NY", "YY", "YN", "NN"], ["YN", "YY", "NY", "NN"])
PENNIES = game([["NN", "YY"], ["NY", "YN"]], [["NY", "YN"], ["NN", "YY"]])
SEXES = game(["NN", "YY", ["NY", "YN"]], ["YY", "NN", ["NY", "YN"]])


ALL = ["NN", "NY", "YN", "YY"]
CLASSICS = {  # equilibria under nash, gmr, smr, seq, sseq
    "dilemma": (DILEMMA, ["YY"], *[["NN", "YY"]] * 4),
    "chicken": (CHICKEN, ["NY", "YN"], *[["NY", "YN", "YY"]] * 2, *[["NY", "YN"]] * 2),
    "pennies": (PENNIES, [], ALL, [], ALL, []),
    "sexes": (SEXES, ["NN", "YY"], ALL, *[["NN", "YY"]] * 3),
}


@pytest.mark.parametrize("name", CLASSICS)
def test_the_classics(name):
    model, *expected = CLASSICS[name]
    assert [sorted(found) for found in equilibria(model).values()] == expected


def test_the_judge_agrees(share):
    for seed in range(share(1500, 60)):
        data = strategies.random_dispute(random.Random(seed))
        judged, model = oracle.build(oracle.read_dispute(data)), graph(data)
        found = stability(model)
        for name in CONCEPTS:
            for party, mask in found.stable[name].items():
                assert set(model.space.listed(mask)) == oracle.stable_states(judged, party, name)
            stable = set(model.space.listed(found.equilibria(name)))
            assert stable == oracle.equilibria(judged, name)


def large(seed):
    limits = strategies.Limits(parties=(3, 5), options=(9, 11), wants=(3, 8), rankings=0)
    return graph(strategies.random_dispute(random.Random(seed), limits, stuck=False))


def test_the_concepts_are_nested(share):
    for seed in range(share(200, 10)):
        stable = stability(large(seed)).stable
        for party in stable["nash"]:
            rows = {name: stable[name][party] for name in CONCEPTS}
            for inner, outer in [
                ("nash", "sseq"),
                ("sseq", "seq"),
                ("seq", "gmr"),
                ("sseq", "smr"),
                ("smr", "gmr"),
            ]:
                assert not (rows[inner] & ~rows[outer]).any(), (seed, party, inner, outer)


def test_names_and_order_do_not_matter(rng):
    for seed in range(15):
        data = strategies.random_dispute(random.Random(seed))
        other, places = strategies.reordered(rng, strategies.renamed(data))
        back = {
            name: {"".join(state[places.index(k)] for k in range(len(places))) for state in states}
            for name, states in equilibria(graph(other)).items()
        }
        assert back == equilibria(graph(data))


def test_an_idle_option_does_not_matter():
    for seed in range(15):
        data = strategies.random_dispute(random.Random(seed))
        before, after = (
            equilibria(graph(data)),
            equilibria(graph(strategies.with_idle_option(data))),
        )
        names = list(loads(strategies.as_yaml(strategies.with_idle_option(data))).options)
        place = [option.id for option in names].index("idle")
        for name in CONCEPTS:
            assert before[name] == {
                s[:place] + s[place + 1 :] for s in after[name] if s[place] == "N"
            }


def test_the_indifferent_are_stable_everywhere():
    model = large(3)
    flat = [np.zeros(model.space.size, np.int64), *model.ranks[1:]]
    changed = model.changed(flat, model.can)
    for concept in CONCEPTS.values():
        assert (Explicit(changed).stable(concept, 0) == model.space.possible).all()


def test_free_games_have_closed_forms():
    # With every option free and every state feasible: GMR by max-min, SMR by min-max.
    for seed in range(20):
        limits = strategies.Limits(one_way=0, infeasible=0, parties=(3, 3), options=(5, 8))
        model = graph(strategies.random_dispute(random.Random(seed), limits, stuck=False))
        engine = Explicit(model)
        for party in model.movers:
            own, rank = model.own[party], model.ranks[party]
            table = rank[subsets(own)[:, None] | subsets(model.space.size - 1 & ~own)]
            for name, level in (("gmr", table.min(1).max()), ("smr", table.max(0).min())):
                stable = engine.stable(CONCEPTS["nash"], party) | (rank >= level)
                assert (engine.stable(CONCEPTS[name], party) == stable).all()


def test_many_wants_are_compared_exactly(rng):
    truths = [np.array([rng.random() < 0.5 for _ in range(32)]) for _ in range(150)]
    scores = [sum(int(t[s]) << (150 - j) for j, t in enumerate(truths)) for s in range(32)]
    order = sorted(set(scores))
    assert lexicographic(truths, 32).tolist() == [order.index(score) for score in scores]
    equal = [np.zeros(4, bool)] * 99 + [np.array([True, False, False, True])]
    assert lexicographic(equal, 4).tolist() == [1, 0, 0, 1]


def test_without_wants_a_party_is_indifferent():
    dispute = loads("{detente: 1, title: T, parties: {a: {options: {x: }}}}")
    assert preference(dispute.parties[0], StateSpace.of(dispute)).tolist() == [0, 0]


def test_states_are_named_by_letters():
    space = game(["NN", "NY", "YN", "YY"], ["NN", "NY", "YN", "YY"]).space
    assert [space.letters(state) for state in range(4)] == ["NN", "NY", "YN", "YY"]
    assert space.listed(space.where(parse("a.x and not b.x"))) == ("YN",)
    for nonsense in ("N", "NNN", "NX"):
        with pytest.raises(NothingToAnswerError):
            space.index(nonsense)


def test_a_dispute_without_options_has_one_state():
    model = graph({"detente": 1, "title": "T", "parties": {"a": {"role": "principal"}}})
    assert equilibria(model) == {name: {""} for name in CONCEPTS}


def test_limits_are_honest():
    options = {f"x{k}": {} for k in range(MOST_OPTIONS + 1)}
    with pytest.raises(LimitReachedError, match="21 options"):
        graph({"detente": 1, "title": "T", "parties": {"a": {"options": options}}})
    with pytest.raises(NothingToAnswerError, match="there are nash, gmr, smr, seq, sseq"):
        concepts(["sqe"])
