"""The graph model: who can move from which state to which, and who would rather be where.

Unilateral moves and improvements as in Fang, Hipel and Kilgour (1993). A move changes any of a
party's own options at once, so a state's moves are exclusive-ors of its flat index with the party's
flips; what `can` forbids, and what is infeasible, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.analysis.bits import bit_set
from detente.analysis.preferences import preference
from detente.analysis.states import Mask, Ranks, States, StateSpace
from detente.dispute.model import Dispute, Option, Party

_REMEMBERED = 1 << 12  # states of a space whose closures are kept
_OF_MOVES = (
    *("movers", "place", "own", "free", "one_way", "flips"),
    *("start_only", "stop_only", "fixed", "chosen", "_areas", "_closures"),
)


def counts(party: Party) -> bool:
    """Whether a party's likes matter: it has options, or its role is principal."""
    return bool(party.options) or party.role == "principal"


@dataclass(frozen=True, eq=False)
class GraphModel:
    """A dispute as a graph of states with a preference for each party that counts.

    Attributes
    ----------
    space
        The states.
    parties
        Those that have options, or whose role is principal, as they stand in the file.
    ranks
        Of each of `parties` its rank of every state, higher is better.
    can
        Of each option what changes of it are allowed, as in `Option.can`.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> model = GraphModel.of(loads('''{detente: 1, title: Ferry, parties: {
    ...     a: {options: {sail: {can: start}, signal: }, wants: [a.sail]}}}'''))
    >>> model.space.named(model.moves(0, model.space.index("YN")))
    ('YY',)
    >>> model.space.named(model.improvements(0, model.space.index("NN")))
    ('YN', 'YY')
    """

    space: StateSpace
    parties: tuple[Party, ...]
    ranks: tuple[Ranks, ...]
    can: tuple[str, ...]

    @classmethod
    def of(cls, dispute: Dispute) -> GraphModel:
        """The graph model of a dispute."""
        space = StateSpace.of(dispute)
        parties = tuple(party for party in dispute.parties if counts(party))
        ranks = tuple(preference(party, space) for party in parties)
        return cls(space, parties, ranks, tuple(option.can for option in dispute.options))

    def changed(self, ranks: Iterable[Ranks], can: Iterable[str]) -> GraphModel:
        """The same states and parties with other preferences and other freedom."""
        other = replace(self, ranks=tuple(ranks), can=tuple(can))
        if other.can == self.can:  # what is kept of moves does not ask for preferences
            kept = {name: getattr(self, name) for name in _OF_MOVES}
            other.__dict__.update(kept)
        return other

    def abreast(self, ranks: NDArray[np.int64]) -> GraphModel:
        """Models of these states that differ in preferences, side by side in one.

        Which of them a state is of, is told by the first bits of its index: options that nobody
        has. Their number is brought to a power of two by having some of them again.

        Parameters
        ----------
        ranks
            Of shape (parties, models, states).
        """
        bits = (ranks.shape[1] - 1).bit_length()
        which = tuple(Option("", str(bit), "", can="never") for bit in range(bits))
        feasible = np.broadcast_to(self.space.feasible, (2,) * bits + self.space.feasible.shape)
        space = StateSpace((*which, *self.space.options), feasible)
        beside = (np.resize(rank, (1 << bits, self.space.size)).ravel() for rank in ranks)
        return GraphModel(space, self.parties, tuple(beside), ("never",) * bits + self.can)

    @cached_property
    def movers(self) -> tuple[int, ...]:
        """N: the places in `parties` of those that have options."""
        return tuple(place for place, party in enumerate(self.parties) if party.options)

    def coalition(self, signature: int) -> tuple[int, ...]:
        """The movers of whose places among them a number has the bits."""
        return tuple(party for at, party in enumerate(self.movers) if signature >> at & 1)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Of each party that counts its place in `parties`."""
        return {party.id: place for place, party in enumerate(self.parties)}

    def _bits(self, options: Iterable[Option], *can: str) -> int:
        allowed = dict(zip(self.space.bits, self.can, strict=True))
        return sum(
            self.space.bits[option.atom] for option in options if allowed[option.atom] in can
        )

    @cached_property
    def start_only(self) -> int:
        """The bits of the options that may go from no to yes alone."""
        return self._bits(self.space.options, "start")

    @cached_property
    def stop_only(self) -> int:
        """The bits of the options that may go from yes to no alone."""
        return self._bits(self.space.options, "stop")

    @cached_property
    def fixed(self) -> int:
        """The bits of the options that may not change."""
        return self._bits(self.space.options, "never")

    @property
    def kept(self) -> tuple[int, int]:
        """The bits of the options that may not go from no to yes, and not from yes to no."""
        return self.stop_only | self.fixed, self.start_only | self.fixed

    @cached_property
    def chosen(self) -> dict[int, int]:
        """Of each option, by its bit, the states in which it is taken, as a bit set."""
        every = np.arange(self.space.size)
        return {bit: bit_set(every & bit != 0) for bit in powers(self.space.size - 1)}

    @cached_property
    def own(self) -> tuple[int, ...]:
        """Of each of `parties` the bits of its options, whatever `can` says."""
        bits = self.space.bits
        return tuple(sum(bits[option.atom] for option in party.options) for party in self.parties)

    @cached_property
    def free(self) -> tuple[int, ...]:
        """Of each of `parties` the bits that it may change both ways."""
        return tuple(self._bits(party.options, "both") for party in self.parties)

    @cached_property
    def one_way(self) -> tuple[int, ...]:
        """Of each of `parties` the bits that it may change one way alone."""
        return tuple(self._bits(party.options, "start", "stop") for party in self.parties)

    @cached_property
    def flips(self) -> tuple[States, ...]:
        """Of each of `parties` the changes of its options: exclusive-ors, none empty."""
        return tuple(
            subsets(free | one_way)[1:]
            for free, one_way in zip(self.free, self.one_way, strict=True)
        )

    def allowed(self, states: States, targets: States) -> Mask:
        """Whether what `can` says lets these states become those, and those are feasible."""
        legal: Mask = self.space.possible[targets]
        rising, falling = self.kept
        if not falling | rising:
            return np.broadcast_to(legal, np.broadcast_shapes(np.shape(states), legal.shape)).copy()
        forbidden = (states & ~targets & falling) | (targets & ~states & rising)
        return np.asarray(legal & (forbidden == 0))

    def from_all(
        self, party: int, states: States, *, improving: bool = False
    ) -> tuple[States, Mask]:
        """Where a party could move from each of some states.

        Returns
        -------
        targets, legal
            Both of shape (states, flips): where each flip leads, and whether it is a unilateral
            move (or, with `improving`, a unilateral improvement).
        """
        sources = states[:, None]
        targets = sources ^ self.flips[party]
        legal = self.allowed(sources, targets)
        if improving:
            rank = self.ranks[party]
            legal &= rank[targets] > rank[sources]
        return targets, legal

    def moves(self, party: int, state: int) -> list[int]:
        """UM: the states that a party can move to from a state, alone, in ascending order."""
        return self._ends(party, state, improving=False)

    def improvements(self, party: int, state: int) -> list[int]:
        """UI: the unilateral moves from a state that the mover prefers to it, ascending."""
        return self._ends(party, state, improving=True)

    def _ends(self, party: int, state: int, *, improving: bool) -> list[int]:
        targets, legal = self.from_all(party, np.array([state]), improving=improving)
        found: list[int] = np.sort(targets[legal]).tolist()
        return found

    def closure(self, coalition: Iterable[int], state: int) -> Mask:
        """R_H(s) but for s itself: the other states at the end of a coalition's legal sequences.

        A party's moves are transitive, so that "no party moves twice in succession" matters for s
        alone; `reach` has that, and the sequences.
        """
        members = tuple(coalition)
        if not any(self.one_way):
            areas = self._area(members)
            found = self.space.possible & (areas == areas[state])
            found[state] = False
            return np.asarray(found)
        if self.space.size > _REMEMBERED:
            return self._close(members, state)
        key = members, state
        if key not in self._closures:
            self._closures[key] = self._close(members, state)
        return self._closures[key]

    def passes(self, coalition: Iterable[int], state: int, ends: States) -> Mask:
        """Whether a coalition's legal sequences lead from a state to some others."""
        members = tuple(coalition)
        if any(self.one_way):
            return self.closure(members, state)[ends]
        areas = self._area(members)
        return np.asarray(areas[ends] == areas[state])

    def _area(self, members: tuple[int, ...]) -> States:
        """Where all moves can be undone: of each state the first that a coalition reaches."""
        if members not in self._areas:
            nowhere = self.space.size
            areas = np.where(self.space.possible, np.arange(nowhere), nowhere)
            before = None
            while before is None or (before != areas).any():
                before = areas.copy()
                for party in members:
                    for bit in powers(self.free[party]):
                        pairs = areas.reshape(-1, 2, bit)
                        pairs[...] = pairs.min(axis=1, keepdims=True)
                    areas[~self.space.possible] = nowhere
            self._areas[members] = areas
        return self._areas[members]

    @cached_property
    def _areas(self) -> dict[tuple[int, ...], States]:
        return {}

    @cached_property
    def _closures(self) -> dict[tuple[tuple[int, ...], int], Mask]:
        return {}

    def _close(self, members: tuple[int, ...], state: int) -> Mask:
        found = np.zeros(self.space.size, bool)
        found[state] = True
        before = 0
        while before != (count := int(np.count_nonzero(found))):
            before = count
            for party in members:
                for bit in powers(self.free[party] | self.one_way[party]):
                    no, yes = np.moveaxis(found.reshape(-1, 2, bit), 1, 0)
                    if not bit & self.stop_only:
                        yes |= no
                    if not bit & self.start_only:
                        no |= yes
                found &= self.space.possible
        found[state] = False
        return found

    def worse(self, state: int, than: int) -> list[int]:
        """The places of the parties that like a state less than another."""
        return [place for place, rank in enumerate(self.ranks) if rank[state] < rank[than]]

    def no_worse_for_all(self, than: int) -> Mask:
        """The feasible states that no party likes less than a state."""
        liked: Mask = np.all([rank >= rank[than] for rank in self.ranks], axis=0)
        return self.space.possible & liked


def powers(bits: int) -> list[int]:
    """The powers of two of which some bits are the sum, ascending.

    >>> powers(0b101)
    [1, 4]
    """
    return [1 << place for place in range(bits.bit_length()) if bits >> place & 1]


def subsets(bits: int) -> States:
    """All numbers whose bits are among `bits`, ascending.

    >>> subsets(0b101).tolist()
    [0, 1, 4, 5]
    """
    found = np.zeros(1, np.int64)
    for bit in powers(bits):
        found = np.concatenate([found, found | bit])
    return found
