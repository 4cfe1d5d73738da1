"""Which commitment would do: who would have to bind itself to what, so that another may go first.

Asked where the diagnosis is ``you-first`` or ``exposed``, each commitment with the fewest promises:

- ``exposed``: options of the others that become one-way, after which the improvement that leads to
  a settlement is no longer sanctioned;
- ``you-first``: what others would promise to do once a party has done its part, so that what
  follows by their own gains is a settlement that it likes no less than today. Where nothing need be
  promised, they would gain by following.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from detente.analysis.engines.explicit import Explicit
from detente.analysis.graph_model import GraphModel, powers
from detente.analysis.reach import reach
from detente.analysis.situation import Situation
from detente.analysis.states import Mask
from detente.analysis.verdicts import sanction

MOST_PROMISES = 2  # of options bound, where that is to keep others from sanctioning
_KEPT = 1 << 18  # states of all engines that are kept


@dataclass(frozen=True, slots=True)
class Promise:
    """What one party binds itself to: an option, and whether it becomes ``start`` or ``stop``."""

    party: str
    option: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """What others would have to promise so that a party may go first.

    Attributes
    ----------
    kind
        The diagnosis that it would do for.
    helps
        The id of the party that may then go first.
    to
        Where it goes first, as letters.
    promises
        As options stand in the file; none where the others gain by following.
    """

    kind: str
    helps: str
    to: str
    promises: tuple[Promise, ...]


def commitments(now: Situation, kinds: Sequence[str]) -> tuple[Commitment, ...]:
    """What would do for the kinds of diagnosis that a commitment helps.

    Examples
    --------
    >>> from detente.analysis.concepts import CONCEPTS
    >>> from detente.analysis.reasons import Reasons
    >>> from detente.dispute.file import loads
    >>> dispute = loads('''{detente: 1, title: Ferry, parties: {
    ...     a: {options: {sail: }, wants: [a.sail only if b.pay, b.pay]},
    ...     b: {options: {pay: }, wants: [b.pay only if a.sail, a.sail, not b.pay]}}}''')
    >>> model = GraphModel.of(dispute)
    >>> now = Situation(Explicit(model), CONCEPTS["seq"], 0, np.arange(4) == 3,
    ...     Reasons(dispute, model.space))
    >>> [(c.helps, [p.option for p in c.promises]) for c in commitments(now, ["you-first"])]
    [('a', ['b.pay']), ('b', ['a.sail'])]
    """
    return tuple(found for kind, rule in _RULES.items() if kind in kinds for found in rule(now))


# You first --------------------------------------------------------------------------------------


def _you_first(now: Situation) -> Iterator[Commitment]:
    """For each party that would gain, the fewest that would have to follow by promise."""
    space, model = now.model.space, now.model
    goals = np.flatnonzero(now.joint_improvements & now.settlements)
    changed = np.bitwise_count(goals ^ now.state)
    goal = int(goals[np.lexsort((goals, changed))[0]])
    parts = {party: (goal ^ now.state) & model.own[party] for party in model.movers}
    for party, part in parts.items():
        first = now.state ^ part
        if part and space.possible[first] and model.allowed(np.array(now.state), np.array([first])):
            bound = _followers(now, party, first, {p: b for p, b in parts.items() if p != party})
            if bound is not None:
                yield _told(now, "you-first", party, first, dict.fromkeys(bound, goal))


def _followers(now: Situation, party: int, first: int, parts: dict[int, int]) -> list[int] | None:
    """The bits of those that would have to be bound, the fewest; None where that is not enough."""
    able = [other for other, part in parts.items() if part]
    rank = now.model.ranks[party]
    content = now.settlements & (rank >= rank[now.state])
    for count in range(len(able) + 1):
        for bound in combinations(able, count):
            here = first
            for other in bound:
                here ^= parts[other]
            if now.model.space.possible[here] and _reaches(now, here, able, bound, content):
                return [bit for other in bound for bit in powers(parts[other])]
    return None


def _reaches(
    now: Situation, here: int, able: Sequence[int], bound: Sequence[int], goals: Mask
) -> bool:
    """Whether it is settled there, or those who are not bound gain by going on to where it is."""
    free = [other for other in able if other not in bound]
    onward = reach(now.model, free, here, improving=True).states if free else goals & False
    return bool(goals[here] or (onward & goals).any())


# Exposed ----------------------------------------------------------------------------------------


def _exposed(now: Situation) -> Iterator[Commitment]:
    """For each improvement that is deterred, the fewest options whose binding frees it."""
    binding = _Binding(now)
    for party, to in now.deterred:
        for count in range(1, MOST_PROMISES + 1):
            found = next(binding.freeing(party, to, {}, count), None)
            if found is not None:
                yield _told(now, "exposed", party, to, found)
                break


class _Binding:
    """What comes of binding options; an engine of each set of them, as far as they are kept."""

    def __init__(self, now: Situation) -> None:
        self.now = now
        self._engine = lru_cache(max(1, _KEPT // now.model.space.size))(self._bound)

    def _bound(self, can: tuple[str, ...]) -> tuple[Explicit, Mask]:
        engine = Explicit(self.now.model.changed(self.now.model.ranks, can))
        return engine, engine.leading(self.now.settlements)

    def freeing(
        self, party: int, to: int, bound: dict[int, int], count: int
    ) -> Iterator[dict[int, int]]:
        """Sets of so many bits more, with values to bind them towards: each blocks a sanction.

        What frees the party must block some move of every sanction, of the one that is found too.
        """
        now = self.now
        engine, leading = self._engine(_can(now.model, bound))
        if engine.held_to(now.concept.deterrent, party)[to] > now.model.ranks[party][now.state]:
            if leading[to]:
                yield bound
            return
        if count:
            for source, end in _sanction(now, engine, party, to):
                for bit in powers((source ^ end) & ~sum(bound)):
                    if now.model.can[_place(now.model, bit)] == "both":
                        yield from self.freeing(party, to, bound | {bit: source}, count - 1)


def _sanction(now: Situation, engine: Explicit, party: int, to: int) -> list[tuple[int, int]]:
    """The moves of a sanction, each from where to where."""
    found = sanction(engine, now.concept.deterrent, party, now.state, to)
    ends = [now.model.space.index(move.to) for move in found.path] if found else []
    return list(zip([to, *ends], ends, strict=False))


def _place(model: GraphModel, bit: int) -> int:
    return len(model.space.options) - bit.bit_length()


def _can(model: GraphModel, bound: dict[int, int]) -> tuple[str, ...]:
    can = list(model.can)
    for bit, value in bound.items():
        can[_place(model, bit)] = "start" if value & bit else "stop"
    return tuple(can)


def _told(now: Situation, kind: str, party: int, to: int, bound: dict[int, int]) -> Commitment:
    options = now.model.space.options
    promises = tuple(
        Promise(options[place].party, str(options[place].atom), "start" if value & bit else "stop")
        for place, bit, value in sorted((_place(now.model, b), b, v) for b, v in bound.items())
    )
    return Commitment(kind, now.model.parties[party].id, now.model.space.letters(to), promises)


_RULES = {"exposed": _exposed, "you-first": _you_first}
