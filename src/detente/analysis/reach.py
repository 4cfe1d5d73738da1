"""Where legal sequences of moves lead, and how: the closures R_H and R⁺_H with their witnesses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.analysis.graph_model import GraphModel
from detente.analysis.states import Mask, States

_UNREACHED = -1


@dataclass(frozen=True, eq=False)
class Reach:
    """The states at the end of legal sequences from a state, with a shortest sequence to each.

    A sequence is of one or more moves of the coalition's members through feasible states, in which
    no party moves twice in succession.

    Attributes
    ----------
    coalition
        The places of its members in `GraphModel.parties`.
    lengths
        Of shape (members, states): of the shortest sequence that the member ends there; -1 where
        there is none.
    before
        Likewise, what came before its last move: ``member * states + state``, or -1 for the start.
    """

    coalition: tuple[int, ...]
    lengths: NDArray[np.int64]
    before: NDArray[np.int64]

    @cached_property
    def states(self) -> Mask:
        """The states reached: R_H, or R⁺_H."""
        reached: Mask = (self.lengths != _UNREACHED).any(axis=0)
        return reached

    def length(self, state: int) -> int:
        """The number of moves of a shortest sequence to a state that is reached."""
        lengths = self.lengths[:, state]
        return int(lengths[lengths != _UNREACHED].min())

    def path(self, state: int) -> tuple[tuple[int, int], ...]:
        """A shortest sequence to a state that is reached: the mover of each move, and its end."""
        lengths = self.lengths[:, state]
        member = int(np.flatnonzero(lengths == self.length(state))[0])
        found = []
        label = member * self.lengths.shape[1] + state
        while label != _UNREACHED:
            member, here = divmod(label, self.lengths.shape[1])
            found.append((self.coalition[member], here))
            label = int(self.before[member, here])
        return tuple(reversed(found))


def reach(
    model: GraphModel,
    coalition: Sequence[int],
    state: int,
    *,
    improving: bool = False,
    until: Mask | None = None,
) -> Reach:
    """R_H(s), or R⁺_H(s) with `improving`, by breadth-first search over (state, last mover).

    Fang, Hipel and Kilgour (1993): the reachable list of a coalition. With `until`, no further than
    the shortest sequences that lead to one of those states.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> model = GraphModel.of(loads('''{detente: 1, title: Ferry, parties: {
    ...     a: {options: {sail: }}, b: {options: {pay: }}}, infeasible: [a.sail and not b.pay]}'''))
    >>> found = reach(model, model.movers, model.space.index("NN"))
    >>> model.space.listed(found.states)
    ('NY', 'YY')
    >>> [(model.parties[party].id, model.space.letters(end)) for party, end in found.path(3)]
    [('b', 'NY'), ('a', 'YY')]
    """
    size = model.space.size
    lengths = np.full((len(coalition), size), _UNREACHED)
    before = np.full((len(coalition), size), _UNREACHED)
    sources, last = np.array([state]), np.array([_UNREACHED])
    length = 0
    while len(sources):
        length += 1
        following: list[tuple[States, States]] = []
        for member, party in enumerate(coalition):
            others = last != member
            ends, origins = _first(model, party, sources[others], improving=improving)
            new = lengths[member, ends] == _UNREACHED
            ends, origins = ends[new], np.flatnonzero(others)[origins[new]]
            lengths[member, ends] = length
            labels = last[origins] * size + sources[origins]
            before[member, ends] = np.where(last[origins] == _UNREACHED, _UNREACHED, labels)
            following.append((ends, np.full_like(ends, member)))
        if until is not None and any(until[ends].any() for ends, _ in following):
            break
        sources = np.concatenate([ends for ends, _ in following]) if following else sources[:0]
        last = np.concatenate([members for _, members in following]) if following else last[:0]
    return Reach(tuple(coalition), lengths, before)


def _first(
    model: GraphModel, party: int, sources: States, *, improving: bool
) -> tuple[States, States]:
    """The ends of a party's moves from some states, each once; and the first source of each."""
    targets, legal = model.from_all(party, sources, improving=improving)
    ends, first = np.unique(targets[legal], return_index=True)
    return ends, np.nonzero(legal)[0][first]
