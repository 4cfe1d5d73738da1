"""From where others can bring a party down: between a set that is and a set that could be.

What those who stand near can do by themselves is a lower bound; what they could do if all who stand
farther had their options free is an upper one, which names no option of those. Nearly every state
is decided a few parties away, and the bounds meet when all have been asked.
"""

from __future__ import annotations

from detente.analysis.concepts import Concept
from detente.analysis.engines.diagrams import Diagram, now
from detente.analysis.engines.relations import able
from detente.analysis.engines.symbolic import Symbolic
from detente.dispute.model import Party

WIDE = 10_000  # nodes of the lower bound: beyond, single states may be looked at faster


class Bounds:
    """Two bounds, which `widen` brings closer.

    Parameters
    ----------
    engine
        With the dispute.
    concept
        One that has sanctions.
    party
        Who is to be brought down.
    above
        The states that the party prefers to the one that is asked about.
    wide
        How many nodes the lower bound may have.

    Attributes
    ----------
    layers
        From where those asked can bring it down in 0, 1, … moves; of one who was asked later, of
        those that came after.
    upper
        From where that is not excluded.
    overgrown
        Whether the lower bound was left unfinished, as it outgrew `wide` nodes.
    """

    overgrown = False

    def __init__(
        self,
        engine: Symbolic,
        concept: Concept,
        party: Party,
        above: Diagram,
        wide: int = WIDE,
    ) -> None:
        self._wide = wide
        self._engine, self._concept = engine, concept
        self._near: list[Party] = []
        self._far = engine.waves(party)
        self.layers = [engine.brought_down(concept, party, above)]
        self.upper = self._freed(self.layers[0])

    @property
    def lower(self) -> Diagram:
        """From where those asked so far can bring it down."""
        return self.layers[-1]

    @property
    def ended(self) -> bool:
        """Whether all have been asked, or one more would be of no use."""
        return self.overgrown or not self._far

    def widen(self, goal: Diagram) -> None:
        """Ask those who stand next; of the lower bound only until a set is within it."""
        self._near += self._far.pop(0)
        while (goal & ~self.lower) != self._engine.bdd.false:
            here = more = self.lower
            for other in self._near:
                more |= self._engine.entered(self._concept, other, here)
            if more == here:
                break
            self.layers.append(more)
            if more.dag_size > self._wide:
                self.overgrown = True
                return
        self.upper = self._bounded() if self._far else self.lower

    def _bounded(self) -> Diagram:
        found = self._freed(self.lower)
        while True:
            before = found
            for other in self._near:
                found = self._freed(self._engine.entered(self._concept, other, found))
            if found == before:
                return found

    def _freed(self, states: Diagram) -> Diagram:
        """A set, and what those who stand far could make it, were they free."""
        far = [now(option) for wave in self._far for other in wave for option in able(other)]
        return self._engine.bdd.exist(far, states) if far else states
