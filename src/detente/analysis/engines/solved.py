"""The answer of the symbolic engine: all stable states of all parties, as sets in one space."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from detente.analysis.concepts import Concept
from detente.analysis.engines.diagrams import Diagram, Packed, Space, order
from detente.analysis.engines.symbolic import OutOfTimeError
from detente.analysis.engines.tasks import Found, InCommon, OfParty, Places, Task, Within
from detente.analysis.engines.workers import Here, Workers
from detente.analysis.solutions import Solution
from detente.dispute.formula import Formula, conjunction
from detente.dispute.model import Dispute
from detente.errors import LimitReachedError

_SMALL = 24  # options: up to here no process is started, which takes longer than the work
_FEASIBLE = ""  # no concept: what each of them is about
_Sets = dict[str, dict[str | None, Packed]]


@dataclass(frozen=True, eq=False)
class Diagrams(Solution):
    """A solution as sets of states.

    Attributes
    ----------
    space
        What the sets are of.
    places
        Of each option its place in the order in which the equilibria are small.
    sets
        By concept the equilibria (None) and the stable states of each party; the feasible states
        by `_FEASIBLE`.
    undecided
        By concept that was not decided the parties for which time or memory ran out.
    deadline
        When it does, as `time.monotonic` tells it.
    where
        The formula that holds in the states that the answer is about, if it is about some alone.
    """

    space: Space
    places: Places
    sets: Mapping[str, Mapping[str | None, Packed]]
    parties: tuple[str, ...]
    seconds: Mapping[str, float]
    undecided: Mapping[str, Sequence[str]] = field(default_factory=dict)
    deadline: float | None = None
    where: Formula | None = None
    engine: str = "symbolic"
    _within: dict[tuple[str, str | None], Packed] = field(default_factory=dict)
    _made: dict[tuple[str, str | None], Diagram] = field(default_factory=dict)

    @property
    def concepts(self) -> tuple[str, ...]:  # type: ignore[override]
        """The names of the concepts decided."""
        return tuple(name for name in self.sets if name != _FEASIBLE)

    @property
    def states(self) -> int:  # type: ignore[override]
        """The number of feasible states."""
        return self.count(_FEASIBLE)

    def set_of(self, concept: str, party: str | None = None) -> Diagram:
        """The states that are stable for a party; without one, the equilibria."""
        key = concept, party
        if key not in self._made:
            self._made[key] = self.space.unpacked(self._packed(concept, party))
        return self._made[key]

    def _packed(self, concept: str, party: str | None) -> Packed:
        if self.where is None:
            return self.sets[concept][party]
        if (concept, party) not in self._within:
            self._find_within(self.where, {None} if party is None else set(self.parties))
        return self._within[concept, party]

    def _find_within(self, formula: Formula, parties: set[str | None]) -> None:
        """What of the sets of some parties a formula holds in, within the time that is left."""
        tasks = [
            Within(self.space.dispute, name, party, states, self.places, formula)
            for name, row in self.sets.items()
            for party, states in row.items()
            if party in parties
        ]
        try:
            with _crew(self.space.dispute, self.deadline) as crew:
                for found in crew.found(tasks):
                    self._within[found.concept, found.party] = found.states
        except (OutOfTimeError, MemoryError, RuntimeError) as error:
            raise LimitReachedError(
                f"the states in which {formula} holds were not counted within the limits; raise "
                "--time-limit, or ask without --where"
            ) from error

    def within(self, formula: Formula) -> Diagrams:
        """The same of the states alone in which a formula holds.

        They are found when they are asked for.
        """
        whole = formula if self.where is None else conjunction(self.where, formula)
        return replace(self, where=whole, _within={}, _made={})

    def count(self, concept: str, party: str | None = None) -> int:
        """How many states hold, exactly."""
        return self.space.counted(self._packed(concept, party))

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
    try:
        with _crew(dispute, deadline) as crew:
            for tasks in work.stages():
                for found in crew.found(tasks):
                    work.keep(found)
    except (OutOfTimeError, MemoryError, RuntimeError):  # RuntimeError: CUDD's limits
        pass
    undecided = work.undecided()
    sets: _Sets = {
        name: {party: found.states for party, found in row.items()}
        for name, row in work.found.items()
        if name not in undecided
    }
    if not sets and concepts:
        raise LimitReachedError(
            f"the symbolic engine did not decide any concept within its limits ({work.done()}); "
            "ask for one concept alone, leave out options, or raise --time-limit"
        )
    space = Space(dispute, work.common)
    sets[_FEASIBLE] = {None: space.packed(space.feasible)}
    seconds = {"preferences": 0.0, "stability": time.perf_counter() - began}
    return Diagrams(space, work.common, sets, tuple(work.parties), seconds, undecided, deadline)


def _crew(dispute: Dispute, deadline: float | None) -> Here | Workers:
    return Here(deadline) if len(dispute.options) <= _SMALL else Workers(deadline)


class _Work:
    """What is to be done about a dispute, and what has been found."""

    def __init__(self, dispute: Dispute, concepts: Sequence[Concept]) -> None:
        self.dispute = dispute
        self.parties = [party.id for party in dispute.decision_makers]
        self.concepts = concepts
        self.places: Places = order(dispute)
        self.common = self.places
        self.found: dict[str, dict[str | None, Found]] = {one.name: {} for one in concepts}

    def keep(self, found: Found) -> None:
        """Note a set; the equilibria are kept in the order in which the last of them are small."""
        self.found[found.concept][found.party] = found
        if found.party is None:
            self.common = found.places

    def undecided(self) -> dict[str, tuple[str, ...]]:
        """Of the concepts without equilibria, the parties whose stable states are not known."""
        return {
            name: tuple(party for party in self.parties if party not in row)
            for name, row in self.found.items()
            if None not in row
        }

    def done(self) -> str:
        """Of how many parties each concept is decided."""
        every = len(self.parties)
        told = [f"{name}: {every - len(left)}" for name, left in self.undecided().items()]
        return f"of {every} parties, {', '.join(told)}"

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
            sets = [self.found[concept.name][party] for party in self.parties]
            yield InCommon(self.dispute, concept.name, sets, self.places)
