"""Bodies by which a land, or another body, governs itself: they are that, and nobody beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from detente.reading.parsed import Doc, Token
from detente.reading.parties.cast import RULED, Cast, Entry
from detente.reading.parties.names import nouns


def absorb(doc: Doc, found: Cast) -> None:
    """Take such bodies for those whose they are: "the Water Agency of Norland" for Norland."""
    called = {
        form: entry
        for entry in found.entries.values()
        if not entry.is_person
        for form in (entry.name, *entry.surfaces)
    }
    for entry in list(found.entries.values()):
        apart = entry.is_chamber or "wing" in entry.descriptions
        if entry.is_person or apart or entry.role:
            continue
        body, owner = _owner(doc, found, entry, called)
        if owner is None or owner is entry or owner.id not in found.entries:
            continue
        if governs_by(body, "state_organs" if owner.type in RULED else "inner_organs"):
            found.absorb(entry, owner)


def _owner(
    doc: Doc, found: Cast, entry: Entry, called: Mapping[str, Entry]
) -> tuple[str, Entry | None]:
    """What a body is called without whose it is, and whose it is."""
    body, _, last = entry.name.rpartition(" of ")
    if body and (owner := called.get(last.removeprefix("the "))) is not None:
        return body, owner
    starts = (entry.name[: space.start()] for space in re.finditer(" ", entry.name))
    first = min((one for one in starts if one in called), key=[*called].index, default=None)
    if first is not None and called[first].type == "province":
        return entry.name.removeprefix(f"{first} "), called[first]  # "Marr County Board of ..."
    beside = (found.named.get(one.i, "") for one in _behind(doc, found, entry))
    return entry.name, next(
        (found.entries[id_] for id_ in beside if id_ not in {"", entry.id}), None
    )


def _behind(doc: Doc, found: Cast, entry: Entry) -> Iterator[Token]:
    """The nouns by "of" behind a body's name: "the State Committee for Land of Norland"."""
    for at in found.places(entry.id):
        for token in doc[at].subtree:
            before = token.i - 1 - (doc[token.i - 1].text == ")") * 3  # "Agency (WA) of"
            if token.i > at and token.lower_ == "of" and found.named.get(before) == entry.id:
                yield from (one for one in token.children if one.dep_ == "pobj")


def governs_by(name: str, kind: str) -> bool:
    """Whether it is the name of what a state, or another body, governs by.

    >>> named = ("State Committee for Land", "Council of Ministers", "Red Cross Society")
    >>> [governs_by(name, "state_organs") for name in named]
    [True, True, False]
    """
    words = name.casefold().partition(" of ")[0].partition(" for ")[0].split()
    return name.casefold() in nouns(kind) or (bool(words) and words[-1] in nouns(kind))
