"""Published conflicts: what their sources report, from the judge and from the engine."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

import oracle
from detente.analysis.concepts import concepts
from detente.analysis.engines import large
from detente.analysis.graph_model import GraphModel
from detente.analysis.solutions import compare, solve
from detente.analysis.stability import stability
from detente.dispute.file import check, load

FOLDER = Path(__file__).parent
EXPECTED = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))
NASH_AND_FOUR = [(name, concept) for name in EXPECTED for concept in oracle.CONCEPTS]
REPORTED = [(name, concept) for name in EXPECTED for concept in EXPECTED[name].get("reported", ())]
PER_PARTY = [(name, concept) for name in EXPECTED for concept in EXPECTED[name].get("stable", ())]
DIFFERING = [(name, concept) for name in EXPECTED for concept in EXPECTED[name].get("differs", ())]


@cache
def judged(name):
    return oracle.build(oracle.parse_dispute((FOLDER / f"{name}.yaml").read_text("utf-8")))


@cache
def analysed(name):
    return stability(GraphModel.of(load(FOLDER / f"{name}.yaml")))


def engine_equilibria(name, concept):
    found = analysed(name)
    return set(found.model.space.listed(found.equilibria(concept)))


def engine_stable(name, party, concept):
    found = analysed(name)
    return set(found.model.space.listed(found.stable[concept][party]))


def test_every_case_has_its_expectations():
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(EXPECTED)


def test_every_case_is_in_the_list():
    listed = (FOLDER / "README.md").read_text("utf-8")
    assert [name for name in EXPECTED if f"`{name}`" not in listed] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_a_case_is_sound_and_says_where_it_is_from(name):
    path = FOLDER / f"{name}.yaml"
    assert check(path).faults == ()
    head = path.read_text("utf-8").split("detente: 1")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert "Mapping: " in head
    assert load(path).status_quo == EXPECTED[name]["status_quo"]


@pytest.mark.parametrize(("name", "concept"), NASH_AND_FOUR)
def test_equilibria(name, concept):
    expected = set(EXPECTED[name]["equilibria"][concept])
    assert oracle.equilibria(judged(name), concept) == expected
    assert engine_equilibria(name, concept) == expected


@pytest.mark.parametrize("name", EXPECTED)
def test_every_engine_finds_the_same(name):
    dispute = load(FOLDER / f"{name}.yaml")
    found = [large.solved(dispute, concepts()), solve(dispute, engine="symbolic")]
    for other in found:
        compare(analysed(name), other)


@pytest.mark.parametrize(("name", "concept"), REPORTED)
def test_equilibria_that_the_source_reports(name, concept):
    reported = set(EXPECTED[name]["reported"][concept])
    shown = set(EXPECTED[name].get("shown", judged(name).states))
    assert oracle.equilibria(judged(name), concept) & shown == reported
    assert engine_equilibria(name, concept) & shown == reported


@pytest.mark.parametrize("name", [name for name in EXPECTED if "count" in EXPECTED[name]])
def test_how_many_equilibria_a_source_reports(name):
    for concept, count in EXPECTED[name]["count"].items():
        assert len(engine_equilibria(name, concept)) == count


@pytest.mark.parametrize(("name", "concept"), PER_PARTY)
def test_stable_states_of_each_party(name, concept):
    for party, states in EXPECTED[name]["stable"][concept].items():
        assert oracle.stable_states(judged(name), party, concept) == set(states)
        assert engine_stable(name, party, concept) == set(states)


@pytest.mark.parametrize("name", EXPECTED)
def test_situation_at_the_status_quo(name):
    expected, model = EXPECTED[name], judged(name)
    assert oracle.situation(model) == expected["situation"]
    if "diagnosis" in expected:
        assert oracle.diagnosis(model) == set(expected["diagnosis"])


# Where a source's definition is not ours ----------------------------------------------------


def sanctioned_by_one_move(model, party, s, t, concept):
    """GMR and SMR with the sanctions of one opposing move instead of sequences of them."""
    r, um = model.r[party], model.um
    return any(
        r[u] <= r[s] and (concept == "gmr" or all(r[v] <= r[s] for v in um[party][u]))
        for other in model.others(party)
        for u in um[other][t]
    )


@pytest.mark.parametrize(("name", "concept"), DIFFERING)
def test_a_source_that_differs_takes_sanctions_of_one_move(name, concept):
    model, reported = judged(name), set(EXPECTED[name]["differs"][concept])
    assert reported < set(EXPECTED[name]["equilibria"][concept])
    assert reported == {
        s
        for s in model.states
        if all(
            sanctioned_by_one_move(model, party, s, t, concept)
            for party in model.movers
            for t in model.ui(party, s)
        )
    }


# What sources report beside equilibria ------------------------------------------------------


def test_syria_and_iraq_drift_to_war():
    model = judged("syria_iraq_1975")
    assert oracle.is_legal_sequence(
        model, "NNN", [("iraq", "NNY"), ("syria", "NYY")], improving=True
    )
    assert oracle.heads_to(model, "seq") == {"NYY"}


def test_which_rankings_of_syria_would_let_the_water_flow():
    """Six states, so 720 rankings; the conditions are those of the guide's section 4.2."""
    dispute = oracle.parse_dispute((FOLDER / "syria_iraq_1975.yaml").read_text("utf-8"))
    syria, iraq = dispute.members
    one, two, three, four, six = "NNN", "YNN", "NYN", "NNY", "NYY"
    found = {"nash": 0, "seq": 0}
    for ranking in permutations(dispute.states()):
        place = ranking.index
        other = replace(syria, ranking=tuple((state,) for state in ranking))
        model = oracle.build(replace(dispute, members=(other, iraq)))
        stays = place(two) < place(one) and place(two) < place(three)
        deterred = all(
            place(two) < min(place(gain), place(sanction)) or place(two) < place(sanction)
            for gain, sanction in ((one, four), (three, six))
            if place(gain) < place(two)
        )
        assert oracle.is_equilibrium(model, two, "nash") == stays
        assert oracle.is_equilibrium(model, two, "seq") == (stays or deterred)
        found["nash"] += stays
        found["seq"] += stays or deterred
    assert found == {"nash": 240, "seq": 384}


def test_elmira_is_unlocked_by_the_ministry_and_uniroyal():
    model = judged("elmira")
    improvements = {party: model.ui(party, model.q) for party in model.movers}
    assert improvements == {"ministry": set(), "uniroyal": set(), "local_government": {"NYNNY"}}
    coalition = ("ministry", "uniroyal")
    assert len(model.reach(coalition, "NYNNY", improving=False)) == 5
    assert oracle.joint_improvements_of(model, coalition, "NYNNY") == {"YNYNY"}
