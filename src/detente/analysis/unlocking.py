"""What would unlock it: the least concessions, proven least.

An unlocking is a set of concessions after which some resolution state is an equilibrium, is reached
from the status quo by steps, and is worse than the status quo for no party.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial
from itertools import combinations, groupby

import numpy as np

from detente.analysis.concepts import CHOSEN, Concept, concepts
from detente.analysis.concessions import Concession, conceded
from detente.analysis.engines.exhaustion import Exhaustion, Found, OutOfPatienceError
from detente.analysis.engines.explicit import Explicit
from detente.analysis.engines.variants import MOST_VARIANTS, Variants
from detente.analysis.explanation import resolution_states
from detente.analysis.graph_model import GraphModel
from detente.analysis.listing import is_dearer, listing_key, touched
from detente.analysis.offering import Offering, known
from detente.analysis.states import Mask, States
from detente.analysis.steps import Step, Steps
from detente.dispute.display import Shown
from detente.dispute.formula import Formula, parse
from detente.dispute.model import Dispute, Party
from detente.errors import LimitReachedError, NothingToAnswerError

MOST = 3
MOST_LEAST = 12
# For what is dearer than the least:
_PATIENCE = 2000  # examinations
_WIDEST = 20_000  # variants of a party
_PATIENT = 20_000  # examinations for each party alone
_FEW = 6  # concessions of which every part is tried


@dataclass(frozen=True, slots=True)
class Unlocking:
    """A set of concessions that unlocks, with what it leads to.

    Attributes
    ----------
    cost
        The sum of its concessions' costs, exact.
    concessions
        As they stand in the file.
    state
        The resolution state: of those that will do the one with the fewest options changed.
    path
        A shortest path there by steps.
    """

    cost: Fraction
    concessions: tuple[Concession, ...]
    state: str
    path: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Unlockings(Shown):
    """What would unlock a dispute.

    Attributes
    ----------
    to
        What counts as settled.
    concept
        Under which it is to last.
    unlockings
        All of least cost first (at most `MOST_LEAST`), then dearer ones, each minimal.
    least_cost, least_count
        Of the least unlockings; None and 0 where nothing was found.
    alone
        By party, the least cost of what it can do by itself; None where nothing it does is enough.
    alone_open
        The parties for which that was not found out: the time was over, or there are too many ways.
    proven_least
        Whether none cheaper than `least_cost` is possible (where that is None: none at all).
    lower_bound
        No unlocking is cheaper than that; None where none is possible.
    complete
        Whether all that were asked for are listed: false where time or patience for the dearer
        ones ran out.
    examined
        How many choices of concessions were examined one by one; each decided many.
    """

    to: str
    concept: str
    unlockings: tuple[Unlocking, ...]
    least_cost: Fraction | None
    least_count: int
    alone: Mapping[str, Fraction | None]
    alone_open: tuple[str, ...]
    proven_least: bool
    lower_bound: Fraction | None
    complete: bool
    examined: int


def lasting(engine: Explicit, concept: Concept, resolution: Mask) -> Mask:
    """The resolution states that would last and are worse than the status quo for nobody."""
    here = engine.model.space.status_quo
    good = resolution & engine.model.no_worse_for_all(here)
    return good & engine.equilibria(concept) if good.any() else good


class Unlocker:
    """The unlockings of one dispute: what may be conceded, and the search among it."""

    def __init__(
        self,
        dispute: Dispute,
        to: Formula | None = None,
        concept: str = CHOSEN,
        only: str | None = None,
        forbid: Collection[str] = (),
    ) -> None:
        self.dispute, self.model = dispute, GraphModel.of(dispute)
        self.concept: Concept = concepts([concept])[0]
        self.asked = to is not None or dispute.resolution is not None
        self.resolution: Mask = resolution_states(dispute, self.model.space, to)
        self._offering = Offering(self.model, only, known(dispute, only, forbid))

    @cached_property
    def targets(self) -> States:
        """The resolution states that moves of all lead to from the status quo, it included."""
        here = self.model.space.status_quo
        reached = self.model.closure(self.model.movers, here)
        return np.flatnonzero(
            self.resolution & (reached | (np.arange(self.model.space.size) == here))
        )

    @cached_property
    def engine(self) -> Exhaustion:
        """The search."""
        here, targets = self.model.space.status_quo, self.targets.tolist()
        return Exhaustion(self.model, here, targets, self.concept, self._variants)

    @cached_property
    def _variants(self) -> list[Variants]:
        return [self.variants(party) for party in self.model.parties]

    def concessions(self, found: Found) -> tuple[Concession, ...]:
        """What a choice of the search concedes, as it stands in the file."""
        pairs = zip(self.engine.variants, found.choice, strict=True)
        choice = [variants[number] for variants, number in pairs]
        return self._offering.concessions(choice, found.target)

    def variants(self, party: Party) -> Variants:
        """What a party could concede, as it stands or with other wants."""
        return self._offering.variants(party, self.targets.tolist())

    @property
    def scale(self) -> int:
        """What makes every cost a whole number."""
        return self._offering.scale

    def judged(self, concessions: tuple[Concession, ...]) -> Unlocking | None:
        """What some concessions lead to, by the full definition; None where they do not unlock."""
        model, here = (
            GraphModel.of(conceded(self.dispute, concessions)),
            self.model.space.status_quo,
        )
        engine = Explicit(model)
        good = lasting(engine, self.concept, self.resolution & self.kept(concessions))
        if not good.any():
            return None
        changed = np.bitwise_count(np.arange(model.space.size) ^ here)
        nearest = good & (changed == changed[good].min())
        spread = Steps.of(engine, self.concept).spread(here, nearest)
        reached = [state for state in np.flatnonzero(good).tolist() if state in spread.before]
        if not reached:
            return None
        state = min(reached, key=lambda s: (changed[s], spread.length(s), s))
        cost = sum((made.cost for made in concessions), Fraction(0))
        return Unlocking(cost, concessions, model.space.letters(state), spread.path(state))

    def kept(self, concessions: tuple[Concession, ...]) -> Mask:
        """The states that have the values which options are bound to."""
        kept = np.ones(self.model.space.size, bool)
        for made in concessions:
            if made.option is not None:
                truth = self.model.space.holds(parse(made.option))
                kept &= truth == (made.becomes == "start")
        return kept

    def listed(self, sets: Iterable[tuple[Concession, ...]], most: int) -> list[Unlocking]:
        """The first of some sets of one cost that unlock, in the order of listing."""
        by_touch = sorted(sets, key=touched)
        found: list[Unlocking] = []
        for _, group in groupby(by_touch, key=touched):
            if len(found) >= most:
                break
            found += sorted(
                map(self._proven, group), key=partial(listing_key, self.dispute, self.model)
            )
        return found[:most]

    def _proven(self, concessions: tuple[Concession, ...]) -> Unlocking:
        unlocking = self.judged(concessions)
        if unlocking is None:
            raise AssertionError(f"the search took this for an unlocking: {concessions}")
        return unlocking

    def best_guess(self) -> Unlocking | None:
        """Something that unlocks, minimal, though there may be cheaper ones; None without luck."""
        for found in self.engine.guesses():
            unlocking = self.judged(self.concessions(found))
            if unlocking is not None:
                return self._least_part(unlocking)
        return None

    def _least_part(self, found: Unlocking) -> Unlocking:
        """What is left of an unlocking without what it does not need, the dearest first."""
        made = found.concessions
        for one in sorted(made, key=lambda one: one.cost, reverse=True):
            rest = tuple(other for other in found.concessions if other != one)
            found = self.judged(rest) or found
        made = found.concessions if len(found.concessions) <= _FEW else ()
        parts = [part for size in range(len(made)) for part in combinations(made, size)]
        parts.sort(key=lambda part: sum(one.cost for one in part))
        return next((less for part in parts if (less := self.judged(part))), found)

    def alone(self, party: int) -> Fraction | None:
        """The least cost of what one party can do by itself; None where nothing is enough.

        Raises
        ------
        OutOfPatienceError, LimitReachedError
            Where that takes more time, examinations or variants than allowed.
        """
        variants = [
            rows if place == party else rows.withheld for place, rows in enumerate(self._variants)
        ]
        engine = self.engine.over(variants)
        engine.examined, engine.patience, engine.widest = 0, _PATIENT, MOST_VARIANTS
        first = next(engine.levels(), None)
        return None if first is None else Fraction(first[0], self.scale)


def unlock(
    dispute: Dispute,
    to: Formula | None = None,
    concept: str = CHOSEN,
    most: int = MOST,
    only: str | None = None,
    forbid: Collection[str] = (),
    time_limit: float | None = None,
) -> Unlockings:
    """The least concessions that would unlock a dispute, proven least.

    Parameters
    ----------
    dispute
        The dispute.
    to
        What would count as settled, in place of the dispute's resolution.
    concept
        The concept under which the resolution is to last.
    most
        How many unlockings to list; all of least cost are, up to `MOST_LEAST`.
    only
        The one party that may concede.
    forbid
        What may not be conceded: a party, a kind of change, a want as ``party/3``, an option as
        ``party.option``.
    time_limit
        Seconds; the answer then says how far it is proven.

    Raises
    ------
    NothingToAnswerError
        Where nothing says what would count as settled.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> found = unlock(loads('''{detente: 1, title: Ferry, resolution: a.sail, parties: {
    ...     a: {options: {sail: }, wants: [a.sail only if (b.pay and b.apologise)]},
    ...     b: {options: {pay: , apologise: }, wants: [not b.apologise, a.sail]}}}'''), most=1)
    >>> [(str(way.cost), way.state, way.concessions[0].becomes) for way in found.unlockings]
    [('1/2', 'YYN', 'a.sail only if b.pay')]
    """
    unlocker = Unlocker(dispute, to, concept, only, forbid)
    if not unlocker.asked:
        raise NothingToAnswerError("no resolution: add one to the file, or give --to")
    if time_limit is not None:
        unlocker.engine.deadline = time.monotonic() + time_limit
    search = _Search(unlocker, most)
    search.run()
    lower_bound, proven_least = search.lower_bound, search.proven_least
    alone = search.alone()
    formula = to or (dispute.resolution and dispute.resolution.formula)
    return Unlockings(
        to=str(formula),
        concept=concept,
        unlockings=tuple(search.unlockings),
        least_cost=search.least,
        least_count=search.least_count,
        alone={party: cost for party, (cost, _) in alone.items()},
        alone_open=tuple(party for party, (_, told) in alone.items() if not told),
        proven_least=proven_least,
        lower_bound=lower_bound,
        complete=search.complete,
        examined=unlocker.engine.examined,
    )


class _Search:
    """Listing the unlockings of a search until there are enough."""

    def __init__(self, unlocker: Unlocker, most: int) -> None:
        self.unlocker, self.most = unlocker, most
        self.unlockings: list[Unlocking] = []
        self.least: Fraction | None = None
        self.least_count = 0
        self.complete = True
        self._minimal: list[tuple[Concession, ...]] = []

    @property
    def lower_bound(self) -> Fraction | None:
        """No unlocking is cheaper than that."""
        bound = self.unlocker.engine.bound
        reached = None if bound is None else Fraction(bound, self.unlocker.scale)
        return self.least if reached is None or self.least is None else min(self.least, reached)

    @property
    def proven_least(self) -> bool:
        """Whether nothing cheaper unlocks."""
        return self.complete if self.least is None else self.least == self.lower_bound

    def run(self) -> None:
        """Search until there are enough."""
        engine = self.unlocker.engine
        try:
            for cost, hits in engine.levels():
                self._add(Fraction(cost, self.unlocker.scale), hits)
                if len(self.unlockings) >= self.most:
                    break
        except (OutOfPatienceError, LimitReachedError):
            self.complete = False
            if self.least is None:
                self._add_best()

    def _add_best(self) -> None:
        """The best that is to be had without looking on."""
        engine = self.unlocker.engine
        if engine.hits and engine.bound is not None:
            self._add(Fraction(engine.bound, self.unlocker.scale), engine.hits)
            return
        best = self.unlocker.best_guess()
        if best is not None:
            self.unlockings, self.least, self.least_count = [best], best.cost, 1

    def _add(self, cost: Fraction, hits: list[Found]) -> None:
        sets = list(dict.fromkeys(map(self.unlocker.concessions, hits)))
        fresh = [made for made in sets if not any(is_dearer(made, than) for than in self._minimal)]
        self._minimal += sets
        room = self.most - len(self.unlockings)
        if self.least is None:
            self.least, self.least_count, room = cost, len(sets), MOST_LEAST
        self.unlockings += self.unlocker.listed(fresh, room)
        engine = self.unlocker.engine
        engine.patience, engine.widest = engine.examined + _PATIENCE, _WIDEST

    def alone(self) -> dict[str, tuple[Fraction | None, bool]]:
        """By party, the least of its own concessions, and whether that was found out."""
        return {party.id: self._alone(party.id) for party in self.unlocker.dispute.parties}

    def _alone(self, party: str) -> tuple[Fraction | None, bool]:
        if self.least == 0:
            return Fraction(0), True
        place = self.unlocker.model.place.get(party)
        if place is None:  # what it wants does not count: nothing but what is free would do
            return None, self.unlocker.engine.bound != 0
        with suppress(OutOfPatienceError, LimitReachedError):
            return self.unlocker.alone(place), True
        return None, False
