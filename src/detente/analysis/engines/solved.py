"""The answer of the symbolic engine: all stable states of all parties, as sets in one space."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from dd import cudd

from detente.analysis.concepts import Concept
from detente.analysis.engines.diagrams import Diagram, Space, order
from detente.analysis.engines.symbolic import OutOfTimeError, Symbolic
from detente.analysis.solutions import Solution
from detente.dispute.formula import Formula
from detente.dispute.model import Dispute
from detente.errors import LimitReachedError


@dataclass(frozen=True, eq=False)
class Diagrams(Solution):
    """A solution as sets of states.

    Attributes
    ----------
    space
        What the sets are of.
    among
        The feasible states; of an answer about some of them, those.
    stable
        By concept and party the stable states.
    undecided
        The concepts for which time or memory ran out.
    """

    space: Space
    among: Diagram
    stable: Mapping[str, Mapping[str, Diagram]]
    parties: tuple[str, ...]
    seconds: Mapping[str, float]
    undecided: tuple[str, ...] = ()
    engine: str = "symbolic"

    @property
    def concepts(self) -> tuple[str, ...]:  # type: ignore[override]
        """The names of the concepts decided."""
        return tuple(self.stable)

    @cached_property
    def states(self) -> int:  # type: ignore[override]
        """The number of feasible states."""
        return self.space.count(self.among)

    def set_of(self, concept: str, party: str | None = None) -> Diagram:
        """The states that are stable for a party; without one, the equilibria."""
        if party is not None:
            return self.among & self.stable[concept][party]
        if concept not in self._equilibria:
            found = self.among
            for states in self.stable[concept].values():
                found &= states
            self._equilibria[concept] = found
        return self._equilibria[concept]

    @cached_property
    def _equilibria(self) -> dict[str, Diagram]:
        return {}

    def within(self, formula: Formula) -> Diagrams:
        """The same of the states alone in which a formula holds."""
        return replace(self, among=self.among & self.space.holds(formula))

    def count(self, concept: str, party: str | None = None) -> int:
        """How many states hold, exactly."""
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

    The order of options in which reordering leaves the diagrams of one party is where those of the
    next begin; what is found is brought together in the last of them.
    """
    began = time.perf_counter()
    deadline = None if time_limit is None else time.monotonic() + time_limit
    places, parties = order(dispute), dispute.decision_makers
    space = Space(dispute, places)
    engines: dict[tuple[str, bool], Symbolic] = {}
    ranked = time.perf_counter()
    stable: dict[str, dict[str, Diagram]] = {}
    for concept in concepts:
        found: dict[str, Diagram] = {}
        try:
            for party in parties:
                key = party.id, concept.credible  # anew where it is hard, from what is learned
                if key not in engines:
                    engines[key] = Symbolic(dispute, deadline, party, places)
                found[party.id] = engines[key].stable(concept, party)
                places = engines[key].learned()
            space.rearrange(places)
            stable[concept.name] = {
                name: cudd.copy_bdd(states, space.bdd) for name, states in found.items()
            }
        except (OutOfTimeError, MemoryError, RuntimeError):  # RuntimeError: CUDD's limits
            break
    if not stable and concepts:
        raise LimitReachedError(
            "the symbolic engine did not decide any concept within its limits; ask for one concept "
            "alone, leave out options, or raise --time-limit"
        )
    seconds = {"preferences": ranked - began, "stability": time.perf_counter() - ranked}
    return Diagrams(
        space,
        space.feasible,
        stable,
        tuple(party.id for party in parties),
        seconds,
        tuple(concept.name for concept in concepts if concept.name not in stable),
    )
