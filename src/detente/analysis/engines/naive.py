"""The naive engine: each definition word for word, a state at a time, to compare others with.

Sets and loops, nothing shared with the other engines but the states and the preferences, and no
theorem used: sequences are followed move by move, remembering who moved last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from detente.analysis.concepts import Concept
from detente.dispute.formula import Atom, evaluate
from detente.dispute.model import Dispute, Party
from detente.errors import LimitReachedError

MOST_OPTIONS = 12

State = tuple[bool, ...]


class Naive:
    """The stable states of a dispute by definition.

    Raises
    ------
    LimitReachedError
        Where there are more than `MOST_OPTIONS` options.
    """

    def __init__(self, dispute: Dispute) -> None:
        if len(dispute.options) > MOST_OPTIONS:
            raise LimitReachedError(
                f"{len(dispute.options)} options: the naive engine takes up to {MOST_OPTIONS}; "
                "--engine explicit or symbolic takes more"
            )
        self.dispute = dispute
        self.options = dispute.options
        self.movers = [party.id for party in dispute.decision_makers]
        states: list[State] = [()]
        for _ in self.options:
            states = [(*state, value) for state in states for value in (False, True)]
        self.states = [state for state in states if self._feasible(state)]
        self.score = {
            party.id: {state: self._score(party, state) for state in self.states}
            for party in dispute.decision_makers
        }
        self.moves = cache(self._moves)
        self.ends = cache(self._ends)

    def _values(self, state: State) -> dict[Atom, bool]:
        return {option.atom: value for option, value in zip(self.options, state, strict=True)}

    def _feasible(self, state: State) -> bool:
        values = self._values(state)
        return not any(evaluate(pattern.when, values) for pattern in self.dispute.infeasible)

    def _score(self, party: Party, state: State) -> int:
        if party.ranking is not None:
            letters = self.letters(state)
            return -next(place for place, tied in enumerate(party.ranking) if letters in tied)
        values, wants = self._values(state), party.ordered_wants
        last = len(wants) - 1
        return sum(
            2 ** (last - j) for j, want in enumerate(wants) if evaluate(want.formula, values)
        )

    def letters(self, state: State) -> str:
        """A state as letters Y and N."""
        return "".join("NY"[value] for value in state)

    def _may(self, party: str, one: State, other: State) -> bool:
        """Whether each difference between two states is a change that a party may make."""
        for option, before, after in zip(self.options, one, other, strict=True):
            if before != after:
                allowed = {"both", "start" if after else "stop"}
                if option.party != party or option.can not in allowed:
                    return False
        return True

    def _moves(self, party: str, state: State) -> list[State]:
        """UM: where a party can move to from a state."""
        return [other for other in self.states if other != state and self._may(party, state, other)]

    def improvements(self, party: str, state: State) -> list[State]:
        """UI: the moves that make a party better off."""
        score = self.score[party]
        return [other for other in self.moves(party, state) if score[other] > score[state]]

    def _ends(self, coalition: tuple[str, ...], start: State, *, improving: bool) -> set[State]:
        """R or R⁺: the ends of legal sequences in which no party moves twice in succession."""
        found: set[tuple[State, str]] = set()
        waiting: list[tuple[State, str]] = [(start, "")]
        step = self.improvements if improving else self.moves
        while waiting:
            state, last = waiting.pop()
            for party in coalition:
                for end in step(party, state) if party != last else ():
                    if (end, party) not in found:
                        found.add((end, party))
                        waiting.append((end, party))
        return {end for end, _ in found}

    def stable(self, concept: Concept, party: str, state: State) -> bool:
        """Whether a state is stable for a party under a concept."""
        return all(
            self._sanctioned(concept, party, state, move)
            for move in self.improvements(party, state)
        )

    def _sanctioned(self, concept: Concept, party: str, state: State, move: State) -> bool:
        if concept.sanctions is None:
            return False
        others = tuple(other for other in self.movers if other != party)
        score, level = self.score[party], self.score[party][state]
        return any(
            score[end] <= level
            and not (concept.respond and any(score[to] > level for to in self.moves(party, end)))
            for end in self.ends(others, move, improving=concept.credible)
        )

    def solved(self, concepts: Iterable[Concept]) -> dict[str, dict[str, Sequence[str]]]:
        """By concept and party the letters of the stable states, sorted."""
        return {
            concept.name: {
                party: [
                    self.letters(state)
                    for state in self.states
                    if self.stable(concept, party, state)
                ]
                for party in self.movers
            }
            for concept in concepts
        }
