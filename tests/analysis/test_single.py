"""One state at a time says what all at once say, and every sanction that it gives is one."""

import random

import pytest

import oracle
import sizes
from detente.analysis.concepts import CONCEPTS
from detente.analysis.single import States
from detente.analysis.solutions import solve


@pytest.mark.parametrize("wide", [3000, 0])
def test_single_states_and_their_sanctions(share, wide):
    for seed in range(share(300, 12)):
        rng = random.Random(seed)
        data = sizes.any_shape(rng, most=6)
        dispute, judged = sizes.read(data), oracle.build(oracle.read_dispute(data))
        found, states = solve(dispute), States(dispute, wide=wide)
        for state in rng.sample(judged.states, min(3, len(judged.states))):
            told = states.judge(state)
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


@pytest.mark.parametrize("seed", range(2))
def test_a_state_among_very_many(seed):
    dispute = sizes.read(sizes.sized(random.Random(seed), 6, 60, 5, patterns=5, one_way=5))
    states = States(dispute)
    told = states.judge(dispute.status_quo)
    assert told.equilibrium["nash"] <= told.equilibrium["sseq"] <= told.equilibrium["seq"]
    assert set(told.verdicts["seq"]) == {f"p{number}" for number in range(6)}
