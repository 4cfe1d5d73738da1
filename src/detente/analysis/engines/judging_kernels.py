"""The compiled judge: what is found in each of many models that differ in preferences alone.

Shapes: `tables` has a row a variation of a party, one rank a state, higher is better; `orders` the
same with the states from the worst up; `rows` a row a model, of each party which row of `tables` is
its own; parties that have options come first. `ranks` are those of one model, by state and party. A
party's `flips` are exclusive-ors with a state's index, from `starts[party]` to `starts[party + 1]`.
Slices are avoided in inner loops: making one costs more than what is done with it.
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
def _held(board, ranks, order, party, sanctions, values):
    """Of each state the least that the others can hold a party to from there.

    States are taken from the least weight up; all that lead to one, by the others' moves, and have
    no value yet, can be held to its weight.
    """
    size = len(order)
    values[:] = _ABOVE
    if not sanctions:
        return
    weights = ranks[:, party].copy()
    if board.respond:
        _respond(board, ranks, party, weights)
        order = np.argsort(weights)
    flips, starts, possible = board.flips, board.starts, board.possible
    rising, falling = board.rising, board.falling
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
                level = ranks[end, other]
                for place in range(starts[other], starts[other + 1]):
                    before = end ^ flips[place]
                    if (
                        values[before] == _ABOVE
                        and (sanctions == 1 or level > ranks[before, other])
                        and possible[before]
                        and not _barred(rising, falling, before, end)
                    ):
                        values[before] = weight
                        waiting[count] = before
                        count += 1


@compiled
def _respond(board, ranks, party, weights):
    """Raise each state's weight to the best rank among a party's moves from it."""
    for state in range(len(weights)):
        if board.possible[state]:
            for place in range(board.starts[party], board.starts[party + 1]):
                end = state ^ board.flips[place]
                if ranks[end, party] > weights[state] and may(board, state, end):
                    weights[state] = ranks[end, party]


@compiled
def _equilibria(board, ranks, held, states):
    """Leave of some states those from which no improvement of a party goes unsanctioned."""
    flips, starts, possible = board.flips, board.starts, board.possible
    rising, falling = board.rising, board.falling
    for state in range(len(states)):
        for party in range(board.movers):
            level = ranks[state, party]
            for place in range(starts[party], starts[party + 1]):
                end = state ^ flips[place]
                if (
                    states[state]
                    and ranks[end, party] > level
                    and held[party, end] > level
                    and possible[end]
                    and not _barred(rising, falling, state, end)
                ):
                    states[state] = False
            if not states[state]:
                break


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
def _improvable(board, ranks, found, backward):
    """Add to some states all that improvements lead to, or (`backward`) that lead to them."""
    flips, starts, possible = board.flips, board.starts, board.possible
    rising, falling = board.rising, board.falling
    waiting = np.empty(len(found), np.int64)
    count = 0
    for state in range(len(found)):
        if found[state]:
            waiting[count] = state
            count += 1
    while count:
        count -= 1
        here = waiting[count]
        for party in range(board.movers):
            level = ranks[here, party]
            for place in range(starts[party], starts[party + 1]):
                there = here ^ flips[place]
                if found[there] or not possible[there]:
                    continue
                if backward:
                    ok = level > ranks[there, party] and not _barred(rising, falling, there, here)
                else:
                    ok = level < ranks[there, party] and not _barred(rising, falling, here, there)
                if ok:
                    found[there] = True
                    waiting[count] = there
                    count += 1


@compiled
def _walk(board, ranks, held, settling, ending, told, asked):
    """Follow steps from the state asked about until what is asked is known.

    `settling`: which settlements would last; `ending`: which ends of a way out would do. Told is
    whether an end is reached; returned, if `asked`, whether settlements are but none that lasts.
    """
    size, parties = ranks.shape
    movers, own, areas, jumps = board.movers, board.own, board.areas, board.areas.shape[0] > 0
    rising, falling = board.rising, board.falling
    rest = np.empty(size, np.int64)
    count = 0
    for state in range(size):
        if board.possible[state] and state != board.here:
            rest[count] = state
            count += 1
    waiting = np.empty(size, np.int64)
    waiting[0] = board.here
    first, last = 0, 1
    settles, lasts, some_last = False, False, False
    settled = np.zeros(size, np.bool_)
    for state in board.settlements:
        settled[state] = True
        some_last |= settling[state]
    free, some = ending[board.here], False
    for state in range(size):
        some |= ending[state]
    while first < last:
        known = not asked or lasts or (settles and not some_last)
        if known and (free or not some):
            break
        here = waiting[first]
        first += 1
        kept = 0
        for place in range(count):
            end = rest[place]
            changed = here ^ end
            count_of, mover, gains, step = 0, 0, False, True
            for party in range(parties):
                change = ranks[end, party] - ranks[here, party]
                if party < movers and changed & own[party]:
                    if change < 0:
                        step = False
                        break
                    count_of += 1
                    mover = party
                gains |= change > 0
            step = step and gains and not changed & (here & falling | ~here & rising)
            if step and count_of == 1:
                level = ranks[here, mover]
                step = ranks[end, mover] <= level or held[mover, end] > level
            elif step and jumps:
                agreeing = 0
                for party in range(movers):
                    if ranks[end, party] >= ranks[here, party]:
                        agreeing |= 1 << party
                step = areas[agreeing, here, end]
            if step:
                waiting[last] = end
                last += 1
                free |= ending[end]
                settles |= settled[end]
                lasts |= settling[end]
            else:
                rest[kept] = end
                kept += 1
        count = kept
    told[FREE] = free
    return settles and not lasts


@compiled
def _about(board, ranks, careless, row, deterred, told):
    """The kinds of diagnosis, but for an unstable peace, of a state that is no resolution."""
    size = len(ranks)
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
    found = np.zeros(size, np.bool_)
    found[here] = True
    _improvable(board, ranks, found, backward=False)
    onward = False
    for end in goals:
        onward |= found[end]
    told[YOU_FIRST] = joint and not onward
    told[INCOMPATIBLE] = not some_harmless
    told[AWAITED] = some_harmless and not joint and awaited
    told[UNMOVED] = some_harmless and not joint and not awaited
    for party in range(ranks.shape[1]):
        content = True
        for end in goals:
            content &= ranks[end, party] < ranks[here, party]
        told[CONTENT] |= content
    found[:] = False
    for end in goals:
        found[end] = True
    _improvable(board, ranks, found, backward=True)
    for party in range(board.movers):
        level = ranks[here, party]
        for place in range(board.starts[party], board.starts[party + 1]):
            end = here ^ board.flips[place]
            if found[end] and ranks[end, party] > level and may(board, here, end):
                told[EXPOSED] |= deterred[party, end] <= level


@compiled
def judge(board, tables, orders, careless, rows, asked, told):
    """What is found in each model.

    `asked`: 0 for whether steps lead to a goal that lasts, 1 for today too, 2 for why as well.
    """
    size = tables.shape[1]
    ranks = np.empty((size, rows.shape[1]), np.int32)
    held = np.empty((board.movers, size), np.int32)
    deterred = np.empty((board.movers, size), np.int32)
    settling = np.zeros(size, np.bool_)
    ending = np.zeros(size, np.bool_)
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
            _held(board, ranks, orders[row[party]], party, board.sanctions, held[party])
        _equilibria(board, ranks, held, ending)
        some_end = ending.any()
        if not asked:
            if some_end:
                _walk(board, ranks, held, settling, ending, told[model], asked)
            continue
        stuck = not board.resolution[board.here]
        settles = stuck and len(board.settlements) > 0
        settling[board.here] = stuck
        for state in board.settlements:
            settling[state] = settles
        _equilibria(board, ranks, held, settling)
        told[model, STUCK] = settling[board.here]
        settling[board.here] = False
        told[model, BARRED] = stuck and not settles and asked > 1
        if settles:
            if board.sanctions:
                deterred[:] = held
            else:
                for party in range(board.movers):
                    _held(board, ranks, orders[row[party]], party, 2, deterred[party])
            _about(board, ranks, careless, row, deterred, told[model])
        if settles or some_end:
            unstable = _walk(board, ranks, held, settling, ending, told[model], int(settles))
            told[model, UNSTABLE] = settles and unstable
