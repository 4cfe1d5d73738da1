"""The compiled kernel of batches of small disputes: one variant beside another.

A *row* holds one number of 8 bits of each of `WIDTH` variants. All variants of a dispute have the
same moves, so one instruction takes a move in all of them at once, where the preferences of each
allow it. Up to 256 states: so many ranks are told apart by 8 bits.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from detente.analysis.engines.words import WORD, compiled

BITS = 8
WIDTH = 32
_ROW = ir.VectorType(ir.IntType(BITS), WIDTH)
_HIGHEST = (1 << BITS) - 1


@compiled
def together(
    first, last, variants, starts, pairs, origins, ends, cuts, wanted, everywhere, equilibria,
    stable
):  # fmt: skip
    """Where each party is SEQ and SSEQ stable in each variant, added to what is known of others.

    The moves of a mover go from `origins` to `ends` between two of `cuts`; `pairs` has of each
    ranking and state its rank and, above it, the best that its party can move to unasked.
    """
    movers, size, words = len(cuts) - 1, pairs.shape[1], len(everywhere)
    ranks = np.zeros((movers, size, WIDTH), np.uint8)
    bests = np.zeros((movers, size, WIDTH), np.uint8)
    plain, after = np.zeros((size, WIDTH), np.uint8), np.zeros((size, WIDTH), np.uint8)
    sets = np.zeros((2, words, WIDTH), np.uint64)
    for begin in range(first, last, WIDTH):
        for mover in range(movers):
            for column in range(WIDTH):
                row = min(begin + column, last - 1)
                which = starts[mover] + variants[row, mover]
                for state in range(size):
                    pair = pairs[which, state]
                    ranks[mover, state, column] = pair & _HIGHEST
                    bests[mover, state, column] = pair >> BITS
        for mover in range(movers):
            low, high, own = ranks[mover].copy(), bests[mover], ranks[mover]
            changed = True
            while changed:
                difference = np.uint64(0)
                for other in range(movers):
                    if other != mover:
                        theirs = ranks[other]
                        for move in range(cuts[other], cuts[other + 1]):
                            difference |= _sink(theirs, low, high, origins[move], ends[move])
                changed = difference != 0
            plain[:] = 0
            after[:] = 0
            for move in range(cuts[mover], cuts[mover + 1]):
                _lift(own, low, high, plain, after, origins[move], ends[move])
            sets[:] = 0
            for state in range(size):
                word, bit = state >> 6, np.uint64(state & 63)
                for column in range(WIDTH):
                    rank = own[state, column]
                    sets[0, word, column] |= np.uint64(rank >= plain[state, column]) << bit
                    sets[1, word, column] |= np.uint64(rank >= after[state, column]) << bit
            for concept in range(3, 5):
                to = wanted[concept]
                if to >= 0:
                    for column in range(min(WIDTH, last - begin)):
                        for word in range(words):
                            held = sets[concept - 3, word, column]
                            equilibria[begin + column, to, word] &= held
                            if len(stable):
                                stable[begin + column, mover, to, word] = held & everywhere[word]


@intrinsic
def _sink(_: Any, theirs: Any, low: Any, high: Any, origin: Any, end: Any) -> Any:
    """Where a move is better for the mover, lower what its origin is worth to what its end is.

    Gives a word that is 0 where nothing changed.
    """

    def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        rows = _Rows(context, builder, signature, given)
        better = builder.icmp_unsigned(">", rows.load(0, given[4]), rows.load(0, given[3]))
        difference = ir.Constant(_ROW, [0] * WIDTH)
        for place in (1, 2):
            old = rows.load(place, given[3])
            worth = builder.select(
                better, rows.load(place, given[4]), ir.Constant(_ROW, [_HIGHEST] * WIDTH)
            )
            new = rows.least(old, worth)
            rows.store(new, place, given[3])
            difference = builder.or_(difference, builder.xor(old, new))
        parts = WIDTH * BITS // WORD
        words = builder.bitcast(difference, ir.VectorType(ir.IntType(WORD), parts))
        found = ir.Constant(ir.IntType(WORD), 0)
        for part in range(parts):
            number = ir.Constant(ir.IntType(32), part)
            found = builder.or_(found, builder.extract_element(words, number))
        return found

    return types.uint64(theirs, low, high, origin, end), generate


@intrinsic
def _lift(
    _: Any, own: Any, low: Any, high: Any, plain: Any, after: Any, origin: Any, end: Any
) -> Any:
    """Raise what a state must be worth to be stable to what a move from it is sure to bring.

    In `plain` the least that the others' replies leave of it; in `after` the least that they leave
    after a last move of one's own.
    """

    def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        rows = _Rows(context, builder, signature, given)
        origin, end = given[5], given[6]
        rows.store(rows.most(rows.load(3, origin), rows.load(1, end)), 3, origin)
        left = rows.least(rows.load(0, end), rows.load(2, end))
        rows.store(rows.most(rows.load(4, origin), left), 4, origin)
        return context.get_dummy_value()

    return types.none(own, low, high, plain, after, origin, end), generate


class _Rows:
    """Rows of arrays of shape (states, `WIDTH`) as the arguments of a function in the making."""

    def __init__(self, context: Any, builder: Any, signature: Any, given: Any) -> None:
        self.builder = builder
        self.arrays = [
            context.make_array(kind)(context, builder, value).data
            for kind, value in zip(signature.args, given, strict=True)
            if isinstance(kind, types.Array)
        ]

    def _at(self, place: int, state: Any) -> Any:
        first = self.builder.mul(state, ir.Constant(ir.IntType(64), WIDTH))
        row = self.builder.gep(self.arrays[place], [first])
        return self.builder.bitcast(row, _ROW.as_pointer())

    def load(self, place: int, state: Any) -> Any:
        return self.builder.load(self._at(place, state), align=1)

    def store(self, row: Any, place: int, state: Any) -> None:
        self.builder.store(row, self._at(place, state), align=1)

    def least(self, one: Any, other: Any) -> Any:
        return self.builder.select(self.builder.icmp_unsigned("<", one, other), one, other)

    def most(self, one: Any, other: Any) -> Any:
        return self.builder.select(self.builder.icmp_unsigned(">", one, other), one, other)
