"""All conditions of a text, whatever joins them to what depends on them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.attribution import Telling
from detente.reading.conditions import (
    backwards,
    bargains,
    circumstances,
    fragments,
    marked,
    needs,
    penalties,
    purposes,
    requirements,
    sequences,
    terms,
)
from detente.reading.conditions.found import Found

_CONSTRUCTIONS = (sequences, backwards, bargains, penalties)
_WORDS = (terms, requirements, needs, circumstances, marked)


def find(telling: Telling) -> Iterator[Found]:
    """The conditions of a text: a marker gives way to a construction that it is a part of."""
    told = list(purposes.find(telling))
    taken = {found.at for found in told}
    told += [found for module in _CONSTRUCTIONS for found in module.find(telling)]
    named = (found for module in _WORDS for found in module.find(telling))
    told += [found for found in named if found.at not in taken]
    told += [found for found in fragments.find(telling) if not _is_in(found, told)]
    mains = {found.main.i for found in told if not found.backwards}
    starts: set[int] = set()
    for found in told:
        again = found.start in starts or (found.backwards and found.main.i in mains)
        starts.add(found.start)
        if not again:
            yield found


def _is_in(found: Found, others: list[Found]) -> bool:
    """Whether another condition has the same words."""
    return any(other.start <= found.start < other.end for other in others)
