"""What else the two sides have put a price on: drafted with the rest while there is room.

"Varnia opens its waters if Oslund takes 18 per cent; Oslund cuts its quota if Varnia lifts the
ban": no act stands in both, and yet it is one dispute.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from detente.reading.drafting.acts import Act
from detente.reading.drafting.cast import CALENDAR, Cast
from detente.reading.drafting.labels import is_sayable
from detente.reading.drafting.scope import MOST_SIDES, Scope, in_order
from detente.reading.drafting.wishes import Ladder, Wish

_ROOM = 10  # options, beyond which nothing is taken in besides


def widened(within: Scope, ladders: Mapping[str, Ladder], cast: Cast) -> Scope:
    """With the prices that its sides name to each other and that hang on nothing else in it."""
    acts = list(within.acts)
    for wish in _priced(within, ladders, cast):
        fresh = [act for act in dict.fromkeys(wish.acts) if act not in acts]
        if fresh and len(acts) + len(fresh) <= _ROOM and _is_of_few([*acts, *fresh]):
            acts += fresh
    left = tuple(row for row in within.left_out if row[0] not in acts)
    parties = tuple(dict.fromkeys((*within.parties, *(act.owner for act in acts))))
    return replace(within, acts=in_order(acts, parties), parties=parties, left_out=left)


def _is_of_few(acts: Iterable[Act]) -> bool:
    """Whether no more choose than one can follow; an hour to come may be added to them."""
    return len({act.owner for act in acts} - {CALENDAR}) < MOST_SIDES


def _priced(within: Scope, ladders: Mapping[str, Ladder], cast: Cast) -> Iterator[Wish]:
    """Quoted prices of the sides, of each other's acts before those of others."""
    here = {act.owner for act in within.acts}
    sides = [party for party in cast.principals if party in here]
    rows = [wish for party in sides for wish in ladders.get(party, Ladder()).firm]
    rows = [wish for wish in rows if wish.key[0] == "only if" and not wish.assumed]
    rows = [wish for wish in rows if all(is_sayable(act) for act in wish.acts)]
    yield from (wish for wish in rows if {act.owner for act in wish.acts} <= {*sides})
    able = {*cast.principals, *here}
    yield from (wish for wish in rows if {act.owner for act in wish.acts} <= able)
