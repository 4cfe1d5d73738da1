"""The engines agree: each with the definitions word for word, and with each other beyond."""

import random

import numpy as np
import pytest

import sizes
from detente.analysis.concepts import CONCEPTS, concepts
from detente.analysis.engines import large, solved, symbolic, tasks
from detente.analysis.engines.diagrams import order
from detente.analysis.engines.layout import Freedom, Layout
from detente.analysis.engines.naive import Naive
from detente.analysis.engines.scoring import compact
from detente.analysis.engines.symbolic import OutOfTimeError
from detente.analysis.engines.tasks import OfParty, Within
from detente.analysis.engines.workers import Here, Workers
from detente.analysis.graph_model import GraphModel
from detente.analysis.preferences import preference
from detente.analysis.solutions import DisagreementError, Listed, compare, solve
from detente.analysis.stability import stability
from detente.dispute.formula import parse
from detente.errors import LimitReachedError, NothingToAnswerError

ALL = concepts()


def compiled(dispute):
    """The compiled engine, whatever the size."""
    return large.solved(dispute, ALL)


def test_compiled_explicit_and_naive_agree(share):
    for seed in range(share(2000, 40)):
        dispute = sizes.read(sizes.any_shape(random.Random(seed), most=7))
        found = compiled(dispute)
        compare(found, stability(GraphModel.of(dispute)))
        compare(found, solve(dispute, engine="naive"))
        compare(found, solve(dispute, engine="symbolic"))


@pytest.mark.parametrize("parties", range(2, 13))
def test_every_number_of_parties(parties):
    # A kernel of lanes may be right for two parties and four, and wrong for three.
    for seed in range(2):
        rng = random.Random(100 * parties + seed)
        options = max(parties, 9 if seed else 11)
        dispute = sizes.read(
            sizes.sized(rng, parties, options, 5, patterns=seed, one_way=2 * seed, near=False)
        )
        compare(compiled(dispute), stability(GraphModel.of(dispute)))


def test_wide_ranks_take_wider_lanes():
    rng = random.Random(7)
    for wants in (12, 20, 40):
        dispute = sizes.read(sizes.sized(rng, 3, 11, wants, patterns=2, one_way=2, near=False))
        compare(compiled(dispute), stability(GraphModel.of(dispute)))


@pytest.mark.parametrize("wants", [0, 1, 8, 15, 16, 63, 64, 65, 130])
def test_any_number_of_wants_is_weighed_exactly(wants):
    rng = random.Random(wants)
    dispute = sizes.read(sizes.sized(rng, 2, 18, wants, patterns=2, near=False))
    space, cube = large.cube_of(dispute)
    for party in dispute.parties:
        ranks = compact(party, space, space.possible, cube.share)
        expected = np.unique(preference(party, space)[space.possible], return_inverse=True)[1]
        assert (ranks[space.possible] == expected).all()
        assert ranks.max() == expected.max()


def test_blocks_hold_every_state_once():
    parties = [Freedom(0b11100000000000), Freedom(0b10000000000, start=0b1000000000), Freedom(0b11)]
    layout = Layout(14, parties, [0b11100000000001, 0b10000000000, 0b11000000011])
    for party, freedom in enumerate(parties):
        group = layout.group_of(party)
        high, low, _, lines, near = layout.outer(group)
        lines = lines[:, lines[0] >= 0]
        states = np.zeros(1, np.int64)
        for table in (high, low, lines, near):
            states = (states[:, None] + table[0]).ravel()
        assert sorted(states) == list(range(1 << 14))
        subs, own = layout.inner(party)
        assert len(own) == freedom.size
        assert len(np.unique(subs[:, None] + own)) == lines.shape[1]
        classes = layout.classes(party)
        assert sorted(place for _, columns in classes for place in columns) == list(range(8))


def test_memory_is_planned_and_refused(monkeypatch):
    dispute = sizes.read(sizes.sized(random.Random(0), 3, 20, 4))
    monkeypatch.setattr(large, "available", lambda: 10**7)
    with pytest.raises(LimitReachedError, match=r"20 options take about 0\.0 GB in the explicit"):
        solve(dispute, engine="explicit")


def test_limits_name_what_would_do():
    dispute = sizes.read(sizes.sized(random.Random(0), 3, 27, 2))
    with pytest.raises(LimitReachedError, match="explicit engine takes up to 26; --engine symb"):
        solve(dispute, engine="explicit")
    with pytest.raises(LimitReachedError, match="naive engine takes up to 12"):
        Naive(dispute)
    with pytest.raises(NothingToAnswerError, match="auto, explicit, symbolic, naive"):
        solve(dispute, engine="fast")


def test_symbolic_at_a_hundred_options():
    # Independent quarrels side by side: equilibria are the products of those of each.
    rng = random.Random(5)
    data = sizes.sized(rng, 2, 6, 4, patterns=1, one_way=1)
    small = solve(sizes.read(data), ["nash", "seq"])
    many = sizes.beside([data] * 17)
    found = solve(sizes.read(many), ["nash", "seq"], "auto")
    assert found.engine == "symbolic"
    for name in ("nash", "seq"):
        listed = small.listed(name)
        assert found.count(name) == len(listed) ** 17
        assert (
            found.listed(name, limit=5)
            == sorted("".join([listed[0]] * 16 + [last]) for last in listed)[:5]
        )
        numbers = [rng.randrange(found.count(name)) for _ in range(20)]
        drawn = found.numbered(name, numbers)
        assert found.numbered(name, range(5)) == found.listed(name, limit=5)
        assert all(state[k : k + 6] in listed for state in drawn for k in range(0, 102, 6))


def test_sifting_at_every_turn_changes_no_answer(monkeypatch):
    monkeypatch.setattr(symbolic, "_FEW", 1)
    monkeypatch.setattr(tasks, "_SOME", 1)
    for seed in range(4):
        rng = random.Random(seed)
        dispute = sizes.read(sizes.sized(rng, 4, 9, 6, patterns=seed, one_way=seed))
        compare(solve(dispute, engine="explicit"), solve(dispute, engine="symbolic"))


def test_a_time_limit_leaves_what_is_decided(monkeypatch):
    dispute = sizes.read(sizes.sized(random.Random(1), 10, 100, 8))
    with pytest.raises(LimitReachedError, match="did not decide any"):
        solve(dispute, ["seq"], time_limit=0)

    class Slow(Here):
        def found(self, tasks):
            for task in tasks:
                credible = any(concept.credible for concept in getattr(task, "concepts", ()))
                if (credible and task.party != "p0") or isinstance(task, Within):
                    raise OutOfTimeError
                yield from task()

    monkeypatch.setattr(solved, "Workers", Slow)
    found = solve(dispute, ["nash", "seq"])
    left = tuple(party.id for party in dispute.parties[1:])
    assert (found.concepts, found.undecided) == (("nash",), {"seq": left})
    assert found.count("nash") == found.space.count(found.set_of("nash"))
    some = found.within(dispute.parties[0].ordered_wants[0].formula)
    with pytest.raises(LimitReachedError, match="not counted within the limits"):
        some.count("nash")


def test_work_goes_on_in_processes_until_the_time_is_over():
    dispute = sizes.read(sizes.sized(random.Random(1), 3, 9, 4))
    tasks = [OfParty(dispute, ALL, party.id, order(dispute)) for party in dispute.parties]
    with Here(None) as here, Workers(None, 2) as workers:
        expected = {(one.concept, one.party): one.states for one in here.found(tasks)}
        found = {(one.concept, one.party): one.states for one in workers.found(tasks)}
    assert found == expected
    for crew in (Here, Workers):
        with crew(0.0) as late, pytest.raises(OutOfTimeError):
            list(late.found(tasks))


def test_a_process_that_is_ended_is_no_answer():
    dispute = sizes.read(sizes.sized(random.Random(1), 3, 9, 4))
    task = OfParty(dispute, ALL, dispute.parties[0].id, order(dispute))
    with Workers(None, 1) as workers:
        for process in workers.processes:
            process.kill()
            process.wait()
        with pytest.raises(MemoryError, match="ended"):
            list(workers.found([task]))


def test_a_difference_is_told():
    rows = {"nash": {"a": ["N"]}}
    one = Listed("naive", ("nash",), ("a",), 2, ["N", "Y"], rows)
    other = Listed("naive", ("nash",), ("a",), 2, ["N", "Y"], {"nash": {"a": ["Y"]}})
    compare(one, one)
    with pytest.raises(DisagreementError, match="disagree on nash for all parties"):
        compare(one, other)


def test_every_engine_gives_the_same_answer():
    dispute = sizes.read(sizes.sized(random.Random(3), 3, 7, 4, patterns=1, one_way=1))
    found = [solve(dispute, engine=engine) for engine in ("explicit", "naive", "symbolic")]
    for other in found[1:]:
        compare(found[0], other)
        assert found[0].states == other.states
        for concept in CONCEPTS:
            today = dispute.status_quo
            assert found[0].holds(concept, today) == other.holds(concept, today)


@pytest.mark.soak
def test_explicit_and_symbolic_agree_at_four_million_states():
    for seed in range(20):
        rng = random.Random(seed)
        restricted = {"patterns": 4, "one_way": 3} if seed % 2 else {}
        dispute = sizes.read(sizes.sized(rng, rng.randint(2, 6), 22, 5, **restricted))
        compare(solve(dispute, engine="explicit"), solve(dispute, engine="symbolic"), most=200)


def test_every_engine_narrows_and_draws_alike():
    rng = random.Random(11)
    dispute = sizes.read(sizes.sized(rng, 3, 7, 4, patterns=1, one_way=1))
    formula = parse(f"{dispute.options[0].atom} or not {dispute.options[4].atom}")
    engines = [solve(dispute, engine=engine) for engine in ("explicit", "naive", "symbolic")]
    whole = [*engines, compiled(dispute)]
    narrow = [found.within(formula) for found in whole]
    for one in narrow:
        compare(narrow[0], one)
        assert one.states == narrow[0].states < whole[0].states
        for concept in CONCEPTS:
            assert one.drawn(concept, 9, seed=3) == narrow[0].drawn(concept, 9, seed=3)
            assert set(one.drawn(concept, 9)) <= set(one.listed(concept))
    told = [state for one in narrow for state in one.listed("gmr")]
    assert told
    assert all(state[0] == "Y" or state[4] == "N" for state in told)
