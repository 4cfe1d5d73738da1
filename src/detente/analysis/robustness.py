"""How sure a finding is: in how many of the open models it holds, and what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from detente.analysis.abreast import ABOUT_NOW, Progress, Truths
from detente.analysis.concepts import CHOSEN
from detente.analysis.deadlock import KINDS
from detente.analysis.judging import Judge
from detente.analysis.open_models import OpenGroup, OpenModels, OpenWant, Variation
from detente.analysis.unlocking import Unlocker, Unlocking, unlock
from detente.dispute.display import Shown
from detente.dispute.formula import Formula
from detente.dispute.model import Dispute

LIMIT, SAMPLE = 10**6, 10_000
REPORT_LIMIT, REPORT_SAMPLE = 2000, 1000
_Z = 1.959963984540054  # the normal quantile of 95 %, two-sided

Share = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """In how many of the models counted a finding holds.

    Attributes
    ----------
    finding
        ``stuck``, ``diagnosis``, ``free`` (the least unlocking costs nothing) or ``unlocking``.
    holds, of
        Of so many models in so many.
    interval
        The Wilson 95 % interval of the share, where the models are a sample.
    concept
        Under which it is stuck.
    kind
        Of a diagnosis.
    index
        Of an unlocking: its place in the list that was asked about.
    least
        Of an unlocking: in how many models it is also least; None where that was not asked.
    """

    finding: str
    holds: int
    of: int
    interval: tuple[float, float] | None = None
    concept: str | None = None
    kind: str | None = None
    index: int | None = None
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Assumption:
    """In how many models a finding holds with an open want, and without it."""

    open: OpenWant
    finding: int
    present: Share
    absent: Share


@dataclass(frozen=True, slots=True)
class Order:
    """In how many models a finding holds by which member of a group stands first."""

    open: OpenGroup
    finding: int
    first: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Overturn:
    """A smallest set of assumptions (names of wants and groups) without which a finding falls."""

    finding: int
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Robustness(Shown):
    """How sure the findings about a dispute are.

    Attributes
    ----------
    models
        How many open models there are.
    exact
        Whether all were counted; else `sampled` were drawn with `seed`.
    findings
        Being stuck; each kind of diagnosis that holds somewhere; a least cost of nothing; each
        unlocking. The others refer to them by place.
    assumptions, groups
        For each open want, and each group of unknown order, each finding.
    overturned_by
        Of the findings that hold in the model as written, those that another model overturns.
    """

    models: int
    exact: bool
    sampled: int | None
    seed: int | None
    findings: tuple[Finding, ...]
    assumptions: tuple[Assumption, ...]
    groups: tuple[Order, ...]
    overturned_by: tuple[Overturn, ...]


def wilson(holds: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), to six places.

    >>> wilson(8, 10)
    (0.490162, 0.943318)
    """
    share, spread = holds / of, _Z * _Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return round(max(0.0, middle - half), 6), round(min(1.0, middle + half), 6)


def robust(  # noqa: PLR0913  each is a choice of the analyst's
    dispute: Dispute,
    concept: str = CHOSEN,
    to: Formula | None = None,
    unlockings: Sequence[Unlocking] | None = None,
    *,
    limit: int = LIMIT,
    sample: int = SAMPLE,
    seed: int = 0,
    everything: bool = False,
    least: bool = True,
    progress: Progress | None = None,
) -> Robustness:
    """How sure each finding about a dispute is.

    Parameters
    ----------
    dispute
        The dispute.
    concept
        The chosen concept.
    to
        What would count as settled, in place of the dispute's resolution.
    unlockings
        Those to ask about; else what `unlock` lists.
    limit
        Up to so many open models all are counted, else `sample` are drawn with `seed`.
    everything
        Whether every want without evidence is open, not only those marked as assumed.
    least
        Whether to ask of each unlocking in how many models it is also least: a search in each.
    progress
        Called with how many kinds of models are judged, and of how many.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> found = robust(loads('''{detente: 1, title: Ferry, resolution: a.sail, parties: {
    ...     a: {options: {sail: }, wants: [{want: not a.sail, assumed: yes}, a.sail]}}}'''))
    >>> stuck = found.findings[0]
    >>> stuck.holds, stuck.of, found.overturned_by[0].assumptions
    (1, 2, ('a/1',))
    """
    unlocker = Unlocker(dispute, to, concept)
    if unlockings is None:
        unlockings = unlock(dispute, to, concept).unlockings if unlocker.asked else ()
    models = OpenModels(dispute, limit, sample, seed, everything=everything)
    count = _Count(unlocker, unlockings, models, progress, least=least)
    return Robustness(
        models=models.count,
        exact=models.exact,
        sampled=None if models.exact else sample,
        seed=None if models.exact else seed,
        findings=tuple(count.findings()),
        assumptions=tuple(count.assumptions()),
        groups=tuple(count.orders()),
        overturned_by=tuple(count.overturned()),
    )


class _Count:
    def __init__(
        self,
        unlocker: Unlocker,
        unlockings: Sequence[Unlocking],
        models: OpenModels,
        progress: Progress | None,
        *,
        least: bool,
    ) -> None:
        self._unlocker, self._models, self._progress = unlocker, models, progress
        self._sets = [unlocking.concessions for unlocking in unlockings]
        judge = self._judge(models.variations, models.models)
        self._truths = self._told(judge)
        works = self._truths[:, len(ABOUT_NOW) :]
        asked = least and self._sets
        self._least = (
            judge.least(self._sets, works, self._truths[:, len(ABOUT_NOW) - 1]) if asked else None
        )

    def _judge(self, variations: Sequence[Sequence[Variation]], rows: NDArray[np.int64]) -> Judge:
        return Judge(self._unlocker, self._models.parties, variations, rows, self._progress)

    def _told(self, judge: Judge) -> Truths:
        """Of each model whether each of `ABOUT_NOW` holds, and whether each unlocking works."""
        works = [judge.works(made) for made in self._sets]
        return np.column_stack([judge.now(), *works])

    @cached_property
    def _told_of(self) -> list[int]:
        """The columns that are findings: of the diagnoses those that hold in some model."""
        names = [*ABOUT_NOW, *self._sets]
        asked = self._unlocker.asked
        return [
            column
            for column, name in enumerate(names)
            if (name not in KINDS or self._truths[:, column].any()) and (name != "free" or asked)
        ]

    def findings(self) -> Iterator[Finding]:
        for column in self._told_of:
            holds, of = self._share(column)
            interval = None if self._models.exact else wilson(holds, of)
            name = ABOUT_NOW[column] if column < len(ABOUT_NOW) else None
            if name is None:
                index = column - len(ABOUT_NOW)
                least = None if self._least is None else int(self._least[:, index].sum())
                yield Finding("unlocking", holds, of, interval, index=index, least=least)
            elif name in KINDS:
                yield Finding("diagnosis", holds, of, interval, kind=name)
            else:
                concept = self._unlocker.concept.name if name == "stuck" else None
                yield Finding(name, holds, of, interval, concept=concept)

    def _share(self, column: int, among: NDArray[np.bool_] | None = None) -> Share:
        truths = self._truths[:, column]
        truths = truths if among is None else truths[among]
        return int(truths.sum()), len(truths)

    def _where(self, party: str, holds: Sequence[bool]) -> NDArray[np.bool_]:
        """The models whose variation of a party is one of some."""
        return np.array(holds, bool)[self._models.models[:, self._place(party)]]

    def _place(self, party: str) -> int:
        return [open_.party.id for open_ in self._models.parties].index(party)

    def assumptions(self) -> Iterator[Assumption]:
        for want in self._models.wants:
            listed = self._models.variations[self._place(want.party)]
            present = self._where(want.party, [want.index not in way.absent for way in listed])
            for finding, column in enumerate(self._told_of):
                with_, without = self._share(column, present), self._share(column, ~present)
                yield Assumption(want, finding, with_, without)

    def orders(self) -> Iterator[Order]:
        for group in self._models.groups:
            listed = self._models.variations[self._place(group.party)]
            place = group.indexes[0] - 1
            firsts = [
                self._where(group.party, [way.order[place] == index for way in listed])
                for index in group.indexes
            ]
            for finding, column in enumerate(self._told_of):
                yield Order(group, finding, tuple(self._share(column, first) for first in firsts))

    def overturned(self) -> Iterator[Overturn]:
        """By the nearest of the models counted; of a sample, first by those that differ least."""
        counted = self._models.variations, self._models.models, self._truths
        rounds = [counted]
        if not self._models.exact:
            near = self._models.near()
            rounds.insert(0, (*near, self._told(self._judge(*near))))
        written = rounds[0][2][0]
        for finding, column in enumerate(self._told_of):
            for variations, rows, truths in rounds if written[column] else ():
                changes = self._nearest(variations, rows[~truths[:, column]])
                if changes:
                    yield Overturn(finding, changes)
                    break

    def _nearest(
        self, variations: Sequence[Sequence[Variation]], rows: NDArray[np.int64]
    ) -> tuple[str, ...] | None:
        """In what the nearest of some models differs from what is written; None without any."""
        changes = [
            [party.changes(way) for way in listed]
            for party, listed in zip(self._models.parties, variations, strict=True)
        ]
        sizes = sum(
            np.array([len(names) for names in listed])[rows[:, place]]
            for place, listed in enumerate(changes)
        )
        if not len(rows):
            return None
        row = rows[int(np.argmin(sizes))].tolist()
        return tuple(
            name for listed, number in zip(changes, row, strict=True) for name in listed[number]
        )
