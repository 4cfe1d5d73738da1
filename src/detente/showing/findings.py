"""What the analysis finds of a dispute, in one bundle for a brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from detente.analysis.concepts import CHOSEN
from detente.analysis.explanation import Explanation, explain, resolution_states
from detente.analysis.graph_model import GraphModel
from detente.analysis.stability import Stability, stability
from detente.analysis.states import Mask
from detente.analysis.unlocking import Unlocking, Unlockings, unlock
from detente.dispute.formula import Formula
from detente.dispute.model import AnyOrder, Dispute
from detente.showing.words.diagnosis import first_kind

_FIRM = 2 / 3  # of the open models: a finding that holds in fewer hangs on an assumption


@dataclass(frozen=True, slots=True)
class Share:
    """In how many of the open models a finding holds; `place` is its own among the findings."""

    finding: str
    place: int
    holds: int
    of: int

    @property
    def is_firm(self) -> bool:
        """Whether it holds in two thirds of the open models or more."""
        return self.holds >= _FIRM * self.of


@dataclass(frozen=True, slots=True)
class Effect:
    """What hangs on an assumption: in how many of the models a finding holds, case by case.

    `indices` are one want, or the members of an order that is unknown; `cases` are with and without
    the want, or with each member first.
    """

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
class Findings:
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
    """

    dispute: Dispute
    stability: Stability
    explanation: Explanation
    settlements: Mask
    has_resolution: bool
    unlocking: Unlockings | None = None
    robustness: Any = None

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
        model = self.stability.model
        today, there = model.space.status_quo, model.space.index(way.state)
        ranks = {party.id: rank for party, rank in zip(model.parties, model.ranks, strict=True)}
        moving = dict.fromkeys(party for step in way.path for party in step.parties)
        return tuple(party for party in moving if ranks[party][there] <= ranks[party][today])

    @property
    def is_free(self) -> bool:
        """Whether it can be said that nobody need concede: all movers gain, nothing is assumed."""
        way = self.ways[0]
        share = self.share("free")
        rests = share.holds < share.of if share else self._is_open
        return not rests and not self.idle_movers(way)

    @cached_property
    def _is_open(self) -> bool:
        parties = self.dispute.parties
        return any(
            isinstance(entry, AnyOrder) or entry.assumed
            for party in parties
            for entry in party.wants
        )

    def share(self, finding: str) -> Share | None:
        """In how many of the open models a finding holds; None where it was not counted."""
        return next((share for share in self._shares() if share.finding == finding), None)

    def share_of_way(self, number: int) -> Share | None:
        """In how many of the open models a way out works."""
        del number
        return None

    def _shares(self) -> Iterator[Share]:
        if self.robustness is None:
            return
        kinds = [found.kind for found in self.explanation.diagnosis]
        main = first_kind(kinds) if kinds else None
        for place, row in enumerate(self.robustness.findings):
            if row.finding == "stuck":
                yield Share("stuck", place, row.holds, row.of)
            elif row.finding == "diagnosis" and row.kind == main:
                yield Share("diagnosis", place, row.holds, row.of)

    @property
    def weak(self) -> tuple[Share, ...]:
        """What the headline says that holds in too few of the open models."""
        said = {"stuck"} if self.explanation.standing == "stuck" else set()
        said |= {"diagnosis"} if self.explanation.diagnosis else set()
        said |= {"free"} if self.ways and self.ways[0].cost == 0 else set()
        return tuple(s for s in self._shares() if s.finding in said and not s.is_firm)

    def effects(self, share: Share) -> tuple[Effect, ...]:
        """What each assumption does to a finding, the largest first."""
        found = [*self._wants(share), *self._orders(share)]
        return tuple(sorted(found, key=lambda effect: -effect.size))

    def _wants(self, share: Share) -> Iterator[Effect]:
        yield from ()

    def _orders(self, share: Share) -> Iterator[Effect]:
        yield from ()

    def hinge(self, share: Share) -> Effect | None:
        """The assumption that does most to a finding; None where none does anything."""
        found = self.effects(share)
        return found[0] if found and found[0].size else None


def findings(dispute: Dispute, concept: str = CHOSEN, to: Formula | None = None) -> Findings:
    """Everything that a brief tells of a dispute.

    Parameters
    ----------
    dispute
        The dispute.
    concept
        The stability concept that decides.
    to
        What would count as settled, in place of the file's resolution.
    """
    model = GraphModel.of(dispute)
    named = to is not None or dispute.resolution is not None
    return Findings(
        dispute=dispute,
        stability=stability(model),
        explanation=explain(dispute, concept=concept, to=to),
        settlements=resolution_states(dispute, model.space, to),
        has_resolution=named,
        unlocking=unlock(dispute, to, concept) if named and dispute.options else None,
    )
