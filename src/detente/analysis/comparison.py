"""What a change of a dispute does to each finding: two versions of it, finding by finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from detente.analysis.concepts import CHOSEN
from detente.analysis.explanation import Explanation, explain
from detente.analysis.robustness import REPORT_LIMIT, REPORT_SAMPLE, Finding, robust
from detente.analysis.unlocking import Unlocking, Unlockings, unlock
from detente.dispute.differences import Difference, differences
from detente.dispute.formula import Formula
from detente.dispute.model import Dispute


@dataclass(frozen=True, slots=True)
class Turn:
    """A finding in both versions; None where that version has no such finding.

    Attributes
    ----------
    finding
        A key of `FINDINGS`.
    before, after
        Plain values: see `FINDINGS`.
    concept
        Of being stuck, under which.
    """

    finding: str
    before: object
    after: object
    concept: str | None = None

    @property
    def changed(self) -> bool:
        """Whether the finding is another one."""
        return self.before != self.after


FINDINGS = {
    "standing": "settled, stuck or moving, under the chosen concept",
    "stuck": "whether it is stuck, under each concept",
    "lasts": "of a settled dispute, whether that lasts; else null",
    "diagnosis": "the kinds that hold",
    "heads_to": "the equilibria that a moving dispute heads to",
    "refusals": "who likes some resolution state less, and by which want: party/index",
    "least_cost": "of the least unlocking; null where nothing unlocks",
    "unlockings": "the least ones: of each its concessions, each party/index or option: change",
    "alone": "by party, the least that it could do by itself; null where nothing need be conceded",
    "certainty": "in how many of the open models it is stuck",
}


@dataclass(frozen=True)
class Version:
    """One of two versions of a dispute with what the comparison asks about it."""

    dispute: Dispute
    concept: str
    to: Formula | None = None

    @cached_property
    def explanation(self) -> Explanation:
        """Why today holds or does not."""
        return explain(self.dispute, concept=self.concept, to=self.to)

    @cached_property
    def unlocking(self) -> Unlockings | None:
        """What would unlock it; None where nothing says what would count as settled."""
        named = self.to is not None or self.dispute.resolution is not None
        return unlock(self.dispute, self.to, self.concept) if named else None

    @cached_property
    def least(self) -> tuple[Unlocking, ...]:
        """The unlockings of least cost."""
        ways = self.unlocking.unlockings if self.unlocking else ()
        return tuple(way for way in ways if way.cost == ways[0].cost)

    @cached_property
    def stuck(self) -> Finding:
        """In how many of the open models it is stuck."""
        found = robust(
            self.dispute, self.concept, self.to, (), limit=REPORT_LIMIT, sample=REPORT_SAMPLE
        )
        return found.findings[0]


@dataclass(frozen=True)
class Comparison:
    """Two versions of a dispute: what differs, and what that does to each finding."""

    before: Version
    after: Version
    differences: tuple[Difference, ...]
    turns: tuple[Turn, ...]


def compare(
    before: Dispute, after: Dispute, concept: str = CHOSEN, to: Formula | None = None
) -> Comparison:
    """Two versions of a dispute, finding by finding.

    Parameters
    ----------
    before, after
        The versions. States are letters in the order of each version's own options.
    concept
        The chosen concept.
    to
        What would count as settled in both, in place of their resolutions.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> text = '''{{detente: 1, title: Ferry, resolution: a.sail and b.pay, parties: {{
    ...     a: {{options: {{sail: }}, wants: [{}, b.pay]}},
    ...     b: {{options: {{pay: }}, wants: [b.pay only if a.sail, a.sail]}}}}}}'''
    >>> one, two = text.format("not a.sail"), text.format("a.sail only if b.pay")
    >>> found = compare(loads(one), loads(two))
    >>> [(turn.before, turn.after) for turn in found.turns if turn.finding == "diagnosis"]
    [(['content', 'incompatible'], ['you-first'])]
    """
    one, two = Version(before, concept, to), Version(after, concept, to)
    return Comparison(one, two, differences(before, after), tuple(_turns(one, two)))


def _turns(one: Version, two: Version) -> Iterator[Turn]:
    rows = [dict(_told(version)) for version in (one, two)]
    for name, concept in dict.fromkeys((*rows[0], *rows[1])):
        key = name, concept
        yield Turn(name, rows[0].get(key), rows[1].get(key), concept)


def _told(version: Version) -> Iterator[tuple[tuple[str, str | None], object]]:
    """Each finding of a version as a plain value."""
    found, ways = version.explanation, version.unlocking
    yield ("standing", None), found.standing
    for concept, stuck in found.stuck.items():
        yield ("stuck", concept), stuck
    yield ("lasts", None), found.equilibrium[found.concept] if found.settled else None
    yield ("diagnosis", None), [kind.kind for kind in found.diagnosis]
    yield ("heads_to", None), list(found.heads_to)
    refusals = dict.fromkeys(f"{r.reason.party}/{r.reason.index}" for r in found.refusals)
    yield ("refusals", None), list(refusals)
    if ways is not None:
        yield ("least_cost", None), ways.least_cost
        yield ("unlockings", None), [_named(way) for way in version.least]
        yield ("alone", None), dict(ways.alone) if ways.least_cost else None
    yield ("certainty", None), {"holds": version.stuck.holds, "of": version.stuck.of}


def _named(way: Unlocking) -> list[str]:
    """Its concessions, each by the name of its want or option and what becomes of it."""
    return [
        f"{made.option or f'{made.party}/{made.index}'}: {made.change}"
        + (f" to {made.becomes}" if made.becomes else "")
        for made in way.concessions
    ]
