"""How sure a finding is: the judge on random disputes, small cases by hand, and the sample."""

import random
from math import factorial

import oracle
import strategies
from detente.analysis.open_models import OpenModels, OpenParty
from detente.analysis.robustness import robust, wilson
from detente.analysis.unlocking import unlock
from detente.dispute.file import loads

OPEN = """
detente: 1
title: T
resolution: a.x
parties:
  a: {options: {x: }, wants: [any order: [a.x, {want: not a.x, assumed: yes}]]}
"""


def named(finding):
    return {"diagnosis": finding.kind, "unlocking": finding.index}.get(
        finding.finding, finding.finding
    )


def by_name(found):
    return {named(finding): finding.holds for finding in found.findings}


def test_what_a_finding_hangs_on_is_seen():
    found = robust(loads(OPEN))
    assert (found.models, found.exact, found.sampled, found.seed) == (4, True, None, None)
    # Stuck where "not a.x" is there and stands first; else a goes by itself.
    names = by_name(found)
    assert (names["stuck"], names["content"], names["free"]) == (1, 1, 3)
    stuck = [row for row in found.assumptions if row.finding == 0]
    assert [(row.open.name, row.present, row.absent) for row in stuck] == [("a/2", (1, 2), (0, 2))]
    (order,) = (row for row in found.groups if row.finding == 0)
    assert (order.open.name, order.first) == ("a/1-2", ((0, 2), (1, 2)))


def test_the_fewest_assumptions_that_overturn_a_finding():
    found = robust(loads("""
        detente: 1
        title: T
        parties:
          a:
            options: {x: }
            wants: [{want: not a.x, assumed: yes}, {want: not a.x or not a.x, assumed: yes}, a.x]
    """))  # fmt: skip
    assert by_name(found) == {"stuck": 3}
    assert [row.assumptions for row in found.overturned_by] == [("a/1", "a/2")]


def test_without_anything_open_there_is_one_model():
    found = robust(
        loads("{detente: 1, title: T, parties: {a: {options: {x: }, wants: [not a.x]}}}")
    )
    assert (found.models, by_name(found)) == (1, {"stuck": 1})
    assert found.assumptions == found.groups == found.overturned_by == ()


def test_wants_without_evidence_may_be_open_too():
    dispute = loads("{detente: 1, title: T, parties: {a: {options: {x: }, wants: [not a.x, a.x]}}}")
    assert robust(dispute).models == 1
    assert robust(dispute, everything=True).models == 4


def compare(data, share):
    dispute, judge = loads(strategies.as_yaml(data)), oracle.read_dispute(data)
    if not 1 < oracle.count_open_models(judge) <= share(500, 48):
        return False
    ways = unlock(dispute).unlockings[-1:] if "resolution" in data else ()
    concessions = None
    for way in ways:
        concessions = frozenset(
            oracle.Concession(c.party, c.change, c.index, c.option, c.becomes, c.cost)
            for c in way.concessions
        )
    least = bool(ways) and ways[0].cost <= 1
    found = robust(dispute, unlockings=ways)
    judged = oracle.robust(judge, unlocking=concessions, least=least)
    assert found.models == judged.models
    holds = {"free": 0} | judged.holds
    names = ["works" if row.finding == "unlocking" else named(row) for row in found.findings]
    for name, row in zip(names, found.findings, strict=True):
        assert (row.holds, row.of) == (holds[name], judged.models)
        if name == "works" and least:
            assert row.least == judged.holds["least"]
    unsaid = set(oracle.KINDS) - set(names)
    assert not any(judged.holds[kind] for kind in unsaid)
    for row in found.assumptions:
        key, name = (row.open.party, row.open.index), names[row.finding]
        assert row.present == judged.with_want[key][name]
        assert row.absent == judged.without_want[key][name]
    groups = {
        (party, found): (party, group) for (party, group), found in oracle.groups_of(judge).items()
    }
    for row in found.groups:
        key = groups[row.open.party, row.open.indexes]
        assert list(row.first) == judged.first[key][names[row.finding]]
    return True


def test_the_judge_agrees(share):
    limits = {"options": (2, 5), "assumed": 0.3}
    seeds = range(share(1200, 40))
    disputes = (strategies.random_dispute(random.Random(seed), **limits) for seed in seeds)
    assert sum(compare(data, share) for data in disputes) > len(seeds) / 3


def test_a_sample_is_the_same_for_a_seed_and_says_how_sure_it_is():
    wants = ", ".join(f"{{want: {'not ' * (k % 2)}a.x{k}, assumed: yes}}" for k in range(6))
    options = ", ".join(f"x{k}: " for k in range(6))
    dispute = loads(f"""
        detente: 1
        title: T
        resolution: a.x0 and not a.x1
        parties:
          a: {{options: {{{options}}}, wants: [any order: [{wants}]]}}
    """)
    found = robust(dispute, limit=1000, sample=200, seed=3)
    assert (found.models, found.exact, found.sampled, found.seed) == (
        64 * factorial(6),
        False,
        200,
        3,
    )
    assert found == robust(dispute, limit=1000, sample=200, seed=3)
    assert found != robust(dispute, limit=1000, sample=200, seed=4)
    for finding in found.findings:
        low, high = finding.interval
        assert low <= finding.holds / 200 <= high
        assert finding.of == 200


def test_a_sample_comes_near_the_whole():
    data = strategies.random_dispute(random.Random(8), options=(3, 4), assumed=0.6, groups=1)
    dispute = loads(strategies.as_yaml(data))
    whole, part = robust(dispute), robust(dispute, limit=0, sample=400)
    assert whole.exact
    for one, other in zip(whole.findings, part.findings, strict=True):
        low, high = other.interval
        assert low - 0.05 <= one.holds / one.of <= high + 0.05


def test_intervals_are_wilsons():
    assert wilson(0, 10) == (0.0, 0.277533)
    assert wilson(10, 10) == (0.722467, 1.0)


def test_what_is_open_is_counted_as_written():
    dispute = loads(OPEN)
    models = OpenModels(dispute, 100, 0, 0)
    orders = [(way.present, sorted(way.absent)) for way in models.variations[0]]
    assert orders == [((1, 2), []), ((2, 1), []), ((1,), [2]), ((1,), [2])]
    party = OpenParty.of(dispute.parties[0])
    near = [party.changed(), *(party.changed(ways) for ways in party.otherwise)]
    assert [party.changes(way) for way in near] == [(), ("a/2",), ("a/1-2",)]


def test_what_overturns_is_smallest_in_a_sample_too(share):
    """Small sets are looked for beside the sample, however few models it has."""
    for seed in range(share(200, 12)):
        data = strategies.random_dispute(random.Random(seed), options=(2, 4), assumed=0.5)
        dispute = loads(strategies.as_yaml(data))
        if not 1 < robust(dispute, limit=0, sample=1, unlockings=()).models <= 200:
            continue
        whole = robust(dispute, unlockings=())
        part = robust(dispute, limit=0, sample=4, unlockings=())
        sizes = [
            {found.findings[row.finding].kind or found.findings[row.finding].finding: len(row.assumptions) for row in found.overturned_by}
            for found in (whole, part)
        ]  # fmt: skip
        told = {row.kind or row.finding for row in part.findings}
        assert {name: size for name, size in sizes[0].items() if name in told} == sizes[1], seed
