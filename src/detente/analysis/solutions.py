"""Which states hold, as every engine tells it; and the engines by name."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from time import perf_counter
from types import MappingProxyType

from detente.analysis.concepts import CONCEPTS, Concept, concepts
from detente.dispute.display import Shown
from detente.dispute.formula import Atom, Formula, evaluate
from detente.dispute.model import Dispute
from detente.errors import DetenteError, NothingToAnswerError

ENGINES = ("auto", "explicit", "symbolic", "naive")
SMALL = 10  # options: up to here nothing is compiled
LARGE = 24  # options: up to here `auto` takes the explicit engine


class Solution(Shown, ABC):
    """The stable states of a dispute, from one engine.

    Attributes
    ----------
    engine
        Its name.
    concepts
        The names of the concepts asked about.
    parties
        The ids of the parties with options.
    states
        The number of feasible states.
    seconds
        How long parts of the work took: ``compile``, ``preferences``, ``stability``.
    undecided
        Of the concepts that were not decided within the limits, the parties that were not; none
        where all were, and the equilibria alone are missing.
    """

    engine: str
    concepts: tuple[str, ...]
    parties: tuple[str, ...]
    states: int
    seconds: Mapping[str, float]
    undecided: Mapping[str, Sequence[str]] = MappingProxyType({})

    @abstractmethod
    def count(self, concept: str, party: str | None = None) -> int:
        """How many states are stable for a party; without one, how many are equilibria."""

    @abstractmethod
    def listed(
        self, concept: str, party: str | None = None, limit: int | None = None
    ) -> Sequence[str]:
        """The first of them as letters, sorted, N before Y; all unless there is a limit."""

    @abstractmethod
    def holds(self, concept: str, state: str, party: str | None = None) -> bool:
        """Whether a feasible state is one of them."""

    @abstractmethod
    def within(self, formula: Formula) -> Solution:
        """The same of the states alone in which a formula holds."""

    @abstractmethod
    def numbered(self, concept: str, numbers: Sequence[int]) -> Sequence[str]:
        """The equilibria with some numbers, counted from 0 in the order of their letters."""

    def drawn(self, concept: str, number: int, seed: int = 0) -> Sequence[str]:
        """Equilibria drawn at random, each as likely as any other; one may come again.

        Every engine draws the same.
        """
        random, count = Random(seed), self.count(concept)  # noqa: S311 - to be drawn again
        numbers = [random.randrange(count) for _ in range(number if count else 0)]
        return self.numbered(concept, numbers)


@dataclass(frozen=True, eq=False)
class Listed(Solution):
    """A solution as lists of states."""

    engine: str
    concepts: tuple[str, ...]
    parties: tuple[str, ...]
    states: int
    feasible: Sequence[str]
    stable: Mapping[str, Mapping[str, Sequence[str]]]
    seconds: Mapping[str, float] = field(default_factory=dict)
    options: Sequence[Atom] = ()

    def _all(self, concept: str, party: str | None) -> Sequence[str]:
        if party is not None:
            return self.stable[concept][party]
        rows = [set(listed) for listed in self.stable[concept].values()]
        return [state for state in self.feasible if all(state in row for row in rows)]

    def count(self, concept: str, party: str | None = None) -> int:
        """How many states hold."""
        return len(self._all(concept, party))

    def listed(
        self, concept: str, party: str | None = None, limit: int | None = None
    ) -> Sequence[str]:
        """The first states that hold, as letters."""
        return self._all(concept, party)[:limit]

    def holds(self, concept: str, state: str, party: str | None = None) -> bool:
        """Whether a state holds."""
        return state in self._all(concept, party)

    def within(self, formula: Formula) -> Listed:
        """The same of the states alone in which a formula holds."""
        stable = {
            concept: {party: self._kept(listed, formula) for party, listed in rows.items()}
            for concept, rows in self.stable.items()
        }
        feasible = self._kept(self.feasible, formula)
        return replace(self, states=len(feasible), feasible=feasible, stable=stable)

    def _kept(self, states: Sequence[str], formula: Formula) -> Sequence[str]:
        return [
            state
            for state in states
            if evaluate(formula, dict(zip(self.options, map("Y".__eq__, state), strict=True)))
        ]

    def numbered(self, concept: str, numbers: Sequence[int]) -> Sequence[str]:
        """The equilibria with some numbers."""
        listed = self._all(concept, None)
        return [listed[number] for number in numbers]


def solve(
    dispute: Dispute,
    names: Iterable[str] = tuple(CONCEPTS),
    engine: str = "auto",
    time_limit: float | None = None,
) -> Solution:
    """Which states of a dispute hold under some concepts, by the engine that suits its size.

    Parameters
    ----------
    dispute
        The dispute.
    names
        The concepts.
    engine
        ``explicit`` keeps one number a state (up to 26 options); ``symbolic`` sets of states as
        decision diagrams; ``naive`` follows the definitions word for word (up to 12 options);
        ``auto`` takes the explicit one up to 24 options where memory allows, else the symbolic.
    time_limit
        Seconds for the symbolic engine; it then gives the concepts that it has decided.

    Raises
    ------
    LimitReachedError
        Where the dispute is too large for the engine, or for memory; it says what would do.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> text = "{detente: 1, title: T, parties: {a: {options: {x: }, wants: [a.x]}}}"
    >>> [solve(loads(text), ["nash"], engine).listed("nash") for engine in ("auto", "naive")]
    [('Y',), ['Y']]
    """
    if engine not in ENGINES:
        message = f"there is no engine {engine!r}; there are {', '.join(ENGINES)}"
        raise NothingToAnswerError(message)
    rows = concepts(names)
    if engine == "auto":
        engine = suited(dispute)
    if engine == "symbolic":
        return _symbolic(dispute, rows, time_limit)
    return {"explicit": _explicit, "naive": _naive}[engine](dispute, rows)


def suited(dispute: Dispute) -> str:
    """The engine that suits a dispute's size."""
    if len(dispute.options) <= SMALL:
        return "explicit"
    from detente.analysis.engines.large import fits

    return "explicit" if len(dispute.options) <= LARGE and fits(dispute) else "symbolic"


def _explicit(dispute: Dispute, rows: Sequence[Concept]) -> Solution:
    if len(dispute.options) > SMALL:
        from detente.analysis.engines.large import solved

        return solved(dispute, rows)
    from detente.analysis.graph_model import GraphModel
    from detente.analysis.stability import stability

    began = perf_counter()
    model = GraphModel.of(dispute)
    ranked = perf_counter()
    found = stability(model, [row.name for row in rows])
    return found.timed(preferences=ranked - began, stability=perf_counter() - ranked)


def _symbolic(
    dispute: Dispute, rows: Sequence[Concept], time_limit: float | None = None
) -> Solution:
    from detente.analysis.engines.solved import solved

    return solved(dispute, rows, time_limit)


def _naive(dispute: Dispute, rows: Sequence[Concept]) -> Solution:
    from detente.analysis.engines.naive import Naive

    began = perf_counter()
    engine = Naive(dispute)
    ranked = perf_counter()
    stable = engine.solved(rows)
    seconds = {"preferences": ranked - began, "stability": perf_counter() - ranked}
    feasible = [engine.letters(state) for state in engine.states]
    return Listed(
        "naive",
        tuple(row.name for row in rows),
        tuple(engine.movers),
        len(feasible),
        feasible,
        stable,
        seconds,
        [option.atom for option in dispute.options],
    )


def second(dispute: Dispute, engine: str) -> str | None:
    """The engine to compare another with; None where no second one takes so large a dispute.

    >>> from detente.dispute.file import loads
    >>> small = loads("{detente: 1, title: T, parties: {a: {options: {x: }}}}")
    >>> second(small, "explicit"), second(small, "symbolic")
    ('symbolic', 'explicit')
    """
    if engine != "symbolic":
        return "symbolic"
    return "explicit" if len(dispute.options) <= LARGE else None


class DisagreementError(DetenteError):
    """Two engines found something different: a fault of the program."""


def compare(one: Solution, other: Solution, most: int | None = None) -> None:
    """Make sure that two engines found the same.

    Parameters
    ----------
    one, other
        Of the same dispute and concepts.
    most
        How many states of each set to compare one by one; their number is always compared.

    Raises
    ------
    DisagreementError
        With the first difference.
    """
    for concept in one.concepts:
        for party in (None, *one.parties):
            same = one.count(concept, party) == other.count(concept, party) and list(
                one.listed(concept, party, most)
            ) == list(other.listed(concept, party, most))
            if not same:
                whose = party or "all parties"
                message = (
                    f"the engines {one.engine} and {other.engine} disagree on {concept} "
                    f"for {whose}: please report this dispute"
                )
                raise DisagreementError(message)
