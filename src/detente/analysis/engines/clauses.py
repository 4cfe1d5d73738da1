"""Formulas as clauses, for a solver of propositional logic that is asked again and again.

Each part of a formula has a literal that is true exactly where the part is (Tseitin 1968); a
literal is a number, negative where negated. The solver is Glucose (Audemard and Simon 2009), which
keeps what it learned from one question to the next.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from math import inf

from pysat.solvers import Glucose4

from detente.analysis.engines.symbolic import OutOfTimeError
from detente.dispute.formula import And, Atom, Biconditional, Conditional, Formula, Not, Or

_CONFLICTS = 1_000  # after so many the time is looked at


class Allowance:
    """How long, and how much, solvers may work: without end, until it is said."""

    def __init__(self) -> None:
        self.renew(None, inf)

    def renew(self, deadline: float | None, questions: float) -> None:
        """Say how much may be asked from now on.

        Parameters
        ----------
        deadline
            When it is over, as `time.monotonic` tells it.
        questions
            How many; one that takes long counts several times.
        """
        self._deadline, self._left = deadline, questions

    def spend(self) -> None:
        """Ask one more question.

        Raises
        ------
        OutOfTimeError
            Where none is left, or no time.
        """
        self._left -= 1
        if self._left < 0 or (self._deadline is not None and time.monotonic() > self._deadline):
            raise OutOfTimeError


class Clauses:
    """Clauses, to which more may be added between questions.

    >>> from detente.dispute.formula import parse
    >>> clauses = Clauses(Allowance())
    >>> where = {Atom("a", "x"): clauses.new(), Atom("b", "y"): clauses.new()}
    >>> meant = clauses.holds(parse("a.x only if b.y"), where)
    >>> clauses.solved([meant, 2]), clauses.solved([meant, 2, -3]), sorted(clauses.core())
    (True, False, [-4, -3, 2])
    """

    def __init__(self, allowance: Allowance) -> None:
        allowance.spend()  # no work is begun when it is over
        self._allowance = allowance
        self._solver = Glucose4()
        self._count = 0
        self._joined: dict[frozenset[int], int] = {}
        self.true = self.new()
        self.add([self.true])

    def new(self) -> int:
        """A literal of its own."""
        self._count += 1
        return self._count

    def add(self, clause: Iterable[int]) -> None:
        """Ask that one of these be true from now on."""
        self._solver.add_clause(list(clause))

    def solved(self, assumed: Sequence[int]) -> bool:
        """Whether all clauses and these literals can be true together.

        Raises
        ------
        OutOfTimeError
            Where what is allowed is used up.
        """
        while True:
            self._allowance.spend()
            self._solver.conf_budget(_CONFLICTS)
            found = self._solver.solve_limited(list(assumed))
            if found is not None:
                return bool(found)

    def truth(self) -> Sequence[int]:
        """Where they can: of each variable, from 1 on, its literal that is true."""
        model: list[int] = self._solver.get_model()
        return model + [-var for var in range(len(model) + 1, self._count + 1)]  # in no clause

    def core(self) -> frozenset[int]:
        """Where they cannot: some of the literals assumed that cannot be true together."""
        return frozenset(self._solver.get_core())

    def all_of(self, literals: Iterable[int]) -> int:
        """A literal that is true where all of these are."""
        parts = frozenset(literals) - {self.true}
        if -self.true in parts or any(-part in parts for part in parts):
            return -self.true
        if len(parts) <= 1:
            return next(iter(parts), self.true)
        if parts not in self._joined:
            whole = self._joined[parts] = self.new()
            for part in parts:
                self.add([-whole, part])
            self.add([whole, *(-part for part in parts)])
        return self._joined[parts]

    def any_of(self, literals: Iterable[int]) -> int:
        """A literal that is true where one of these is."""
        return -self.all_of(-literal for literal in literals)

    def holds(self, formula: Formula, where: Mapping[Atom, int]) -> int:
        """A literal that is true where a formula is, of options that have these literals."""
        match formula:
            case Atom():
                return where[formula]
            case Not(operand):
                return -self.holds(operand, where)
            case And(parts):
                return self.all_of(self.holds(part, where) for part in parts)
            case Or(parts):
                return self.any_of(self.holds(part, where) for part in parts)
            case Biconditional(left, right):
                one, other = self.holds(left, where), self.holds(right, where)
                return self.all_of([self.any_of([-one, other]), self.any_of([one, -other])])
            case Conditional(left, connective, right):
                one, other = self.holds(left, where), self.holds(right, where)
                meant = {"only if": (-one, other), "if": (one, -other), "unless": (one, other)}
                return self.any_of(meant[connective])

    def beyond(self, better: Sequence[int], worse: Sequence[int]) -> int:
        """A literal that is true where the first want on which two lists differ is in the first."""
        found = -self.true
        for one, other in zip(reversed(better), reversed(worse), strict=True):
            here = self.all_of([one, -other])
            found = self.any_of([here, self.all_of([self.any_of([one, -other]), found])])
        return found
