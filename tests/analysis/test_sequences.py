"""Shortest sequences: as long as the judge's, and legal."""

import random
from itertools import pairwise

import pytest

import oracle
import strategies
from detente.analysis.sequences import MOST_BRANCHES, paths
from detente.dispute.file import loads
from detente.dispute.formula import parse
from detente.errors import NothingToAnswerError

FERRY = """
detente: 1
title: Ferry
resolution: a.sail and b.pay
parties:
  a: {options: {sail: }, wants: [a.sail only if b.pay, b.pay]}
  b: {options: {pay: }, wants: [b.pay only if a.sail, a.sail]}
"""


def ends(found):
    return {path[-1].to for path in found}


def check_moves(start, found, moves):
    lengths = [len(path) for path in found]
    assert lengths == sorted(lengths)
    for path in found:
        here = start
        for step in path:
            assert step.kind == "alone"
            assert step.to in moves[step.parties[0]][here]
            here = step.to
        assert all(one.parties != other.parties for one, other in pairwise(path))


def test_the_judge_agrees(share):
    for seed in range(share(500, 40)):
        data = strategies.random_dispute(random.Random(seed), options=(2, 6), resolution=1)
        judged = oracle.build(oracle.read_dispute(data))
        found = paths(loads(strategies.as_yaml(data)))
        goals = judged.resolutions - {judged.q}
        improvements = {p: {s: judged.ui(p, s) for s in judged.states} for p in judged.movers}
        check_moves(judged.q, found.moves, judged.um)
        check_moves(judged.q, found.improvements, improvements)
        assert ends(found.moves) == goals & judged.reach(judged.movers, judged.q, improving=False)
        reached = judged.reach(judged.movers, judged.q, improving=True)
        assert ends(found.improvements) == goals & reached
        distances = oracle.step_distances(judged, judged.q, "seq")
        steps = {path[-1].to: len(path) for path in found.steps}
        assert steps == {state: distances[state] for state in goals & set(distances)}


def risks_of(judged, path, concept):
    """Where a path may fail, by the definitions; of what may lead elsewhere the party alone."""
    here, found = judged.q, []
    for number, step in enumerate(path):
        if step.kind == "alone":
            (party,), rank = step.parties, judged.r[step.parties[0]]
            if rank[step.to] < rank[here]:
                found.append(("unwilling", here, party, step.to))
            elif rank[step.to] > rank[here] and oracle.is_sanctioned(
                judged, party, here, step.to, concept
            ):
                found.append(("sanctioned", here, party, step.to))
        for party in judged.movers if number else ():
            gains = [t for t in sorted(judged.ui(party, here)) if not oracle.is_sanctioned(judged, party, here, t, concept)]  # fmt: skip
            if gains and gains[0] != step.to:
                found.append(("stray", here, party, gains[0]))
        here = step.to
    return found


def test_where_a_path_may_fail(share):
    for seed in range(share(300, 25)):
        data = strategies.random_dispute(random.Random(seed), options=(2, 5), resolution=1)
        judged = oracle.build(oracle.read_dispute(data))
        found = paths(loads(strategies.as_yaml(data)))
        for path in (*found.improvements, *found.steps, *found.moves):
            told = [(risk.kind, risk.at, risk.party, risk.to) for risk in found.risks[path]]
            assert sorted(told) == sorted(risks_of(judged, path, "seq")), seed


def test_the_tree_is_all_that_improvements_lead_to(share):
    for seed in range(share(300, 25)):
        data = strategies.random_dispute(random.Random(seed), options=(2, 6), resolution=1)
        judged = oracle.build(oracle.read_dispute(data))
        found = paths(loads(strategies.as_yaml(data)))
        assert {row.state for row in found.tree} == judged.reach(
            judged.movers, judged.q, improving=True
        )
        assert not found.cut
        for row in found.tree:
            assert row.state in judged.ui(row.party, row.before)
        assert [row.length for row in found.tree] == sorted(row.length for row in found.tree)


def test_a_large_tree_is_cut_and_that_is_said():
    options = ", ".join(f"x{n}: " for n in range(9))
    wants = ", ".join(f"a.x{n}" for n in range(9))
    found = paths(loads(f"{{detente: 1, title: T, parties: {{a: {{options: {{{options}}}, wants: [{wants}]}}}}}}"), to=parse("a.x0"))  # fmt: skip
    assert found.cut
    assert len(found.tree) == MOST_BRANCHES


def test_from_and_to_may_be_given():
    dispute = loads(FERRY)
    found = paths(dispute, "NY", "YN")
    assert (found.start, found.to) == ("NY", "YN")
    assert [[step.to for step in path] for path in found.moves] == [["NN", "YN"]]
    assert paths(dispute, to=parse("b.pay")).to == "b.pay"
    assert ends(paths(dispute, to=parse("b.pay")).moves) == {"NY", "YY"}


@pytest.mark.parametrize("asked", [{"start": "NNN"}, {"to": "N"}])
def test_what_is_no_state_is_said(asked):
    with pytest.raises(NothingToAnswerError, match="is no state"):
        paths(loads(FERRY), **asked)


def test_without_a_resolution_it_must_be_said_where_to():
    with pytest.raises(NothingToAnswerError, match="give --to"):
        paths(loads(FERRY.replace("resolution: a.sail and b.pay", "")))
