"""The compiled kernels of batches: small disputes, many at a time, each held in the first cache.

An *order* lists the feasible states of a dispute, sub-cube after sub-cube of one party, each best
first: a state's flat index, with `FRESH` set where a sub-cube begins and `WORSE` where a state is
worse than the one before.
"""

from __future__ import annotations

import numpy as np

from detente.analysis.engines.words import compiled, least

NOTHING = np.uint64(0xFFFFFFFFFFFFFFFF)
WORSE, FRESH, STATE = 1 << 15, 1 << 14, (1 << 14) - 1
_ONE = np.uint64(1)
_SPAN = 4096  # scores up to here are made dense by counting
_BLOCK = 40  # wants weighed at once


@compiled
def weigh(first, last, truths, orders, possible, ranks):
    """Dense ranks of states by wants in several orders, the most important first; -1 is no want."""
    size = truths.shape[1]
    scores = np.zeros(size, np.int64)
    seen = np.zeros(_SPAN, np.int64)
    for row in range(first, last):
        scores[:] = 0
        weighed = 0
        for place in range(orders.shape[1]):
            want = orders[row, place]
            if want >= 0:
                if weighed == _BLOCK:
                    _dense(scores, possible, seen)
                    weighed = 0
                for state in range(size):
                    scores[state] = 2 * scores[state] + truths[want, state]
                weighed += 1
        _dense(scores, possible, seen)
        for state in range(size):
            ranks[row, state] = scores[state]


@compiled
def dense(first, last, scores, possible, ranks):
    """Make rows of numbers that are 0 or more dense over the feasible states."""
    here = np.zeros(scores.shape[1], np.int64)
    seen = np.zeros(_SPAN, np.int64)
    for row in range(first, last):
        for state in range(len(here)):
            here[state] = scores[row, state]
        _dense(here, possible, seen)
        for state in range(len(here)):
            ranks[row, state] = here[state]


@compiled
def _dense(scores, possible, seen):
    most = 0
    for state in range(len(scores)):
        if not possible[state]:
            scores[state] = 0
        most = max(most, scores[state])
    if most < _SPAN:
        for state in range(len(scores)):
            if possible[state]:
                seen[scores[state]] = 1
        count = 0
        for score in range(most + 1):
            count += seen[score]
            seen[score] = count
        for state in range(len(scores)):
            scores[state] = max(0, seen[scores[state]] - 1)
        seen[: most + 1] = 0
        return
    order = np.argsort(scores)
    count, before = -1, np.int64(-1)
    for place in range(len(order)):
        state = order[place]
        now = scores[state]
        if possible[state]:
            if now != before or count < 0:
                count += 1
            before = now
            scores[state] = count


@compiled
def sort(first, last, ranks, cubes, cuts, orders):
    """Sort the sub-cubes of a party by each of its rankings: by counting, best first."""
    most = 0
    for cube in range(len(cuts) - 1):
        most = max(most, cuts[cube + 1] - cuts[cube])
    for row in range(first, last):
        for cube in range(len(cuts) - 1):
            begin, end = cuts[cube], cuts[cube + 1]
            for place in range(begin, end):  # by insertion: few, and often sorted already
                state = cubes[place]
                rank = ranks[row, state]
                to = place
                while to > begin and ranks[row, orders[row, to - 1]] < rank:
                    orders[row, to] = orders[row, to - 1]
                    to -= 1
                orders[row, to] = state
            before = ranks[row, orders[row, begin]] if begin < end else 0
            for place in range(begin, end):
                rank = ranks[row, orders[row, place]]
                if place == begin:
                    orders[row, place] |= FRESH
                elif rank < before:
                    orders[row, place] |= WORSE
                before = rank


@compiled
def alone(first, last, ranks, party, free, cubes, cuts, levels, heights, bits, lane, pairs, stable):
    """What a party's own preference decides alone: its lanes; where it is Nash, GMR, SMR stable.

    `cubes`, `cuts` and `levels` are those of all movers; `bits` how wide a lane is. Where all is
    `free`, GMR and SMR are a rank each from which a state is stable.
    """
    size = ranks.shape[1]
    highest = 0
    for mover in range(len(heights)):
        highest = max(highest, heights[mover])
    best = np.zeros(highest, np.int64)
    values = np.zeros(size, np.uint64)
    wide = np.uint64(bits)
    low = (_ONE << wide) - _ONE
    floor = np.zeros(size, np.int64)
    own, mine, level = cubes[party], cuts[party], levels[party]
    for row in range(first, last):
        values[:] = NOTHING
        floor[:] = 1 << 62
        ceiling = 1 << 62
        for cube in range(len(mine) - 1):
            best[:] = 0
            for place in range(mine[cube], mine[cube + 1]):
                state = own[place]
                best[level[state]] = max(best[level[state]], np.int64(ranks[row, state]))
            _lift(best, heights[party])
            ceiling = min(ceiling, best[0])
            for place in range(mine[cube], mine[cube + 1]):
                state = own[place]
                rank, most = np.int64(ranks[row, state]), best[level[state]]
                number = place - mine[cube]
                floor[number] = min(floor[number], rank)
                pairs[row, state] = rank | (most << bits)
                values[state] = np.uint64(rank) | (np.uint64(most) << wide)
                if rank >= most:
                    _put(stable[row, 0], state)
        if free:
            least_sure = 0
            for number in range(mine[1]):
                least_sure = max(least_sure, floor[number])
            for state in range(size):
                bit = np.uint64(state & 63)
                rank = np.int64(ranks[row, state])
                stable[row, 1, state >> 6] |= np.uint64(rank >= least_sure) << bit
                stable[row, 2, state >> 6] |= np.uint64(rank >= ceiling) << bit
            continue
        changed = True
        while changed:
            changed = False
            for mover in range(len(heights)):
                if mover != party:
                    changed |= _mix(
                        values, cubes[mover], cuts[mover], levels[mover], heights[mover], lane
                    )
        _hold(values, np.uint64(0), wide, low, ranks[row], own, mine, level, heights[party],
              stable[row, 1], stable[row, 2])  # fmt: skip


@compiled
def _lift(best, heights):
    """Make of each level the best of all levels that are subsets of it."""
    bit = 1
    while bit < heights:
        for level in range(heights):
            if level & bit:
                best[level] = max(best[level], best[level ^ bit])
        bit *= 2


@compiled
def _put(row, state):
    row[state >> 6] |= _ONE << np.uint64(state & 63)


@compiled
def _mix(values, cubes, cuts, levels, heights, lane):
    """Give each state the least value of those that a party can move to."""
    changed = False
    seen = np.zeros(heights, np.uint64)
    for cube in range(len(cuts) - 1):
        seen[:] = NOTHING
        for place in range(cuts[cube], cuts[cube + 1]):
            state = cubes[place]
            for level in range(heights):
                if level & levels[state] == levels[state]:
                    seen[level] = least(seen[level], values[state], lane)
        for place in range(cuts[cube], cuts[cube + 1]):
            state = cubes[place]
            new = least(values[state], seen[levels[state]], lane)
            if new != values[state]:
                values[state] = new
                changed = True
    return changed


@compiled
def _hold(values, shift, wide, low, ranks, cubes, cuts, levels, heights, plain, after):
    """Where a party is stable, by what its two lanes say that the others can hold it to."""
    best = np.zeros(heights, np.int64)
    most = np.zeros(heights, np.int64)
    for cube in range(len(cuts) - 1):
        best[:] = 0
        most[:] = 0
        for place in range(cuts[cube], cuts[cube + 1]):
            state = cubes[place]
            word, level = values[state] >> shift, levels[state]
            best[level] = max(best[level], np.int64(word & low))
            most[level] = max(
                most[level], min(np.int64(ranks[state]), np.int64((word >> wide) & low))
            )
        if heights > 1:
            _lift(best, heights)
            _lift(most, heights)
        for place in range(cuts[cube], cuts[cube + 1]):
            state = cubes[place]
            rank, level = np.int64(ranks[state]), levels[state]
            bit = np.uint64(state & 63)
            plain[state >> 6] |= np.uint64(rank >= best[level]) << bit
            after[state >> 6] |= np.uint64(rank >= most[level]) << bit


@compiled
def agree(first, last, variants, starts, alone_stable, wanted, everywhere, equilibria, stable):
    """Of each variant what each party's own preference decides: Nash, GMR and SMR.

    `variants` has of each mover which of its rankings a variant has; `wanted` of each of the five
    concepts its place in the answer, or -1; `everywhere` the feasible states, from which the sets
    of the other two concepts start.
    """
    movers, words = len(starts) - 1, len(everywhere)
    for row in range(first, last):
        for concept in range(5):
            if wanted[concept] >= 0:
                equilibria[row, wanted[concept]] = everywhere
        for mover in range(movers):
            which = starts[mover] + variants[row, mover]
            for concept in range(3):
                to = wanted[concept]
                if to >= 0:
                    for word in range(words):
                        equilibria[row, to, word] &= alone_stable[which, concept, word]
                    if len(stable):
                        stable[row, mover, to] = alone_stable[which, concept]


@compiled
def together(
    first, last, variants, starts, ranks, pairs, orders, cubes, cuts, levels, heights, bits, lane,
    wanted, equilibria, stable
):  # fmt: skip
    """Where each party is SEQ and SSEQ stable in each variant, added to what `agree` began."""
    movers, size, words = len(heights), ranks.shape[1], equilibria.shape[2]
    per_word = 64 // (2 * bits)
    values = np.zeros(size, np.uint64)
    wide = np.uint64(bits)
    low = (_ONE << wide) - _ONE
    highest = 1
    for mover in range(movers):
        highest = max(highest, heights[mover])
    seen, held = np.zeros(highest, np.uint64), np.zeros(highest, np.uint64)
    plain, after = np.zeros(words, np.uint64), np.zeros(words, np.uint64)
    for row in range(first, last):
        for plane in range(0, movers, per_word):
            end = min(movers, plane + per_word)
            for state in range(size):
                word = np.uint64(0)
                for mover in range(plane, end):
                    which = starts[mover] + variants[row, mover]
                    word |= np.uint64(pairs[which, state]) << (
                        np.uint64(2 * (mover - plane)) * wide
                    )
                values[state] = word
            quiet, mover = 0, 0
            while quiet < movers:
                mask = np.uint64(0)
                if plane <= mover < end:
                    mask = ((_ONE << (wide + wide)) - _ONE) << (
                        np.uint64(2 * (mover - plane)) * wide
                    )
                which = starts[mover] + variants[row, mover]
                if heights[mover] == 1:
                    changed = _sink(values, orders[which], mask, lane)
                else:
                    changed = _sink_one_way(
                        values, orders[which], mask, lane, levels[mover], heights[mover], seen, held
                    )
                quiet = 1 if changed else quiet + 1
                mover = (mover + 1) % movers
            for mover in range(plane, end):
                plain[:] = 0
                after[:] = 0
                which = starts[mover] + variants[row, mover]
                shift = np.uint64(2 * (mover - plane)) * wide
                _hold(values, shift, wide, low, ranks[which], cubes[mover], cuts[mover],
                      levels[mover], heights[mover], plain, after)  # fmt: skip
                for concept in range(3, 5):
                    to = wanted[concept]
                    if to >= 0:
                        found = plain if concept == 3 else after
                        for word in range(words):
                            equilibria[row, to, word] &= found[word]
                        if len(stable):
                            stable[row, mover, to] = found


@compiled
def _sink(values, order, mask, lane):
    """One sweep of a party over all its sub-cubes: each state takes the least of those better."""
    limit, best, difference = NOTHING, NOTHING, np.uint64(0)
    for place in range(len(order)):
        entry = np.uint64(order[place])
        state = entry & np.uint64(STATE)
        if entry & np.uint64(FRESH):
            limit = NOTHING
            best = NOTHING
        elif entry & np.uint64(WORSE):
            limit = best
        old = values[state]
        new = least(old, limit, lane)
        values[state] = new
        difference |= old ^ new
        best = least(best, old | mask, lane)
    return difference != 0


@compiled
def _sink_one_way(values, order, mask, lane, levels, heights, seen, held):
    """The same for a party with one-way options: better states of lower levels alone."""
    difference = np.uint64(0)
    for place in range(len(order)):
        entry = np.int64(order[place])
        state = entry & STATE
        if entry & FRESH:
            seen[:] = NOTHING
            held[:] = NOTHING
        elif entry & WORSE:
            held[:heights] = seen[:heights]
        old, this = values[state], levels[state]
        new = least(old, held[this], lane)
        values[state] = new
        difference |= old ^ new
        for level in range(heights):
            if level & this == this:
                seen[level] = least(seen[level], old | mask, lane)
    return difference != 0
