"""All conditions of a text, whatever joins them to what depends on them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.attribution import Telling
from detente.reading.conditions import (
    bargains,
    marked,
    purposes,
    requirements,
    sequences,
    terms,
)
from detente.reading.conditions.found import Found


def find(telling: Telling) -> Iterator[Found]:
    """The conditions of a text: a marker gives way to a construction that it is a part of."""
    turned = list(purposes.find(telling))
    ordered = [*turned, *sequences.find(telling), *bargains.find(telling)]
    taken = {found.at for found in turned}
    plain = [
        found
        for found in (*terms.find(telling), *requirements.find(telling), *marked.find(telling))
        if found.at not in taken
    ]
    mains = {found.main.i for found in (*plain, *ordered) if not found.backwards}
    for found in (*ordered, *plain):
        if not (found.backwards and found.main.i in mains):
            yield found
