"""The judges of many models: by arrays and compiled, each the same as the definitions one by one."""

import random

import numpy as np

import strategies
from detente.analysis import abreast
from detente.analysis.abreast import ABOUT_NOW, Abreast
from detente.analysis.concepts import CONCEPTS
from detente.analysis.deadlock import KINDS, diagnose
from detente.analysis.engines import judging as engine
from detente.analysis.engines import judging_kernels
from detente.analysis.engines.explicit import Explicit
from detente.analysis.engines.judging import Batch
from detente.analysis.judging import Judge
from detente.analysis.reasons import Reasons
from detente.analysis.robustness import robust
from detente.analysis.situation import Situation
from detente.analysis.steps import Steps
from detente.analysis.unlocking import lasting
from detente.dispute.file import loads


class OneByOne(Abreast):
    """The same as defined: each model by itself, from its situation."""

    dispute = None

    def judged(self, ranks, rows, *, about_now, named=True, **_):
        found = []
        for row in rows:
            free = [False] * (len(ABOUT_NOW) - 1) + [self._free(ranks, row)]
            found.append(self._about_now(ranks, row, named=named) if about_now else free)
        return np.array(found, bool)

    def _model(self, ranks, row):
        own = (np.asarray(table[n], np.int64) for table, n in zip(ranks, row, strict=True))
        return Explicit(self.model.changed(own, self.model.can))

    def _about_now(self, ranks, row, *, named):
        one, here = self._model(ranks, row), self.model.space.status_quo
        reasons = Reasons(self.dispute, self.model.space)
        now = Situation(one, self.concept, here, self.resolution, reasons)
        stuck = bool(now.equilibria[here] and not self.resolution[here])
        kinds = {found.kind for found in diagnose(now)} if named else set()
        return [stuck, *(kind in kinds for kind in KINDS), self._free(ranks, row)]

    def _free(self, ranks, row):
        one, here = self._model(ranks, row), self.model.space.status_quo
        good = lasting(one, self.concept, self.goals)
        return bool(good.any()) and Steps.of(one, self.concept).leads(here, good)


def by(engine):
    def chosen(judge, _, can, goals):
        unlocker = judge._unlocker
        OneByOne.dispute = unlocker.dispute
        model = unlocker.model.changed(unlocker.model.ranks, can)
        return engine(model, unlocker.concept, unlocker.resolution, goals)

    return chosen


def compare(monkeypatch, seed, concept="seq", engines=(OneByOne, Abreast, Batch), **more):
    limits = {"options": (2, 6), "assumed": 0.4, "groups": 0.5} | more
    data = strategies.random_dispute(random.Random(seed), **limits)
    dispute = loads(strategies.as_yaml(data))
    found = []
    for one in engines:
        monkeypatch.setattr(Judge, "_engine", by(one))
        found.append(robust(dispute, concept, limit=60, sample=30, least=False))
    assert all(other == found[0] for other in found), seed


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


def test_more_states_than_a_word_has_bits(monkeypatch, share):
    for seed in range(share(200, 2)):
        compare(monkeypatch, seed, options=(7, 8))
        compare(monkeypatch, seed + 500, options=(7, 7), one_way=0.5, infeasible=1.0)


def test_in_parts_is_at_once(monkeypatch):
    for part in (1 << 4, 1 << 7):
        monkeypatch.setattr(abreast, "CHUNK", part)
        for seed in range(5):
            compare(monkeypatch, seed, engines=(OneByOne, Abreast), infeasible=1.0)


def test_where_the_table_would_be_too_large_arrays_judge(monkeypatch):
    monkeypatch.setattr(engine, "MOST_AREAS", 0)
    dispute = loads(strategies.as_yaml(strategies.random_dispute(random.Random(3), infeasible=1.0)))
    monkeypatch.setattr("detente.analysis.judging.MOST_AT_HAND", 0)
    monkeypatch.setattr(Batch, "judged", None)
    assert robust(dispute, least=False).models
