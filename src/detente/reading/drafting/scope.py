"""Which acts belong to the dispute, and what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace

from detente.reading.drafting import roads
from detente.reading.drafting.acts import Act, Literal, may_be_granted
from detente.reading.drafting.cast import CALENDAR, Cast
from detente.reading.drafting.hearts import hearts
from detente.reading.drafting.issue import Issue, between
from detente.reading.drafting.labels import is_sayable
from detente.reading.drafting.ledger import Ledger, Position
from detente.reading.drafting.lexicon import EXIST, words
from detente.reading.drafting.linked import (
    closed,
    is_awaited,
    is_uncontested,
    parties_of,
    threatened,
    told_often,
    wanted_of_each_other,
)
from detente.reading.drafting.wishes import Ladder, Wish, plain, together

MOST_OPTIONS = 12
FEWEST_OPTIONS = 4
MOST_SIDES = 4  # who choose, the calendar among them
_SIDES = 2


@dataclass(frozen=True)
class Scope:
    """The acts that become options, the firmest first; and what was left out, with why."""

    acts: tuple[Act, ...]
    parties: tuple[str, ...]
    left_out: tuple[tuple[Act, str], ...]

    def has(self, wish: Wish) -> bool:
        """Whether a want can be said with these acts."""
        meant = not wish.via or any(act in self.acts for act in wish.via)
        return meant and all(act in self.acts for act in wish.acts)


def scope(
    ledger: Ledger,
    issue: Issue,
    ladders: MutableMapping[str, Ladder],
    others: Iterable[Issue] = (),
) -> Scope:
    """The resolution's acts, what stands in one formula with them, and what the parties want.

    Where that is little, what else those parties are at odds about is taken in too, from `others`,
    and then what they hold to or ask of each other besides.
    """
    within = _within(ledger, issue, ladders, issue.positions)
    positions = issue.positions
    for other in others:
        if len(within.acts) >= FEWEST_OPTIONS:
            break
        if between(other, ledger.cast) & between(issue, ledger.cast):
            positions = (*positions, *other.positions)
            within = _within(ledger, issue, ladders, positions)
    filled = _filled(_of_few(within, issue, ladders), ladders, ledger.cast)
    return _with_roads(ledger, filled, ladders)


def _with_roads(ledger: Ledger, within: Scope, ladders: MutableMapping[str, Ladder]) -> Scope:
    """With what any two sides could do, where nothing else is left to make a draft of."""
    owners = [act.owner for act in within.acts]
    able = dict.fromkeys([*owners, *within.parties, *ledger.cast.principals])
    sides = [p for p in able if p in ledger.cast.principals][:_SIDES]
    acts = list(within.acts)
    for literals in roads.between(ledger, sides) if acts and len(sides) == _SIDES else ():
        if len(acts) >= FEWEST_OPTIONS and len({act.owner for act in acts}) >= _SIDES:
            break
        fresh = [literal.act for literal in literals if literal.act not in acts]
        acts += fresh
        for party in sides if len(fresh) == _SIDES else ():
            ladder = ladders.setdefault(party, Ladder())
            if not any(wish.acts[0].shared and wish.key[1] is False for wish in ladder.all):
                ladder.add(ladder.stake, together(literals, ()))
    parties = tuple(dict.fromkeys((*within.parties, *(act.owner for act in acts))))
    left = tuple(row for row in within.left_out if row[0] not in acts)
    return replace(within, acts=in_order(acts, parties), parties=parties, left_out=left)


def _of_few(within: Scope, issue: Issue, ladders: Mapping[str, Ladder]) -> Scope:
    """With the acts of those alone who count most, where more would choose than one can follow.

    Those who have most to say and most to do stay.
    """
    owners = [p for p in dict.fromkeys(act.owner for act in within.acts) if p != CALENDAR]
    most = most_sides(within.acts, ladders)
    if len(owners) <= most:
        return within
    held = {party: ladders.get(party, Ladder()).all for party in owners}

    def weight(party: str) -> tuple[int, int, int]:
        said = sum(not wish.assumed for wish in held[party])
        aims = sum(goal.act.owner == party for goal in issue.goals)
        return said, aims, sum(act.owner == party for act in within.acts)

    kept = {CALENDAR, *sorted(owners, key=weight, reverse=True)[:most]}
    rest = tuple((a, "of a party that counts less") for a in within.acts if a.owner not in kept)
    acts = tuple(act for act in within.acts if act.owner in kept)
    return replace(within, acts=acts, left_out=(*rest, *within.left_out))


def most_sides(acts: Iterable[Act], ladders: Mapping[str, Ladder]) -> int:
    """How many may choose: one less where the calendar comes in, or may come in with a threat."""
    owners = dict.fromkeys(act.owner for act in acts)
    dated = any(w.key[0] == "if" for party in owners for w in ladders.get(party, Ladder()).firm)
    return MOST_SIDES - (dated or CALENDAR in owners)


def _filled(within: Scope, ladders: Mapping[str, Ladder], cast: Cast) -> Scope:
    """With what its parties hold to or ask of each other besides, as far as that is too little."""
    sides = [party for party in within.parties if party in cast.principals]
    if len(sides) < _SIDES:
        sides = [*sides, *(party for party in cast.principals if party not in sides)]
    fresh: list[Act] = []
    most = max(most_sides(within.acts, ladders), _SIDES)
    for _, wish in _besides(sides, ladders):
        acts = [act for act in wish.acts if act not in (*within.acts, *fresh)]
        everybody = {act.owner for act in (*within.acts, *fresh)}
        owners = everybody & {*sides}
        enough = len(within.acts) + len(fresh) >= FEWEST_OPTIONS
        if len((everybody | {act.owner for act in acts}) - {CALENDAR}) > most:
            continue
        if enough and (len(owners) >= _SIDES or {act.owner for act in acts} <= owners):
            continue
        if all(act.owner in sides and is_sayable(act) for act in acts):
            fresh += acts
    known = {*within.acts, *fresh}
    wanting = [
        party
        for party in cast.principals
        if any(
            not wish.assumed and known.issuperset(wish.acts)
            for wish in ladders.get(party, Ladder()).all
        )
    ]
    parties = (*within.parties, *(act.owner for act in fresh), *(wanting if fresh else ()))
    parties = tuple(dict.fromkeys(parties))
    return replace(
        within,
        acts=in_order([*within.acts, *fresh], parties),
        parties=parties,
        left_out=tuple(row for row in within.left_out if row[0] not in fresh),
    )


def _besides(sides: Iterable[str], ladders: Mapping[str, Ladder]) -> Iterator[tuple[str, Wish]]:
    """What the parties are at odds about besides, what is told less directly last."""
    rows = [(party, wish) for party in sides for wish in ladders.get(party, Ladder()).all]
    yield from (row for row in rows if len(row[1].acts) == 1 and _at_odds(*row))
    yield from (row for row in rows if _declines(*row))
    yield from (row for row in rows if row[1].beside)
    yield from (row for row in rows if _means_to(*row))
    others = [party for party in ladders if party not in {*sides}]
    asked = [(party, wish) for party in others for wish in ladders[party].all]
    yield from (row for row in asked if len(row[1].acts) == 1 and _at_odds(*row))


def _at_odds(party: str, wish: Wish) -> bool:
    """Whether a want on record is of another's act, or of its own that others would have otherwise.

    That is what it keeps up, and what it refuses of the doings that are known to be granted.
    """
    act, sign = wish.acts[0], wish.key[1]
    if wish.assumed or wish.via or wish.beside:
        return False
    if act.owner != party:
        return True
    return sign is act.now and may_be_granted(act) and (act.now or act.family != EXIST)


def _means_to(party: str, wish: Wish) -> bool:
    """Whether a want on record is to do something of one's own that is not done yet."""
    return _is_of_its_own(party, wish) and wish.key[1] is not wish.acts[0].now


def _declines(party: str, wish: Wish) -> bool:
    """Whether a want on record is not to do something of one's own."""
    act = wish.acts[0]
    spoken = {word for m in act.mentions for word in m.doing.noun.lower().split()}
    harms = spoken & (words("harm", "nouns") | words("pressure", "nouns"))
    own = _is_of_its_own(party, wish)
    return own and not wish.key[1] and bool(act.theme - _ANYTHING) and not harms


_ANYTHING = {"anything", "everything", "something", "nothing"}  # "will drop nothing"


def _is_of_its_own(party: str, wish: Wish) -> bool:
    """Whether a want on record is plainly about one thing that the party itself does."""
    plainly = not wish.assumed and not wish.via and len(wish.acts) == 1
    return plainly and wish.acts[0].owner == party


def answered(within: Scope, ladders: MutableMapping[str, Ladder], cast: Cast) -> None:
    """Of what nobody but its owner speaks of, the other sides want the contrary: assumed."""
    for act in within.acts:
        wishes = [
            (party, wish)
            for party in within.parties
            for wish in ladders.setdefault(party, Ladder()).all
            if act in wish.acts
        ]
        if {p for p, _ in wishes} == {act.owner} and all(len(w.acts) == 1 for _, w in wishes):
            contrary = Literal(act, sign=not wishes[0][1].key[1])
            sides = [party for party in within.parties if party in cast.principals]
            for party in sides or within.parties:
                if party != act.owner:
                    ladders[party].add(ladders[party].group, plain(contrary))


def _within(
    ledger: Ledger, issue: Issue, ladders: Mapping[str, Ladder], positions: tuple[Position, ...]
) -> Scope:
    found = list(dict.fromkeys(act for p in positions for act in p.acts))
    found = [*(goal.act for goal in (*issue.goals, *issue.instead)), *found]
    found = closed(list(dict.fromkeys(found)), ladders)
    parties = parties_of(positions, found)
    found = closed(threatened(parties, ladders, found), ladders)
    found = [act for act in found if act.owner in parties or is_awaited(ledger, act)]
    found += [act for act in hearts(ledger) if act.owner in parties and act not in found]
    asked = [a for a in wanted_of_each_other(parties, ladders, found) if a not in found]
    often = told_often(ledger, parties)
    asked += [act for act in often if act not in (*found, *asked)]
    priced = [act for act in closed([*found, *asked], ladders) if act.owner in parties]
    found += [act for act in priced if act not in found]
    refused = [act for p in ledger.positions if p.kind == "refusal" for act in p.acts]
    contested = [
        act
        for act in found
        if (act in often and act in refused) or not is_uncontested(act, issue, ladders, parties)
    ]
    kept = contested[:MOST_OPTIONS]
    rest = [(act, "more than fits one draft") for act in contested[MOST_OPTIONS:]]
    rest += [(act, "nobody else asks for it") for act in found if act not in contested]
    rest += [
        (act, "not linked with what is at issue")
        for act in ledger.register
        if act not in found and act.because
    ]
    return Scope(in_order(kept, parties), parties, tuple(rest))


def in_order(acts: Iterable[Act], parties: Iterable[str]) -> tuple[Act, ...]:
    """Acts by their owners, in the order of the parties."""
    owners = [*parties, *(act.owner for act in acts)]
    return tuple(sorted(acts, key=lambda act: owners.index(act.owner)))


def wishes_in(scope_: Scope, ladder: Ladder) -> Ladder:
    """The part of a ladder that can be said with the acts in scope."""
    return Ladder(
        [w for w in ladder.firm if scope_.has(w)],
        [w for w in ladder.group if scope_.has(w)],
        [w for w in ladder.stake if scope_.has(w)],
    )


def goals_in(scope_: Scope, goals: Iterable[Literal]) -> tuple[Literal, ...]:
    """The goals whose acts are in scope."""
    return tuple(goal for goal in goals if goal.act in scope_.acts)
