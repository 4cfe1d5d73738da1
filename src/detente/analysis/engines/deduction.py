"""One state by deduction: from a solver, however many states there are.

What the party can improve to is searched for by a solver, and each of these is either brought down
by a sequence of the others' moves or shown not to be. A sequence serves all improvements that
share what it rests on, so that few are looked at of very many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from detente.analysis.concepts import Concept
from detente.analysis.engines.choices import Own, lettered, valued
from detente.analysis.engines.clauses import Allowance
from detente.analysis.engines.passages import Passages, Threat
from detente.analysis.engines.replaying import deters
from detente.analysis.solutions import DisagreementError
from detente.dispute.model import Dispute, Party

Steps = list[tuple[Party, str]]
"""Who moves, and where to; two moves of one party on end are one."""


@dataclass(frozen=True, eq=False)
class _Known:
    """What is known under a concept: the sequences found, each of which serves some improvements.

    Where `open` is assumed, only improvements that none of them serves are looked at.
    """

    passages: Passages
    open: int
    threats: list[Threat] = field(default_factory=list)


class Deduction:
    """Whether the others bring a party down wherever it improves from a state.

    Parameters
    ----------
    dispute, party, state
        The party, and where it is asked whether it stays; a feasible state.
    allowance
        How much may be spent; as much as it takes unless given.

    Examples
    --------
    >>> from detente.analysis.concepts import CONCEPTS
    >>> from detente.dispute.file import loads
    >>> dispute = loads(\'\'\'{detente: 1, title: Arms, parties: {
    ...     a: {options: {arm: }, wants: [not b.arm, a.arm]},
    ...     b: {options: {arm: }, wants: [not a.arm, b.arm]}}}\'\'\')
    >>> found = Deduction(dispute, dispute.party("a"), "NN")
    >>> found.first(9), [(b.id, to) for b, to in found.steps(CONCEPTS["seq"], "YN")]
    (['YN'], [('b', 'YY')])
    >>> found.undeterred(CONCEPTS["nash"]), found.undeterred(CONCEPTS["seq"])
    ('YN', None)
    """

    def __init__(
        self, dispute: Dispute, party: Party, state: str, allowance: Allowance | None = None
    ) -> None:
        self.dispute, self.party = dispute, party
        self.allowance, self._state = allowance or Allowance(), valued(dispute, state)
        self._own = Own(dispute, party, self._state, self.allowance)
        self._made: dict[str, _Known] = {}
        self._first: dict[int, list[str]] = {}

    def first(self, most: int) -> list[str]:
        """The first of the party's improvements, sorted by their letters."""
        if most not in self._first:
            self._first[most] = list(islice(self._own.ends(self._state), most))
        return self._first[most]

    def escapes(self, state: str) -> Iterator[str]:
        """Where the party can move from another state, and is better off than in its own."""
        return self._own.ends(valued(self.dispute, state))

    def undeterred(self, concept: Concept) -> str | None:
        """An improvement that nothing deters from; None where there is none.

        Raises
        ------
        OutOfTimeError
            Where what is allowed is used up.
        """
        if concept.sanctions is None:
            return self._own.end(self._state)
        known = self._known(concept)
        while (to := self._own.end(self._state, [known.open])) is not None:
            if self.steps(concept, to) is None:
                return to
        return None

    def steps(self, concept: Concept, to: str) -> Steps | None:
        """The others' moves that deter from an improvement; None where there are none.

        Raises
        ------
        OutOfTimeError
            Where what is allowed is used up.
        """
        known, values = self._known(concept), valued(self.dispute, to)
        here = set(self._own.state(values))
        threat = next((one for one in known.threats if one.states <= here), None)
        if threat is None:
            threat = known.passages.threat(values)
            if threat is None:
                return None
            known.threats.append(threat)
            self._own.leave_out(known.open, threat.states)
        steps = self._replayed(threat, to)
        self._check(concept, to, steps)
        return steps

    def _check(self, concept: Concept, to: str, steps: Steps) -> None:
        """Make sure that moves deter from an improvement, by the definitions word for word.

        Raises
        ------
        DisagreementError
            Where they do not: a fault of the program.
        """
        ends = [valued(self.dispute, state) for state in (to, *(state for _, state in steps))]
        movers = [mover for mover, _ in steps]
        answered = concept.respond and self._own.end(ends[-1]) is not None
        states = [self._state, *ends]
        if answered or not deters(self.dispute, concept, self.party, states, movers):
            message = f"a sanction of {self.party.id} is none: please report this dispute"
            raise DisagreementError(message)

    def _known(self, concept: Concept) -> _Known:
        if concept.name not in self._made:
            passages = Passages(self.dispute, concept, self._own, self._state, self.allowance)
            self._made[concept.name] = _Known(passages, self._own.new())
        return self._made[concept.name]

    def _replayed(self, threat: Threat, to: str) -> Steps:
        values = valued(self.dispute, to)
        steps: Steps = []
        while threat.mover is not None and threat.then is not None:
            values |= threat.made or {}
            if steps and steps[-1][0] is threat.mover:
                steps.pop()
            steps.append((threat.mover, lettered(values)))
            threat = threat.then
        return steps
