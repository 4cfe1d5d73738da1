"""Sets of states as decision diagrams: made of formulas, counted, listed, drawn from.

Diagrams are those of Bryant 1986, as CUDD keeps them, with its variables reordered by sifting
(Rudell 1993) whenever they have grown. They begin in an order in which options that are named
together stand close to each other, which spares most of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dd import cudd

from detente.analysis.engines.ordering import arranged
from detente.dispute.formula import (
    And,
    Atom,
    Biconditional,
    Conditional,
    Formula,
    Not,
    Or,
    atoms,
)
from detente.dispute.model import Dispute, Option

_MEMORY = 4 << 30  # bytes that diagrams may take
CACHE = 1 << 16  # entries at the start
_GROWTH = 1.05  # of diagrams while a variable seeks its place: half the time of CUDD's 1.2
_PATIENCE = 1.1  # the same where a set is sifted between operations
_SHRUNK = 0.9  # to so much of what it was: worth sifting once more
_TIMES = 3  # that sets are sifted at most
MANY = 300_000  # nodes: from here on reordering amid operations saves more than it costs

Diagram = Any  # dd.cudd.Function, which has no types
Known = dict[
    int, tuple[Diagram, int]
]  # by node, which is kept, a number: in how many choices it leads to true, or which one it is
Packed = tuple[tuple[tuple[int, int, int], ...], int]
"""Nodes (an option's place; the node where it is not chosen, and where it is, counted from 1, which
is true; negative where negated), those that others lead to first; and the node that is the set."""
Place = tuple[float, str]  # where a variable stands in the order at the start, and its name


def now(option: Option) -> str:
    """The variable of an option."""
    return f"now {option.atom}"


def after(option: Option) -> str:
    """The variable of an option after a move."""
    return f"after {option.atom}"


def order(dispute: Dispute) -> dict[Atom, int]:
    """Of each option its place, such that options that are named together stand close."""
    numbers = {option.atom: number for number, option in enumerate(dispute.options)}
    formulas = [want.formula for party in dispute.parties for want in party.ordered_wants]
    formulas += [pattern.when for pattern in dispute.infeasible]
    groups = [[numbers[atom] for atom in dict.fromkeys(atoms(formula))] for formula in formulas]
    return dict(zip(numbers, arranged(len(numbers), groups), strict=True))


def sift(bdd: Any) -> None:
    """Sift the variables of a manager, again while that makes its sets much smaller."""
    bdd.configure(max_growth=_PATIENCE)
    for _ in range(_TIMES):
        before = len(bdd)
        cudd.reorder(bdd)
        if len(bdd) > _SHRUNK * before:
            break


class Space:
    """The states of a dispute, and sets of them.

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
        self.dispute, self.options = dispute, dispute.options
        self.bdd = cudd.BDD(initial_cache_size=CACHE)
        self.bdd.configure(reordering=True, max_memory=_MEMORY, max_growth=_GROWTH)
        self._names = [now(option) for option in self.options]
        self._places = {name: place for place, name in enumerate(self._names)}
        mine = [(float(places[option.atom]), now(option)) for option in self.options]
        self.bdd.declare(*[name for _, name in sorted([*mine, *more])])
        self.variables = {option.atom: self.bdd.var(now(option)) for option in self.options}
        self.feasible: Diagram = self.bdd.true
        for pattern in dispute.infeasible:
            self.feasible &= ~self.holds(pattern.when)

    def learned(self) -> dict[Atom, int]:
        """Of each option its place, as reordering has left it."""
        ordered = sorted(self.variables, key=lambda atom: self.bdd.level_of_var(f"now {atom}"))
        return {atom: place for place, atom in enumerate(ordered)}

    def reordered(self, *, on: bool) -> None:
        """Let variables be reordered whenever diagrams have grown, or not."""
        self.bdd.configure(reordering=on)

    def sifted(self) -> None:
        """Sift the variables now, and no more amid operations unless there are very many nodes."""
        sift(self.bdd)
        self.bdd.configure(max_growth=_GROWTH, reordering=self.nodes > MANY)

    def taken(self, states: Diagram, space: Space) -> Diagram:
        """A set of another space, whose variables are brought into the order of these.

        Made anew node by node in another order, a set passes through far more nodes than it has.
        """
        cudd.reorder(space.bdd, {name: self.bdd.level_of_var(name) for name in self._names})
        return cudd.copy_bdd(states, self.bdd)

    @property
    def nodes(self) -> int:
        """How many nodes all diagrams have."""
        return len(self.bdd)

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

    def common(self, states: Diagram) -> dict[str, bool]:
        """The variables that are the same in all of a set that is not empty."""
        return {
            name: value
            for name in sorted(self.bdd.support(states))
            for value in (True, False)
            if self.bdd.let({name: not value}, states) == self.bdd.false
        }

    def count(self, states: Diagram) -> int:
        """How many states are in a set, exactly."""
        return self._counted(states, {})

    def _counted(self, node: Diagram, known: Known) -> int:
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
            known[key] = node, every - inside if node.negated else inside
        return known[key][1]

    def packed(self, states: Diagram) -> Packed:
        """A set as numbers, to be made again in another space.

        >>> from detente.dispute.file import loads
        >>> dispute = loads("{detente: 1, title: T, parties: {a: {options: {call: , pay: }}}}")
        >>> space, other = Space(dispute, order(dispute)), Space(dispute, order(dispute))
        >>> states = space.state("NN") | space.state("YY")
        >>> list(other.listed(other.unpacked(space.packed(states))))
        ['NN', 'YY']
        """
        rows: list[tuple[int, int, int]] = []
        places = {self.bdd.level_of_var(name): place for name, place in self._places.items()}
        root = self._numbered_node(states, places, rows, {int(self.bdd.true): 1})
        return tuple(rows), root

    def _numbered_node(
        self,
        node: Diagram,
        places: Mapping[int, int],
        rows: list[tuple[int, int, int]],
        known: dict[int, int],
    ) -> int:
        if node.negated:
            return -self._numbered_node(~node, places, rows, known)
        key = int(node)
        if key not in known:
            level, low, high = self.bdd.succ(node)
            ends = [self._numbered_node(end, places, rows, known) for end in (low, high)]
            rows.append((places[level], ends[0], ends[1]))
            known[key] = len(rows) + 1
        return known[key]

    def unpacked(self, packed: Packed) -> Diagram:
        """A set that was packed, in this space."""
        rows, root = packed
        nodes = [self.bdd.false, self.bdd.true]

        def node(number: int) -> Diagram:
            return nodes[number] if number > 0 else ~nodes[-number]

        for place, low, high in rows:
            nodes.append(self.bdd.ite(self.bdd.var(self._names[place]), node(high), node(low)))
        return node(root)

    def counted(self, packed: Packed) -> int:
        """How many states are in a packed set, exactly."""
        rows, root = packed
        every = 1 << len(self.options)
        counts = [0, every]
        for _, low, high in rows:
            ends = [counts[end] if end > 0 else every - counts[-end] for end in (low, high)]
            counts.append(sum(ends) // 2)
        return counts[root] if root > 0 else every - counts[-root]

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
            name = now(self.options[len(letters)])
            for letter, value in (("Y", True), ("N", False)):
                waiting.append((self.bdd.let({name: value}, rest), letters + letter))

    def drawn(self, states: Diagram, numbers: Iterable[int]) -> list[str]:
        """The states of a set with some numbers in the order of their letters, N before Y."""
        known: dict[int, tuple[Diagram, int]] = {}
        return [self._numbered(states, number, known) for number in numbers]

    def _numbered(self, rest: Diagram, number: int, known: Known) -> str:
        letters = ""
        for place, option in enumerate(self.options, start=1):
            without = self.bdd.let({now(option): False}, rest)
            fewer = self._counted(without, known) >> place
            if number < fewer:
                rest, letters = without, letters + "N"
            else:
                number -= fewer
                rest, letters = self.bdd.let({now(option): True}, rest), letters + "Y"
        return letters
