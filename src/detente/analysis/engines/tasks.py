"""What the symbolic engine does in steps: each party's sets, and what they have in common.

A task can be done in another process: it holds all that it needs, and gives sets as lists of nodes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.analysis.concepts import Concept
from detente.analysis.engines.diagrams import MANY, Diagram, Packed, Space
from detente.analysis.engines.symbolic import Symbolic
from detente.dispute.formula import Atom, Formula
from detente.dispute.model import Dispute

_SOME = 5000  # nodes of sets before they are joined: fewer stay in the order by names

Places = dict[Atom, int]


@dataclass(frozen=True)
class Found:
    """A set that a task has found, and the order of options in which it is small.

    Attributes
    ----------
    concept
        The name of the concept.
    party
        Whose stable states; None for the equilibria.
    """

    concept: str
    party: str | None
    states: Packed
    places: Places


@dataclass(frozen=True)
class OfParty:
    """The stable states of a party under some concepts, in diagrams of its own."""

    dispute: Dispute
    concepts: Sequence[Concept]
    party: str
    places: Places

    def __call__(self) -> Iterator[Found]:
        """Concept by concept, those first under which the party may respond to a sanction.

        Less is a sanction then: the sets are found in smaller diagrams, and leave an order of
        variables in which the others are small too.
        """
        engine = Symbolic(self.dispute, self.dispute.party(self.party), self.places)
        for concept in sorted(self.concepts, key=lambda concept: not concept.respond):
            states = engine.packed(engine.stable(concept))
            yield Found(concept.name, self.party, states, engine.learned())


@dataclass(frozen=True)
class InCommon:
    """The states that are in all of some sets."""

    dispute: Dispute
    concept: str
    sets: Sequence[Found]
    places: Places

    def __call__(self) -> Iterator[Found]:
        """The one set, from pairs of neighbours up, in an order that suits all the sets."""
        space = Space(self.dispute, self.places)
        space.reordered(on=False)
        left = [space.feasible, *(self._brought(found, space) for found in self.sets)]
        if space.nodes > _SOME:
            space.sifted()
        while len(left) > 1:
            pairs = [left[place : place + 2] for place in range(0, len(left), 2)]
            left = [pair[0] & pair[-1] for pair in pairs]
            space.reordered(on=space.nodes > MANY)
        yield Found(self.concept, None, space.packed(left[0]), space.learned())

    def _brought(self, found: Found, space: Space) -> Diagram:
        """A set in the common space, made in the order in which it was found."""
        own = Space(self.dispute, found.places)
        own.reordered(on=False)
        return space.taken(own.unpacked(found.states), own)


@dataclass(frozen=True)
class Within:
    """The states of a set in which a formula holds."""

    dispute: Dispute
    concept: str
    party: str | None
    states: Packed
    places: Places
    formula: Formula

    def __call__(self) -> Iterator[Found]:
        """The one set."""
        space = Space(self.dispute, self.places)
        states = space.unpacked(self.states) & space.holds(self.formula)
        yield Found(self.concept, self.party, space.packed(states), space.learned())


Task = OfParty | InCommon | Within
