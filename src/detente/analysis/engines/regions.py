"""Regions of choices that one examined choice decides, because they share its witness.

A choice is one variant of each party. What is found out about one choice rests on a few facts, each
about the preference or the freedom of a single party: that i prefers u to s, that no improvement of
j leads out of a set of states. Every choice in which these facts hold has the same verdict, by the
same witness; they are the product of one set of variants for each party.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from detente.analysis.engines.offers import Offer
from detente.analysis.engines.variants import Condition, Variant, Variants
from detente.analysis.graph_model import GraphModel
from detente.analysis.states import States


@dataclass(eq=False)
class Region:
    """The choices in which some conditions hold.

    Attributes
    ----------
    verdict
        Whether they unlock; None where that is not asked any more.
    conditions
        Of each party what must hold of its variant.
    target
        Only variants that accept this state are asked about; all where it is None.
    """

    verdict: bool | None
    conditions: Sequence[Sequence[Condition]]
    target: int | None = None
    _masks: dict[tuple[int, Variants], tuple[int, int]] = field(default_factory=dict)

    def mask(self, party: int, variants: Variants) -> int:
        """The variants of a party that fulfil its conditions, of those built so far."""
        judged, mask = self._masks.get((party, variants), (0, 0))
        if judged < len(variants):
            mask = variants.all if self.target is None else variants.accepting(self.target)
            for condition in self.conditions[party]:
                mask &= condition(variants) if mask else 0
            self._masks[party, variants] = len(variants), mask
        return mask


# Facts about one party -------------------------------------------------------------------------


def accepts(state: int, than: int) -> Condition:
    """It likes a state no less than another."""
    return lambda variants: variants.all & ~variants.preferring(than, state)


def prefers(better: int, worse: int) -> Condition:
    """It prefers one state to another."""
    return lambda variants: variants.preferring(better, worse)


def accepts_all(states: States, than: States) -> Condition:
    """It likes each of some states no less than its counterpart."""

    def condition(variants: Variants) -> int:
        mask = variants.all
        for one, other in _pairs(variants, than, states):
            mask &= ~variants.preferring_class(one, other)
        return mask

    return condition


def prefers_all(better: States, worse: States) -> Condition:
    """It prefers each of some states to its counterpart."""

    def condition(variants: Variants) -> int:
        mask = variants.all
        for one, other in _pairs(variants, better, worse):
            mask &= variants.preferring_class(one, other)
        return mask

    return condition


def picked(place: int, pick: int) -> Condition:
    """It treats a place in one way."""
    return lambda variants: variants.taking(place, pick)


def same(variant: Variant) -> list[Condition]:
    """It is just one variant."""
    return [lambda variants: variants.same(variant)]


def _pairs(variants: Variants, one: States, other: States) -> Iterable[tuple[int, int]]:
    """The classes of some states and of their counterparts, each pair once."""
    classes, count = variants.offer.classes, len(variants.offer.classes)
    for code in np.unique(classes[one] * count + classes[other]).tolist():
        yield divmod(code, count)


@dataclass(frozen=True)
class Facts:
    """Facts that depend on where options are bound to: the values that they have in a state.

    Attributes
    ----------
    model
        The graph model without concessions.
    target
        The state whose values commitments bind to.
    """

    model: GraphModel
    target: int

    def _leaving(self, sources: States | int, ends: States) -> States:
        """The options that moves take away from where they would be bound to."""
        leaving: States = (sources ^ ends) & (ends ^ self.target)
        return leaving

    def _tempted(self, variants: Variants, source: int, ends: States, than: int) -> int:
        """Those that prefer one of some moves to a state, and are free to make it."""
        classes, count = variants.offer.classes, len(variants.offer.classes)
        binds = sum(bit for bit, _ in variants.offer.binds)
        level, found = int(classes[than]), 0
        codes = classes[ends] * count + (self._leaving(source, ends) & binds)
        for code in np.unique(codes).tolist():
            end, leaving = divmod(code, count)
            found |= variants.preferring_class(end, level) & ~variants.binding(leaving)
        return found

    def can(self, moves: Iterable[tuple[int, int]]) -> Condition:
        """It has not bound itself against some moves."""
        leaving = 0
        for source, end in moves:
            leaving |= (source ^ end) & (end ^ self.target)
        return lambda variants: variants.all & ~variants.binding(leaving)

    def stays(self, party: int, states: States, *, improving: bool) -> Condition:
        """None of its moves (with `improving`, improvements) leads out of a set of states."""
        inside = np.zeros(self.model.space.size, bool)
        inside[states] = True
        targets, legal = self.model.from_all(party, states)
        legal &= ~inside[targets]
        sources, ends = np.broadcast_to(states[:, None], targets.shape)[legal], targets[legal]
        away = self._leaving(sources, ends)

        def asked(offer: Offer) -> list[tuple[int, int, int]]:
            """What moves free of commitments to some options lead from one class to another."""
            classes, count = offer.classes, len(offer.classes)
            codes = (away * count + classes[ends]) * count + classes[sources]
            told = np.unique(codes if improving else away * count * count)
            return [(n // count // count, n // count % count, n % count) for n in told.tolist()]

        kept: dict[Offer, list[tuple[int, int, int]]] = {}

        def condition(variants: Variants) -> int:
            if variants.offer not in kept:
                kept[variants.offer] = asked(variants.offer)
            leaves = 0
            for options, end, source in kept[variants.offer]:
                going = variants.preferring_class(end, source) if improving else variants.all
                leaves |= going & ~variants.binding(options)
            return variants.all & ~leaves

        return condition

    def above(self, party: int, states: States, than: int, *, respond: bool) -> Condition:
        """It prefers each of some states, or with `respond` a move from it, to another state."""
        if not respond:
            return prefers_all(states, np.full_like(states, than))
        targets, legal = self.model.from_all(party, states)

        def condition(variants: Variants) -> int:
            mask = variants.all
            for place, state in enumerate(states.tolist()):
                missing = mask & ~variants.preferring(state, than)
                if missing:
                    ends = targets[place][legal[place]]
                    mask &= ~(missing & ~self._tempted(variants, state, ends, than))
            return mask

        return condition

    def leaves(self, party: int, state: int) -> Condition:
        """Some move of it from a state is an improvement."""
        moves = np.array(self.model.moves(party, state), np.int64)
        return lambda variants: self._tempted(variants, state, moves, state)

    def deterred(
        self, party: int, state: int, ends: Mapping[int, int], *, respond: bool
    ) -> Condition:
        """None of its moves from a state is an improvement, but for those that sanctions deter.

        `ends` has the end of the sanction of each such move.
        """
        moves = np.array(self.model.moves(party, state), np.int64)
        open_moves = np.setdiff1d(moves, list(ends))
        escapes = {
            end: np.array(self.model.moves(party, end) if respond else [], np.int64)
            for end in ends.values()
        }

        def condition(variants: Variants) -> int:
            leaves = self._tempted(variants, state, open_moves, state)
            for move, end in ends.items():
                tempted = self._tempted(variants, state, np.array([move]), state)
                if tempted:
                    unhurt = variants.preferring(end, state)
                    unhurt |= self._tempted(variants, end, escapes[end], state)
                    leaves |= tempted & unhurt
            return variants.all & ~leaves

        return condition
