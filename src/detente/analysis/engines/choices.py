"""States before and after a party changes its own options, as clauses.

Of the infeasible patterns those alone are asked again after a move that name an option of its
mover, and of its wants likewise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.analysis.engines.clauses import Allowance, Clauses
from detente.dispute.formula import Atom, atoms, evaluate
from detente.dispute.model import Dispute, Option, Party

Literals = Mapping[Atom, int]


def changeable(party: Party, letters: Mapping[Atom, bool]) -> list[Option]:
    """The options of a party that may change from a state, or from one that others make of it."""
    return [
        option
        for option in party.options
        if option.can in {"both", "stop" if letters[option.atom] else "start"}
    ]


def valued(dispute: Dispute, letters: str) -> dict[Atom, bool]:
    """Of each option whether it is chosen in a state."""
    return {
        option.atom: letter == "Y" for option, letter in zip(dispute.options, letters, strict=True)
    }


def lettered(values: Mapping[Atom, bool]) -> str:
    """The letters of a state."""
    return "".join("NY"[chosen] for chosen in values.values())


class Choices(Clauses):
    """Clauses about states of a dispute: `here`, a literal an option."""

    def __init__(self, dispute: Dispute, allowance: Allowance) -> None:
        super().__init__(allowance)
        self.dispute = dispute
        self.here: dict[Atom, int] = {option.atom: self.new() for option in dispute.options}
        self._ranked: dict[tuple[str, tuple[int, ...]], list[int]] = {}

    def state(self, values: Mapping[Atom, bool]) -> list[int]:
        """The literals of a state."""
        return [var if values[atom] else -var for atom, var in self.here.items()]

    def seen(self, where: Literals | None = None) -> str:
        """The letters of the state that was found."""
        truth = self.truth()
        rows = self.here if where is None else where
        return "".join("Y" if truth[var - 1] > 0 else "N" for var in rows.values())

    def wants(self, party: Party, where: Literals) -> list[int]:
        """What a party goes by, the most important first; of a ranking the digits of its ranks."""
        if party.ranking is None:
            return [self.holds(want.formula, where) for want in party.ordered_wants]
        key = party.id, tuple(where.values())
        if key not in self._ranked:
            self._ranked[key] = self._digits(party.ranking, where)
        return self._ranked[key]

    def _digits(self, ranking: Sequence[Sequence[str]], where: Literals) -> list[int]:
        places = range((len(ranking) - 1).bit_length())
        named: list[list[int]] = [[] for _ in places]
        for rank, tied in enumerate(reversed(ranking)):
            for letters in tied:
                chosen = zip(where.values(), letters, strict=True)
                one = self.all_of(var if letter == "Y" else -var for var, letter in chosen)
                for place in places:
                    if rank >> place & 1:
                        named[place].append(one)
        return [self.any_of(digit) for digit in reversed(named)]

    def above(self, party: Party, where: Literals, state: Mapping[Atom, bool]) -> int:
        """Where a party is better off than in a state."""
        if party.ranking is None:
            met = [evaluate(want.formula, state) for want in party.ordered_wants]
        else:
            letters = lettered(state)
            rank = next(n for n, tied in enumerate(reversed(party.ranking)) if letters in tied)
            count = (len(party.ranking) - 1).bit_length()
            met = [bool(rank >> place & 1) for place in reversed(range(count))]
        level = [self.true if truth else -self.true for truth in met]
        return self.beyond(self.wants(party, where), level)

    def gains(self, party: Party, after: Literals) -> int:
        """Where a party is better off after a change of its own options."""
        return self.beyond(self.wants(party, after), self.wants(party, self.here))

    def possible(self, where: Literals, changed: Iterable[Atom] | None = None) -> int:
        """Where no infeasible pattern holds; with `changed`, none that names one of these."""
        named = None if changed is None else set(changed)
        return self.all_of(
            -self.holds(pattern.when, where)
            for pattern in self.dispute.infeasible
            if named is None or named & set(atoms(pattern.when))
        )

    def allowed(self, options: Iterable[Option], after: Literals) -> int:
        """Where what `can` says lets options become what they are after."""
        ways = []
        for option in options:
            before, then = self.here[option.atom], after[option.atom]
            if option.can != "both":
                ways.append(
                    self.any_of([-before, then] if option.can == "start" else [before, -then])
                )
        return self.all_of(ways)


class Own(Choices):
    """What a party can make of a state by itself, where it is better off than in another.

    Parameters
    ----------
    dispute, party
        Who changes its options.
    state
        The state that it compares with.
    """

    def __init__(
        self, dispute: Dispute, party: Party, state: Mapping[Atom, bool], allowance: Allowance
    ) -> None:
        super().__init__(dispute, allowance)
        self.party = party
        able = [option for option in party.options if option.can != "never"]
        self.after = self.here | {option.atom: self.new() for option in able}
        self._places = {var: place for place, var in enumerate(self.after.values())}
        self.better = self.above(party, self.here, state)
        self.add([self.possible(self.here)])
        self._gain = self.all_of(
            [
                self.above(party, self.after, state),
                self.allowed(able, self.after),
                self.possible(self.after, [option.atom for option in able]),
            ]
        )

    def ends(self, values: Mapping[Atom, bool]) -> Iterator[str]:
        """The states that it can make of one and is better off in, sorted by their letters."""
        own = [self.after[option.atom] for option in changeable(self.party, values)]
        known = [*self.state(values), self._gain]
        waiting: list[tuple[list[int], str]] = [([], "")]
        while waiting:
            fixed, found = waiting.pop()  # what was found before may do
            if not found and self.solved([*known, *fixed]):
                found = self.seen(self.after)
            if len(fixed) == len(own) and found:
                yield found
            elif found:
                var = own[len(fixed)]
                chosen = found[self._places[var]] == "Y"
                waiting.append(([*fixed, var], found if chosen else ""))
                waiting.append(([*fixed, -var], "" if chosen else found))

    def end(self, values: Mapping[Atom, bool], without: Sequence[int] = ()) -> str | None:
        """One of them, if there are any."""
        found = self.solved([*self.state(values), self._gain, *without])
        return self.seen(self.after) if found else None

    def leave_out(self, where: int, states: Iterable[int]) -> None:
        """Where a literal is assumed, do not end in states that have these of its own options."""
        own = {self.here[option.atom]: self.after[option.atom] for option in self.party.options}
        self.add(
            [-where, *(own[abs(one)] * (-1 if one > 0 else 1) for one in states if abs(one) in own)]
        )

    def escape(self, values: Mapping[Atom, bool], *, respond: bool) -> str | None:
        """A state above that it is in or, where it may respond, can make of one; None without any.

        Then `core` says which literals of the state do for that.
        """
        if not self.solved([*self.state(values), self._gain if respond else self.better]):
            return None
        return self.seen(self.after if respond else self.here)
