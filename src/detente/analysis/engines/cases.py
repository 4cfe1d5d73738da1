"""What a party's levels and choices come to for the others: few cases, told apart by few variables.

While the others move, a party's level variables and its own options stay as they are. All that they
do is to say which states bring the party down: often one of a handful of sets, whatever some twenty
variables are. With the number of the set in their place a fixpoint is asked for once a set, and not
once for each way of coming by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.analysis.engines.diagrams import Diagram, Space

MOST = 64  # cases: more hang together by their levels better than by their numbers
_STEPS = 5_000  # questions by which they are told apart
# The names of the variables that number cases, the highest first.
DIGITS = tuple(f"case {place}" for place in range((MOST - 1).bit_length()))


@dataclass(frozen=True)
class Cases:
    """Sets that differ by some variables alone, and where each of them is meant.

    Attributes
    ----------
    space
        The space of all these.
    sets
        Of each case its set, smaller ones first.
    where
        Of each case the choices of the variables that come to it.
    """

    space: Space
    sets: Sequence[Diagram]
    where: Sequence[Diagram]

    def numbered(self, kept: set[str]) -> Diagram:
        """All sets as one, by the digits of their numbers.

        Parameters
        ----------
        kept
            Variables that are not forgotten: a set is empty where they are not as in its case.
        """
        bdd = self.space.bdd
        found = bdd.false
        for number, (states, where) in enumerate(zip(self.sets, self.where, strict=True)):
            gone = bdd.support(where) - kept
            found |= bdd.cube(self._digits(number)) & states & bdd.exist(gone, where)
        return found

    def of(self, number: int, numbered: Diagram) -> Diagram:
        """What a set by numbers holds of one case."""
        named = self._digits(number)
        return self.space.bdd.let(named, numbered) if named else numbered

    def _digits(self, number: int) -> dict[str, bool]:
        count = (len(self.sets) - 1).bit_length()
        return {
            name: bool(number >> place & 1) for place, name in enumerate(reversed(DIGITS[:count]))
        }


def told_apart(space: Space, states: Diagram, among: Diagram, names: set[str]) -> Cases | None:
    """The sets that are left of one where some variables are chosen; None where they are many.

    Parameters
    ----------
    space
        The space of both.
    states
        The set.
    among
        The choices of the variables that are asked about, not none.
    names
        The variables.

    Examples
    --------
    >>> from detente.analysis.engines.diagrams import now, order
    >>> from detente.dispute.file import loads
    >>> parties = "{a: {options: {call: , pay: }}, b: {options: {talk: }}}"
    >>> dispute = loads(f"{{detente: 1, title: T, parties: {parties}}}")
    >>> space = Space(dispute, order(dispute), [(-1.0, name) for name in DIGITS])
    >>> call, pay, talk = (space.bdd.var(now(option)) for option in dispute.options)
    >>> states = (call | pay) & talk
    >>> cases = told_apart(space, states, space.bdd.true, {"now a.call", "now a.pay"})
    >>> len(cases.sets), cases.sets[1] == talk, cases.where[1] == call | pay
    (2, True, True)
    >>> cases.of(1, cases.numbered(set())) == talk
    True
    """
    try:
        found = _Splitting(space, names).of(states, among)
    except _ManyError:
        return None
    rows = sorted(found.items(), key=lambda row: space.count(row[0]))
    return Cases(space, [row[0] for row in rows], [row[1] for row in rows])


class _ManyError(Exception):
    """There are too many cases, or too much is to be asked to tell them apart."""


class _Splitting:
    """Told apart variable by variable; what was asked once is not asked again."""

    def __init__(self, space: Space, names: set[str]) -> None:
        self._bdd, self._names = space.bdd, names
        self._known: dict[tuple[int, int], tuple[Diagram, Diagram, dict[Diagram, Diagram]]] = {}

    def of(self, states: Diagram, among: Diagram) -> dict[Diagram, Diagram]:
        """By set that is left the choices that leave it."""
        if among == self._bdd.false:
            return {}
        named = self._bdd.support(states) & self._names
        if not named:
            return {states: among}
        key = int(states), int(among)
        if key not in self._known:
            name = min(named, key=self._bdd.level_of_var)
            self._known[key] = states, among, self._chosen(name, states, among)
        return self._known[key][2]

    def _chosen(self, name: str, states: Diagram, among: Diagram) -> dict[Diagram, Diagram]:
        found: dict[Diagram, Diagram] = {}
        for literal, value in ((~self._bdd.var(name), False), (self._bdd.var(name), True)):
            ends = [self._bdd.let({name: value}, one) for one in (states, among)]
            for left, where in self.of(*ends).items():
                found[left] = found.get(left, self._bdd.false) | where & literal
        if len(found) > MOST or len(self._known) > _STEPS:
            raise _ManyError
        return found
