"""The coverage's own ways out, tried: as if they were so today, judged by the definitions."""

import random
from dataclasses import replace

import oracle
import strategies
from detente.analysis.ways_out import VERDICTS, trials
from detente.dispute.file import loads

FERRY = """
detente: 1
title: Ferry
resolution: a.sail and b.pay
parties:
  a: {options: {sail: }, wants: [a.sail only if b.pay, a.sail]}
  b: {options: {pay: , patrol: {can: never}}, wants: [not b.pay, a.sail]}
ways_out:
  - {needs: that b pays, formula: b.pay, proposed_by: a}
  - {needs: that a sails first, formula: a.sail}
  - {needs: some good will}
  - {needs: patrols, formula: b.patrol}
"""


def test_each_way_out_has_its_verdict():
    found = trials(loads(FERRY))
    assert [trial.verdict for trial in found] == [
        "enough", "not enough", "not expressible", "out of reach",
    ]  # fmt: skip
    pays, sails = found[:2]
    assert [(why.party, why.index) for why in pays.worse_off] == [("b", 1)]
    assert pays.state == "NYN"
    assert [(why.party, why.index) for why in pays.opposed] == [("b", 1)]
    assert sails.state == "YNN"
    assert [(why.party, why.index) for why in sails.opposed] == [("a", 1)]


def test_enough_though_one_would_have_to_act_against_its_wants():
    text = FERRY.replace("[not b.pay, a.sail]", "[a.sail, not b.pay]")
    found = trials(loads(text))[0]
    assert (found.verdict, found.state, found.rest.cost) == ("enough", "NYN", 0)
    assert [step.to for step in found.rest.path] == ["YYN"]
    assert [(why.party, why.index) for why in found.opposed] == [("b", 2)]
    assert found.worse_off == ()


def test_without_a_resolution_nothing_is_tried():
    text = FERRY.replace("resolution: a.sail and b.pay\n", "")
    assert [trial.verdict for trial in trials(loads(text))][:3] == [
        "untried", "untried", "not expressible",
    ]  # fmt: skip


def granted(judged, state):
    """As if a state were today's, and what changed for it stayed so."""
    options = []
    for option, letter in zip(judged.options, state, strict=True):
        now = letter == "Y"
        bound = option.can == "both" and now != option.status_quo
        can = ("start" if now else "stop") if bound else option.can
        options.append(replace(option, status_quo=now, can=can))
    return replace(judged, options=tuple(options))


def test_the_judge_agrees(share):
    seen = set()
    for seed in range(share(400, 25)):
        rng = random.Random(seed)
        data = strategies.random_dispute(rng, options=(2, 5), stuck=True)
        names = strategies.option_names(data)
        formula = strategies.joined(rng, names, "and", rng.randint(1, 2))
        data["ways_out"] = [{"needs": "this", "formula": formula}]
        (found,) = trials(loads(strategies.as_yaml(data)))
        judged = oracle.read_dispute(data)
        model = oracle.build(judged)
        seen.add(found.verdict)
        reached = model.reach(model.movers, model.q, improving=False) | {model.q}
        states = [s for s in reached if judged.holds(oracle.parse_formula(formula), s)]
        if not states:
            assert found.verdict == "out of reach"
            continue

        def changed(state, q=model.q):
            return sum(a != b for a, b in zip(state, q, strict=True))

        nearest = [s for s in states if changed(s) == min(map(changed, states))]
        enough = False
        for start in nearest:
            enough |= oracle.unlocks(granted(judged, start), ())
        assert found.state in nearest
        assert found.verdict == ("enough" if enough else "not enough"), seed
        for reason in found.opposed:
            assert model.r[reason.party][found.state] < model.r[reason.party][model.q]
    assert seen <= set(VERDICTS)
    assert len(seen) > 1
