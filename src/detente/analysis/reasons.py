"""Why a party likes a state less than another: the first want, by rank, that it breaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from detente.analysis.graph_model import counts
from detente.analysis.states import Mask, StateSpace
from detente.dispute.model import Dispute


@dataclass(frozen=True, slots=True)
class Reason:
    """A want of a party, as what decides a comparison.

    Attributes
    ----------
    party
        Its id.
    index
        From 1 in the party's list as written; None where the party has a ranking.
    want
        The formula; None likewise.
    because
        The ids of the evidence for it.
    assumed
        Whether it is marked as assumed.
    """

    party: str
    index: int | None = None
    want: str | None = None
    because: tuple[str, ...] = ()
    assumed: bool = False


class Reasons:
    """The wants of a dispute and where they hold, to say why a party likes a state less."""

    def __init__(self, dispute: Dispute, space: StateSpace) -> None:
        self._dispute, self._space = dispute, space

    @cached_property
    def _wants(self) -> dict[str, list[tuple[Reason, Mask]]]:
        return {
            party.id: [
                (
                    Reason(party.id, index, str(want.formula), want.because, want.assumed),
                    self._space.holds(want.formula),
                )
                for index, want in enumerate(party.ordered_wants, start=1)
            ]
            for party in self._dispute.parties
            if counts(party)
        }

    def broken(self, party: str, state: int, than: int) -> Reason:
        """The first want of a party that a state breaks and the other, which it prefers, does not.

        Examples
        --------
        >>> from detente.dispute.file import loads
        >>> dispute = loads('''{detente: 1, title: Ferry, parties: {
        ...     a: {options: {sail: }, wants: [b.pay, a.sail only if b.pay]},
        ...     b: {options: {pay: }}}}''')
        >>> space = StateSpace.of(dispute)
        >>> Reasons(dispute, space).broken("a", space.index("YN"), space.index("NN")).index
        2
        """
        for reason, truth in self._wants[party]:
            if truth[than] and not truth[state]:
                return reason
        return Reason(party)

    def in_order(self, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
        """Some reasons, each once, as they stand in the file."""
        places = {party.id: place for place, party in enumerate(self._dispute.parties)}
        unique = dict.fromkeys(reasons)
        return tuple(sorted(unique, key=lambda found: (places[found.party], found.index or 0)))
