"""The answer of the symbolic engine: all stable states of all parties, as sets in one space."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from detente.analysis.concepts import Concept
from detente.analysis.engines.diagrams import Diagram, Packed, Space, order
from detente.analysis.engines.symbolic import OutOfTimeError
from detente.analysis.engines.tasks import InCommon, OfParty, Places, Task
from detente.analysis.engines.workers import Here, Workers
from detente.analysis.solutions import Solution
from detente.dispute.formula import Formula
from detente.dispute.model import Dispute
from detente.errors import LimitReachedError

_SMALL = 24  # options: up to here no process is started, which takes longer than the work
_Sets = dict[str, dict[str | None, Packed]]


@dataclass(frozen=True, eq=False)
class Diagrams(Solution):
    """A solution as sets of states.

    Attributes
    ----------
    space
        What the sets are of.
    among
        The feasible states; of an answer about some of them, those.
    sets
        By concept the equilibria (None) and the stable states of each party.
    undecided
        The concepts for which time or memory ran out.
    """

    space: Space
    among: Diagram
    sets: Mapping[str, Mapping[str | None, Packed]]
    parties: tuple[str, ...]
    seconds: Mapping[str, float]
    undecided: tuple[str, ...] = ()
    engine: str = "symbolic"
    _made: dict[tuple[str, str | None], Diagram] = field(default_factory=dict)

    @property
    def concepts(self) -> tuple[str, ...]:  # type: ignore[override]
        """The names of the concepts decided."""
        return tuple(self.sets)

    @cached_property
    def states(self) -> int:  # type: ignore[override]
        """The number of feasible states."""
        return self.space.count(self.among)

    def set_of(self, concept: str, party: str | None = None) -> Diagram:
        """The states that are stable for a party; without one, the equilibria."""
        key = concept, party
        if key not in self._made:
            self._made[key] = self.space.unpacked(self.sets[concept][party])
        return self.among & self._made[key]

    def within(self, formula: Formula) -> Diagrams:
        """The same of the states alone in which a formula holds."""
        return replace(self, among=self.among & self.space.holds(formula))

    def count(self, concept: str, party: str | None = None) -> int:
        """How many states hold, exactly."""
        if self.among == self.space.feasible:
            return self.space.counted(self.sets[concept][party])
        return self.space.count(self.set_of(concept, party))

    def listed(
        self, concept: str, party: str | None = None, limit: int | None = None
    ) -> Sequence[str]:
        """The first states that hold, as letters."""
        return list(islice(self.space.listed(self.set_of(concept, party)), limit))

    def holds(self, concept: str, state: str, party: str | None = None) -> bool:
        """Whether a state holds."""
        return self.space.has(self.set_of(concept, party), state)

    def numbered(self, concept: str, numbers: Sequence[int]) -> Sequence[str]:
        """The equilibria with some numbers, counted from 0 in the order of their letters."""
        return self.space.drawn(self.set_of(concept), numbers)


def solved(
    dispute: Dispute, concepts: Sequence[Concept], time_limit: float | None = None
) -> Diagrams:
    """The stable states of a dispute, by the symbolic engine; what was decided within a limit.

    The parties are worked out side by side, each in diagrams of its own, in processes that are
    ended when the time is over. What they have in common is found in the order of options that all
    began with: that in which reordering has left one party's diagrams suits no other's.
    """
    began = time.perf_counter()
    deadline = None if time_limit is None else time.monotonic() + time_limit
    work = _Work(dispute, concepts)
    places = work.places
    crew = Here(deadline) if len(dispute.options) <= _SMALL else Workers(deadline)
    try:
        with crew:
            for tasks in work.stages():
                for found in crew.found(tasks):
                    work.sets[found.concept][found.party] = found.states
                    if found.party is None:
                        places = found.places
    except (OutOfTimeError, MemoryError, RuntimeError):  # RuntimeError: CUDD's limits
        pass
    sets = {name: row for name, row in work.sets.items() if None in row}
    if not sets and concepts:
        raise LimitReachedError(
            "the symbolic engine did not decide any concept within its limits; ask for one concept "
            "alone, leave out options, or raise --time-limit"
        )
    space = Space(dispute, places)
    seconds = {"preferences": 0.0, "stability": time.perf_counter() - began}
    undecided = tuple(name for name in work.sets if name not in sets)
    return Diagrams(space, space.feasible, sets, tuple(work.parties), seconds, undecided)


class _Work:
    """What is to be done about a dispute, and what has been found."""

    def __init__(self, dispute: Dispute, concepts: Sequence[Concept]) -> None:
        self.dispute = dispute
        self.parties = [party.id for party in dispute.decision_makers]
        self.concepts = concepts
        self.places: Places = order(dispute)
        self.sets: _Sets = {concept.name: {} for concept in concepts}

    def stages(self) -> Iterator[Iterator[Task]]:
        """The concepts that take moments before the others; of each first the parties."""
        for credible in (False, True):
            rows = [concept for concept in self.concepts if concept.credible is credible]
            if rows:
                yield self._of_parties(rows)
                yield self._in_common(rows)

    def _of_parties(self, rows: Sequence[Concept]) -> Iterator[Task]:
        for party in self.parties:
            yield OfParty(self.dispute, rows, party, self.places)

    def _in_common(self, rows: Sequence[Concept]) -> Iterator[Task]:
        for concept in rows:
            sets = [self.sets[concept.name][party] for party in self.parties]
            yield InCommon(self.dispute, concept.name, sets, self.places)
