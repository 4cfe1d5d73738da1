"""One state at a time says what all at once say, and every sanction that it gives is one."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import oracle
import sizes
import strategies
from detente.analysis import single
from detente.analysis.concepts import CONCEPTS
from detente.analysis.engines.choices import valued
from detente.analysis.engines.clauses import Allowance
from detente.analysis.engines.deduction import Deduction
from detente.analysis.engines.replaying import deters
from detente.analysis.engines.symbolic import OutOfTimeError
from detente.analysis.single import States, judge
from detente.analysis.solutions import DisagreementError, solve
from detente.dispute.file import loads


def test_single_states_and_their_sanctions(share):
    for seed in range(share(300, 6)):
        rng = random.Random(seed)
        data = sizes.any_shape(rng, most=6)
        agrees(rng, data, solve(sizes.read(data)))


@settings(max_examples=settings.default.max_examples // 6)
@given(
    strategies.disputes(options=(2, 6), one_way=0.4, rankings=0.4),
    st.randoms(use_true_random=False),
)
def test_it_agrees_with_the_definitions(data, rng):
    data = {key: data[key] for key in ("detente", "title", "parties", "infeasible") if key in data}
    dispute = loads(strategies.as_yaml(data))
    agrees(rng, data, solve(dispute, engine="naive"), most=1)


def agrees(rng, data, found, most=3):
    dispute, judged = loads(strategies.as_yaml(data)), oracle.build(oracle.read_dispute(data))
    states = States(dispute)
    for state in rng.sample(judged.states, min(most, len(judged.states))):
        told = states.judge(state)
        assert not told.undecided
        for name in CONCEPTS:
            assert told.equilibrium[name] == found.holds(name, state)
            for party, verdict in told.verdicts[name].items():
                assert verdict.stable == found.holds(name, state, party)
                replay(judged, name, party, state, verdict)


def replay(model, name, party, state, verdict):
    """Each improvement is one, and each sanction a legal, credible and hurting sequence."""
    for improvement in verdict.improvements:
        sanction = improvement.sanction
        assert (sanction is not None) == oracle.is_sanctioned(
            model, party, state, improvement.to, name
        )
        if sanction:
            assert sanction.ends in oracle.sanctions(model, party, state, improvement.to, name)
            here, last = improvement.to, party
            for move in sanction.path:
                assert move.party not in (last, party)
                reached = oracle.legal_ends(model, {move.party}, here, name in ("seq", "sseq"))
                assert move.to in reached
                here, last = move.to, move.party
            assert here == sanction.ends


@pytest.mark.parametrize(("options", "patterns"), [(40, 0), (50, 3)])
def test_it_agrees_with_sets_of_all_states(options, patterns, share):
    for seed in range(share(10, 1)):
        rng = random.Random(seed)
        data = sizes.sized(rng, 5, options, 4, patterns=patterns, one_way=patterns)
        dispute = sizes.read(data)
        found, states = solve(dispute, engine="symbolic"), States(dispute)
        for name in CONCEPTS:
            for party in dispute.decision_makers:
                verdict = states.verdict(CONCEPTS[name], party, dispute.status_quo)
                assert verdict.stable == found.holds(name, dispute.status_quo, party.id)


def test_a_state_among_very_many(rng):
    dispute = sizes.read(sizes.sized(rng, 10, 100, 8, patterns=20, one_way=10, near=False))
    told = judge(dispute)
    assert not told.undecided
    assert told.equilibrium["nash"] <= told.equilibrium["sseq"] <= told.equilibrium["seq"]
    assert told.equilibrium["sseq"] <= told.equilibrium["smr"] <= told.equilibrium["gmr"]
    assert set(told.verdicts["seq"]) == {f"p{number}" for number in range(10)}


def test_sanctions_of_very_many_steps():
    # Each bell that rings has the next one gain by ringing; only the last is heard.
    length = 30
    bells = {
        f"b{n}": {"options": {"ring": {}}, "wants": [f"b{n}.ring if and only if b{n - 1}.ring"]}
        for n in range(1, length)
    }
    first = {"options": {"ring": {}}, "wants": [f"not b{length - 1}.ring", "b0.ring"]}
    data = {"detente": 1, "title": "Bells", "parties": {"b0": first} | bells}
    told = judge(sizes.read(data), names=["seq", "gmr"])
    (improvement,) = told.verdicts["seq"]["b0"].improvements
    assert [move.party for move in improvement.sanction.path] == list(bells)
    (improvement,) = told.verdicts["gmr"]["b0"].improvements
    assert [move.party for move in improvement.sanction.path] == [f"b{length - 1}"]


def test_what_the_limits_leave_is_said(monkeypatch):
    dispute = sizes.read(sizes.sized(random.Random(1), 4, 24, 4))
    full = judge(dispute)
    monkeypatch.setattr(single, "_FIRST", 10)
    assert judge(dispute) == full
    monkeypatch.setattr(single, "_QUESTIONS", 10)
    told = judge(dispute)
    assert told.undecided
    for name, row in told.verdicts.items():
        assert row.keys() | {*told.undecided.get(name, ())} == full.verdicts[name].keys()
        assert all(full.verdicts[name][party] == verdict for party, verdict in row.items())
        assert told.equilibrium[name] in (None, full.equilibrium[name])
    over = Allowance()
    over.renew(0.0, 100)
    with pytest.raises(OutOfTimeError):  # nothing is built when the time is over
        Deduction(dispute, dispute.parties[0], dispute.status_quo, over)


ARMS = """{detente: 1, title: Arms, parties: {
    a: {options: {arm: }, wants: [not b.arm, a.arm]},
    b: {options: {arm: {can: start}, spy: }, wants: [not a.arm, b.arm, not b.spy]}},
    infeasible: [a.arm and b.arm and b.spy]}"""


def test_a_sanction_is_replayed_before_it_is_told(monkeypatch):
    dispute = loads(ARMS)
    a, b = dispute.parties

    def held(concept, *states, movers):
        rows = [valued(dispute, state) for state in states]
        return deters(dispute, CONCEPTS[concept], a, rows, movers)

    assert held("seq", "NNN", "YNN", "YYN", movers=[b])
    assert not held("seq", "NNN", "YNN", "YYN", movers=[a])  # its own move
    assert not held("seq", "NNN", "YNN", "YYY", movers=[b])  # infeasible
    assert not held("seq", "NYN", "YYN", "YNN", movers=[b])  # b cannot disarm
    assert not held("seq", "NNN", "YNN", "YNY", movers=[b])  # b does not gain
    assert not held("gmr", "NNN", "YNN", "YNY", movers=[b])  # a is better off still
    assert not held("gmr", "NNN", "YNN", "YNN", movers=[b])  # no move
    monkeypatch.setattr("detente.analysis.engines.deduction.deters", lambda *_: False)
    with pytest.raises(DisagreementError, match="a sanction of a is none"):
        judge(dispute)
