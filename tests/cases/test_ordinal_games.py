"""All 78 strict ordinal 2×2 games (Rapoport and Guyer 1966): the engine against the judge."""

from __future__ import annotations

from collections import Counter
from itertools import permutations, product

import pytest

import oracle
from detente.analysis.graph_model import GraphModel
from detente.analysis.stability import stability
from detente.dispute.file import loads

STATES = ("NN", "NY", "YN", "YY")
RANKINGS = tuple(permutations(STATES))


def renamed(game, *, rows, columns, players):
    """The same game with either player's strategies, or the players, changed about."""

    def state(old):
        letters = [
            "YN"["NY".index(letter)] if swap else letter
            for letter, swap in zip(old, (rows, columns), strict=True)
        ]
        return "".join(reversed(letters) if players else letters)

    first, second = (tuple(map(state, ranking)) for ranking in game)
    return (second, first) if players else (first, second)


def games():
    """One of each class of games that differ in names alone."""
    seen, found = set(), []
    for game in product(RANKINGS, RANKINGS):
        if game in seen:
            continue
        found.append(game)
        for rows, columns, players in product((False, True), repeat=3):
            seen.add(renamed(game, rows=rows, columns=columns, players=players))
    return found


def text(game):
    """The dispute file of a game."""
    parties = ", ".join(
        f"{name}: {{options: {{act: {{}}}}, ranking: [{', '.join(ranking)}]}}"
        for name, ranking in zip(("row", "column"), game, strict=True)
    )
    return f"{{detente: 1, title: A game, parties: {{{parties}}}}}"


GAMES = games()


def test_there_are_78():
    assert len(GAMES) == 78


def test_how_many_pure_nash_equilibria_they_have():
    """Counted by us: of the 78, and of the 144 where exchanging the players makes another."""
    counts = Counter(len(equilibria(game)) for game in GAMES)
    assert counts == {0: 9, 1: 57, 2: 12}
    apart = Counter()
    for game in GAMES:
        apart[len(equilibria(game))] += 1 if is_symmetric(game) else 2
    assert apart == {0: 18, 1: 108, 2: 18}


def is_symmetric(game):
    return any(
        renamed(game, rows=rows, columns=columns, players=True) == game
        for rows, columns in product((False, True), repeat=2)
    )


def equilibria(game, concept="nash"):
    return oracle.equilibria(oracle.build(oracle.parse_dispute(text(game))), concept)


@pytest.mark.parametrize("game", GAMES, ids=lambda game: "-".join("".join(r) for r in game))
def test_engine_and_judge_agree(game):
    judge = oracle.build(oracle.parse_dispute(text(game)))
    engine = stability(GraphModel.of(loads(text(game))))
    for concept in oracle.CONCEPTS:
        for party in ("row", "column"):
            stable = engine.model.space.listed(engine.stable[concept][party])
            assert set(stable) == oracle.stable_states(judge, party, concept)
        found = engine.model.space.listed(engine.equilibria(concept))
        assert set(found) == oracle.equilibria(judge, concept)
