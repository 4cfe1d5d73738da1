"""All conditions of a text, whatever joins them to what depends on them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.conditions import (
    absolutes,
    admissions,
    aims,
    alternatives,
    answered,
    backwards,
    bargains,
    catches,
    circumstances,
    commands,
    exchanges,
    fragments,
    limits,
    marked,
    named,
    needs,
    penalties,
    precedence,
    purposes,
    replies,
    requirements,
    sequences,
    terms,
    wishes,
)
from detente.reading.conditions.found import Found
from detente.reading.parsed import Token

_CONSTRUCTIONS = (
    absolutes,
    sequences,
    wishes,
    precedence,
    backwards,
    bargains,
    commands,
    alternatives,
    penalties,
    admissions,
    limits,
    exchanges,
    replies,
    answered,
    catches,
)
_WORDS = (terms, named, requirements, needs, circumstances, marked)


def find(telling: Telling) -> Iterator[Found]:
    """The conditions of a text: a marker gives way to a construction that it is a part of."""
    told = [*purposes.find(telling), *aims.find(telling)]
    told += [found for module in _CONSTRUCTIONS for found in module.find(telling)]
    taken = {found.at for found in told if not found.backwards}
    worded = (found for module in _WORDS for found in module.find(telling))
    told += [found for found in worded if found.at not in taken and not _points_back(found, told)]
    broken = (found for found in fragments.find(telling) if found.at not in taken)
    told += [found for found in broken if not _is_in(found, told)]
    mains = {found.main.i for found in told if not found.backwards}
    starts: set[int] = set()
    for found in told:
        if _is_unknowable(found.main):
            continue
        again = found.start in starts or (found.backwards and found.main.i in mains)
        if not again:
            starts.add(found.start)
            yield found


def _points_back(found: Found, told: list[Found]) -> bool:
    """As the "that" of "has until Sunday to free them; failing that", which stands for a deed."""
    doc = found.main.doc
    bare = found.end == found.start + 1 and doc[found.start].lower_ in {"that", "which"}
    return bare and any(
        other.backwards and other.main.i == found.main.i and doc[other.start].lower_ == "to"
        for other in told
    )


def _is_unknowable(main: Token) -> bool:
    """As in "without the data nobody can say whether it works": what is not known, no terms."""
    subject = syntax.first(main, "nsubj")
    return (
        subject is not None
        and subject.lower_ in {"nobody", "one", "anyone", "anybody"}
        and main.lemma_ in {"say", "know", "tell", "judge", "understand", "guess"}
    )


def _is_in(found: Found, others: list[Found]) -> bool:
    """Whether another condition has the same words."""
    return any(other.start <= found.start < other.end for other in others)
