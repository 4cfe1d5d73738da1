"""The symbolic engine: sets of states as decision diagrams, for a hundred options and more.

With the wants of a party as *level variables* θ, let Z(x, θ) hold where the others can bring the
party from x to a state of weight at most θ: the least set that holds the states of such weight, and
the states from which a move of another (under SEQ and SSEQ, an improvement) leads into it. A move t
from s is then an unsanctioned improvement where t is above θ and not in Z, with θ the wants that
hold in s; putting those in the place of θ gives the set of all stable states at once.

Each party has diagrams of its own, its level variables beside the options that the wants name: an
order that suits one party does not suit the next, and what reordering costs grows with all that
there is. What is found is brought together in one space.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from detente.analysis.concepts import Concept
from detente.analysis.engines.diagrams import Diagram, Place, order
from detente.analysis.engines.relations import Relations, able
from detente.dispute.formula import Atom, atoms, evaluate
from detente.dispute.model import Dispute, Party


class OutOfTimeError(Exception):
    """The time allowed is over."""


class Symbolic(Relations):
    """What the others can do to a party, in sets of states.

    Parameters
    ----------
    dispute
        The dispute.
    deadline
        When `OutOfTimeError` is raised, as `time.monotonic` tells it.
    of
        The party of which all stable states are asked for; None for single states.
    places
        Of each option its place in the order at the start, where that is known.
    """

    def __init__(
        self,
        dispute: Dispute,
        deadline: float | None = None,
        of: Party | None = None,
        places: dict[Atom, int] | None = None,
    ) -> None:
        self._deadline = deadline
        places = order(dispute) if places is None else places
        levels = [] if of is None else _levels(of, places)
        super().__init__(dispute, places, levels)
        self._names_of_levels = [name for _, name in levels]

    # All states ----------------------------------------------------------------------------------

    def stable(self, concept: Concept, party: Party) -> Diagram:
        """The feasible states that are stable for the party that this is made for.

        Raises
        ------
        OutOfTimeError
            Where the time allowed is over.
        """
        if not able(party):
            return self.feasible
        names, wants = self._names_of_levels, self.wants(party)
        above = self.beyond(wants, [self.bdd.var(name) for name in names])
        open_ = above & ~self.held(concept, party, above) if concept.sanctions else above
        unsettled = self.moved(party, open_)
        if names:
            unsettled = self.bdd.let(dict(zip(names, wants, strict=True)), unsettled)
        return self.feasible & ~unsettled

    def held(self, concept: Concept, party: Party, above: Diagram) -> Diagram:
        """Z: from where the others can bring a party to where it is not above a level.

        It is true of feasible states alone. Those who stand near come first, again after each
        change that could concern them: what is settled among few is smaller than what is half done
        among many.
        """
        found = self.brought_down(concept, party, above)
        others = self.near(party)
        concerned = self.clashing(others, improving=concept.credible)
        asked = set(range(len(others)))
        while asked:
            nearest = min(asked)
            more = self.entered(concept, others[nearest], found)
            asked.discard(nearest)
            if more != found:
                asked |= concerned[nearest]
            found = more
        return found

    def brought_down(self, concept: Concept, party: Party, above: Diagram) -> Diagram:
        """Where a party is not above a level, nor could respond so that it were."""
        return ~above & ~self.moved(party, above) if concept.respond else ~above

    def entered(self, concept: Concept, party: Party, states: Diagram) -> Diagram:
        """A set, and from where a party may move into it as a concept's sanctioners do."""
        self._check_time()
        if not self.bdd.support(states) & {f"now {option.atom}" for option in able(party)}:
            return states  # its moves neither enter nor leave it
        if concept.credible:
            return self.improved(party, states)
        return states | self.moved(party, states)

    def left(self, concept: Concept, party: Party, states: Diagram) -> Diagram:
        """A set, and where a party may move from it as a concept's sanctioners do."""
        self._check_time()
        return (self.led_to if concept.credible else self.taken_to)(party, states)

    def _check_time(self) -> None:
        if self._deadline is not None and time.monotonic() > self._deadline:
            raise OutOfTimeError

    # One state -----------------------------------------------------------------------------------

    def above(self, party: Party, letters: str) -> Diagram:
        """The states, infeasible ones included, that a party prefers to one."""
        level = [self.bdd.true if truth else self.bdd.false for truth in self._met(party, letters)]
        return self.beyond(self.wants(party), level)

    def _met(self, party: Party, letters: str) -> list[bool]:
        """Which wants (of a ranking, which digits) hold in a state."""
        if party.ranking is not None:
            return [self.has(digit, letters) for digit in self.wants(party)]
        values = dict(zip(self.variables, map("Y".__eq__, letters), strict=True))
        return [evaluate(want.formula, values) for want in party.ordered_wants]

    def seen(self, party: Party, letters: str, states: Diagram) -> Diagram:
        """A set over what a party may change from a state alone: all else as it is there."""
        values = self._values(letters)
        for place in self._changeable(party, letters):
            del values[self._names[place]]
        return self.bdd.let(values, states) if values else states

    def _changeable(self, party: Party, letters: str) -> list[int]:
        """The places of the options that a party may change from a state."""
        return [
            place
            for place, option in enumerate(self.options)
            if option.party == party.id
            and option.can in {"both", "stop" if letters[place] == "Y" else "start"}
        ]

    def ends(self, party: Party, letters: str, seen: Diagram) -> Iterator[str]:
        """The states that a party may move to from one, or that one, of a set `seen` from there."""
        places = self._changeable(party, letters)
        waiting = [(seen, letters, 0)]
        while waiting:
            rest, here, number = waiting.pop()
            if rest == self.bdd.false:
                continue
            if number == len(places):
                yield here
                continue
            place = places[number]
            name = self._names[place]
            for letter, value in (("Y", True), ("N", False)):
                there = here[:place] + letter + here[place + 1 :]
                waiting.append((self.bdd.let({name: value}, rest), there, number + 1))


def _levels(party: Party, places: dict[Atom, int]) -> list[Place]:
    """A party's level variables, each amid the options that its want names."""
    if party.ranking is not None:
        return [
            (-1.0, f"level {place:04}") for place in range((len(party.ranking) - 1).bit_length())
        ]
    found = []
    for number, want in enumerate(party.ordered_wants):
        named = [places[atom] for atom in atoms(want.formula)]
        found.append((sum(named) / len(named) - 0.25, f"level {number:04}"))
    return found
