"""Many models of one dispute that differ in preferences alone, judged in a batch.

Everything that they share is laid out once (`Batch.board`); the kernels then go from model to
model, over plain arrays. What is found is what `detente.analysis.situation` and `deadlock` define.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.analysis.abreast import Judging, Progress, Truths
from detente.analysis.concepts import Concept
from detente.analysis.engines import judging_kernels as kernels
from detente.analysis.graph_model import GraphModel, subsets
from detente.analysis.states import Mask, States

CHUNK = 128  # models judged at once, so that progress is told and an interrupt is heard
MOST_AREAS = 1 << 27  # bytes of the table of where coalitions lead
_SANCTIONS = {None: 0, "moves": 1, "improvements": 2}


class Batch(Judging):
    """Models that are judged one by one, each by compiled kernels."""

    def __init__(self, model: GraphModel, concept: Concept, resolution: Mask, goals: Mask) -> None:
        super().__init__(model, concept, resolution, goals)
        self.order = [
            *model.movers,
            *(p for p in range(len(model.parties)) if p not in model.movers),
        ]

    @staticmethod
    def fits(model: GraphModel) -> bool:
        """Whether the table of where coalitions lead is small enough, where there is to be one."""
        needed = model.space.count < model.space.size
        return not needed or (1 << len(model.movers)) * model.space.size**2 <= MOST_AREAS

    def judged(
        self,
        ranks: Sequence[NDArray[np.int32]],
        rows: NDArray[np.int64],
        *,
        about_now: bool,
        named: bool = True,
        told: Progress | None = None,
    ) -> Truths:
        """By compiled kernels, in threads; the columns are those of `judging_kernels`."""
        starts = np.cumsum([0, *(len(ranks[party]) for party in self.order)])
        tables = np.concatenate([ranks[party] for party in self.order])
        orders = np.argsort(tables, axis=1).astype(np.int32)
        ladders = self._ladders(ranks)
        careless = np.array([bool((row[self.model.space.possible] == 0).all()) for row in tables])
        places = np.ascontiguousarray(rows[:, self.order] + starts[:-1])
        found = np.zeros((len(rows), kernels.COLUMNS), bool)
        asked = (2 if named else 1) if about_now else 0
        board = self._board

        def judge(start: int) -> None:
            part = slice(start, start + CHUNK)
            kernels.judge(
                board, tables, orders, ladders, careless, places[part], asked, found[part]
            )

        threads = ThreadPoolExecutor(os.cpu_count())
        try:
            for start, _ in enumerate(threads.map(judge, range(0, len(rows), CHUNK)), start=1):
                if told is not None:
                    told(min(start * CHUNK, len(rows)), len(rows))
        finally:  # an interrupt waits for the chunks at work, not for all
            threads.shutdown(cancel_futures=True)
        return found

    @cached_property
    def _rungs(self) -> list[States]:
        """Of each party with options its states, a block a row."""
        model, every = self.model, self.model.space.size - 1
        free = [model.free[party] for party in model.movers]
        return [subsets(every & ~bits)[:, None] | subsets(bits) for bits in free]

    def _ladders(self, ranks: Sequence[NDArray[np.int32]]) -> NDArray[np.int32]:
        """Of each variation of those parties its states, block by block, the worst first."""
        found = [np.zeros((0, self.model.space.size), np.int64)]
        for party, rungs in zip(self.model.movers, self._rungs, strict=True):
            order = np.argsort(ranks[party][:, rungs], axis=2)
            states = np.broadcast_to(rungs, order.shape)
            sorted_ = np.take_along_axis(states, order, axis=2)
            found.append(sorted_.reshape(len(order), -1))
        return np.concatenate(found).astype(np.int32)

    @property
    def _board(self) -> kernels.Board:
        if self._laid is None:
            self._laid = self._lay()
        return self._laid

    _laid: kernels.Board | None = None

    def _lay(self) -> kernels.Board:
        model = self.model
        movers = [self.model.flips[party] for party in model.movers]
        flips = np.concatenate(movers) if movers else np.zeros(0, np.int64)
        blocks = np.zeros((len(movers), model.space.size), np.int64)
        for place, rungs in enumerate(self._rungs):
            blocks[place, rungs] = np.arange(len(rungs))[:, None]
        jumps = [subsets(model.one_way[party]) for party in model.movers]
        own = np.array([model.own[party] for party in model.movers], np.int64)
        board = kernels.Board(
            possible=model.space.possible,
            resolution=self.resolution,
            goals=self.goals,
            movers=len(movers),
            own=own,
            flips=flips,
            starts=np.cumsum([0, *map(len, movers)]).astype(np.int64),
            chosen=_by_words(model),
            sizes=np.array([rungs.shape[1] for rungs in self._rungs], np.int64),
            blocks=blocks,
            jumps=np.concatenate(jumps) if jumps else np.zeros(0, np.int64),
            leaps=np.cumsum([0, *map(len, jumps)]).astype(np.int64),
            rising=model.kept[0],
            falling=model.kept[1],
            here=model.space.status_quo,
            settlements=np.zeros(0, np.int64),
            reached=np.zeros((1 << len(movers), 0), bool),
            areas=np.zeros((0, 0, 0), bool),
            sanctions=_SANCTIONS[self.concept.sanctions],
            respond=self.concept.respond,
        )
        reached = np.zeros((1 << len(movers), model.space.size), bool)
        for coalition in range(1 << len(movers)):
            kernels.spread(board, coalition, board.here, reached[coalition])
        reached[:, board.here] = False
        settlements = np.flatnonzero(self.resolution & reached[-1])
        gaps = model.space.count < model.space.size
        return board._replace(
            settlements=settlements,
            reached=np.ascontiguousarray(reached[:, settlements]),
            areas=kernels.areas(board, model.space.size) if gaps else board.areas,
        )


def _by_words(model: GraphModel) -> NDArray[np.uint64]:
    """Of each option the states in which it is taken, 64 a word."""
    octets = max(8, model.space.size // 8)
    taken = b"".join(states.to_bytes(octets, "little") for states in model.chosen.values())
    return np.frombuffer(taken, "<u8").reshape(-1, octets // 8)
