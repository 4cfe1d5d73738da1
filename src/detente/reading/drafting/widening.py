"""What else the two sides have put a price on: drafted with the rest while there is room.

"Varnia opens its waters if Oslund takes 18 per cent; Oslund cuts its quota if Varnia lifts the
ban": no act stands in both, and yet it is one dispute.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from detente.reading.drafting.acts import Act
from detente.reading.drafting.cast import CALENDAR, Cast
from detente.reading.drafting.labels import is_sayable, label
from detente.reading.drafting.scope import Scope, in_order, most_sides
from detente.reading.drafting.wishes import Ladder, Wish

_ROOM = 10  # options, beyond which nothing is taken in besides


def widened(within: Scope, ladders: Mapping[str, Ladder], cast: Cast) -> Scope:
    """With the prices that its sides name to each other and that hang on nothing else in it."""
    acts = list(within.acts)
    for wish in _priced(within, ladders, cast):
        fresh = [act for act in dict.fromkeys(wish.acts) if act not in acts]
        if fresh and len(acts) + len(fresh) <= _ROOM and _is_of_few([*acts, *fresh], ladders):
            acts += fresh
    left = tuple(row for row in within.left_out if row[0] not in acts)
    parties = tuple(dict.fromkeys((*within.parties, *(act.owner for act in acts))))
    return replace(within, acts=in_order(acts, parties), parties=parties, left_out=left)


def _is_of_few(acts: Sequence[Act], ladders: Mapping[str, Ladder]) -> bool:
    """Whether no more choose than one can follow."""
    return len({act.owner for act in acts} - {CALENDAR}) <= most_sides(acts, ladders)


def _priced(within: Scope, ladders: Mapping[str, Ladder], cast: Cast) -> Iterator[Wish]:
    """Quoted prices of the sides, of each other's acts first; then what others ask of them."""
    here = {act.owner for act in within.acts}
    sides = [party for party in cast.principals if party in here]
    rows = list(_quoted(sides, ladders))
    yield from (wish for wish in rows if _owners(wish) <= {*sides})
    yield from (wish for wish in rows if _owners(wish) <= {*cast.principals, *here})
    others = [party for party in cast.principals if party not in here]
    rest = [wish for wish in _quoted(others, ladders) if _owners(wish) & {*sides}]
    yield from (wish for wish in rest if _owners(wish) <= {*cast.principals})


def _quoted(parties: Iterable[str], ladders: Mapping[str, Ladder]) -> Iterator[Wish]:
    for party in parties:
        for wish in ladders.get(party, Ladder()).firm:
            said = wish.key[0] == "only if" and not wish.assumed
            if said and all(_is_told(act) for act in wish.acts):
                yield wish


def _is_told(act: Act) -> bool:
    """Whether an act can be said in more than a bare verb: not only "vote"."""
    return is_sayable(act) and " " in (act.label or label(act))


def _owners(wish: Wish) -> set[str]:
    return {act.owner for act in wish.acts}
