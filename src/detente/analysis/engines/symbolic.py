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

from collections.abc import Sequence
from dataclasses import replace

from dd import cudd

from detente.analysis.concepts import Concept
from detente.analysis.engines.arranging import followed, in_order, sifted_alone
from detente.analysis.engines.cases import DIGITS, Cases, told_apart
from detente.analysis.engines.diagrams import MANY, Diagram, Place, now
from detente.analysis.engines.relations import Relations, able
from detente.dispute.formula import Atom, atoms
from detente.dispute.model import Dispute, Option, Party

_FEW = 2000  # nodes of a set that is left to reordering amid operations
_GROWN = 1.5  # times as large as when it was sifted last: time to sift again


class OutOfTimeError(Exception):
    """The time allowed is over."""


class Symbolic(Relations):
    """What the others can do to a party, in sets of states.

    Parameters
    ----------
    dispute
        The dispute.
    party
        The party.
    places
        Of each option its place in the order at the start.
    """

    def __init__(self, dispute: Dispute, party: Party, places: dict[Atom, int]) -> None:
        levels = _levels(party, places)
        super().__init__(dispute, places, [*levels, *_digits(party, places)])
        self.bdd.group({DIGITS[0]: len(DIGITS)})  # alone, sifting strands them
        self._at_start = in_order(self.bdd)
        self.party = party
        self._names_of_levels = [name for _, name in levels]

    def stable(self, concept: Concept) -> Diagram:
        """The feasible states that are stable for the party under a concept."""
        party = self.party
        if not able(party):
            return self.feasible
        names, wants = self._names_of_levels, self.wants(party)
        wanted = self.at_best(concept) if concept.sanctions and not concept.respond else wants
        above = self.beyond(wanted, [self.bdd.var(name) for name in names])
        unsettled = self.undeterred(concept, above)
        if names:
            unsettled = self.bdd.let(dict(zip(names, wants, strict=True)), unsettled)
        return self.feasible & ~unsettled

    def undeterred(self, concept: Concept, above: Diagram) -> Diagram:
        """The levels and states from which a move leads to where the party stays above the level.

        What no moves of the others bring down none of their improvements do. That is found in
        moments. Its levels and its own options stay as they are while the others move: of the rest
        only what they come to is asked about where that is one of few cases, and not what all have
        in common where it is not.
        """
        if not concept.sanctions:
            return self.moved(self.party, above)
        down = self.brought_down(concept, above)
        if not concept.credible:
            return self.moved(self.party, above & ~self.held(concept, down))
        surely = self.undeterred(replace(concept, sanctions="moves"), above)
        left = self.left(above & ~surely)
        if left == self.bdd.false:
            return surely
        names = {*self._names_of_levels, *map(now, self.party.options)}
        cases = told_apart(self, down, left, names)
        if cases is not None:
            return surely | self._unheld(concept, above, cases)
        common = self.common(left)
        if common:
            above, down = above & self.bdd.cube(common), self.bdd.let(common, down)
        return surely | self.moved(self.party, above & ~self.held(concept, down))

    def _unheld(self, concept: Concept, above: Diagram, cases: Cases) -> Diagram:
        """The same of some levels and choices of its own, by what they come to for the others."""
        asked = (self.asked(other, improving=True) for other in self.near(self.party))
        own = set[str]().union(*asked) & {now(option) for option in self.party.options}
        held, found = self.held(concept, cases.numbered(own)), self.bdd.false
        for number, where in enumerate(cases.where):
            found |= self.moved(self.party, above & where & ~cases.of(number, held))
        return found

    def left(self, states: Diagram) -> Diagram:
        """Of some states and levels the levels, with what the party has chosen there.

        Those alone at which it may have been before its move.
        """
        own = [now(option) for option in able(self.party)]
        rest = [now(option) for option in self.options if now(option) not in own]
        before = self.feasible
        for name, want in zip(self._names_of_levels, self.wants(self.party), strict=True):
            before &= self._same(self.bdd.var(name), want)
        return cudd.and_exists(states & self.feasible, self.bdd.exist(own, before), rest)

    def at_best(self, concept: Concept) -> list[Diagram]:
        """The party's wants, with what it alone is concerned by chosen as suits it best.

        An option of its own that no other's move asks about makes no difference to what the
        others can do. Where one choice of it is never worse than the other, whatever they do, the
        party need look at that one alone: there is an option less in all that follows.
        """
        others = self.near(self.party)
        asked = [self.asked(other, improving=concept.credible) for other in others]
        shared = set(self.bdd.support(self.passable(self.party))).union(*asked)
        wants = self.wants(self.party)
        for option in able(self.party):
            if now(option) not in shared:
                choice = self._best(option, wants)
                wants = [self.bdd.let({now(option): choice}, want) for want in wants]
        return wants

    def _best(self, option: Option, wants: Sequence[Diagram]) -> Diagram:
        """The choice of an option that is never worse; as it is where neither is."""
        name, own = now(option), {now(one) for one in able(self.party)}
        theirs = set[str]().union(*map(self.bdd.support, wants)) - own
        chosen, left = (
            [self.bdd.let({name: one}, want) for want in wants] for one in (True, False)
        )
        choice = self.bdd.var(name)
        if option.can != "start":
            choice &= ~self.bdd.forall(theirs, ~self.beyond(chosen, left))
        if option.can != "stop":
            choice |= self.bdd.forall(theirs, ~self.beyond(left, chosen))
        return choice

    def held(self, concept: Concept, down: Diagram) -> Diagram:
        """Z: from where the others can bring the party to where it is brought down.

        It tells the truth of feasible states alone, so that a change among others is none. Those
        who stand near come first, again after each change that could concern them: what is settled
        among few is smaller than what is half done among many. A set that has grown is sifted
        between operations: amid one, what is sifted is mostly what will not be kept.
        """
        found, most = down, _FEW
        self.reordered(on=False)
        others = self.near(self.party)
        concerned = self.clashing(others, improving=concept.credible)
        asked = set(range(len(others)))
        while asked:
            nearest = min(asked)
            more = self.entered(concept, others[nearest], found)
            asked.discard(nearest)
            if self.differ(more, found):
                asked |= concerned[nearest]
                more = found = self.slimmed(more)
            if found.dag_size > most:
                alone = sifted_alone(found, self._at_start)
                more = found = self.bdd.false  # in nobody's way while variables move
                self.follow(in_order(alone.bdd))
                more = found = cudd.copy_bdd(alone, self.bdd)
                self.reordered(on=self.nodes > MANY)
                most = max(_FEW, _GROWN * found.dag_size)
        return found

    def follow(self, order: Sequence[str]) -> None:
        """Bring some variables into an order, each with those that follow it at the start."""
        digits = [name for name in in_order(self.bdd) if name in DIGITS]
        found = followed(order, self._at_start, digits)
        cudd.reorder(self.bdd, {name: level for level, name in enumerate(found)})

    def brought_down(self, concept: Concept, above: Diagram) -> Diagram:
        """Where the party is not above a level, nor could respond so that it were."""
        return ~above & ~self.moved(self.party, above) if concept.respond else ~above

    def entered(self, concept: Concept, party: Party, states: Diagram) -> Diagram:
        """A set, and from where a party may move into it as a concept's sanctioners do."""
        if not self.bdd.support(states) & {f"now {option.atom}" for option in able(party)}:
            return states  # its moves neither enter nor leave it
        if concept.credible:
            return self.improved(party, states)
        return states | self.moved(party, states)


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


def _digits(party: Party, places: dict[Atom, int]) -> list[Place]:
    """The variables that number cases, amid the options of others that the party's wants name."""
    named = [
        places[atom]
        for want in party.ordered_wants
        for atom in atoms(want.formula)
        if atom.party != party.id
    ]
    middle = sum(named) / len(named) if named else 0.0
    return [(middle - 0.2, name) for name in DIGITS]
