"""Whether others can bring a party down from a state, by property-directed reachability.

Bradley 2011, as Eén, Mishchenko and Brayton 2011 put it. For 1, 2, 3, … moves there are *reasons*:
some options' choices that so many moves or fewer do not bring about together. States from which the
party could be brought down are a *threat*. Where a move leads to a threat, there is one before it;
else a reason against it is found, and made as general as it will be. In the end a threat holds the
state that is asked about, and so gives a sequence of moves; or the reasons hold of one move more
as well, and so of any number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from detente.analysis.concepts import Concept
from detente.analysis.engines.choices import Choices, Own, changeable, valued
from detente.analysis.engines.clauses import Allowance
from detente.dispute.formula import Atom
from detente.dispute.model import Dispute, Option, Party

Cube = frozenset[int]
"""States, by the literals of options that they have in common."""


@dataclass(frozen=True, eq=False)
class Threat:
    """States from which moves bring the party down.

    Attributes
    ----------
    states
        By the literals that they share.
    mover, made, then
        Who moves, what it makes of its options, and which threat that leads to; None at the end.
    """

    states: Cube
    mover: Party | None = None
    made: Mapping[Atom, bool] | None = None
    then: Threat | None = None


@dataclass(frozen=True, eq=False)
class _Mover:
    party: Party
    moves: int
    may: int
    after: Mapping[Atom, int]  # of the options that it may change


class Passages(Choices):
    """Where the others' moves lead, for one party and one state that it compares with.

    Parameters
    ----------
    dispute, state
        Where it is asked whether the party stays.
    concept
        One that has sanctions.
    own
        What the party can do by itself.
    allowance
        How much may be spent.
    """

    def __init__(
        self,
        dispute: Dispute,
        concept: Concept,
        own: Own,
        state: Mapping[Atom, bool],
        allowance: Allowance,
    ) -> None:
        super().__init__(dispute, allowance)
        self._concept, self._own = concept, own
        others = [one for one in dispute.decision_makers if one is not own.party]
        able = {one.id: changeable(one, state) for one in others}
        self._then = {o.atom: self.new() for one in others for o in able[one.id]}
        self._later = {self.here[atom]: then for atom, then in self._then.items()}
        self.add([self.possible(self.here)])
        self._movers = [self._mover(one, able[one.id]) for one in others if able[one.id]]
        self._step = self.new()
        self.add([-self._step, *(mover.moves for mover in self._movers)])
        self._down = self.new()
        self.add([-self._down, -self.above(own.party, self.here, state)])
        self._state = state

    def _mover(self, party: Party, able: Sequence[Option]) -> _Mover:
        mine = {option.atom: self._then[option.atom] for option in able}
        after = self.here | mine
        ways = [self.allowed(able, after), self.possible(after, mine)]
        if self._concept.credible:
            ways.append(self.gains(party, after))
        moves, may = self.new(), self.all_of(ways)
        self.add([-moves, may])
        for atom, then in self._then.items():
            if atom not in mine:
                self.add([-moves, -then, self.here[atom]])
                self.add([-moves, then, -self.here[atom]])
        return _Mover(party, moves, may, mine)

    # Asking --------------------------------------------------------------------------------------

    def threat(self, start: Mapping[Atom, bool]) -> Threat | None:
        """How the others can bring the party down from a state; None where they cannot.

        Raises
        ------
        OutOfTimeError
            Where what is allowed is used up.
        """
        self._begin(start)
        while True:
            top = len(self._levels) - 1
            while (end := self._end(top)) is not None:
                found = self._pursued(end, top)
                if found is not None:
                    return found
            if self._settled():
                return None

    def _begin(self, start: Mapping[Atom, bool]) -> None:
        literals = self.state(start)
        self._start = frozenset(literals)
        self._fixed = [literal for literal in literals if abs(literal) not in self._later]
        self._levels = [self.new(), self.new()]
        self._reasons: list[list[Cube]] = [[], []]

    def _within(self, level: int) -> list[int]:
        """What is assumed of the states that so many moves may lead to."""
        return [*self._fixed, *self._levels[level:]] if level else list(self._start)

    def _end(self, level: int) -> Threat | None:
        """States that so many moves may lead to and where the party is brought down."""
        while self.solved([*self._within(level), self._down]):
            values = valued(self.dispute, self.seen())
            escape = self._own.escape(values, respond=self._concept.respond)
            if escape is None:
                return Threat(self._own.core() & set(self.state(values)))
            self._refuse(valued(self.dispute, escape))
        return None

    def _refuse(self, escape: Mapping[Atom, bool]) -> None:
        """A party is not brought down where it can answer with these choices of its own."""
        able = [option for option in self._own.party.options if option.can != "never"]
        chosen = {o.atom: self.true if escape[o.atom] else -self.true for o in able}
        after = self.here | chosen
        better = self.above(self._own.party, after, self._state)
        ways = [better, self.allowed(able, after), self.possible(after, chosen)]
        self.add([-self._down, -self.all_of(ways)])

    def _pursued(self, end: Threat, top: int) -> Threat | None:
        """A threat that begins at the start; None where reasons against all were found.

        One that so many moves do not bring about is looked at again for one move more: what is
        behind it is often found so before another end is asked for.
        """
        waiting, asked = [(top, 0, end)], count(1)
        while waiting:
            level, _, threat = waiting[0]
            if threat.states <= self._start:
                return threat
            earlier = self._earlier(threat, level)
            if earlier is not None:
                heappush(waiting, (level - 1, next(asked), earlier))
                continue
            self._rule_out(threat.states, level)
            heappop(waiting)
            if level < top:
                heappush(waiting, (level + 1, next(asked), threat))
        return None

    # Moves ---------------------------------------------------------------------------------------

    def _led_to(self, states: Cube, level: int) -> bool:
        """Whether a move may lead into some states from outside of them, after fewer moves."""
        outside = self.new()
        self.add([-outside, *(-literal for literal in states)])
        after = [self._later[abs(literal)] * (1 if literal > 0 else -1) for literal in states]
        found = self.solved([*self._within(level - 1), self._step, outside, *after])
        self.add([-outside])
        return found

    def _earlier(self, threat: Threat, level: int) -> Threat | None:
        """States from which a move leads to a threat, after fewer moves; None where none does."""
        if not self._led_to(self._movable(threat.states), level):
            return None
        truth = self.truth()
        mover = next(one for one in self._movers if truth[one.moves - 1] > 0)
        made = {atom: truth[var - 1] > 0 for atom, var in mover.after.items()}
        here = [truth[var - 1] for var in self.here.values()]
        chosen = [var if made[atom] else -var for atom, var in mover.after.items()]
        if self.solved([-mover.may, *chosen, *here]):
            raise AssertionError("a move that may be made may not be made")
        own = {self.here[atom] for atom in made}
        kept = {literal for literal in threat.states if abs(literal) not in own}
        return Threat(self.core() & set(here) | kept, mover.party, made, threat)

    def _movable(self, states: Cube) -> Cube:
        return frozenset(literal for literal in states if abs(literal) in self._later)

    # Reasons -------------------------------------------------------------------------------------

    def _rule_out(self, states: Cube, level: int) -> None:
        """Note that so many moves do not lead into some states, nor into others like them."""
        reason = self._needed(self._movable(states))
        for literal in sorted(reason, key=abs):
            less = reason - {literal}
            if literal in reason and not less <= self._start and not self._led_to(less, level):
                reason = self._needed(less)
        while level + 1 < len(self._levels) and not self._led_to(reason, level + 1):
            level += 1
        self._note(reason, level)

    def _needed(self, states: Cube) -> Cube:
        """The literals that kept moves from leading into some states; not true of the start."""
        why = self.core()
        found = frozenset(
            literal
            for literal in states
            if self._later[abs(literal)] * (1 if literal > 0 else -1) in why
        )
        return found if not found <= self._start else found | {min(states - self._start, key=abs)}

    def _note(self, reason: Cube, level: int) -> None:
        self._reasons[level].append(reason)
        self.add([-self._levels[level], *(-literal for literal in reason)])

    def _settled(self) -> bool:
        """Allow one move more; whether the reasons of some number hold of any number."""
        self._levels.append(self.new())
        self._reasons.append([])
        for level in range(1, len(self._levels) - 1):
            waiting, self._reasons[level] = self._reasons[level], []
            for reason in waiting:
                if self._led_to(reason, level + 1):
                    self._reasons[level].append(reason)
                else:
                    self._note(reason, level + 1)
            if not self._reasons[level]:
                return True
        return False
