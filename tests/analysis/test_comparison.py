"""What a change does to each finding."""

import random

import oracle
import strategies
from detente.analysis.comparison import FINDINGS, compare
from detente.analysis.concepts import CONCEPTS
from detente.dispute.file import loads


def test_each_finding_is_that_of_its_own_version(share):
    for seed in range(share(200, 6)):
        rng = random.Random(seed)
        both = [strategies.random_dispute(rng, options=(2, 4)) for _ in range(2)]
        found = compare(*(loads(strategies.as_yaml(data)) for data in both))
        turns = {(turn.finding, turn.concept): turn for turn in found.turns}
        assert {name for name, _ in turns} <= set(FINDINGS)
        for place, data in enumerate(both):
            model = oracle.build(oracle.read_dispute(data))

            def said(name, concept=None, place=place, turns=turns):
                turn = turns[name, concept]
                return turn.after if place else turn.before

            assert said("standing") == oracle.situation(model)
            assert said("diagnosis") == sorted(oracle.diagnosis(model))
            for concept in CONCEPTS:
                stuck = oracle.situation(model, concept) == "stuck"
                assert said("stuck", concept) == stuck


def test_a_dispute_compared_with_itself(share):
    for seed in range(share(100, 4)):
        data = strategies.random_dispute(random.Random(seed), options=(2, 4))
        found = compare(loads(strategies.as_yaml(data)), loads(strategies.as_yaml(data)))
        assert found.differences == ()
        assert not any(turn.changed for turn in found.turns)
