"""The symbolic engine: sets of states as decision diagrams, for a hundred options and more.

With the wants of a party as *level variables* θ, let Z(x, θ) hold where the others can bring the
party from x to a state of weight at most θ: the least set that holds the states of such weight, and
the states from which a move of another (under SEQ and SSEQ, an improvement) leads into it. A move t
from s is then an unsanctioned improvement where t is above θ and not in Z, with θ the wants that
hold in s; putting those in the place of θ gives the set of all stable states at once.

Diagrams are those of Bryant 1986, as CUDD keeps them, with its variables reordered by sifting
(Rudell 1993) from the start, whenever they have grown.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from random import Random
from typing import Any

from dd import cudd

from detente.analysis.concepts import Concept
from detente.analysis.solutions import Solution
from detente.dispute.formula import (
    And,
    Atom,
    Biconditional,
    Conditional,
    Formula,
    Not,
    Or,
    evaluate,
)
from detente.dispute.model import Dispute, Option, Party
from detente.errors import LimitReachedError

_MEMORY = 4 << 30  # bytes that diagrams may take

Diagram = Any  # dd.cudd.Function, which has no types


class OutOfTimeError(Exception):
    """The time allowed is over."""


class Symbolic:
    """Sets of states of one dispute.

    Parameters
    ----------
    dispute
        The dispute.
    time_limit
        Seconds after which `OutOfTimeError` is raised.
    """

    def __init__(self, dispute: Dispute, time_limit: float | None = None) -> None:
        self.dispute, self.options = dispute, dispute.options
        self._deadline = None if time_limit is None else time.monotonic() + time_limit
        self.bdd = cudd.BDD()
        self.bdd.configure(reordering=True, max_memory=_MEMORY)
        self._names = [_now(option) for option in self.options]
        self._able = {
            party.id: [
                (place, option.can)
                for place, option in enumerate(self.options)
                if option.party == party.id and option.can != "never"
            ]
            for party in dispute.decision_makers
        }
        self.movers = [party for party in dispute.decision_makers if _able(party)]
        self._levels: dict[str, list[str]] = {}
        for party in dispute.decision_makers:
            self._declare(party)
        self.variables = {option.atom: self.bdd.var(_now(option)) for option in self.options}
        self.feasible: Diagram = self.bdd.true
        for pattern in dispute.infeasible:
            self.feasible &= ~self.holds(pattern.when)
        self.wants = {party.id: self._wants(party) for party in dispute.decision_makers}
        for party in dispute.decision_makers:
            self._levels[party.id] = [f"level {party.id} {n}" for n in range(self._count(party))]

    def _count(self, party: Party) -> int:
        if party.ranking is not None:
            return (len(party.ranking) - 1).bit_length()
        return len(party.ordered_wants)

    def _declare(self, party: Party) -> None:
        """The variables: a party's levels, then each of its options now and after a move."""
        names = [f"level {party.id} {number}" for number in range(self._count(party))]
        for option in party.options:
            names += [_now(option), _after(option)]
        self.bdd.declare(*names)

    def _wants(self, party: Party) -> list[Diagram]:
        """Where each want holds, the most important first; of a ranking the digits of its ranks."""
        if party.ranking is None:
            return [self.holds(want.formula) for want in party.ordered_wants]
        digits: list[Diagram] = [self.bdd.false] * self._count(party)
        for rank, tied in enumerate(reversed(party.ranking)):
            states = self.bdd.false
            for letters in tied:
                states |= self.state(letters)
            for place in range(len(digits)):
                if rank >> (len(digits) - 1 - place) & 1:
                    digits[place] |= states
        return digits

    def state(self, letters: str) -> Diagram:
        """The set of one state."""
        return self.bdd.cube(self._values(letters))

    def _values(self, letters: str) -> dict[str, bool]:
        return dict(zip(self._names, map("Y".__eq__, letters), strict=True))

    def holds(self, formula: Formula) -> Diagram:
        """The states in which a formula holds, infeasible ones included."""
        match formula:
            case Atom():
                return self.variables[formula]
            case Not(operand):
                return ~self.holds(operand)
            case And(parts):
                return self._joined("and", [self.holds(part) for part in parts])
            case Or(parts):
                return self._joined("or", [self.holds(part) for part in parts])
            case Biconditional(left, right):
                return self._same(self.holds(left), self.holds(right))
            case Conditional(left, connective, right):
                one, other = self.holds(left), self.holds(right)
                meant = {"only if": ~one | other, "if": one | ~other, "unless": one | other}
                return meant[connective]

    def _joined(self, word: str, parts: Sequence[Diagram]) -> Diagram:
        found = parts[0]
        for part in parts[1:]:
            found = self.bdd.apply(word, found, part)
        return found

    def _same(self, one: Diagram, other: Diagram) -> Diagram:
        return self.bdd.apply("equiv", one, other)

    # Moves and improvements ----------------------------------------------------------------------

    def _above(self, better: Sequence[Diagram], worse: Sequence[Diagram]) -> Diagram:
        """Where the first want on which two lists differ is in the first."""
        found = self.bdd.false
        for one, other in zip(reversed(better), reversed(worse), strict=True):
            found = (one & ~other) | (self._same(one, other) & found)
        return found

    @cached_property
    def _improvements(self) -> dict[str, Diagram]:
        """Of each mover where its options, changed as it may, make it better off."""
        found = {}
        for party in self.movers:
            wants, able = self.wants[party.id], _able(party)
            after = {_now(option): _after(option) for option in able}
            better = [self.bdd.let(after, want) for want in wants] if after else wants
            relation = self._above(better, wants)
            for option in able:
                now, then = self.bdd.var(_now(option)), self.bdd.var(_after(option))
                if option.can == "start":
                    relation &= ~now | then
                if option.can == "stop":
                    relation &= now | ~then
            found[party.id] = relation
        return found

    def before(self, party: Party, states: Diagram, *, improving: bool) -> Diagram:
        """The states in some set, or from which a party's move (an improvement) leads there.

        Infeasible ones are included.
        """
        able = _able(party)
        if improving:
            after = {_now(option): _after(option) for option in able}
            then = self.bdd.let(after, states)
            moved = cudd.and_exists(self._improvements[party.id], then, set(after.values()))
            return states | moved
        both = [_now(option) for option in able if option.can == "both"]
        found = self.bdd.exist(both, states) if both else states
        for option in able:
            now = _now(option)
            if option.can == "start":
                found |= ~self.bdd.var(now) & self.bdd.let({now: True}, found)
            if option.can == "stop":
                found |= self.bdd.var(now) & self.bdd.let({now: False}, found)
        return found

    # Stability -----------------------------------------------------------------------------------

    def stable(self, concept: Concept, party: Party) -> Diagram:
        """The feasible states that are stable for a party under a concept.

        Raises
        ------
        OutOfTimeError
            Where the time allowed is over.
        LimitReachedError
            Where diagrams take more memory than they may.
        """
        wants, names = self.wants[party.id], self._levels[party.id]
        if not _able(party):
            return self.feasible
        unsettled = self.unsettled(concept, party, [self.bdd.var(name) for name in names])
        if names:
            unsettled = self.bdd.let(dict(zip(names, wants, strict=True)), unsettled)
        return self.feasible & ~unsettled

    def unsettled(self, concept: Concept, party: Party, level: Sequence[Diagram]) -> Diagram:
        """From where a party has an unsanctioned move to above a level."""
        above = self.feasible & self._above(self.wants[party.id], level)
        open_ = above & ~self.held(concept, party, above) if concept.sanctions else above
        return self.before(party, open_, improving=False)

    def held(self, concept: Concept, party: Party, above: Diagram) -> Diagram:
        """Z: from where the others can bring a party to where it is not above a level."""
        found = self.brought_down(concept, party, above)
        others = [other for other in self.movers if other is not party]
        quiet = place = 0
        while quiet < len(others):
            more = self.entered(concept, others[place % len(others)], found)
            place += 1
            quiet = quiet + 1 if more == found else 1
            found = more
        return found

    def brought_down(self, concept: Concept, party: Party, above: Diagram) -> Diagram:
        """Where a party is not above a level, nor could respond so that it were."""
        found = self.feasible & ~above
        if concept.respond:
            found &= ~self.before(party, above, improving=False)
        return found

    def entered(self, concept: Concept, party: Party, states: Diagram) -> Diagram:
        """A set, and from where a party may move into it as a concept's sanctioners do."""
        if not self._asks(states, party):
            return states
        self._check_time()
        return self.feasible & self.before(party, states, improving=concept.credible)

    def above(self, party: Party, letters: str) -> Diagram:
        """The states, infeasible ones included, that a party prefers to one."""
        level = [self.bdd.true if truth else self.bdd.false for truth in self._met(party, letters)]
        return self._above(self.wants[party.id], level)

    def _met(self, party: Party, letters: str) -> list[bool]:
        """Which wants (of a ranking, which digits) hold in a state."""
        if party.ranking is not None:
            return [self.has(digit, letters) for digit in self.wants[party.id]]
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
            for place, can in self._able[party.id]
            if can in {"both", "stop" if letters[place] == "Y" else "start"}
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

    def _asks(self, states: Diagram, party: Party) -> bool:
        """Whether a party's options make a difference to a set: else its moves do not enter it."""
        named = self.bdd.support(states) | self.bdd.support(self.feasible)
        return any(_now(option) in named for option in _able(party))

    def _check_time(self) -> None:
        """Stop where time is over."""
        if self._deadline is not None and time.monotonic() > self._deadline:
            raise OutOfTimeError

    # Sets ----------------------------------------------------------------------------------------

    def count(self, states: Diagram) -> int:
        """How many states are in a set, exactly."""
        return self._counted(states, {})

    def _counted(self, node: Diagram, known: dict[int, int]) -> int:
        """Of all choices of the options how many lead to true."""
        every = 1 << len(self.options)
        if node == self.bdd.true:
            return every
        if node == self.bdd.false:
            return 0
        key = int(node)
        if key not in known:
            _, low, high = self.bdd.succ(node)
            inside = (self._counted(low, known) + self._counted(high, known)) // 2
            known[key] = every - inside if node.negated else inside
        return known[key]

    def has(self, states: Diagram, letters: str) -> bool:
        """Whether a state is in a set."""
        return bool(self.bdd.let(self._values(letters), states) == self.bdd.true)

    def listed(self, states: Diagram) -> Iterator[str]:
        """The states of a set as letters, sorted, N before Y."""
        waiting = [(states, "")]
        while waiting:
            rest, letters = waiting.pop()
            if rest == self.bdd.false:
                continue
            if len(letters) == len(self.options):
                yield letters
                continue
            name = _now(self.options[len(letters)])
            for letter, value in (("Y", True), ("N", False)):
                waiting.append((self.bdd.let({name: value}, rest), letters + letter))

    def drawn(self, states: Diagram, number: int, seed: int = 0) -> list[str]:
        """States of a set drawn at random, each as likely as any other, with replacement."""
        random, known = Random(seed), dict[int, int]()  # noqa: S311 - a sample to draw again
        if not self._counted(states, known):
            return []
        return [self._draw(states, random, known) for _ in range(number)]

    def _draw(self, node: Diagram, random: Random, known: dict[int, int]) -> str:
        values: dict[str, bool] = {}
        negated = False
        while node.var is not None:
            negated ^= node.negated
            _, low, high = self.bdd.succ(node)
            weights = [self._counted(~end if negated else end, known) for end in (low, high)]
            taken = random.randrange(sum(weights)) >= weights[0]
            values[node.var] = taken
            node = high if taken else low
        return "".join(
            "NY"[values.get(_now(option), random.random() < 0.5)]  # noqa: PLR2004
            for option in self.options
        )


def _able(party: Party) -> list[Option]:
    """The options that a party may change."""
    return [option for option in party.options if option.can != "never"]


def _now(option: Option) -> str:
    return f"now {option.atom}"


def _after(option: Option) -> str:
    return f"after {option.atom}"


@dataclass(frozen=True, eq=False)
class Diagrams(Solution):
    """A solution as sets of states.

    Attributes
    ----------
    engine_of
        The sets' engine.
    stable
        By concept and party the stable states.
    undecided
        The concepts for which time or memory ran out.
    """

    engine_of: Symbolic
    stable: Mapping[str, Mapping[str, Diagram]]
    parties: tuple[str, ...]
    seconds: Mapping[str, float]
    undecided: tuple[str, ...] = ()
    engine: str = "symbolic"

    @property
    def concepts(self) -> tuple[str, ...]:  # type: ignore[override]
        """The names of the concepts decided."""
        return tuple(self.stable)

    @cached_property
    def states(self) -> int:  # type: ignore[override]
        """The number of feasible states."""
        return self.engine_of.count(self.engine_of.feasible)

    def set_of(self, concept: str, party: str | None = None) -> Diagram:
        """The states that are stable for a party; without one, the equilibria."""
        if party is not None:
            return self.stable[concept][party]
        if concept not in self._equilibria:
            found = self.engine_of.feasible
            for states in self.stable[concept].values():
                found &= states
            self._equilibria[concept] = found
        return self._equilibria[concept]

    @cached_property
    def _equilibria(self) -> dict[str, Diagram]:
        return {}

    def count(self, concept: str, party: str | None = None) -> int:
        """How many states hold, exactly."""
        return self.engine_of.count(self.set_of(concept, party))

    def listed(
        self, concept: str, party: str | None = None, limit: int | None = None
    ) -> Sequence[str]:
        """The first states that hold, as letters."""
        return list(islice(self.engine_of.listed(self.set_of(concept, party)), limit))

    def holds(self, concept: str, state: str, party: str | None = None) -> bool:
        """Whether a state holds."""
        return self.engine_of.has(self.set_of(concept, party), state)


def solved(
    dispute: Dispute, concepts: Sequence[Concept], time_limit: float | None = None
) -> Diagrams:
    """The stable states of a dispute, by the symbolic engine; what was decided within a limit."""
    began = time.perf_counter()
    engine = Symbolic(dispute, time_limit)
    ranked = time.perf_counter()
    stable: dict[str, dict[str, Diagram]] = {}
    for concept in concepts:
        try:
            stable[concept.name] = {
                party.id: engine.stable(concept, party) for party in dispute.decision_makers
            }
        except (OutOfTimeError, MemoryError, RuntimeError):  # RuntimeError: CUDD's limits
            break
    if not stable and concepts:
        raise LimitReachedError(
            "the symbolic engine did not decide any concept within its limits; ask for one concept "
            "alone, leave out options, or raise --time-limit"
        )
    seconds = {"preferences": ranked - began, "stability": time.perf_counter() - ranked}
    return Diagrams(
        engine,
        stable,
        tuple(party.id for party in dispute.decision_makers),
        seconds,
        tuple(concept.name for concept in concepts if concept.name not in stable),
    )
