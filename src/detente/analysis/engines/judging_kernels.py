"""The compiled judge: what is found in each of many models that differ in preferences alone.

Shapes: `tables` has a row a variation of a party, one rank a state, higher is better; `rows` a row
a model, of each party which row of `tables` is its own; parties that have options come first. A
party's `flips` are exclusive-ors with a state's index, from `starts[party]` to `starts[party + 1]`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numba import njit


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a function when it is first called, and keep the result on disk where that is so."""
    try:
        return njit(nogil=True, cache=True)(function)
    except RuntimeError:  # no place to keep it
        return njit(nogil=True)(function)


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
    return (
        board.possible[end]
        and not (end & ~state & board.rising)
        and not (state & ~end & board.falling)
    )


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
                for flip in board.flips[board.starts[party] : board.starts[party + 1]]:
                    end = here ^ flip
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
def _held(board, tables, row, party, sanctions, values):
    """Of each state the least that the others can hold a party to from there."""
    rank = tables[row[party]]
    size = len(rank)
    for state in range(size):
        values[state] = _ABOVE
        if sanctions and board.possible[state]:
            best = rank[state]
            if board.respond:
                for flip in board.flips[board.starts[party] : board.starts[party + 1]]:
                    end = state ^ flip
                    if rank[end] > best and may(board, state, end):
                        best = rank[end]
            values[state] = best
    changed = sanctions != 0
    while changed:
        changed = False
        for other in range(board.movers):
            if other == party:
                continue
            liked = tables[row[other]]
            for flip in board.flips[board.starts[other] : board.starts[other + 1]]:
                for state in range(size):
                    end = state ^ flip
                    if (
                        values[end] < values[state]
                        and (sanctions == 1 or liked[end] > liked[state])
                        and board.possible[state]
                        and may(board, state, end)
                    ):
                        values[state] = values[end]
                        changed = True


@compiled
def _stays(board, rank, party, values, state):
    """Whether each of a party's improvements from a state is sanctioned."""
    for flip in board.flips[board.starts[party] : board.starts[party + 1]]:
        end = state ^ flip
        if rank[end] > rank[state] and values[end] > rank[state] and may(board, state, end):
            return False
    return True


@compiled
def _equilibrium(board, tables, row, held, state):
    for party in range(board.movers):
        if not _stays(board, tables[row[party]], party, held[party], state):
            return False
    return True


@compiled
def _gaining(board, tables, row, state, end):
    """The movers that like an end better, as bits; and whether no party likes it less."""
    willing, harmless = 0, True
    for party in range(len(row)):
        rank = tables[row[party]]
        if rank[end] < rank[state]:
            harmless = False
        elif party < board.movers and rank[end] > rank[state]:
            willing |= 1 << party
    return willing, harmless


@compiled
def _improvable(board, tables, row, found, backward):
    """Whether improvements of all lead from some state of `found` to others, or back to them.

    Forward, the states reached are added; backward, those that lead there.
    """
    changed = True
    while changed:
        changed = False
        for party in range(board.movers):
            rank = tables[row[party]]
            for flip in board.flips[board.starts[party] : board.starts[party + 1]]:
                for state in range(len(found)):
                    end = state ^ flip
                    if rank[end] > rank[state] and board.possible[state]:
                        one, two = (end, state) if backward else (state, end)
                        if found[one] and not found[two] and may(board, state, end):
                            found[two] = True
                            changed = True


@compiled
def _step(board, tables, row, held, state, end):
    """Whether one step leads from a feasible state to another."""
    changed = state ^ end
    movers, mover, agreeing, gains = 0, 0, 0, False
    for party in range(len(row)):
        rank = tables[row[party]]
        if rank[end] > rank[state]:
            gains = True
        if party < board.movers:
            if rank[end] >= rank[state]:
                agreeing |= 1 << party
            if changed & board.own[party]:
                if rank[end] < rank[state]:
                    return False
                movers += 1
                mover = party
    if not gains or not may(board, state, end):
        return False
    if movers == 1:
        rank = tables[row[mover]]
        return rank[end] <= rank[state] or held[mover][end] > rank[state]
    return board.areas.shape[0] == 0 or board.areas[agreeing, state, end]


@compiled
def _walk(board, tables, row, held, settling, ending, told, asked):
    """Follow steps from the state asked about until what is asked is known.

    `settling`: which settlements would last; `ending`: which ends of a way out would do. Told is
    whether an end is reached; returned, if `asked`, whether settlements are but none that lasts.
    """
    size = len(settling)
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
            if _step(board, tables, row, held, here, end):
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
def _about(board, tables, careless, row, deterred, told):
    """The kinds of diagnosis, but for an unstable peace, of a state that is no resolution."""
    size = tables.shape[1]
    here, goals = board.here, board.settlements
    joint, some_harmless, awaited = False, False, False
    for place in range(len(goals)):
        end = goals[place]
        willing, harmless = _gaining(board, tables, row, here, end)
        joint |= board.reached[willing, place]
        if harmless:
            some_harmless = True
            for party in range(board.movers):
                if careless[row[party]]:
                    willing |= 1 << party
            awaited |= board.reached[willing, place]
    found = np.zeros(size, np.bool_)
    found[here] = True
    _improvable(board, tables, row, found, backward=False)
    onward = False
    for end in goals:
        onward |= found[end]
    told[YOU_FIRST] = joint and not onward
    told[INCOMPATIBLE] = not some_harmless
    told[AWAITED] = some_harmless and not joint and awaited
    told[UNMOVED] = some_harmless and not joint and not awaited
    for party in range(len(row)):
        rank, content = tables[row[party]], True
        for end in goals:
            content &= rank[end] < rank[here]
        told[CONTENT] |= content
    found[:] = False
    for end in goals:
        found[end] = True
    _improvable(board, tables, row, found, backward=True)
    for party in range(board.movers):
        rank = tables[row[party]]
        for flip in board.flips[board.starts[party] : board.starts[party + 1]]:
            end = here ^ flip
            if found[end] and rank[end] > rank[here] and may(board, here, end):
                told[EXPOSED] |= deterred[party][end] <= rank[here]


@compiled
def judge(board, tables, careless, rows, asked, told):
    """What is found in each model; `asked`: about now, or only whether it is free to settle."""
    size = tables.shape[1]
    held = np.empty((board.movers, size), np.int32)
    deterred = np.empty((board.movers, size), np.int32)
    settling = np.zeros(size, np.bool_)
    ending = np.zeros(size, np.bool_)
    for model in range(len(rows)):
        row = rows[model]
        ending[:] = False
        settling[:] = False
        open_goals = False
        for state in range(size):
            if board.goals[state] and _gaining(board, tables, row, board.here, state)[1]:
                ending[state] = True
                open_goals = True
        if not asked and not open_goals:
            continue
        for party in range(board.movers):
            _held(board, tables, row, party, board.sanctions, held[party])
        open_goals = False
        for state in range(size):
            if ending[state]:
                ending[state] = _equilibrium(board, tables, row, held, state)
                open_goals |= ending[state]
        if not asked:
            if open_goals:
                _walk(board, tables, row, held, settling, ending, told[model], asked)
            continue
        stuck = not board.resolution[board.here]
        settles = stuck and len(board.settlements) > 0
        told[model, STUCK] = stuck and _equilibrium(board, tables, row, held, board.here)
        told[model, BARRED] = stuck and not settles and asked > 1
        if settles:
            for state in board.settlements:
                settling[state] = _equilibrium(board, tables, row, held, state)
            if board.sanctions:
                deterred[:] = held
            else:
                for party in range(board.movers):
                    _held(board, tables, row, party, 2, deterred[party])
            _about(board, tables, careless, row, deterred, told[model])
        if settles or open_goals:
            unstable = _walk(board, tables, row, held, settling, ending, told[model], int(settles))
            told[model, UNSTABLE] = settles and unstable
