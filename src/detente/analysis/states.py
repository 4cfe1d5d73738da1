"""The states of a dispute as the points of a cube: one axis an option, one flat index a state.

The first option is the most significant bit of the index, so that the order of the indices is that
of the letters, N before Y.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from detente.dispute.formula import Atom, Formula, evaluate
from detente.dispute.model import Dispute, Option
from detente.errors import LimitReachedError, NothingToAnswerError

Mask: TypeAlias = NDArray[np.bool_]  # one truth a state
States: TypeAlias = NDArray[np.int64]  # flat indices of states
Ranks: TypeAlias = NDArray[np.int64]  # one rank a state, higher is better

MOST_OPTIONS = 20  # where every analysis is asked for; some take more


@dataclass(frozen=True, eq=False)
class StateSpace:
    """All states over some options, and which of them are feasible.

    Attributes
    ----------
    options
        The axes of the cube, in the order of a state's letters.
    feasible
        A mask of shape ``(2,) * len(options)``.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> space = StateSpace.of(loads('''{detente: 1, title: Ferry, parties: {
    ...     a: {options: {sail: , wait: {status_quo: yes}}}}, infeasible: [a.sail and a.wait]}'''))
    >>> space.count, space.letters(space.status_quo), space.index("YN")
    (3, 'NY', 2)
    """

    options: tuple[Option, ...]
    feasible: Mask

    @classmethod
    def of(cls, dispute: Dispute, most: int = MOST_OPTIONS) -> StateSpace:
        """The states of a dispute.

        Raises
        ------
        LimitReachedError
            Where there are more than so many options.
        """
        options = dispute.options
        if len(options) > most:
            raise LimitReachedError(
                f"{len(options)} options: this needs one number a state and takes up to {most}; "
                "`detente analyse` takes more, or leave out what decides nothing"
            )
        feasible = np.ones((2,) * len(options), bool)
        for pattern in dispute.infeasible:
            feasible &= ~evaluate(pattern.when, _axes(options))
        return cls(options, feasible)

    @cached_property
    def _axes(self) -> dict[Atom, Mask]:
        return _axes(self.options)

    @property
    def size(self) -> int:
        """The number of states, infeasible ones included."""
        return 1 << len(self.options)

    @cached_property
    def possible(self) -> Mask:
        """The feasible states by flat index."""
        return self.feasible.ravel()

    @cached_property
    def count(self) -> int:
        """The number of feasible states."""
        return int(self.feasible.sum())

    @cached_property
    def bits(self) -> dict[Atom, int]:
        """Of each option the bit that it has in a flat index."""
        last = len(self.options) - 1
        return {option.atom: 1 << (last - place) for place, option in enumerate(self.options)}

    @cached_property
    def status_quo(self) -> int:
        """The flat index of the state now."""
        return sum(self.bits[option.atom] for option in self.options if option.status_quo)

    def letters(self, state: int) -> str:
        """A state as letters Y and N."""
        return "".join("NY"[state >> place & 1] for place in reversed(range(len(self.options))))

    def index(self, letters: str) -> int:
        """The flat index of a feasible state given as letters.

        Raises
        ------
        NothingToAnswerError
            Where the letters are no feasible state of this space.
        """
        if len(letters) != len(self.options) or set(letters) - set("NY"):
            message = f"{letters!r} is no state; write {len(self.options)} letters Y or N"
            raise NothingToAnswerError(message)
        state = sum(1 << place for place, letter in enumerate(reversed(letters)) if letter == "Y")
        if not self.possible[state]:
            raise NothingToAnswerError(f"the state {letters} is infeasible")
        return state

    def named(self, states: Iterable[int]) -> tuple[str, ...]:
        """Some states as letters, sorted."""
        return tuple(self.letters(state) for state in sorted(states))

    def listed(self, mask: Mask) -> tuple[str, ...]:
        """The states of a mask as letters, sorted."""
        return self.named(np.flatnonzero(mask).tolist())

    def holds(self, formula: Formula) -> Mask:
        """Where a formula holds, by flat index, infeasible states included."""
        truth = evaluate(formula, self._axes)
        return np.broadcast_to(truth, (2,) * len(self.options)).ravel()

    def within(self, formula: Formula) -> StateSpace:
        """The same with those states alone feasible in which a formula holds."""
        return StateSpace(self.options, self.where(formula).reshape(self.feasible.shape))

    def where(self, formula: Formula) -> Mask:
        """The feasible states in which a formula holds, by flat index."""
        return self.holds(formula) & self.possible


def _axes(options: tuple[Option, ...]) -> dict[Atom, Mask]:
    """Of each option its truth along its own axis alone, to be broadcast against the others."""
    shape = np.ones((len(options), len(options)), int) + np.eye(len(options), dtype=int)
    return {
        option.atom: np.array([False, True]).reshape(row)
        for option, row in zip(options, shape, strict=True)
    }
