"""The coverage's own ways out, tried in the model: whether what somebody says would do it does.

A way out whose formula the options can express is granted: as if the nearest state that moves lead
to from today, and in which it holds, were today, and what changed for it stayed so. It is enough
where nothing more need be conceded from there: steps lead to a settlement that lasts. Else what is
missing are the least concessions from there. Either way it is said who would have to act against
its wants, and who would end worse off than today: what is enough may be asked of somebody in
vain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from detente.analysis.concepts import CHOSEN
from detente.analysis.graph_model import GraphModel
from detente.analysis.reasons import Reason, Reasons
from detente.analysis.states import Mask
from detente.analysis.unlocking import Unlocking, unlock
from detente.dispute.formula import Formula
from detente.dispute.model import Dispute, Option

VERDICTS = {
    "enough": "once it is so, the rest follows without a concession",
    "not enough": "even then something is missing",
    "out of reach": "no sequence of moves brings it about",
    "not expressible": "the options of the file cannot say it",
    "untried": "nothing says what would count as settled",
}
MOST_STARTS = 12
_BOUND = {True: "start", False: "stop"}


@dataclass(frozen=True, slots=True)
class Trial:
    """A way out of the coverage, tried in the model.

    Attributes
    ----------
    way
        Its place from 0 among the dispute's `ways_out`.
    verdict
        A key of `VERDICTS`.
    state
        Where it is so, as letters: of the nearest states the one that does most.
    opposed
        Of each party that would have to act for it, and likes that state less than today, the first
        want that it breaks.
    rest
        What then unlocks it: nothing conceded where it is enough, else the least that is missing;
        None where nothing would do.
    worse_off
        Of each party that likes the settlement then reached less than today, the first want that it
        breaks.
    """

    way: int
    verdict: str
    state: str | None = None
    opposed: tuple[Reason, ...] = ()
    rest: Unlocking | None = None
    worse_off: tuple[Reason, ...] = ()


def trials(
    dispute: Dispute,
    concept: str = CHOSEN,
    to: Formula | None = None,
    time_limit: float | None = None,
) -> tuple[Trial, ...]:
    """Each way out of the coverage, tried in the model.

    Parameters
    ----------
    dispute
        The dispute; those of its `ways_out` that have a formula can be tried.
    concept
        The concept under which a settlement is to last.
    to
        What would count as settled, in place of the dispute's resolution.
    time_limit
        Seconds for each search for what is missing; then it is as if nothing would do.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> found = trials(loads('''
    ... detente: 1
    ... title: Ferry
    ... resolution: a.sail and b.pay
    ... parties:
    ...   a: {options: {sail: }, wants: [a.sail only if b.pay, a.sail]}
    ...   b: {options: {pay: }, wants: [a.sail, not b.pay]}
    ... ways_out:
    ...   - {needs: that b pays, formula: b.pay}
    ...   - {needs: that a sails first, formula: a.sail}
    ...   - {needs: some good will}
    ... '''))
    >>> [trial.verdict for trial in found]
    ['enough', 'not enough', 'not expressible']
    """
    named = to is not None or dispute.resolution is not None
    trier = _Trier(dispute, concept, to, time_limit) if dispute.options and named else None
    return tuple(_trials(dispute, trier))


def _trials(dispute: Dispute, trier: _Trier | None) -> Iterator[Trial]:
    for number, way in enumerate(dispute.ways_out):
        if way.formula is None:
            yield Trial(number, "not expressible")
        elif trier is None:
            yield Trial(number, "untried")
        else:
            yield trier.tried(number, way.formula)


class _Trier:
    """Tries formulas in one dispute."""

    def __init__(
        self, dispute: Dispute, concept: str, to: Formula | None, time_limit: float | None
    ) -> None:
        self.dispute, self.concept, self.to = dispute, concept, to
        self.time_limit = time_limit
        self.model = GraphModel.of(dispute)
        self.here = self.model.space.status_quo
        self.reasons = Reasons(dispute, self.model.space)

    def tried(self, number: int, formula: Formula) -> Trial:
        starts = self._nearest(self.model.space.where(formula))
        if not starts:
            return Trial(number, "out of reach")
        found = [(start, self._rest(start)) for start in starts[:MOST_STARTS]]
        able = [(way.cost, start, way) for start, way in found if way is not None]
        if not able:
            return self._told(number, "not enough", starts[0], None)
        cost, start, way = min(able, key=lambda row: row[:2])
        return self._told(number, "not enough" if cost else "enough", start, way)

    def _nearest(self, holds: Mask) -> list[int]:
        """The states in which it holds, that moves lead to, with the fewest options changed."""
        reached = self.model.closure(self.model.movers, self.here)
        able = np.flatnonzero(holds & (reached | (np.arange(len(holds)) == self.here)))
        changed = np.bitwise_count(able ^ self.here)
        nearest: list[int] = able[changed == changed.min(initial=255)].tolist()
        return nearest

    def _rest(self, start: int) -> Unlocking | None:
        """What unlocks it, as if a state were today's, and its changes for good: the least."""
        values = dict(zip(self.dispute.options, self.model.space.letters(start), strict=True))
        parties = (
            replace(party, options=tuple(_as_if(option, values) for option in party.options))
            for party in self.dispute.parties
        )
        granted = replace(self.dispute, parties=tuple(parties))
        limit = self.time_limit
        found = unlock(granted, self.to, self.concept, most=1, time_limit=limit).unlockings
        return found[0] if found else None

    def _told(self, number: int, verdict: str, start: int, rest: Unlocking | None) -> Trial:
        space, own = self.model.space, self.model.own
        opposed = [p for p in self.model.worse(start, self.here) if (start ^ self.here) & own[p]]
        end = space.index(rest.state) if rest else self.here
        return Trial(
            number,
            verdict,
            space.letters(start),
            self._broken(opposed, start),
            rest,
            self._broken(self.model.worse(end, self.here), end),
        )

    def _broken(self, parties: list[int], state: int) -> tuple[Reason, ...]:
        names = (self.model.parties[party].id for party in parties)
        return tuple(self.reasons.broken(name, state, self.here) for name in names)


def _as_if(option: Option, values: Mapping[Option, str]) -> Option:
    """An option with its value in a state; one that may change both ways stays changed."""
    value = values[option] == "Y"
    bound = option.can == "both" and value != option.status_quo
    return replace(option, status_quo=value, can=_BOUND[value] if bound else option.can)
