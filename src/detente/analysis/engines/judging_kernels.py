"""The compiled judge: what is found in each of many models that differ in preferences alone.

Shapes: `tables` has a row a variation of a party, one rank a state, higher is better; `orders` the
same with the states from the worst up, and `ladders` the same block by block; `rows` a row a model,
of each party which row of these is its own; parties that have options come first. `ranks` are those
of one model, by state and party. A party's `flips` are exclusive-ors with a state's index, from
`starts[party]` to `starts[party + 1]`. Slices are avoided in inner loops: making one costs more
than what is done with it.

A party's states fall into *blocks*: those of one differ in its options that may change both ways
alone. Its moves from a state lead to the whole block, and to those to which its `jumps` lead, the
changes of options that may change one way. Whatever is asked of all its moves is asked of blocks.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from detente.analysis.engines.words import compiled

# What is told of a model, by column.
STUCK, AWAITED, BARRED, CONTENT, EXPOSED, INCOMPATIBLE, UNMOVED, UNSTABLE, YOU_FIRST, FREE = range(
    10
)
COLUMNS = 10
_ABOVE = np.int32(2**31 - 1)
_SHIFT, _LAST = 6, 63  # of the place of a state: to the word of 64, and the bit there
_CREDIBLE = 2  # `Board.sanctions` by improvements


class Board(NamedTuple):
    """All that the models share.

    Attributes
    ----------
    possible, resolution, goals
        By state: whether it is feasible, is a resolution, would do as the end of a way out.
    movers
        How many parties have options.
    own, flips, starts
        Of each of them its bits, and its changes of options.
    chosen
        Of each option, by its bit, the states in which it is taken: as bits, 64 states a word.
    sizes, blocks
        Of each of them how many states a block has; and of each state the number of its block.
    jumps, leaps
        Of each of them the changes of its one-way options, 0 among them; where those of each begin.
    rising, falling
        The bits that may not go from no to yes, and from yes to no.
    here
        The state asked about.
    settlements
        The resolution states that moves of all lead to from there.
    reached
        Of shape (coalitions, settlements): whether its moves lead there, by bits of the movers.
    areas
        Of shape (coalitions, states, states): whether its moves lead from one to the other; empty
        where every state is feasible.
    sanctions
        0 for none, 1 for moves, 2 for improvements.
    respond
        Whether a party may respond to a sanction.
    """

    possible: Any
    resolution: Any
    goals: Any
    movers: int
    own: Any
    flips: Any
    starts: Any
    chosen: Any
    sizes: Any
    blocks: Any
    jumps: Any
    leaps: Any
    rising: int
    falling: int
    here: int
    settlements: Any
    reached: Any
    areas: Any
    sanctions: int
    respond: bool


@compiled
def may(board, state, end):
    """Whether an end is feasible, and what may change lets a state become it."""
    return board.possible[end] and not _barred(board.rising, board.falling, state, end)


@compiled
def _barred(rising, falling, state, end):
    return (end & ~state & rising) | (state & ~end & falling)


@compiled
def spread(board, coalition, state, found):
    """The states that moves of a coalition lead to from a state, it included."""
    waiting = np.empty(len(found), np.int64)
    waiting[0] = state
    found[state] = True
    count = 1
    while count:
        count -= 1
        here = waiting[count]
        for party in range(board.movers):
            if coalition >> party & 1:
                for place in range(board.starts[party], board.starts[party + 1]):
                    end = here ^ board.flips[place]
                    if not found[end] and may(board, here, end):
                        found[end] = True
                        waiting[count] = end
                        count += 1


@compiled
def areas(board, size):
    """Of each coalition and state where its moves lead."""
    found = np.zeros((1 << board.movers, size, size), np.bool_)
    for coalition in range(1 << board.movers):
        for state in range(size):
            if board.possible[state]:
                spread(board, coalition, state, found[coalition, state])
    return found


@compiled
def _sink(board, ranks, ladders, row, party, order, weights, sanctions, values):
    """Of each state the least weight to which moves of all but a party lead from there.

    States are taken from the least weight up; all that lead to one, by moves or improvements as
    `sanctions` says, and have no value yet, have its weight. What is valued of a block is always
    its lowest rungs: each is climbed once.
    """
    values[:] = _ABOVE
    size = len(values)
    blocks, sizes, possible = board.blocks, board.sizes, board.possible
    rising, falling = board.rising, board.falling
    climbed = np.zeros((board.movers, size), np.int32)
    waiting = np.empty(size, np.int64)
    for state in order:
        if values[state] != _ABOVE or not possible[state]:
            continue
        weight = weights[state]
        values[state] = weight
        waiting[0] = state
        count = 1
        while count:
            count -= 1
            end = waiting[count]
            for other in range(board.movers):
                if other == party:
                    continue
                level = ranks[end, other] if sanctions == _CREDIBLE else _ABOVE
                for place in range(board.leaps[other], board.leaps[other + 1]):
                    there = end ^ board.jumps[place]
                    if _barred(rising, falling, there, end):
                        continue
                    block, ladder = blocks[other, there], row[other]
                    bottom, rung = block * sizes[other], climbed[other, block]
                    while rung < sizes[other]:
                        before = ladders[ladder, bottom + rung]
                        if ranks[before, other] >= level:
                            break
                        rung += 1
                        if values[before] == _ABOVE and possible[before]:
                            values[before] = weight
                            waiting[count] = before
                            count += 1
                    climbed[other, block] = rung


@compiled
def _held(board, ranks, ladders, row, order, party, sanctions, values):
    """Of each state the least that the others can hold a party to from there."""
    values[:] = _ABOVE
    if not sanctions:
        return
    weights = ranks[:, party].copy()
    if board.respond:
        best = np.empty(len(order), np.int32)
        _best(board, ranks, values, party, best)
        for state in range(len(order)):
            weights[state] = max(weights[state], _offered(board, best, party, state))
        order = np.argsort(weights).astype(order.dtype)
    _sink(board, ranks, ladders, row, party, order, weights, sanctions, values)


@compiled
def _best(board, ranks, held, party, best):
    """Of each block of a party the most that it has there: its rank, or what it is held to."""
    best[:] = -1
    for state in range(len(held)):
        if board.possible[state]:
            block = board.blocks[party, state]
            best[block] = max(best[block], min(ranks[state, party], held[state]))


@compiled
def _offered(board, best, party, state):
    """The most that a party has by a move from a state, or by staying."""
    found = np.int32(-1)
    for place in range(board.leaps[party], board.leaps[party + 1]):
        there = state ^ board.jumps[place]
        if not _barred(board.rising, board.falling, state, there):
            found = max(found, best[board.blocks[party, there]])
    return found


@compiled
def _equilibria(board, ranks, best, states):
    """Leave of some states those from which no improvement of a party goes unsanctioned."""
    for state in range(len(states)):
        for party in range(board.movers):
            if not states[state]:
                break
            states[state] = _offered(board, best[party], party, state) <= ranks[state, party]


@compiled
def _gaining(movers, ranks, state, end):
    """The movers that like an end better, as bits; and whether no party likes it less."""
    willing, harmless = 0, True
    for party in range(ranks.shape[1]):
        if ranks[end, party] < ranks[state, party]:
            harmless = False
        elif party < movers and ranks[end, party] > ranks[state, party]:
            willing |= 1 << party
    return willing, harmless


@compiled
def _digits(ranks, found):
    """The ranks of all parties in binary: of each party and digit the states that have it."""
    found[:] = 0
    for state in range(len(ranks)):
        word, bit = state >> _SHIFT, np.uint64(1) << np.uint64(state & _LAST)
        for party in range(ranks.shape[1]):
            for digit in range(found.shape[1]):
                if ranks[state, party] >> digit & 1:
                    found[party, digit, word] |= bit


@compiled
def _alike(board, party, here, word, states):
    """Of some states of a word those in which a party's options are as in a state."""
    for option in range(len(board.chosen)):
        if board.own[party] >> option & 1:
            taken = board.chosen[option, word]
            states &= taken if here >> option & 1 else ~taken
    return states


@compiled
def _may_become(board, here, word, states):
    """Of some states of a word those that what may change lets a state become."""
    for option in range(len(board.chosen)):
        if here & board.falling & (1 << option):
            states &= board.chosen[option, word]
        elif ~here & board.rising & (1 << option):
            states &= ~board.chosen[option, word]
    return states


@compiled
def _agreed(board, digits, ranks, here, word, states):
    """Of some states of a word those that all who would move accept, and somebody prefers."""
    gains = np.uint64(0)
    if here & board.falling | ~here & board.rising:
        states = _may_become(board, here, word, states)
    for party in range(digits.shape[0]):
        level, above, same = ranks[here, party], np.uint64(0), states
        for place in range(digits.shape[1]):
            digit = digits.shape[1] - 1 - place
            has = digits[party, digit, word]
            if level >> digit & 1:
                same &= has
            else:
                above |= same & has
                same &= ~has
        gains |= above
        if party < board.movers:
            rest = states & ~(above | same)
            if rest:
                states = above | same | _alike(board, party, here, word, rest)
            if not states:
                break
    return states & gains


@compiled
def _is_step(board, ranks, held, here, end):
    """Whether an end that is agreed to is a step: nothing deters one party, moves lead several."""
    count, mover, agreeing = 0, 0, 0
    for party in range(board.movers):
        if (here ^ end) & board.own[party]:
            count += 1
            mover = party
        if ranks[end, party] >= ranks[here, party]:
            agreeing |= 1 << party
    if count == 1:
        level = ranks[here, mover]
        return ranks[end, mover] <= level or held[mover, end] > level
    return not board.areas.shape[0] or board.areas[agreeing, here, end]


@compiled
def _walk(board, digits, ranks, held, settling, ending, told, asked):
    """Follow steps from the state asked about until what is asked is known.

    `settling`: which settlements would last; `ending`: which ends of a way out would do. Told is
    whether an end is reached; returned, if `asked`, whether settlements are but none that lasts.
    """
    size = len(ranks)
    _digits(ranks, digits)
    rest = np.zeros(digits.shape[2], np.uint64)
    for state in range(size):
        if board.possible[state] and state != board.here:
            rest[state >> _SHIFT] |= np.uint64(1) << np.uint64(state & _LAST)
    waiting = np.empty(size, np.int64)
    waiting[0] = board.here
    first, last = 0, 1
    settles, lasts, some_last = False, False, False
    settled = np.zeros(size, np.bool_)
    for state in board.settlements:
        settled[state] = True
        some_last |= settling[state]
    free, some = ending[board.here], ending.any()
    while first < last:
        known = not asked or lasts or (settles and not some_last)
        if known and (free or not some):
            break
        here = waiting[first]
        first += 1
        for word in range(len(rest)):
            agreed = (
                _agreed(board, digits, ranks, here, word, rest[word]) if rest[word] else rest[word]
            )
            end = word << _SHIFT
            while agreed:
                if agreed & np.uint64(1) and _is_step(board, ranks, held, here, end):
                    rest[word] &= ~(np.uint64(1) << np.uint64(end & _LAST))
                    waiting[last] = end
                    last += 1
                    free |= ending[end]
                    settles |= settled[end]
                    lasts |= settling[end]
                agreed >>= np.uint64(1)
                end += 1
    told[FREE] = free
    return settles and not lasts


@compiled
def _about(board, ranks, ladders, careless, row, deterred, told):
    """The kinds of diagnosis, but for an unstable peace, of a state that is no resolution."""
    here, goals = board.here, board.settlements
    joint, some_harmless, awaited = False, False, False
    for place in range(len(goals)):
        willing, harmless = _gaining(board.movers, ranks, here, goals[place])
        joint |= board.reached[willing, place]
        if harmless:
            some_harmless = True
            for party in range(board.movers):
                if careless[row[party]]:
                    willing |= 1 << party
            awaited |= board.reached[willing, place]
    leading = np.empty(len(ranks), np.int32)  # 0 where improvements of all lead to a settlement
    none = np.zeros(len(ranks), np.int32)
    _sink(board, ranks, ladders, row, -1, goals, none, _CREDIBLE, leading)
    told[YOU_FIRST] = joint and leading[here] == _ABOVE
    told[INCOMPATIBLE] = not some_harmless
    told[AWAITED] = some_harmless and not joint and awaited
    told[UNMOVED] = some_harmless and not joint and not awaited
    for party in range(ranks.shape[1]):
        content = True
        for end in goals:
            content &= ranks[end, party] < ranks[here, party]
        told[CONTENT] |= content
    for party in range(board.movers):
        level = ranks[here, party]
        for place in range(board.starts[party], board.starts[party + 1]):
            end = here ^ board.flips[place]
            if not leading[end] and ranks[end, party] > level and may(board, here, end):
                told[EXPOSED] |= deterred[party, end] <= level


@compiled
def judge(board, tables, orders, ladders, careless, rows, asked, told):
    """What is found in each model.

    `asked`: 0 for whether steps lead to a goal that lasts, 1 for today too, 2 for why as well.
    """
    size = tables.shape[1]
    ranks = np.empty((size, rows.shape[1]), np.int32)
    held = np.empty((board.movers, size), np.int32)
    deterred = np.empty((board.movers, size), np.int32)
    best = np.empty((board.movers, size), np.int32)
    settling = np.zeros(size, np.bool_)
    ending = np.zeros(size, np.bool_)
    most = tables.max()
    count = 0
    while most >> count:
        count += 1
    digits = np.empty((rows.shape[1], count, board.chosen.shape[1]), np.uint64)
    for model in range(len(rows)):
        row = rows[model]
        for party in range(len(row)):
            for state in range(size):
                ranks[state, party] = tables[row[party], state]
        ending[:] = False
        settling[:] = False
        some_end = False
        for state in range(size):
            if board.goals[state] and _gaining(board.movers, ranks, board.here, state)[1]:
                ending[state] = True
                some_end = True
        if not asked and not some_end:
            continue
        for party in range(board.movers):
            order, kept = orders[row[party]], held[party]
            _held(board, ranks, ladders, row, order, party, board.sanctions, kept)
            _best(board, ranks, kept, party, best[party])
        _equilibria(board, ranks, best, ending)
        some_end = ending.any()
        if not asked:
            if some_end:
                _walk(board, digits, ranks, held, settling, ending, told[model], asked)
            continue
        stuck = not board.resolution[board.here]
        settles = stuck and len(board.settlements) > 0
        settling[board.here] = stuck
        for state in board.settlements:
            settling[state] = settles
        _equilibria(board, ranks, best, settling)
        told[model, STUCK] = settling[board.here]
        settling[board.here] = False
        told[model, BARRED] = stuck and not settles and asked > 1
        if settles:
            if board.sanctions:
                deterred[:] = held
            else:
                for party in range(board.movers):
                    order, kept = orders[row[party]], deterred[party]
                    _held(board, ranks, ladders, row, order, party, _CREDIBLE, kept)
            _about(board, ranks, ladders, careless, row, deterred, told[model])
        if settles or some_end:
            why = int(settles)
            unstable = _walk(board, digits, ranks, held, settling, ending, told[model], why)
            told[model, UNSTABLE] = settles and unstable
