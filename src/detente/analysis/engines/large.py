"""Disputes of millions of states through the compiled engine: memory, preferences, answers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from time import perf_counter

import numpy as np

from detente.analysis.concepts import Concept
from detente.analysis.engines.compiled import Cube, Flags, Mover
from detente.analysis.engines.layout import Freedom
from detente.analysis.engines.scoring import compact, narrowed
from detente.analysis.preferences import preference
from detente.analysis.solutions import Solution
from detente.analysis.states import Mask, StateSpace
from detente.dispute.formula import Atom, Formula, atoms
from detente.dispute.model import Dispute, Party
from detente.errors import LimitReachedError

MOST_OPTIONS = 26
_WIDTHS = {8: 1, 16: 2}  # up to so many wants, so many bytes a rank


@dataclass(frozen=True, eq=False)
class Packed(Solution):
    """A solution with one bit a state and concept, party by party.

    Attributes
    ----------
    space
        The states.
    flags
        Of each party the bits of each state, as `Cube.flags` gives them.
    """

    space: StateSpace
    concepts: tuple[str, ...]
    parties: tuple[str, ...]
    flags: Sequence[Flags]
    seconds: dict[str, float]
    engine: str = "explicit"

    @property
    def states(self) -> int:  # type: ignore[override]
        """The number of feasible states."""
        return self.space.count

    @cached_property
    def _equilibria(self) -> Flags:
        bits = (1 << len(self.concepts)) - 1
        found = self.space.possible.astype(np.uint8) * np.uint8(bits)
        for flags in self.flags:
            found &= flags
        return found

    def mask(self, concept: str, party: str | None = None) -> Mask:
        """The states that are stable for a party, or for all, by flat index."""
        flags = self._equilibria if party is None else self.flags[self.parties.index(party)]
        found: Mask = (flags & np.uint8(1 << self.concepts.index(concept))) != 0
        return found

    def count(self, concept: str, party: str | None = None) -> int:
        """How many states hold."""
        return int(np.count_nonzero(self.mask(concept, party)))

    def listed(
        self, concept: str, party: str | None = None, limit: int | None = None
    ) -> Sequence[str]:
        """The first states that hold, as letters."""
        return self.space.named(np.flatnonzero(self.mask(concept, party))[:limit].tolist())

    def holds(self, concept: str, state: str, party: str | None = None) -> bool:
        """Whether a state holds."""
        return bool(self.mask(concept, party)[self.space.index(state)])

    def within(self, formula: Formula) -> Packed:
        """The same of the states alone in which a formula holds."""
        space = self.space.within(formula)
        flags = [flags * space.possible for flags in self.flags]
        return replace(self, space=space, flags=flags)

    def numbered(self, concept: str, numbers: Sequence[int]) -> Sequence[str]:
        """The equilibria with some numbers."""
        found = np.flatnonzero(self.mask(concept))
        return [self.space.letters(int(found[number])) for number in numbers]


def needed(dispute: Dispute) -> int:
    """The bytes that the explicit engine takes for a dispute, about.

    >>> from detente.dispute.file import loads
    >>> needed(loads("{detente: 1, title: T, parties: {a: {options: {x: }, wants: [a.x]}}}"))
    69
    """
    states, parties = 1 << len(dispute.options), dispute.decision_makers
    restricting = {atom for pattern in dispute.infeasible for atom in atoms(pattern.when)}
    ranks, tables = 0, [0]
    for party in parties:
        rank = next((b for most, b in _WIDTHS.items() if len(party.ordered_wants) <= most), 4)
        ranks += rank
        tables.append(_looked_up(dispute, party, restricting, rank))
    feasible = 2 * bool(dispute.infeasible)
    solving = states * (ranks + len(parties) + 9 + feasible) + sum(tables)
    scoring = states * (ranks + 8 + feasible)
    return max(solving, scoring) + 7 * states


def _looked_up(dispute: Dispute, party: Party, restricting: set[Atom], rank: int) -> int:
    """The bytes of the tables about a party: by the options that make a difference to it."""
    own = {option.atom for option in party.options}
    named = {atom for want in party.ordered_wants for atom in atoms(want.formula)}
    if party.ranking is not None:
        named = {option.atom for option in dispute.options}
    ways = sum(option.can in ("start", "stop") for option in party.options)
    rows, pairs = 1 << len(own | named), 1 << len(own | named | restricting)
    sub_cubes = 1 << len(dispute.options) - len(own) + ways
    return rows * (rank + 4) + pairs * (6 * rank + 4) + 3 * rank * sub_cubes


def available() -> int:
    """The bytes of memory that may still be taken, as far as the system says."""
    told = [_meminfo(), _limit()]
    return min((number for number in told if number is not None), default=1 << 62)


def _meminfo() -> int | None:
    try:
        text = Path("/proc/meminfo").read_text(encoding="ascii")
    except OSError:
        names = getattr(os, "sysconf_names", {})
        if "SC_PHYS_PAGES" in names:
            return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        return None
    line = next((line for line in text.splitlines() if line.startswith("MemAvailable")), None)
    return None if line is None else int(line.split()[1]) << 10


def _limit() -> int | None:
    """What the limits of this process, or of its group, leave."""
    try:
        import resource
    except ImportError:  # not on this system
        return None
    soft = resource.getrlimit(resource.RLIMIT_AS)[0]
    told = [] if soft == resource.RLIM_INFINITY else [soft]
    try:
        group = Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii").strip()
    except OSError:
        group = "max"
    told += [] if group == "max" else [int(group)]
    return min(told, default=None)


def fits(dispute: Dispute) -> bool:
    """Whether a dispute fits in memory, with as much again to spare."""
    return 2 * needed(dispute) <= available()


def check(dispute: Dispute) -> None:
    """Make sure that a dispute fits.

    Raises
    ------
    LimitReachedError
        Where it has too many options or takes too much memory.
    """
    count = len(dispute.options)
    if count > MOST_OPTIONS:
        raise LimitReachedError(
            f"{count} options: the explicit engine takes up to {MOST_OPTIONS}; "
            "--engine symbolic takes more"
        )
    wanted, there = needed(dispute), available()
    if wanted > there:
        raise LimitReachedError(
            f"{count} options take about {wanted / 1e9:.1f} GB in the explicit engine, and "
            f"{there / 1e9:.1f} GB are free; --engine symbolic takes less, or leave out options"
        )


def solved(dispute: Dispute, concepts: Sequence[Concept]) -> Packed:
    """The stable states of a dispute, by the compiled engine."""
    check(dispute)
    began = perf_counter()
    warm_up()
    compiled = perf_counter()
    cube = cube_of(dispute)
    ranked = perf_counter()
    flags = cube[1].flags(concepts)
    return Packed(
        cube[0],
        tuple(concept.name for concept in concepts),
        tuple(party.id for party in dispute.decision_makers),
        flags,
        {
            "compile": compiled - began,
            "preferences": ranked - compiled,
            "stability": perf_counter() - ranked,
        },
    )


def cube_of(dispute: Dispute, threads: int | None = None) -> tuple[StateSpace, Cube]:
    """The states of a dispute, and the same with its parties as the compiled engine takes them."""
    space = StateSpace.of(dispute, MOST_OPTIONS)
    possible = space.possible if dispute.infeasible else None
    cube = Cube(len(space.options), (), possible, threads)
    movers = []
    for party in dispute.decision_makers:
        by_can = {
            can: sum(space.bits[option.atom] for option in party.options if option.can == can)
            for can in ("both", "start", "stop")
        }
        ranks = (
            compact(party, space, possible, cube.share)
            if party.ranking is None
            else narrowed(preference(party, space), possible)
        )
        movers.append(Mover(Freedom(**by_can), ranks))
    return space, Cube(len(space.options), movers, possible, threads)


@cache
def warm_up() -> None:
    """Load the compiled kernels, or compile them, on a dispute of no importance."""
    from detente.analysis.concepts import CONCEPTS

    ranks = np.arange(16, dtype=np.uint8)
    movers = [Mover(Freedom(8, 4), ranks), Mover(Freedom(3), ranks)]
    for count in (4, 7):
        shift = count - 4
        shifted = [
            Mover(
                Freedom(mover.freedom.both << shift, mover.freedom.start << shift),
                np.repeat(mover.ranks, 1 << shift),
            )
            for mover in movers
        ]
        Cube(count, shifted).flags(tuple(CONCEPTS.values()))
