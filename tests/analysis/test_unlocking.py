"""The least concessions: cases worked out by hand, and the judge on random disputes."""

import random
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest

import oracle
import strategies
from detente.analysis.concepts import CONCEPTS
from detente.analysis.concessions import conceded, on_want, weakenings
from detente.analysis.graph_model import GraphModel
from detente.analysis.offering import Offering
from detente.analysis.unlocking import MOST, MOST_LEAST, unlock
from detente.dispute.file import loads
from detente.dispute.formula import parse
from detente.dispute.model import Party, Want
from detente.errors import NothingToAnswerError

TALKS = """
detente: 1
title: Two would talk, each on its terms
resolution: north.talk and south.talk
parties:
  north:
    options: {talk: , hold: {status_quo: yes}, discuss: }
    wants:
      - north.talk only if (not south.sanctions and not south.align)
      - north.hold
      - any order: [not south.sanctions, not south.align, {want: not north.discuss, assumed: yes}]
      - north.talk and south.talk
  south:
    options: {talk: , sanctions: {status_quo: yes}, align: {status_quo: yes}}
    wants:
      - south.talk only if north.discuss
      - south.align
      - south.sanctions
      - any order: [north.discuss, not north.hold]
      - north.talk and south.talk
"""


def plain(concessions):
    """Concessions as the judge has them."""
    return frozenset(
        oracle.Concession(c.party, c.change, c.index, c.option, c.becomes, c.cost)
        for c in concessions
    )


@pytest.mark.parametrize(
    ("text", "weaker"),
    [
        ("a.x and b.y and not b.z", ["b.y and not b.z", "a.x and not b.z", "a.x and b.y"]),
        ("a.x only if (b.y and b.z)", ["a.x only if b.z", "a.x only if b.y"]),
        ("(b.y and b.z) if a.x", ["b.z if a.x", "b.y if a.x"]),
        ("(b.y and b.z) unless a.x", ["b.z unless a.x", "b.y unless a.x"]),
        ("(b.y and b.z) only if a.x", []),
        ("a.x if (b.y and b.z)", []),
        ("a.x if and only if (b.y and b.z)", []),
        ("not (a.x or b.y)", []),
        ("not (a.x and b.y)", []),
        ("(a.x and b.y) or b.z", []),
        ("a.x", []),
    ],
)  # fmt: skip
def test_a_want_is_weakened_by_a_member(text, weaker):
    assert [str(formula) for formula in weakenings(parse(text))] == weaker


def test_the_last_want_cannot_be_demoted():
    party = Party("a", "A", wants=(Want(parse("a.x")), Want(parse("a.y"), cost=Fraction(3))))
    assert [found.change for found in on_want(party, 1)] == ["demote", "drop"]
    assert [(found.change, found.cost) for found in on_want(party, 2)] == [("drop", 3)]


def test_either_of_two_ways_is_least():
    found = unlock(loads(TALKS))
    assert (found.least_cost, found.least_count, found.proven_least) == (Fraction(5, 4), 2, True)
    first, second, dearer = found.unlockings
    made = [(c.party, c.change, c.index, c.becomes) for c in first.concessions]
    assert made == [
        ("north", "weaken", 1, "north.talk only if not south.align"),
        ("south", "demote", 2, None),
    ]
    assert (first.state, second.state) == ("YYYYYN", "YYYYNY")
    assert dearer.cost == Fraction(3, 2)
    assert found.alone == {"north": Fraction(3, 2), "south": Fraction(3, 2)}
    (step,) = first.path
    assert (step.kind, step.parties, step.to) == ("together", ("north", "south"), "YYYYYN")
    assert found.examined == 7


def test_what_needs_no_concession_costs_nothing():
    found = unlock(loads("""
        detente: 1
        title: Ferry
        resolution: a.sail and b.pay
        parties:
          a: {options: {sail: }, wants: [a.sail only if b.pay, b.pay]}
          b: {options: {pay: }, wants: [b.pay only if a.sail, a.sail]}
    """))  # fmt: skip
    (way,) = found.unlockings
    assert (way.cost, way.concessions, way.state) == (0, (), "YY")
    assert (way.path[0].kind, len(way.path)) == ("together", 1)
    assert found.alone == {"a": 0, "b": 0}


def test_what_is_impossible_is_said_and_proven():
    text = "{{detente: 1, title: T, resolution: a.x, parties: {{a: {{options: {{x: {}}}, {}}}}}}}"
    for option, wants in [("{can: stop}", "wants: [a.x]"), ("", "ranking: [N, Y]")]:
        found = unlock(loads(text.format(option, wants)))
        assert found.unlockings == ()
        assert found.least_cost is None
        assert found.proven_least
        assert found.lower_bound is None
        assert found.alone == {"a": None}


def test_who_and_what_may_be_forbidden():
    dispute = loads(TALKS)
    alone = unlock(dispute, only="north")
    assert alone.least_cost == Fraction(3, 2)
    assert alone.alone == {"north": Fraction(3, 2), "south": None}
    without = unlock(dispute, forbid=["weaken", "south/2"])
    made = {(c.change, c.party, c.index) for u in without.unlockings for c in u.concessions}
    assert without.least_cost > Fraction(5, 4)
    assert not any(change == "weaken" or (p, k) == ("south", 2) for change, p, k in made)
    for nonsense in ({"only": "east"}, {"forbid": ["south/9"]}):
        with pytest.raises(NothingToAnswerError):
            unlock(dispute, **nonsense)


def test_another_settlement_may_be_asked_for():
    dispute = loads(TALKS)
    found = unlock(dispute, to=parse("not south.align"))
    assert found.to == "not south.align"
    assert all(way.state[5] == "N" for way in found.unlockings)
    with pytest.raises(NothingToAnswerError, match="give --to"):
        unlock(loads(TALKS.replace("resolution: north.talk and south.talk", "")))


def test_out_of_time_is_said():
    found = unlock(loads(TALKS), time_limit=0)
    assert not found.proven_least
    assert not found.complete
    assert found.lower_bound == Fraction(5, 4)  # what each would have to concede to accept it
    assert found.alone == {"north": None, "south": None}
    assert found.alone_open == ("north", "south")


def test_out_of_time_the_best_found_is_given():
    """It unlocks, no part of it does, and it is no cheaper than the bound."""
    found, given = unlock(loads(TALKS), time_limit=0), 0
    assert found.unlockings
    for seed in range(40):
        data = strategies.random_dispute(random.Random(seed), options=(2, 6), stuck=True)
        dispute, judge = loads(strategies.as_yaml(data)), oracle.read_dispute(data)
        found = unlock(dispute, time_limit=0)
        for way in found.unlockings:
            given += 1
            made = plain(way.concessions)
            assert oracle.unlocks(judge, made), seed
            parts = (part for size in range(len(made)) for part in combinations(made, size))
            assert not any(oracle.unlocks(judge, part) for part in parts), seed
            assert found.lower_bound <= way.cost == found.least_cost, seed
            assert found.proven_least == (found.lower_bound == way.cost), seed
        assert list(found.alone) == [party.id for party in dispute.parties], seed
    assert given > 10


def judged(seed, concept, share):
    data = strategies.random_dispute(random.Random(seed), options=(2, 6))
    if "resolution" not in data:
        return
    found = unlock(loads(strategies.as_yaml(data)), concept=concept)
    judge, limit = oracle.read_dispute(data), share(20_000, 1500)
    try:
        least = oracle.least_unlockings(judge, concept, limit=limit)
        dearest = found.unlockings[-1].cost if found.unlockings else Fraction(0)
        minimal = oracle.minimal_unlockings(judge, concept, up_to=dearest, limit=limit)
    except oracle.TooManyError:
        return
    assert (found.least_cost, found.least_count) == (least.cost, len(least.unlockings)), seed
    assert found.proven_least
    mine = [(way.cost, plain(way.concessions)) for way in found.unlockings]
    assert set(mine) <= set(minimal), seed
    if found.least_count <= MOST_LEAST:
        cheaper = {row for row in minimal if row[0] < dearest}
        assert cheaper <= set(mine), seed
        assert {made for cost, made in mine if cost == found.least_cost} == least.unlockings
    for way in found.unlockings[:3]:
        assert oracle.shown(judge, plain(way.concessions), concept) == (way.state, len(way.path))
    keys = [oracle.listing_key(judge, plain(way.concessions), concept) for way in found.unlockings]
    costs = [cost for cost, _ in mine]
    ranked = list(zip(costs, keys, strict=True))
    assert ranked == sorted(ranked), seed


def test_the_judge_agrees(share):
    for seed in range(share(1500, 50)):
        judged(seed, "seq", share)


def test_the_judge_agrees_on_other_concepts(share):
    for seed in range(share(300, 8)):
        for concept in CONCEPTS:
            judged(seed + 5000, concept, share)


def test_the_judge_agrees_on_each_party_alone(share):
    for seed in range(share(400, 20)):
        data = strategies.random_dispute(random.Random(seed), options=(2, 5), stuck=True)
        found = unlock(loads(strategies.as_yaml(data)))
        try:
            alone = oracle.least_alone(oracle.read_dispute(data), limit=share(10_000, 1000))
        except oracle.TooManyError:
            continue
        assert found.alone_open == (), seed
        assert found.alone == alone, seed


def test_where_fewer_are_listed_than_asked_for_there_are_no_others(share):
    few = {"parties": (2, 3), "options": (2, 3), "wants": (1, 3)}
    asked = 0
    for seed in range(share(600, 24)):
        data = strategies.random_dispute(random.Random(seed), stuck=True, **few)
        found = unlock(loads(strategies.as_yaml(data)))
        if not (found.least_cost and found.complete and len(found.unlockings) < MOST):
            continue
        judge, beyond = oracle.read_dispute(data), found.unlockings[-1].cost + 1
        try:
            minimal = oracle.minimal_unlockings(judge, up_to=beyond, limit=share(20_000, 1000))
        except oracle.TooManyError:
            continue
        mine = {(way.cost, plain(way.concessions)) for way in found.unlockings}
        assert set(minimal) == mine, seed
        asked += 1
    assert asked > 3


def test_a_state_is_accepted_where_some_variant_accepts_it(rng):
    for dispute in map(loads, map(strategies.as_yaml, strategies.random_disputes(5, 12))):
        model, here = GraphModel.of(dispute), rng.randrange(1 << len(dispute.options))
        offering = Offering(model, None, frozenset())
        for party in model.parties:
            offer = offering.variants(party, [here]).offer
            choices = [(p, n) for p, picks in enumerate(offer.wants) for n in range(1, len(picks))]
            offer = offer.without(rng.sample(choices, len(choices) // 2))
            picks = offer.affordable(max(offer.sums), 1 << 20)[0][:, : len(offer.wants)]
            ranks = [offer.everywhere(row) for row in np.unique(picks, axis=0)]
            for target in rng.sample(range(model.space.size), min(4, model.space.size)):
                some = any(rank[target] >= rank[here] for rank in ranks)
                assert offer.accepts(target, here) == some, dispute.title


def test_what_is_said_to_unlock_does(share):
    for seed in range(share(100, 8)):
        data = strategies.random_dispute(random.Random(seed), options=(6, 8), stuck=True)
        dispute = loads(strategies.as_yaml(data))
        for way in unlock(dispute).unlockings[:2]:
            again = unlock(conceded(dispute, way.concessions), most=1)
            assert again.least_cost == 0, seed
