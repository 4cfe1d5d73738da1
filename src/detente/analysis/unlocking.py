"""What would unlock it: the least concessions, proven least.

An unlocking is a set of concessions after which some resolution state is an equilibrium, is reached
from the status quo by steps, and is worse than the status quo for no party.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from math import lcm

import numpy as np

from detente.analysis.concepts import CHOSEN, Concept, concepts
from detente.analysis.concessions import CHANGES, Concession, conceded, on_option, on_want
from detente.analysis.engines.exhaustion import Exhaustion, Found, OutOfPatienceError
from detente.analysis.engines.explicit import Explicit
from detente.analysis.engines.variants import Offer, Pick, Variants
from detente.analysis.explanation import resolution_states
from detente.analysis.graph_model import GraphModel
from detente.analysis.preferences import preference
from detente.analysis.states import Mask, States
from detente.analysis.steps import Step, Steps
from detente.dispute.display import Shown
from detente.dispute.formula import Formula, parse
from detente.dispute.model import Dispute, Party
from detente.errors import LimitReachedError, NothingToAnswerError

MOST = 3
MOST_LEAST = 12
# For what is dearer than the least, and for each party alone:
_PATIENCE = 2000  # examinations
_WIDEST = 20_000  # variants of a party


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
        By party, the least cost of what it can do by itself; None where nothing it does is enough;
        a party for which that was not found out is left out.
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
        self._only, self._forbid = only, _known(dispute, only, forbid)

    @cached_property
    def offers(self) -> list[list[list[Concession]]]:
        """Of each party that counts and each of its places the concessions that are allowed.

        A commitment stands there towards yes; it goes towards the value of the target.
        """
        return [self._offers(party) for party in self.model.parties]

    def _offers(self, party: Party) -> list[list[Concession]]:
        return [[offer for offer in place if self._allowed(offer)] for place in _places(party)]

    def _allowed(self, offer: Concession) -> bool:
        names = {offer.party, offer.change, f"{offer.party}/{offer.index}", offer.option}
        return self._only in (None, offer.party) and not names & self._forbid

    @cached_property
    def scale(self) -> int:
        """What makes every cost a whole number."""
        return lcm(1, *(offer.cost.denominator for p in self.offers for w in p for offer in w))

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
        variants = [self.variants(party) for party in self.model.parties]
        return Exhaustion(self.model, here, targets, self.concept, variants)

    def variants(self, party: Party) -> Variants:
        """What a party could concede, as it stands or with other wants."""
        offers, wants = self._offers(party), party.ordered_wants
        picks = [
            [Pick(self.model.space.holds(want.formula), 0), *map(self._pick, choices)]
            for want, choices in zip(wants, offers, strict=False)
        ]
        binds = [
            (self.model.space.bits[option.atom], self._whole(choice.cost))
            for option, choices in zip(party.options, offers[len(wants) :], strict=True)
            for choice in choices
        ]
        ranks = preference(party, self.model.space)
        offer = Offer(picks, binds, ranks)
        return Variants(offer, self.model.space.status_quo, self.targets.tolist())

    def _pick(self, offer: Concession) -> Pick:
        formula = offer.becomes or offer.want
        dropped = offer.change == "drop" or formula is None
        truth = None if dropped else self.model.space.holds(parse(str(formula)))
        return Pick(truth, self._whole(offer.cost), offer.change == "demote")

    def _whole(self, cost: Fraction) -> int:
        return int(cost * self.scale)

    def concessions(self, found: Found) -> tuple[Concession, ...]:
        """What a choice of the search concedes, as it stands in the file."""
        made = []
        for place, (party, variant) in enumerate(
            zip(self.model.parties, found.choice, strict=True)
        ):
            variants, offers = self.engine.variants[place], self.offers[place]
            picks = variants.rows.picks[variant].tolist()
            wants = len(party.ordered_wants)
            made += [
                choices[pick - 1]
                for choices, pick in zip(offers[:wants], picks, strict=False)
                if pick
            ]
            bound = int(variants.rows.commits[variant])
            made += [
                on_option(option, value=bool(found.target & bit))
                for option in party.options
                if bound & (bit := self.model.space.bits[option.atom])
            ]
        return tuple(made)

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
        spread = Steps(engine, self.concept).spread(here, nearest)
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

    def order(self, unlocking: Unlocking) -> tuple[object, ...]:
        """What unlockings of one cost are listed by."""
        made, space = unlocking.concessions, self.model.space
        there, here = space.index(unlocking.state), space.status_quo
        lost = [
            want
            for party in self.dispute.parties
            for want in party.ordered_wants
            if want.because and (truth := space.holds(want.formula))[here] and not truth[there]
        ]
        assumed = sum(concession.assumed for concession in made)
        return assumed, len(made), len(lost), [self._place(concession) for concession in made]

    def _place(self, made: Concession) -> tuple[object, ...]:
        party = self.model.parties[self.model.place[made.party]]
        names = [str(option.atom) for option in party.options]
        place = made.index or len(party.ordered_wants) + 1 + names.index(made.option or "")
        return self.model.place[made.party], place, CHANGES.index(made.change), made.becomes or ""

    def listed(self, sets: Iterable[tuple[Concession, ...]], most: int) -> list[Unlocking]:
        """The first of some sets of one cost that unlock, in the order of listing."""
        by_touch = sorted(sets, key=_touched)
        found: list[Unlocking] = []
        for _, group in groupby(by_touch, key=_touched):
            if len(found) >= most:
                break
            found += sorted(map(self._proven, group), key=self.order)
        return found[:most]

    def _proven(self, concessions: tuple[Concession, ...]) -> Unlocking:
        unlocking = self.judged(concessions)
        if unlocking is None:
            raise AssertionError(f"the search took this for an unlocking: {concessions}")
        return unlocking

    def alone(self, party: int, patience: int, widest: int) -> Fraction | None:
        """The least cost of what one party can do by itself; None where nothing is enough.

        Raises
        ------
        OutOfPatienceError, LimitReachedError
            Where that takes more examinations, or more variants, than allowed.
        """
        variants = [
            rows if place == party else rows.withheld
            for place, rows in enumerate(self.engine.variants)
        ]
        engine = self.engine.over(variants)
        engine.examined, engine.patience, engine.widest = 0, patience, widest
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
    lower_bound, alone = search.lower_bound, search.alone()
    formula = to or (dispute.resolution and dispute.resolution.formula)
    return Unlockings(
        to=str(formula),
        concept=concept,
        unlockings=tuple(search.unlockings),
        least_cost=search.least,
        least_count=search.least_count,
        alone=alone,
        proven_least=search.least is not None or search.complete,
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
        bound = self.unlocker.engine.bound
        if self.least is not None or bound is None:
            return self.least
        return Fraction(bound, self.unlocker.scale)

    def run(self) -> None:
        """Search until there are enough."""
        try:
            for cost, hits in self.unlocker.engine.levels():
                self._add(Fraction(cost, self.unlocker.scale), hits)
                if len(self.unlockings) >= self.most:
                    break
        except (OutOfPatienceError, LimitReachedError):
            self.complete = False

    def _add(self, cost: Fraction, hits: list[Found]) -> None:
        sets = list(dict.fromkeys(map(self.unlocker.concessions, hits)))
        fresh = [made for made in sets if not any(_dearer(made, than) for than in self._minimal)]
        self._minimal += sets
        room = self.most - len(self.unlockings)
        if self.least is None:
            self.least, self.least_count, room = cost, len(sets), MOST_LEAST
        self.unlockings += self.unlocker.listed(fresh, room)
        engine = self.unlocker.engine
        engine.patience, engine.widest = engine.examined + _PATIENCE, _WIDEST

    def alone(self) -> dict[str, Fraction | None]:
        """By party, the least of its own concessions."""
        parties = self.unlocker.model.parties
        if self.least == 0:
            return {party.id: Fraction(0) for party in parties}
        found: dict[str, Fraction | None] = {}
        for place, party in enumerate(parties):
            with suppress(OutOfPatienceError, LimitReachedError):
                found[party.id] = self.unlocker.alone(place, _PATIENCE, _WIDEST)
        return found


def _places(party: Party) -> Iterator[list[Concession]]:
    for index in range(1, len(party.ordered_wants) + 1):
        yield list(on_want(party, index))
    for option in party.options:
        yield [on_option(option, value=True)] if option.can == "both" else []


def _known(dispute: Dispute, only: str | None, forbid: Collection[str]) -> frozenset[str]:
    """What is forbidden, where all of it exists."""
    parties = [party.id for party in dispute.parties]
    names = {*CHANGES, *parties, *(str(option.atom) for option in dispute.options)}
    for party in dispute.parties:
        names |= {f"{party.id}/{index + 1}" for index in range(len(party.ordered_wants))}
    unknown = [name for name in forbid if name not in names]
    if only is not None and only not in parties:
        raise NothingToAnswerError(f"there is no party {only!r}; there are {', '.join(parties)}")
    if unknown:
        message = f"{unknown[0]!r} is no party, change, want (party/3) or option (party.option)"
        raise NothingToAnswerError(message)
    return frozenset(forbid)


def _touched(concessions: tuple[Concession, ...]) -> tuple[int, int]:
    return sum(made.assumed for made in concessions), len(concessions)


def _dearer(concessions: tuple[Concession, ...], than: tuple[Concession, ...]) -> bool:
    """Whether one set is the other but for a dearer concession on one and the same want."""
    mine, theirs = set(concessions) - set(than), set(than) - set(concessions)
    if len(mine) != 1 or len(theirs) != 1:
        return False
    (dear,), (cheap,) = mine, theirs
    return dear.index is not None and dear.place == cheap.place and dear.cost > cheap.cost
