"""Batches say of each variant what an engine says of it alone."""

import random

import numpy as np
import pytest

import sizes
from detente.analysis.concepts import CONCEPTS
from detente.analysis.engines import batches
from detente.analysis.engines.batches import MOST_OPTIONS, batch, rankings
from detente.analysis.graph_model import GraphModel
from detente.analysis.preferences import lexicographic
from detente.analysis.stability import stability
from detente.errors import LimitReachedError


def alternatives(rng, model, dispute):
    """Of each party a few orders of its wants, some absent, as numbers and as ranks."""
    found = []
    for party in model.parties:
        wants = [want.formula for want in dispute.party(party.id).ordered_wants]
        orders = []
        for _ in range(rng.randint(1, 4)):
            order = [n if rng.random() < 0.8 else -1 for n in range(len(wants))]
            rng.shuffle(order)
            orders.append(order)
        found.append(rankings(model, wants, np.array(orders, int).reshape(len(orders), len(wants))))
    return found


def test_each_variant_as_if_alone(share):
    for seed in range(share(300, 12)):
        rng = random.Random(seed)
        count, options = rng.randint(1, 6), rng.choice((6, 7, 9))
        dispute = sizes.read(
            sizes.sized(
                rng, count, options, rng.choice((1, 4, 7)), patterns=rng.choice((0, 2)),
                one_way=rng.choice((0, 0, 3)), near=False,
            )
        )  # fmt: skip
        model = GraphModel.of(dispute)
        ranks = alternatives(rng, model, dispute)
        variants = np.array([[rng.randrange(len(r)) for r in ranks] for _ in range(5)])
        found = batch(model, ranks, variants, stable=True)
        for row, variant in enumerate(variants.tolist()):
            chosen = [listed[n].astype(np.int64) for listed, n in zip(ranks, variant, strict=True)]
            alone = stability(model.changed(chosen, model.can))
            for place, name in enumerate(CONCEPTS):
                expected = alone.equilibria(name)
                assert (found.masks(name, model.space.size)[row] == expected).all(), (seed, name)
                today = model.space.status_quo
                assert found.holds(name, today)[row] == expected[today]
                for mover, (party, mask) in enumerate(alone.stable[name].items()):
                    told = found.stable[row, mover, place]
                    bits = [
                        told[s >> 6] >> np.uint64(s & 63) & np.uint64(1) for s in range(len(mask))
                    ]
                    assert (np.array(bits, bool) == mask).all(), (seed, name, party)


def test_one_variant_beside_another_as_one_after_another(share, monkeypatch):
    for seed in range(share(200, 10)):
        rng = random.Random(seed)
        dispute = sizes.read(
            sizes.sized(rng, rng.randint(2, 5), rng.choice((5, 6, 8)), 5,
                        patterns=rng.choice((0, 3)), one_way=rng.choice((0, 2)), near=False)
        )  # fmt: skip
        model = GraphModel.of(dispute)
        ranks = alternatives(rng, model, dispute)
        variants = np.array([[rng.randrange(len(r)) for r in ranks] for _ in range(70)])
        told = []
        for dear in (1 << 20, -1):
            monkeypatch.setattr(batches, "_DEAR", dear)
            told.append(batch(model, ranks, variants, stable=True))
        assert (told[0].equilibria == told[1].equilibria).all(), seed
        assert (told[0].stable == told[1].stable).all(), seed


def test_wants_in_any_order_are_ranked_exactly():
    rng = random.Random(1)
    dispute = sizes.read(sizes.sized(rng, 2, 6, 90, patterns=1, near=False))
    model, party = GraphModel.of(dispute), dispute.parties[0]
    wants = [want.formula for want in party.ordered_wants]
    orders = [rng.sample(range(90), 90) for _ in range(4)]
    possible = model.space.possible
    for row, order in zip(rankings(model, wants, orders), orders, strict=True):
        expected = lexicographic([model.space.holds(wants[n]) for n in order], model.space.size)
        dense = np.unique(expected[possible], return_inverse=True)[1]
        assert (row[possible] == dense).all()


def test_large_numbers_serve_as_ranks():
    model = GraphModel.of(sizes.read(sizes.sized(random.Random(2), 2, 4, 3)))
    ranks = [rank[None] * 10**12 for rank in model.ranks]
    found = batch(model, ranks, [[0, 0]])
    for name in CONCEPTS:
        assert (found.masks(name, 16)[0] == stability(model).equilibria(name)).all()


def test_batches_have_a_limit():
    model = GraphModel.of(sizes.read(sizes.sized(random.Random(0), 2, MOST_OPTIONS + 1, 1)))
    with pytest.raises(LimitReachedError, match="15 options: batches take up to 14"):
        batch(model, [rank[None] for rank in model.ranks], [[0, 0]])
