"""Which commitment would do: each promise is what it says, judged by the definitions."""

import random
from dataclasses import replace
from itertools import combinations

import oracle
import strategies
from detente.analysis.commitments import MOST_PROMISES
from detente.analysis.explanation import explain
from detente.dispute.file import loads


def disputes(share, full, part):
    for seed in range(share(full, part)):
        data = strategies.random_dispute(random.Random(seed), options=(2, 6), stuck=True)
        judged = oracle.read_dispute(data)
        yield seed, explain(loads(strategies.as_yaml(data))), judged, oracle.build(judged)


def bound(judged, promises):
    becomes = {promise.option: promise.becomes for promise in promises}
    options = tuple(
        replace(option, can=becomes.get(option.name, option.can)) for option in judged.options
    )
    return oracle.build(replace(judged, options=options))


def frees(judged, party, to, promises):
    model = bound(judged, promises)
    goals = oracle.reachable_resolutions(oracle.build(judged), model.q)
    leads = to in goals or model.reach(model.movers, to, improving=True) & goals
    return bool(leads) and not oracle.is_sanctioned(model, party, model.q, to, "seq")


def test_what_is_bound_frees_and_nothing_less_does(share):
    tried = 0
    for seed, found, judged, _ in disputes(share, 1500, 120):
        for row in found.commitments:
            if row.kind != "exposed":
                continue
            assert frees(judged, row.helps, row.to, row.promises), seed
            assert row.helps not in {promise.party for promise in row.promises}
            for count in range(len(row.promises)):
                for part in combinations(row.promises, count):
                    assert not frees(judged, row.helps, row.to, part), seed
            tried += 1
    assert tried


def test_where_nobody_is_named_one_binding_alone_would_not_do(share):
    """All that is exposed is answered, or no single option's binding frees it."""
    for seed, found, judged, model in disputes(share, 300, 40):
        if "exposed" not in {kind.kind for kind in found.diagnosis}:
            continue
        (kind,) = [kind for kind in found.diagnosis if kind.kind == "exposed"]
        named = {(row.helps, row.to) for row in found.commitments if row.kind == "exposed"}
        for party in kind.parties:
            for to in set(kind.states) & model.ui(party, model.q):
                if (party, to) in named or not oracle.is_sanctioned(
                    model, party, model.q, to, "seq"
                ):
                    continue
                for option in judged.options:
                    if option.party != party and option.can == "both":
                        for way in ("start", "stop"):
                            alone = [type("P", (), {"option": option.name, "becomes": way})]
                            assert not frees(judged, party, to, alone), seed
    assert MOST_PROMISES == 2


def test_who_promises_in_turn_brings_a_settlement_that_the_first_likes(share):
    kinds = set()
    for seed, found, judged, model in disputes(share, 1500, 120):
        goals = oracle.reachable_resolutions(model, model.q)
        for row in found.commitments:
            if row.kind != "you-first":
                continue
            assert row.to in model.um[row.helps][model.q]
            here = dict(zip([o.name for o in judged.options], row.to, strict=True))
            for promise in row.promises:
                here[promise.option] = "Y" if promise.becomes == "start" else "N"
            end = "".join(here.values())
            promised = {promise.party for promise in row.promises}
            others = set(model.movers) - promised - {row.helps}
            ends = {end} | model.reach(others, end, improving=True)
            rank = model.r[row.helps]
            assert any(t in goals and rank[t] >= rank[model.q] for t in ends), seed
            kinds.add(bool(row.promises))
    assert kinds == {True, False}


def test_nothing_is_promised_for_other_kinds(share):
    for _, found, _, _ in disputes(share, 200, 20):
        kinds = {kind.kind for kind in found.diagnosis}
        assert {row.kind for row in found.commitments} <= kinds & {"exposed", "you-first"}
