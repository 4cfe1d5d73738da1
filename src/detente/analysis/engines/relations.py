"""Moves and improvements between sets of states, as relations of a party's options now and after.

A state differs from where a party moves in that party's options alone, so that of the infeasible
patterns only those that name one of them matter: a set need tell the truth about feasible states,
whatever it says of others, and stays small. Of a party's wants, those that name none of its options
are the same before and after. Options that no improvement asks about are left out of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dd import cudd

from detente.analysis.engines.diagrams import Diagram, Place, Space, after, now
from detente.dispute.formula import Atom, atoms
from detente.dispute.model import Dispute, Option, Party

_BESIDE = 1e-6  # so close to an option that no level comes between


def able(party: Party) -> list[Option]:
    """The options that a party may change."""
    return [option for option in party.options if option.can != "never"]


@dataclass(frozen=True, eq=False)
class _Improving:
    """Where a party's options, changed as it may, make it better off, and stay feasible."""

    relation: Diagram
    renamed: Mapping[str, str]  # options to what they are after
    idle: Sequence[str]  # options that it may change, and that the relation does not name


class Relations(Space):
    """A space of states with the parties' wants, moves and improvements.

    Parameters
    ----------
    dispute
        The dispute.
    places
        Of each option its place in the order at the start.
    more
        Other variables, and where they stand.
    """

    def __init__(
        self, dispute: Dispute, places: dict[Atom, int], more: Sequence[Place] = ()
    ) -> None:
        movable = [option for party in dispute.decision_makers for option in able(party)]
        later = [(places[option.atom] + _BESIDE, after(option)) for option in movable]
        super().__init__(dispute, places, [*later, *more])
        self.movers = [party for party in dispute.decision_makers if able(party)]
        self._wants: dict[str, list[Diagram]] = {}
        self._passable: dict[str, Diagram] = {}
        self._improving: dict[str, _Improving] = {}

    def wants(self, party: Party) -> list[Diagram]:
        """Where each want holds, the most important first; of a ranking the digits of its ranks."""
        if party.id not in self._wants:
            self._wants[party.id] = (
                [self.holds(want.formula) for want in party.ordered_wants]
                if party.ranking is None
                else self._digits(party.ranking)
            )
        return self._wants[party.id]

    def _digits(self, ranking: Sequence[Sequence[str]]) -> list[Diagram]:
        digits: list[Diagram] = [self.bdd.false] * (len(ranking) - 1).bit_length()
        for rank, tied in enumerate(reversed(ranking)):
            states = self.bdd.false
            for letters in tied:
                states |= self.state(letters)
            for place in range(len(digits)):
                if rank >> (len(digits) - 1 - place) & 1:
                    digits[place] |= states
        return digits

    def beyond(self, better: Sequence[Diagram], worse: Sequence[Diagram]) -> Diagram:
        """Where the first want on which two lists differ is in the first."""
        found = self.bdd.false
        for one, other in zip(reversed(better), reversed(worse), strict=True):
            found = (one & ~other) | (self._same(one, other) & found)
        return found

    def passable(self, party: Party) -> Diagram:
        """What no infeasible pattern forbids that names an option which a party may change."""
        if party.id not in self._passable:
            own = {option.atom for option in able(party)}
            found = self.bdd.true
            for pattern in self.dispute.infeasible:
                if own & set(atoms(pattern.when)):
                    found &= ~self.holds(pattern.when)
            self._passable[party.id] = found
        return self._passable[party.id]

    def _improvements(self, party: Party) -> _Improving:
        if party.id not in self._improving:
            self._improving[party.id] = self._improve(party)
        return self._improving[party.id]

    def _improve(self, party: Party) -> _Improving:
        mine = {now(option): after(option) for option in able(party)}
        wants = [want for want in self.wants(party) if self.bdd.support(want) & mine.keys()]
        relation = self.beyond([self.bdd.let(mine, want) for want in wants], wants)
        if self.passable(party) != self.bdd.true:
            relation &= self.bdd.let(mine, self.passable(party))
        for option in able(party):
            before, then = self.bdd.var(now(option)), self.bdd.var(after(option))
            if option.can == "start":
                relation &= ~before | then
            if option.can == "stop":
                relation &= before | ~then
        named = self.bdd.support(relation)
        renamed = {name: then for name, then in mine.items() if {name, then} & named}
        return _Improving(relation, renamed, sorted(mine.keys() - renamed.keys()))

    def differ(self, one: Diagram, other: Diagram) -> bool:
        """Whether two sets differ among the feasible states."""
        if self.feasible == self.bdd.true:
            return bool(one != other)
        apart = self.bdd.apply("xor", one, other)
        return bool((apart & self.feasible) != self.bdd.false)

    def slimmed(self, states: Diagram) -> Diagram:
        """A set with the same feasible states, smaller where that is found easily."""
        if self.feasible == self.bdd.true:
            return states
        slim = cudd.restrict(states, self.feasible)
        return slim if slim.dag_size < states.dag_size else states

    def improved(self, party: Party, states: Diagram) -> Diagram:
        """A set, and the states from which an improvement of a party leads into it."""
        how = self._improvements(party)
        if how.relation == self.bdd.false:
            return states
        then = self.bdd.exist(how.idle, states) if how.idle else states
        then = self.bdd.let(how.renamed, then)
        return states | cudd.and_exists(how.relation, then, set(how.renamed.values()))

    def moved(self, party: Party, states: Diagram) -> Diagram:
        """The feasible of a set, and the states from which a move of a party leads to those."""
        found = states & self.passable(party)
        both = [now(option) for option in able(party) if option.can == "both"]
        if both:
            found = self.bdd.exist(both, found)
        for option in able(party):
            name = now(option)
            if option.can == "start":
                found |= ~self.bdd.var(name) & self.bdd.let({name: True}, found)
            if option.can == "stop":
                found |= self.bdd.var(name) & self.bdd.let({name: False}, found)
        return found

    def asked(self, mover: Party, *, improving: bool) -> set[str]:
        """The variables on which it hangs how a party may move, or what improves for it."""
        how = self._improvements(mover).relation if improving else self.passable(mover)
        return set(self.bdd.support(how))

    def clashing(self, movers: Sequence[Party], *, improving: bool) -> list[set[int]]:
        """Of each mover which others' moves (improvements) may not be put before or after its own.

        A set that nobody else's move enters stays so when one mover's moves into it are added, for
        all those whose moves come to the same before and after that one's: neither names an option
        that the other changes.
        """
        changed = [{now(option) for option in able(mover)} for mover in movers]
        named = [self.asked(mover, improving=improving) for mover in movers]
        return [
            {
                other
                for other in range(len(movers))
                if other != one and (changed[one] & named[other] or changed[other] & named[one])
            }
            for one in range(len(movers))
        ]

    def near(self, party: Party) -> list[Party]:
        """The other movers, those first whose options stand nearest to a party's in wants."""
        met = [party.id]
        for one in met:
            met += [
                other.id
                for other in self.movers
                if other.id not in met and other.id in self._linked[one]
            ]
        met += [other.id for other in self.movers if other.id not in met]
        return [self.dispute.party(name) for name in met[1:]]

    @cached_property
    def _linked(self) -> Mapping[str, set[str]]:
        """Of each party those with which it is named together."""
        linked: dict[str, set[str]] = {party.id: set() for party in self.dispute.parties}
        rows = [
            {party.id, *(atom.party for atom in atoms(want.formula))}
            for party in self.movers
            for want in party.ordered_wants
        ]
        rows += [{atom.party for atom in atoms(one.when)} for one in self.dispute.infeasible]
        for row in rows:
            for name in row:
                linked[name] |= row
        return linked
