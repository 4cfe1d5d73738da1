"""Who speaks from a seat of government: "a spokesperson said in Oslo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading import saying
from detente.reading.parsed import Token
from detente.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from detente.reading.parties.memory import Ids
    from detente.reading.parties.reference import Resolver


def said_in(walk: Resolver, token: Token) -> Ids:
    """Of "a spokesperson said in Oslo": whose capital it is, where that state acts."""
    verb = _reported(token.head)
    if token.dep_ not in SUBJECTS or not saying.is_plain(verb):
        return ()
    told = [verb, *(child for child in verb.children if child.dep_ in {"dobj", "dative"})]
    told += [child for child in verb.children if child.lower_ == "speaking"]  # "Speaking in Oslo,"
    within = [one for verb in told for one in _within(verb)]
    within += [inner for one in within for inner in _within(one)]  # "in a briefing in Oslo"
    for place in within:
        id_, sort = walk.cast.heads.get(place.i, ("", ""))
        entry = walk.cast.entries.get(id_)
        if sort in {"capital", "seat"} and entry and (entry.has_say or entry.weight > 1):
            return (id_,)
    return ()


def _within(head: Token) -> list[Token]:
    """What stands after "in", "at" or "from" behind a verb or a noun."""
    preps = (child for child in head.children if child.lower_ in {"in", "at", "from"})
    return [one for prep in preps for one in prep.children]


def _reported(verb: Token) -> Token:
    """Of "was reported as saying", "was quoted as saying": the saying."""
    inside = (one for child in verb.children if child.lower_ == "as" for one in child.children)
    return next((one for one in inside if one.tag_ == "VBG"), verb)
