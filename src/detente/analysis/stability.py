"""Which states hold, for whom, under which concept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from detente.analysis.concepts import CONCEPTS, concepts
from detente.analysis.engines.explicit import Explicit
from detente.analysis.graph_model import GraphModel
from detente.analysis.solutions import Solution
from detente.analysis.states import Mask
from detente.dispute.formula import Formula
from detente.dispute.model import Dispute


@dataclass(frozen=True, eq=False)
class Stability(Solution):
    """The stable states of a dispute, one truth a state.

    Attributes
    ----------
    model
        The graph model.
    stable
        By concept, then by party with options: the feasible states stable for it, by flat index.
    """

    model: GraphModel
    stable: Mapping[str, Mapping[str, Mask]]
    seconds: Mapping[str, float] = field(default_factory=dict)
    engine: str = "explicit"

    def timed(self, **seconds: float) -> Stability:
        """The same with how long it took."""
        return replace(self, seconds=seconds)

    @property
    def concepts(self) -> tuple[str, ...]:  # type: ignore[override]
        """The names of the concepts asked about."""
        return tuple(self.stable)

    @property
    def parties(self) -> tuple[str, ...]:  # type: ignore[override]
        """The ids of the parties with options."""
        return tuple(self.model.parties[party].id for party in self.model.movers)

    @property
    def states(self) -> int:  # type: ignore[override]
        """The number of feasible states."""
        return self.model.space.count

    def _mask(self, concept: str, party: str | None) -> Mask:
        return self.equilibria(concept) if party is None else self.stable[concept][party]

    def count(self, concept: str, party: str | None = None) -> int:
        """How many states hold."""
        return int(np.count_nonzero(self._mask(concept, party)))

    def listed(
        self, concept: str, party: str | None = None, limit: int | None = None
    ) -> Sequence[str]:
        """The first states that hold, as letters."""
        return self.model.space.listed(self._mask(concept, party))[:limit]

    def holds(self, concept: str, state: str, party: str | None = None) -> bool:
        """Whether a state holds."""
        return bool(self._mask(concept, party)[self.model.space.index(state)])

    def within(self, formula: Formula) -> Stability:
        """The same of the states alone in which a formula holds."""
        space = self.model.space.within(formula)
        stable = {
            name: {party: mask & space.possible for party, mask in rows.items()}
            for name, rows in self.stable.items()
        }
        return replace(self, model=replace(self.model, space=space), stable=stable)

    def numbered(self, concept: str, numbers: Sequence[int]) -> Sequence[str]:
        """The equilibria with some numbers."""
        found = np.flatnonzero(self.equilibria(concept))
        return [self.model.space.letters(int(found[number])) for number in numbers]

    def equilibria(self, concept: str) -> Mask:
        """The feasible states that are stable for every party under a concept."""
        rows = [self.model.space.possible, *self.stable[concept].values()]
        found: Mask = np.logical_and.reduce(rows)
        return found


def analyse(dispute: Dispute, names: Iterable[str] = tuple(CONCEPTS)) -> Stability:
    """The stable states of a dispute under each of some concepts.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> text = "{detente: 1, title: T, parties: {a: {options: {x: }, wants: [a.x]}}}"
    >>> found = analyse(loads(text))
    >>> found.model.space.listed(found.equilibria("nash"))
    ('Y',)
    """
    return stability(GraphModel.of(dispute), names)


def stability(model: GraphModel, names: Iterable[str] = tuple(CONCEPTS)) -> Stability:
    """The stable states under each of some concepts.

    Examples
    --------
    Two may arm; each would rather the other did not, and rather armed itself.

    >>> from detente.dispute.file import loads
    >>> model = GraphModel.of(loads('''{detente: 1, title: Arms, parties: {
    ...     a: {options: {arm: }, wants: [not b.arm, a.arm]},
    ...     b: {options: {arm: }, wants: [not a.arm, b.arm]}}}'''))
    >>> found = stability(model, ["nash", "seq"])
    >>> model.space.listed(found.equilibria("nash")), model.space.listed(found.equilibria("seq"))
    (('YY',), ('NN', 'YY'))
    """
    engine = Explicit(model)
    return Stability(
        model,
        {
            concept.name: {
                model.parties[party].id: engine.stable(concept, party) for party in model.movers
            }
            for concept in concepts(names)
        },
    )
