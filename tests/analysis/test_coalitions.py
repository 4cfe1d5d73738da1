"""Coalitions: the judge on random disputes, laws of the theory, and cases by hand."""

import random

import pytest

import oracle
import strategies
from detente.analysis.coalitions import NAMES, coalitions
from detente.analysis.concepts import CONCEPTS
from detente.analysis.explanation import explain
from detente.dispute.file import load, loads
from detente.errors import LimitReachedError

LIMITS = {"options": (2, 6)}
FERRY = """
detente: 1
title: T
resolution: a.sail and b.pay
parties:
  a: {options: {sail: }, wants: [not c.spoil, a.sail only if b.pay, b.pay]}
  b: {options: {pay: }, wants: [b.pay only if a.sail, a.sail]}
  c: {options: {spoil: }, wants: [not c.spoil]}
"""


def pair(seed, **more):
    data = strategies.random_dispute(random.Random(seed), **(LIMITS | more))
    judged = oracle.read_dispute(data)
    return loads(strategies.as_yaml(data)), oracle.build(judged)


def compare(seed, state=None):
    dispute, model = pair(seed)
    here = state or model.q
    found = coalitions(dispute, here, names=CONCEPTS)
    for name, rows in found.verdicts.items():
        assert {frozenset(row.parties) for row in rows} == set(oracle.coalitions(model.movers))
        for row in rows:
            members = frozenset(row.parties)
            assert row.stable == oracle.is_coalition_stable(model, members, here, name), seed
            moves = oracle.joint_improvements_of(model, members, here)
            assert {move.to for move in row.improvements} == moves
            for move in row.improvements:
                ends = oracle.coalition_sanctions(model, members, here, move.to, name)
                assert move.sanction in ends if ends else move.sanction is None
        assert found.stable[name] == oracle.is_coalitionally_stable(model, here, name)
    breaking = {
        (frozenset(h), t)
        for h in oracle.coalitions(model.movers)
        for t in oracle.joint_improvements_of(model, h, here) & (model.resolutions or set())
        if here not in model.resolutions
        and not oracle.coalition_sanctions(model, frozenset(h), here, t, "seq")
    }
    assert {(frozenset(row.parties), row.to) for row in found.breaks} == breaking
    for row in found.breaks:
        parts = [h for h in oracle.coalitions(row.parties) if len(h) < len(row.parties)]
        leaving = {h for h in parts if not oracle.is_coalition_stable(model, h, row.to, "seq")}
        assert set(map(frozenset, row.left_by)) == leaving
        assert row.holds == (not leaving)


def test_the_judge_agrees(share):
    for seed in range(share(1000, 40)):
        compare(seed)


def test_the_judge_agrees_on_every_state(share):
    for seed in range(share(100, 4)):
        for state in pair(seed)[1].states:
            compare(seed, state)


def test_laws(share):
    for seed in range(share(500, 30)):
        dispute, _model = pair(seed)
        found = coalitions(dispute, names=CONCEPTS)
        stable = found.stable
        assert stable["nash"] <= stable["sseq"] <= stable["seq"]
        assert stable["sseq"] <= stable["smr"] <= stable["gmr"]
        alone = explain(dispute).verdicts
        for name, rows in found.verdicts.items():
            for row in rows:
                if len(row.parties) > 1:
                    continue
                verdict = alone[name][row.parties[0]].stable
                if CONCEPTS[name].credible:  # the others may also go on together, and deter more
                    assert verdict <= row.stable
                else:
                    assert verdict == row.stable


def test_who_breaks_the_deadlock_and_whether_they_hold_together():
    found = coalitions(loads(FERRY))
    assert list(found.verdicts) == list(NAMES)
    # c could spoil it, but would not.
    assert found.stable == {"nash": False, "gmr": True, "smr": True, "seq": False}
    assert [(row.parties, row.to, row.holds) for row in found.breaks] == [(("a", "b"), "YYN", True)]
    assert coalitions(loads(FERRY), concept="gmr").breaks == ()


def test_a_coalition_that_does_not_hold_together():
    found = coalitions(loads(FERRY.replace("b.pay only if a.sail, a.sail", "a.sail, not b.pay")))
    assert [(row.parties, row.to) for row in found.breaks] == [(("a", "b"), "YYN")]
    assert found.breaks[0].left_by == ()  # b would gain by not paying, but a would then not sail
    found = coalitions(
        loads(FERRY.replace("b.pay only if a.sail, a.sail", "a.sail, not b.pay")), concept="nash"
    )
    assert found.breaks[0].left_by == (("b",),)
    assert not found.breaks[0].holds


def test_a_published_coalition(request):
    """Elmira: the ministry and Uniroyal together, as Kinsara, Kilgour and Hipel (2014) report."""
    dispute = load(request.config.rootpath / "tests/cases/elmira.yaml")
    found = coalitions(dispute, "NYNNY")
    (row,) = [r for r in found.verdicts["nash"] if r.parties == ("ministry", "uniroyal")]
    assert [move.to for move in row.improvements] == ["YNYNY"]
    assert not row.stable


def test_too_many_parties():
    parties = ", ".join(f"p{n}: {{options: {{x: }}}}" for n in range(9))
    with pytest.raises(LimitReachedError, match="9 parties"):
        coalitions(loads(f"{{detente: 1, title: T, parties: {{{parties}}}}}"))
