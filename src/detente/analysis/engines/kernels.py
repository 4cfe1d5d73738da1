"""The compiled kernels of the explicit engine: each works through a part of the states.

Shapes: `values` holds a word a state, by place in memory; `flags` one number a state, by flat
index; `possible` too, or by the bits alone that make a difference to it. `tables` holds the ranks
of all parties by what makes a difference to them: rows of as many states as a party's sub-cube has,
the first row of each party at its start. `orders` holds, likewise, the states of each row, best
first, each as its number in the row, with the top bit set where it is worse than the one before.

Infeasible states have words of ones in `values`, and keep them: they sanction nothing so. No other
state has such a word.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from detente.analysis.engines.vectors import (
    alike,
    chosen,
    differ,
    either,
    least_of,
    most_of,
    put,
    row,
    spread,
    without,
)
from detente.analysis.engines.words import compiled

NOTHING = np.uint64(0xFFFFFFFFFFFFFFFF)  # a word of lanes each above all
_ONE = np.uint64(1)
_LINE = 64  # bytes of memory that come together
_CHUNK = 4096
_FIVES, _THREES, _FS, _ONES = (
    np.uint64(0x5555555555555555),
    np.uint64(0x3333333333333333),
    np.uint64(0x0F0F0F0F0F0F0F0F),
    np.uint64(0x0101010101010101),
)


class Outer(NamedTuple):
    """Where the blocks of a group are: as `Layout.outer` gives it, and the number of columns."""

    high: Any
    low: Any
    shift: int
    lines: Any
    near: Any
    columns: int


class Inner(NamedTuple):
    """The members of a group. Of each, a row of numbers; where it begins in what follows, and them.

    The numbers: its place; the size of a sub-cube; the number of sub-cubes in a block; of levels;
    of classes of columns; then where it begins in `own`, `subs`, and `classes`; and in `tables`.
    """

    rows: Any
    own: Any  # of each state of a sub-cube its line
    levels: Any  # and its level
    subs: Any  # of each sub-cube its first line
    classes: Any  # of each class of columns that rank alike how many rows of ranks further
    idle: Any  # and eight words: ones for the other columns


@compiled
def depends(cells, bit):
    """Whether it makes a difference to numbers by flat index if a bit is set."""
    step, none = np.int64(1) << bit, cells[0] ^ cells[0]
    for base in range(0, len(cells), 2 * step):
        for begin in range(base, base + step, _CHUNK):
            found = none
            for at in range(begin, min(begin + _CHUNK, base + step)):
                found |= cells[at] ^ cells[at + step]
            if found:
                return True
    return False


@compiled
def arrange(first, last, tables, start, size, words, orders):
    """Sort rows of ranks that fit in so many words."""
    seen, groups = np.zeros(words, np.uint64), np.zeros(words // 64 + 1, np.uint64)
    flag = np.int64(1) << (8 * orders.itemsize - 1)
    rank = np.zeros(size, np.int64)
    before = np.zeros(len(seen), np.int64)  # how many are better than those of a word of ranks
    many = np.zeros(size + 1, np.int64)
    for number in range(first, last):
        to = start + number * size
        for state in range(size):
            rank[state] = tables[to + state]
        _sort(orders, to, rank, size, flag, seen, groups, before, many)


@compiled
def _ones(word):
    """How many bits of a word are set."""
    word -= (word >> _ONE) & _FIVES
    word = (word & _THREES) + ((word >> np.uint64(2)) & _THREES)
    word = (word + (word >> np.uint64(4))) & _FS
    return np.int64((word * _ONES) >> np.uint64(56))


@compiled
def _sort(orders, to, rank, count, flag, seen, groups, before, many):
    """Sort by counting: which ranks occur, how often each, then each state to its place."""
    for place in range(count):
        now = rank[place]
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
        now = rank[place]
        number = before[now >> 6] + _ones(seen[now >> 6] >> np.uint64(now & 63)) - 1
        many[number] += 1
        rank[place] = number
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
        number = rank[place]
        orders[to + many[number]] = place
        many[number] += 1
    for number in range(found):
        if firsts:
            orders[to + firsts] |= flag
        firsts = many[number]


@compiled
def top(first, last, bests, start, tables, at, possible, where, own, levels, heights):
    """Of sub-cubes of a party and of each level the best rank that it can move to.

    `at` has the rows of ranks; `where`, `own` where to look in `possible`, by sub-cube and state.
    """
    for number in range(first, last):
        to = start + number * heights
        for state in range(len(own)):
            if possible[where[number] + own[state]]:
                level = to + levels[state]
                bests[level] = max(bests[level], tables[at[number] + state])
        bit = 1
        while bit < heights:
            for level in range(heights):
                if level & bit:
                    bests[to + level] = max(bests[to + level], bests[to + (level ^ bit)])
            bit *= 2


@compiled
def fill(first, last, values, pairs, high, low, shifts, barred):
    """Put each party's ranks, and the best that it can move to, into its lanes.

    `high` and `low` say where in `pairs` these are, of each party, and where in `barred` is -1 for
    a state that is infeasible, else 0. `shifts` are those of the lanes of each.
    """
    many, wide = len(shifts), low.shape[1]
    for part in range(first, last):
        words = values[part * wide : (part + 1) * wide]
        if len(barred) > 1:
            bars, near = barred[high[many, part] :], low[many]
            for place in range(wide):
                words[place] = np.uint64(np.int64(bars[near[place]]))
        else:
            words[:] = 0
        for one in range(many):
            cells, near, shift = pairs[high[one, part] :], low[one], shifts[one]
            for place in range(wide):
                words[place] |= np.uint64(cells[near[place]]) << shift


@compiled
def _room(words):
    """So many words, and where in them a line of memory begins."""
    found = np.empty(words + 8, np.uint64)
    return found[(_LINE - found.ctypes.data % _LINE) % _LINE // 8 :]


@compiled
def _load(block, values, outer, buffer):
    """Copy a block: eight words a line, of which those beyond its columns are ones."""
    high, low = block >> outer.shift, block & ((1 << outer.shift) - 1)
    place = np.int64(outer.high[0, high]) + outer.low[0, low]
    if outer.columns == 8 and outer.near[0, 7] == 7:
        for line in range(outer.lines.shape[1]):
            if outer.lines[0, line] >= 0:
                put(buffer, 8 * line, row(values, place + outer.lines[0, line]))
    else:
        if outer.columns < 8:
            buffer[:] = NOTHING
        for line in range(outer.lines.shape[1]):
            if outer.lines[0, line] < 0:
                continue
            there, here = values[place + outer.lines[0, line] :], buffer[8 * line :]
            for column in range(outer.columns):
                here[column] = there[np.uint64(outer.near[0, column])]


@compiled
def settle(first, last, values, orders, outer, inner, masks, dirty, starts, moving, lane):
    """Sweep the dirty sub-cubes of the parties of a group until nothing changes in their blocks.

    `masks` has ones in the lanes of each party of the dispute, which it does not sanction. `dirty`
    has a byte a sub-cube (times columns), the parties after each other from `starts`. With `moving`
    any move sanctions, else improvements alone. Gives the number of sub-cubes swept.
    """
    lines = outer.lines.shape[1]
    buffer, touched = _room(8 * lines), np.zeros(lines, np.bool_)
    parties = len(starts)
    inside = np.zeros(parties, np.bool_)
    heights, most = 1, 1
    for member in range(len(inner.rows)):
        inside[inner.rows[member, 0]] = True
        most = max(most, inner.rows[member, 1])
        heights = max(heights, inner.rows[member, 3])
    seen, held = _room(8 * heights), _room(8 * heights)
    moved = np.zeros(most, np.bool_)
    idle = inner.idle.copy()  # with ones in lanes as well that a party does not sanction
    for member in range(len(inner.rows)):
        begin, many = inner.rows[member, 7], inner.rows[member, 4]
        for place in range(8 * begin, 8 * (begin + many)):
            idle[place] |= masks[inner.rows[member, 0]]
    swept = 0
    for block in range(first, last):
        if not _waits(block, inner, dirty, starts):
            continue
        _load(block, values, outer, buffer)
        touched[:] = False
        high, low = block >> outer.shift, block & ((1 << outer.shift) - 1)
        sweeps = 1
        while sweeps:
            sweeps = 0
            for member in range(len(inner.rows)):
                (
                    party, size, many, height, kinds, own_at, sub_at, kind_at, table,
                ) = inner.rows[member]  # fmt: skip
                own = inner.own[own_at : own_at + size]
                levels = inner.levels[own_at : own_at + size]
                unit = starts[party] + block * many
                for sub in range(many):
                    if not dirty[unit + sub]:
                        continue
                    dirty[unit + sub] = 0
                    sweeps += 1
                    line = np.int64(inner.subs[sub_at + sub])
                    lines_here = buffer[8 * line :]
                    if moving:
                        _move(lines_here, own, levels, height, masks[party], seen, moved, lane)
                    else:
                        begin = np.int64(outer.high[1 + parties + party, high])
                        begin += outer.low[1 + parties + party, low]
                        begin += outer.lines[1 + parties + party, line]
                        for kind in range(kind_at, kind_at + kinds):
                            aside = idle[8 * kind : 8 * kind + 8]
                            entry = table + (begin + inner.classes[kind]) * size
                            order = orders[entry : entry + size]
                            if height == 1:
                                _sweep(lines_here, own, order, aside, moved, lane)
                            else:
                                _climb(
                                    lines_here, own, order, aside, moved, lane, levels, height,
                                    seen, held,
                                )  # fmt: skip
                    if _any(moved):
                        _mark(moved[:size], line, own, block, member, inner, outer, dirty, starts)
                        here = touched[line:]
                        for state in range(size):
                            here[own[state]] |= moved[state]
                        moved[:] = False
            swept += sweeps
        _store(block, values, outer, buffer, touched, inside, dirty, starts)
    return swept


@compiled
def _sweep(lines, own, order, aside, moved, lane):
    """Give each state of a sub-cube, in eight columns, the least value of those that are better.

    `aside` has ones for what is not to sanction. `moved` gets True of the states that changed.
    """
    flag = np.int64(8 * order.itemsize - 1)
    body = (np.int64(1) << flag) - 1
    nothing, other = spread(NOTHING), row(aside, 0)
    limit, best = nothing, nothing
    for step in range(len(order)):
        item = np.int64(order[step])
        here = 8 * own[item & body]
        old = row(lines, here)
        limit = chosen(item >> flag, best, limit)
        new = least_of(old, limit, lane)
        new = either(new, alike(old, nothing))
        put(lines, here, new)
        best = least_of(best, either(old, other), lane)
        moved[item & body] |= differ(old, new)


@compiled
def _climb(lines, own, order, aside, moved, lane, levels, heights, seen, held):
    """The same where some options go one way: of those alone that a state's level leads to."""
    flag = np.int64(8 * order.itemsize - 1)
    body = (np.int64(1) << flag) - 1
    nothing, other = spread(NOTHING), row(aside, 0)
    for one in range(heights):
        put(seen, 8 * one, nothing)
        put(held, 8 * one, nothing)
    for step in range(len(order)):
        item = np.int64(order[step])
        here, this = 8 * own[item & body], levels[item & body]
        old = row(lines, here)
        if item >> flag:
            for one in range(heights):
                put(held, 8 * one, row(seen, 8 * one))
        new = least_of(old, row(held, 8 * this), lane)
        new = either(new, alike(old, nothing))
        put(lines, here, new)
        for one in range(heights):
            if one & this == this:
                put(seen, 8 * one, least_of(row(seen, 8 * one), either(old, other), lane))
        moved[item & body] |= differ(old, new)


@compiled
def _move(lines, own, levels, heights, mask, seen, moved, lane):
    """Give each state of a sub-cube the least value of all that its level leads to."""
    nothing, mine = spread(NOTHING), spread(mask)
    for one in range(heights):
        put(seen, 8 * one, nothing)
    for state in range(len(own)):
        at = 8 * levels[state]
        old = either(row(lines, 8 * own[state]), mine)
        put(seen, at, least_of(row(seen, at), old, lane))
    _downward(seen, heights, lane)
    for state in range(len(own)):
        old = row(lines, 8 * own[state])
        new = least_of(old, row(seen, 8 * levels[state]), lane)
        new = either(new, alike(old, nothing))
        put(lines, 8 * own[state], new)
        moved[state] = differ(old, new)


@compiled
def _waits(block, inner, dirty, starts):
    """Whether a sub-cube in a block is dirty."""
    for member in range(len(inner.rows)):
        many = inner.rows[member, 2]
        unit = starts[inner.rows[member, 0]] + block * many
        for sub in range(many):
            if dirty[unit + sub]:
                return True
    return False


@compiled
def _any(moved):
    """Whether any is true."""
    found = False
    for place in range(len(moved)):
        found |= moved[place]
    return found


@compiled
def _downward(seen, heights, lane):
    """Make of each level the least of all levels that are subsets of it."""
    bit = 1
    while bit < heights:
        for level in range(heights):
            if level & bit:
                lower = row(seen, 8 * (level ^ bit))
                put(seen, 8 * level, least_of(row(seen, 8 * level), lower, lane))
        bit *= 2


@compiled
def _mark(moved, line, own, block, member, inner, outer, dirty, starts):
    """Mark the sub-cubes of all other parties of the group in which states lie that moved."""
    for other in range(len(inner.rows)):
        if other != member:
            party = inner.rows[other, 0]
            unit = starts[party] + block * inner.rows[other, 2] + outer.lines[1 + party, line]
            units, steps = dirty[unit:], outer.lines[1 + party]
            for state in range(len(moved)):
                units[np.uint64(steps[own[state]])] |= moved[state]


@compiled
def _store(block, values, outer, buffer, touched, inside, dirty, starts):
    """Copy the lines of a block back that were touched, and mark what others have to sweep."""
    high, low = block >> outer.shift, block & ((1 << outer.shift) - 1)
    place = np.int64(outer.high[0, high]) + outer.low[0, low]
    straight = outer.columns == 8 and outer.near[0, 7] == 7
    for line in range(len(touched)):
        if touched[line]:
            at = place + outer.lines[0, line]
            if straight:
                put(values, at, row(buffer, 8 * line))
            else:
                there, here = values[at:], buffer[8 * line :]
                for column in range(outer.columns):
                    there[np.uint64(outer.near[0, column])] = here[column]
    for party in range(len(inside)):
        if inside[party]:
            continue
        unit = starts[party] + outer.high[1 + party, high] + outer.low[1 + party, low]
        near, last = outer.near[1 + party], np.int64(-1)
        for line in range(len(touched)):
            if touched[line] and outer.lines[1 + party, line] != last:
                last = np.int64(outer.lines[1 + party, line])
                units, before = dirty[unit + last :], np.int64(-1)
                for column in range(outer.columns):
                    if near[column] != before:
                        before = np.int64(near[column])
                        units[np.uint64(before)] = 1


@compiled
def weigh(
    first, last, values, tables, outer, inner, which, layers, shifts, plains, afters, lane
):  # fmt: skip
    """Of the sub-cubes of members of a group, by level, what the others can hold them to at best.

    `which` says where that of each begins in `plains` (without response) and `afters` (with it),
    of which a layer for each level has a number a sub-cube; below 0 where a member has no lanes.
    """
    parties = len(which)
    buffer = _room(8 * outer.lines.shape[1])
    heights = 1
    for member in range(len(inner.rows)):
        heights = max(heights, inner.rows[member, 3])
    best = _room(8 * heights)
    nothing, zero = spread(NOTHING), spread(np.uint64(0))
    lanes = _ONE << np.uint64(8 * lane.itemsize)
    for block in range(first, last):
        _load(block, values, outer, buffer)
        high, low = block >> outer.shift, block & ((1 << outer.shift) - 1)
        for member in range(len(inner.rows)):
            party, size, many, height, kinds, own_at, sub_at, kind_at, table = inner.rows[member]
            if which[party] < 0:
                continue
            own, levels = inner.own[own_at : own_at + size], inner.levels[own_at:]
            plain, after = shifts[party]
            open_ = ~((lanes - _ONE) << after)
            orders, cubes = 1 + parties + party, 1 + 2 * parties + party
            for sub in range(many):
                line = np.int64(inner.subs[sub_at + sub])
                begin = np.int64(outer.high[orders, high]) + outer.low[orders, low]
                begin += outer.lines[orders, line]
                for one in range(height):
                    put(best, 8 * one, zero)
                for kind in range(kind_at, kind_at + kinds):
                    idle = row(inner.idle, 8 * kind)
                    entry = table + (begin + inner.classes[kind]) * size
                    ranks = tables[entry : entry + size]
                    for state in range(size):
                        old = row(buffer, 8 * (line + own[state]))
                        most = spread(np.uint64(ranks[state]) << after | open_)
                        new = without(least_of(old, most, lane), either(idle, alike(old, nothing)))
                        at = 8 * levels[state]
                        put(best, at, most_of(row(best, at), new, lane))
                bit = 1
                while bit < height:
                    for level in range(height):
                        if level & bit:
                            lower = row(best, 8 * (level ^ bit))
                            put(best, 8 * level, most_of(row(best, 8 * level), lower, lane))
                    bit *= 2
                cube = np.int64(outer.high[cubes, high]) + outer.low[cubes, low]
                cube += outer.lines[cubes, line]
                for level in range(height):
                    for column in range(outer.columns):
                        word = best[8 * level + column]
                        to = which[party] + level * layers[party]
                        to += cube + outer.near[cubes, column]
                        plains[to] = word >> plain & (lanes - _ONE)
                        afters[to] = word >> after & (lanes - _ONE)


@compiled
def flag(first, last, flags, ranks, possible, plains, afters, bests, high, low, run, bits, scalars):
    """Note in `flags` where a party is stable.

    The lowest bits of a flat index make runs of so many states, which have numbers of their own in
    `plains`, `afters` (what `weigh` finds) and `bests`, or where `run` is negative one in common.
    `high` and `low` say where these are. `bits` are those of the concept that no move sanctions; of
    that without response and of that with it; then those of two levels of rank from which a party
    is stable, `scalars`.
    """
    size = abs(run)
    for part in range(first, last):
        for place in range(len(low)):
            there = high[part] + low[place]
            start = (part * len(low) + place) * size
            rank, found = ranks[start : start + size], flags[start : start + size]
            if run > 0:
                best, plain = bests[there : there + size], plains[there : there + size]
                after = afters[there : there + size]
                for at in range(size):
                    found[at] |= _stable(rank[at], best[at], plain[at], after[at], scalars, bits)
            else:
                one, two, three = bests[there], plains[there], afters[there]
                for at in range(size):
                    found[at] |= _stable(rank[at], one, two, three, scalars, bits)
        if len(possible) > 1:
            begin, many = part * len(low) * size, len(low) * size
            found, there_are = flags[begin : begin + many], possible[begin : begin + many]
            for at in range(many):
                found[at] &= np.uint8(-there_are[at])


@compiled
def _stable(rank, best, plain, after, scalars, bits):
    """The bits of the concepts under which a state is stable."""
    none = np.uint8(0)
    found = bits[0] if rank >= best else none
    found |= bits[1] if rank >= plain else none
    found |= bits[2] if rank >= after else none
    found |= bits[3] if rank >= scalars[0] else none
    found |= bits[4] if rank >= scalars[1] else none
    return np.uint8(found)
