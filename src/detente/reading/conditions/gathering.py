"""All conditions of a text, whatever joins them to what depends on them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.attribution import Telling
from detente.reading.conditions import (
    bargains,
    fragments,
    marked,
    penalties,
    purposes,
    requirements,
    sequences,
    terms,
)
from detente.reading.conditions.found import Found


def find(telling: Telling) -> Iterator[Found]:
    """The conditions of a text: a marker gives way to a construction that it is a part of."""
    turned = list(purposes.find(telling))
    ordered = [*turned, *sequences.find(telling), *bargains.find(telling), *penalties.find(telling)]
    taken = {found.at for found in turned}
    plain = [
        found
        for found in (*terms.find(telling), *requirements.find(telling), *marked.find(telling))
        if found.at not in taken
    ]
    told = [*ordered, *plain]
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
