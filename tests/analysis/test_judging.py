"""The compiled judge of many models: the same as one by one, by the definitions of the analysis."""

import random

import pytest

import strategies
from detente.analysis import judging
from detente.analysis.concepts import CONCEPTS
from detente.analysis.engines import judging as engine
from detente.analysis.engines import judging_kernels
from detente.analysis.judging import ABOUT_NOW
from detente.analysis.robustness import robust
from detente.dispute.file import loads


def compare(monkeypatch, seed, concept="seq", **more):
    limits = {"options": (2, 6), "assumed": 0.4, "groups": 0.5} | more
    data = strategies.random_dispute(random.Random(seed), **limits)
    dispute = loads(strategies.as_yaml(data))
    found = []
    for most in (0, 1 << 60):
        monkeypatch.setattr(judging, "MOST_AT_HAND", most)
        found.append(robust(dispute, concept, limit=60, sample=30, least=False))
    assert found[0] == found[1], seed


def test_columns_are_told_in_the_same_order():
    names = ["STUCK", "AWAITED", "BARRED", "CONTENT", "EXPOSED"]
    names += ["INCOMPATIBLE", "UNMOVED", "UNSTABLE", "YOU_FIRST", "FREE"]
    assert [getattr(judging_kernels, name) for name in names] == list(range(len(ABOUT_NOW)))
    short = [name.split("-")[0] for name in ABOUT_NOW]
    assert [name.lower().split("_")[0] for name in names] == short


def test_all_at_once_is_one_by_one(monkeypatch, share):
    for seed in range(share(2000, 20)):
        compare(monkeypatch, seed)


def test_all_at_once_is_one_by_one_under_other_concepts(monkeypatch, share):
    for seed in range(share(300, 3)):
        for concept in CONCEPTS:
            compare(monkeypatch, seed + 7000, concept)


def test_one_way_options_and_infeasible_states(monkeypatch, share):
    for seed in range(share(1000, 15)):
        compare(monkeypatch, seed + 9000, one_way=0.5, infeasible=1.0)


def test_where_the_table_would_be_too_large_it_goes_one_by_one(monkeypatch):
    monkeypatch.setattr(engine, "MOST_AREAS", 0)
    compare(monkeypatch, 3, infeasible=1.0)


@pytest.mark.soak
def test_all_at_once_in_full(monkeypatch, share):
    test_all_at_once_is_one_by_one(monkeypatch, share)
    test_one_way_options_and_infeasible_states(monkeypatch, share)
