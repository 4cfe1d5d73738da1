"""What differs between two versions of a dispute: wants, options, parties, evidence.

Wants are matched by what they say, within their party; evidence by what it quotes, so that other
ids alone are no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from detente.dispute.evidence import Evidence
from detente.dispute.model import AnyOrder, Dispute, Option, Party, Want

Value = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    Attributes
    ----------
    what
        ``party``, ``option``, ``want``, ``evidence``, ``resolution`` or ``infeasible``.
    id
        Of a party its id, of an option ``party.option``, of a want ``party/index`` (as it is after,
        or as it was where it is gone), of evidence its id; else empty.
    before, after
        What is known of it, by key; None where it is not there.
    """

    what: str
    id: str
    before: Value | None
    after: Value | None


def differences(before: Dispute, after: Dispute) -> tuple[Difference, ...]:
    """Everything in which two versions of a dispute differ, as far as an analysis goes.

    Examples
    --------
    >>> from detente.dispute.file import loads
    >>> one = loads("{detente: 1, title: T, parties: {a: {options: {x: }, wants: [a.x]}}}")
    >>> two = loads("{detente: 1, title: T, parties: {a: {options: {x: }, wants: [not a.x]}}}")
    >>> [(found.what, found.id) for found in differences(one, two)]
    [('want', 'a/1')]
    """
    return tuple(difference for rule in _RULES for difference in rule(_Told(before), _Told(after)))


class _Told:
    """A dispute's elements as plain values, evidence by its words and not by its id."""

    def __init__(self, dispute: Dispute) -> None:
        self.dispute = dispute

    def because(self, ids: Sequence[str]) -> tuple[str, ...]:
        quoted = self.dispute.quoted
        return tuple(sorted(quoted[name].quote if name in quoted else name for name in ids))

    def party(self, party: Party) -> Value:
        ranking = None if party.ranking is None else [list(tied) for tied in party.ranking]
        told = {"name": party.name, "type": party.type, "role": party.role}
        return told | {"speaks_for": party.speaks_for, "ranking": ranking}

    def option(self, option: Option) -> Value:
        return {
            "label": option.label,
            "status_quo": option.status_quo,
            "can": option.can,
            "commit_cost": option.commit_cost,
            "because": self.because(option.because),
        }

    def want(self, place: int, want: Want, among: tuple[int, int]) -> Value:
        return {
            "index": place,
            "want": str(want.formula),
            "assumed": want.assumed,
            "cost": want.cost,
            "any_order": len(range(*among)),
            "because": self.because(want.because),
        }

    def wants(self, party: Party | None) -> list[Value]:
        told: list[Value] = []
        for entry in party.wants if party else ():
            members = entry.wants if isinstance(entry, AnyOrder) else (entry,)
            group = len(told) + 1, len(told) + len(members)
            told += [self.want(len(told) + n, want, group) for n, want in enumerate(members, 1)]
        return told

    def evidence(self, piece: Evidence) -> Value:
        return {"quote": piece.quote, "kind": piece.kind, "holder": piece.holder}


def _by_id(
    what: str, before: Mapping[str, Value], after: Mapping[str, Value]
) -> Iterator[Difference]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if old != new:
            yield Difference(what, name, old, new)


def _parties(one: _Told, two: _Told) -> Iterator[Difference]:
    rows = [{party.id: told.party(party) for party in told.dispute.parties} for told in (one, two)]
    yield from _by_id("party", *rows)


def _options(one: _Told, two: _Told) -> Iterator[Difference]:
    rows = [{str(o.atom): told.option(o) for o in told.dispute.options} for told in (one, two)]
    yield from _by_id("option", *rows)


def _wants(one: _Told, two: _Told) -> Iterator[Difference]:
    parties = [{party.id: party for party in told.dispute.parties} for told in (one, two)]
    for name in dict.fromkeys((*parties[0], *parties[1])):
        old, new = one.wants(parties[0].get(name)), two.wants(parties[1].get(name))
        for was, now in _matched(old, new):
            if not _alike(was, now, old, new):
                place = (now or was or {})["index"]
                yield Difference("want", f"{name}/{place}", was, now)


def _alike(was: Value | None, now: Value | None, old: list[Value], new: list[Value]) -> bool:
    """Whether nothing of a want changed but its number, for wants before it that came or went."""
    if was is None or now is None:
        return False
    return _but_index(was) == _but_index(now) and _above(was, old, new) == _above(now, new, old)


def _but_index(want: Value) -> Value:
    return {key: value for key, value in want.items() if key != "index"}


def _above(want: Value, own: list[Value], other: list[Value]) -> set[object]:
    """The wants before one that the other version has too."""
    before = {row["want"] for row in own[: own.index(want)]}
    return before & {row["want"] for row in other}


def _matched(old: list[Value], new: list[Value]) -> Iterator[tuple[Value | None, Value | None]]:
    """Wants that say the same, wherever they stand; of the rest, those at the same place."""
    rest_old, rest_new = list(old), list(new)
    pairs: list[tuple[Value | None, Value | None]] = []
    for now in new:
        was = next((row for row in rest_old if row["want"] == now["want"]), None)
        if was is not None:
            rest_old.remove(was)
            rest_new.remove(now)
            pairs.append((was, now))
    were, are = ([str(row["want"]) for row in rows] for rows in (old, new))
    for tag, a, b, c, d in SequenceMatcher(None, were, are, autojunk=False).get_opcodes():
        if tag != "equal":
            gone = [row for row in old[a:b] if row in rest_old]
            come = [row for row in new[c:d] if row in rest_new]
            pairs += zip_longest(gone, come)
    yield from sorted(pairs, key=lambda pair: (_place(pair[1] or pair[0]), pair[1] is None))


def _place(want: Value | None) -> int:
    return int(str((want or {})["index"]))


def _evidence(one: _Told, two: _Told) -> Iterator[Difference]:
    rows = []
    for told in (one, two):
        pieces: dict[str, tuple[str, Value]] = {}
        for piece in told.dispute.evidence:
            value = told.evidence(piece)
            pieces.setdefault(repr(value), (piece.id, value))
        rows.append(pieces)
    before, after = rows
    gone = {name: value for key, (name, value) in before.items() if key not in after}
    come = {name: value for key, (name, value) in after.items() if key not in before}
    for name in dict.fromkeys((*gone, *come)):
        old, new = gone.get(name), come.get(name)
        yield from (
            [Difference("evidence", name, old, new)]
            if old and new and old["quote"] == new["quote"]
            else [
                Difference("evidence", name, *ends)
                for ends in ((old, None), (None, new))
                if any(ends)
            ]
        )


def _resolution(one: _Told, two: _Told) -> Iterator[Difference]:
    found = [told.dispute.resolution for told in (one, two)]
    rows = [None if goal is None else {"want": str(goal.formula)} for goal in found]
    if rows[0] != rows[1]:
        yield Difference("resolution", "", rows[0], rows[1])


def _infeasible(one: _Told, two: _Told) -> Iterator[Difference]:
    rows = [
        {str(p.when): {"when": str(p.when)} for p in told.dispute.infeasible} for told in (one, two)
    ]
    for found in _by_id("infeasible", *rows):
        yield Difference("infeasible", "", found.before, found.after)


_RULES: tuple[Callable[[_Told, _Told], Iterator[Difference]], ...] = (
    _resolution,
    _parties,
    _options,
    _wants,
    _infeasible,
    _evidence,
)
