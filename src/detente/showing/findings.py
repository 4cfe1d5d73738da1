"""What the analysis finds of a dispute, in one bundle for a brief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from string import ascii_uppercase

from detente.analysis.abreast import Progress
from detente.analysis.coalitions import MOST_MOVERS, Coalitions, coalitions
from detente.analysis.concepts import CHOSEN
from detente.analysis.explanation import Explanation, explain, resolution_states
from detente.analysis.graph_model import GraphModel
from detente.analysis.robustness import REPORT_LIMIT, REPORT_SAMPLE, Robustness, robust
from detente.analysis.stability import Stability, stability
from detente.analysis.states import Mask
from detente.analysis.unlocking import Unlocking, Unlockings, unlock
from detente.analysis.ways_out import Trial, trials
from detente.dispute.display import Shown
from detente.dispute.formula import Formula
from detente.dispute.model import AnyOrder, Dispute, Want
from detente.showing.words.diagnosis import first_kind

_FIRM = 2 / 3  # of the open models: a finding that holds in fewer hangs on an assumption


@dataclass(frozen=True, slots=True)
class Share:
    """In how many of the open models a finding holds; `place` is its own among the findings.

    `kind` is that of a diagnosis, or the number of a way out.
    """

    finding: str
    place: int
    holds: int
    of: int
    kind: str | None = None

    def case(self, among: tuple[int, int]) -> tuple[int, int]:
        """The share among some of the models, given that of being stuck or of the finding."""
        holds, of = among
        return (of - holds, of) if self.finding == "moving" else among

    @property
    def is_firm(self) -> bool:
        """Whether it holds in two thirds of the open models or more."""
        return self.holds >= _FIRM * self.of


@dataclass(frozen=True, slots=True)
class Effect:
    """What hangs on an assumption: in how many of the models a finding holds, case by case.

    `name` is the assumption's own; `indices` are one want, or the members of an order that is
    unknown; `cases` are with and without the want, or with each member first.
    """

    name: str
    party: str
    indices: tuple[int, ...]
    cases: tuple[tuple[int, int], ...]
    is_order: bool = False

    @property
    def size(self) -> float:
        """The largest difference that it makes to a finding's share."""
        shares = [holds / of for holds, of in self.cases if of]
        return max(shares) - min(shares) if shares else 0.0


@dataclass(frozen=True, eq=False)
class Findings(Shown):
    """What the analysis finds of a dispute.

    Attributes
    ----------
    dispute
        The dispute.
    stability
        The stable states under each concept.
    explanation
        Why today holds or does not.
    settlements
        The feasible states that would count as settled, by flat index.
    unlocking
        The least concessions; None where nothing says what would count as settled.
    robustness
        In how many of the open models each finding holds; None likewise.
    to
        What was to count as settled in place of the dispute's resolution.
    """

    dispute: Dispute
    stability: Stability
    explanation: Explanation
    settlements: Mask
    has_resolution: bool
    unlocking: Unlockings | None = None
    robustness: Robustness | None = None
    to: Formula | None = None

    @cached_property
    def coalitions(self) -> Coalitions | None:
        """What coalitions could do; None where the parties are too many to ask."""
        if len(self.dispute.decision_makers) > MOST_MOVERS:
            return None
        return coalitions(self.dispute, concept=self.explanation.concept, to=self.to)

    @cached_property
    def trials(self) -> tuple[Trial, ...]:
        """The coverage's own ways out, each tried in the model."""
        return trials(self.dispute, self.explanation.concept, self.to)

    def settles(self, state: str) -> bool:
        """Whether a state would count as settled."""
        return bool(self.settlements[self.stability.model.space.index(state)])

    @property
    def ways(self) -> tuple[Unlocking, ...]:
        """The ways out, the least first."""
        return self.unlocking.unlockings if self.unlocking else ()

    @cached_property
    def shown_states(self) -> tuple[str, ...]:
        """The states beside today that a brief speaks of: of ways out, and where it heads."""
        found = (*self.explanation.heads_to, *(way.state for way in self.ways))
        return tuple(dict.fromkeys(state for state in found if state != self.explanation.state))

    # How sure ---------------------------------------------------------------------------------

    def idle_movers(self, way: Unlocking) -> tuple[str, ...]:
        """The parties that move on a way out without gaining by it."""
        return tuple(party for party in _movers(way) if self._gain(party, way.state) <= 0)

    @property
    def is_free(self) -> bool:
        """Whether it can be said that nobody need concede.

        That is so where it is so in every open model, and every mover gains by wants that are not
        assumed, in whatever order those may be whose order is unknown.
        """
        way, share = self.ways[0], self.share("free")
        sure = share.holds == share.of if share else not self.is_open
        return sure and all(self._surely_gains(party, way.state) for party in _movers(way))

    def _gain(self, party: str, state: str) -> int:
        model = self.stability.model
        rank = model.ranks[model.place[party]]
        return int(rank[model.space.index(state)] - rank[model.space.status_quo])

    def _surely_gains(self, party: str, state: str) -> bool:
        """Whether the wants that are not assumed say that a party gains, in any order left open."""
        found = self.dispute.party(party)
        if found.ranking is not None:
            return self._gain(party, state) > 0
        for entry in found.wants:
            members = entry.wants if isinstance(entry, AnyOrder) else (entry,)
            signs = {self._sign(want, state) for want in members if not want.assumed} - {0}
            if signs:
                return signs == {1}
        return False

    def _sign(self, want: Want, state: str) -> int:
        """Whether a state gains a want (1), loses it (-1), or changes nothing of it."""
        space = self.stability.model.space
        truth = space.holds(want.formula)
        return int(truth[space.index(state)]) - int(truth[space.status_quo])

    @cached_property
    def is_open(self) -> bool:
        """Whether a want is assumed, or the order of some is unknown."""
        parties = self.dispute.parties
        return any(
            isinstance(entry, AnyOrder) or entry.assumed
            for party in parties
            for entry in party.wants
        )

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """In how many of the open models each thing holds that the headline may say."""
        return tuple(self._shares())

    def share(self, finding: str) -> Share | None:
        """In how many of the open models a finding holds; None where it was not counted."""
        return next((share for share in self.shares if share.finding == finding), None)

    def share_of_way(self, number: int) -> Share | None:
        """In how many of the open models a way out works."""
        for place, row in enumerate(self.robustness.findings if self.robustness else ()):
            if row.finding == "unlocking" and row.index == number:
                return Share("unlocking", place, row.holds, row.of, str(number + 1))
        return None

    def _shares(self) -> Iterator[Share]:
        kinds = [found.kind for found in self.explanation.diagnosis]
        main = first_kind(kinds) if kinds else None
        for place, row in enumerate(self.robustness.findings if self.robustness else ()):
            if row.finding == "stuck":
                yield Share("stuck", place, row.holds, row.of)
                yield Share("moving", place, row.of - row.holds, row.of)
            elif row.finding == "free" or (row.finding == "diagnosis" and row.kind == main):
                yield Share(row.finding, place, row.holds, row.of, row.kind)

    @cached_property
    def said(self) -> tuple[Share, ...]:
        """The shares of what the headline says."""
        words = {self.explanation.standing}
        words |= {"diagnosis"} if self.explanation.diagnosis else set()
        free = self.ways and self.ways[0].cost == 0 and not self.explanation.settled
        words |= {"free"} if free else set()
        return tuple(share for share in self.shares if share.finding in words)

    @cached_property
    def told(self) -> tuple[Share, ...]:
        """The shares of what a brief says first: the headline, and the least ways out."""
        least = [n for n, way in enumerate(self.ways[:2]) if way.cost == self.ways[0].cost > 0]
        ways = (self.share_of_way(number) for number in least)
        return (*self.said, *(share for share in ways if share))

    @property
    def weak(self) -> tuple[Share, ...]:
        """What the headline says that holds in too few of the open models."""
        reason = self.explanation.standing == "stuck"
        return tuple(
            share
            for share in self.said
            if not share.is_firm and (reason or share.finding != "diagnosis")
        )

    def effects(self, share: Share) -> tuple[Effect, ...]:
        """What each assumption does to a finding, the largest first."""
        found = [*self._wants(share), *self._orders(share)]
        return tuple(sorted(found, key=lambda effect: -effect.size))

    def _wants(self, share: Share) -> Iterator[Effect]:
        for row in self.robustness.assumptions if self.robustness else ():
            if row.finding == share.place:
                cases = (share.case(row.present), share.case(row.absent))
                yield Effect(row.open.name, row.open.party, (row.open.index,), cases)

    def _orders(self, share: Share) -> Iterator[Effect]:
        for row in self.robustness.groups if self.robustness else ():
            if row.finding == share.place:
                cases = tuple(share.case(case) for case in row.first)
                yield Effect(row.open.name, row.open.party, row.open.indexes, cases, is_order=True)

    def hinge(self, share: Share) -> Effect | None:
        """The assumption that does most to a finding; None where none does anything."""
        found = self.effects(share)
        return found[0] if found and found[0].size else None

    @cached_property
    def letters(self) -> Mapping[str, str]:
        """A letter for each assumption, those that do most to what the headline says first."""
        size: dict[str, float] = {}
        for share in self.told:
            for effect in self.effects(share):
                size[effect.name] = max(size.get(effect.name, 0.0), effect.size)
        ordered = sorted(size, key=lambda name: -size[name])
        return {name: letter(place) for place, name in enumerate(ordered)}

    def overturned_by(self, share: Share) -> tuple[str, ...]:
        """The names of the fewest assumptions without which a finding falls."""
        rows = self.robustness.overturned_by if self.robustness else ()
        return next((row.assumptions for row in rows if row.finding == share.place), ())


def _movers(way: Unlocking) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for step in way.path for party in step.parties))


def letter(place: int) -> str:
    """The letter of a place, from 0: after Z come AA, AB, and so on.

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    more, last = divmod(place, len(ascii_uppercase))
    return (letter(more - 1) if more else "") + ascii_uppercase[last]


def findings(
    dispute: Dispute,
    concept: str = CHOSEN,
    to: Formula | None = None,
    *,
    progress: Progress | None = None,
    time_limit: float | None = None,
    unlocking: Unlockings | None = None,
    robustness: Robustness | None = None,
) -> Findings:
    """Everything that a brief tells of a dispute.

    Parameters
    ----------
    dispute
        The dispute.
    concept
        The stability concept that decides.
    to
        What would count as settled, in place of the file's resolution.
    progress
        Called with how many kinds of open models are judged, and of how many.
    time_limit
        Seconds for the search for the least concessions; the brief then says how far it is proven.
    unlocking, robustness
        Where they were asked for in another way, those; how sure is then asked of these ways out.
    """
    model = GraphModel.of(dispute)
    named = to is not None or dispute.resolution is not None
    ways = unlocking
    if ways is None and named and dispute.options:
        ways = unlock(dispute, to, concept, time_limit=time_limit)
    sure = robustness
    if sure is None and dispute.options:
        sure = robust(
            dispute,
            concept,
            to,
            ways.unlockings if ways else (),
            limit=REPORT_LIMIT,
            sample=REPORT_SAMPLE,
            least=False,
            progress=progress,
        )
    return Findings(
        dispute=dispute,
        stability=stability(model),
        explanation=explain(dispute, concept=concept, to=to),
        settlements=resolution_states(dispute, model.space, to),
        has_resolution=named,
        unlocking=ways,
        robustness=sure,
        to=to,
    )
