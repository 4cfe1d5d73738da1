"""The compiled kernels of the explicit engine: each works through some blocks of a group.

Shapes: `values` holds a word a state, by place in memory; `ranks`, `possible`, `flags` one number a
state, by flat index; `orders` one number a state, sub-cube after sub-cube as they are worked
through: the states of the sub-cube that are feasible, best first, each as its number in the
sub-cube, with the top bit set where it is worse than the one before.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from detente.analysis.engines.words import compiled, least

NOTHING = np.uint64(0xFFFFFFFFFFFFFFFF)  # a word of lanes each above all
_ONE = np.uint64(1)
_FIVES, _THREES, _FS, _ONES = (
    np.uint64(0x5555555555555555),
    np.uint64(0x3333333333333333),
    np.uint64(0x0F0F0F0F0F0F0F0F),
    np.uint64(0x0101010101010101),
)


class Outer(NamedTuple):
    """Where the blocks of a group are: rows of tables as in `Layout.weights`."""

    high: Any
    low: Any
    near: Any  # by column
    shift: int
    columns: tuple[int, ...]  # as long as there are: known to the compiler


class Inner(NamedTuple):
    """Where the states of a party are within a block of its group."""

    subs: Any
    own: Any
    levels: Any
    heights: int  # the number of levels


@compiled
def arrange(first, last, ranks, words, possible, free, outer, inner, orders, counts):
    """Sort the sub-cubes of a party whose ranks fit in so many words; `free`: all are feasible."""
    seen, groups = np.zeros(words, np.uint64), np.zeros(words // 64 + 1, np.uint64)
    size, width = inner.own.shape[1], len(outer.columns)
    flag = np.int64(1) << (8 * orders.itemsize - 1)
    here = np.zeros(size, np.int64)  # the states of a sub-cube that are feasible
    rank = np.zeros(size, np.int64)  # of each state of a sub-cube
    before = np.zeros(len(seen), np.int64)  # how many are better than those of a word of ranks
    many = np.zeros(size + 1, np.int64)
    at, known = first * inner.subs.shape[1] * width, -1
    for block in range(first, last):
        base = outer.high[1, block >> outer.shift] + outer.low[1, block & ((1 << outer.shift) - 1)]
        for sub in range(inner.subs.shape[1]):
            for column in range(width):
                start = base + inner.subs[1, sub] + np.uint64(column)
                count = 0
                for state in range(size):
                    index = start + inner.own[1, state]
                    if free or possible[index]:
                        rank[state] = ranks[index]
                        here[count] = state
                        count += 1
                    else:
                        rank[state] = -1
                to = at * size
                if count != known or not _agrees(orders, to - size, rank, count, flag):
                    _sort(orders, to, rank, here, count, flag, seen, groups, before, many)
                else:
                    for place in range(count):
                        orders[to + place] = orders[to - size + place]
                known = count
                if not free:
                    counts[at] = count
                at += 1


@compiled
def _agrees(orders, at, rank, count, flag):
    """Whether an order of other states is one of these."""
    last = np.int64(-2)
    for place in range(count):
        entry = np.int64(orders[at + place])
        now = rank[entry & (flag - 1)]
        if now < 0:
            return False
        if place and ((entry & flag) != 0) != (now < last):
            return False
        if place and now > last:
            return False
        last = now
    return True


@compiled
def _ones(word):
    """How many bits of a word are set."""
    word -= (word >> _ONE) & _FIVES
    word = (word & _THREES) + ((word >> np.uint64(2)) & _THREES)
    word = (word + (word >> np.uint64(4))) & _FS
    return np.int64((word * _ONES) >> np.uint64(56))


@compiled
def _sort(orders, to, rank, here, count, flag, seen, groups, before, many):
    """Sort by counting: which ranks occur, how often each, then each state to its place."""
    for place in range(count):
        now = rank[here[place]]
        seen[now >> 6] |= _ONE << np.uint64(now & 63)
        groups[now >> 12] |= _ONE << np.uint64((now >> 6) & 63)
    found = 0
    for group in range(len(groups) - 1, -1, -1):
        if groups[group]:
            for word in range(min(len(seen), 64 * group + 64) - 1, 64 * group - 1, -1):
                if seen[word]:
                    before[word] = found
                    found += _ones(seen[word])
    for number in range(found + 1):
        many[number] = 0
    for place in range(count):
        now = rank[here[place]]
        number = before[now >> 6] + _ones(seen[now >> 6] >> np.uint64(now & 63)) - 1
        many[number] += 1
        rank[here[place]] = number
    for group in range(len(groups)):
        if groups[group]:
            for word in range(64 * group, min(len(seen), 64 * group + 64)):
                seen[word] = 0
            groups[group] = 0
    total = 0
    for number in range(found):
        more = many[number]
        many[number] = total
        total += more
    firsts = 0
    for place in range(count):
        number = rank[here[place]]
        orders[to + many[number]] = here[place]
        many[number] += 1
    for number in range(found):
        if firsts:
            orders[to + firsts] |= flag
        firsts = many[number]


@compiled
def prepare(first, last, values, ranks, outer, inner, shifts, flags, bit):
    """Put a party's ranks, and the best that it can move to, into its lanes.

    States where it can do no better are Nash stable: they get `bit` in `flags`. Gives the least
    over all sub-cubes of the best rank in them, and of each number in a sub-cube the least rank.
    """
    size, width = inner.own.shape[1], len(outer.columns)
    best = np.zeros(inner.heights * width, np.int64)
    ceiling = np.int64(1) << 62
    floor = np.full(size, ceiling)
    for block in range(first, last):
        high, low = block >> outer.shift, block & ((1 << outer.shift) - 1)
        place = outer.high[0, high] + outer.low[0, low]
        index = outer.high[1, high] + outer.low[1, low]
        for sub in range(inner.subs.shape[1]):
            there, start = place + inner.subs[0, sub], index + inner.subs[1, sub]
            best[:] = 0
            for state in range(size):
                row = inner.levels[state] * width
                at = start + inner.own[1, state]
                lowest = floor[state]
                for column in range(width):
                    rank = np.int64(ranks[at + np.uint64(column)])
                    best[row + column] = max(best[row + column], rank)
                    lowest = min(lowest, rank)
                floor[state] = lowest
            _downward(best, inner.heights, width)
            for column in range(width):
                ceiling = min(ceiling, best[column])
            for state in range(size):
                row = inner.levels[state] * width
                at, to = start + inner.own[1, state], there + inner.own[0, state]
                for column in range(width):
                    rank = np.int64(ranks[at + np.uint64(column)])
                    most = best[row + column]
                    values[to + np.uint64(column)] |= (np.uint64(rank) << shifts[0]) | (
                        np.uint64(most) << shifts[1]
                    )
                    if rank >= most:
                        flags[at + np.uint64(column)] |= bit
    return ceiling, floor


@compiled
def _downward(best, heights, width):
    """Make of each level the best of all levels that are subsets of it."""
    bit = 1
    while bit < heights:
        for level in range(heights):
            if level & bit:
                for column in range(width):
                    best[level * width + column] = max(
                        best[level * width + column], best[(level ^ bit) * width + column]
                    )
        bit *= 2


@compiled
def judge(first, last, values, ranks, outer, inner, shifts, lane_mask, flags, bits, scalars):
    """Note in `flags` where a party is stable, by what its lanes say the others can hold it to.

    `bits` are those of the concept without response and of that with it; then those of two levels
    of rank from which a party is stable, which `scalars` has.
    """
    size, width = inner.own.shape[1], len(outer.columns)
    plain = np.zeros(inner.heights * width, np.int64)
    after = np.zeros(inner.heights * width, np.int64)
    for block in range(first, last):
        high, low = block >> outer.shift, block & ((1 << outer.shift) - 1)
        place = outer.high[0, high] + outer.low[0, low]
        index = outer.high[1, high] + outer.low[1, low]
        for sub in range(inner.subs.shape[1]):
            there, start = place + inner.subs[0, sub], index + inner.subs[1, sub]
            plain[:] = 0
            after[:] = 0
            for state in range(size):
                row = inner.levels[state] * width
                at, to = start + inner.own[1, state], there + inner.own[0, state]
                for column in range(width):
                    word = values[to + np.uint64(column)]
                    rank = np.int64(ranks[at + np.uint64(column)])
                    one = np.int64((word >> shifts[0]) & lane_mask)
                    two = min(rank, np.int64((word >> shifts[1]) & lane_mask))
                    plain[row + column] = max(plain[row + column], one)
                    after[row + column] = max(after[row + column], two)
            _downward(plain, inner.heights, width)
            _downward(after, inner.heights, width)
            for state in range(size):
                row = inner.levels[state] * width
                at = start + inner.own[1, state]
                for column in range(width):
                    rank = np.int64(ranks[at + np.uint64(column)])
                    found = flags[at + np.uint64(column)]
                    if rank >= plain[row + column]:
                        found |= bits[0]
                    if rank >= after[row + column]:
                        found |= bits[1]
                    if rank >= scalars[0]:
                        found |= bits[2]
                    if rank >= scalars[1]:
                        found |= bits[3]
                    flags[at + np.uint64(column)] = found


@compiled
def settle(
    first, last, values, orders, counts, outer, subs, own, levels, members, masks, dirty, starts,
    moving, lane,
):  # fmt: skip
    """Sweep the dirty sub-cubes of the parties of a group until nothing changes in their blocks.

    Of each member a row of `members`: its number; where its part of `own`, `levels` and `subs`
    begins, and how long it is; the number of its levels; where its part of `counts` begins (which
    is empty where all states are feasible). `masks` has ones in its own lanes, which it does not
    sanction. `dirty` has a byte a sub-cube (times columns), the parties after each other from
    `starts`. With `moving` any move sanctions, else improvements alone. Gives the number of
    sub-cubes swept.
    """
    top = np.uint64(8 * orders.itemsize - 1)
    body = (_ONE << top) - _ONE
    heights = 1
    for member in range(len(members)):
        heights = max(heights, members[member, 5])
    seen, held = np.zeros(heights, np.uint64), np.zeros(heights, np.uint64)
    width = len(outer.columns)
    swept, sweeps = 0, 1
    for block in range(first, last):
        high, low = block >> outer.shift, block & ((1 << outer.shift) - 1)
        place = outer.high[0, high] + outer.low[0, low]
        sweeps = 1
        while sweeps:
            sweeps = 0
            for member in range(len(members)):
                row, begin, size, sub_begin, sub_size, height, tally = members[member]
                mask, coarse = masks[member], np.uint64(max(0, _bits_of(size) - 6))
                mine = own[0, begin : begin + size]
                level = levels[begin : begin + size]
                mark = starts[row] + block * sub_size
                for sub in range(sub_size):
                    if not dirty[mark + sub]:
                        continue
                    dirty[mark + sub] = 0
                    sweeps += width
                    for column in range(width):
                        base = place + subs[0, sub_begin + sub] + np.uint64(column)
                        number = (block * sub_size + sub) * width + column
                        entry = number * size
                        count = np.int64(counts[tally + number]) if len(counts) else size
                        changed = np.uint64(0)
                        if height == 1 and not moving:
                            limit, best = NOTHING, NOTHING
                            for step in range(count):
                                item = np.uint64(orders[row, entry + step])
                                at = base + mine[item & body]
                                old = values[at]
                                if item >> top:
                                    limit = best
                                new = least(old, limit, lane)
                                values[at] = new
                                differs = _ONE if old != new else np.uint64(0)
                                changed |= differs << ((item & body) >> coarse)
                                best = least(best, old | mask, lane)
                        else:
                            for one in range(height):
                                seen[one] = NOTHING
                                held[one] = NOTHING
                            for step in range(count):
                                item = np.uint64(orders[row, entry + step])
                                at = base + mine[item & body]
                                old = values[at]
                                this = level[item & body]
                                if item >> top and not moving:
                                    for one in range(height):
                                        held[one] = seen[one]
                                if not moving:
                                    new = least(old, held[this], lane)
                                    values[at] = new
                                    differs = _ONE if old != new else np.uint64(0)
                                    changed |= differs << ((item & body) >> coarse)
                                for one in range(height):
                                    if one & this == this:
                                        seen[one] = least(seen[one], old | mask, lane)
                            if moving:
                                for step in range(count):
                                    item = np.uint64(orders[row, entry + step]) & body
                                    at = base + mine[item]
                                    old = values[at]
                                    new = least(old, seen[level[item]], lane)
                                    values[at] = new
                                    differs = _ONE if old != new else np.uint64(0)
                                    changed |= differs << (item >> coarse)
                        if changed:
                            _mark(
                                dirty, starts, outer, subs, own, row, begin, size,
                                sub_begin + sub, high, low, column, changed, coarse,
                            )  # fmt: skip
            swept += sweeps
    return swept


@compiled
def _bits_of(size):
    """The number of bits of a power of two."""
    bits = 0
    while 1 << bits < size:
        bits += 1
    return bits


@compiled
def _mark(
    dirty, starts, outer, subs, own, row, begin, size, sub, high, low, column, changed, coarse
):
    """Mark the sub-cubes of all other parties in which states of a sub-cube lie that changed."""
    for other in range(len(starts)):
        if other == row:
            continue
        base = (
            outer.high[2 + other, high] + outer.low[2 + other, low] + subs[2 + other, sub]
            + outer.near[2 + other, column] + np.uint64(starts[other])
        )  # fmt: skip
        for state in range(size):
            if (changed >> (np.uint64(state) >> coarse)) & _ONE:
                dirty[base + own[2 + other, begin + state]] = 1
