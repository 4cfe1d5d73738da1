"""Why it is stuck: the judge on random disputes, and witnesses that are what they say."""

import random
from itertools import pairwise

import oracle
import strategies
from detente.analysis.concepts import CONCEPTS
from detente.analysis.deadlock import KINDS
from detente.analysis.explanation import explain
from detente.analysis.graph_model import GraphModel
from detente.analysis.reach import reach
from detente.dispute.file import loads


def pair(seed, **more):
    data = strategies.random_dispute(random.Random(seed), **more)
    dispute = oracle.read_dispute(data)
    return loads(strategies.as_yaml(data)), dispute, oracle.build(dispute)


def compare(seed, concept, state=None):
    dispute, judged, model = pair(seed)
    model.q = state or model.q
    found = explain(dispute, state, concept=concept)
    assert [kind.kind for kind in found.diagnosis] == sorted(
        oracle.diagnosis(model, concept, state)
    )
    assert set(found.joint_improvements) == oracle.joint_improvements(model, model.q)
    assert set(found.heads_to) == oracle.heads_to(model, concept)
    assert found.standing == oracle.situation(model, concept)
    refusals = {(row.state, row.reason.party, row.reason.index) for row in found.refusals}
    assert refusals == oracle.refusals(judged, model, model.q)
    for state_ahead, kinds in found.ahead.items():
        assert {kind.kind for kind in kinds} == oracle.diagnosis(model, concept, state_ahead)


def test_the_judge_agrees(share):
    for seed in range(share(1000, 50)):
        compare(seed, "seq")


def test_the_judge_agrees_on_other_concepts(share):
    for seed in range(share(300, 10)):
        for concept in CONCEPTS:
            compare(seed, concept)


def test_the_judge_agrees_on_other_states(rng, share):
    for seed in range(share(500, 25)):
        _, _, model = pair(seed)
        compare(seed, "seq", rng.choice(model.states))


def test_sanctions_are_what_they_say(share):
    for seed in range(share(300, 30)):
        dispute, _, model = pair(seed)
        found = explain(dispute)
        for name, row in found.verdicts.items():
            for party, verdict in row.items():
                assert verdict.stable == oracle.is_stable(model, party, model.q, name)
                for improvement in verdict.improvements:
                    check_sanction(model, name, party, improvement)


def check_sanction(model, name, party, improvement):
    ends = oracle.sanctions(model, party, model.q, improvement.to, name)
    if improvement.sanction is None:
        assert not ends
        return
    sanction, here, last = improvement.sanction, improvement.to, None
    assert sanction.ends in ends
    for move in sanction.path:
        assert move.party not in (party, last)
        assert move.to in model.um[move.party][here]
        if CONCEPTS[name].credible:
            assert move.to in model.ui(move.party, here)
        here, last = move.to, move.party
    assert here == sanction.ends
    rank = model.r[party]
    escapes = sorted(v for v in model.um[party][here] if rank[v] > rank[model.q])
    assert list(sanction.escapes) == escapes
    assert not (CONCEPTS[name].respond and escapes)


def test_closures_are_those_of_the_definition(share):
    for seed in range(share(200, 15)):
        dispute, _, judged = pair(seed, options=(2, 6))
        model = GraphModel.of(dispute)
        for improving in (False, True):
            for coalition in [model.movers, model.movers[:1], model.movers[1:], ()]:
                names = [model.parties[party].id for party in coalition]
                found = reach(model, coalition, model.space.status_quo, improving=improving)
                ends = judged.reach(names, judged.q, improving=improving)
                assert set(model.space.listed(found.states)) == ends
                for end in model.space.listed(found.states):
                    path = found.path(model.space.index(end))
                    assert len(path) == found.length(model.space.index(end))
                    movers = [mover for mover, _ in path]
                    assert all(a != b for a, b in pairwise(movers))


def test_who_holds_what():
    dispute = loads("""
        detente: 1
        title: Ferry
        resolution: a.sail and b.pay
        parties:
          a: {options: {sail: }, wants: [a.sail only if b.pay, b.pay]}
          b: {options: {pay: }, wants: [b.pay only if a.sail, a.sail]}
    """)
    found = explain(dispute)
    held = found.verdicts["seq"]["a"]
    assert held.stable
    assert not held.improvements
    assert [(reason.index, reason.want) for reason in held.holds] == [(1, "a.sail only if b.pay")]
    assert found.stuck == dict.fromkeys(CONCEPTS, True)
    (kind,) = found.diagnosis
    assert (kind.kind, kind.parties, kind.states) == ("you-first", ("a", "b"), ("YY",))
    assert [(why.party, why.index) for why in kind.reasons] == [("a", 1), ("b", 1)]
    assert found.refusals == ()


def test_settled_and_whether_it_lasts():
    text = "{{detente: 1, title: T, resolution: not a.x, parties: {{a: {{options: {{x: }}, wants: [{}]}}}}}}"
    lasting, leaving = explain(loads(text.format("not a.x"))), explain(loads(text.format("a.x")))
    assert lasting.settled
    assert leaving.settled
    assert (lasting.equilibrium["seq"], leaving.equilibrium["seq"]) == (True, False)
    assert lasting.diagnosis == leaving.diagnosis == ()
    assert leaving.heads_to == ("Y",)


def test_without_a_resolution_there_is_no_diagnosis():
    found = explain(
        loads("{detente: 1, title: T, parties: {a: {options: {x: }, wants: [not a.x]}}}")
    )
    assert found.standing == "stuck"
    assert found.diagnosis == ()
    assert found.refusals == ()


def test_an_impossible_resolution_is_barred():
    found = explain(loads(
        "{detente: 1, title: T, resolution: a.x, infeasible: [a.x], parties: {a: {options: {x: }}}}"
    ))  # fmt: skip
    assert [kind.kind for kind in found.diagnosis] == ["barred"]


def test_every_stuck_dispute_with_a_resolution_has_a_kind(share):
    kinds = set()
    for seed in range(share(2000, 60)):
        dispute = loads(
            strategies.as_yaml(strategies.random_dispute(random.Random(seed), stuck=True))
        )
        found = explain(dispute)
        if dispute.resolution and found.standing == "stuck":
            assert found.diagnosis, seed
            kinds |= {kind.kind for kind in found.diagnosis}
    assert kinds <= set(KINDS)
