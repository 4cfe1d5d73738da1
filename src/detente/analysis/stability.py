"""Which states hold, for whom, under which concept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from detente.analysis.concepts import CONCEPTS, concepts
from detente.analysis.engines.explicit import Explicit
from detente.analysis.graph_model import GraphModel
from detente.analysis.states import Mask
from detente.dispute.model import Dispute


@dataclass(frozen=True, eq=False)
class Stability:
    """The stable states of a dispute.

    Attributes
    ----------
    model
        The graph model.
    stable
        By concept, then by party with options: the feasible states stable for it, by flat index.
    """

    model: GraphModel
    stable: Mapping[str, Mapping[str, Mask]]

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
