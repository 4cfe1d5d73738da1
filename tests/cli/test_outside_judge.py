"""An outside judge: random dispute files, the answers of the commands, and a second opinion.

Nothing of the package but its command line is used here. A concession is tried as any other program
would try it: the file is changed, and asked again.
"""

import copy
import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, combinations

import pytest

import oracle
import strategies

MOST_MODELS = 96


@pytest.fixture
def asked(cli, here):
    """The answer of a verb about a dispute, given as the data of its file."""

    def ask(verb, data, *arguments):
        (here / "dispute.yaml").write_text(strategies.as_yaml(data), "utf-8")
        done = cli(verb, "dispute.yaml", *arguments, "--json")
        assert done.code == 0, done.err
        return done.json

    return ask


def disputes(count, first=0, **more) -> Iterator[tuple[int, dict]]:
    for seed in range(first, first + count):
        yield seed, strategies.random_dispute(random.Random(seed), **more)


# Stable states, diagnosis, joint improvements, refusals -------------------------------------------


def judge_states(asked, data):
    model = oracle.build(oracle.read_dispute(data))
    answer = asked("analyse", data, "--stable")
    assert (answer["states"], answer["status_quo"]) == (len(model.states), model.q)
    assert answer["options"] == strategies.option_names(data)
    for name in oracle.CONCEPTS:
        found, expected = answer["concepts"][name], sorted(oracle.equilibria(model, name))
        assert found["equilibria"] == expected[:1000]
        assert found["count"] == len(expected)
        assert found["status_quo_is_equilibrium"] == (model.q in expected)
        for party in model.movers:
            stable = sorted(oracle.stable_states(model, party, name))
            assert found["stable"][party] == stable


def judge_explanation(asked, data):
    dispute = oracle.read_dispute(data)
    model = oracle.build(dispute)
    answer = asked("explain", data)
    settled = model.resolutions is not None and model.q in model.resolutions
    assert (answer["state"], answer["settled"]) == (model.q, settled)
    for name in oracle.CONCEPTS:
        holds = oracle.is_equilibrium(model, model.q, name)
        assert answer["stuck"][name] == (holds and not settled)
        for party in model.movers:
            found = answer["verdicts"][name][party]
            assert found["stable"] == oracle.is_stable(model, party, model.q, name)
            moves = [move["to"] for move in found["improvements"]]
            assert moves == sorted(model.ui(party, model.q))
            for move in found["improvements"]:
                ends = oracle.sanctions(model, party, model.q, move["to"], name)
                assert (move["sanction"] or {"ends": None})["ends"] in (ends or {None})
    kinds = [row["kind"] for row in answer["diagnosis"]]
    assert kinds == sorted(oracle.diagnosis(model))
    assert answer["joint_improvements"] == sorted(oracle.joint_improvements(model, model.q))
    heads_to = oracle.heads_to(model) if oracle.situation(model) == "moving" else None
    assert heads_to is None or answer["heads_to"] == sorted(heads_to)
    told = {(row["state"], row["party"], row["index"]) for row in answer["refusals"]}
    assert told == oracle.refusals(dispute, model, model.q)
    assert len(told) == len(answer["refusals"])


def judge_ways(asked, data):
    dispute = oracle.read_dispute(data)
    model = oracle.build(dispute)
    if model.resolutions is None:
        return
    answer = asked("paths", data)
    assert answer["from"] == model.q
    goals = model.resolutions - {model.q}
    distance = oracle.step_distances(model, model.q, "seq")
    ends = {
        "improvements": model.reach(model.movers, model.q, improving=True) & goals,
        "moves": model.reach(model.movers, model.q, improving=False) & goals,
        "steps": set(distance) & goals,
    }
    for sort, expected in ends.items():
        ways = [row["path"] for row in answer[sort]]
        assert {way[-1]["to"] for way in ways} == expected
        assert [len(way) for way in ways] == sorted(len(way) for way in ways)
        for way in ways if sort != "steps" else ():
            moves = [(step["parties"][0], step["to"]) for step in way]
            improving = sort == "improvements"
            assert oracle.is_legal_sequence(model, model.q, moves, improving=improving)
        for way in ways if sort == "steps" else ():
            assert len(way) == distance[way[-1]["to"]]


def test_states(asked, share):
    for _, data in disputes(share(5000, 25)):
        judge_states(asked, data)


def test_explanations(asked, share):
    for _, data in disputes(share(5000, 18), first=10_000):
        judge_explanation(asked, data)


def test_ways(asked, share):
    for _, data in disputes(share(1000, 15), first=20_000):
        judge_ways(asked, data)


# How sure -----------------------------------------------------------------------------------------


def judge_robustness(asked, data):
    dispute = oracle.read_dispute(data)
    if not 1 < oracle.count_open_models(dispute) <= MOST_MODELS:
        return False
    answer, judged = asked("robust", data), oracle.robust(dispute)
    assert (answer["models"], answer["exact"]) == (judged.models, True)
    assert answer["sampled"] is answer["seed"] is None
    said = {}
    for number, row in enumerate(answer["findings"]):
        name = row["kind"] if row["finding"] == "diagnosis" else row["finding"]
        if name != "unlocking":
            said[number] = name
            assert (row["holds"], row["of"], row["interval"]) == (
                judged.holds[name],
                judged.models,
                None,
            )
    assert not any(judged.holds[kind] for kind in oracle.KINDS if kind not in said.values())
    for row in answer["assumptions"]:
        if name := said.get(row["finding"]):
            key = row["party"], row["index"]
            assert tuple(row["with"]) == judged.with_want[key][name]
            assert tuple(row["without"]) == judged.without_want[key][name]
    groups = {}
    for (party, group), indexes in oracle.groups_of(dispute).items():
        wants = dispute.member(party).wants
        formulas = tuple(oracle.show(wants[index - 1].formula) for index in indexes)
        groups.setdefault((party, formulas), []).append(judged.first[party, group])
    for row in answer["groups"]:
        if name := said.get(row["finding"]):
            key = row["party"], tuple(oracle.show(oracle.parse_formula(w)) for w in row["wants"])
            shares = [tuple(share) for share in row["first"]]
            assert shares in [first[name] for first in groups[key]]
    judge_overturning(dispute, answer["overturned_by"], said)
    return True


def judge_overturning(dispute, rows, said):
    """Each set is one of the smallest: some model that differs in it alone lacks the finding."""
    models = [(m, oracle.findings_in(m.dispute, "seq")) for m in oracle.open_models(dispute)]
    written = models[0][1]
    groups = {
        f"{party}/{found[0]}-{found[-1]}": (party, group)
        for (party, group), found in oracle.groups_of(dispute).items()
    }

    def changed(model):
        wants = {f"{p}/{k}" for (p, k), there in model.present.items() if not there}
        first = oracle.groups_of(dispute)
        return wants | {n for n, key in groups.items() if model.orders[key] != first[key]}

    overturned = {row["finding"]: set(row["assumptions"]) for row in rows}
    for number, name in said.items():
        sets = [changed(model) for model, found in models if name not in found]
        if name not in written or not sets:
            assert number not in overturned
            continue
        smallest = min(map(len, sets))
        assert overturned[number] in [one for one in sets if len(one) == smallest]


def test_robustness(asked, share):
    more = {"options": (2, 5), "assumed": 0.3}
    found = [judge_robustness(asked, data) for _, data in disputes(share(2000, 8), 30_000, **more)]
    assert sum(found) > len(found) / 3


# What would unlock it -----------------------------------------------------------------------------


def conceded(data, concessions):
    """The file after some concessions, as answers write them."""
    other = copy.deepcopy(data)
    for party, entry in other["parties"].items():
        mine = [made for made in concessions if made["party"] == party]
        on_wants = {made["index"]: made for made in mine if made["change"] != "commit"}
        if on_wants:
            entry["wants"] = list(after(written(entry), on_wants))
        for made in mine:
            if made["change"] == "commit":
                entry["options"][made["option"].split(".")[1]]["can"] = made["becomes"]
    return other


def written(entry):
    return list(
        chain.from_iterable(
            want["any order"] if isinstance(want, dict) and "any order" in want else [want]
            for want in entry.get("wants", [])
        )
    )


def after(wants, made):
    demoted = []
    for index, want in enumerate(wants, 1):
        match made.get(index, {"change": None})["change"]:
            case "weaken":
                yield made[index]["becomes"]
            case "demote":
                demoted.append(want)
            case None:
                yield want
    yield from demoted


def judge_proof(asked, data, answer):
    dispute = oracle.read_dispute(data)
    for way in answer["unlockings"]:
        assert way["cost"] == pytest.approx(sum(made["cost"] for made in way["concessions"]))
        changed = conceded(data, way["concessions"])
        assert oracle.unlocks(oracle.read_dispute(changed), ())
        assert asked("unlock", changed, "--most", "1")["least_cost"] == 0
        for made in way["concessions"]:
            entry = data["parties"][made["party"]]
            if made["index"]:
                want = written(entry)[made["index"] - 1]
                formula = want["want"] if isinstance(want, dict) else want
                assert oracle.parse_formula(made["want"]) == oracle.parse_formula(formula)
        size = len(way["concessions"])
        for part in chain.from_iterable(
            combinations(way["concessions"], count) for count in range(size)
        ):
            less = oracle.concessions_from_json(dispute, part, way["state"])
            assert not oracle.unlocks(dispute, less)


def test_unlockings_are_proof(asked, share):
    for _, data in disputes(share(1500, 20), first=40_000, stuck=True):
        answer = asked("unlock", data)
        assert answer["proven_least"] is True
        assert answer["lower_bound"] == answer["least_cost"]
        costs = [way["cost"] for way in answer["unlockings"]]
        assert costs == sorted(costs)
        judge_proof(asked, data, answer)


def test_none_is_cheaper(asked, share):
    tried = 0
    for _, data in disputes(share(300, 8), first=50_000, options=(2, 5), stuck=True):
        dispute = oracle.read_dispute(data)
        try:
            least = oracle.least_unlockings(dispute, limit=share(400_000, 20_000))
        except oracle.TooManyError:
            continue
        answer = asked("unlock", data)
        cost = answer["least_cost"]
        assert (None if cost is None else Fraction(str(cost))) == least.cost
        assert answer["least_count"] == len(least.unlockings)
        mine = {
            oracle.concessions_from_json(dispute, way["concessions"], way["state"])
            for way in answer["unlockings"]
            if way["cost"] == cost
        }
        assert mine <= least.unlockings
        assert len(mine) == min(12, len(least.unlockings))
        tried += 1
    assert tried
